"""The arrows of the house run downwards (docs/architecture.md)."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {
    *("bots", "cards", "casework", "guidelines", "manifest", "microsoft365", "sandbox"),
    *("store", "texts", "tools", "web"),
}


def imported_by(path: Path) -> set[str]:
    """The top-level names a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_import_linter_finds_no_arrow_that_runs_upwards() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    answer = subprocess.run([str(lint)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize("name", ["settings.py", "clock.py"])
def test_what_stands_on_the_ground_knows_no_room(name: str) -> None:
    assert not imported_by(ROOT / name) & (ROOMS | {"app"})


def test_the_front_door_leaves_botbuilder_and_the_sandbox_alone() -> None:
    assert not imported_by(ROOT / "app.py") & {"botbuilder", "botframework", "sandbox", "tools"}


def test_every_room_is_known_to_the_linter() -> None:
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert rooms - {"tests", "bench"} <= ROOMS
