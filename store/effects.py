"""What is due: rows that carry consequences out, woken by procrastinate.

The row is the truth: when it is due, under which key and in which generation. The procrastinate job
is only the wake-up, deferred in the same transaction; it re-reads the row. So a move or a cancel
needs no job surgery: an old wake-up finds another generation and does nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from procrastinate import App
from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from store.urgency import of_kind

WAKE = "lydhoer.wake"
QUEUE = "effects"

SCHEDULE = text("""
    INSERT INTO effects (kind, key, args, due_at, generation, claims)
    VALUES (:kind, :key, :args, :due_at, 1, 0)
    ON CONFLICT (kind, key) DO UPDATE
        SET args = excluded.args, due_at = excluded.due_at, claims = 0, done_at = NULL,
            outcome = NULL, generation = effects.generation + 1
    RETURNING id, generation
""").bindparams(bindparam("args", type_=JSONB))

CANCEL = text("""
    UPDATE effects SET done_at = :now, outcome = 'cancelled', generation = generation + 1
    WHERE kind = :kind AND key = :key AND done_at IS NULL
""")


async def wake_up(
    session: AsyncSession, app: App, effect: int, generation: int, seconds: float, kind: str
) -> None:
    """Defer the wake-up in the session's own transaction, ``seconds`` from now. Of what is due at the
    same time a worker takes the most urgent kind first."""
    raw = (await (await session.connection()).get_raw_connection()).driver_connection
    # The engine works by the database's time, we by our clock: only the distance is handed over.
    deferrer = app.configure_task(
        WAKE,
        queue=QUEUE,
        connection=raw,
        priority=-of_kind(kind),
        schedule_in={"seconds": seconds} if seconds > 0 else None,
    )
    await deferrer.defer_async(effect=effect, generation=generation)


class Effects:
    """Schedules and cancels consequences in one unit's transaction."""

    def __init__(self, session: AsyncSession, now: datetime, app: App) -> None:
        self._session = session
        self._now = now
        self._app = app

    async def schedule(
        self,
        kind: str,
        key: str,
        *,
        args: Mapping[str, Any] | None = None,
        due_at: datetime | None = None,
    ) -> int:
        """Make the effect ``kind`` with ``key`` due at ``due_at`` (UTC; now when not given).

        What is not done yet is moved, what is done is opened again; both raise the generation and
        count tries from the start. ``args`` hold ids and codes only. Returns the effect's id.
        """
        due = self._now if due_at is None else due_at.astimezone(UTC)
        values = {"kind": kind, "key": key, "args": dict(args or {}), "due_at": due}
        row = (await self._session.execute(SCHEDULE, values)).one()
        seconds = (due - self._now).total_seconds()
        await wake_up(self._session, self._app, row.id, row.generation, seconds, kind)
        return int(row.id)

    async def cancel(self, kind: str, key: str) -> None:
        """See to it that the effect is not carried out. Unknown or done: nothing happens."""
        await self._session.execute(CANCEL, {"kind": kind, "key": key, "now": self._now})
