"""What the README and the guides tell a reader to type exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *(ROOT / "infra").glob("*.md")]
TARGETS = set(
    re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
)
TYPED = re.compile(
    r"(?:`|^ {4}|^)(?:[A-Z]\w*=\S+ |[A-Z_]+=\"[^\"]*\" )*make ([a-z]+(?:-[a-z]+)*)\b", re.MULTILINE
)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_are_targets_and_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert set(TYPED.findall(text)) <= TARGETS
    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("target", ["run", "demo", "test", "check", "package", "playground"])
def test_the_readme_names_the_commands_a_newcomer_needs(target: str) -> None:
    assert target in TARGETS
    assert target in TYPED.findall((ROOT / "README.md").read_text(encoding="utf-8"))
