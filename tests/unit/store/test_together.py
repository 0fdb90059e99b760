"""What comes round for every meeting is carried out many at a time, without a wake-up for each."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import timedelta

from sqlalchemy import select

from clock import ShiftedClock
from store.claims import Claim
from store.database import Database
from store.jobs import JobEngine, Together
from store.tables import Effect
from tests.unit.store.recorder import Recorder, jobs, lively, until

KIND = "start_check"
EVERY = timedelta(seconds=20)


class Looks:
    """Records what was looked into together; ends what stands in ``over``."""

    def __init__(self, *over: str) -> None:
        self.rounds: list[list[str]] = []
        self.numbers: list[int] = []
        self.over = over
        self.meanwhile: Database | None = None

    async def __call__(self, claims: Sequence[Claim]) -> Mapping[int, str]:
        self.rounds.append([claim.key for claim in claims])
        self.numbers += [claim.args["round"] for claim in claims]
        if self.meanwhile is not None:
            await plan(self.meanwhile, *self.over)
        return {claim.id: "started" for claim in claims if claim.key in self.over}

    @property
    def keys(self) -> list[str]:
        return sorted(key for one in self.rounds for key in one)


def engine_of(database: Database, looks: Looks) -> JobEngine:
    return lively(database, Recorder(), together={KIND: Together(looks, EVERY)})


async def plan(database: Database, *keys: str) -> None:
    async with database.unit() as unit:
        for key in keys:
            await unit.effects.schedule(KIND, key)


async def rows(database: Database) -> dict[str, Effect]:
    async with database.unit() as unit:
        return {row.key: row for row in (await unit.session.scalars(select(Effect))).all()}


async def test_many_are_looked_into_at_a_time_and_come_back_unless_they_are_ended(
    database: Database, clock: ShiftedClock
) -> None:
    looks = Looks("c")
    engine = engine_of(database, looks)
    await plan(database, "a", "b", "c")
    assert await jobs(database) == 0
    assert await engine.drain() == 3
    assert [sorted(one) for one in looks.rounds] == [["a", "b", "c"]]
    left = await rows(database)
    assert (left["c"].outcome, left["a"].done_at) == ("started", None)
    assert left["a"].due_at - clock.now() <= EVERY
    assert await engine.drain() == 0
    clock.advance(EVERY)
    await engine.drain()
    assert looks.keys == ["a", "a", "b", "b", "c"]
    assert sorted(looks.numbers) == [1, 1, 1, 2, 2]
    await plan(database, "a")
    await engine.drain()
    assert looks.numbers[-1] == 1


async def test_of_very_many_the_longest_overdue_come_first(
    database: Database, clock: ShiftedClock
) -> None:
    looks = Looks()
    engine = engine_of(database, looks)
    for number in range(25):
        await plan(database, f"{number:02d}")
        clock.advance(timedelta(milliseconds=1))
    await engine.look_together(KIND)
    assert looks.keys == [f"{number:02d}" for number in range(15)]
    await engine.drain()
    assert looks.keys == [f"{number:02d}" for number in range(25)]


async def test_what_is_planned_anew_meanwhile_is_not_ended(database: Database) -> None:
    looks = Looks("a")
    looks.meanwhile = database
    await plan(database, "a")
    await engine_of(database, looks).look_together(KIND)
    (left,) = (await rows(database)).values()
    assert (left.generation, left.done_at) == (2, None)


async def test_engines_share_them_and_a_running_one_needs_no_wake_up(database: Database) -> None:
    looks = Looks(*(f"{number}" for number in range(40)))
    await plan(database, *looks.over)
    tasks = [asyncio.create_task(engine_of(database, looks).run()) for _ in range(2)]

    async def all_ended() -> bool:
        return all(row.done_at for row in (await rows(database)).values())

    await until(all_ended)
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    assert looks.keys == sorted(looks.over)
    assert await jobs(database) == 0


async def test_a_fault_costs_one_round(database: Database, clock: ShiftedClock) -> None:
    class Broken(Looks):
        async def __call__(self, claims: Sequence[Claim]) -> Mapping[int, str]:
            found = await super().__call__(claims)
            if len(self.rounds) == 1:
                raise RuntimeError
            return found

    looks = Broken("a")
    engine = engine_of(database, looks)
    await plan(database, "a")
    with suppress(RuntimeError):
        await engine.look_together(KIND)
    clock.advance(EVERY)
    await engine.drain()
    assert (await rows(database))["a"].outcome == "started"
