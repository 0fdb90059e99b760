"""Carries the schedule out while the lives are played, and measures how soon the others took over."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

import psycopg

from tools.chaos.house import House, Replica
from tools.chaos.schedule import Blow
from tools.chaos.takeover import taken_over

FAILPOINT_SECONDS = 10.0
DISK_SECONDS = 3.0
JUMP_SECONDS = 300.0
ALONE_SECONDS = 12.0
"""The longest that a replica is left dead so that the other must take over from it."""
BEHIND = 1
"""So many blows may be overdue when another life begins: what falls on an empty house shows nothing."""
AFTERWARDS = " afterwards"


@dataclass
class Damage:
    """What was done to the house, and when by the run's clock (``cuts``: by the machine's).

    What fell when the last life was over is counted apart, as ``kill afterwards``. ``faults``: slow takeovers,
    and those that could not be measured.
    """

    counts: Counter[str] = field(default_factory=Counter)
    points: Counter[str] = field(default_factory=Counter)
    moments: list[datetime] = field(default_factory=list)
    recoveries: list[float] = field(default_factory=list)
    held: int = 0
    jumps: list[datetime] = field(default_factory=list)
    cuts: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def kills(self) -> int:
        """How many processes of the product were killed while lives were played."""
        return self.counts["kill"] + self.counts["failpoint"] + 2 * self.counts["both"]


class Breaker:
    """Strikes when the share of the work that a blow waits for has been done."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.damage = Damage()
        self._done = 0.0
        self._moved = asyncio.Event()
        self._left: list[Blow] = []
        self._struck = asyncio.Event()

    def progress(self, share: float) -> None:
        """So much of the work is done now (0 to 1)."""
        self._done = share
        self._moved.set()

    async def strike_all(self, blows: list[Blow]) -> None:
        """Every blow in its turn; what is left when all lives are over strikes at once."""
        self._left = list(blows)
        while self._left:
            await self.until(self._left[0].moment)
            await self.strike(self._left[0])
            del self._left[0]
            self._struck.set()

    async def until_caught_up(self) -> None:
        """Wait while more than ``BEHIND`` blows are overdue, so that they fall while somebody is at it."""
        while sum(blow.moment <= self._done for blow in self._left) > BEHIND:
            self._struck.clear()
            await self._struck.wait()

    async def until(self, share: float) -> None:
        """Wait until so much of the work is done (0 to 1)."""
        while self._done < share:
            self._moved.clear()
            await self._moved.wait()

    async def kill_every(self, seconds: float, seed: int) -> None:
        """Kill the one or the other every so many seconds until cancelled; 0: never."""
        chance = random.Random(seed)  # noqa: S311 - a schedule that can be played again, no secret
        due, number = time.monotonic(), 0
        while seconds:
            due = max(time.monotonic(), due + seconds)
            await asyncio.sleep(due - time.monotonic())
            blow = Blow(0.0, "kill", chance.randrange(2), alone=number % 2 == 0)
            number += 1
            strike = asyncio.create_task(self.strike(blow))
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
            await self._kill_one(self.house.replicas[0], blow)
        elif blow.kind in ("kill", "failpoint"):
            await self._kill_one(replica, blow)
        elif blow.kind == "both":
            await self._kill_both()
        elif blow.kind == "cut":
            self._note("cut")
            self.damage.cuts.append(time.time())
            await asyncio.to_thread(self.house.postgres.cut, replica.name)
        elif blow.kind == "jump":
            self._note("jump")
            await self.house.jump(JUMP_SECONDS)
            self.damage.jumps.append(self.house.now())
        elif blow.kind == "disk":
            await self._fill_disk()
        else:
            self._note(blow.kind)
            await self.house.postgres.restart(crash=blow.kind == "crash", away=blow.away)

    async def _kill_one(self, replica: Replica, blow: Blow) -> None:
        if not replica.alive:  # the house has noted that it died by itself
            await self.house.start_until(replica)
        point = await self._dies_at(replica, blow.plan) if blow.plan else ""
        replica.kill()
        self._note("failpoint" if point else "kill")
        if point:
            self.damage.points[point] += 1
        if not any(other.alive for other in self.house.replicas if other is not replica):
            return await self.house.start_until(replica)
        taking_over = asyncio.create_task(self._taken_over(replica.name))
        if blow.alone:
            await asyncio.wait([taking_over], timeout=ALONE_SECONDS)
        await self.house.start_until(replica)
        await taking_over
        return None

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

    async def _taken_over(self, dead: str) -> None:
        """Measure the takeover; what does not hold of it is a fault of the run."""
        house = self.house
        takeover = await taken_over(house.postgres, dead, datetime.now(UTC), house.now())
        if takeover.seconds is not None:
            self.damage.held += takeover.held
            self.damage.recoveries.append(takeover.seconds)
        if fault := takeover.fault(dead):
            self.damage.faults.append(fault)

    async def _fill_disk(self) -> None:
        if not await asyncio.to_thread(self.house.postgres.fill_disk):
            return
        self._note("disk")
        await asyncio.sleep(DISK_SECONDS)
        self.house.postgres.free_disk()
        self._note("disk_freed")
        with contextlib.suppress(psycopg.OperationalError):
            self.house.postgres.rows("SELECT 1")
            return
        await self.house.postgres.restart()

    def _note(self, what: str) -> None:
        over = self._done >= 1
        self.damage.counts[f"{what}{AFTERWARDS}" if over else what] += 1
        self.damage.moments.append(self.house.now())
