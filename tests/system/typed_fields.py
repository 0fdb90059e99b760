"""Every field that a person can write words into, each with a text of its own, and who has read which.

A field is known by its name on the card. What is typed holds the field's canary, so that wherever it turns
up it says where it was typed, and mostly a CPR number, as people write one whatever the field is for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final
from urllib.parse import quote

from cards import CARDS
from guidelines.profile import load_guideline
from tests.scenario.stage import Stage
from tests.system.played import CPR
from tests.system.watching import Ear, found_in
from tests.unit.cards.extremes import everything

STEM: Final = "xqskrevet"
"""Begins every canary: whoever looks for it looks for all of them."""
TOWNS: Final = ("nyborg", "frederiksberg", "albertslund")
NAMES: Final = ("citizen_name", "companion_name", "listener_name")
"""What is read to others as a name: no number is written there."""


@cache
def text_fields() -> frozenset[str]:
    """The fields for words on every card, and those that a guideline's criteria and reasons make."""
    ordinary = (view for name, view in everything().items() if name.startswith("da-"))
    drawn = (CARDS[type(view)](view) for view in ordinary)
    found = set().union(*(_inputs(card) for card in drawn))
    for town in TOWNS:
        for profile in load_guideline(town).versions:
            found |= {f"note.{criterion.id}" for criterion in profile.criteria}
            parts = (part for ground in profile.refusal_grounds for part in ground.parts)
            found |= {f"part.{part.id}" for part in parts}
    return frozenset(found)


def _inputs(card: Any) -> set[str]:
    if isinstance(card, dict):
        own = {str(card["id"])} if card.get("type") == "Input.Text" else set()
        return own.union(*(_inputs(part) for part in card.values()))
    return set().union(*(_inputs(part) for part in card)) if isinstance(card, list) else set()


def canary(field: str) -> str:
    """The text that is typed into this field and nowhere else."""
    return f"{STEM}{re.sub('[^a-z]', '', field)}q"


def typed(*fields: str) -> dict[str, str]:
    """These fields filled."""
    return {field: _words(field) for field in fields}


def _words(field: str) -> str:
    if field == "contact":
        return f"{canary(field)}@borger.example"
    if field in NAMES:
        return f"{canary(field).title()} Holm"
    return f"Skrevet i feltet: {canary(field)} {CPR}."


def reasoned(parts: Mapping[str, str]) -> dict[str, str]:
    """The reasons of a refusal, which have to differ from each other, with their canaries."""
    return {field: f"{words} {canary(field)} {CPR}." for field, words in parts.items()}


def pressed(ear: Ear) -> frozenset[str]:
    """The fields that came in over the door with their own canary in them."""
    found = set()
    for call in ear.calls:
        if call.to_bot and STEM in call.body.casefold():
            value = json.loads(call.body).get("value") or {}
            data = value.get("action", {}).get("data", {})
            found |= {name for name, said in data.items() if canary(name) in str(said).casefold()}
    return frozenset(found)


def readers(stage: Stage, ear: Ear, fields: Iterable[str]) -> dict[str, frozenset[str]]:
    """Field -> who was shown what was typed there, ever: people in their own chat and in answers to them,
    ``meeting`` for the meeting's chat, ``letter`` for what is sent to the citizen."""
    world = stage.sandbox.world
    shown = {"letter": [str(mail["html"]) for mail in world.mailbox]}
    if stage.chat:
        shown["meeting"] = _posted(ear, stage.chat)
    for person in world.people.values():
        answers = ear.answers.get(str(person.oid), []) if person.oid else []
        shown[person.id] = answers + _posted(ear, stage.personal(person.id))
    canaries = {canary(field): field for field in fields}
    read = {who: found_in(canaries, *texts) for who, texts in shown.items()}
    return {
        field: frozenset(who for who, found in read.items() if one in found)
        for one, field in canaries.items()
    }


def _posted(ear: Ear, chat: str) -> list[str]:
    """What was posted to a chat, or written over there."""
    places = (f"/{chat}/activities", f"/{quote(chat, safe='')}/activities")
    return [
        call.body for call in ear.calls if not call.to_bot and any(p in call.url for p in places)
    ]
