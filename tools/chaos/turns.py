"""Many turns of one replica that nobody disturbs: does it grow, does its loop stand still, what stays open.

The turns are wishes (the form opened, sent empty, sent right, granted or withdrawn), the queue, the menu, a message,
and most of them forms that are opened and left. What is measured before is measured after a fifth of the turns, at
rest, when pools and caches have what they hold; so everything that grows with the turns shows. How *blocked* is
measured is said in ``vitals.py``: a machine with too much to do does not count.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sandbox.client import RefusedError
from store.migrate import migrate
from tools.chaos import events
from tools.chaos.complaints import complained
from tools.chaos.hands import Answer, Card, Hands, StuckError
from tools.chaos.house import Choice, House, house
from tools.chaos.lives import Life, Player
from tools.chaos.plans import Plan
from tools.chaos.postgres import Postgres
from tools.chaos.run import quiet
from tools.chaos.vitals import Vitals, readings

WARM_UP = 0.2  # of the turns
MOST_GROWTH = 5.0  # MB
LONGEST = 100.0  # ms
ROUND = 25
"""Steps of one unit: a wish, a look at the queue, a message, and the rest forms."""
LOOKS = 5
SPARE_TASKS, SPARE_SOCKETS = 2, 4
"""So many more at rest than before are what happened to be underway; one for each wish would be far more."""
EMPTY = {"citizen_name": "", "contact": "", "own_words": ""}
IDLE_SECONDS = 20.0  # longer than an idle connection is kept (15 s)


@dataclass
class Measured:
    """What came of it. ``warm``: readings from the end of the warm-up on; ``idle``: at rest before them,
    ``rested``: afterwards. ``cold``: readings before ``warm``, from the start on: what is loaded and compiled
    once is shown, and not judged. ``others``: faults that were found elsewhere."""

    turns: int
    seconds: float
    failed: int
    warm: list[Vitals]
    idle: Vitals
    rested: Vitals
    complaints: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    others: list[str] = field(default_factory=list)
    cold: list[Vitals] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """MB from after the warm-up to the end, at rest and with the garbage collected. What people entered is in
        the database, not in the process."""
        return self.rested.rss - self.idle.rss

    def faults(self) -> list[str]:
        """What is not as it was promised."""
        found = []
        if self.growth > MOST_GROWTH:
            found.append(f"memory grew by {self.growth:.1f} MB")
        longest = held_longest(self.warm)
        if longest.longest_held > LONGEST:
            found.append(f"the loop was blocked for {_step(longest)}")
        tasks = self.rested.tasks - self.idle.tasks
        sockets = self.rested.sockets - self.idle.sockets
        if tasks > SPARE_TASKS or sockets > SPARE_SOCKETS:
            found.append(f"left open: {tasks} tasks, {sockets} sockets")
        if self.failed:
            found.append(f"{self.failed} turns failed")
        return [*found, *self.others]

    def lines(self) -> list[str]:
        """As people read it."""
        return [
            f"turns: {self.turns} in {self.seconds:.0f} s ({self.turns / self.seconds:.0f} a second),"
            f" {self.failed} failed",
            f"  memory          {self.idle.rss:.1f} MB after the warm-up, {self.rested.rss:.1f} MB at the end,"
            f" grown {self.growth:+.1f} MB; most in between {max(one.rss for one in self.warm):.1f} MB",
            f"  longest step    {_step(held_longest(self.warm))}; over 100 ms:"
            f" {sum(one.held for one in self.warm)}, by the clock {sum(one.blocked for one in self.warm)};"
            f" in the warm-up {_step(held_longest(self.cold))}",
            f"  tasks, sockets  {self.idle.tasks}, {self.idle.sockets} before;"
            f" {self.rested.tasks}, {self.rested.sockets} at rest afterwards",
            f"  logged errors   {dict(self.errors) or 'none'}",
            f"  not closed      {dict(self.complaints) or 'nothing'}",
            *[f"  DOES NOT HOLD   {fault}" for fault in self.faults()],
        ]


async def run_turns(turns: int, seed: int, at_once: int) -> Measured:
    """One replica, no faults, so many turns at least, of everything that people press most."""
    with (
        Postgres() as postgres,
        tempfile.TemporaryDirectory(prefix="lydhoer-soak-") as folder,
    ):
        await migrate(postgres.url)
        postgres.prepare()
        choice = Choice("frederiksberg", seed, at_once, replicas=1)
        async with house(choice, postgres, Path(folder)) as made:
            measured = await _measure(made, turns, at_once)
        found, left_open = list(events.errors(made.folder / "log")), complained(made.folder)
        measured.errors, measured.complaints = (events.counted(f, ()) for f in (found, left_open))
        measured.others = [
            *made.faults,
            *events.faults(found, ()),
            *events.faults(left_open, ()),
            *events.sandbox_crashes(made.folder / "log"),
        ]
        return measured


async def _measure(made: House, turns: int, at_once: int) -> Measured:
    """Before and afterwards are alike: after many turns, at rest."""
    vitals = made.replicas[0].folder / "vitals"
    units = [Unit(made, number) for number in range(1, at_once + 1)]
    warm_turns = int(turns * WARM_UP)
    await _turn_all(units, warm_turns)
    idle, began = await _rested(made, vitals), time.monotonic()
    before, warmed = sum(unit.hands.turns for unit in units), len(readings(vitals))
    await _turn_all(units, turns - warm_turns)
    seconds = time.monotonic() - began
    warm = readings(vitals)[max(0, warmed - 1) :]
    rested = await _rested(made, vitals)
    done = sum(unit.hands.turns for unit in units) - before
    failed = sum(unit.failed + unit.hands.failed for unit in units)
    cold = readings(vitals)[: max(0, warmed - 1)]
    return Measured(done, seconds, failed, warm, idle, rested, cold=cold)


def held_longest(found: Sequence[Vitals]) -> Vitals:
    """The reading with the longest step."""
    return max(found, key=lambda reading: reading.longest_held, default=Vitals())


def _step(reading: Vitals) -> str:
    return (
        f"{reading.longest_held:.0f} ms by {reading.longest_by or 'nobody'},"
        f" {reading.longest_cpu:.0f} ms of them on the processor"
    )


async def _rested(made: House, vitals: Path) -> Vitals:
    """The least of the last readings: what comes round by itself is underway in some of them. Garbage is
    collected first: Python leaves it until a quarter more is there, which would be told as growth."""
    await quiet(made)
    await asyncio.sleep(IDLE_SECONDS)
    made.replicas[0].collect()
    await asyncio.sleep(LOOKS + 1)
    last = readings(vitals)[-LOOKS:]
    return replace(
        last[-1],
        rss=min(reading.rss for reading in last),
        tasks=min(reading.tasks for reading in last),
        sockets=min(reading.sockets for reading in last),
    )


async def _turn_all(units: list[Unit], turns: int) -> None:
    await asyncio.gather(*(unit.turn(turns // len(units)) for unit in units))


class CountingHands(Hands):
    """Counts the presses, and those that got no proper answer."""

    turns = 0
    failed = 0

    async def _once(self, person: str, verb: str, card: Card, data: Mapping[str, str]) -> Answer:
        answer = await super()._once(person, verb, card, data)
        changed = answer["kind"] == "error" and answer["value"] == "changed"  # under the finger
        self.turns += not changed
        self.failed += answer["kind"] == "error" and not changed
        return answer


class Unit:
    """A caseworker and her leader, one thing after the other."""

    def __init__(self, made: House, number: int) -> None:
        self.failed = 0
        self.hands = CountingHands(made.sandbox)
        self._made = made
        self._number = number
        self._wishes = 0
        self._player = Player(made, self.hands, lambda: None)

    async def turn(self, turns: int) -> None:
        """So many turns at least: mostly a form opened and left, now and then all the others."""
        end, number = self.hands.turns + turns, 0
        while self.hands.turns < end:
            number += 1
            try:
                await self._step(number)
            except (StuckError, RefusedError):
                self.failed += 1

    async def _step(self, number: int) -> None:
        if number % ROUND == 1:
            await self._wish()
        elif number % ROUND == 2:
            await self._queue()
        elif number % ROUND == 3:
            self.hands.turns += 1
            chat = await self.hands.sees(self._caseworker, verb="register_open")
            await self._made.sandbox.do(
                "message", as_=self._caseworker, chat=chat["chat"], text="hjælp"
            )
        else:
            await self.hands.press(self._caseworker, "register_open", gives="register_submit")
            await self.hands.press(self._caseworker, "menu")

    async def _wish(self) -> None:
        """A form that is not taken; one that is; then granted, or withdrawn: by half of the units first this, by
        the others that, so that the warm-up has seen both."""
        self._wishes += 1
        plan: Plan = "withdraw" if (self._wishes + self._number) % 2 else "grant"
        life = Life(self._number * 100_000 + self._wishes, self._number, plan)
        await self.hands.press(self._caseworker, "register_open", gives="register_submit")
        await self.hands.press(self._caseworker, "register_submit", EMPTY, gives="register_submit")
        await self.hands.press(self._caseworker, "menu")
        await self._player.ask(life)

    async def _queue(self) -> None:
        await self.hands.press(self._leader, "queue")
        await self.hands.press(self._leader, "menu")

    @property
    def _caseworker(self) -> str:
        return f"c{self._number}"

    @property
    def _leader(self) -> str:
        return f"l{self._number}"
