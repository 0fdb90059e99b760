"""Do the marks count? For a sample of rules everything that carries the rule is switched off, and every
test that is marked with it must then fail (``make rules ARGS="--switch-off 7"``).

Functions raise, items of profiles are taken out of a copy (or lose their words, where a profile cannot be
read without them), sentences that hold what a rule demands say something else. Nothing in the tree is
touched: ``tests/system/switched_off.py`` does it in the test's own process.
"""

from __future__ import annotations

import copy
import random
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from guidelines.essentials import TAKEN_AWAY
from guidelines.problem import ProfileError
from guidelines.profile import HERE, read_profile
from tools.rule_run import last_run
from tools.rules import Row, run_marked, table
from tools.rules_found import places

ELSE = {"da": "Her står noget andet.", "en": "Something else stands here."}
QUICK = (
    *("-p", "tests.system.switched_off", "--timeout=120"),
    "--continue-on-collection-errors",  # a file that cannot be read stops no other file's tests
)


@dataclass(frozen=True)
class Shown:
    """What switching one rule off did. ``unmoved``: the tests that passed all the same."""

    rule: str
    off: tuple[str, ...]
    tests: int
    unmoved: tuple[str, ...]


def sample(seed: int, size: int, *, most_tests: int = 1000) -> list[Row]:
    """Rules that have a place and a test, chosen by the seed, in the order of the texts.

    ``most_tests``: only rules with no more marked tests than that, for a sample that is quick.
    """
    whole = [row for row in table() if not row.missing and len(row.tests) <= most_tests]
    chosen = random.Random(seed).sample(whole, min(size, len(whole)))  # noqa: S311
    return [row for row in whole if row in chosen]


def switch_off(row: Row) -> Shown:
    """Run the rule's marked tests with everything off that carries it."""
    here = [place for place in places() if place.rule == row.id]
    functions = [place.where for place in here if not place.in_profile]
    with tempfile.TemporaryDirectory(prefix="lydhoer-off-") as name:
        environ = {"SWITCHED_OFF": ",".join(functions)}
        if any(place.in_profile for place in here):
            profiles_without(row.id, Path(name))
            environ["SWITCHED_OFF_PROFILES"] = name
        results = run_marked(row.tests, *QUICK, **environ)
    failed = {name for name, passed in results.items() if not passed}
    # A test that was not run at all shows nothing, unless its file could not be read without the rule.
    unmoved = tuple(one for one in row.tests if not {one, one.split("::")[0]} & failed)
    return Shown(row.id, tuple(place.where for place in here), len(row.tests), unmoved)


def one_carrier(row: Row, seed: int) -> str:
    """One function that carries the rule, chosen by the seed; empty where only profiles do."""
    functions = sorted({p.where for p in places() if p.rule == row.id and not p.in_profile})
    if not functions:
        return ""
    return random.Random(f"{seed}{row.id}").choice(functions)  # noqa: S311


def noticed(row: Row, carrier: str) -> bool:
    """Whether any test marked with the rule fails when this carrier alone is switched off."""
    results = run_marked(row.tests, *QUICK, SWITCHED_OFF=carrier)
    failed = {name for name, passed in results.items() if not passed}
    return any({test, test.split("::")[0]} & failed for test in row.tests)


def prove(seed: int, size: int) -> int:
    """Switch the sampled rules off, one after the other; print what came of it. The exit code."""
    rows = sample(seed, size)
    tests = sorted({test for row in rows for test in row.tests})
    run = last_run()  # it has shown already which tests pass when nothing is off
    before = run_marked(tests, "-n", "2") if run.unusable else run.results
    failing = [test for test in tests if not before.get(test, False)]
    print(f"seed {seed}: {len(rows)} rules, {len(tests)} tests, which pass when nothing is off")
    for test in failing:
        print(f"  FAILS ALREADY: {test}")
    with ThreadPoolExecutor(2) as pool:
        idle = sum(_said(shown) for shown in pool.map(switch_off, rows))
        alone = [(row, one_carrier(row, seed)) for row in rows]
        seen = [*pool.map(lambda one: not one[1] or noticed(*one), alone)]
    print(f"{len(rows) - idle} of {len(rows)} rules: every marked test fails when the rule is off")
    for (row, carrier), notices in zip(alone, seen, strict=True):
        if not notices:
            print(f"  {row.id:4} no marked test notices when {carrier} alone is off")
    print(f"{sum(seen)} of {len(rows)} rules: a test notices when one carrier alone is off")
    return 1 if idle or failing or len(rows) < size else 0


