"""Many turns of one replica that nobody disturbs: does it grow, does its loop stand still, what stays open."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from store.migrate import migrate
from tools.chaos.hands import Hands, verbs
from tools.chaos.house import Choice, House, house
from tools.chaos.postgres import Postgres
from tools.chaos.run import logged
from tools.chaos.vitals import Vitals, readings

WARM_UP = 0.2  # of the turns
MOST_GROWTH = 5.0  # MB
LONGEST = 100.0  # ms
MESSAGE_EVERY = 40
IDLE_SECONDS = 20.0  # longer than an idle connection is kept (15 s)


@dataclass
class Measured:
    """What came of it. ``warm``: readings from the end of the warm-up on; ``idle``: one at rest."""

    turns: int
    seconds: float
    failed: int
    warm: list[Vitals]
    idle: Vitals
    rested: Vitals
    logs: Counter[str] = field(default_factory=Counter)

    @property
    def growth(self) -> float:
        """MB from after the warm-up to the end: medians of a tenth of the readings each."""
        tenth = max(1, len(self.warm) // 10)
        first = statistics.median(reading.rss for reading in self.warm[:tenth])
        last = statistics.median(reading.rss for reading in self.warm[-tenth:])
        return last - first

    def faults(self) -> list[str]:
        """What is not as it was promised."""
        found = []
        if self.growth > MOST_GROWTH:
            found.append(f"memory grew by {self.growth:.1f} MB")
        if self.warm[-1].longest_cpu > LONGEST:
            by = self.warm[-1].longest_by
            found.append(
                f"one step of {by} took {self.warm[-1].longest_cpu:.0f} ms of the processor"
            )
        if self.rested.tasks > self.idle.tasks or self.logs:
            found.append(
                f"left open: {self.rested.tasks - self.idle.tasks} tasks, {dict(self.logs)}"
            )
        if self.failed:
            found.append(f"{self.failed} turns failed")
        return found

    def lines(self) -> list[str]:
        """As people read it."""
        end = self.warm[-1]
        return [
            f"turns: {self.turns} in {self.seconds:.0f} s ({self.turns / self.seconds:.0f} a second),"
            f" {self.failed} failed",
            f"  memory          {self.warm[0].rss:.1f} MB after the warm-up, {end.rss:.1f} MB at the end,"
            f" grown {self.growth:+.1f} MB",
            f"  longest step    {end.longest_cpu:.0f} ms of the processor ({end.longest_by}),"
            f" {end.longest:.0f} ms by the clock; over 100 ms: {end.blocked} by the clock,"
            f" {end.blocked_by_itself} of the processor",
            f"  tasks, sockets  {self.idle.tasks}, {self.idle.sockets} before;"
            f" {self.rested.tasks}, {self.rested.sockets} at rest afterwards",
            f"  not closed      {dict(self.logs) or 'nothing'}",
            *[f"  DOES NOT HOLD   {fault}" for fault in self.faults()],
        ]


async def run_turns(turns: int, seed: int, at_once: int) -> Measured:
    """One replica, no faults, so many turns: presses, and now and then a message."""
    with (
        Postgres() as postgres,
        tempfile.TemporaryDirectory(prefix="lydhoer-soak-") as folder,
    ):
        await migrate(postgres.url)
        postgres.prepare()
        choice = Choice("frederiksberg", seed, at_once, replicas=1)
        async with house(choice, postgres, Path(folder)) as made:
            measured = await _measure(made, turns, at_once)
        measured.logs = logged(Path(folder) / "log")
        return measured


async def _measure(made: House, turns: int, at_once: int) -> Measured:
    vitals = made.replicas[0].folder / "vitals"
    people = [f"c{number}" for number in range(1, at_once + 1)]
    cards = [await _menu(made, person) for person in people]
    await asyncio.sleep(IDLE_SECONDS)
    idle, began = readings(vitals)[-1], time.monotonic()
    warm_turns = int(turns * WARM_UP)
    failed = await _turn_all(made, people, cards, warm_turns)
    warmed = len(readings(vitals))
    failed += await _turn_all(made, people, cards, turns - warm_turns)
    seconds = time.monotonic() - began
    warm = readings(vitals)[max(0, warmed - 1) :]
    await asyncio.sleep(IDLE_SECONDS)
    return Measured(turns, seconds, failed, warm, idle, readings(vitals)[-1])


async def _menu(made: House, person: str) -> dict[str, str]:
    card: dict[str, str] = await Hands(made.sandbox).sees(person, verb="register_open")
    return card


async def _turn_all(made: House, people: list[str], cards: list[dict[str, str]], turns: int) -> int:
    async def turn(person: str, card: dict[str, str], share: int) -> int:
        failed, where = 0, {"chat": card["chat"], "message": card["message"]}
        shown = await made.sandbox.find(person, message=card["message"])
        offered = verbs(shown["card"]) if shown else set()
        for number in range(share):
            if number % MESSAGE_EVERY == MESSAGE_EVERY - 1:
                await made.sandbox.do("message", as_=person, chat=card["chat"], text="hjælp")
                continue
            verb = "menu" if "menu" in offered else "register_open"
            answer = await made.sandbox.do("press", as_=person, **where, verb=verb, data={})
            if answer["kind"] == "card":
                offered = verbs(answer["value"])
            else:
                failed += 1
        return failed

    share = turns // len(people)
    done = await asyncio.gather(*(turn(p, c, share) for p, c in zip(people, cards, strict=True)))
    return sum(done)
