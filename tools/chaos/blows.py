"""Carries the schedule out while the lives are played, and measures how soon the others took over."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

import psycopg

from store.presence import LOCKS
from tools.chaos.house import House, Replica
from tools.chaos.schedule import Blow

#: Jobs in hand whose holder is gone: nobody has the effect's lock (it dies with its process).
ORPHANS = """
    SELECT job.id, job.worker_id FROM procrastinate_jobs job
    WHERE job.status = 'doing' AND NOT EXISTS (
        SELECT FROM pg_locks held WHERE held.locktype = 'advisory' AND held.granted
            AND held.classid = %s AND held.objid::text = job.args ->> 'effect')
"""
STILL = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing' AND (id, worker_id) IN ({})"
FAILPOINT_SECONDS = 10.0
GIVE_UP = 60.0
DISK_SECONDS = 3.0
JUMP_SECONDS = 300.0

Orphan = tuple[int, int | None]


@dataclass
class Damage:
    """What was done to the house, and when by the run's clock."""

    counts: Counter[str] = field(default_factory=Counter)
    points: Counter[str] = field(default_factory=Counter)
    moments: list[datetime] = field(default_factory=list)
    recoveries: list[float] = field(default_factory=list)
    held: int = 0
    jumps: list[datetime] = field(default_factory=list)

    @property
    def kills(self) -> int:
        """How many processes of the product were killed."""
        return self.counts["kill"] + self.counts["failpoint"] + 2 * self.counts["both"]


class Breaker:
    """Strikes when the share of the work that a blow waits for has been done."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.damage = Damage()
        self._done = 0.0
        self._moved = asyncio.Event()

    def progress(self, share: float) -> None:
        """So much of the work is done now (0 to 1)."""
        self._done = share
        self._moved.set()

    async def strike_all(self, blows: list[Blow]) -> None:
        """Every blow in its turn; what is left when all lives are over strikes at once."""
        for blow in blows:
            while self._done < blow.moment:
                await self._moved.wait()
                self._moved.clear()
            await self.strike(blow)

    async def kill_every(self, seconds: float, seed: int) -> None:
        """Kill the one or the other every so many seconds until cancelled; 0: never."""
        chance = random.Random(seed)  # noqa: S311 - a schedule that can be played again, no secret
        due = time.monotonic()
        while seconds:
            due = max(time.monotonic(), due + seconds)
            await asyncio.sleep(due - time.monotonic())
            strike = asyncio.create_task(self.strike(Blow(0.0, "kill", chance.randrange(2))))
            try:
                await asyncio.shield(strike)
            except asyncio.CancelledError:
                await strike  # what was killed is started again first
                raise

    async def strike(self, blow: Blow) -> None:
        """One blow, and what a host does about it: start again what died."""
        await asyncio.sleep(blow.wait)
        replica = self.house.replicas[blow.replica % len(self.house.replicas)]
        if self.house.choice.older is not None and blow.kind in ("kill", "failpoint", "both"):
            # The older one is on its way out: a host would not start it again.
            await self._kill_one(self.house.replicas[0], blow.plan)
        elif blow.kind in ("kill", "failpoint"):
            await self._kill_one(replica, blow.plan)
        elif blow.kind == "both":
            await self._kill_both()
        elif blow.kind == "cut":
            self._note("cut")
            self.house.postgres.cut(replica.name)
        elif blow.kind == "jump":
            self._note("jump")
            await self.house.jump(JUMP_SECONDS)
            self.damage.jumps.append(self.house.now())
        elif blow.kind == "disk":
            await self._fill_disk()
        else:
            self._note(blow.kind)
            self.house.postgres.restart(crash=blow.kind == "crash")

    async def _kill_one(self, replica: Replica, plan: str) -> None:
        point = await self._dies_at(replica, plan) if plan else ""
        replica.kill()
        self._note("failpoint" if point else "kill")
        if point:
            self.damage.points[point] += 1
        other_alive = any(other.alive for other in self.house.replicas if other is not replica)
        taking_over = asyncio.create_task(self._taken_over()) if other_alive else None
        await self.house.start_until(replica)
        if taking_over is not None and (took := await taking_over) is not None:
            self.damage.recoveries.append(took)

    async def _dies_at(self, replica: Replica, plan: str) -> str:
        """The point it died at; empty when it was not passed in time."""
        replica.arm(plan)
        if replica.process is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(replica.process.wait(), FAILPOINT_SECONDS)
        return "" if replica.alive else replica.died_at() or "?"

    async def _kill_both(self) -> None:
        for replica in self.house.replicas:
            replica.kill()
        self._note("both")
        await asyncio.gather(*(self.house.start_until(r) for r in self.house.replicas))

    async def _taken_over(self) -> float | None:
        """Seconds until everything the dead one had in hand is in hand again or done; None when it
        held nothing."""
        died = time.monotonic()
        try:
            first = await self._orphans()
            await asyncio.sleep(0.15)
            orphans = first & await self._orphans()
            while orphans and time.monotonic() - died < GIVE_UP:
                if not await self._still(orphans):
                    self.damage.held += len(orphans)
                    return time.monotonic() - died
                await asyncio.sleep(0.1)
            return GIVE_UP if orphans else None
        except psycopg.OperationalError:
            return None  # the database itself is away: no figure of a takeover

    async def _orphans(self) -> set[Orphan]:
        rows = await asyncio.to_thread(self.house.postgres.rows, ORPHANS, [LOCKS])
        return {(row[0], row[1]) for row in rows}

    async def _still(self, orphans: set[Orphan]) -> int:
        pairs = [value for pair in orphans for value in pair]
        query = STILL.format(", ".join(["(%s::bigint, %s::bigint)"] * len(orphans)))
        return int((await asyncio.to_thread(self.house.postgres.rows, query, pairs))[0][0])

    async def _fill_disk(self) -> None:
        if not self.house.postgres.fill_disk():
            return
        self._note("disk")
        await asyncio.sleep(DISK_SECONDS)
        self.house.postgres.free_disk()
        self._note("disk_freed")
        with contextlib.suppress(psycopg.OperationalError):
            self.house.postgres.rows("SELECT 1")
            return
        self.house.postgres.restart()

    def _note(self, what: str) -> None:
        self.damage.counts[what] += 1
        self.damage.moments.append(self.house.now())
