"""The answer to a press that could not be stored: the same press, once more."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bots.actions import Press
from bots.answers import LARGEST_PRESS, try_again

FORM = {"meeting": "other", "own_words": "Æblegrød\n*til* <b>alle</b>", "phone_possible": True}


def button(press: Press | None) -> dict[str, Any] | None:
    """The button on the card, if there is one."""
    body = try_again("da", press)
    assert (body["statusCode"], body["type"]) == (200, "application/vnd.microsoft.card.adaptive")
    sets = [part for part in body["value"]["body"] if part["type"] == "ActionSet"]
    return sets[0]["actions"][0] if sets else None


def test_the_press_is_carried_whole() -> None:
    made = button(Press("register_submit", {**FORM, "nested": {"not": "ours"}}))
    assert made is not None
    assert (made["verb"], made["data"]) == ("register_submit", FORM)


@pytest.mark.parametrize(
    "press",
    [None, Press("unheard_of", FORM), Press("grant", {"note.purpose": "æ" * LARGEST_PRESS})],
)
def test_what_cannot_be_carried_leaves_the_words_alone(press: Press | None) -> None:
    assert button(press) is None


def test_the_largest_press_still_fits_in_a_card() -> None:
    typed = {"note.purpose": "æ" * (LARGEST_PRESS // 6 - 10)}
    assert button(Press("grant", typed)) is not None
    assert len(json.dumps(try_again("da", Press("grant", typed))["value"])) < 24 * 1024
