"""``make rules``: every rule of the three source texts, where it lives, and whether its tests pass.

The table is made of marks in code, profiles and tests (``tools/rules_found.py``). Whether the tests pass
is read from the last whole run (``make test``), when the tree is still as it was then; otherwise the
marked tests are run here. Exit code 0 only if every rule has a place and a test, no mark is wrong, and
all marked tests pass. ``--no-run`` only lists; ``--switch-off SEED`` shows on a sample that marks count
(``tools/rules_off.py``).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from tools.rule_lines import LINES
from tools.rule_run import last_run
from tools.rules_found import ROOT, Place, misplaced, places, proofs

WRITTEN = ROOT / "build" / "rules.json"
OBSERVATIONS = ("B28", "B29")  # rules about what the source leaves open
LINE_WIDTH, WHERE_WIDTH = 62, 44


@dataclass(frozen=True)
class Row:
    """One rule. ``passed`` is None while its tests have not been run."""

    id: str
    line: str
    where: tuple[str, ...]
    surface: tuple[str, ...]
    later: tuple[str, ...]
    tests: tuple[str, ...]
    passed: bool | None = None

    @property
    def missing(self) -> str:
        """What the rule lacks; empty when nothing."""
        lacks = [what for what, has in (("place", self.where), ("test", self.tests)) if not has]
        return " and ".join(lacks)


def table(results: Mapping[str, bool] | None = None) -> list[Row]:
    """All rules in the order of the texts; with ``results`` (test → passed), whether they hold."""
    found, shown = places(), proofs()
    rows = []
    for one, line in LINES.items():
        here = [place for place in found if place.rule == one and _carries(place)]
        tests = once(proof.test for proof in shown if proof.rule == one and proof.is_test)
        held = None if results is None else bool(tests) and all(map(results.get, tests))
        surface = once(place.surface for place in here if place.surface != "none") or ("none",)
        later = once(place.later for place in here if place.later)
        where = once(place.where for place in here)
        rows.append(Row(one, line, where, surface if here else (), later, tests, held))
    return rows


def _carries(place: Place) -> bool:
    """An assumption tells what a source leaves open; it carries only the two rules that are about that."""
    return place.rule in OBSERVATIONS or ":assumptions[" not in place.where


def once(names: Iterable[str]) -> tuple[str, ...]:
    """The names in their order, each only once."""
    return tuple(dict.fromkeys(names))


def faults() -> list[str]:
    """Everything wrong with the marks themselves, and every rule without a place or a test."""
    marks = [(place.rule, place.where) for place in places()]
    marks += [(proof.rule, proof.test) for proof in proofs()]
    unknown = [f"{one}: no such rule ({at})" for one, at in marks if one not in LINES]
    idle = [f"{p.test}: marked {p.rule}, but is no test" for p in proofs() if not p.is_test]
    lacking = [f"{row.id}: no {row.missing}" for row in table() if row.missing]
    return unknown + idle + misplaced() + lacking


def run_marked(tests: Iterable[str] = (), *extra: str, **environ: str) -> dict[str, bool]:
    """Run tests (all marked ones, or those named); pytest's id without parameters → passed.

    Raises ``RuntimeError`` with pytest's own words when it could not run at all.
    """
    chosen = list(tests)
    # Files, not single tests: pytest runs nothing at all when one test it was told is not found, and a
    # file that cannot be read has none.
    files = once(test.split("::")[0] for test in chosen) or ("tests",)
    with tempfile.TemporaryDirectory(prefix="lydhoer-rules-") as folder:
        report = Path(folder) / "report.json"
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "-m", "rule", "-p", "no:cacheprovider"),
                *("-p", "tests.system.rule_report", "--tb=no", *extra, *files),
            ],
            cwd=ROOT,
            env={
                **os.environ,
                **environ,
                "RULE_REPORT": str(report),
                "RULE_REPORT_BEFORE": "",
                "RULE_TESTS": ",".join(chosen),
            },
            capture_output=True,
            text=True,
        )
        if not report.exists():
            raise RuntimeError(done.stdout[-3000:] + done.stderr[-3000:])
        read = json.loads(report.read_text(encoding="utf-8"))
    return dict(read["results"])


def printed(rows: Iterable[Row]) -> str:
    """The table as people read it."""
    lines = [("rule", "what it says", "where", "surface now", "later", "tests", "pass")]
    for row in rows:
        passed = {None: "", True: "yes", False: "NO"}[row.passed]
        lines.append(
            (
                row.id,
                _cut(row.line, LINE_WIDTH),
                _cut(_first(row.where), WHERE_WIDTH),
                _cut(", ".join(row.surface), 24),
                _cut(", ".join(row.later), 16),
                str(len(row.tests)) if row.tests else "NONE",
                passed,
            )
        )
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _first(names: tuple[str, ...]) -> str:
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return f"{names[0]}{more}" if names else "NOWHERE"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def write(rows: Iterable[Row]) -> None:
    """The table for machines, in ``build/rules.json``."""
    WRITTEN.parent.mkdir(exist_ok=True)
    content = json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1)
    WRITTEN.write_text(content + "\n", encoding="utf-8")


def main() -> int:
    """The command line; the exit code."""
    options = _options()
    if options.switch_off is not None:
        from tools.rules_off import prove

        return prove(options.switch_off, options.sample)
    results, origin = (None, "") if options.no_run else _results()
    rows = table(results)
    write(rows)
    print(printed(rows))
    wrong = faults()
    failed = [row.id for row in rows if row.passed is False and not row.missing]
    whole = sum(not row.missing for row in rows)
    print(f"\n{whole} of {len(rows)} rules have a place and a test.{origin}")
    tests = once(test for row in rows if row.passed is False for test in row.tests)
    bad = [test for test in tests if not (results or {}).get(test, False)]
    for line in [*wrong, *(f"fails, or was not run: {test}" for test in bad)]:
        print(f"  {line}")
    return 1 if wrong or failed else 0


def _results() -> tuple[dict[str, bool], str]:
    """What the marked tests came to, and where that was found, as a sentence."""
    run = last_run()
    if not run.unusable:
        found = dict(run.results)
        return found, f" {len(found)} marked tests, in the whole test run of {run.ended}."
    print(f"{run.unusable}: the marked tests are run now, some minutes.\n", flush=True)
    found = run_marked((), "-n", "2", "--dist", "loadfile")
    return found, f" {len(found)} marked tests were run now."


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make rules", description=__doc__.split("\n\n")[0])
    parser.add_argument("--no-run", action="store_true", help="only list; run no tests")
    parser.add_argument(
        "--switch-off", type=int, metavar="SEED", help="prove a sample of the marks"
    )
    parser.add_argument("--sample", type=int, default=20, help="how many rules to switch off")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
