"""Whoever listens by phone sees no chat: a break and its end are said aloud in the call (C12)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from clock import ShiftedClock
from tests.scenario.test_breaks import pause
from tests.scenario.test_voice import heard, let_in
from tests.scenario.test_voice_anew import given
from tests.scenario.wishing import Town, in_town
from tests.speech import spoken_in

STOP, AGAIN = "Stop optagelsen nu", "Pausen med at optage er slut"


@pytest.fixture(scope="module")
def data_dir() -> str:
    return str(spoken_in("albertslund"))


@asynccontextmanager
async def in_the_call(database_url: str, clock: ShiftedClock, data_dir: str) -> AsyncIterator[Town]:
    """Ole's recorded meeting runs, Bent has dialled in, and the voice that was let in has told it."""
    voice = {"VOICE": "1", "DATA_DIR": data_dir}
    async with in_town("albertslund", database_url, clock, **voice) as made:
        stage = made.stage
        await stage.meet(people=["mette", "jens", "ole"], in_minutes=5, dialIn=True)
        await made.tell({"meeting": str((await made.meeting())["id"])})
        await stage.start("ole", "bent")
        await stage.pass_time(seconds=6)
        await let_in(stage)
        await stage.pass_time(seconds=60)
        assert len(heard(stage, "bent")) == 1
        yield made


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock, data_dir: str) -> AsyncIterator[Town]:
    async with in_the_call(database_url, clock, data_dir) as made:
        yield made


@pytest.mark.rule("C12")
async def test_a_break_is_said_aloud_once_and_so_is_its_end(town: Town) -> None:
    stage = town.stage
    await pause(town)
    for _ in range(4):
        await stage.pass_time(seconds=25)
    assert [STOP in words for words in heard(stage, "bent")] == [False, True]
    await stage.press("mette", "break_over")
    for _ in range(4):
        await stage.pass_time(seconds=30)
    last = heard(stage, "bent")[2:]
    assert len(last) == 1
    assert AGAIN in last[0]
    assert "bliver optaget lyd" in last[0] or "optager" in last[0]
    caller = (await stage.rows("SELECT grade FROM informed WHERE kind = 'caller'"))[0]
    assert caller["grade"] == "prompt_completed"


@pytest.mark.rule("C12")
async def test_a_break_that_is_over_before_it_can_be_said_stops_nobody(town: Town) -> None:
    """Somebody has just come and is spoken to: the break waits for the end of that, and is over by then."""
    stage = town.stage
    await stage.do("leave", "bent", meeting=stage.meeting, person="bent")
    await stage.join("bent")
    await stage.pass_time(seconds=10)
    assert (await stage.rows("SELECT state FROM calls"))[0]["state"] == "playing"
    await pause(town)
    await stage.press("mette", "break_over")
    for _ in range(4):
        await stage.pass_time(seconds=30)
    assert not [words for words in heard(stage, "bent") if STOP in words]


@pytest.mark.rule("C12")
async def test_where_it_does_not_speak_she_reads_what_comes_after_the_break_and_not_that_there_is_one(
    town: Town,
) -> None:
    stage = town.stage
    await stage.do("remove_bot", "mette", meeting=stage.meeting)
    await stage.press("mette", "read_aloud")
    before = await given(stage)
    await pause(town)
    await stage.pass_time(seconds=21)
    assert await given(stage) == before
    await stage.press("mette", "break_over")
    await stage.pass_time(seconds=21)
    assert await given(stage) == before + 1
