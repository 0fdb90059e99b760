"""What goes round by itself never stops for good, however often it has failed."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from casework.jobs import gave_up
from casework.jobs.giving_up import ROUNDS
from casework.jobs.subscriptions import plan_round
from casework.jobs.sweeping import plan_sweep
from casework.jobs.upkeep import plan_upkeep
from casework.office import Bench
from store.database import Database
from store.jobs import JobEngine
from store.tables import Effect


async def test_every_round_is_known(database: Database) -> None:
    for plan in (plan_upkeep, plan_round, plan_sweep):
        await plan(database)
    async with database.unit() as unit:
        assert set(await unit.session.scalars(select(Effect.kind))) == set(ROUNDS)


@pytest.mark.parametrize("kind", ROUNDS)
async def test_a_round_that_has_failed_to_the_last_try_comes_again(
    bench: Bench, database: Database, kind: str
) -> None:
    async def fails(_claim: Any) -> str:
        raise RuntimeError

    async with database.unit() as unit:
        await unit.effects.schedule(kind, "all", args={"strangers": ["a"]})
    engine = JobEngine(
        database, bench.clock, {kind: fails}, on_gave_up=gave_up(bench), max_claims=1
    )
    with pytest.raises(RuntimeError):
        await engine.drain()
    async with database.unit() as unit:
        row = (await unit.session.scalars(select(Effect))).one()
        assert (row.done_at, row.claims, row.args) == (None, 0, {"strangers": ["a"]})
        assert unit.now < row.due_at <= unit.now + ROUNDS[kind]
