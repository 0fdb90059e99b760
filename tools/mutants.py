"""Small faults put into guidelines/, one at a time: do the unit tests notice each of them?

    .data/mutants-env/bin/python -m tools.mutants [--each N] [--seed S] [module …]

Works in a copy, ``.data/mutants/``: the files here are never touched. cosmic-ray makes the faults; at
most N of each module are tried, chosen by the seed (0: all of them). Prints one line for every fault
that no test noticed, to be judged in docs/mutants.md.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / ".data" / "mutants"
BIN = Path(sys.executable).parent
UNIT = "tests/unit/guidelines"
#: Module -> the test files that have to notice.
TESTS: dict[str, tuple[str, ...]] = {
    "announcement": ("test_guideline_announcement",),
    "conduct": ("test_matrix", "test_guideline_conduct"),
    "decision": ("test_guideline_decision", "test_guideline_refusal"),
    "meeting": ("test_guideline_meeting",),
    "precedents": ("test_guideline_precedents",),
    "refusal": ("test_guideline_refusal",),
    "request": ("test_guideline_request",),
    "wording": ("test_guideline_wording",),
    "workdays": ("test_guideline_workdays",),
}
#: Left out: »X | None« in a type is no code that runs, and a missing rule mark is found by make rules.
LEFT_OUT = ["core/ReplaceBinaryOperator_BitOr_.*", "core/RemoveDecorator"]


def main() -> int:
    """Try them, module by module, and list what nobody noticed."""
    parser = argparse.ArgumentParser(prog="mutants")
    parser.add_argument("--each", type=int, default=40, help="at most so many of each module")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("modules", nargs="*", default=sorted(TESTS))
    asked = parser.parse_args()
    _copy()
    total: dict[str, tuple[int, int, int]] = {}
    for module in asked.modules:
        made, results = _try(module, asked.each, asked.seed)
        alive = [one for one in results if one["noticed"] is False]
        total[module] = (made, len(results), len(alive))
        for one in alive:
            print(f"\n{one['where']}  {one['operator']}\n{one['diff']}", flush=True)
    print("\nmodule          possible  tried  not noticed")
    for module, (made, tried, count) in total.items():
        print(f"{module:15} {made:8} {tried:6} {count:12}")
    return 0


def _copy() -> None:
    """Only what the unit tests of the rules need: without the database the tests start at once."""
    shutil.rmtree(COPY, ignore_errors=True)
    for folder in ("guidelines", "texts", UNIT, "tests/profiles"):
        shutil.copytree(ROOT / folder, COPY / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "clock.py"):
        shutil.copy(ROOT / name, COPY / name)


def _try(module: str, each: int, seed: int) -> tuple[int, list[dict[str, Any]]]:
    """Make, choose and try the faults of one module: how many there could be, and what came of it."""
    session, config = COPY / f"{module}.sqlite", COPY / f"{module}.toml"
    files = " ".join(f"{UNIT}/{name}.py" for name in TESTS[module])
    left_out = ", ".join(f'"{name}"' for name in LEFT_OUT)
    config.write_text(
        f"""[cosmic-ray]
module-path = "guidelines/{module}.py"
timeout = 30.0
test-command = "{ROOT}/.venv/bin/python -m pytest -x -q -p no:cacheprovider {files}"
[cosmic-ray.distributor]
name = "local"
[cosmic-ray.filters.operators-filter]
exclude-operators = [{left_out}]
""",
        encoding="utf-8",
    )
    _run("cosmic-ray", "init", config.name, session.name)
    _run("cr-filter-operators", session.name, config.name)
    _run("cosmic-ray", "baseline", config.name)  # the tests pass when nothing is changed
    made = _choose(session, each, seed)
    _run("cosmic-ray", "exec", config.name, session.name)
    return made, [one for line in _run("cosmic-ray", "dump", session.name).splitlines()
                  if (one := _result(json.loads(line)))]  # fmt: skip


def _choose(session: Path, each: int, seed: int) -> int:
    """Mark all but the chosen faults as skipped already; how many there were to choose from."""
    with closing(sqlite3.connect(session)) as database, database:
        rows = database.execute(
            "SELECT job_id FROM work_items WHERE job_id NOT IN (SELECT job_id FROM work_results)"
        )
        jobs = sorted(row[0] for row in rows)
        places = dict(database.execute(
            "SELECT job_id, operator_name || start_pos_row || '.' || start_pos_col || occurrence "
            "FROM mutation_specs"
        ))  # fmt: skip
        jobs.sort(key=lambda job: str(places[job]))
        chosen = set(random.Random(seed).sample(jobs, min(each or len(jobs), len(jobs))))  # noqa: S311
        for job in set(jobs) - chosen:
            database.execute("DELETE FROM mutation_specs WHERE job_id = ?", (job,))
            database.execute("DELETE FROM work_items WHERE job_id = ?", (job,))
    return len(jobs)


def _result(pair: Any) -> dict[str, Any] | None:
    """One line of the dump, or None for a fault that was left out."""
    item, outcome = pair
    if outcome is None or outcome["worker_outcome"] == "skipped":
        return None
    spec = item["mutations"][0]
    changed = [line for line in (outcome.get("diff") or "").splitlines()
               if line[:1] in "+-" and line[:3] not in ("+++", "---")]  # fmt: skip
    return {
        "where": f"{spec['module_path']}:{spec['start_pos'][0]}",
        "operator": spec["operator_name"].removeprefix("core/"),
        "noticed": outcome["test_outcome"] != "survived",
        "diff": "\n".join(changed),
    }


def _run(tool: str, *arguments: str) -> str:
    done = subprocess.run(
        [str(BIN / tool), *arguments], cwd=COPY, env={**os.environ, "HYPOTHESIS_PROFILE": "few"},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
