"""The database of a run goes away while others act, and comes back with what it said it stored."""

from __future__ import annotations

import asyncio
import time

import psycopg
import pytest

from tools.chaos import schedule
from tools.chaos.postgres import Postgres

pytestmark = pytest.mark.chaos


@pytest.mark.parametrize("crash", [False, True])
async def test_people_act_while_the_database_is_away(crash: bool) -> None:
    with Postgres() as postgres:
        with postgres.connect() as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
        began = time.time()
        restarting = asyncio.create_task(postgres.restart(crash=crash, away=1.5))
        refused = 0
        while not restarting.done():
            await asyncio.sleep(0.05)
            try:
                postgres.rows("SELECT 1")
            except psycopg.OperationalError:
                refused += 1
        await restarting
        assert refused >= 10
        assert postgres.rows("SELECT number FROM kept") == [(7,)]
        (outage,) = postgres.outages
        assert outage[1] - outage[0] >= 1.5
        assert postgres.was_away(began, time.time())
        assert not postgres.was_away(outage[1] + 1, outage[1] + 2)


def test_a_seed_says_how_long_it_is_away_and_who_is_left_alone() -> None:
    blows = schedule.drawn(7, kills=40, restarts=6, cuts=1, jumps=1)
    assert blows == schedule.drawn(7, kills=40, restarts=6, cuts=1, jumps=1)
    away = [blow.away for blow in blows if blow.kind in ("restart", "crash")]
    assert len(set(away)) == 6
    assert all(3 <= seconds <= 8 for seconds in away)
    kills = [blow.alone for blow in blows if blow.kind in ("kill", "both", "failpoint")]
    assert sum(kills) == len(kills) / 2
    assert {blow.kind for blow in blows if blow.alone} >= {"kill", "failpoint"}
