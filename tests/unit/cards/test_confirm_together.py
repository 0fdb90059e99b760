"""The second person reads whom a no is decided with, and what each answer does (C27)."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from cards.confirmation import confirmation_card
from tests.scenario.stage import words
from tests.unit.cards.samples import plain
from tests.unit.guidelines.profiles import ALL, profile_of
from tests.unit.texts.outcomes import refusals
from texts.catalog import LANGUAGES
from texts.letters import refused_letter
from texts.views import Confirmation, Language, WhyAsked

TOGETHER = {"da": "sammen med den nærmeste leder", "en": "together with the nearest leader"}
ELSE = {"da": "bliver det ved det, der gælder nu", "en": "what holds now goes on"}
TWO = [one for one in ALL if profile_of(one).two_persons]


@pytest.mark.rule("C27")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_says_who_decides_a_no_and_what_a_disagreement_does(language: Language) -> None:
    cards = [view for view in plain(language).values() if isinstance(view, Confirmation)]
    assert cards
    for view in cards:
        said = words(confirmation_card(view))
        assert TOGETHER[language] in said
        assert ELSE[language] in said
        assert view.proposed_by in said


@pytest.mark.rule("C27")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile_id", TWO)
def test_the_letter_names_the_second_person(profile_id: str, language: Language) -> None:
    profile = profile_of(profile_id)
    letters = [refused_letter(profile, facts) for facts in refusals(profile, language)]
    assert letters
    for letter in letters:
        assert "Lone Dahl" in "\n".join(letter.paragraphs)


@pytest.mark.rule("C27")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_says_why_it_is_this_person(language: Language) -> None:
    said = {}
    view = next(one for one in plain(language).values() if isinstance(one, Confirmation))
    for why in get_args(WhyAsked):
        told = words(confirmation_card(replace(view, why_asked=why)))
        said[why] = told.partition(TOGETHER[language])[2][:120]
    silent = {said.pop("leader"), said.pop("second")}
    assert len(silent) == 1
    assert len({*said.values(), *silent}) == len(said) + 1
    office = {"da": "HR og Jura", "en": "HR/Legal"}[language]
    assert {why for why, told in said.items() if office in told} == {
        "hr_party", "hr_registered", "hr_unreached", "hr_second",
    }  # fmt: skip
