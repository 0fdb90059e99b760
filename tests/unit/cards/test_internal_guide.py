"""The way to the municipality's own guide, wherever staff prepare, hold or refuse (C14)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cards import CARDS
from tests.unit.cards.samples import plain
from texts import views
from texts.catalog import LANGUAGES
from texts.views import Language, View

ADDRESS = "https://intranet.example/optagelse"


def shown(language: Language, address: str) -> dict[str, list[dict[str, Any]]]:
    """By kind of card the buttons that lead out, when the profile has this address."""
    found: dict[str, list[dict[str, Any]]] = {}
    for view in plain(language).values():
        if isinstance(view, views.Preparation | views.Guide):
            told: View = replace(view, internal_guide=address)
        elif isinstance(view, views.Refusal | views.Confirmation):
            told = replace(view, weighing=replace(view.weighing, internal_guide=address))
        else:
            continue
        if not getattr(told, "over", "") and not getattr(told, "choosing", False):
            found.setdefault(type(told).__name__, []).extend(_out(CARDS[type(told)](told)))
    return found


def _out(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [one for inner in part for one in _out(inner)]
    if not isinstance(part, dict):
        return []
    own = [part] if part.get("type") == "Action.OpenUrl" else []
    return own + _out(list(part.values()))


@pytest.mark.rule("C14")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_is_one_press_away(language: Language) -> None:
    found = shown(language, ADDRESS)
    assert set(found) == {"Preparation", "Guide", "Refusal", "Confirmation"}
    for kind, buttons in found.items():
        assert {one["url"] for one in buttons} == {ADDRESS}, kind


@pytest.mark.parametrize("address", ["", "http://intranet.example", "javascript:alert(1)"])
def test_nothing_else_becomes_a_button(address: str) -> None:
    assert not any(shown("da", address).values())
