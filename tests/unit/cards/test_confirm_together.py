"""The second person reads whom a no is decided with, and what each answer does (C27)."""

from __future__ import annotations

import pytest

from cards.confirmation import confirmation_card
from tests.scenario.stage import words
from tests.unit.cards.samples import plain
from tests.unit.guidelines.profiles import ALL, profile_of
from tests.unit.texts.outcomes import refusals
from texts.catalog import LANGUAGES
from texts.letters import refused_letter
from texts.views import Confirmation, Language

TOGETHER = {"da": "sammen med den nærmeste leder", "en": "together with the nearest leader"}
NEXT = {"da": "den næste leder eller HR og Jura", "en": "the next leader or HR/Legal"}
ELSE = {"da": "bliver det ved det, der gælder nu", "en": "what holds now goes on"}
TWO = [one for one in ALL if profile_of(one).two_persons]


@pytest.mark.rule("C27")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_says_who_decides_a_no_and_what_a_disagreement_does(language: Language) -> None:
    cards = [view for view in plain(language).values() if isinstance(view, Confirmation)]
    assert cards
    named = 0
    for view in cards:
        said = words(confirmation_card(view))
        assert TOGETHER[language] in said
        assert ELSE[language] in said
        assert view.proposed_by in said
        named += NEXT[language] in said
    assert named


@pytest.mark.rule("C27")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile_id", TWO)
def test_the_letter_names_the_second_person(profile_id: str, language: Language) -> None:
    profile = profile_of(profile_id)
    letters = [refused_letter(profile, facts) for facts in refusals(profile, language)]
    assert letters
    for letter in letters:
        assert "Lone Dahl" in "\n".join(letter.paragraphs)
