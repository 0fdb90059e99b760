"""A call Lydhør is in, when something else is told, or Graph does not say who is there (B20)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import suppress

import pytest

from clock import ShiftedClock
from microsoft365.errors import MicrosoftError
from tests.scenario.stage import Stage
from tests.scenario.test_meetings import grant_a_wish
from tests.scenario.without_chat import (
    begin,
    closed,
    grades,
    heard,
    ready,
    tellings,
    troubled,
    voice_of,
    voiced_stage,
)

SECOND = {"citizen_name": "Amal Said", "contact": "amal@borger.example"}
ROSTER = "calls/{call}/participants"


@pytest.fixture(scope="module")
def voiced() -> dict[str, str]:
    return voice_of("frederiksberg")


@pytest.fixture
async def stage(
    database_url: str, clock: ShiftedClock, voiced: dict[str, str]
) -> AsyncIterator[Stage]:
    async with voiced_stage(database_url, clock, voiced) as made:
        yield made


async def given(stage: Stage) -> int:
    """How often somebody was given the task to read aloud."""
    facts = (
        """SELECT 1 FROM journal WHERE kind = 'task_given' AND facts ->> 'kind' = 'read_aloud'"""
    )
    return len(await stage.rows(facts))


async def state(stage: Stage) -> str:
    """Where the newest call stands."""
    rows = await stage.rows("SELECT state FROM calls ORDER BY attempt DESC LIMIT 1")
    return str(rows[0]["state"])


async def mute(stage: Stage, *, muted: bool) -> None:
    await stage.do("mute_bot", "mette", meeting=stage.meeting, muted=muted)
    await troubled(stage, seconds=2)


async def told_aloud(stage: Stage) -> None:
    """Everybody there has been told of Ole, and Bent on the phone has heard it."""
    await ready(stage, phone=True)
    await begin(stage, "ole", "bent")
    await troubled(stage, seconds=6)
    await troubled(stage, seconds=60)
    assert (await grades(stage))["caller"] == ("prompt_completed", "spoken")


# --- what was left and holds no more --------------------------------------------------------------


@pytest.mark.rule("B20")
async def test_what_was_left_and_taken_back_is_not_said_over_and_over(stage: Stage) -> None:
    """Amal is allowed to record and is not any more before anybody was told: all know what holds."""
    await told_aloud(stage)
    await closed(stage, notified=False)
    await mute(stage, muted=True)
    await grant_a_wish(stage, **SECOND)
    await troubled(stage, seconds=21)
    await stage.press("mette", "withdraw", having="Amal Said")
    assert [r["state"] for r in await stage.rows("SELECT state FROM requests ORDER BY created_at")] == ["granted", "withdrawn"]  # fmt: skip
    assert len(await stage.rows("SELECT 1 FROM effects WHERE kind = 'other_ways'")) == 1
    await mute(stage, muted=False)
    await troubled(stage, seconds=20, times=9)
    assert len(await tellings(stage)) == 1
    assert len(await stage.rows("SELECT 1 FROM spoken")) == 1
    assert heard(stage, "bent") == 1


# --- told of something else where Lydhør does not speak -------------------------------------------


async def asked_anew(stage: Stage) -> None:
    """What was read aloud is done with; a second wish is granted, and a person is asked to read again."""
    await stage.press("mette", "read_aloud")
    before = await given(stage)
    await troubled(stage, seconds=20, times=2)
    assert await given(stage) == before
    await grant_a_wish(stage, **SECOND)
    await troubled(stage, seconds=20, times=2)
    assert (await tellings(stage))[-1] == (2, "recorded", "chat")
    assert (await grades(stage))["phone"] == ("none", "")
    tasks = await stage.rows("SELECT 1 FROM tasks WHERE kind = 'read_aloud' AND done_at IS NULL")
    assert len(tasks) == 2  # one of each wish
    assert await given(stage) == before + 2


@pytest.mark.rule("B20")
async def test_after_a_refused_call_a_person_is_asked_for_each_telling(stage: Stage) -> None:
    await stage.fault("missing_permission", permission="Calls.JoinGroupCalls.Chat")
    await ready(stage, phone=True)
    await begin(stage, "ole", "bent")
    await troubled(stage, seconds=6)
    assert await state(stage) == "denied"
    await asked_anew(stage)
    assert stage.sandbox.world.count("POST", "communications/calls") == 1


@pytest.mark.rule("B20")
@pytest.mark.parametrize("where", ["lobby", "muted"])
async def test_while_it_cannot_be_heard_a_person_is_asked_for_each_telling(
    stage: Stage, where: str
) -> None:
    stage.sandbox.world.switches["bot_lobby"] = where == "lobby"
    await ready(stage, phone=True)
    await begin(stage, "ole", "bent")
    await troubled(stage, seconds=6)
    if where == "muted":
        await mute(stage, muted=True)
    assert await state(stage) == where
    await asked_anew(stage)
    assert await state(stage) == where


# --- Graph does not say who is there --------------------------------------------------------------


@pytest.mark.rule("B20")
async def test_while_nobody_knows_who_is_there_a_person_reads_and_it_is_said_soon_after(
    stage: Stage,
) -> None:
    await ready(stage, phone=True)
    await stage.fault("fail", route=ROSTER, count=None, status=503)
    await begin(stage, "ole", "bent")
    await troubled(stage, seconds=10, times=4)
    assert await given(stage) == 1
    await troubled(stage, seconds=10, times=38)
    assert await given(stage) == 1
    stage.sandbox.world.faults.clear("fail")
    await grant_a_wish(stage, **SECOND)
    await troubled(stage, seconds=10, times=6)
    assert heard(stage, "bent") == 1


@pytest.mark.rule("B20")
async def test_a_prompt_that_could_not_be_said_in_time_is_not_waited_for(stage: Stage) -> None:
    """Speaking failed for minutes, so that its next try is minutes away; what is told meanwhile, or
    seen by a look that was answered, has it said at once."""
    await told_aloud(stage)
    await stage.fault("fail", route=ROSTER, count=None, status=503)
    with suppress(MicrosoftError):
        await grant_a_wish(stage, **SECOND)
    await troubled(stage, seconds=10, times=42)
    assert await given(stage) == 2  # one of each wish
    stage.sandbox.world.faults.clear("fail")
    calls = await stage.rows("SELECT id FROM calls")
    looked = await stage.rows(
        "UPDATE effects SET due_at = :now WHERE kind = 'call_look' AND key = :key RETURNING id",
        now=stage.clock.now(), key=str(calls[0]["id"]),
    )  # fmt: skip
    assert len(looked) == 1
    await troubled(stage, seconds=1)
    await troubled(stage, seconds=45)
    assert heard(stage, "bent") == 2
