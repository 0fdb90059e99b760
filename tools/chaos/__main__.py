"""The command line: ``make chaos ARGS="--requests 200 --kills 20 --seed 7"``."""

from __future__ import annotations

import argparse
import asyncio
import secrets
import sys
from dataclasses import replace

from tools.chaos.broken import VARIANTS
from tools.chaos.figures import lines
from tools.chaos.plans import PLANS
from tools.chaos.run import LOOK, MEETINGS_AT_A_TIME, NIGHTS, Result, Wanted, play


def parse() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__)
    parser.add_argument("--requests", type=int, default=60, help="in all municipalities together")
    parser.add_argument("--kills", type=int, default=12, help="of replicas, in all")
    parser.add_argument("--restarts", type=int, default=1, help="of the database, each run")
    parser.add_argument("--cuts", type=int, default=2, help="of a replica's connections, each run")
    parser.add_argument("--seed", type=int, default=None, help="makes a run again")
    parser.add_argument("--profiles", default=",".join(PLANS), help="comma between")
    parser.add_argument("--at-once", type=int, default=8, help="lives side by side")
    parser.add_argument("--seconds", type=float, default=0, help="begin no life after so many")
    parser.add_argument("--look", action="store_true", help="for what was posted, in the chat")
    parser.add_argument("--disk", action="store_true", help="fill the database's disk once")
    parser.add_argument("--broken", choices=sorted(VARIANTS), default="", help="a wrong product")
    parser.add_argument(
        "--older", default="", metavar="REVISION", help="the other replica's release"
    )
    return parser.parse_args()


def wanted_of(options: argparse.Namespace, seed: int) -> list[Wanted]:
    """A run for each municipality; every other one over the other of the two nights."""
    profiles = options.profiles.split(",")
    each = len(profiles)
    first = Wanted(
        profile="",
        seed=seed,
        requests=-(-options.requests // each),
        kills=-(-options.kills // each),
        restarts=options.restarts,
        cuts=options.cuts,
        jumps=1,
        disk=int(options.disk),
        seconds=options.seconds,
        at_once=options.at_once,
        batch=MEETINGS_AT_A_TIME,
        broken=options.broken,
        older=options.older,
        settings={"SUBSCRIPTIONS": "chat,recordings", **(LOOK if options.look else {})},
    )
    nights = list(NIGHTS)
    return [
        replace(first, profile=profile, seed=seed + number, night=nights[number % len(nights)])
        for number, profile in enumerate(profiles)
    ]


def main() -> int:
    """0 when everything held, otherwise 1."""
    options = parse()
    seed = secrets.randbelow(10**9) if options.seed is None else options.seed
    print(f"chaos: seed {seed}", flush=True)
    results: list[Result] = []
    for wanted in wanted_of(options, seed):
        results.append(asyncio.run(play(wanted)))
        print("\n".join(lines(results[-1])), flush=True)
    faults = sum(len(result.verdict.faults) for result in results)
    kills = sum(result.damage.kills for result in results)
    print(
        f"chaos: {sum(len(r.lives) for r in results)} requests, {kills} kills, {faults} faults, seed {seed}"
    )
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
