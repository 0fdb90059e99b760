"""Every card as a whole, and every longer sentence on its own: easy, calm, no word to avoid (4.1, 4.3)."""

from __future__ import annotations

import pytest

from cards import CARDS
from tests.unit.cards.allowlist import walk
from tests.unit.cards.samples import plain
from tests.unit.texts.plain_danish import faults, lix
from texts import views
from texts.catalog import LANGUAGES, catalogue
from texts.views import Language, View

FOR_EVERYBODY = (views.MeetingStatus, views.Announcement)
STAFF, EVERYBODY, TARGET = 40, 35, 30
LONG = 12  # of fewer words LIX says little: one word changes it by ten
SHORT, OF_FEW_WORDS = 8, 60
ABOUT_A_DECISION = "guide"
"""Cards that help with a decision in the case itself, where *afgørelse* is right (C17, C18)."""


def said(view: View) -> str:
    """What stands on the card, in its order: texts, names of fields, buttons."""
    parts = walk(CARDS[type(view)](view))
    keys = ("text", "title", "label")
    found = [part[key] for part in parts for key in keys if isinstance(part.get(key), str)]
    return "\n".join(one for one in found if one.strip())


@pytest.mark.parametrize("name", plain("da"))
def test_no_card_is_hard_to_read(name: str) -> None:
    """LIX: at most 40 for staff, 35 for what everybody in the meeting sees."""
    view = plain("da")[name]
    assert lix(said(view)) <= (EVERYBODY if isinstance(view, FOR_EVERYBODY) else STAFF)


def test_cards_are_easy_to_read() -> None:
    measured = {name: lix(said(view)) for name, view in plain("da").items()}
    over = {name: value for name, value in measured.items() if value > TARGET}
    assert len(over) <= len(measured) / 10, over
    assert sum(measured.values()) / len(measured) <= TARGET


def test_no_sentence_is_made_of_long_words() -> None:
    more = {key: one for key, one in catalogue("da").items() if len(one.split()) > SHORT}
    assert {key: lix(one) for key, one in more.items() if lix(one) > OF_FEW_WORDS} == {}


def test_no_longer_sentence_is_hard_to_read() -> None:
    long = {key: one for key, one in catalogue("da").items() if len(one.split()) >= LONG}
    measured = {key: lix(one) for key, one in long.items()}
    assert {key: value for key, value in measured.items() if value > STAFF} == {}
    assert sum(value <= TARGET for value in measured.values()) >= 0.85 * len(measured)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", plain("da"))
def test_no_card_is_harsh(name: str, language: Language) -> None:
    text = " ".join(said(plain(language)[name]).split())
    assert faults(text, language, decision=name.startswith(ABOUT_A_DECISION)) == []
