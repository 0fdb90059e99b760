"""A child process with a name: its lines are shown with the name in front, and it ends with us."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import itertools
import json
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from pathlib import Path

import aiohttp

ROOT = Path(__file__).resolve().parent.parent
COLOURS = {"sandbox": "35", "bot": "36", "bridge": "33", "playground": "32"}
STOP_SECONDS = 12.0
LAST_LINES = 12
SERVED = range(10_000, 32_000)
"""Ports below those that Linux, macOS and Windows give outgoing connections. Who asks again and again
whether somebody listens on a port of theirs is at last connected to itself, and then holds it."""
OWN = 40
"""Of these each process takes its own, by its number: two started at once do not choose the same."""
_own = itertools.cycle(range(OWN))


class StackError(Exception):
    """Something a person can mend; the text says how."""


class Process:
    """One running child. Made by :func:`process`."""

    def __init__(self, name: str, child: asyncio.subprocess.Process, log: Path, echo: bool) -> None:
        self.name = name
        self.log = log
        self._child = child
        self._echo = echo
        self._pump = asyncio.create_task(self._show_lines())

    @property
    def pid(self) -> int:
        """Of the child, for those who want to end it roughly."""
        return self._child.pid

    @property
    def ended(self) -> bool:
        """True when the child is no longer there."""
        return self._child.returncode is not None

    async def wait(self) -> int:
        """Waits for the end; the exit code."""
        return await self._child.wait()

    async def ready(self, url: str, seconds: float = 60.0) -> None:
        """Waits until ``url`` answers 200. Raises StackError when the child ends or time runs out."""
        deadline = asyncio.get_running_loop().time() + seconds
        timeout = aiohttp.ClientTimeout(total=2)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while asyncio.get_running_loop().time() < deadline:
                if self.ended:
                    raise StackError(await self._last_words())
                with contextlib.suppress(aiohttp.ClientError, TimeoutError):
                    async with session.get(url) as answer:
                        if answer.status == 200:
                            return
                await asyncio.sleep(0.1)
        raise StackError(
            f"The {self.name} was not ready in {seconds:.0f} s; see {self._log_name()}."
        )

    async def said(self, pattern: str, seconds: float = 60.0) -> re.Match[str]:
        """Waits until its output holds ``pattern``. Raises StackError like :meth:`ready`."""
        deadline = asyncio.get_running_loop().time() + seconds
        while asyncio.get_running_loop().time() < deadline and not self.ended:
            if found := re.search(pattern, self._output()):
                return found
            await asyncio.sleep(0.1)
        raise StackError(f"The {self.name} did not start; see {self._log_name()}.")

    async def stop(self) -> None:
        """SIGTERM, and SIGKILL for a child that has not ended after a while."""
        if not self.ended:
            with contextlib.suppress(ProcessLookupError):
                self._child.terminate()
            try:
                await asyncio.wait_for(self._child.wait(), STOP_SECONDS)
            except TimeoutError:
                self._child.kill()
                await self._child.wait()
        await self._pump

    async def _last_words(self) -> str:
        """Why it ended, for somebody who cannot open its log: nobody can, once a demo's folder is gone."""
        await self._pump
        lines = self._output().splitlines()[-LAST_LINES:]
        told = "".join(f"\n  | {line}" for line in lines)
        return f"The {self.name} ended while starting; see {self._log_name()}.{told}"

    def _output(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    def _log_name(self) -> str:
        return str(self.log.relative_to(ROOT) if self.log.is_relative_to(ROOT) else self.log)

    async def _show_lines(self) -> None:
        stream = self._child.stdout
        if stream is None:
            return
        label = f"{self.name:>10} │ "
        if sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
            label = f"\x1b[{COLOURS.get(self.name, '37')}m{label}\x1b[0m"
        with self.log.open("wb") as log:
            while line := await _next_line(stream):
                log.write(line)
                log.flush()
                if self._echo and worth_showing(line):
                    print(label + line.decode(errors="replace").rstrip(), flush=True)


def worth_showing(line: bytes) -> bool:
    """False for what a program logs when all is well; it stays in its log file. VERBOSE=1 shows it."""
    if os.environ.get("VERBOSE"):
        return True
    try:
        entry = json.loads(line)
    except ValueError:
        return bool(line.strip())
    return not isinstance(entry, dict) or entry.get("level") not in ("debug", "info")


async def _next_line(stream: asyncio.StreamReader) -> bytes:
    """The next line, or the next full buffer of a line that is longer than one."""
    try:
        return await stream.readuntil(b"\n")
    except asyncio.IncompleteReadError as end:
        return end.partial
    except asyncio.LimitOverrunError as long:
        return await stream.read(long.consumed)


def log_file(log_dir: Path, name: str) -> Path:
    """Where the lines of ``name`` are kept; makes the directory."""
    log_dir.mkdir(parents=True, exist_ok=True)
    return log_dir / f"{name}.log"


def _die_with_parent() -> None:
    """In the child, before it starts (Linux): a killed parent takes it along."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


@contextlib.asynccontextmanager
async def process(
    name: str,
    argv: Sequence[str],
    env: Mapping[str, str],
    log_dir: Path,
    echo: bool = True,
    cwd: Path = ROOT,
) -> AsyncIterator[Process]:
    """Starts ``argv`` in ``cwd`` (the project's root) in a session of its own, so Ctrl-C reaches only us and
    the children are ended in order; ends it when the block is left."""
    child = await asyncio.create_subprocess_exec(
        *argv,
        cwd=cwd,
        env=dict(env),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=_die_with_parent if sys.platform == "linux" else None,
    )
    running = Process(name, child, log_file(log_dir, name), echo)
    try:
        yield running
    finally:
        await running.stop()


async def until_told(work: Coroutine[None, None, int]) -> int:
    """Runs ``work`` until it ends by itself, or ends it on Ctrl-C and SIGTERM (then 0)."""
    told = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    working, waiting = asyncio.create_task(work), asyncio.create_task(told.wait())
    await asyncio.wait({working, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if working.done():
        return working.result()
    print("\nEnding …", flush=True)
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    return 0


def require_free(port: int, variable: str) -> None:
    """Raises StackError when something listens on ``port`` already; ``variable`` chooses another."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise StackError(
                f"Port {port} is in use. End what uses it, or choose another: "
                f"make run {variable}={port + 10}"
            ) from None


def free_port() -> int:
    """A port nobody listens on now, another each time. Raises StackError when all our own are in use."""
    first = SERVED.start + os.getpid() % (len(SERVED) // OWN) * OWN
    for _ in range(OWN):
        port = first + next(_own)
        with contextlib.suppress(StackError):
            require_free(port, "PORT")
            return port
    raise StackError(f"The ports from {first} to {first + OWN - 1} are all in use.")
