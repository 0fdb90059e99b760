"""A job that a dead replica had in hand counts as taken over only when somebody has it in hand again."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import psycopg
import pytest

from store.database import Database, plain_url
from store.jobs import JobEngine
from store.presence import LOCKS, TAKE
from tests.chaos.test_killed_engine import WORKER
from tests.unit.store.recorder import Recorder, effect, schedule
from tools.chaos import takeover
from tools.chaos.broken import VARIANTS
from tools.chaos.postgres import Postgres
from tools.chaos.takeover import Takeover, taken_over

DEAD = "north"


class Asked:
    """The database as the harness asks it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.away = 0

    def rows(self, query: str, values: Any = None) -> list[tuple[Any, ...]]:
        if self.away:
            self.away -= 1
            raise psycopg.OperationalError
        with psycopg.connect(self.url, autocommit=True) as connection:
            return connection.execute(query.encode(), values).fetchall()

    def does(self, statement: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture
def asked(database: Database, monkeypatch: pytest.MonkeyPatch) -> Asked:
    monkeypatch.setattr(takeover, "GIVE_UP", 1.0)
    return Asked(plain_url(database.url))


@pytest.fixture
async def orphan(database: Database, asked: Asked) -> int:
    """The effect whose job was being done when its replica died."""
    await schedule(database)
    asked.does("UPDATE procrastinate_jobs SET status = 'doing'")
    return (await effect(database)).id


async def measured(database: Database, asked: Asked) -> Takeover:
    return await taken_over(cast(Postgres, asked), DEAD, datetime.now(UTC), database.clock.now())


def holder(asked: Asked, name: str, number: int) -> psycopg.Connection[Any]:
    connection = psycopg.connect(asked.url, autocommit=True, application_name=name)
    connection.execute(TAKE.encode(), (LOCKS, number))
    return connection


@pytest.mark.usefixtures("orphan")
async def test_given_back_to_the_queue_is_not_yet_taken_over(
    database: Database, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_back(asked, monkeypatch, "UPDATE procrastinate_jobs SET status = 'todo'")
    found = await measured(database, asked)
    assert found == Takeover(1, 1.0, "tell")
    assert found.fault(DEAD) == "1 jobs of north were not taken over within 1 s: tell"


@pytest.mark.usefixtures("orphan")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE effects SET claims = claims + 1",
        "UPDATE effects SET done_at = now()",
        "UPDATE effects SET generation = generation + 1",
    ],
)
async def test_claimed_anew_done_or_planned_anew_is_taken_over(
    database: Database, asked: Asked, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    give_back(asked, monkeypatch, statement)
    found = await measured(database, asked)
    assert found.held == 1
    assert found.seconds is not None
    assert found.seconds < 1
    assert found.fault(DEAD) == ""


@pytest.fixture
def later(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Connections that are made once the orphans are known: ``append((name, effect))``."""
    wanted: list[Any] = []
    made: list[psycopg.Connection[Any]] = []
    inner = takeover._waiting

    async def waiting(*values: Any) -> tuple[int | None, str]:
        while wanted:
            made.append(holder(asked, *wanted.pop()))
        return await inner(*values)

    monkeypatch.setattr(takeover, "_waiting", waiting)
    yield wanted
    for connection in made:
        connection.close()


async def test_a_survivor_that_holds_its_lock_has_it_in_hand(
    database: Database, asked: Asked, orphan: int, later: list[Any]
) -> None:
    later.append(("south", orphan))
    assert (await measured(database, asked)).seconds != 1.0


async def test_what_somebody_holds_from_the_beginning_is_no_orphan(
    database: Database, asked: Asked, orphan: int
) -> None:
    with holder(asked, "south", orphan):
        assert await measured(database, asked) == Takeover(0, None)


async def test_the_dead_ones_own_old_connection_does_not_count(
    database: Database, asked: Asked, orphan: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with psycopg.connect(asked.url, autocommit=True, application_name=DEAD) as old:
        inner = takeover._waiting

        async def waiting(*values: Any) -> tuple[int | None, str]:
            old.execute(TAKE.encode(), (LOCKS, orphan))
            return await inner(*values)

        monkeypatch.setattr(takeover, "_waiting", waiting)
        assert (await measured(database, asked)).seconds == 1.0


@pytest.mark.usefixtures("orphan")
async def test_a_database_that_does_not_answer_leaves_it_not_measured(
    database: Database, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = takeover._orphans
    answers: list[bool] = []

    async def orphans(*values: Any) -> Any:
        asked.away = bool(answers)
        answers.append(True)
        return await inner(*values)

    monkeypatch.setattr(takeover, "_orphans", orphans)
    found = await measured(database, asked)
    assert found == Takeover(1, None)
    assert "was not measured" in found.fault(DEAD)


@pytest.mark.chaos
@pytest.mark.parametrize("variant", ["", "rescue_nobody"])
async def test_an_engine_that_rescues_nobody_is_found(
    database: Database, asked: Asked, monkeypatch: pytest.MonkeyPatch, variant: str
) -> None:
    """A worker is killed at its work; another, as it should be or wrong on purpose, is there."""
    monkeypatch.setattr(takeover, "GIVE_UP", 8.0)
    monkeypatch.setattr(JobEngine, "rescue", JobEngine.rescue)  # put back afterwards
    if variant:
        VARIANTS[variant]()
    await schedule(database)
    dying = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WORKER, database.url, stdout=asyncio.subprocess.PIPE
    )
    assert dying.stdout is not None
    assert await asyncio.wait_for(dying.stdout.readline(), 60) == b"a\n"
    survivor = asyncio.create_task(second(database).run())
    try:
        os.kill(dying.pid, signal.SIGKILL)
        await dying.wait()
        found = await measured(database, asked)
    finally:
        survivor.cancel()
        await asyncio.gather(survivor, return_exceptions=True)
    assert found.held == 1
    late = "1 jobs of north were not taken over within 8 s: tell"
    assert found.fault(DEAD) == (late if variant else "")


def second(database: Database) -> JobEngine:
    return JobEngine(
        database, database.clock, {"tell": Recorder()}, heartbeat_seconds=0.5, stall_seconds=2,
        rescue_seconds=0.5, sweep_seconds=0.5, sweep_grace=timedelta(),
    )  # fmt: skip


def test_slow_is_a_fault_and_nothing_in_hand_is_none() -> None:
    slow = "2 jobs of north were taken over in 10.4 s, last: announce"
    assert Takeover(2, 10.4, "announce").fault(DEAD) == slow
    assert Takeover(2, 9.9).fault(DEAD) == Takeover(0, None).fault(DEAD) == ""


def give_back(asked: Asked, monkeypatch: pytest.MonkeyPatch, statement: str) -> None:
    """Do this to the database once the orphans are known."""
    inner = takeover._waiting

    async def waiting(*values: Any) -> tuple[int | None, str]:
        asked.does(statement)
        return await inner(*values)

    monkeypatch.setattr(takeover, "_waiting", waiting)
