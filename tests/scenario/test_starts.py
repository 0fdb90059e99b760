"""Beginnings that are told late, or only guessed at: one call is one meeting, and chatter asks nobody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from clock import ShiftedClock
from sandbox import activities
from sandbox.chats import stamp
from tests.scenario.graph_tells import quiet, told_stage
from tests.scenario.stage import Stage


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with told_stage(database_url, clock) as made:
        yield made
        made.calm()


async def occurrences(stage: Stage) -> list[Any]:
    return await stage.rows("SELECT * FROM occurrences ORDER BY started_at")


async def late_start(stage: Stage, at: datetime) -> None:
    """Teams' own start event comes now, of a call that began then."""
    world = stage.sandbox.world
    activity = activities.start_or_end(world, world.meetings[stage.meeting], start=True)
    activity["value"]["StartTime"] = activity["timestamp"] = stamp(at)
    assert (await stage.sandbox.door.deliver(activity)).ok
    await stage.settle()


async def held_and_ended(stage: Stage) -> datetime:
    """A meeting that Graph alone told of, and that is over; when it began."""
    await stage.meet(in_minutes=1)
    await stage.fault("lost_start_event", count=1)
    await stage.do("start", "mette", meeting=stage.meeting)
    (begun,) = await occurrences(stage)
    assert begun["noticed_by"] == "call_event"
    await stage.pass_time(minutes=10)
    await stage.do("end", "mette", meeting=stage.meeting)
    started: datetime = begun["started_at"]
    return started


@pytest.mark.parametrize("seconds", [0, 2, 300])
async def test_a_start_told_of_after_the_call_has_ended_begins_no_second_meeting(
    stage: Stage, seconds: int
) -> None:
    """The two that tell do not name the same moment, and one of them is late."""
    started = await held_and_ended(stage)
    await late_start(stage, started + timedelta(seconds=seconds))
    (only,) = await occurrences(stage)
    assert only["ended_at"] is not None


async def test_a_call_that_begins_after_the_end_is_another_meeting(stage: Stage) -> None:
    started = await held_and_ended(stage)
    await late_start(stage, started)
    await stage.pass_time(minutes=2)
    await stage.do("start", "mette", meeting=stage.meeting)
    first, second = await occurrences(stage)
    assert first["ended_at"] is not None
    assert second["ended_at"] is None


async def looks(stage: Stage, *, chatting: bool) -> int:
    """How often somebody is asked for in the two minutes before a meeting."""
    before = stage.sandbox.world.count("GET", "/participants/")
    for number in range(60):
        if chatting:
            await stage.do("message", "mette", chat=stage.chat, text=f"Er I der? {number}")
        await stage.pass_time(seconds=2)
    return stage.sandbox.world.count("GET", "/participants/") - before


async def test_what_people_write_before_a_meeting_multiplies_no_looks(stage: Stage) -> None:
    await stage.meet(in_minutes=12)
    await quiet(stage)
    silent = await looks(stage, chatting=False)
    assert silent > 0
    assert await looks(stage, chatting=True) <= silent + 1


async def test_a_start_that_only_the_chat_tells_of_is_seen_at_the_usual_pace(
    database_url: str, clock: ShiftedClock
) -> None:
    """The look that was due anyway comes no later for being spoken of."""
    async with told_stage(database_url, clock, "chat") as stage:
        await stage.meet(in_minutes=12)
        await quiet(stage)
        await stage.fault("lost_start_event")
        stage.sandbox.world.switches["participant_events"] = False
        await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
        for _ in range(10):
            await stage.do("message", "mette", chat=stage.chat, text="Vi er i gang")
            await stage.pass_time(seconds=2)
        assert len(await occurrences(stage)) == 1
        stage.calm()
