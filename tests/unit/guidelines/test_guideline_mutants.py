"""The list of faults put in on purpose (docs/mutants.md) knows every module of the rules."""

from __future__ import annotations

import re

import pytest

from guidelines.profile import HERE
from tools.mutants import ROOT, TESTS, UNIT

MODULES = {path.stem for path in HERE.glob("*.py")} - {"__init__"}
DOC = (ROOT / "docs" / "mutants.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\w+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", re.MULTILINE)
ROWS = {name: [int(number) for number in figures] for name, *figures in ROW.findall(DOC)}
LISTED = re.search(r"^Not tried yet: (.+)\.$", DOC, re.MULTILINE)
NOT_YET = set(re.findall(r"`(\w+)`", LISTED[1])) if LISTED else set()


def test_every_module_is_tried_or_told_not_to_be() -> None:
    assert set(ROWS) | NOT_YET == MODULES
    assert set(TESTS) == set(ROWS)
    assert not NOT_YET & set(ROWS)


@pytest.mark.parametrize("module", sorted(TESTS))
def test_the_tests_that_have_to_notice_are_there(module: str) -> None:
    assert TESTS[module]
    assert all((ROOT / UNIT / f"{name}.py").is_file() for name in TESTS[module])


@pytest.mark.parametrize("module", sorted(ROWS))
def test_each_fault_that_was_not_noticed_is_judged(module: str) -> None:
    tried, unnoticed, tests, none = ROWS[module]
    assert tried >= unnoticed == tests + none


def test_the_sums_are_right() -> None:
    sums = [sum(column) for column in zip(*ROWS.values(), strict=True)]
    assert f"| **all** | **{'** | **'.join(map(str, sums))}** |" in DOC
