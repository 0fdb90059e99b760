"""One run: a municipality's lives, the blows that fall meanwhile, and the verdict."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from casework import effects
from sandbox.client import SandboxClient
from tools.chaos import events, microsoft, schedule
from tools.chaos import lives as of_people
from tools.chaos.blows import Breaker, Damage
from tools.chaos.complaints import complained
from tools.chaos.hands import PATIENCE, Hands
from tools.chaos.house import Choice, House, house
from tools.chaos.judge import Verdict, judge
from tools.chaos.lives import Life, Player
from tools.chaos.plans import Plan
from tools.chaos.postgres import Postgres
from tools.processes import ROOT, StackError

#: Two minutes before Danish clocks jump ahead, and before they jump back.
NIGHTS = {
    "spring": datetime(2027, 3, 28, 0, 58, tzinfo=UTC),
    "autumn": datetime(2027, 10, 31, 0, 58, tzinfo=UTC),
}
ROUND = (effects.WATCH, effects.LOOK_AROUND, effects.HOLD_BLOCK, effects.START_CHECK, effects.SWEEP)
"""What comes round by itself as long as something runs."""
NOTICED = """
    SELECT m.chat_id, array_agg(o.noticed_by ORDER BY o.started_at)
    FROM occurrences o JOIN meetings m ON m.id = o.meeting_id WHERE m.chat_id IS NOT NULL GROUP BY 1
"""
AFTERWARDS = 4 * 3600.0  # seconds; then every meeting is over, whatever was seen of its end
CLEARING_UP = (9000.0, 1200.0)
"""Seconds. A meeting whose end was lost ended for us after the first jump, and Graph tells of it for two hours more;
a subscription whose making was answered to nobody is found in one round and let go in the next."""
BETWEEN = 2 * 3600.0  # seconds, after a batch
QUIET_SECONDS = 90.0
MEETINGS_AT_A_TIME = 192
"""Then time goes by until they are over, in a long run."""
LOOK = {"CHAT_READING": "own"}
"""The municipality lets what Lydhør posted itself be looked for in the chats."""


@dataclass(frozen=True)
class Wanted:
    """What a run is made of. Shares are of all calls, deliveries and events they can strike.

    ``seconds``: no life is begun after so many; 0: all are played, however long it takes.
    ``times``: so often each meeting is held. ``batch``: after so many lives time goes by until they are
    over; 0: never. ``notified``: of Graph's notifications that are lost, come twice or come late.
    """

    profile: str
    seed: int
    requests: int
    kills: int = 0
    restarts: int = 0
    cuts: int = 0
    jumps: int = 0
    disk: int = 0
    night: str = ""
    kill_every: float = 0.0
    seconds: float = 0.0
    plans: tuple[Plan, ...] = ()
    replicas: int = 2
    times: int = 1
    batch: int = 0
    at_once: int = 8
    notified: float = 0.1
    lost: float = 0.05
    doubled: float = 0.05
    late: float = 0.05
    throttled: float = 0.02
    ambiguous: float = 0.01
    broken: str = ""
    patience: float = PATIENCE
    settings: dict[str, str] = field(default_factory=dict)
    older: str = ""

    @property
    def faults(self) -> list[microsoft.Fault]:
        """Microsoft's, in their shares."""
        notified = self.notified if self.settings.get("SUBSCRIPTIONS") else 0.0
        return [
            microsoft.Fault("lost_activity", self.lost, {"activity": "event"}),
            microsoft.Fault("late_activity", self.late, {"activity": "event", "seconds": 2}),
            microsoft.Fault("duplicate_delivery", self.doubled, {"together": True}),
            microsoft.Fault("throttle", self.throttled, {"retryAfter": 1}),
            microsoft.Fault("fail_after_work", self.ambiguous, {"status": 502}),
            microsoft.Fault("lost_notification", notified),
            microsoft.Fault("duplicate_notification", notified),
            microsoft.Fault("late_notification", notified, {"seconds": 5}),
        ]


