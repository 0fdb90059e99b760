"""Whether Teams will be asked for a meeting's facts again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework.jobs import meeting as of_meetings
from store.tables import Meeting
from tests.scenario.stage import Stage
from tests.scenario.test_recording import MEETING, due, journal, the_meeting

OPEN_AGAIN = """UPDATE effects SET done_at = NULL, claims = :claims,
    due_at = :now + make_interval(secs => :seconds) WHERE kind = 'take_in' RETURNING id"""


@pytest.mark.parametrize(
    ("claims", "seconds", "asked"), [(0, 5, True), (0, -1, True), (1, 5, True), (1, -1, False)]
)
async def test_a_try_in_hand_is_no_plan_to_ask_again(
    stage: Stage, claims: int, seconds: int, asked: bool
) -> None:
    await stage.meet()
    found = await stage.rows("SELECT id FROM meetings")
    now = stage.clock.now()
    assert await stage.rows(OPEN_AGAIN, claims=claims, now=now, seconds=seconds * 60)
    async with stage.database.unit() as unit:
        meeting = await unit.session.get_one(Meeting, found[0]["id"])
        assert await of_meetings._is_asked(unit, meeting) is asked


async def test_a_meeting_teams_did_not_answer_for_is_known_seconds_later(stage: Stage) -> None:
    await stage.fault("fail", route=MEETING, status=400, count=None)
    await stage.meet(in_minutes=120)
    for seconds in (5, 10, 20, 40, 60, 60):
        assert await due(stage, "take_in") <= timedelta(seconds=seconds)
        await stage.pass_time(seconds=seconds)
    assert (await the_meeting(stage))["organizer_oid"] is None
    stage.sandbox.world.faults.clear()
    await stage.pass_time(seconds=60)
    row = await the_meeting(stage)
    assert (row["organizer_oid"] is not None, row["block_state"]) == (True, "held")
    assert (await due(stage, "take_in")) is None
    assert [f["known"] for f in await journal(stage, "meeting_taken_in")] == [False, True]


async def test_what_teams_asks_to_wait_is_waited_and_never_longer_than_for_an_unknown_one(
    stage: Stage,
) -> None:
    await stage.fault("throttle", route=MEETING, count=None, retryAfter=60)
    await stage.meet(in_minutes=120)
    assert timedelta(seconds=20) < await due(stage, "take_in") <= timedelta(seconds=60)
    stage.sandbox.world.faults.clear()
    await stage.fault("throttle", route=MEETING, count=None, retryAfter=3600)
    await stage.pass_time(seconds=60)
    assert timedelta(minutes=10) < await due(stage, "take_in") <= timedelta(minutes=15)
    stage.sandbox.world.faults.clear()
    await stage.pass_time(minutes=15)
    assert (await the_meeting(stage))["organizer_oid"] is not None
