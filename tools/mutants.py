"""Small faults put into guidelines/, one at a time: do the unit tests notice each of them?

    .data/mutants-env/bin/python -m tools.mutants [--each N] [--seed S] [--to FOLDER] [module …]

cosmic-ray makes the faults; at most N of each module are tried, chosen by the seed (0: all of them).
``tools/mutants_tried.py`` tries them; no file of the tree is touched. Every fault that the module's own
tests do not notice is printed, to be judged in docs/mutants.md. What came of each fault stands in
FOLDER at once: a run that was broken off goes on where it was, as long as the module and its tests are
the same.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
UNIT = "tests/unit/guidelines"
LOADER = ("test_guideline_profile_rails", "test_guideline_profile", "test_guideline_versions")
#: Module -> the test files that have to notice; the most important modules first.
TESTS: dict[str, tuple[str, ...]] = {
    "refusal": ("test_guideline_refusal",),
    "decision": ("test_guideline_decision", "test_guideline_refusal"),
    "request": ("test_guideline_request",),
    "meeting": ("test_guideline_meeting",),
    "conduct": ("test_matrix", "test_guideline_conduct", "test_matrix_elsewhere"),
    "announcement": ("test_guideline_announcement",),
    "precedents": ("test_guideline_precedents",),
    "preparation": ("test_guideline_preparation",),
    "note_takers": ("test_guideline_note_takers",),
    "workdays": ("test_guideline_workdays",),
    "wording": ("test_guideline_wording",),
    "demands": ("test_guideline_demands", "test_guideline_said", "test_guideline_essentials"),
    "profile_check": (*LOADER, "test_guideline_essentials"),
    "essentials": ("test_guideline_essentials",),
    "demanded": ("test_guideline_essentials", "test_guideline_demands"),
    "places": (*LOADER, "test_guideline_essentials"),
    "own_words": ("test_guideline_own_words", "test_guideline_refusal"),
    "profile_harmony": (
        *("test_guideline_profile_harmony", "test_guideline_profile_rails"),
        "test_guideline_essentials",
    ),
    "profile_review": ("test_guideline_demands", "test_guideline_effect"),
    "profile_file": ("test_guideline_profile_file", "test_guideline_profile"),
    "profile_effect": ("test_guideline_effect",),
    "profile_parts": ("test_guideline_profile_pieces",),
    "profile": (
        "test_guideline_profile",
        "test_guideline_versions",
        "test_guideline_profile_pieces",
    ),
    "problem": ("test_guideline_profile",),
    "rules": ("test_guideline_rules",),
}
#: Left out: »X | None« in a type is no code that runs, and a missing rule mark is found by make rules.
LEFT_OUT = ("ReplaceBinaryOperator_BitOr_", "RemoveDecorator")


def main() -> int:
    """Make the faults, have them tried, and list what nobody noticed."""
    parser = argparse.ArgumentParser(prog="mutants")
    parser.add_argument("--each", type=int, default=40, help="at most so many of each module")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--to", type=Path, default=ROOT / "build" / "mutants", metavar="FOLDER")
    parser.add_argument("modules", nargs="*", default=list(TESTS))
    asked = parser.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    lines = ["module           possible  tried  not noticed  without end"]
    for module in asked.modules:
        made = list(faults(module))
        chosen = random.Random(asked.seed).sample(made, min(asked.each or len(made), len(made)))  # noqa: S311
        came = tried(module, chosen, asked.to.resolve())
        alive = [fault for fault in chosen if came[fault["id"]] != "noticed"]
        for fault in sorted(alive, key=lambda one: int(one["line"])):
            print(
                f"\n{came[fault['id']]}: guidelines/{module}.py:{fault['line']}  {fault['operator']}"
            )
            print(fault["diff"], flush=True)
        endless = sum(came[fault["id"]] == "without end" for fault in alive)
        lines.append(
            f"{module:16} {len(made):8} {len(chosen):6} {len(alive) - endless:12} {endless:12}"
        )
        print(f"\n{lines[0]}\n{lines[-1]}", flush=True)
    print("\n" + "\n".join(lines))
    return 0


def faults(module: str) -> Iterator[dict[str, Any]]:
    """Every fault cosmic-ray can put into the module: its source with the fault, and the changed lines."""
    from cosmic_ray.mutating import mutate_code  # type: ignore[import-not-found]
    from cosmic_ray.plugins import get_operator, operator_names  # type: ignore[import-not-found]

    source = (ROOT / "guidelines" / f"{module}.py").read_text(encoding="utf-8")
    for name in sorted(operator_names()):
        operator, plain = get_operator(name), name.removeprefix("core/")
        if plain.startswith(LEFT_OUT) or operator.arguments():
            continue
        for occurrence in count():
            try:
                broken = mutate_code(source, operator(), occurrence)
            except AttributeError:
                continue  # cosmic-ray cannot replace an exception with a dot in its name
            if broken is None:
                break
            line, diff = _changed(source, broken)
            yield {
                "id": f"{plain} {occurrence}", "operator": plain, "line": line, "diff": diff,
                "source": broken,
            }  # fmt: skip


def _changed(source: str, broken: str) -> tuple[int, str]:
    """The first line that is other than before, and all of them."""
    before, after = source.splitlines(), broken.splitlines()
    same = (number for number, (one, other) in enumerate(zip(before, after, strict=False), 1)
            if one != other)  # fmt: skip
    shown = [line for line in difflib.unified_diff(before, after, n=0, lineterm="")
             if line[:3] not in ("---", "+++") and line[:1] in "+-"]  # fmt: skip
    return next(same, 0), "\n".join(shown)


def tried(module: str, chosen: list[dict[str, Any]], to: Path) -> dict[str, str]:
    """What came of each fault, by its id: »noticed«, »not noticed« or »without end«."""
    asked = {
        "module": f"guidelines.{module}",
        "tests": [f"{UNIT}/{name}.py" for name in TESTS[module]],
        "faults": chosen,
        "to": str(to / f"{module}.json"),
    }
    subprocess.run(
        [str(ROOT / ".venv" / "bin" / "python"), "-m", "tools.mutants_tried"],
        input=json.dumps(asked), text=True, check=True, cwd=ROOT,
        env={**os.environ, "HYPOTHESIS_PROFILE": "few"},
    )  # fmt: skip
    came: dict[str, str] = json.loads((to / f"{module}.json").read_text(encoding="utf-8"))["came"]
    return came


if __name__ == "__main__":
    sys.exit(main())
