"""The list of faults put in on purpose (docs/mutants.md) knows every module of the rules."""

from __future__ import annotations

import re

import pytest

from guidelines.profile import HERE
from tools.mutants import ROOT, TESTS, UNIT

MODULES = {path.stem for path in HERE.glob("*.py")} - {"__init__"}
DOC = (ROOT / "docs" / "mutants.md").read_text(encoding="utf-8")


def test_every_module_is_tried() -> None:
    assert set(TESTS) == MODULES


@pytest.mark.parametrize("module", sorted(MODULES))
def test_the_tests_that_have_to_notice_are_there(module: str) -> None:
    assert TESTS[module]
    assert all((ROOT / UNIT / f"{name}.py").is_file() for name in TESTS[module])


@pytest.mark.parametrize("module", sorted(MODULES))
def test_what_came_of_it_is_told(module: str) -> None:
    """A row with how many were tried, and how many of them no test noticed, each judged."""
    row = re.search(rf"^\| {module} \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", DOC, re.MULTILINE)
    assert row is not None
    tried, unnoticed, tests, none = (int(number) for number in row.groups())
    assert tried >= unnoticed == tests + none


def test_the_sums_are_right() -> None:
    rows = re.findall(r"^\| \w+ \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", DOC, re.MULTILINE)
    sums = [sum(int(number) for number in column) for column in zip(*rows, strict=True)]
    assert f"| **all** | **{'** | **'.join(map(str, sums))}** |" in DOC
