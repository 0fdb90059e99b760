"""The bot as real processes (``python app.py``) over one database, and the sandbox in this process."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from sqlalchemy import text

from clock import ShiftedClock
from sandbox import Sandbox
from sandbox.chats import Message
from store.database import Database
from store.encryption import KeyRing
from store.jobs import JobEngine
from store.verify import verify_case
from tests.scenario.gate import Gate
from tests.scenario.stage import Stage, verbs
from tests.unit.store.recorder import until
from tools.processes import Process, free_port, process
from tools.stack import clean_environ

ROUND = ("watch", "look_around", "hold_block", "start_check", "escalate", "sweep")
"""What comes round again by itself, or at its own time."""


class NoEngine:
    """Nobody steps the worker here: the bots carry out what is due by themselves."""

    async def drain(self) -> int:
        """Nothing."""
        return 0


@dataclass
class Bot:
    """One process. ``name`` is what PostgreSQL knows its connections by."""

    name: str
    process: Process
    door: str

    async def kill(self) -> None:
        """SIGKILL: no goodbye, nothing is finished."""
        os.kill(self.process.pid, signal.SIGKILL)
        async with asyncio.timeout(10):
            await self.process.wait()


@dataclass
class Company(Stage):
    """A stage whose bot is a process that can die."""

    url: str = ""
    entry: str = ""
    logs: Path = Path()
    gate: Gate = field(default_factory=Gate)
    more: dict[str, str] = field(default_factory=dict)  # settings besides
    running: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def bot(self, name: str = "bot") -> Bot:
        """Start a bot on this database, and have Teams deliver to it."""
        port = free_port()
        env = clean_environ() | self.sandbox.env
        env |= {
            "DATABASE_URL": f"{self.url}{'&' if '?' in self.url else '?'}application_name={name}",
            "ENCRYPTION_KEYS": self.entry,
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "PUBLIC_URL": f"http://127.0.0.1:{port}",
            "SANDBOX": "1",
            "START_POLL_SECONDS": "1",
            "WATCH_POLL_SECONDS": "1",
            **self.more,
        }
        started = await self.running.enter_async_context(
            process(name, [sys.executable, "app.py"], env, self.logs, echo=False)
        )
        await started.ready(f"http://127.0.0.1:{port}/readyz")
        made = Bot(name, started, f"http://127.0.0.1:{port}/api/messages")
        self.sandbox.bot_url = made.door
        return made

    async def quiet(self, *but: str) -> None:
        """Until everything due has been carried out, apart from what comes round and ``but``."""
        kinds = [*ROUND, *but]

        async def nothing_left() -> bool:
            query = """SELECT 1 FROM effects WHERE done_at IS NULL AND kind <> ALL(:kinds)
                       AND due_at < now() + interval '5 minutes' LIMIT 1"""
            return not await self.rows(query, kinds=kinds)

        await until(nothing_left, 60)

    async def ready(self) -> None:
        """Every employee has been greeted, so the first bot is done with its beginning."""
        assert await self.sandbox.greet()
        await self.quiet()

    def live(self, person: str, verb: str) -> list[Message]:
        """The cards in a person's chat that show them this button."""
        seen = self.messages(self.personal(person))
        return [m for m in seen if verb in verbs(m.card_for(person))]

    async def entries(self, kind: str) -> int:
        """How many journal entries of this kind there are."""
        return len(await self.rows("SELECT 1 FROM journal WHERE kind = :kind", kind=kind))

    async def chains_hold(self) -> None:
        """Every case's journal is unbroken."""
        heads = await self.rows("SELECT case_id FROM journal_heads")
        assert heads
        for head in heads:
            async with self.database.unit() as unit:
                # The bots go on writing: entries and head are read as of one moment.
                await unit.session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
                report = await verify_case(unit, UUID(str(head["case_id"])), self.database.keys)
            assert report.findings == ()

    async def effect_of(self, kind: str) -> Any:
        """The newest effect of a kind."""
        query = "SELECT * FROM effects WHERE kind = :kind ORDER BY id DESC LIMIT 1"
        return (await self.rows(query, kind=kind))[0]


@asynccontextmanager
async def company(url: str, logs: Path, gate: Gate) -> AsyncIterator[Company]:
    """Sandbox and database; the bots come and go."""
    entry, clock = KeyRing.new_entry(), ShiftedClock()
    database = await Database.open(url, clock=clock, keys=KeyRing.parse(entry))
    async with Sandbox.start() as sandbox, AsyncExitStack() as running:
        running.push_async_callback(database.close)
        running.callback(gate.open)
        yield Company(
            sandbox=sandbox,
            database=database,
            engine=cast(JobEngine, NoEngine()),
            clock=clock,
            base="",
            url=url,
            entry=entry,
            logs=logs,
            gate=gate,
            running=running,
        )
        assert sandbox.world.problems == []
