"""A call that ends again and again as if nobody were left: then a person reads, and nobody is silent (B20)."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from clock import ShiftedClock
from tests.scenario.stage import Stage, on_stage, words
from tests.scenario.test_voice import in_the_lobby
from tests.speech import spoken_in


@pytest.fixture(scope="module")
def data_dir() -> str:
    return str(spoken_in("frederiksberg"))


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock, data_dir: str) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock, VOICE="1", DATA_DIR=data_dir) as made:
        yield made
        made.calm()


async def left_alone(stage: Stage) -> None:
    """The bot is the only one left in the call (200/5010), as far as Microsoft says."""
    for leg in stage.sandbox.bot_calls.live(stage.sandbox.world.meetings[stage.meeting]):
        await stage.sandbox.bot_calls.end(leg, 200, 5010)
    for _ in range(3):
        await stage.pass_time(seconds=20)


async def states(stage: Stage) -> list[str]:
    return [r["state"] for r in await stage.rows("SELECT state FROM calls ORDER BY attempt")]


async def reading(stage: Stage) -> list[bool]:
    rows = await stage.rows("SELECT done_at FROM tasks WHERE kind = 'read_aloud'")
    return [row["done_at"] is not None for row in rows]


@pytest.mark.rule("B20")
async def test_after_the_third_time_the_employee_reads(stage: Stage) -> None:
    stage.sandbox.world.switches["bot_lobby"] = False
    await stage.fault("prompt_fails", count=1)  # so that nobody has heard it yet
    await in_the_lobby(stage, "bent")
    await left_alone(stage)
    await left_alone(stage)
    assert (await states(stage))[:2] == ["alone", "alone"]
    assert await reading(stage) == []
    await left_alone(stage)
    assert await states(stage) == ["alone", "alone", "given_up"]
    assert await reading(stage) == [False]
    card = words(stage.card(stage.personal("mette"), having="Hvem er oplyst").card)
    assert "ringer ikke ind igen" in card
    assert "skal have det at høre" in card
    assert "Ole Madsen optager lyden fra mødet" in card
    await stage.press("mette", "read_aloud")
    assert await reading(stage) == [True]
    for _ in range(4):
        await stage.pass_time(seconds=20)
    assert await reading(stage) == [True]
    assert len(await states(stage)) == 3
