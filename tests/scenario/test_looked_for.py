"""A meeting whose beginning nobody tells is looked for: whom that asks, how often, and that it is found."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import pytest

from casework.ports import Member
from clock import ShiftedClock
from microsoft365.meetings import Meetings
from store.urgency import Urgency, current
from tests.scenario.stage import Stage, on_stage

PRESENCE, ROSTER = "/participants/", "/pagedmembers"


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        yield made
        made.calm()


async def begin_unheard(stage: Stage, *people: str) -> None:
    await stage.fault("lost_start_event", count=1)
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    for person in people:
        await stage.sandbox.do("join", as_=person, meeting=stage.meeting, person=person)


async def running(stage: Stage) -> list[str]:
    rows = await stage.rows("SELECT noticed_by FROM occurrences WHERE ended_at IS NULL")
    return [row["noticed_by"] for row in rows]


async def asked(stage: Stage, seconds: int) -> tuple[int, int]:
    """For how many people it was asked, and how often who belongs to the chat."""
    world = stage.sandbox.world
    before = world.count("GET", PRESENCE), world.count("GET", ROSTER)
    await stage.pass_time(seconds=seconds)
    return world.count("GET", PRESENCE) - before[0], world.count("GET", ROSTER) - before[1]


async def test_every_other_look_asks_for_everybody(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await stage.pass_time(seconds=1)
    every = [await asked(stage, 20) for _ in range(4)]
    few, many = min(every), max(every)
    assert few == (1, 0)
    assert many[0] > 1
    assert many[1] == 1
    assert every in ([few, many, few, many], [many, few, many, few])


@pytest.mark.rule("B20")
@pytest.mark.parametrize("there", ["mette", "jens"])
async def test_whoever_is_there_it_is_found_within_a_minute(stage: Stage, there: str) -> None:
    await stage.meet(in_minutes=1)
    await stage.pass_time(seconds=1)
    await begin_unheard(stage, there)
    if there == "jens":
        await stage.sandbox.do("leave", as_="mette", meeting=stage.meeting, person="mette")
    for _ in range(3):
        await stage.pass_time(seconds=20)
    assert await running(stage) == ["clock"]


async def test_trouble_with_one_look_ends_none(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await stage.pass_time(seconds=1)
    await begin_unheard(stage, "mette")
    await stage.fault("fail", route=PRESENCE, count=None, status=503)
    await stage.pass_time(seconds=20)
    assert await running(stage) == []
    await stage.sandbox.do("clear_faults")
    for _ in range(2):
        await stage.pass_time(seconds=20)
    assert await running(stage) == ["clock"]


@pytest.mark.rule("B20")
async def test_a_look_that_came_to_nothing_is_made_again_before_the_cards(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until one is answered; then they come last again, and the next trouble is met in the same way."""
    levels: list[Urgency] = []
    ask = Meetings.in_meeting

    async def noted(self: Meetings, *about: str) -> bool | None:
        levels.append(current())
        return await ask(self, *about)

    monkeypatch.setattr(Meetings, "in_meeting", noted)
    await stage.meet(in_minutes=1)
    await stage.pass_time(seconds=1)
    for _ in range(2):
        levels.clear()
        await stage.fault("fail", route=PRESENCE, count=None, status=503)
        await stage.pass_time(seconds=20)
        assert set(levels) == {Urgency.PRESENCE}
        for seconds in (5, 20):
            levels.clear()
            await stage.pass_time(seconds=seconds)
            assert set(levels) == {Urgency.LATECOMER}
        await stage.sandbox.do("clear_faults")
        await stage.pass_time(seconds=20)
        levels.clear()
        await stage.pass_time(seconds=20)
        assert set(levels) == {Urgency.PRESENCE}


@pytest.mark.rule("B20")
async def test_so_is_a_look_for_latecomers(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    levels: list[Urgency] = []
    ask = Meetings.roster

    async def noted(self: Meetings, *about: str) -> Sequence[Member]:
        levels.append(current())
        return await ask(self, *about)

    await stage.meet(in_minutes=1)
    await stage.pass_time(seconds=1)
    await begin_unheard(stage, "mette")
    for _ in range(3):
        await stage.pass_time(seconds=20)
    assert await running(stage) == ["clock"]
    monkeypatch.setattr(Meetings, "roster", noted)
    await stage.fault("fail", route=ROSTER, count=None, status=503)
    await stage.pass_time(seconds=20)
    assert set(levels) == {Urgency.PRESENCE}
    for seconds in (5, 20):
        levels.clear()
        await stage.pass_time(seconds=seconds)
        assert set(levels) == {Urgency.LATECOMER}
    await stage.sandbox.do("clear_faults")
    await stage.pass_time(seconds=20)
    levels.clear()
    await stage.pass_time(seconds=20)
    assert set(levels) == {Urgency.PRESENCE}


async def test_whoever_looks_seldom_asks_for_everybody_each_time(
    database_url: str, clock: ShiftedClock
) -> None:
    async with on_stage(database_url, clock, START_POLL_SECONDS="30") as stage:
        await stage.meet(in_minutes=1)
        await stage.pass_time(seconds=1)
        every = [await asked(stage, 30) for _ in range(3)]
        assert {rosters for _, rosters in every} == {1}


async def test_a_row_that_names_no_meeting_keeps_no_other_from_being_looked_for(
    stage: Stage,
) -> None:
    await stage.meet(in_minutes=1)
    await stage.pass_time(seconds=1)
    await stage.rows("UPDATE effects SET args = '{}' WHERE kind = 'start_check' RETURNING 1")
    await stage.meet(in_minutes=1)
    await stage.pass_time(seconds=1)
    await begin_unheard(stage, "mette")
    for _ in range(2):
        await stage.pass_time(seconds=20)
    assert await running(stage) == ["clock"]
