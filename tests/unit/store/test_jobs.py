"""The running engine: wake-ups, crashes, shutdown, several engines, a database that goes away."""

from __future__ import annotations

import asyncio
import gc
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import pytest

from clock import ShiftedClock
from store.claims import Claim
from store.database import Database
from store.jobs import Again, JobEngine
from tests.unit.store.recorder import Recorder, effect, execute, jobs, lively, schedule, until


@asynccontextmanager
async def running(*engines: JobEngine) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(engine.run()) for engine in engines]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


async def test_a_commit_wakes_the_engine(database: Database) -> None:
    handler = Recorder()
    async with running(lively(database, handler)):
        await schedule(database)
        await until(lambda: done(database))
    assert handler.keys == ["a"]
    assert await jobs(database) == 0


async def test_two_engines_carry_each_effect_out_once(database: Database) -> None:
    handler = Recorder()
    async with running(lively(database, handler), lively(database, handler)):
        for number in range(30):
            await schedule(database, f"{number}")
        await until(lambda: counted(handler, 30))
        await until(lambda: done(database, "29"))
    assert Counter(handler.keys) == {f"{number}": 1 for number in range(30)}


async def test_what_only_a_newer_release_knows_is_left_to_its_replica(database: Database) -> None:
    older, newer = Recorder(), Recorder()
    async with running(lively(database, older)):
        async with database.unit() as unit:
            await unit.effects.schedule("of_tomorrow", key="new")
        await schedule(database, "old")
        await until(lambda: done(database, "old"))
        assert (await effect(database, "new")).claims == 0
        async with running(lively(database, newer, kind="of_tomorrow")):
            await until(lambda: done(database, "new"))
    assert (older.keys, newer.keys) == (["old"], ["new"])


async def test_a_moved_clock_and_lost_wake_ups_are_swept_up(
    database: Database, clock: ShiftedClock
) -> None:
    await schedule(database, "lost")
    await execute(database, "DELETE FROM procrastinate_jobs")
    await schedule(database, "moved", clock.now() + timedelta(hours=1))
    handler = Recorder()
    engine = lively(database, handler)
    assert await engine.sweep() == 1
    assert await engine.sweep() == 0
    clock.advance(timedelta(hours=2))
    async with running(engine):
        await until(lambda: counted(handler, 2))
    assert sorted(handler.keys) == ["lost", "moved"]


async def test_a_wake_up_before_our_time_comes_back(
    database: Database, clock: ShiftedClock
) -> None:
    await schedule(database, due_at=clock.now())
    clock.advance(-timedelta(seconds=1))
    handler = Recorder()
    async with running(lively(database, handler)):
        await until(lambda: counted(handler, 1))


async def test_shutdown_cuts_off_and_loses_nothing(database: Database) -> None:
    handler = Recorder()
    begun = asyncio.Event()

    async def long(claim: Claim) -> str | None:
        begun.set()
        await asyncio.sleep(0 if claim.again_after_crash else 3600)
        return None

    handler.then = long
    await schedule(database)
    async with running(lively(database, handler)):
        await begun.wait()
    assert (await effect(database)).done_at is None
    async with running(lively(database, handler)):
        await until(lambda: done(database))
    assert [claim.again_after_crash for claim in handler.claims] == [False, True]


async def test_a_dead_workers_wake_up_is_rescued_and_a_deadly_one_dropped(
    database: Database,
) -> None:
    await schedule(database, "hit")
    await schedule(database, "deadly")
    await execute(database, "UPDATE procrastinate_jobs SET status = 'doing'")
    await execute(database, "UPDATE procrastinate_jobs SET attempts = 20 WHERE id = 2")
    handler = Recorder()
    engine = lively(database, handler)
    assert await engine.rescue() == 2
    assert await jobs(database) == 1
    assert await engine.rescue() == 0
    async with running(engine):
        await until(lambda: counted(handler, 2))  # the sweep makes a new wake-up for the other


async def test_faults_and_again_are_retried_while_running(
    database: Database, clock: ShiftedClock
) -> None:
    handler = Recorder(ValueError("hemmeligt"), Again(after=timedelta(hours=1), reason="later"))
    await schedule(database)
    async with running(lively(database, handler)):
        for tries in (1, 2, 3):
            await until(lambda tries=tries: counted(handler, tries))  # type: ignore[misc]
            clock.advance(timedelta(hours=1))
        await until(lambda: done(database))


