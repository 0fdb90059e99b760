"""That the recording is to pause could not be said aloud: it is tried again, then a person says it (C12)."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from clock import ShiftedClock
from tests.scenario.stage import words
from tests.scenario.test_break_aloud import STOP, in_the_call
from tests.scenario.test_breaks import pause
from tests.scenario.test_voice import heard
from tests.scenario.wishing import Town
from tests.speech import spoken_in

UNSAID = "har ikke sagt højt, at der er pause"


@pytest.fixture(scope="module")
def data_dir() -> str:
    return str(spoken_in("albertslund"))


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock, data_dir: str) -> AsyncIterator[Town]:
    async with in_the_call(database_url, clock, data_dir) as made:
        yield made


def stops(town: Town) -> int:
    """How often the caller heard that the recording is to stop."""
    return sum(STOP in one for one in heard(town.stage, "bent"))


async def tries(town: Town) -> list[str]:
    query = "SELECT state FROM spoken WHERE outcome = 'stop' ORDER BY asked_at"
    return [row["state"] for row in await town.stage.rows(query)]


async def minutes(town: Town, number: int) -> None:
    for _ in range(number * 4):
        await town.stage.pass_time(seconds=15)


def card(town: Town) -> str:
    return words(town.stage.card(town.stage.personal("mette"), having="Hvem er oplyst").card)


@pytest.mark.rule("C12")
async def test_what_failed_once_is_said_again(town: Town) -> None:
    await town.stage.fault("prompt_fails", count=1)
    await pause(town)
    await minutes(town, 2)
    assert await tries(town) == ["failed", "completed"]
    assert stops(town) == 1
    assert UNSAID not in card(town)


@pytest.mark.rule("C12")
async def test_after_three_tries_the_employee_is_told_what_to_say(town: Town) -> None:
    await town.stage.fault("prompt_fails", count=None)
    await pause(town)
    await minutes(town, 3)
    assert await tries(town) == ["failed"] * 3
    assert stops(town) == 0
    assert UNSAID in card(town)
    assert "Læs teksten op for alle" in card(town)
    town.stage.sandbox.world.faults.clear()
    await town.stage.press("mette", "break_over")
    await minutes(town, 2)
    assert UNSAID not in card(town)
    assert (
        "bliver optaget" in heard(town.stage, "bent")[-1]
        or "optager" in heard(town.stage, "bent")[-1]
    )


@pytest.mark.rule("C12")
async def test_a_break_that_is_over_is_not_said_again(town: Town) -> None:
    await town.stage.fault("prompt_fails", count=1)
    await pause(town)
    await town.stage.press("mette", "break_over")
    await minutes(town, 2)
    assert stops(town) == 0


@pytest.mark.rule("C12")
async def test_a_muted_voice_says_it_when_it_may_be_heard_again(town: Town) -> None:
    stage = town.stage
    await stage.do("mute_bot", "mette", meeting=stage.meeting, muted=True)
    await stage.pass_time(seconds=2)
    await pause(town)
    await minutes(town, 1)
    assert (await tries(town), stops(town)) == ([], 0)
    assert UNSAID in card(town)
    await stage.do("mute_bot", "mette", meeting=stage.meeting, muted=False)
    await minutes(town, 2)
    assert stops(town) == 1
    assert UNSAID not in card(town)
