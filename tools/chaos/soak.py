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
from tools.chaos.run import Result, Wanted, play
from tools.chaos.turns import run_turns

KILL_EVERY = 30.0


def occurrences(
    count: int, seed: int, at_once: int, seconds: float = 0.0, *, look: bool = False
) -> Wanted:
    """Meetings with a wish that holds, under production's own settings, with faults and kills. ``look``:
    the municipality lets what Lydhør posted itself be looked for in the chats."""
    return Wanted(
        profile="albertslund",
        seed=seed,
        requests=count,
        kill_every=KILL_EVERY,
        plans=("keep",),
        at_once=at_once,
        seconds=seconds,
        patience=180.0,
        settings={"CHAT_READING": "own"} if look else {},
    )


def told(result: Result) -> list[str]:
    """What a run of meetings came to, in figures."""
    by: dict[str, list[float]] = {"event": [], "clock": []}
    for life in result.lives:
        if life.begun and life.told:
            seen = result.noticed.get(life.chat, "")
            by.setdefault(seen, []).append((life.told - life.begun).total_seconds())
    late = [
        (life.late_told - life.late_at).total_seconds()
        for life in result.lives
        if life.late_at and life.late_told
    ]
    untold = sum(life.late_at is not None and life.late_told is None for life in result.lives)
    return [
        f"  start event -> announcement delivered  {spread(by['event'])}",
        f"  event lost  -> announcement delivered  {spread(by['clock'])}",
        f"  latecomer   -> evidence                {spread(late)}; not within the wait {untold}",
        f"  answers nobody heard                   {result.unheard} calls,"
        f" {result.unheard_posts} of them messages",
    ]


def main() -> int:
    """0 when everything held, otherwise 1."""
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--occurrences", type=int, default=60, help="of meetings; 0: none")
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
                    look=options.look,
                )
            )
        )
        print("\n".join([*lines(result), *told(result)]), flush=True)
        faults += len(result.verdict.faults)
        if options.look and (twice := result.verdict.counts["announcements double"]):
            print(f"  told twice, though it could be looked for: {twice}")
            faults += twice
    if options.turns:
        measured = asyncio.run(run_turns(options.turns, seed, options.at_once))
        print("\n".join(measured.lines()), flush=True)
        faults += len(measured.faults())
    print(f"soak: {faults} faults, seed {seed}")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