async def test_the_engine_outlives_lost_connections(database: Database) -> None:
    handler = Recorder()
    async with running(lively(database, handler)):
        await schedule(database, "before")
        await until(lambda: counted(handler, 1))
        with suppress(Exception):
            await execute(
                database,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()",
            )
        await schedule(database, "after")
        await until(lambda: counted(handler, 2))


async def test_an_engine_taken_for_dead_does_not_let_its_effect_run_twice(
    database: Database,
) -> None:
    handler = Recorder()
    release = asyncio.Event()

    async def slow(claim: Claim) -> str | None:
        await release.wait()
        return None

    handler.then = slow
    await schedule(database)
    async with running(lively(database, handler), lively(database, handler)):
        await until(lambda: counted(handler, 1))
        # As when its event loop was blocked too long: the others take its worker for dead.
        await execute(
            database, "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 h'"
        )
        await execute(database, "UPDATE procrastinate_jobs SET status = 'todo', worker_id = NULL")
        await asyncio.sleep(1)
        assert len(handler.claims) == 1
        release.set()
        await until(lambda: done(database))
    assert len(handler.claims) == 1


async def counted(handler: Recorder, number: int) -> bool:
    return len(handler.claims) >= number


async def done(database: Database, key: str = "a") -> bool:
    return (await effect(database, key)).done_at is not None


async def test_an_engine_stopped_while_opening_leaves_nothing_behind(database: Database) -> None:
    """A pool left open outlives the loop: its worker swallows the one cancel it gets."""
    for steps in range(0, 60, 3):
        task = asyncio.create_task(lively(database, Recorder()).run())
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        left = asyncio.all_tasks() - {asyncio.current_task()}
        pending = (await asyncio.wait(left, timeout=30))[1] if left else set()
        assert [one.get_name() for one in pending] == [], steps


class DeafApp:
    """Stands for procrastinate where a cancel gets lost (``asyncio.wait_for``, Python 3.11)."""

    def __init__(self, *, deaf_while: str) -> None:
        self.deaf_while = deaf_while
        self.seen: list[str] = []

    async def open_async(self) -> None:
        await self.step("opening")

    async def run_worker_async(self) -> None:
        await self.step("working")
        await asyncio.Event().wait()

    async def close_async(self) -> None:
        self.seen.append("closed")

    async def step(self, name: str) -> None:
        self.seen.append(name)
        if name == self.deaf_while:
            with suppress(asyncio.CancelledError):
                await asyncio.Event().wait()


@pytest.mark.parametrize(
    ("deaf_while", "seen"),
    [("opening", ["opening", "closed"]), ("working", ["opening", "working", "closed"])],
)
async def test_an_engine_ends_though_its_one_cancel_gets_lost(
    database: Database, deaf_while: str, seen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.jobs.MISSED_CANCEL", 0.1)
    engine, app = lively(database, Recorder()), DeafApp(deaf_while=deaf_while)
    monkeypatch.setattr(engine, "_app", app)
    task = asyncio.create_task(engine.run())
    await until(lambda: has_seen(app, deaf_while))
    task.cancel()
    assert (await asyncio.wait([task], timeout=30))[1] == set()
    assert task.cancelled()
    assert app.seen == seen


async def has_seen(app: DeafApp, name: str) -> bool:
    return name in app.seen


class FaultyApp(DeafApp):
    """Its worker ends in a fault when it is cancelled, as with the database away."""

    async def run_worker_async(self) -> None:
        self.seen.append("working")
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            raise ConnectionError("away") from None


async def test_a_fault_on_the_way_out_is_not_left_for_asyncio_to_log(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, app = lively(database, Recorder()), FaultyApp(deaf_while="")
    monkeypatch.setattr(engine, "_app", app)
    told: list[str] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: told.append(context["message"]))
    task = asyncio.create_task(engine.run())
    await until(lambda: has_seen(app, "working"))
    task.cancel()
    await asyncio.wait([task], timeout=30)
    assert task.cancelled()
    gc.collect()
    assert told == []