def _said(shown: Shown) -> bool:
    verdict = "IDLE" if shown.unmoved else "ok"
    what = ", ".join(shown.off)
    print(f"  {shown.rule:4} {shown.tests:3} tests  {verdict:5} {what}", flush=True)
    for test in shown.unmoved:
        print(f"         passes all the same: {test}", flush=True)
    return bool(shown.unmoved)


# --- profiles without a rule --------------------------------------------------------------------


def profiles_without(rule: str, folder: Path) -> None:
    """Copies of all profiles where nothing carries the rule any more."""
    for path in HERE.glob("*.yaml"):
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        for changed in _without(raw, rule):
            target = folder / path.name
            target.write_text(yaml.safe_dump(changed, allow_unicode=True), encoding="utf-8")
            try:
                read_profile(target)
            except ProfileError as error:
                if not all(TAKEN_AWAY in line for line in error.lines):  # those are let through
                    continue
            break
        else:
            shutil.copy(path, folder)


def _without(raw: dict[str, Any], rule: str) -> Iterator[dict[str, Any]]:
    """The profile without the rule's items; or, where it cannot be read so, with other words in them."""
    unsaid = _unsaid(raw, rule)
    yield _taken_out(unsaid, rule)
    yield _other_words(unsaid, rule)


def _unsaid(raw: dict[str, Any], rule: str) -> dict[str, Any]:
    """What the rule wants said is no longer said by any text; what it never wants said, is."""
    changed = copy.deepcopy(raw)
    for demand in (one for one in raw.get("demands", []) if one["rule"] == rule):
        for name in _texts_of(raw, demand["outlet"]):
            words = changed["texts"][name]
            if demand.get("never"):
                changed["texts"][name] = {t: f"{words[t]} {demand['says'][t]}." for t in ELSE}
            elif any(_says(words[tongue], demand["says"][tongue]) for tongue in ELSE):
                changed["texts"][name] = dict(ELSE)
    return changed


def _texts_of(raw: dict[str, Any], outlet: str) -> list[str]:
    """The texts an outlet may hold: those listed, the one named, or all (»refusal«, »employee«)."""
    listed = raw.get(outlet)
    names = [one for one in listed if isinstance(one, str)] if isinstance(listed, list) else []
    names = names or [outlet]
    known = [one for name in names for one in (name, f"{name}_employee") if one in raw["texts"]]
    if outlet == "employee":
        return [name for name in raw["texts"] if name.endswith("_employee")]
    return known or [*raw["texts"]]


def _says(text: str, wanted: str) -> bool:
    return any(words in text.casefold() for words in wanted.casefold().split("|"))


def _taken_out(value: Any, rule: str) -> Any:
    if isinstance(value, dict):
        return {
            key: inner if key == "demands" else _taken_out(inner, rule)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        kept = [one for one in value if not (isinstance(one, dict) and one.get("rule") == rule)]
        return [_taken_out(one, rule) for one in kept]
    return value


def _other_words(value: Any, rule: str) -> Any:
    if isinstance(value, dict):
        own = value.get("rule") == rule and "says" not in value
        return {
            key: dict(ELSE)
            if own and set(inner_keys(inner)) == {"da", "en"}
            else _other_words(inner, rule)
            for key, inner in value.items()
        }
    return [_other_words(one, rule) for one in value] if isinstance(value, list) else value


def inner_keys(value: Any) -> tuple[str, ...]:
    """The keys of a mapping; nothing for anything else."""
    return tuple(value) if isinstance(value, dict) else ()
