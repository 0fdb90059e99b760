"""The reasons, short enough to be said: 60 words, and the same as in the letter (A18)."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidelines.profile import Profile
from tests.unit.texts.outcomes import LANGUAGES, PROFILES, refusal, refusals
from texts.catalog import text
from texts.letters import (
    SPOKEN_WORDS,
    refused_letter,
    spoken_explanation,
    spoken_sentences,
)
from texts.views import Language

A, C = PROFILES["nyborg"], PROFILES["albertslund"]
ALL = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
LONG = " ".join(["Ord"] + ["ord"] * 80) + "."


@pytest.mark.rule("A18")
@ALL
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_no_has_a_spoken_version_with_the_letters_own_reasons(
    profile: Profile, language: Language
) -> None:
    for no in refusals(profile, language):
        said = spoken_explanation(profile, no)
        assert len(said.split()) <= SPOKEN_WORDS
        letter = "\n".join(refused_letter(profile, no).paragraphs)
        ground = profile.refusal_ground(no.refusal_ground)
        assert ground is not None
        last = [part for part in ground.parts if part.in_letter][-1]
        first = spoken_sentences(no.parts[last.id])[0]
        assert first in said
        assert first in letter
        opening = text("spoken.part" if no.partial else "spoken.no", language)
        assert said.startswith(opening)


def test_what_fits_is_said_whole_and_the_rest_is_pointed_to() -> None:
    short = spoken_explanation(A, refusal(A))
    assert short.endswith(text("spoken.ask"))
    assert "Det taler vi om." in short
    many = {part.id: "Det her er sket. " * 9 for part in A.refusal_grounds[0].parts}
    full = spoken_explanation(A, dataclasses.replace(refusal(A), parts=many))
    assert full.endswith(text("spoken.rest"))
    assert text("spoken.ask") not in full


def test_two_persons_are_told_of_without_their_names() -> None:
    said = spoken_explanation(C, refusal(C))
    assert text("spoken.together") in said
    assert "Lone" not in said
    assert text("spoken.together") not in spoken_explanation(A, refusal(A))


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_too_long_to_say_are_read_from_the_letter(language: Language) -> None:
    facts = dataclasses.replace(refusal(A, language=language), parts={"need": LONG})
    said = spoken_explanation(A, facts)
    assert text("spoken.read", language) in said
    assert "ord ord" not in said
    one = spoken_explanation(A, dataclasses.replace(facts, parts={"need": LONG, "weighing": "Nej"}))
    assert "Nej." in one
    assert one.endswith(text("spoken.rest", language))


def test_a_long_sentence_is_never_jumped_over_inside_a_part() -> None:
    """What follows it may hang on it: "Det gælder ikke dig" after a sentence nobody heard."""
    parts = {
        "need": f"Vi har set på det. {LONG} Det gælder ikke dig.",
        "weighing": "En nabo er med.",
    }
    said = spoken_explanation(A, dataclasses.replace(refusal(A), parts=parts))
    assert "Vi har set på det. En nabo er med." in said
    assert "gælder ikke" not in said


@pytest.mark.parametrize(
    ("written", "sentences"),
    [
        ("Vi mødtes kl. 13. Det gik godt", ("Vi mødtes kl. 13.", "Det gik godt.")),
        ("Den 3. maj råbte du. Vi stoppede.", ("Den 3. maj råbte du.", "Vi stoppede.")),
        ("Det er f.eks. Ole, bl.a. Else. Ja", ("Det er f.eks. Ole, bl.a. Else.", "Ja.")),
        ("To ting:\n- en nabo\n- et barn,", ("To ting.", "- en nabo.", "- et barn.")),
        ("Hvorfor? Fordi!  Sådan  er det.", ("Hvorfor?", "Fordi!", "Sådan er det.")),
        ("  \n ", ()),
    ],
)  # fmt: skip
def test_sentences_end_where_people_hear_an_end(written: str, sentences: tuple[str, ...]) -> None:
    assert spoken_sentences(written) == sentences


REASON = st.text(st.sampled_from("abcÆØÅ .,!?:\n"), max_size=600) | st.text(max_size=200)


@pytest.mark.rule("A18")
@settings(deadline=None)
@given(st.data(), st.sampled_from(sorted(PROFILES)), st.sampled_from(LANGUAGES))
def test_never_more_than_sixty_words_and_never_half_a_sentence(
    data: st.DataObject, name: str, language: Language
) -> None:
    profile = PROFILES[name]
    ground = data.draw(st.sampled_from(profile.refusal_grounds))
    facts = dataclasses.replace(
        refusal(profile, ground, language=language),
        parts={part.id: data.draw(REASON) for part in ground.parts},
        partial=data.draw(st.booleans()) and ground.partial,
    )
    said = spoken_explanation(profile, facts)
    assert len(said.split()) <= SPOKEN_WORDS
    opening = text("spoken.part" if facts.partial else "spoken.no", language)
    assert said.startswith(opening)
    left = said.removeprefix(opening).strip()
    for part in ground.parts:
        for sentence in spoken_sentences(facts.parts[part.id]) if part.in_letter else ():
            if not left.startswith(sentence):
                break
            left = left.removeprefix(sentence).strip()
    for key in ("read", "together", "rest", "ask"):
        left = left.removeprefix(text(f"spoken.{key}", language)).strip()
    assert left == ""
