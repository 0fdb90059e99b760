"""What one replica measures of itself: memory, tasks, sockets, and how long its loop was blocked.

Blocked is time by the clock in which one callback kept the loop, less the time in which the loop's thread was
ready to run and waited for a core (``/proc/thread-self/schedstat``, the second number, in nanoseconds). So a
machine with too much to do does not count, and all else does: the processor's own work, and any wait for a
disk, a lock, a socket or another thread of this process, which the processor's time alone would not show.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import time
from asyncio.events import Handle
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

EVERY = 1.0
BLOCKED = 0.1  # seconds
LONG = 0.005  # seconds; what is shorter is not worth a second look
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Vitals:
    """One reading. Memory in MB, times in ms, all since the reading before.

    ``longest``: the longest that one callback ran by the clock; ``longest_held``: the longest less the wait for
    a core, by ``longest_by``, of which ``longest_cpu`` on the processor. The name says how long garbage was
    collected meanwhile. ``blocked``: how many by the clock ran longer than ``BLOCKED``, ``held`` of them less
    the wait.
    """

    at: float = 0.0
    rss: float = 0.0
    tasks: int = 0
    sockets: int = 0
    longest: float = 0.0
    longest_held: float = 0.0
    longest_cpu: float = 0.0
    longest_by: str = ""
    blocked: int = 0
    held: int = 0


class Watch:
    """Times every callback of the loop, and writes a reading each second."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._now = Vitals()
        self._collecting = self._collected = 0.0

    def hang_in(self) -> None:
        """Time every callback of this thread's loops. What ran before (imports) does not count."""
        inner, waited = Handle._run, waits()
        gc.callbacks.append(self._collects)

        def run(handle: Handle) -> Any:
            wait, cpu, wall = waited(), time.thread_time(), time.perf_counter()
            self._collected = 0.0
            try:
                return inner(handle)
            finally:
                took = time.perf_counter() - wall
                if took > LONG:
                    used, idle = time.thread_time() - cpu, waited() - wait
                    self.ran(took, used, idle, lambda: self._name(handle))

        Handle._run = run  # type: ignore[method-assign, assignment]

    def ran(self, took: float, used: float, idle: float, name: Callable[[], str]) -> None:
        """A callback kept the loop so many seconds by the clock, ``used`` of them on the processor, ``idle``
        waiting for a core."""
        reading, held = self._now, took - idle
        reading.blocked += took > BLOCKED
        reading.held += held > BLOCKED
        reading.longest = max(reading.longest, took * 1000)
        if held * 1000 > reading.longest_held:
            reading.longest_held, reading.longest_cpu = held * 1000, used * 1000
            reading.longest_by = name()

    def _collects(self, phase: str, _: object) -> None:
        """Garbage is collected in whatever callback happens to be running, which is not to blame for it."""
        now = time.thread_time()
        if phase == "start":
            self._collecting = now
        else:
            self._collected += now - self._collecting

    def _name(self, handle: Handle) -> str:
        collected = self._collected * 1000
        garbage = f" (garbage {collected:.0f} ms)" if collected >= 1 else ""
        return _name(handle) + garbage

    async def write(self) -> None:
        """A reading each second, for as long as the replica lives."""
        while True:
            await asyncio.sleep(EVERY)
            reading, self._now = self._now, Vitals()
            reading.at, reading.rss = time.time(), _rss()
            reading.tasks, reading.sockets = len(asyncio.all_tasks()), _sockets()
            with self._path.open("a", encoding="utf-8") as out:
                out.write(json.dumps(asdict(reading)) + "\n")


def waits() -> Callable[[], float]:
    """Tells how many seconds this thread has waited for a core so far. Raises OSError where the kernel does
    not say: a figure without it would blame the product for what the machine does."""
    file = os.open("/proc/thread-self/schedstat", os.O_RDONLY)
    return lambda: int(os.pread(file, 64, 0).split()[1]) / 1e9


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
