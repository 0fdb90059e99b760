"""A call whose beginning and end Teams never told of, and the next one: two meetings, each told (B20)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from sandbox import activities
from sandbox.chats import stamp
from tests.scenario.stage import Stage
from tests.scenario.test_meetings import announcements, grant_a_wish

END = {"activity": "event", "name": "application/vnd.microsoft.meetingEnd"}


async def seen_by_the_clock(stage: Stage) -> datetime:
    """A recorded meeting whose start event was lost; when it really began."""
    await stage.meet(in_minutes=10, minutes=120)
    await grant_a_wish(stage)
    await stage.pass_time(minutes=10)
    await stage.fault("lost_start_event", count=1)
    began = stage.clock.now()
    await stage.start("ole")
    for _ in range(3):
        await stage.pass_time(seconds=20)
    assert await noticed(stage) == [("clock", False)]
    assert announcements(stage) == 1
    return began


async def noticed(stage: Stage) -> list[tuple[str, bool]]:
    """By what each occurrence was noticed, and whether it is over."""
    rows = await stage.rows("SELECT noticed_by, ended_at FROM occurrences ORDER BY started_at")
    return [(row["noticed_by"], row["ended_at"] is not None) for row in rows]


@pytest.mark.rule("B20")
async def test_the_next_call_is_told_although_nobody_heard_of_the_first_ones_end(
    stage: Stage,
) -> None:
    await seen_by_the_clock(stage)
    await stage.pass_time(minutes=5)
    await stage.fault("lost_activity", **END)
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=1)
    await stage.start("ole")
    await stage.pass_time(seconds=20)
    assert await noticed(stage) == [("clock", True), ("event", False)]
    assert announcements(stage) == 2


@pytest.mark.parametrize("later", [-5, 0, 20])
async def test_a_late_start_event_of_the_same_call_tells_of_nothing_new(
    stage: Stage, later: int
) -> None:
    """It names a moment before the clock saw anybody; or a little after, for clocks differ."""
    began = await seen_by_the_clock(stage)
    await stage.pass_time(minutes=5)
    world = stage.sandbox.world
    activity = activities.start_or_end(world, world.meetings[stage.meeting], start=True)
    activity["value"]["StartTime"] = stamp(began + timedelta(seconds=later))
    assert (await stage.sandbox.door.deliver(activity)).ok
    await stage.settle()
    assert await noticed(stage) == [("clock", False)]
    assert announcements(stage) == 1
