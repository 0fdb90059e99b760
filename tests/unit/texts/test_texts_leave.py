"""What everybody reads and hears is in the words of this municipality's own guideline (K16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

import pytest

from cards.status import status_card
from guidelines.meeting import RecordingState, pictures_said
from guidelines.profile import Profile
from tests.unit.cards.conduct_samples import ID, MEETING
from tests.unit.texts.outcomes import PROFILES, relations
from texts.announcement import announcement, late_joiner, revoked
from texts.views import MeetingStatus
from texts.voice import OUTCOMES, spoken

ALL = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
AGREED = re.compile(r"\b(?:aftale[nrt]?|er (?:det |ikke )?aftalt)\b", re.IGNORECASE)
LEAVE = re.compile(r"\b(?:lov til|tilladelse\w*)\b", re.IGNORECASE)
PROMISES = {"minutes": "få et referat sendt", "printout": "få en udskrift af"}


def status(profile: Profile, state: RecordingState, *, video: bool = False) -> str:
    view = MeetingStatus(
        meeting_id=ID, meeting=MEETING, block="held", block_reason="", block_read_at=None,
        state=state, recorder="Ole", leave=profile.leave, promises=profile.promised_tasks,
        pictures=pictures_said(profile, state, video=video),
    )  # fmt: skip
    return str(status_card(view))


def told(profile: Profile) -> Iterator[str]:
    """What the meeting reads and hears, with sound alone."""
    for state in get_args(RecordingState):
        yield status(profile, state)
    for relation in relations(profile):
        for outcome in OUTCOMES:
            yield spoken(profile, outcome, relation)
        for tells in (announcement, late_joiner):
            yield " ".join(tells(profile, "Ole", relation=relation).da)
    yield " ".join(revoked(profile).da)


@ALL
@pytest.mark.rule("B11", "C6")
def test_an_agreement_is_spoken_of_only_where_there_is_one(profile: Profile) -> None:
    said = " ".join(told(profile))
    assert bool(AGREED.search(said)) is (profile.leave == "agreement")
    assert bool(LEAVE.search(said)) is (profile.leave == "permission")


@ALL
@pytest.mark.rule("A3", "B5")
def test_only_what_the_guideline_promises_is_promised(profile: Profile) -> None:
    said = " ".join(told(profile))
    promised = {kind for kind, words in PROMISES.items() if words in said}
    assert promised == (set() if profile.is_notice else set(profile.promised_tasks))


@ALL
@pytest.mark.rule("A20", "B29", "C6")
def test_video_is_spoken_of_alike_everywhere(profile: Profile) -> None:
    only = re.compile("kun lyd|ikke video|ikke optages video|ikke billeder")
    sound = (
        " ".join(announcement(profile, "Ole").da),
        status(profile, "announced"),
        spoken(profile, "one"),
    )
    assert {bool(only.search(said)) for said in sound} == {profile.video != "allowed"}
    if profile.video != "prohibited":
        seen = " ".join(announcement(profile, "Ole", video=True).da)
        for said in (seen, status(profile, "announced", video=True)):
            assert "Der bliver også optaget video." in said
            assert not only.search(said)
