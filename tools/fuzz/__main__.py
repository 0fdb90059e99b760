"""The command line: ``make fuzz ARGS="--in-process 1000000 --http 50000 --seed 7"``."""

from __future__ import annotations

import argparse
import asyncio
import os
import secrets
import subprocess
import sys
from dataclasses import dataclass

from store.embedded import temporary_postgres
from store.migrate import migrate
from tools.fuzz.cases import SIGNED_OFFSET
from tools.fuzz.judge import Fault, Judge
from tools.fuzz.run import Outcome, Way, case_of, run
from tools.fuzz.stage import Stage, on_stage
from tools.fuzz.wire import OverHttp
from tools.processes import ROOT


@dataclass(frozen=True)
class Wanted:
    """How much of what."""

    seed: int
    strangers: dict[Way, int]
    signed: dict[Way, int]


async def fuzz(url: str, wanted: Wanted) -> list[Fault]:
    """Everything that was asked for; the faults."""
    faults: list[Fault] = []
    async with on_stage(url) as stage:
        print(
            f"seed {wanted.seed}; routes: {', '.join(' '.join(r) for r in stage.routes)}",
            flush=True,
        )
        for name, counts, first in (
            ("without a good token", wanted.strangers, 0),
            ("by insiders", wanted.signed, SIGNED_OFFSET),
        ):
            start = first
            for way, count in counts.items():
                outcome = await run(stage, way, wanted.seed, range(start, start + count), _tell)
                start += count
                faults += outcome.faults
                _report(f"{way}, {name}", outcome, wanted.seed)
        for line in stage.met.lines():
            print(line, flush=True)
        print(f"connections: {dict(stage.outward.seen)}", flush=True)
    return faults


def _tell(line: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{line}", end="", file=sys.stderr, flush=True)


def _report(name: str, outcome: Outcome, seed: int) -> None:
    print(outcome.line(name), flush=True)
    for fault in outcome.faults:
        print(f"  FAULT {fault.what}\n    again: make fuzz ARGS='--replay {seed}:{fault.number}'")
        head, _, body = fault.raw.partition(b"\r\n\r\n")
        print(f"    sent {head[:80]!r} {body[:900]!r}\n    got  {fault.answer[:300]!r}", flush=True)


async def replay(url: str, seed: int, number: int) -> list[Fault]:
    """One case over HTTP, shown whole."""
    async with on_stage(url) as stage:
        return await _replayed(stage, seed, number)


async def _replayed(stage: Stage, seed: int, number: int) -> list[Fault]:
    case = case_of(stage, seed, number)
    print(case.raw)
    faults = await Judge(stage).try_case(OverHttp(stage.port), case)
    for fault in faults:
        print(f"FAULT {fault.what}\n{fault.answer!r}")
    return faults


def main() -> int:
    """0 when nothing was found, otherwise 1."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--in-process", type=int, default=20_000, help="cases into the protocol")
    parser.add_argument("--http", type=int, default=2_000, help="cases over sockets")
    parser.add_argument("--signed", type=int, default=25, help="percent of them by insiders")
    parser.add_argument("--seed", type=int, default=None, help="makes a run again")
    parser.add_argument("--guided", type=int, default=20_000, help="coverage-guided inputs")
    parser.add_argument("--replay", metavar="SEED:NUMBER", help="one case again")
    options = parser.parse_args()
    seed = secrets.randbelow(10**9) if options.seed is None else options.seed
    ways: dict[Way, int] = {"in-process": options.in_process, "http": options.http}
    signed = {way: count * options.signed // 100 for way, count in ways.items()}
    strangers = {way: count - signed[way] for way, count in ways.items()}
    with temporary_postgres() as url:
        asyncio.run(migrate(url))
        if options.replay:
            first, _, second = options.replay.partition(":")
            return bool(asyncio.run(replay(url, int(first), int(second))))
        faults = asyncio.run(fuzz(url, Wanted(seed, strangers, signed)))
    found = guided(options.guided, seed) if options.guided else False
    print(f"fuzz: {len(faults) + found} faults, seed {seed}")
    return bool(faults) or found


def guided(runs: int, seed: int) -> bool:
    """The coverage-guided part, where its environment was set up; whether it found something."""
    folders = sorted((ROOT / ".data" / "fuzz-env").glob("lib/python3*/site-packages"))
    if not any((folder / "atheris").is_dir() for folder in folders):
        print("guided: left out, there is no build of atheris here")
        return False
    env = {**os.environ, "PYTHONPATH": str(folders[0])}
    asked = [sys.executable, "-m", "tools.fuzz.guided", str(runs), str(seed)]
    done = subprocess.run(asked, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    told = done.stderr.strip().splitlines()
    print(f"guided: {told[-1] if told else 'said nothing'}")
    if done.returncode:
        print(done.stdout[-3000:], done.stderr[-5000:])
    return done.returncode != 0


if __name__ == "__main__":
    sys.exit(main())
