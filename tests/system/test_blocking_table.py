"""The table of what is blocked names tests that exist, and every row has one or a source."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from cards.block import REASONS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "blocking.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
HEADS = ("| what", "|---", "| seen by", "| employees")
ON_PAPER = re.compile(r"\| [\d,]+ \|")
"""Rows that tests/system/test_bench.py holds against what the bench prints."""
ROWS = [
    line for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(HEADS) and not ON_PAPER.match(line)
]  # fmt: skip


def in_file(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in tree.body if isinstance(node, kinds)}


def test_every_named_test_exists() -> None:
    named = NAMED.findall(PAGE)
    assert len(named) >= 25
    assert [(path, name) for path, name in named if name not in in_file(path)] == []


def test_every_row_has_a_test_or_a_source() -> None:
    assert len(ROWS) >= 55
    bare = [row for row in ROWS if not NAMED.search(row) and "source: `" not in row]
    assert [row for row in bare if "| held |" not in row] == []


def test_every_state_of_the_block_stands_in_the_table() -> None:
    elsewhere = {"switched_on_again", "not_in_teams"}
    assert {reason for reason in REASONS if f"`{reason}`" not in PAGE} == elsewhere
