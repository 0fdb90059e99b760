"""1,000 meetings that start within one minute, and in the same second: how soon is each told.

    python -m bench.start_storm --meetings 1000
    python -m bench.start_storm --meetings 1000 --slower 2 --at-once

Two replicas under production's settings against the sandbox, which holds every conversation to what Teams
allows (teams-platform 9); nothing is lost and nobody is killed. Making the meetings takes the longest.

``--slower 2``: every clock here, the sandbox's limits and the product's waits included, goes at half the speed of
the machine's (by the program faketime). What is measured are seconds of that clock: it shows what the way itself
takes where the processor is not what limits it, as if the machine were twice as fast.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from store.migrate import migrate
from tools.chaos import lives as of_people
from tools.chaos.figures import share, spread
from tools.chaos.hands import Hands
from tools.chaos.house import Choice, House, house
from tools.chaos.lives import Life, Player
from tools.chaos.postgres import Postgres
from tools.chaos.run import quiet

UNITS = 20
TEAMS_PER_SECOND = 50  # of an app in one tenant (teams-platform 9)
LEEWAY = 1.1
WITHIN = ((95, 1.0), (99, 5.0))
PATIENCE = 300.0
LOOK_SECONDS = 5.0
SLOWED = "LYDHOER_STORM_SLOWED"


async def storm(
    meetings: int, seed: int, *, at_once_only: bool = False
) -> tuple[list[str], list[str]]:
    """Both storms; lines for people, and what was asked for and is not met."""
    with (
        Postgres() as postgres,
        tempfile.TemporaryDirectory(prefix="lydhoer-storm-") as folder,
    ):
        await migrate(postgres.url)
        postgres.prepare()
        choice = Choice("albertslund", seed, UNITS, watched=False)
        async with house(choice, postgres, Path(folder)) as made:
            people = of_people.drawn(seed, "albertslund", meetings, UNITS, ("keep",))
            began = time.monotonic()
            await _prepare(made, people)
            ready = time.monotonic() - began
            lines = [f"{meetings} meetings, seed {seed}; made ready in {ready:.0f} s"]
            missed: list[str] = []
            for over in (0.0,) if at_once_only else (60.0, 0.0):
                took = await _start(made, people, over=over)
                await _end(made, people)
                missed += not_met(took, meetings, over=over)
                how = f"over {over:.0f} s" if over else "at once"
                lines.append(
                    f"  started {how:<18}told after {spread(took)}; never {meetings - len(took)}"
                )
    allowed = meetings / TEAMS_PER_SECOND
    return [*lines, f"  Teams' own limit for that many messages: {allowed:.0f} s"], missed


def not_met(took: Sequence[float], meetings: int, *, over: float) -> list[str]:
    """What was asked for and is not met: everybody is told; of those spread over a minute 95 of a hundred within a
    second, 99 within five; of those of one second all within 1.1 times what Teams' own limit allows."""
    found = [f"{meetings - len(took)} were never told"] if len(took) < meetings else []
    most = LEEWAY * meetings / TEAMS_PER_SECOND
    if not over and took and max(took) > most:
        found.append(f"at once: the last after {max(took):.1f} s, {most:.1f} allowed")
    for percent, allowed in WITHIN if over else ():
        if share(took, percent) > allowed:
            found.append(f"p{percent} {share(took, percent):.2f} s, {allowed:.0f} allowed")
    return found


async def _prepare(made: House, people: list[Life]) -> None:
    player = Player(made, Hands(made.sandbox), lambda: None)

    async def unit(number: int) -> None:
        for life in people:
            if life.unit == number:
                await player.ask(life)

    await asyncio.gather(*(unit(number) for number in range(1, UNITS + 1)))
    await quiet(made)


async def _start(made: House, people: list[Life], *, over: float) -> list[float]:
    """Start every meeting, evenly over so many seconds; how long each had to wait to be told."""
    gap = over / max(1, len(people))
    before = await _alerts(made)
    began: dict[str, datetime] = {}

    async def begin(number: int, life: Life) -> None:
        await asyncio.sleep(number * gap)
        began[life.chat] = made.now()
        await made.sandbox.do("start", as_=life.caseworker, meeting=life.meeting)

    await asyncio.gather(*(begin(number, life) for number, life in enumerate(people)))
    took: dict[str, float] = {}
    end = time.monotonic() + PATIENCE
    while len(took) < len(people) and time.monotonic() < end:
        await asyncio.sleep(LOOK_SECONDS)
        now = await _alerts(made)
        for life in people:
            fresh = now[life.chat][len(before[life.chat]) :]
            if fresh:
                told = datetime.fromisoformat(fresh[0])
                took[life.chat] = (told - began[life.chat]).total_seconds()
    return list(took.values())


async def _alerts(made: House) -> dict[str, list[str]]:
    """When each meeting's chat was told, by the sandbox's own count."""
    meetings = (await made.sandbox.audit())["meetings"]
    return {row["chat"]: [alert["at"] for alert in row["alerts"]] for row in meetings}


async def _end(made: House, people: list[Life]) -> None:
    await asyncio.gather(
        *(made.sandbox.do("end", as_=p.caseworker, meeting=p.meeting) for p in people)
    )
    await quiet(made)


def main() -> int:
    """The command line; 0 when all that is asked for is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--at-once", action="store_true", help="only those of the same second")
    parser.add_argument("--slower", type=float, default=1.0, help="so much slower goes the clock")
    options = parser.parse_args()
    _slow_down(options.slower)
    told, missed = asyncio.run(storm(options.meetings, options.seed, at_once_only=options.at_once))
    print("\n".join([*told, *(f"  NOT MET         {one}" for one in missed)]))
    return bool(missed)


def _slow_down(slower: float) -> None:
    """Begin anew under a slower clock, once; every process that is started from here goes by it."""
    if slower == 1 or SLOWED in os.environ:
        return
    program = shutil.which("faketime")
    if program is None:
        sys.exit("--slower needs the program faketime (Debian's package of that name).")
    os.environ[SLOWED] = "1"
    pace = [program, "-f", f"+0 x{1 / slower:.4f}"]
    again = [sys.executable, "-m", "bench.start_storm", *sys.argv[1:]]
    os.execv(program, [*pace, *again])


if __name__ == "__main__":
    sys.exit(main())
