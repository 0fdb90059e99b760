"""A hand-written handler that records its claims and does what it is told, and helpers around it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, text

from store.claims import Claim
from store.database import Database
from store.jobs import JobEngine
from store.tables import Effect

Step = Callable[[Claim], Awaitable[str | None]]


class Recorder:
    """Records every claim; raises what stands in ``faults``, in order, then succeeds."""

    def __init__(self, *faults: BaseException) -> None:
        self.claims: list[Claim] = []
        self.faults = list(faults)
        self.then: Step | None = None

    async def __call__(self, claim: Claim) -> str | None:
        self.claims.append(claim)
        if self.faults:
            raise self.faults.pop(0)
        return await self.then(claim) if self.then else None

    @property
    def keys(self) -> list[str]:
        return [claim.key for claim in self.claims]


async def schedule(
    database: Database, key: str = "a", due_at: datetime | None = None, **args: Any
) -> int:
    async with database.unit() as unit:
        await unit.effects.schedule("tell", key=key, args=args, due_at=due_at)
    return (await effect(database, key)).id


async def effect(database: Database, key: str = "a") -> Effect:
    async with database.unit() as unit:
        return (await unit.session.scalars(select(Effect).where(Effect.key == key))).one()


async def execute(database: Database, statement: str) -> None:
    async with database.unit() as unit:
        await unit.session.execute(text(statement))


async def jobs(database: Database) -> int:
    async with database.unit() as unit:
        return int(await unit.session.scalar(text("SELECT count(*) FROM procrastinate_jobs")) or 0)


async def until(holds: Callable[[], Awaitable[bool]], seconds: float = 30) -> None:
    """Wait for something to hold; generous, because machines may be slow."""
    for _ in range(round(seconds / 0.02)):
        if await holds():
            return
        await asyncio.sleep(0.02)
    raise TimeoutError


def lively(
    database: Database, handler: Recorder, *, kind: str = "tell", **options: Any
) -> JobEngine:
    """An engine that notices everything quickly."""
    settings: dict[str, Any] = {
        "heartbeat_seconds": 0.5,
        "stall_seconds": 3.0,
        "rescue_seconds": 0.2,
        "sweep_seconds": 0.2,
        "poll_seconds": 0.2,
        "sweep_grace": timedelta(),
        "shutdown_seconds": 0.2,
    }
    return JobEngine(database, database.clock, {kind: handler}, **(settings | options))
