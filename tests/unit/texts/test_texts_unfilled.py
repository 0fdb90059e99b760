"""Nothing that anybody reads or hears holds a field that was not filled, under any guideline."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from guidelines.profile import Profile
from guidelines.wording import fields_of
from tests.unit.texts.outcomes import LANGUAGES, PROFILES, letters, relations, words
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
from texts.script import talk_lines
from texts.views import Language
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
