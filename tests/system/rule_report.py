"""A pytest plugin (``-p tests.system.rule_report``): which marked tests passed, into RULE_REPORT.

RULE_TESTS names the tests to be run, separated by commas; without it all are.
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

    def __init__(self, target: Path) -> None:
        self.target = target
        self.passed: dict[str, bool] = {}
        self.state = state()
        target.unlink(missing_ok=True)  # a run that is killed leaves none

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
            "finished": exitstatus in ENDED,
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
        config.pluginmanager.register(Report(Path(os.environ["RULE_REPORT"])), "rule-report")
