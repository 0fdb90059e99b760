"""Who asks for a turn while the database is being asked is answered together with the others."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, text

from store.budget import Rate, SharedBudget
from store.database import Database, DatabaseAway
from store.urgency import Urgency, urgency

ONE = {"tenant": Rate(per_second=0.001, burst=1)}
MANY = {"tenant": Rate(per_second=0.001, burst=100)}


@contextmanager
def transactions(database: Database) -> Iterator[list[Any]]:
    seen: list[Any] = []

    def committed(connection: Any) -> None:
        seen.append(connection)

    event.listen(database.engine.sync_engine, "commit", committed)
    yield seen
    event.remove(database.engine.sync_engine, "commit", committed)


async def test_forty_who_ask_at_once_cost_three_transactions(database: Database) -> None:
    budget = SharedBudget(database, MANY)
    with transactions(database) as seen:
        turns = await asyncio.gather(*(budget.take(["tenant"]) for _ in range(40)))
    assert all(turn.granted for turn in turns)
    assert len(seen) <= 3


async def test_of_those_who_wait_together_the_most_urgent_goes(database: Database) -> None:
    budget = SharedBudget(database, ONE)

    async def ask(level: Urgency) -> bool:
        with urgency(level):
            return (await budget.take(["tenant"])).granted

    async with database.unit() as unit:  # the first to ask waits here, the others behind it
        await unit.session.execute(text("LOCK TABLE budgets IN ACCESS EXCLUSIVE MODE"))
        first = asyncio.create_task(ask(Urgency.PRESENCE))
        await asyncio.sleep(0.05)
        first.cancel()
        order = [Urgency.STATUS, Urgency.PRESENCE, Urgency.ANNOUNCE, Urgency.WARN]
        waiting = [asyncio.create_task(ask(level)) for level in order]
        await asyncio.sleep(0.05)
    went = await asyncio.gather(*waiting)
    assert dict(zip(order, went, strict=True))[Urgency.ANNOUNCE]
    assert went.count(True) == 1


async def test_one_who_gives_up_takes_nobody_along(database: Database) -> None:
    budget = SharedBudget(database, MANY)
    asking = [asyncio.create_task(budget.take(["tenant"])) for _ in range(5)]
    await asyncio.sleep(0)
    asking[0].cancel()
    asking[3].cancel()
    answers = await asyncio.gather(*asking, return_exceptions=True)
    assert [isinstance(a, asyncio.CancelledError) for a in answers] == [
        True,
        False,
        False,
        True,
        False,
    ]
    assert (await budget.take(["tenant"])).granted


async def test_a_database_that_is_away_is_said_to_all_who_wait(database: Database) -> None:
    budget = SharedBudget(database, MANY)
    async with database.unit() as unit:
        await unit.session.execute(text("ALTER TABLE budgets RENAME TO budgets_away"))
        await unit.session.execute(text("SET LOCAL lock_timeout = 0"))
        asking = [asyncio.create_task(take_within(budget)) for _ in range(3)]
        answers = await asyncio.gather(*asking)
        await unit.session.execute(text("ALTER TABLE budgets_away RENAME TO budgets"))
    assert answers == ["away"] * 3
    assert (await budget.take(["tenant"])).granted


async def take_within(budget: SharedBudget) -> str:
    try:
        await budget.take(["tenant"])
    except DatabaseAway:
        return "away"
    return "there"


@pytest.mark.parametrize("keys", [["tenant", "tenant"], ["tenant"]])
async def test_a_key_named_twice_costs_one(database: Database, keys: list[str]) -> None:
    budget = SharedBudget(database, ONE)
    assert (await budget.take(keys)).granted
    assert not (await budget.take(keys)).granted
