"""What holds in a meeting (B11, B20, B21, B29)."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.meeting import (
    Block,
    block_state,
    recording_state,
)
from guidelines.request import State

switch = st.sampled_from([True, False, None])


def read(recording: bool | None, transcription: bool | None, automatic: bool | None) -> Block:
    return block_state(
        outcome="read",
        allow_recording=recording,
        allow_transcription=transcription,
        record_automatically=automatic,
    )


@given(switch, switch, switch)
def test_held_only_when_every_switch_was_read_as_off(
    recording: bool | None, transcription: bool | None, automatic: bool | None
) -> None:
    block = read(recording, transcription, automatic)
    all_off = (recording, transcription, automatic) == (False, False, False)
    assert (block == ("held", "")) == all_off
    if not all_off:
        assert block.state == "unverifiable"


def test_unread_and_switched_on_are_told_apart() -> None:
    assert read(None, True, False) == ("unverifiable", "no_answer")
    assert read(True, False, False) == ("unverifiable", "switched_on_again")


def test_transcription_may_be_kept() -> None:
    kept = block_state(
        outcome="read", allow_recording=False, record_automatically=False, keep_transcription=True
    )
    assert kept == ("held", "")


@pytest.mark.parametrize(
    "outcome", ["access_policy_missing", "permission_missing", "meeting_unknown", "no_answer"]
)
def test_what_could_not_be_read_is_not_held(outcome: str) -> None:
    assert block_state(outcome=outcome) == ("unverifiable", outcome)


def test_other_peoples_and_instant_meetings_are_out_of_reach() -> None:
    assert block_state(outcome="read", organizer_ours=False) == (
        "out_of_reach",
        "foreign_organizer",
    )
    assert block_state(outcome=None, teams_type="GroupCall") == ("out_of_reach", "instant_meeting")
    assert block_state(outcome="meeting_unknown", teams_type="MeetNow").state == "out_of_reach"
    assert block_state(outcome="permission_missing", teams_type="MeetNow").state == "unverifiable"
    assert block_state(outcome=None) == ("checking", "")


@given(st.lists(st.sampled_from(get_args(State))), st.booleans(), st.booleans())
def test_the_status_of_a_meeting(states: list[State], announced: bool, over: bool) -> None:
    shown = recording_state(states, announced=announced, over=over)
    if over:
        assert shown == "over"
    elif "granted" in states:
        assert shown == ("announced" if announced else "granted")
    else:
        assert shown in ("nobody_asked", "undecided", "not_granted")


def test_open_closed_and_nobody() -> None:
    assert recording_state(["not_granted", "received"]) == "undecided"
    assert recording_state(["not_granted", "withdrawn"]) == "not_granted"
    assert recording_state(["withdrawn", "lapsed"]) == "nobody_asked"
    assert recording_state([]) == "nobody_asked"
