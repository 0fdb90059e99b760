"""Everything that runs in a run: database, sandbox, and two replicas of the product as real processes."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sandbox.client import SandboxClient
from store.encryption import KeyRing
from tools.chaos.moved_time import SharedClock
from tools.chaos.postgres import Postgres
from tools.processes import ROOT, Process, StackError, free_port, process
from tools.stack import clean_environ, read_env

NAMES = ("north", "south")
START_SECONDS = 90.0
SETTLING = 5.0
"""Seconds after the database's return in which a start may still fail for its absence."""


@dataclass(frozen=True)
class Choice:
    """How the house is built. ``settings`` are those of the product that differ from production's.

    ``older``: where an earlier release lies unpacked; the second replica is then of that release.
    ``watched``: the replicas measure themselves, which costs a twentieth of their processor.
    """

    profile: str
    seed: int
    crowd: int
    replicas: int = 2
    broken: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    older: Path | None = None
    watched: bool = True


@dataclass
class Replica:
    """One process of the product, alive or dead."""

    name: str
    port: int
    folder: Path
    release: Path = ROOT
    process: Process | None = None
    running: AsyncExitStack = field(default_factory=AsyncExitStack)
    lives: int = 0
    asked_to_end: bool = False
    watching: asyncio.Task[None] | None = None

    @property
    def alive(self) -> bool:
        """Whether the process is there."""
        return self.process is not None and not self.process.ended

    def kill(self) -> None:
        """SIGKILL: no goodbye, nothing is finished."""
        if self.process is not None and self.alive:
            self.asked_to_end = True
            os.kill(self.process.pid, signal.SIGKILL)

    async def end(self) -> None:
        """SIGTERM, as a host stops it, and wait until it is gone."""
        self.asked_to_end = True
        await self.running.aclose()
        if self.watching is not None:
            await self.watching

    def arm(self, plan: str) -> None:
        """Tell it where to die."""
        (self.folder / "plan").write_text(plan, encoding="utf-8")
        (self.folder / "died").unlink(missing_ok=True)
        if self.process is not None and self.alive:
            os.kill(self.process.pid, signal.SIGUSR1)

    def collect(self) -> None:
        """Have it collect its garbage now."""
        if self.process is not None and self.alive:
            os.kill(self.process.pid, signal.SIGUSR2)

    def died_at(self) -> str:
        """The point it died at by itself; empty when it was killed from outside."""
        note = self.folder / "died"
        return note.read_text(encoding="utf-8") if note.exists() else ""


