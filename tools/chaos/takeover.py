"""How soon what a dead replica had in hand is in hand again, asked of the database from outside.

Had in hand: a job that is being done, of an effect that is due and undone, which nobody holds the lock of (it
dies with its process). In hand again: somebody who lives holds that lock, or the effect was claimed anew, done,
or planned anew. That its job was merely given back to the queue is not enough.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import psycopg

from store.presence import LOCKS
from tools.chaos.postgres import Postgres

HELD = """
    SELECT FROM pg_locks held JOIN pg_stat_activity process USING (pid)
    WHERE held.locktype = 'advisory' AND held.granted AND held.classid = %(locks)s
        AND held.objid::bigint = effect.id %% 2147483648
"""
ORPHANS = f"""
    SELECT DISTINCT effect.id, effect.generation, effect.claims
    FROM procrastinate_jobs job JOIN effects effect ON effect.id::text = job.args ->> 'effect'
    WHERE job.status = 'doing' AND effect.generation::text = job.args ->> 'generation'
        AND effect.done_at IS NULL AND effect.due_at <= %(now)s AND NOT EXISTS ({HELD})
"""  # noqa: S608
WAITING = f"""
    SELECT count(*), coalesce(string_agg(DISTINCT effect.kind, ', '), '') FROM effects effect
    JOIN (SELECT unnest(%(ids)s::bigint[]) id, unnest(%(generations)s::int[]) generation,
        unnest(%(claims)s::int[]) claims) orphan USING (id)
    WHERE effect.done_at IS NULL AND effect.generation = orphan.generation
        AND effect.claims = orphan.claims
        AND NOT EXISTS ({HELD} AND (process.application_name <> %(dead)s
            OR process.backend_start > %(died)s))
"""  # noqa: S608
"""``backend_start`` is of the machine's clock, as ``died``: who came later lives, whatever it is called."""
SLOWEST = 10.0  # seconds, while another replica lives
GIVE_UP = 60.0
SETTLED = 0.15
"""Seconds between two looks: what the other has just taken, and not yet locked, was nobody's loss."""
LOOK_AGAIN = 0.1


class Orphan(NamedTuple):
    """An effect that was in a dead replica's hand."""

    effect: int
    generation: int
    claims: int


@dataclass(frozen=True)
class Takeover:
    """What became of it: seconds until all was in hand again (None: not measured) of ``held`` effects.
    ``last``: of what kinds those were that came last."""

    held: int
    seconds: float | None
    last: str = ""

    def fault(self, dead: str) -> str:
        """What does not hold; empty when all does."""
        if not self.held:
            return ""
        if self.seconds is None:
            return f"{self.held} jobs of {dead}: whether they were taken over was not measured"
        if self.seconds >= GIVE_UP:
            return f"{self.held} jobs of {dead} were not taken over within {GIVE_UP:.0f} s: {self.last}"
        if self.seconds > SLOWEST:
            return f"{self.held} jobs of {dead} were taken over in {self.seconds:.1f} s, last: {self.last}"
        return ""


async def taken_over(postgres: Postgres, dead: str, died: datetime, now: datetime) -> Takeover:
    """Watch until everything is in hand again. ``died`` by the machine's clock, ``now`` by the run's.

    While the database is away nothing can be seen, and is looked for until it can.
    """
    began = time.monotonic()
    first = await _orphans(postgres, now)
    await asyncio.sleep(SETTLED)
    second = await _orphans(postgres, now)
    if first is None or second is None:
        return Takeover(len(first or second or ()), None)
    orphans = first & second
    if not orphans:
        return Takeover(0, None)
    last = ""
    while (spent := time.monotonic() - began) < GIVE_UP:
        waiting, kinds = await _waiting(postgres, orphans, dead, died)
        if waiting == 0:
            return Takeover(len(orphans), spent, last)
        last = kinds or last
        await asyncio.sleep(LOOK_AGAIN)
    return Takeover(len(orphans), GIVE_UP, last)


async def _orphans(postgres: Postgres, now: datetime) -> Set[Orphan] | None:
    try:
        rows = await asyncio.to_thread(postgres.rows, ORPHANS, {"locks": LOCKS, "now": now})
    except psycopg.OperationalError:
        return None
    return {Orphan(*row) for row in rows}


async def _waiting(
    postgres: Postgres, orphans: Set[Orphan], dead: str, died: datetime
) -> tuple[int | None, str]:
    """How many are in nobody's hand, and of what kinds; None when the database does not say."""
    columns = list(zip(*orphans, strict=True))
    values = {
        "locks": LOCKS, "dead": dead, "died": died,
        **dict(zip(("ids", "generations", "claims"), map(list, columns), strict=True)),
    }  # fmt: skip
    try:
        rows = await asyncio.to_thread(postgres.rows, WAITING, values)
    except psycopg.OperationalError:
        return None, ""
    return int(rows[0][0]), str(rows[0][1])
