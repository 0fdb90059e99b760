"""A call whose beginning and end Teams never told of, and the next one: two meetings, each told (B20)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from sandbox import activities
from sandbox.chats import stamp
from tests.scenario.stage import Stage
from tests.scenario.test_meetings import announcements, grant_a_wish

END = {"activity": "event", "name": "application/vnd.microsoft.meetingEnd"}


async def seen_by_the_clock(stage: Stage, **options: bool) -> datetime:
    """A recorded meeting whose start event was lost, and whose chat cannot be read; when it really began."""
    await stage.fault("missing_chat_rsc")
    await stage.meet(in_minutes=10, minutes=120, **options)
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


async def end_unheard(stage: Stage) -> datetime:
    """The end of a recorded call is lost; for two minutes nobody is in it. When it began."""
    began = await seen_by_the_clock(stage)
    await stage.pass_time(minutes=5)
    await stage.fault("lost_activity", **END)
    await stage.do("end", "mette", meeting=stage.meeting)
    await quiet(stage, 120)
    return began


async def quiet(stage: Stage, seconds: int) -> None:
    """Time passes as the clock's looks come."""
    for _ in range(seconds // 20):
        await stage.pass_time(seconds=20)


@pytest.mark.rule("B20")
async def test_a_call_nobody_is_in_any_more_is_over_and_the_next_is_told_unheard(
    stage: Stage,
) -> None:
    await end_unheard(stage)
    assert await noticed(stage) == [("clock", True)]
    await stage.fault("lost_start_event", count=1)
    await stage.start("ole")
    await quiet(stage, 80)
    assert await noticed(stage) == [("clock", True), ("clock", False)]
    assert announcements(stage) == 2


async def test_the_late_start_event_of_a_call_that_is_over_tells_nothing(stage: Stage) -> None:
    began = await end_unheard(stage)
    world = stage.sandbox.world
    activity = activities.start_or_end(world, world.meetings[stage.meeting], start=True)
    activity["value"]["StartTime"] = stamp(began)
    assert (await stage.sandbox.door.deliver(activity)).ok
    await stage.settle()
    assert await noticed(stage) == [("clock", True)]
    assert announcements(stage) == 1


@pytest.mark.parametrize("status", [403, 503])
async def test_no_answer_is_no_sign_that_a_call_is_over(stage: Stage, status: int) -> None:
    await seen_by_the_clock(stage)
    await stage.fault("fail", route="participants", count=None, status=status)
    await stage.pass_time(seconds=61)
    await stage.pass_time(seconds=20)
    assert await noticed(stage) == [("clock", False)]
    stage.sandbox.world.faults.clear("fail")
    await quiet(stage, 120)
    assert await noticed(stage) == [("clock", False)]


async def test_who_cannot_be_asked_for_may_be_in_it_alone(stage: Stage) -> None:
    """A guest without an id stays when the others have left; so may somebody on the phone."""
    await seen_by_the_clock(stage)
    guest = next(p.id for p in stage.sandbox.world.people.values() if p.kind == "anonymous")
    await stage.join(guest)
    for person in ("mette", "ole"):
        await stage.do("leave", person, meeting=stage.meeting, person=person)
    await quiet(stage, 180)
    assert await noticed(stage) == [("clock", False)]
    await stage.join("ole")
    await quiet(stage, 60)
    assert await noticed(stage) == [("clock", False)]


async def test_where_people_dial_in_an_empty_look_ends_nothing(stage: Stage) -> None:
    await seen_by_the_clock(stage, dialIn=True)
    await stage.do("join", "bent", meeting=stage.meeting, person="bent")
    for person in ("mette", "ole"):
        await stage.do("leave", person, meeting=stage.meeting, person=person)
    await quiet(stage, 180)
    assert await noticed(stage) == [("clock", False)]


async def an_untimed_start(stage: Stage) -> None:
    """A start event that does not say when the call began."""
    world = stage.sandbox.world
    activity = activities.start_or_end(world, world.meetings[stage.meeting], start=True)
    del activity["value"]["StartTime"]
    assert (await stage.sandbox.door.deliver(activity)).ok
    await stage.settle()


async def test_a_late_start_event_without_a_time_divides_no_call(stage: Stage) -> None:
    await seen_by_the_clock(stage)
    await stage.pass_time(minutes=4)
    await an_untimed_start(stage)
    assert await noticed(stage) == [("clock", False)]
    assert announcements(stage) == 1
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=1)
    await an_untimed_start(stage)
    assert await noticed(stage) == [("clock", True)]