@dataclass
class Result:
    """What came of it."""

    wanted: Wanted
    verdict: Verdict
    damage: Damage
    lives: list[Life]
    disk: str
    seconds: float
    complaints: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    subscriptions_left: int = 0
    noticed: dict[str, list[str]] = field(default_factory=dict)
    unheard: int = 0
    unheard_posts: int = 0
    microsoft: dict[str, int] = field(default_factory=dict)


async def play(wanted: Wanted) -> Result:
    """Build the house, play, let it come to rest, judge. In the main thread: it owns PostgreSQL."""
    with (
        Postgres(small_disk=wanted.disk > 0) as postgres,
        tempfile.TemporaryDirectory(prefix="lydhoer-chaos-") as folder,
    ):
        older = (
            await asyncio.to_thread(unpacked, wanted.older, Path(folder)) if wanted.older else None
        )
        await asyncio.to_thread(bring_up, postgres.url, older or ROOT)
        postgres.prepare()
        (Path(folder) / "roots").mkdir()
        settings = {"JOURNAL_EXPORT_DIR": str(Path(folder) / "roots"), **wanted.settings}
        choice = Choice(
            wanted.profile,
            wanted.seed,
            wanted.at_once,
            wanted.replicas,
            wanted.broken,
            settings,
            older,
        )
        async with house(choice, postgres, Path(folder)) as made:
            result = await _play(made, wanted)
        return with_what_was_said(result, made)


def unpacked(revision: str, folder: Path) -> Path:
    """An earlier release, out of this project's history. Raises StackError when there is no such one."""
    tree = folder / "older"
    tree.mkdir()
    packed = subprocess.run(
        ["git", "archive", revision], cwd=ROOT, capture_output=True, check=False
    )
    if packed.returncode:
        raise StackError(f"There is no revision {revision} in the history here.")
    subprocess.run(["tar", "-x", "-C", str(tree)], input=packed.stdout, check=True)
    return tree


def bring_up(url: str, release: Path) -> None:
    """The database in the shape of a release, by its own steps."""
    argv = [sys.executable, "-m", "store.migrate"]
    subprocess.run(
        argv, cwd=release, env={**os.environ, "DATABASE_URL": url}, check=True, capture_output=True
    )


async def _play(made: House, wanted: Wanted) -> Result:
    if wanted.night:
        await made.jump((NIGHTS[wanted.night] - made.now()).total_seconds())
    await break_microsoft(made.sandbox, wanted)
    began = time.monotonic()
    people = of_people.drawn(
        wanted.seed, wanted.profile, wanted.requests, wanted.at_once, wanted.plans, wanted.times
    )
    breaker = Breaker(made)
    blows = schedule.drawn(
        wanted.seed, kills=wanted.kills, restarts=wanted.restarts, cuts=wanted.cuts,
        jumps=wanted.jumps, disk=wanted.disk,
    )  # fmt: skip
    async with asyncio.TaskGroup() as group:
        group.create_task(breaker.strike_all(blows))
        group.create_task(insist(made, breaker, wanted, len(people)))
        killing = group.create_task(breaker.kill_every(wanted.kill_every, wanted.seed))
        await live(made, people, breaker, wanted)
        breaker.progress(1.0)
        killing.cancel()
    people = [life for life in people if life.steps]
    await rest(made)
    verdict = await judge(made, people, breaker.damage)
    took = time.monotonic() - began
    result = Result(wanted, verdict, breaker.damage, people, made.postgres.disk, took)
    result.noticed = dict(made.postgres.rows(NOTICED))
    with_what_was_counted(result, await made.sandbox.audit())
    return result


async def insist(made: House, breaker: Breaker, wanted: Wanted, lives: int) -> None:
    """In a run of many lives no fault that was wanted stays away by chance."""
    if lives > microsoft.MANY:
        await breaker.until(microsoft.INSIST_AT)
        await microsoft.insist(made.sandbox, wanted.faults)


