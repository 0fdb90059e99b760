"""A pytest plugin (``-p tests.system.rule_report``): which marked tests passed, into RULE_REPORT.

A test with parameters passed when all of them did. Skipped is not passed. Works with pytest-xdist,
where only the main process sees every report.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

PASSED: dict[str, bool] = {}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    test = report.nodeid.split("[")[0]
    held = not report.failed and not report.skipped
    PASSED[test] = PASSED.get(test, True) and held


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.failed:  # the whole file could not be read
        PASSED[report.nodeid] = False


def pytest_sessionfinish(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):
        Path(os.environ["RULE_REPORT"]).write_text(json.dumps(PASSED), encoding="utf-8")
