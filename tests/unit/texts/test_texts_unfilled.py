"""Nothing that anybody reads or hears holds a field that was not filled, under any guideline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest

from cards import CARDS
from guidelines.profile import Profile
from guidelines.wording import fields_of
from tests.scenario.stage import words as words_on
from tests.unit.cards.samples import plain
from tests.unit.texts.outcomes import LANGUAGES, PROFILES, letters, relations, words
from tests.unit.texts.test_texts_notes import GRANTED, LATER, NOON, REFUSED
from texts import views
from texts.announcement import (
    announcement,
    answer_how_to_record,
    answer_may_i_record,
    answer_may_i_share,
    answer_video,
    late_joiner,
    own_sentence,
    revoked,
    says_decision,
    says_guidance,
    start_sentence,
)
from texts.notes import IncidentFacts, MarkFacts, OwnFacts, TaskFacts, case_note
from texts.script import talk_lines
from texts.views import Language, RequestState, View
from texts.voice import OUTCOMES, spoken

ALL = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
FIELD = re.compile(r"\{[a-z_]+\}")
STAFF = ("preparation", "guidance", "undisclosed_steps", "refuser_notes")


def told(profile: Profile, relation: str) -> Iterator[str]:
    """What the meeting is told, in both languages."""
    for both in (False, True):
        for part in (False, True):
            for tells in (announcement, late_joiner):
                said = tells(
                    profile, "Ole", relation=relation, both_record=both, own_part=part, video=both
                )
                yield from (*said.da, *said.en)
    yield from (*revoked(profile).da, *revoked(profile).en)


def spoken_of(profile: Profile, relation: str, language: Language) -> Iterator[str]:
    """What is read aloud, said by Lydhør, or answered."""
    for kind in profile.meeting_kinds:
        for again in (False, True):
            lines = talk_lines(
                profile, kind=kind, employee="Mette", recorder="Ole", relation=relation,
                own_part=True, both_record=True, video=True, again=again, language=language,
            )  # fmt: skip
            yield from (line.say for line in lines)
    for outcome in OUTCOMES:
        yield spoken(profile, outcome, relation, language)
    for what in ("permitted", "refused", "undecided"):
        yield start_sentence(profile, what, relation=relation, language=language)
    yield from (*says_guidance(profile, language), *says_decision(profile, language))
    yield answer_how_to_record(profile, language)
    yield answer_may_i_share(profile, language)
    yield answer_video(profile, language)
    yield from answer_may_i_record(profile, language)


@ALL
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_field_is_left_unfilled(profile: Profile, language: Language) -> None:
    for relation in relations(profile):
        for said in (*told(profile, relation), *spoken_of(profile, relation, language)):
            assert not FIELD.search(said), said
    for letter in letters(profile, language):
        assert not FIELD.search(words(letter)), letter.subject


def notes_of(profile: Profile, language: Language) -> Iterator[str]:
    """Case notes with everything that can stand in one, of every outcome."""
    for relation in relations(profile):
        for facts in (GRANTED, REFUSED):
            for state in get_args(RequestState):
                parts = {one.id: "Ord." for one in profile.refusal_grounds[0].parts}
                told = replace(
                    facts, state=state, language=language, relation=relation,
                    verdicts={one.id: "for" for one in profile.criteria}, notes={}, parts=parts,
                    late=True, maybe_twice=True, spoken_at=NOON, heard_by=("Ole Madsen",),
                    incidents=(IncidentFacts(NOON, LATER), IncidentFacts(NOON, None)),
                    own=OwnFacts(), tasks=(TaskFacts("minutes"),),
                    marks=(MarkFacts("guided", NOON, "Mette Holm"), MarkFacts("oral_decision", NOON, "Mette Holm", "Ord.")),
                )  # fmt: skip
                yield case_note(profile, told)


@ALL
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_case_note_holds_an_unfilled_field(profile: Profile, language: Language) -> None:
    for note in notes_of(profile, language):
        assert not FIELD.search(note), note


def drawn(profile: Profile, language: Language) -> Iterator[tuple[str, str]]:
    """Every card whole, with the guideline's own sentences wherever a card takes any."""
    for name, view in plain(language).items():
        if not isinstance(view, views.Toast):
            told = with_sentences(profile, view, language)
            yield name, words_on(CARDS[type(told)](told))


def with_sentences(profile: Profile, view: View, language: Language) -> View:
    relation = getattr(view, "relation", "citizen")
    own = {
        name: tuple(
            own_sentence(profile, one, relation, language) for one in getattr(profile, name)
        )
        for name in STAFF
    }
    if isinstance(view, views.Preparation):
        return replace(view, points=own["preparation"], guidance=own["guidance"])
    if isinstance(view, views.Guide):
        return replace(view, preparation=own["preparation"], guidance=own["guidance"])
    if isinstance(view, views.Situation):
        return replace(view, sentences=own["undisclosed_steps"])
    if isinstance(view, views.Refusal | views.Confirmation):
        return replace(view, weighing=replace(view.weighing, notes=own["refuser_notes"]))
    if isinstance(view, views.Welcome):
        return replace(view, frame=answer_may_i_record(profile, language))
    if isinstance(view, views.Handover | views.LetterPreview):
        letter = next(letters(profile, language))
        return replace(view, paragraphs=letter.paragraphs)
    return view


@ALL
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_card_holds_an_unfilled_field(profile: Profile, language: Language) -> None:
    cards = dict(drawn(profile, language))
    assert len(cards) > 150
    wrong = {name: found for name, said in cards.items() if (found := FIELD.findall(said))}
    assert wrong == {}


@ALL
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_employees_read_has_its_links(profile: Profile, language: Language) -> None:
    for names in STAFF:
        for name in getattr(profile, names):
            for relation in relations(profile):
                said = own_sentence(profile, name, relation, language)
                assert not fields_of(said), name
    if "{ombudsman}" in str([profile.words(n) for n in profile.refuser_notes]):
        notes = " ".join(own_sentence(profile, n) for n in profile.refuser_notes)
        assert profile.links["ombudsman"] in notes
