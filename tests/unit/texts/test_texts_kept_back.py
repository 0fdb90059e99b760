"""What is private to somebody else stays in the case; nothing is promised that may never come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.texts.outcomes import LANGUAGES, PROFILES, refusal, words
from texts.announcement import announcement, says_guidance
from texts.catalog import text
from texts.letters import refused_letter, spoken_explanation
from texts.views import Language

A, C = PROFILES["nyborg"], PROFILES["albertslund"]
PRIVATE = "Hans søn har gæld."


@pytest.mark.rule("C31")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_others_affairs_are_in_no_letter_and_not_said(language: Language) -> None:
    ground = C.refusal_ground("others_affairs")
    assert ground is not None
    no = refusal(C, ground, language=language)
    no = replace(no, parts={**no.parts, "others_interest": PRIVATE})
    letter = words(refused_letter(C, no))
    assert PRIVATE not in letter
    assert PRIVATE not in spoken_explanation(C, no)
    assert no.parts["conclusion"] in letter
    weighed = {"da": "hensynet til de andre", "en": "the regard for the others"}
    assert weighed[language] in letter


@pytest.mark.rule("C18")
@pytest.mark.parametrize("language", LANGUAGES)
def test_guidance_promises_no_decision(language: Language) -> None:
    said = " ".join(says_guidance(C, language))
    assert {"da": "ikke en afgørelse", "en": "not a decision"}[language] in said
    assert {"da": "på skrift", "en": "in writing"}[language] not in said


def test_one_person_alone_is_not_said_to_be_two() -> None:
    for key in ("refused", "refused_unnamed"):
        said = text(f"card.registration.{key}", "da", number="L-1", who="Mette Holm")
        assert "To personer" not in said
        assert "Nejet gælder stadig" in said


@pytest.mark.rule("A19")
def test_several_who_record_use_their_recording() -> None:
    told = " ".join(announcement(A, "Ole og Asta").da)
    assert "Ole og Asta må selv bruge optagelsen" in told
    assert "sin optagelse" not in told