@dataclass
class House:
    """A running house. Times are those of the run's clock. ``faults``: replicas that died by themselves, and
    starts that failed though the database was there."""

    choice: Choice
    postgres: Postgres
    folder: Path
    clock: SharedClock
    keys: str
    sandbox: SandboxClient
    sandbox_env: dict[str, str]
    replicas: list[Replica] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    jumps: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        """The present moment of the run."""
        return self.clock.now()

    async def start(self, replica: Replica) -> None:
        """Start it, or start it again, and wait until it says that it is ready."""
        await replica.end()
        replica.running, replica.lives = AsyncExitStack(), replica.lives + 1
        replica.folder.mkdir(exist_ok=True)
        (replica.folder / "plan").write_text("", encoding="utf-8")
        (replica.folder / "died").unlink(missing_ok=True)
        argv = [sys.executable, "-m", "tools.chaos.replica", str(replica.folder)]
        name = f"{replica.name}-{replica.lives}"
        replica.process = await replica.running.enter_async_context(
            process(
                name,
                argv,
                self._environ(replica),
                self.folder / "log",
                echo=False,
                cwd=replica.release,
            )
        )
        await replica.process.ready(f"http://127.0.0.1:{replica.port}/readyz", START_SECONDS)
        replica.asked_to_end = False
        replica.watching = asyncio.create_task(self._watch(replica, replica.process, name))

    async def _watch(self, replica: Replica, running: Process, name: str) -> None:
        """A replica that is ready ends when it is killed, told to, or at the point that was chosen."""
        code = await running.wait()
        if not (replica.asked_to_end or replica.died_at()):
            self.faults.append(f"{name} died by itself (exit code {code})")

    async def start_until(self, replica: Replica, tries: int = 6) -> None:
        """As ``start``, also where the database is away while it starts. Raises StackError at the last try."""
        for left in range(tries, 0, -1):
            began = time.time()
            try:
                return await self.start(replica)
            except StackError as error:
                if not self.postgres.was_away(began - SETTLING, time.time()):
                    self.faults.append(
                        f"{replica.name}-{replica.lives} did not start: {error}"[:600]
                    )
                if left == 1:
                    raise
                await asyncio.sleep(0.5)
        return None

    async def jump(self, seconds: float) -> None:
        """Everybody's clock jumps ahead at once: sandbox, database, replicas. Waits while the database is away."""
        await self.postgres.there.wait()
        self.jumps.append(time.time())
        self.clock.advance(seconds)
        self.postgres.move(self.clock.seconds)
        await self.sandbox.do("advance", seconds=seconds)

    def _environ(self, replica: Replica) -> dict[str, str]:
        port = str(replica.port)
        database = f"{self.postgres.url}&application_name={replica.name}"
        return {
            **clean_environ(),
            **self.sandbox_env,
            "DATABASE_URL": database,
            "ENCRYPTION_KEYS": self.keys,
            "PAD_SEALED": "1" if self.choice.older is None else "0",
            "HOST": "127.0.0.1",
            "PORT": port,
            "PUBLIC_URL": f"http://127.0.0.1:{port}",
            "MUNICIPALITY": self.choice.profile,
            "SANDBOX": "1",
            "VOICE": "0",
            "LOG_LEVEL": "WARNING",
            "ADDRESS_REQUESTS_PER_SECOND": "100000",
            "ADDRESS_REQUESTS_AT_ONCE": "10000",
            "TENANT_REQUESTS_PER_SECOND": "100000",
            "CHAOS_BROKEN": self.choice.broken,
            "CHAOS_WATCHED": "1" if self.choice.watched else "",
            **self.choice.settings,
        }


@asynccontextmanager
async def house(choice: Choice, postgres: Postgres, folder: Path) -> AsyncIterator[House]:
    """Sandbox and replicas over the database, for the length of the block."""
    (folder / "sandbox").mkdir(parents=True)
    page, ports = free_port(), [free_port() for _ in range(choice.replicas)]
    doors = ",".join(f"http://127.0.0.1:{port}/api/messages" for port in ports)
    argv = [
        *(sys.executable, "-m", "sandbox", "--data", str(folder / "sandbox"), "--bot", doors),
        *("--https-port", str(free_port()), "--page-port", str(page)),
        *("--crowd", str(choice.crowd), "--seed", str(choice.seed)),
    ]
    async with AsyncExitStack() as running:
        sandbox = await running.enter_async_context(
            process("sandbox", argv, clean_environ(), folder / "log", echo=False)
        )
        await sandbox.ready(f"http://127.0.0.1:{page}/api/faults", START_SECONDS)
        client = await running.enter_async_context(SandboxClient(f"http://127.0.0.1:{page}"))
        made = House(
            choice=choice,
            postgres=postgres,
            folder=folder,
            clock=SharedClock(folder / "clock"),
            keys=KeyRing.new_entry(),
            sandbox=client,
            sandbox_env=read_env(folder / "sandbox" / "env"),
        )
        for name, port in zip(NAMES, ports, strict=False):
            made.replicas.append(Replica(name, port, folder / name))
            running.push_async_callback(made.replicas[-1].end)
        if choice.older is not None:
            made.replicas[-1].release = choice.older
            await made.start(
                made.replicas[-1]
            )  # it is there before the newer one changes the tables
        await asyncio.gather(*(made.start(one) for one in made.replicas if not one.alive))
        yield made
