"""What SECURITY.md promises is held by tests that exist."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def promises() -> list[str]:
    """The rows of the tables under *What is promised*."""
    promised = PAGE.partition("## What is promised")[2].partition("## What is not promised")[0]
    rows = [line for line in promised.splitlines() if line.startswith("| ")]
    return [row for row in rows if not row.startswith("| promise |")]


@cache
def named_in(name: str) -> frozenset[str]:
    """The tests of one file."""
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    return frozenset(
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
    )


def test_every_promise_names_its_tests() -> None:
    assert len(promises()) >= 20
    assert [row for row in promises() if not NAMED.search(row)] == []


def test_every_named_test_exists() -> None:
    named = NAMED.findall(PAGE)
    assert len(named) >= 35
    assert [(file, test) for file, test in named if test not in named_in(file)] == []
    assert "test_that_is_none" not in named_in("tests/system/test_promises.py")


def test_the_pages_point_at_files_that_exist() -> None:
    for page in (ROOT / "SECURITY.md", ROOT / "docs" / "threat-model.md"):
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (page.parent / target).exists(), (page.name, target)
        for name in re.findall(r"`([\w/]+\.(?:py|sh))`", text):
            assert (ROOT / name).exists(), (page.name, name)
        assert set(re.findall(r"`make (\w+)`", text)) <= targets()


def targets() -> set[str]:
    return set(
        re.findall(r"^(\w+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
