"""The behaviour matrix (domain 2.4): thirteen situations, three guidelines, and a fourth."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from guidelines.conduct import Conduct, Situation, Step, conduct, may_video, permitted_undecided
from guidelines.profile import Profile, load_profile, read_profile

OTHERS = Path(__file__).parents[2] / "profiles"
A, B, C = "nyborg", "frederiksberg", "albertslund"


def says(permitted: bool, steps: str) -> Conduct:
    told = steps.split()
    assert set(told) <= set(get_args(Step))
    return Conduct(permitted, tuple(told))  # type: ignore[arg-type]


YES, NO = True, False
STOP = "ask_stop offer_minutes leader_may_end note"
FULL = "recorder_records announce guide note"
APART = says(NO, "not_covered agree_with_leader")
# situation, facts, A, B, C. One line of the table may be played with several facts.
MATRIX: list[tuple[Situation, dict[str, Any], Conduct, Conduct, Conduct]] = [
    ("no_request", {}, says(NO, "silent"), says(NO, "silent"), says(YES, "silent")),
    ("approved", {"granted": True}, says(YES, "both_record why_needed announce"),
     says(YES, "recorder_records announce"), says(YES, FULL)),
    ("undecided_at_start", {}, says(NO, "decide_now offer_move"),
     says(NO, "decide_now offer_move"), says(YES, "silent")),
    ("asked_during_meeting", {}, says(NO, "decide_now offer_minutes"),
     says(NO, "ask_department decide_now offer_minutes"),
     says(YES, "take_notice announce guide note")),
    ("asked_during_meeting", {"granted": True}, says(YES, "both_record why_needed announce"),
     says(YES, "recorder_records announce"), says(YES, "take_notice announce guide note")),
    ("refused_by_one", {}, says(NO, "refusal_stands give_reasons explain_orally"),
     says(NO, "refusal_stands give_reasons"), says(YES, "leader_confirms")),
    ("refused_without_ground", {}, says(NO, "ask_ground"), says(NO, "weigh_criteria"),
     says(YES, "refusal_ground_needed")),
    ("records_after_refusal", {}, says(NO, STOP), says(NO, STOP),
     says(NO, "ask_stop note no_police_report")),
    ("records_after_refusal", {"devices_out": True, "meeting_kind": "in_person"},
     says(NO, STOP.replace(" offer", " devices_rule offer")),
     says(NO, STOP.replace(" offer", " devices_rule offer")),
     says(NO, "ask_stop devices_rule note no_police_report")),
    ("records_after_refusal", {"devices_out": True, "meeting_kind": "phone"}, says(NO, STOP),
     says(NO, STOP), says(NO, "ask_stop note no_police_report")),
    ("records_without_asking", {}, says(NO, "remind_of_rule decide_now"),
     says(NO, "remind_of_rule decide_now"), says(YES, "encourage_openness guide note")),
    ("staff_recording", {"granted": True}, says(NO, "alert_picture suggest_sound_only_device teams_audio_only"),
     says(NO, "stop_recording note"), says(NO, "stop_recording note explain_exception ask_why")),
    ("staff_recording", {}, says(NO, "stop_recording"), says(NO, "stop_recording note"),
     says(NO, "stop_recording note explain_exception ask_why")),
    ("video_seen", {}, says(NO, "stop_video offer_sound video_not_blocked"), says(NO, "stop_video offer_sound video_not_blocked"),
     says(NO, "stop_video sound_is_fine video_not_blocked")),
    ("video_seen", {"granted": True, "video_accepted": True}, says(NO, "stop_video sound_is_fine video_not_blocked"),
     says(NO, "stop_video sound_is_fine video_not_blocked"), says(NO, "stop_video sound_is_fine video_not_blocked")),
    ("others_affairs", {}, says(NO, "weigh_others"), says(NO, "weigh_others"),
     says(YES, "weigh_others others_ground offer_own_part")),
    ("others_affairs", {"granted": True}, says(YES, "weigh_others"), says(YES, "weigh_others"),
     says(YES, "weigh_others others_ground offer_own_part")),
    ("one_to_one", {}, APART, APART, APART),
    ("one_to_one", {"employee_type": "appraisal"}, APART, APART, APART),
    ("official_talk", {}, APART, APART, says(YES, "silent")),
    ("official_talk", {"granted": True, "employee_type": "sickness"}, APART, APART,
     says(YES, FULL)),
    ("official_talk", {"employee_type": "appraisal"}, APART, APART, APART),
]  # fmt: skip
TABLE = [
    pytest.param(name, situation, facts, expected, id=f"{situation}-{number}-{name}")
    for number, (situation, facts, *row) in enumerate(MATRIX)
    for name, expected in zip((A, B, C), row, strict=True)
]
ROWS = get_args(Situation)[:13]


@cache
def fourth() -> dict[str, Profile]:
    """The municipalities of domain 2.5, written as data alone."""
    return {path.stem: read_profile(path) for path in sorted(OTHERS.glob("*.yaml"))}


@pytest.mark.rule(
    "A1", "A7", "A8", "A9", "A13", "A15", "A18", "A20", "B11", "B18", "B20", "B21", "B29"
)
@pytest.mark.rule(
    "C1", "C4", "C6", "C7", "C9", "C15", "C19", "C20", "C21", "C22", "C24", "C27", "C30"
)
@pytest.mark.rule("C31")
@pytest.mark.parametrize(("name", "situation", "facts", "expected"), TABLE)
def test_the_matrix(
    name: str, situation: Situation, facts: dict[str, Any], expected: Conduct
) -> None:
    assert conduct(load_profile(name), situation, **facts) == expected


def test_no_row_is_left_out() -> None:
    assert {situation for situation, *_ in MATRIX} == set(ROWS)
    assert len(ROWS) == 13


@pytest.mark.rule("C12")
@pytest.mark.parametrize("name", [A, B, C])
def test_recording_stops_while_who_records_is_away(name: str) -> None:
    assert conduct(load_profile(name), "recorder_away") == says(NO, "stop_while_away")


def test_a_bot_that_takes_notes() -> None:
    assert conduct(load_profile(B), "note_taker_seen") == says(NO, "ask_note_taker_out")
    assert conduct(load_profile(C), "note_taker_seen") == says(NO, "ask_everybody")


@pytest.mark.parametrize("situation", get_args(Situation))
@pytest.mark.parametrize("granted", [True, False])
def test_a_fourth_municipality_is_data_alone(situation: Situation, granted: bool) -> None:
    """Holbæk, Gladsaxe, Silkeborg and Nordfyn answer every situation by their own stance."""
    for name, profile in fourth().items():
        found = conduct(profile, situation, granted=granted)
        assert found.steps, name
        assert set(found.steps) <= set(get_args(Step)), name
        assert len(found.steps) == len(set(found.steps)), name
        _follows_the_stance(profile, situation, granted, found)


def _follows_the_stance(
    profile: Profile, situation: Situation, granted: bool, found: Conduct
) -> None:
    stance = profile.default_stance == "allow_unless_ground"
    assert permitted_undecided(profile) == stance
    if situation in ("no_request", "undecided_at_start"):
        assert found.permitted == stance
        assert ("decide_now" in found.steps) == (situation != "no_request" and not stance)
    if situation == "approved":
        both = {"required": "both_record", "optional": "may_record_too", "none": None}
        wanted = both[profile.parallel_recording]
        assert wanted is None or wanted in found.steps
        assert found.permitted
    if situation == "refused_by_one":
        assert ("leader_confirms" in found.steps) == profile.two_persons
    if situation == "video_seen":
        assert found.permitted == may_video(profile)
    if situation == "recorder_away":
        assert not found.permitted
