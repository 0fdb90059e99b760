"""What one replica measures of itself: memory, tasks, sockets, and how long its loop was blocked."""

from __future__ import annotations

import asyncio
import json
import os
import time
from asyncio.events import Handle
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

EVERY = 1.0
BLOCKED = 0.1  # seconds
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Vitals:
    """One reading. Memory in MB, times in ms; ``longest``: the longest that one callback ran since the
    start, of which ``longest_cpu`` on the processor: the rest it waited for the machine or a lock."""

    at: float = 0.0
    rss: float = 0.0
    tasks: int = 0
    sockets: int = 0
    longest: float = 0.0
    longest_cpu: float = 0.0
    longest_by: str = ""
    blocked: int = 0
    blocked_by_itself: int = 0


class Watch:
    """Times every callback of the loop, and writes a reading each second."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._now = Vitals()

    def hang_in(self) -> None:
        """Time every callback of this process's loops. What ran before (imports) does not count."""
        inner, reading = Handle._run, self._now

        def run(handle: Handle) -> Any:
            wall, cpu = time.perf_counter(), time.thread_time()
            try:
                return inner(handle)
            finally:
                took, used = time.perf_counter() - wall, time.thread_time() - cpu
                if took > BLOCKED:
                    reading.blocked += 1
                    reading.blocked_by_itself += used > BLOCKED
                if used * 1000 > reading.longest_cpu:
                    reading.longest_cpu, reading.longest_by = used * 1000, _name(handle)
                reading.longest = max(reading.longest, took * 1000)

        Handle._run = run  # type: ignore[method-assign, assignment]

    async def write(self) -> None:
        """A reading each second, for as long as the replica lives."""
        while True:
            await asyncio.sleep(EVERY)
            reading = self._now
            reading.at, reading.rss = time.time(), _rss()
            reading.tasks, reading.sockets = len(asyncio.all_tasks()), _sockets()
            with self._path.open("a", encoding="utf-8") as out:
                out.write(json.dumps(asdict(reading)) + "\n")


def _rss() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * PAGE / 1e6


def _sockets() -> int:
    found = 0
    for entry in os.scandir("/proc/self/fd"):
        try:
            found += os.readlink(entry.path).startswith("socket:")
        except OSError:
            continue
    return found


def _name(handle: Handle) -> str:
    callback = handle._callback  # type: ignore[attr-defined]
    owner = getattr(callback, "__self__", None)
    if isinstance(owner, asyncio.Task):
        coroutine: Any = owner.get_coro()
        while (inner := getattr(coroutine, "cr_await", None)) is not None and hasattr(
            inner, "cr_code"
        ):
            coroutine = inner
        return str(getattr(coroutine, "__qualname__", coroutine))
    return str(getattr(callback, "__qualname__", callback))


def readings(path: Path) -> list[Vitals]:
    """What a replica wrote so far."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Vitals(**json.loads(line)) for line in lines if line.endswith("}")]
