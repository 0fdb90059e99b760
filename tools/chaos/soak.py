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

from tools.chaos.figures import lines, spread
from tools.chaos.run import LOOK, MEETINGS_AT_A_TIME, Result, Wanted, play
from tools.chaos.turns import run_turns

KILL_EVERY = 30.0


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


def told(result: Result) -> list[str]:
    """What a run of meetings came to, in figures."""
    by: dict[str, list[float]] = {"event": [], "clock": [], "chat": []}
    for life in result.lives:
        noticed = result.noticed.get(life.chat, [])
        if len(noticed) != len(life.calls):
            continue  # a call that nobody noticed: which one, is not to be said
        for call, seen in zip(life.calls, noticed, strict=True):
            if call.told:
                by.setdefault(seen, []).append((call.told - call.begun).total_seconds())
    counts = result.verdict.counts
    late = [call for life in result.lives for call in life.calls if call.late_at]
    waited = [(c.late_told - c.late_at).total_seconds() for c in late if c.late_at and c.late_told]
    return [
        f"  start event -> announcement delivered  {spread(by['event'])}",
        f"  event lost  -> announcement delivered  {spread(by['clock'])}",
        f"  event lost  -> read in the chat, told  {spread(by['chat'])}",
        f"  latecomer   -> evidence                {spread(waited)}; not within the wait {len(late) - len(waited)}",
        f"  people                                 {counts['people']} in calls that were told,"
        f" not entered {counts['people not entered']}; latecomers {counts['latecomers']},"
        f" not told {counts['latecomers not told']}",
        f"  answers nobody heard                   {result.unheard} calls,"
        f" {result.unheard_posts} of them messages",
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
        faults += len(result.verdict.faults)
    if options.turns:
        measured = asyncio.run(run_turns(options.turns, seed, options.at_once))
        print("\n".join(measured.lines()), flush=True)
        faults += len(measured.faults())
    print(f"soak: {faults} faults, seed {seed}")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
