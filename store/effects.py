"""What is due: rows that carry consequences out, woken by procrastinate.

The row is the truth: when it is due, under which key and in which generation. The procrastinate job
is only the wake-up, deferred in the same transaction; it re-reads the row. So a move or a cancel
needs no job surgery: an old wake-up finds another generation and does nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from procrastinate import App
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from store.urgency import of_kind

TOGETHER = frozenset({"start_check"})
"""Kinds that come round for every meeting and mostly find nothing: the engine takes many of them at a time,
and no wake-up is deferred for one (decision 29)."""
WAKE = "lydhoer.wake"
QUEUE = "effects"

SCHEDULE = text("""
    INSERT INTO effects (kind, key, args, due_at, generation, claims)
    SELECT kind, key, CAST(args AS jsonb), due_at, 1, 0
    FROM unnest(
        CAST(:kinds AS text[]), CAST(:keys AS text[]), CAST(:args AS text[]),
        CAST(:dues AS timestamptz[])
    ) AS wanted(kind, key, args, due_at)
    ORDER BY kind, key
    ON CONFLICT (kind, key) DO UPDATE
        SET args = excluded.args, due_at = excluded.due_at, claims = 0, done_at = NULL,
            outcome = NULL, generation = effects.generation + 1
    RETURNING id, generation, kind, key, due_at
""")

# Every row of the unit is locked in one order, those it schedules too: two units never wait in a ring.
CANCEL = text("""
    WITH locked AS MATERIALIZED (
        SELECT effects.id, wanted.stop
        FROM effects JOIN unnest(
            CAST(:kinds AS text[]), CAST(:keys AS text[]), CAST(:stops AS boolean[])
        ) AS wanted(kind, key, stop) USING (kind, key)
        ORDER BY kind, key
        FOR UPDATE OF effects
    )
    UPDATE effects SET done_at = :now, outcome = 'cancelled', generation = generation + 1
    FROM locked
    WHERE effects.id = locked.id AND locked.stop AND done_at IS NULL
""")


@dataclass(frozen=True)
class WakeUp:
    """When to look at an effect again. ``seconds`` from now; ``kind`` says how urgent it is."""

    effect: int
    generation: int
    kind: str
    seconds: float = 0.0


async def wake_up(session: AsyncSession, app: App, wanted: Sequence[WakeUp]) -> None:
    """Defer the wake-ups in the session's own transaction, all in one statement. Of what is due at the
    same time a worker takes the most urgent kind first."""
    if not wanted:
        return
    raw = (await (await session.connection()).get_raw_connection()).driver_connection
    jobs = [
        app.configure_task(
            WAKE,
            queue=QUEUE,
            priority=-of_kind(one.kind),
            # The engine works by the database's time, we by our clock: only the distance is handed over.
            schedule_in={"seconds": one.seconds} if one.seconds > 0 else None,
        ).make_new_job(effect=one.effect, generation=one.generation)
        for one in wanted
    ]
    await app.job_manager.batch_defer_jobs_async(jobs=jobs, connection=raw)


@dataclass(frozen=True)
class _Wanted:
    """What an effect is to be carried out with, and when."""

    args: Mapping[str, Any]
    due_at: datetime


class Effects:
    """Schedules and cancels consequences in one unit's transaction. Both are written by the unit at its
    end: what is cancelled in one statement, what is scheduled in two."""

    def __init__(self, session: AsyncSession, now: datetime, app: App) -> None:
        self._session = session
        self._now = now
        self._app = app
        self._wanted: dict[tuple[str, str], _Wanted] = {}
        self._cancelled: set[tuple[str, str]] = set()

    async def schedule(
        self,
        kind: str,
        key: str,
        *,
        args: Mapping[str, Any] | None = None,
        due_at: datetime | None = None,
    ) -> None:
        """Make the effect ``kind`` with ``key`` due at ``due_at`` (UTC; now when not given).

        What is not done yet is moved, what is done is opened again; both raise the generation and
        count tries from the start. ``args`` hold ids and codes only. Of two in one unit the later holds.
        """
        due = self._now if due_at is None else due_at.astimezone(UTC)
        self._cancelled.discard((kind, key))
        self._wanted[kind, key] = _Wanted(dict(args or {}), due)

    async def cancel(self, kind: str, key: str) -> None:
        """See to it that the effect is not carried out. Unknown or done: nothing happens."""
        self._wanted.pop((kind, key), None)
        self._cancelled.add((kind, key))

    async def write(self) -> None:
        """Write what was cancelled, and what was scheduled, with a wake-up each in the order it was wanted."""
        await self._write_cancelled()
        if not self._wanted:
            return
        values = {
            "kinds": [kind for kind, _ in self._wanted],
            "keys": [key for _, key in self._wanted],
            "args": [json.dumps(one.args) for one in self._wanted.values()],
            "dues": [one.due_at for one in self._wanted.values()],
        }
        rows = await self._session.execute(SCHEDULE, values)
        found = {
            (row.kind, row.key): WakeUp(
                row.id, row.generation, row.kind, (row.due_at - self._now).total_seconds()
            )
            for row in rows
        }
        alone = [found[one] for one in self._wanted if one[0] not in TOGETHER]
        await wake_up(self._session, self._app, alone)
        self._wanted.clear()

    async def _write_cancelled(self) -> None:
        if not self._cancelled:
            return
        every = [*self._cancelled, *self._wanted]
        values = {
            "kinds": [kind for kind, _ in every],
            "keys": [key for _, key in every],
            "stops": [one in self._cancelled for one in every],
            "now": self._now,
        }
        await self._session.execute(CANCEL, values)
        self._cancelled.clear()