def with_what_was_counted(result: Result, audit: Mapping[str, Any]) -> None:
    """What the sandbox counted: the faults that struck, the answers nobody heard, what is left over."""
    result.microsoft, lost = audit["struck"], audit["unheard"]
    result.unheard = sum(lost.values())
    result.unheard_posts = sum(
        n for call, n in lost.items() if call.startswith("POST ") and "/activities" in call
    )
    if len(result.lives) > microsoft.MANY:
        for fault in microsoft.unstruck(result.wanted.faults, result.microsoft):
            result.verdict.fault(f"{fault.name} was wanted and never struck")
    ended = {row["id"] for row in audit["meetings"] if row["state"] != "running"}
    left = [row for row in audit["subscriptions"] if row["meeting"] in ended]
    result.subscriptions_left = len(left)
    if left:
        kinds = dict(Counter(row["kind"] for row in left))
        result.verdict.fault(f"subscriptions of ended meetings still live: {kinds}")


def with_what_was_said(result: Result, made: House) -> Result:
    """Once all processes have ended: how they lived, what they logged, and what was left open."""
    away = [*made.postgres.outages, *((moment, moment) for moment in result.damage.cuts)]
    logs = made.folder / "log"
    found, left_open = list(events.errors(logs)), complained(made.folder)
    result.errors = events.counted(found, away, made.jumps)
    result.complaints = events.counted(left_open, away, made.jumps)
    for fault in (
        *made.faults,
        *result.damage.faults,
        *events.faults(found, away, made.jumps),
        *events.sandbox_crashes(logs),
        *events.faults(left_open, away, made.jumps),
    ):
        result.verdict.fault(fault)
    return result


async def live(made: House, people: list[Life], breaker: Breaker, wanted: Wanted) -> None:
    """Every unit plays its lives one after the other, all units side by side."""
    steps = sum(life.most_steps for life in people)
    done, began = 0, time.monotonic()

    def passed() -> float:
        return (time.monotonic() - began) / wanted.seconds if wanted.seconds else 0.0

    def step() -> None:
        nonlocal done
        done += 1
        breaker.progress(max(done / steps, passed()))

    player = Player(made, Hands(made.sandbox, wanted.patience), step)

    async def unit(lives: list[Life], number: int) -> None:
        for life in lives:
            if life.unit == number and passed() < 1:
                await breaker.until_caught_up()
                await player.play(life)

    each = wanted.batch or len(people) or 1
    for first in range(0, len(people), each):
        if first and passed() < 1:
            await over(made, breaker)
        batch = people[first : first + each]
        await asyncio.gather(*(unit(batch, number) for number in range(1, wanted.at_once + 1)))


async def over(made: House, breaker: Breaker) -> None:
    """Time goes by until the meetings of a batch are over; otherwise thousands would be at the same hour."""
    await quiet(made)
    await made.jump(BETWEEN)
    breaker.damage.jumps.append(made.now())


async def break_microsoft(sandbox: SandboxClient, wanted: Wanted) -> None:
    """The faults that last for the whole run. Where it may be looked for what was posted, Graph gives a
    bot's cards back as it gives a person's; whether Teams does is not known (teams-platform 5.2)."""
    if wanted.settings.get("CHAT_READING") == "own":
        await sandbox.do("switch", name="bot_cards_in_graph", value=True)
    await microsoft.begin(sandbox, wanted.faults)


async def rest(made: House) -> None:
    """Nothing fails any more, time goes by until every meeting is over, and all that is due is done."""
    await made.sandbox.do("clear_faults")
    for replica in made.replicas:
        if not replica.alive:  # the house has noted that it died by itself
            await made.start_until(replica)
    await quiet(made)
    for seconds in (AFTERWARDS, *CLEARING_UP):
        await made.jump(seconds)
        await asyncio.sleep(4)
        await quiet(made)


async def quiet(made: House) -> None:
    """Until nothing is due but what comes round, and that is not behind; the judge sees what is left
    after the time."""
    query = """SELECT count(*) FROM effects WHERE done_at IS NULL
               AND due_at < %s + CASE WHEN kind = ANY(%s) THEN interval '-10 seconds'
                                      ELSE interval '20 seconds' END"""
    end, calm = time.monotonic() + QUIET_SECONDS, 0
    while time.monotonic() < end and calm < 3:
        try:
            asked = [made.now(), list(ROUND)]
            due = (await asyncio.to_thread(made.postgres.rows, query, asked))[0][0]
        except psycopg.OperationalError:  # it is away just now
            due = 1
        calm = calm + 1 if due == 0 else 0
        await asyncio.sleep(0.5)
