"""A worker is killed in the middle of an effect; the database goes away under a running worker."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from clock import SystemClock
from store import reachable
from store.claims import Claim
from store.database import Database, DatabaseAway
from store.embedded import embedded_postgres
from store.encryption import KeyRing
from store.jobs import JobEngine
from store.migrate import migrate
from tests.unit.store.recorder import effect, until

pytestmark = pytest.mark.chaos

WORKER = """
import asyncio, sys
from clock import SystemClock
from store.database import Database
from store.encryption import KeyRing
from store.jobs import JobEngine

async def stuck(claim):
    print(claim.key, flush=True)
    await asyncio.sleep(600)

async def main():
    keys = KeyRing.parse(KeyRing.new_entry())
    database = await Database.open(sys.argv[1], clock=SystemClock(), keys=keys)
    await JobEngine(database, database.clock, {"tell": stuck}, heartbeat_seconds=0.5).run()

asyncio.run(main())
"""


class Told:
    """A handler that notes its claims."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.one = asyncio.Event()

    async def __call__(self, claim: Claim) -> None:
        self.claims.append(claim)
        self.one.set()


def engine(database: Database, handler: Told) -> JobEngine:
    return JobEngine(
        database,
        database.clock,
        {"tell": handler},
        heartbeat_seconds=0.5,
        stall_seconds=2,
        rescue_seconds=0.5,
        sweep_seconds=0.5,
        sweep_grace=timedelta(),
    )


async def schedule(database: Database, key: str) -> None:
    async with database.unit() as unit:
        await unit.effects.schedule("tell", key=key)


async def done(database: Database) -> bool:
    return (await effect(database, "before")).done_at is not None


async def stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])


async def test_a_killed_worker_loses_nothing(database: Database) -> None:
    await schedule(database, "a")
    worker = await asyncio.to_thread(
        subprocess.Popen,
        [sys.executable, "-c", WORKER, database.url],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    assert await asyncio.to_thread(worker.stdout.readline) == "a\n"
    handler = Told()
    second = asyncio.create_task(engine(database, handler).run())
    await asyncio.sleep(
        3
    )  # longer than the stall: the first lives, so nothing may be taken from it
    assert handler.claims == []
    worker.kill()
    await asyncio.to_thread(worker.communicate)
    async with asyncio.timeout(30):
        await handler.one.wait()
    await stop(second)
    assert [(claim.claims, claim.again_after_crash) for claim in handler.claims] == [(2, True)]


@pytest.fixture
def folder() -> Iterator[Path]:
    user = reachable.server_user()
    made = reachable.private_folder(reachable.common_ground(user), user)
    yield made
    shutil.rmtree(made)


async def test_the_engine_outlives_an_outage(folder: Path, keys: KeyRing) -> None:
    handler = Told()
    with ExitStack() as server:
        url = server.enter_context(embedded_postgres(folder, fast=True))
        await migrate(url)
        database = await Database.open(url, clock=SystemClock(), keys=keys)
        running = asyncio.create_task(engine(database, handler).run())
        await schedule(database, "before")
        async with asyncio.timeout(30):
            await handler.one.wait()
            await until(lambda: done(database))
        server.close()
        with pytest.raises(DatabaseAway):
            await schedule(database, "meanwhile")
        await asyncio.sleep(4)  # long enough for procrastinate's worker to give up
        handler.one.clear()
        server.enter_context(embedded_postgres(folder, fast=True))
        await schedule(database, "after")
        async with asyncio.timeout(60):
            await handler.one.wait()
        await stop(running)
        await database.close()
    assert [claim.key for claim in handler.claims] == ["before", "after"]
