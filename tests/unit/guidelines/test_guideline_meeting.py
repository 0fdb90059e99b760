"""What holds in a meeting (B11, B20, B21, B29)."""

from __future__ import annotations

import dataclasses
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.meeting import (
    Block,
    RecordingState,
    block_state,
    cameras_off,
    is_asked_about,
    may_record,
    pictures_said,
    recording_state,
)
from guidelines.profile import Profile, load_profile
from guidelines.request import State

switch = st.sampled_from([True, False, None])


def read(recording: bool | None, transcription: bool | None, automatic: bool | None) -> Block:
    return block_state(
        outcome="read",
        allow_recording=recording,
        allow_transcription=transcription,
        record_automatically=automatic,
    )


@pytest.mark.rule("A20", "B21", "B29", "C4")
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
    assert read(None, True, False) == ("unverifiable", "value_missing")
    assert read(True, False, False) == ("unverifiable", "switched_on_again")


def on(**more: bool) -> Block:
    return block_state(
        outcome="read",
        allow_recording=False,
        allow_transcription=False,
        record_automatically=True,
        **more,
    )


def test_a_change_that_was_accepted_and_changed_nothing_has_a_reason_of_its_own() -> None:
    after = block_state(
        outcome="read",
        allow_recording=True,
        allow_transcription=False,
        record_automatically=False,
        insisted=True,
    )
    assert after == ("unverifiable", "unchanged")
    assert on(insisted=True) == ("unverifiable", "unchanged")
    assert on() == ("unverifiable", "switched_on_again")
    assert on(insisted=True, running=True) == ("unverifiable", "automatic_while_running")


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("OneToOneCall", "one_to_one_call"),
        ("groupcall", "group_call"),
        ("MeetNow", "instant_meeting"),
        ("ChannelScheduled", "channel_meeting"),
        ("ChannelRecurring", "channel_meeting"),
    ],
)
def test_what_graph_does_not_know_is_out_of_reach_for_its_own_reason(
    kind: str, reason: str
) -> None:
    for outcome in (None, "meeting_unknown"):
        assert block_state(outcome=outcome, teams_type=kind) == ("out_of_reach", reason)
    off = {"allow_recording": False, "allow_transcription": False, "record_automatically": False}
    assert block_state(outcome="read", teams_type=kind, **off).state == "held"


def test_a_meeting_that_graph_has_forgotten_is_not_one_it_never_knew() -> None:
    assert block_state(outcome="meeting_unknown") == ("unverifiable", "meeting_unknown")
    forgotten = block_state(outcome="meeting_unknown", known_before=True)
    assert forgotten == ("unverifiable", "meeting_expired")


@pytest.mark.parametrize(
    "outcome", ["access_policy_missing", "permission_missing", "no_answer", "unheard_of"]
)
def test_only_what_is_unknown_now_is_told_as_forgotten(outcome: str) -> None:
    assert block_state(outcome=outcome, known_before=True) == ("unverifiable", outcome)


def test_people_are_asked_now_and_then_not_each_time() -> None:
    assert [times for times in range(8) if is_asked_about(times)] == [3, 6]


def test_cameras_are_touched_only_where_the_profile_says_so_and_a_wish_is_granted() -> None:
    chosen = dataclasses.replace(B, attendee_cameras="off_when_granted")
    assert cameras_off(chosen, granted=True)
    assert not cameras_off(chosen, granted=False)
    assert not any(cameras_off(profile, granted=True) for profile in PROFILES)


def test_transcription_may_be_kept() -> None:
    kept = block_state(
        outcome="read", allow_recording=False, record_automatically=False, keep_transcription=True
    )
    assert kept == ("held", "")


@pytest.mark.parametrize(
    "outcome",
    ["access_policy_missing", "permission_missing", "meeting_unknown", "no_answer", "unheard_of"],
)
def test_what_could_not_be_read_is_not_held(outcome: str) -> None:
    assert block_state(outcome=outcome) == ("unverifiable", outcome)


def test_other_peoples_and_instant_meetings_are_out_of_reach() -> None:
    assert block_state(outcome="read", organizer_ours=False) == (
        "out_of_reach",
        "foreign_organizer",
    )
    assert block_state(outcome=None, teams_type="GroupCall") == ("out_of_reach", "group_call")
    assert block_state(outcome="meeting_unknown", teams_type="MeetNow").state == "out_of_reach"
    assert block_state(outcome="permission_missing", teams_type="MeetNow").state == "unverifiable"
    assert block_state(outcome=None) == ("checking", "")


PROFILES = [load_profile(name) for name in ("nyborg", "frederiksberg", "albertslund")]
A, B, C = PROFILES
every_profile = pytest.mark.parametrize("profile", PROFILES, ids=lambda p: p.id)
some_states = st.lists(st.sampled_from(get_args(State)))


@pytest.mark.rule("A7", "C6")
@every_profile
@given(states=some_states, announced=st.booleans(), over=st.booleans())
def test_the_status_of_a_meeting(
    profile: Profile, states: list[State], announced: bool, over: bool
) -> None:
    shown = recording_state(profile, states, announced=announced, over=over)
    if over:
        assert shown == "over"
    elif "granted" in states:
        assert shown == ("announced" if announced else "granted")
    elif profile is C:
        assert shown == "permitted"
    else:
        assert shown in ("nobody_asked", "undecided", "not_granted")


@pytest.mark.rule("A7")
@pytest.mark.parametrize("profile", [A, B], ids=lambda p: p.id)
def test_silence_is_no_yes_where_one_must_ask(profile: Profile) -> None:
    assert recording_state(profile, ["not_granted", "received"]) == "undecided"
    assert recording_state(profile, ["not_granted", "withdrawn"]) == "not_granted"
    assert recording_state(profile, ["withdrawn", "lapsed"]) == "nobody_asked"
    assert recording_state(profile, []) == "nobody_asked"


@pytest.mark.rule("A20", "B29", "C6")
@pytest.mark.parametrize(
    ("video", "silent", "told", "with_pictures"),
    [
        ("prohibited", "sound_only", "sound_only", "recorded"),
        ("with_employee_acceptance", "ask", "sound_only", "recorded"),
        ("allowed", "allowed", "", "recorded"),
    ],
)
def test_pictures_are_spoken_of_as_the_guideline_has_them(
    video: str, silent: str, told: str, with_pictures: str
) -> None:
    profile = dataclasses.replace(C, video=video)  # type: ignore[arg-type]
    for seen in (True, False):
        assert pictures_said(profile, "permitted", video=seen) == silent
    for state in ("granted", "announced"):
        assert pictures_said(profile, state, video=False) == told
        assert pictures_said(profile, state, video=True) == with_pictures


@pytest.mark.rule("C6")
def test_silence_is_a_yes_where_nobody_has_to_ask() -> None:
    assert recording_state(C, []) == "permitted"
    assert recording_state(C, ["withdrawn", "lapsed"]) == "permitted"
    assert recording_state(C, ["not_granted", "received"]) == "permitted"
    assert recording_state(C, ["not_granted", "withdrawn"]) == "permitted"
    assert recording_state(C, ["not_granted", "granted"]) == "granted"


def test_a_yes_is_granted_before_it_is_announced() -> None:
    assert recording_state(A, ["granted"]) == "granted"
    assert recording_state(A, ["granted"], announced=True) == "announced"
    assert recording_state(A, [], announced=True) == "nobody_asked"


@pytest.mark.parametrize("state", get_args(RecordingState))
def test_when_sound_may_be_recorded(state: RecordingState) -> None:
    assert may_record(state) == (state in {"permitted", "granted", "announced"})
