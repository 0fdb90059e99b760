"""``make soak``: meetings told under faults and kills, and many turns of one replica that nobody disturbs.

make soak ARGS="--occurrences 200 --seed 7"   meetings, with a kill every 30 s
make soak ARGS="--occurrences 200 --look"     the same where what was posted may be looked for in the chat
make soak ARGS="--turns 100000"               turns, with memory, loop, sockets and tasks measured
"""

from __future__ import annotations

import argparse
import asyncio
import secrets
import sys
from collections.abc import Mapping, Sequence

from tools.chaos.figures import lines, share, spread
from tools.chaos.run import LOOK, MEETINGS_AT_A_TIME, Result, Wanted, play
from tools.chaos.turns import run_turns

KILL_EVERY = 30.0
LOST_WITHIN, LATECOMER_P95 = 60.0, 5.0  # seconds


def occurrences(
    count: int,
    seed: int,
    at_once: int,
    seconds: float = 0.0,
    *,
    times: int = 1,
    look: bool = False,
) -> Wanted:
    """Calls of meetings with a wish that holds, under production's own settings, with faults and kills.
    ``times``: so many calls to a meeting, each announced anew. ``look``: the municipality lets what Lydhør
    posted itself be looked for in the chats."""
    return Wanted(
        profile="albertslund",
        seed=seed,
        requests=-(-count // times),
        times=times,
        batch=MEETINGS_AT_A_TIME,
        kill_every=KILL_EVERY,
        plans=("keep",),
        at_once=at_once,
        seconds=seconds,
        patience=180.0,
        settings=LOOK if look else {},
    )


def took(result: Result) -> dict[str, list[float]]:
    """Seconds from a call's beginning to its announcement, by what it was noticed by; and of latecomers
    (``late``) from their coming to the evidence that they were told."""
    by: dict[str, list[float]] = {"event": [], "clock": [], "chat": []}
    for life in result.lives:
        noticed = result.noticed.get(life.chat, [])
        if len(noticed) != len(life.calls):
            continue  # a call that nobody noticed: which one, is not to be said
        for call, seen in zip(life.calls, noticed, strict=True):
            if call.told:
                by.setdefault(seen, []).append((call.told - call.begun).total_seconds())
    calls = [call for life in result.lives for call in life.calls]
    by["late"] = [
        (c.late_told - c.late_at).total_seconds() for c in calls if c.late_at and c.late_told
    ]
    return by


def not_met(times: Mapping[str, Sequence[float]]) -> list[str]:
    """What is asked for and is not met: of the calls whose event was lost none waits longer than a minute, of a
    hundred latecomers 95 are told within five seconds. How soon those whose event came are told, the storm says
    (``make storm``), where nobody is killed and no answer lost."""
    lost = [*times["clock"], *times["chat"]]
    late = [seconds for seconds in lost if seconds > LOST_WITHIN]
    found = []
    if late:
        found.append(
            f"event lost: {len(late)} of {len(lost)} told after more than {LOST_WITHIN:.0f} s,"
            f" the last after {max(late):.1f}"
        )
    if share(times["late"], 95) > LATECOMER_P95:
        found.append(
            f"latecomers: p95 {share(times['late'], 95):.2f} s, {LATECOMER_P95:.0f} allowed"
        )
    return found


def told(result: Result) -> list[str]:
    """What a run of meetings came to, in figures."""
    by, counts = took(result), result.verdict.counts
    came_late = sum(call.late_at is not None for life in result.lives for call in life.calls)
    return [
        f"  start event -> announcement delivered  {spread(by['event'])}",
        f"  event lost  -> announcement delivered  {spread(by['clock'])}",
        f"  event lost  -> read in the chat, told  {spread(by['chat'])}",
        f"  latecomer   -> evidence                {spread(by['late'])}; not within the wait {came_late - len(by['late'])}",
        f"  people                                 {counts['people']} in calls that were told,"
        f" not entered {counts['people not entered']}; latecomers {counts['latecomers']},"
        f" not told {counts['latecomers not told']}",
        f"  answers nobody heard                   {result.unheard} calls,"
        f" {result.unheard_posts} of them messages",
        *(f"  NOT MET         {one}" for one in not_met(by)),
    ]


def main() -> int:
    """0 when everything held, otherwise 1."""
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--occurrences", type=int, default=60, help="calls that are told; 0: none")
    parser.add_argument("--times", type=int, default=1, help="so many calls to each meeting")
    parser.add_argument("--turns", type=int, default=3000, help="of the conversation; 0: none")
    parser.add_argument("--seconds", type=float, default=0, help="begin no meeting after so many")
    parser.add_argument("--at-once", type=int, default=12, help="side by side")
    parser.add_argument("--look", action="store_true", help="for what was posted, in the chat")
    parser.add_argument("--seed", type=int, default=None, help="makes a run again")
    options = parser.parse_args()
    seed = secrets.randbelow(10**9) if options.seed is None else options.seed
    print(f"soak: seed {seed}", flush=True)
    faults = 0
    if options.occurrences:
        result = asyncio.run(
            play(
                occurrences(
                    options.occurrences,
                    seed,
                    options.at_once,
                    options.seconds,
                    times=options.times,
                    look=options.look,
                )
            )
        )
        print("\n".join([*lines(result), *told(result)]), flush=True)
        faults += len(result.verdict.faults) + len(not_met(took(result)))
    if options.turns:
        measured = asyncio.run(run_turns(options.turns, seed, options.at_once))
        print("\n".join(measured.lines()), flush=True)
        faults += len(measured.faults())
    print(f"soak: {faults} faults, seed {seed}")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
