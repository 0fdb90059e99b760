"""Budgets: shared, atomic, refilled with time. Rates are so slow that the machine does not matter."""

from __future__ import annotations

import asyncio
import random
from datetime import timedelta

import pytest
from sqlalchemy import text

from clock import ShiftedClock
from store.budget import RATES, Rate, SharedBudget
from store.database import Database
from store.encryption import KeyRing
from store.urgency import Urgency, urgency

SLOW = {"conversation": Rate(per_second=0.001, burst=3), "tenant": Rate(per_second=0.001, burst=5)}
LATER = text("""
    UPDATE budgets SET at = at - interval '1000 seconds', waits = (
        SELECT coalesce(jsonb_object_agg(level, CAST(until AS float8) - 400), '{}')
        FROM jsonb_each_text(waits) AS told(level, until)
    )
""")
"""One place's worth of time passes. Whoever waits has minutes left to ask again, however slow the machine."""


async def granted(budget: SharedBudget, *keys: str) -> bool:
    return (await budget.take(keys)).granted


async def pass_time(database: Database) -> None:
    async with database.unit() as unit:
        await unit.session.execute(LATER)


async def test_a_burst_is_free_and_then_everybody_waits(database: Database) -> None:
    budget = SharedBudget(database, SLOW)
    turns = [await budget.take(["conversation:19:a"]) for _ in range(5)]
    assert [turn.granted for turn in turns] == [True] * 3 + [False] * 2
    assert [round(turn.wait / 1000) for turn in turns] == [0, 0, 0, 1, 1]
    assert await granted(budget, "conversation:19:b")


async def test_who_waits_for_one_key_takes_nothing_from_another(database: Database) -> None:
    budget = SharedBudget(database, SLOW)
    for _ in range(3):
        assert await granted(budget, "conversation:a", "tenant")
    for _ in range(4):
        assert not await granted(budget, "conversation:a", "tenant")
    assert [await granted(budget, "conversation:b", "tenant") for _ in range(3)] == [
        True,
        True,
        False,
    ]


async def test_takers_at_once_never_get_more_than_there_is(database: Database) -> None:
    budget = SharedBudget(database, SLOW)
    turns = await asyncio.gather(*(budget.take(["tenant", "conversation:a"]) for _ in range(8)))
    assert sum(turn.granted for turn in turns) == 3


async def test_time_refills_up_to_the_burst(database: Database) -> None:
    budget = SharedBudget(database, SLOW)
    for _ in range(6):
        await budget.take(["conversation:a"])
    for _ in range(5):
        await pass_time(database)
    assert [await granted(budget, "conversation:a") for _ in range(4)] == [True, True, True, False]


async def test_two_replicas_send_in_the_order_of_urgency(
    database: Database, database_url: str, keys: KeyRing
) -> None:
    """Everybody waits; whichever replica asks, and in whatever order, the most urgent goes next."""
    other = await Database.open(database_url, clock=ShiftedClock(), keys=keys)
    replicas = [SharedBudget(database, SLOW), SharedBudget(other, SLOW)]
    while await granted(replicas[0], "tenant"):
        pass
    waiting = [level for level in Urgency for _ in range(3)] * 2
    chance = random.Random(5)
    went: list[Urgency] = []
    await ask_once(waiting, replicas, chance)  # nothing is there: each leaves word that it waits
    while waiting:
        await pass_time(database)
        went += await ask_once(waiting, replicas, chance)
    await other.close()
    assert went == sorted(went)
    assert len(went) == 30


async def ask_once(
    waiting: list[Urgency], replicas: list[SharedBudget], chance: random.Random
) -> list[Urgency]:
    """Everybody who waits asks, in any order, at either replica; who went leaves the list."""
    through = []
    for level in chance.sample(waiting, len(waiting)):
        with urgency(level):
            if await granted(chance.choice(replicas), "tenant"):
                waiting.remove(level)
                through.append(level)
    return through


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


@pytest.mark.parametrize(
    ("kind", "limits"),
    [
        ("conversation", ((1, 7), (2, 8), (30, 60))),
        ("hour", ((3600, 1800),)),
        ("roster", ((1, 14), (2, 16), (30, 120))),
        ("roster_hour", ((3600, 3600),)),
        ("tenant", ((1, 50),)),
    ],
)
def test_the_rates_stay_below_teams_limits(kind: str, limits: tuple[tuple[int, int], ...]) -> None:
    rate = RATES[kind]
    for seconds, most in limits:
        assert rate.burst + seconds * rate.per_second <= most
