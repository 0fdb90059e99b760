"""``make run``: the sandbox and the bot on this machine, until Ctrl-C."""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sys
from pathlib import Path

from store.cluster import forget
from tools.processes import ROOT, StackError, until_told
from tools.stack import Ports, Stack, local_stack

WHAT_TO_DO = """
  Lydhør runs.  Open  {page}

  Choose who you are; open a window more for each person. A whole meeting:
    Mette (caseworker)  adds Lydhør to her meeting, and registers Ole's wish in her chat with Lydhør
    Jens (leader)       weighs the five criteria and presses “Giv lov”
    Mette               starts the meeting: everybody in it is told
    anybody             presses Record: it is off

  Ctrl-C ends everything. What both programs log: {logs} (VERBOSE=1 shows it here)
"""


def start_anew(data: Path) -> None:
    """Forget what an earlier run stored: the sandbox's world lives in memory only, and a database
    that remembers meetings of another world would look for them in vain."""
    forget(data / "bot" / "postgres")
    for part in ("sandbox", "bot", "log"):
        shutil.rmtree(data / part, ignore_errors=True)


def data_of(ports: Ports) -> Path:
    """Where a run on these ports keeps its data, so that two runs side by side do not share it."""
    usual = ports == Ports()
    return ROOT / ".data" if usual else ROOT / ".data" / f"run-{ports.page}"


async def serve(data: Path) -> int:
    """Runs until cancelled, or until a part ends by itself (1)."""
    ports = Ports.from_env(os.environ)
    ports.require_free()
    start_anew(data)
    async with local_stack(data, ports) as stack:
        print(WHAT_TO_DO.format(page=stack.page, logs=data / "log"), flush=True)
        return await _first_end(stack)


async def _first_end(stack: Stack) -> int:
    parts = {asyncio.create_task(part.wait()): part for part in (stack.sandbox, stack.bot)}
    try:
        done, _ = await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in parts:
            task.cancel()
    ended = parts[done.pop()]
    print(f"The {ended.name} ended by itself; its last lines are in {ended.log}.", file=sys.stderr)
    return 1


def main() -> int:
    """The command line; the exit code."""
    parser = argparse.ArgumentParser(prog="make run", description=__doc__)
    parser.add_argument("--data", type=Path, help="where the run keeps its data (.data)")
    options = parser.parse_args()
    try:
        data = options.data or data_of(Ports.from_env(os.environ))
        return asyncio.run(until_told(serve(data.resolve())))
    except StackError as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
