"""The behaviour matrix for four more municipalities, written from the table alone (domain 2.5, 3.8).

Their profiles are data in ``tests/profiles/``; every line of the matrix is answered without new code.
"""

from __future__ import annotations

from typing import Any, get_args

import pytest

from guidelines.conduct import Conduct, Situation, Step, conduct
from tests.unit.guidelines.profiles import FURTHER, profile_of

YES, NO = True, False


def says(permitted: bool, steps: str) -> Conduct:
    told = steps.split()
    assert set(told) <= set(get_args(Step))
    return Conduct(permitted, tuple(told))  # type: ignore[arg-type]


STOP = says(NO, "ask_stop offer_minutes leader_may_end note")
CALM = says(NO, "ask_stop note no_police_report")
REFUSED = says(NO, "refusal_stands give_reasons explain_orally")
TOO = says(YES, "recorder_records may_record_too announce")
ALONE = says(YES, "recorder_records announce")
NOTICE = says(YES, "take_notice announce")
SILENT, GROUND = says(YES, "silent"), says(YES, "refusal_ground_needed")
PICTURE, NO_TEAMS = says(YES, "announce"), says(NO, "stop_recording")
SOUND_ONLY = says(NO, "alert_picture suggest_sound_only_device teams_audio_only")
WEIGH, APART = says(YES, "weigh_others"), says(NO, "not_covered agree_with_leader")
AWAY, ASK = says(NO, "stop_while_away"), says(NO, "ask_everybody")
# situation, facts, Gladsaxe, Holbæk, Nordfyn, Silkeborg: as FURTHER has them, by name.
MATRIX: list[tuple[Situation, dict[str, Any], Conduct, Conduct, Conduct, Conduct]] = [
    ("no_request", {}, SILENT, SILENT, says(NO, "silent"), SILENT),
    ("approved", {"granted": True}, TOO, TOO, ALONE, TOO),
    ("undecided_at_start", {}, SILENT, SILENT, says(NO, "decide_now offer_move"), SILENT),
    ("asked_during_meeting", {}, NOTICE, NOTICE, says(NO, "decide_now offer_minutes"), NOTICE),
    ("asked_during_meeting", {"granted": True}, NOTICE, NOTICE, ALONE, NOTICE),
    ("refused_by_one", {}, REFUSED, REFUSED, REFUSED, REFUSED),
    ("refused_without_ground", {}, GROUND, GROUND, says(NO, "ask_ground"), GROUND),
    ("records_after_refusal", {}, CALM, CALM, STOP, CALM),
    ("records_after_refusal", {"meeting_kind": "home_visit"}, CALM, CALM, STOP, CALM),
    ("records_without_asking", {}, says(YES, "encourage_openness"), says(YES, "encourage_openness"),
     says(NO, "remind_of_rule decide_now"), says(YES, "encourage_openness")),
    ("staff_recording", {}, NO_TEAMS, NO_TEAMS, says(NO, "stop_recording note"), NO_TEAMS),
    ("staff_recording", {"granted": True}, PICTURE, PICTURE, says(NO, "stop_recording note"),
     SOUND_ONLY),
    ("staff_recording", {"granted": True, "video_accepted": True}, PICTURE, PICTURE,
     says(NO, "stop_recording note"), PICTURE),
    ("video_seen", {}, PICTURE, PICTURE, says(NO, "stop_video offer_sound video_not_blocked"),
     says(NO, "ask_video_acceptance stop_video sound_is_fine video_not_blocked")),
    ("video_seen", {"video_accepted": True}, PICTURE, PICTURE,
     says(NO, "stop_video offer_sound video_not_blocked"), PICTURE),
    ("video_seen", {"video_accepted": False}, PICTURE, PICTURE,
     says(NO, "stop_video offer_sound video_not_blocked"),
     says(NO, "stop_video sound_is_fine video_not_blocked")),
    ("others_affairs", {}, WEIGH, WEIGH, says(NO, "weigh_others"), WEIGH),
    ("others_affairs", {"granted": True}, WEIGH, WEIGH, WEIGH, WEIGH),
    ("one_to_one", {}, APART, APART, APART, APART),
    ("official_talk", {"employee_type": "sickness"}, APART, APART, APART, APART),
    ("recorder_away", {}, AWAY, AWAY, AWAY, AWAY),
    ("note_taker_seen", {}, ASK, ASK, says(NO, "ask_note_taker_out"), ASK),
]  # fmt: skip
TABLE = [
    pytest.param(name, situation, facts, expected, id=f"{situation}-{number}-{name}")
    for number, (situation, facts, *row) in enumerate(MATRIX)
    for name, expected in zip(FURTHER, row, strict=True)
]


@pytest.mark.parametrize(("name", "situation", "facts", "expected"), TABLE)
def test_the_matrix_elsewhere(
    name: str, situation: Situation, facts: dict[str, Any], expected: Conduct
) -> None:
    assert conduct(profile_of(name), situation, **facts) == expected


def test_no_situation_is_left_out() -> None:
    assert {situation for situation, *_ in MATRIX} == set(get_args(Situation))
