"""Every setting stands in docs/settings.md, and nothing stands there that is none."""

from __future__ import annotations

import re
from pathlib import Path

from setting_names import ALIASES, SETTINGS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
ROWS = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))


def test_every_setting_has_a_row_and_every_row_a_setting() -> None:
    assert set(SETTINGS) == ROWS


def test_every_other_name_of_a_setting_is_told() -> None:
    others = {name for names in ALIASES.values() for name in names}
    assert {name for name in others if f"`{name}`" not in PAGE} == set()


def test_examples_of_a_deployment_use_known_names() -> None:
    example = (ROOT / "infra" / "bot.env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^(\w+)=", example, re.MULTILINE)) <= set(SETTINGS)
    bicep = (ROOT / "infra" / "bicep" / "modules" / "app.bicep").read_text(encoding="utf-8")
    env = bicep[bicep.index("env: [") : bicep.index("volumeMounts")]
    assert set(re.findall(r"name: '(\w+)'", env)) <= set(SETTINGS)
