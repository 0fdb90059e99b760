"""Parameters that none of the three guidelines uses, one at a time (domain 2.5)."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from guidelines.conduct import Situation, conduct, may_video
from guidelines.profile import load_profile

A, B, C = (load_profile(name) for name in ("nyborg", "frederiksberg", "albertslund"))
VETO = dataclasses.replace(C, refusal_decider="employee", undisclosed_recording="house_rule")


def steps(profile: Any, situation: Situation, **facts: Any) -> tuple[str, ...]:
    return conduct(profile, situation, **facts).steps


def test_the_employee_may_record_too_where_it_is_optional() -> None:
    optional = dataclasses.replace(B, parallel_recording="optional")
    assert steps(optional, "approved") == ("recorder_records", "may_record_too", "announce")
    assert steps(optional, "staff_recording") == ("stop_recording",)


@pytest.mark.rule("A15")
def test_necessity_is_written_down_only_where_the_profile_wants_it() -> None:
    assert "why_needed" in steps(A, "approved")
    free = dataclasses.replace(A, own_recording_necessity="not_asked")
    assert steps(free, "approved") == ("both_record", "announce")


def test_everybody_is_asked_where_everybody_must_say_yes() -> None:
    school = dataclasses.replace(B, participant_objection="consent")
    assert steps(school, "approved") == ("recorder_records", "ask_everybody", "announce")
    assert steps(school, "others_affairs") == ("ask_everybody", "weigh_others")


@pytest.mark.rule("C31")
def test_an_objection_is_weighed_where_the_profile_says_so() -> None:
    assert steps(C, "others_affairs") == ("weigh_others", "others_ground", "offer_own_part")
    without = dataclasses.replace(C, participant_objection="none")
    assert steps(without, "others_affairs") == ("others_ground", "offer_own_part")


def test_notice_with_a_veto() -> None:
    """Gladsaxe, Silkeborg, Holbæk: tell beforehand; the employee may decline alone."""
    assert steps(VETO, "refused_by_one") == ("refusal_stands", "give_reasons")
    assert not conduct(VETO, "refused_by_one").permitted
    without = conduct(VETO, "records_without_asking")
    assert without.steps == ("remind_of_rule", "take_notice", "announce", "guide", "note")
    assert without.permitted


@pytest.mark.rule("C24")
def test_devices_stay_out_only_when_that_was_decided_and_in_a_room_of_ours() -> None:
    assert "devices_rule" in steps(
        C, "records_after_refusal", meeting_kind="in_person", devices_out=True
    )
    assert "devices_rule" not in steps(C, "records_after_refusal", meeting_kind="in_person")
    for kind in ("home_visit", "phone", "virtual"):
        said = steps(C, "records_after_refusal", meeting_kind=kind, devices_out=True)
        assert "devices_rule" not in said


def test_a_lawful_recording_is_told_to_all_where_that_is_a_duty() -> None:
    duty = dataclasses.replace(C, inform_participants="required")
    wanted = ("encourage_openness", "announce", "guide", "note")
    assert steps(duty, "records_without_asking") == wanted


@pytest.mark.rule("A20", "C6")
@pytest.mark.parametrize(
    ("value", "accepted", "may"),
    [
        ("prohibited", True, False), ("prohibited", None, False),
        ("allowed", None, True), ("allowed", False, True),
        ("with_employee_acceptance", True, True), ("with_employee_acceptance", None, False),
        ("with_employee_acceptance", False, False),
    ],
)  # fmt: skip
def test_video_only_where_the_profile_says_so(value: Any, accepted: bool | None, may: bool) -> None:
    profile = dataclasses.replace(A, video=value)
    assert may_video(profile, accepted) == may
    seen = conduct(profile, "video_seen", video_accepted=accepted)
    assert seen.permitted == may
    assert ("stop_video" in seen.steps) == (not may)
    asked = value == "with_employee_acceptance" and accepted is None
    assert ("ask_video_acceptance" in seen.steps) == asked
    own = conduct(profile, "staff_recording", granted=True, video_accepted=accepted)
    assert own.permitted == may
    assert own.steps == (
        ("announce",) if may else ("alert_picture", "suggest_sound_only_device", "teams_audio_only")
    )


def test_two_persons_in_a_profile_that_asks_first() -> None:
    """Undecided stays undecided until the leader has confirmed: nothing is permitted meanwhile."""
    found = conduct(dataclasses.replace(B, refusal_decider="employee_and_leader"), "refused_by_one")
    assert (found.permitted, found.steps) == (False, ("leader_confirms",))


@pytest.mark.rule("C7")
def test_an_employee_talk_needs_the_role_and_the_kind() -> None:
    alone = dataclasses.replace(C, requester_roles=("citizen",))
    assert "not_covered" in steps(alone, "official_talk")
    assert "not_covered" in steps(C, "official_talk", employee_type="coffee")
    one = dataclasses.replace(C.employee_meeting_types[-1], covered=True)
    wide = dataclasses.replace(C, employee_meeting_types=(one,))
    assert conduct(wide, "one_to_one").permitted
    assert not conduct(C, "one_to_one", employee_type="coffee").permitted
