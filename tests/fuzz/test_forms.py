"""What the fuzzer starts from is right: every field of every card is filled, every button there is pressed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bots.actions import MOST_INPUTS, NOT_INPUT, VERBS, form_of
from cards import CARDS
from casework.bus import HANDLERS
from tests.unit.cards.extremes import everything
from tools.fuzz.bodies import CORPUS, FRESH, body, corpus
from tools.fuzz.forms import FORM, form
from tools.fuzz.insiders import ROSTER
from tools.fuzz.met import Met
from tools.fuzz.source import Seeded

PLAYED = {"meeting", "case_number", "number"}
"""Filled with what was played."""


def inputs(card: Any) -> set[str]:
    """The fields of a card."""
    if isinstance(card, dict):
        own = {card["id"]} if str(card.get("type", "")).startswith("Input.") else set()
        return own.union(*(inputs(part) for part in card.values()))
    return set().union(*(inputs(part) for part in card)) if isinstance(card, list) else set()


def written() -> dict[str, Any]:
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in CORPUS.glob("*")}


def test_every_field_of_every_card_is_filled() -> None:
    ordinary = [view for name, view in everything().items() if name.startswith(("da-", "en-"))]
    shown = set().union(*(inputs(CARDS[type(view)](view)) for view in ordinary))
    assert len(shown) > 60
    assert shown <= FORM.keys() | PLAYED


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_no_form_brings_more_than_is_read(verb: str) -> None:
    """What comes after the last input that is read would never meet a handler."""
    filled: dict[str, str] = {**form(verb), **dict.fromkeys(PLAYED, "x")}
    assert len(filled) < MOST_INPUTS
    assert form_of(filled).keys() == filled.keys() - NOT_INPUT


def test_the_corpus_names_buttons_that_exist_and_ids_that_are_new() -> None:
    presses = 0
    for name, one in written().items():
        if "type" in one:
            assert one["id"] == FRESH, name
        action = one.get("value", {})
        verb = action.get("action", action).get("verb") if isinstance(action, dict) else None
        if verb is not None:
            presses += 1
            assert verb in VERBS, name
    assert presses > 5


def test_two_bodies_of_one_activity_are_two_deliveries() -> None:
    seeds = [one for one in corpus() if one.get("id") == FRESH]
    ids = []
    for number in range(400):
        try:
            made = json.loads(body(Seeded(1, number), seeds))
        except (ValueError, RecursionError):
            continue
        if isinstance(made, dict) and str(made.get("id")).startswith("f:"):
            ids.append(made["id"])
    assert len(ids) > 100
    assert len(set(ids)) == len(ids)


def test_every_button_has_its_turn_and_no_kind_is_missed_in_silence() -> None:
    assert {f"press {verb}" for verb in VERBS} <= set(ROSTER)
    met = Met()
    assert len(met.missing()) == len(HANDLERS)
    met.passed["Grant"] += 1
    assert "Grant" not in met.missing()
    assert any("RegisterRequest" in line for line in met.lines())
