"""A pytest plugin (``-p tests.system.rule_report``): which marked tests passed, into RULE_REPORT.

RULE_TESTS names the tests to be run, separated by commas; without it all are. RULE_REPORT_BEFORE names
the report of a run that belongs to this one (``make test`` runs the gate first, then the rest): its
results are taken over, and both count as one run.
A test with parameters passed when all of them did. Skipped is not passed. Works with pytest-xdist,
where only the main process sees every report. ``tools/rule_run.py`` reads what is written here.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from tools.rule_run import state

ONLY = {name for name in os.environ.get("RULE_TESTS", "").split(",") if name}
ENDED = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)


class Report:
    """What the marked tests of this run came to, and with which files."""

    def __init__(self, target: Path, before: Path | None = None) -> None:
        self.target = target
        self.passed: dict[str, bool] = {}
        self.state = state()
        self.before_finished = True
        target.unlink(missing_ok=True)  # a run that is killed leaves none
        if before is not None:
            told = json.loads(before.read_text(encoding="utf-8"))
            self.passed |= told["results"]
            self.state, self.before_finished = told["state"], told["finished"]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if "rule" in report.keywords:
            test = report.nodeid.split("[")[0]
            held = not report.failed and not report.skipped
            self.passed[test] = self.passed.get(test, True) and held

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:  # the whole file could not be read
            self.passed[report.nodeid] = False

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        written = {
            "ended": time.strftime("%Y-%m-%d %H:%M:%S"),
            "finished": exitstatus in ENDED and self.before_finished,
            "state": self.state,
            "state_at_end": state(),
            "results": self.passed,
        }
        self.target.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if ONLY:
        config.hook.pytest_deselected(items=[item for item in items if not wanted(item)])
        items[:] = [item for item in items if wanted(item)]


def wanted(item: pytest.Item) -> bool:
    return item.nodeid.split("[")[0] in ONLY


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        before = os.environ.get("RULE_REPORT_BEFORE")
        report = Report(Path(os.environ["RULE_REPORT"]), Path(before) if before else None)
        config.pluginmanager.register(report, "rule-report")
