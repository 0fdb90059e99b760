"""Budgets: shared, atomic, refilled with time. Rates are so slow that the machine does not matter."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from store.budget import RATES, Rate, SharedBudget
from store.database import Database

SLOW = {"conversation": Rate(per_second=0.001, burst=3), "tenant": Rate(per_second=0.001, burst=5)}


def rounded(waits: list[float]) -> list[int]:
    return [round(wait / 1000) for wait in waits]


async def test_a_burst_is_free_and_then_places_are_given_out(database: Database) -> None:
    budget = SharedBudget(database, SLOW)
    waits = [await budget.take(["conversation:19:a"]) for _ in range(6)]
    assert rounded(waits) == [0, 0, 0, 1, 2, 3]
    assert await budget.take(["conversation:19:b"]) == 0


async def test_the_longest_wait_of_all_keys_counts(database: Database) -> None:
    budget = SharedBudget(database, SLOW)
    waits = [await budget.take([f"conversation:{n % 2}", "tenant"]) for n in range(8)]
    assert rounded(waits) == [0, 0, 0, 0, 0, 1, 2, 3]


async def test_takers_at_once_get_places_of_their_own(database: Database) -> None:
    budget = SharedBudget(database, SLOW)
    waits = await asyncio.gather(*(budget.take(["tenant", "conversation:a"]) for _ in range(8)))
    assert rounded(sorted(waits)) == [0, 0, 0, 1, 2, 3, 4, 5]


async def test_time_refills_up_to_the_burst(database: Database) -> None:
    budget = SharedBudget(database, SLOW)
    for _ in range(6):
        await budget.take(["conversation:a"])
    async with database.unit() as unit:
        await unit.session.execute(text("UPDATE budgets SET at = at - interval '1 day'"))
    waits = [await budget.take(["conversation:a"]) for _ in range(4)]
    assert rounded(waits) == [0, 0, 0, 1]


async def test_conversation_ids_are_not_kept_and_old_buckets_go(database: Database) -> None:
    budget = SharedBudget(database)
    await budget.take(["conversation:19:meeting_abc@thread.v2", "tenant"])
    async with database.unit() as unit:
        keys = (await unit.session.scalars(text("SELECT key FROM budgets ORDER BY key"))).all()
    assert keys[1] == "tenant"
    assert "meeting" not in keys[0]
    await budget.forget(timedelta(0))
    async with database.unit() as unit:
        assert await unit.session.scalar(text("SELECT count(*) FROM budgets")) == 0


async def test_a_kind_without_a_rate_is_a_mistake(database: Database) -> None:
    with pytest.raises(KeyError):
        await SharedBudget(database).take(["unknown:x"])


@pytest.mark.parametrize(("seconds", "limit"), [(1, 7), (2, 8), (30, 60)])
def test_the_rates_stay_below_the_limits_per_conversation(seconds: int, limit: int) -> None:
    rate = RATES["conversation"]
    assert rate.burst + seconds * rate.per_second <= limit
    assert RATES["tenant"].burst + RATES["tenant"].per_second <= 50
