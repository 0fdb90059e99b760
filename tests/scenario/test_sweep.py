"""The sweep: coming and running meetings read in batches, drift repaired, every state counted."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from casework import effects
from casework.meeting import cadence
from store import blocks
from store.budget import RATES
from tests.scenario.stage import Stage, raise_curtain

ONLINE = "/graph/v1.0/users/{user}/onlineMeetings/{meeting}"
BATCH = "$batch"


async def blocked(stage: Stage) -> dict[str, int]:
    async with stage.database.unit() as unit:
        return dict(await blocks.count(unit.session))


async def several(stage: Stage, number: int, *, in_minutes: float = 600) -> list[Any]:
    """So many meetings with the app in them, held."""
    made = []
    for _ in range(number):
        await stage.meet(in_minutes=in_minutes)
        made.append(stage.sandbox.world.meetings[stage.meeting])
    return made


def calls(stage: Stage, method: str, part: str) -> int:
    return stage.sandbox.world.count(method, part)


async def test_twenty_five_meetings_are_read_in_two_batches(stage: Stage) -> None:
    await several(stage, 25)
    stage.sandbox.world.forget_calls()
    await stage.pass_time(minutes=16)
    assert calls(stage, "POST", BATCH) == 2
    assert calls(stage, "GET", ONLINE) == 25
    assert calls(stage, "PATCH", ONLINE) == 0
    assert await blocked(stage) == {"held": 25}


async def test_drift_is_repaired_and_counted_as_put_back(stage: Stage) -> None:
    drifting, *_ = await several(stage, 3)
    drifting.options["allowRecording"] = True
    await stage.pass_time(minutes=16)
    assert drifting.options["allowRecording"] is False
    assert calls(stage, "PATCH", ONLINE) == 4  # three installs, one repair
    rows = await stage.rows("SELECT put_back FROM meetings ORDER BY put_back")
    assert [row["put_back"] for row in rows] == [0, 0, 1]
    assert await blocked(stage) == {"held": 3}


async def test_a_far_meeting_is_read_seldom(stage: Stage) -> None:
    await several(stage, 1, in_minutes=60 * 24 * 5)
    stage.sandbox.world.forget_calls()
    await stage.pass_time(minutes=60)
    assert calls(stage, "POST", BATCH) == 0
    await stage.pass_time(hours=6)
    assert calls(stage, "POST", BATCH) == 1


async def test_a_running_meeting_is_swept_too(stage: Stage) -> None:
    """Even while nothing else looks: the watch is taken away for this test."""
    (meeting,) = await several(stage, 1, in_minutes=1)
    await stage.start("ole")
    async with stage.database.unit() as unit:
        row = (await stage.rows("SELECT id FROM meetings"))[0]
        await unit.effects.cancel(effects.WATCH, str(row["id"]))
    meeting.options["allowTranscription"] = True
    await stage.pass_time(minutes=6)
    assert meeting.options["allowTranscription"] is False


async def test_each_part_of_a_batch_has_a_fate_of_its_own(stage: Stage) -> None:
    """One throttled, one refused, one gone, one failing: the rest are read, and nobody is lost."""
    await several(stage, 6)
    for fault in ({"fault": "throttle", "retryAfter": 90}, {"fault": "fail", "status": 503}):
        await stage.fault(fault.pop("fault"), route=f"GET {ONLINE}", count=1, **fault)
    stage.sandbox.world.forget_calls()
    await stage.pass_time(minutes=16)
    assert calls(stage, "GET", ONLINE) == 6
    assert await blocked(stage) == {"held": 6}  # what was read 16 minutes ago still holds
    await stage.pass_time(seconds=61)
    assert calls(stage, "GET", ONLINE) == 6  # Graph asked for 90 seconds
    await stage.pass_time(seconds=60)
    assert calls(stage, "GET", ONLINE) == 8


async def test_what_graph_does_not_answer_for_long_is_called_held_no_longer(stage: Stage) -> None:
    await several(stage, 2)
    await stage.fault("throttle", route=f"GET {ONLINE}", count=None, retryAfter=1)
    await stage.pass_time(minutes=16)
    assert await blocked(stage) == {"held": 2}
    for _ in range(4):
        await stage.pass_time(minutes=5)
    assert await blocked(stage) == {"unverifiable": 2}
    reasons = await stage.rows("SELECT DISTINCT block_reason FROM meetings")
    assert [row["block_reason"] for row in reasons] == ["no_answer"]
    stage.sandbox.world.faults.clear()
    await stage.pass_time(minutes=2)
    assert await blocked(stage) == {"held": 2}


async def test_a_batch_that_is_throttled_waits_as_long_as_graph_asks(stage: Stage) -> None:
    await several(stage, 2)
    await stage.fault("throttle", route=BATCH, count=None, retryAfter=300)
    await stage.pass_time(minutes=16)
    tried = calls(stage, "POST", BATCH)
    assert tried == 1
    stage.sandbox.world.faults.clear()
    await stage.pass_time(minutes=4)
    assert calls(stage, "POST", BATCH) == tried
    await stage.pass_time(minutes=2)
    assert calls(stage, "POST", BATCH) == tried + 1
    assert await blocked(stage) == {"held": 2}


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("missing_access_policy", "access_policy_missing"),
        ("missing_permission", "permission_missing"),
    ],
)
async def test_access_that_goes_away_is_seen_without_a_call_for_each(
    stage: Stage, fault: str, reason: str
) -> None:
    await several(stage, 3)
    await stage.fault(fault)
    stage.sandbox.world.forget_calls()
    await stage.pass_time(minutes=16)
    assert await blocked(stage) == {"unverifiable": 3}
    assert calls(stage, "GET", ONLINE) == 3
    assert calls(stage, "PATCH", ONLINE) == 0
    rows = await stage.rows("SELECT DISTINCT block_reason FROM meetings")
    assert [row["block_reason"] for row in rows] == [reason]
    stage.sandbox.world.faults.clear()
    await stage.pass_time(minutes=16)
    assert await blocked(stage) == {"held": 3}


async def test_held_unverifiable_and_out_of_reach_are_counted_for_operation(stage: Stage) -> None:
    await several(stage, 2)
    await stage.meet(in_minutes=60, foreignOrganizer=True)
    await stage.fault("ignored_patch", property="allowRecording")
    await stage.meet(in_minutes=60)
    async with aiohttp.ClientSession() as session, session.get(f"{stage.base}/metrics") as answer:
        told = await answer.text()
    for state, number in (("held", 2), ("out_of_reach", 1), ("unverifiable", 1), ("checking", 0)):
        assert f'lydhoer_meetings{{block="{state}"}} {number}.0' in told


async def test_two_replicas_sweep_once(stage: Stage) -> None:
    await several(stage, 25)
    runner, other = await raise_curtain(
        stage.sandbox, str(stage.database.url), stage.clock, rates=RATES
    )
    try:
        stage.sandbox.world.forget_calls()
        stage.clock.advance(timedelta(minutes=16))
        await asyncio.gather(stage.engine.drain(), other.engine.drain())
        assert calls(stage, "GET", ONLINE) == 25
    finally:
        await runner.cleanup()


async def test_a_slice_makes_room_and_goes_on_where_it_left_off(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cadence, "SLICE", 1)
    await several(stage, 25)
    stage.sandbox.world.forget_calls()
    stage.clock.advance(timedelta(minutes=16))
    await stage.engine.drain()
    assert calls(stage, "GET", ONLINE) == 20
    await stage.pass_time(seconds=2)
    assert calls(stage, "GET", ONLINE) == 25


def test_the_tables_pick_what_the_pace_says() -> None:
    """The same tiers stand twice: as a pace, and as a question to the tables."""
    now = datetime(2026, 12, 1, 12, tzinfo=UTC)
    near, far = now + timedelta(hours=23), now + timedelta(hours=25)
    assert cadence.pace("coming", near, now) == cadence.PACES.near == cadence.NEAR
    assert cadence.pace("coming", None, now) == cadence.NEAR
    assert cadence.pace("coming", far, now) == cadence.PACES.far == cadence.FAR
    assert cadence.pace("past", near, now) == cadence.PACES.past == cadence.PAST
    assert cadence.pace("coming", far, now, running=True) == cadence.PACES.running
