"""An engine that is cancelled ends, whatever becomes of the one cancel it gets."""

from __future__ import annotations

import asyncio

import pytest

from store import jobs
from store.database import Database
from store.jobs import JobEngine
from tests.unit.store.recorder import Recorder, lively


async def ended(task: asyncio.Task[None]) -> bool:
    """Whether it ends after one cancel; ended by force otherwise, so that nothing is left behind."""
    task.cancel()
    done, _ = await asyncio.wait([task], timeout=60)
    while not task.done():
        task.cancel()
        await asyncio.wait([task], timeout=0.2)
    return bool(done)


async def test_a_fault_while_closing_hides_no_cancel(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine: JobEngine = lively(database, Recorder())
    close = engine._app.close_async

    async def closes_badly() -> None:
        await close()
        raise ConnectionError("gone while closing")

    monkeypatch.setattr(engine._app, "close_async", closes_badly)
    task = asyncio.create_task(engine.run())
    await asyncio.sleep(0.5)
    assert await ended(task)


@pytest.mark.parametrize("fault", [None, ConnectionError("away")])
async def test_a_step_that_swallows_the_cancel_is_not_taken_again(fault: Exception | None) -> None:
    began: list[int] = []

    async def step() -> None:
        began.append(1)
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            if len(began) > 1:  # the force of ``ended``
                raise
            if fault is not None:
                raise fault from None

    task = asyncio.create_task(jobs._forever("work", step, 0.0))
    await asyncio.sleep(0)
    assert await ended(task)
    assert began == [1]
