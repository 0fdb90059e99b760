"""Answers lost, processes killed, two replicas: never two legs in one meeting, none left behind."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import pytest

from clock import ShiftedClock
from microsoft365.errors import Ambiguous, Unavailable
from tests.scenario.stage import UNHURRIED, Stage, raise_curtain
from tests.scenario.test_meetings import grant_a_wish
from tests.scenario.without_chat import voice_of, voiced_stage

CREATE = "POST /graph/v1.0/communications/calls"


@pytest.fixture(scope="module")
def voiced() -> dict[str, str]:
    return voice_of("frederiksberg")


@pytest.fixture
async def stage(
    database_url: str, clock: ShiftedClock, voiced: dict[str, str]
) -> AsyncIterator[Stage]:
    async with voiced_stage(database_url, clock, voiced) as made:
        yield made


async def on_the_phone(stage: Stage) -> None:
    await stage.meet(in_minutes=1, dialIn=True)
    await grant_a_wish(stage)
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    await stage.sandbox.do("join", as_="bent", meeting=stage.meeting, person="bent")
    await stage.sandbox.do("admit", as_="mette", meeting=stage.meeting, person="bent")


async def goes_on(stage: Stage, *, seconds: float = 8, times: int = 10) -> None:
    """Time passes, whatever is lost on the way."""
    for _ in range(times):
        with suppress(Ambiguous, Unavailable):
            await stage.pass_time(seconds=seconds)


def legs(stage: Stage) -> int:
    return len(stage.sandbox.bot_calls.live(stage.sandbox.world.meetings[stage.meeting]))


async def grades(stage: Stage) -> list[Any]:
    rows = await stage.rows("SELECT grade FROM informed WHERE kind = 'caller'")
    return [row["grade"] for row in rows]


async def test_a_lost_answer_is_found_again_by_what_the_call_reports(stage: Stage) -> None:
    await on_the_phone(stage)
    await stage.fault("fail_after_work", route=CREATE, count=1, status=502)
    await goes_on(stage)
    assert legs(stage) == 1
    assert (
        stage.sandbox.world.count("POST", "communications/calls")
        - (stage.sandbox.world.count("POST", "communications/calls/"))
        == 1
    )
    assert await grades(stage) == ["prompt_completed"]


async def test_a_call_that_nobody_heard_of_in_time_is_hung_up_when_it_reports(stage: Stage) -> None:
    await on_the_phone(stage)
    await stage.fault("fail_after_work", route=CREATE, count=1, status=502)
    await stage.fault("lost_call_report")
    await goes_on(stage, seconds=4, times=6)  # past the time a lost call has to make itself known
    stage.sandbox.world.faults.clear("lost_call_report")
    assert legs(stage) == 2  # what nobody can know of until it speaks
    await stage.join("amal")
    await goes_on(stage, times=20)
    assert legs(stage) == 1
    states = [r["state"] for r in await stage.rows("SELECT state FROM calls ORDER BY attempt")]
    assert states == ["lost", "spoken"]
    assert await grades(stage) == ["prompt_completed"]


async def test_when_graph_did_nothing_the_same_call_is_asked_for_again(stage: Stage) -> None:
    await on_the_phone(stage)
    await stage.fault("throttle", route=CREATE, count=8, retryAfter=1)
    await goes_on(stage)
    assert legs(stage) == 1
    assert [r["attempt"] for r in await stage.rows("SELECT attempt FROM calls")] == [1]


async def test_a_lost_answer_to_the_prompt_does_not_play_it_twice(stage: Stage) -> None:
    await on_the_phone(stage)
    await stage.fault("fail_after_work", route="playPrompt", count=1, status=502)
    await goes_on(stage)
    assert stage.sandbox.world.count("POST", "playPrompt") == 1
    assert await grades(stage) == ["prompt_completed"]


async def test_two_replicas_make_one_call(
    stage: Stage, database_url: str, voiced: dict[str, str]
) -> None:
    await on_the_phone(stage)
    address = stage.sandbox.bot_url
    runner, other = await raise_curtain(
        stage.sandbox, database_url, stage.clock, rates=UNHURRIED, **voiced
    )
    stage.sandbox.bot_url = address
    try:
        for _ in range(8):
            with suppress(Ambiguous, Unavailable):
                await asyncio.gather(stage.engine.drain(), other.engine.drain())
            await stage.sandbox.teams.release_due()
        await goes_on(stage)
    finally:
        await runner.cleanup()
    assert legs(stage) == 1
    assert len(await stage.rows("SELECT 1 FROM calls")) == 1
    assert len(await stage.rows("SELECT 1 FROM spoken")) == 1
    assert await grades(stage) == ["prompt_completed"]


async def test_a_meeting_that_ends_while_the_answer_is_lost_leaves_no_leg(stage: Stage) -> None:
    await on_the_phone(stage)
    await stage.fault("fail_after_work", route=CREATE, count=1, status=502)
    await stage.fault("lost_call_report")
    with suppress(Ambiguous):
        await stage.settle()
    await stage.do("end", "mette", meeting=stage.meeting)
    await goes_on(stage, times=4)
    assert legs(stage) == 0
    assert [r for r in await stage.rows("SELECT state FROM calls") if r["state"] == "joining"] == []
