"""A stage: the product behind its real door, the sandbox on the other side, a clock to move.

Everything goes the real way: the sandbox signs activities and posts them over HTTP, the bot calls back
over https. Only the worker is stepped by hand, so that a test never waits for the wall clock.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from aiohttp import web
from sqlalchemy import text

import app as front_door
from clock import ShiftedClock
from sandbox import Sandbox
from sandbox.chats import Message
from settings import Settings
from store.budget import RATES, Rate
from store.database import Database
from store.encryption import KeyRing
from store.jobs import JobEngine


@dataclass
class Stage:
    """What a scenario works with."""

    sandbox: Sandbox
    database: Database
    engine: JobEngine
    clock: ShiftedClock
    base: str
    routes: Any = ()
    meeting: str = ""
    chat: str = ""
    log: list[str] = field(default_factory=list)

    # --- time and consequences ----------------------------------------------------------------

    async def settle(self) -> None:
        """Carry out everything that is due now, and what follows from it."""
        for _ in range(40):
            worked = await self.engine.drain()
            waiting = [
                due for due, _ in self.sandbox.world.later if due <= self.sandbox.world.now()
            ]
            await self.sandbox.teams.release_due()
            if not worked and not waiting:
                return

    async def pass_time(self, **by: float) -> None:
        """Let time pass on both sides, then carry out what became due."""
        step = timedelta(**by)
        self.clock.advance(step)
        await self.sandbox.do("advance", seconds=step.total_seconds())
        await self.settle()

    async def do(self, name: str, as_: str = "", **params: Any) -> Any:
        """Something happens in Teams; its consequences are carried out."""
        result = await self.sandbox.do(name, as_=as_, **params)
        await self.settle()
        return result

    async def fault(self, fault: str, **params: Any) -> None:
        """Something in Microsoft's house breaks."""
        self.sandbox.world.faults.set(fault, **params)

    # --- meetings -----------------------------------------------------------------------------

    async def meet(self, *, in_minutes: float = 60, install: bool = True, **options: Any) -> None:
        """A new meeting of Mette's, with the app in it unless ``install`` is False."""
        starts = self.clock.now() + timedelta(minutes=in_minutes)
        made = await self.do(
            "create_meeting", "mette", title="Samtale", startsAt=starts.isoformat(), **options
        )
        self.meeting, self.chat = made["meeting"], made["chat"]
        if install:
            await self.do("install_app", "mette", meeting=self.meeting)

    async def start(self, *people: str) -> None:
        """Mette starts the call, the others join (out of the lobby if they are held there)."""
        await self.do("start", "mette", meeting=self.meeting)
        for person in people:
            await self.join(person)

    async def join(self, person: str) -> None:
        """Somebody joins and is let in."""
        await self.do("join", person, meeting=self.meeting, person=person)
        if self.sandbox.world.meetings[self.meeting].in_call.get(person):
            await self.do("admit", "mette", meeting=self.meeting, person=person)

    # --- chats and cards ----------------------------------------------------------------------

    def personal(self, person: str) -> str:
        """The id of a person's chat with the bot."""
        return self.sandbox.world.personal_chat(person).id

    def messages(self, chat: str) -> list[Message]:
        """The messages of a chat that came from the bot."""
        found = self.sandbox.world.chat(chat)
        assert found is not None
        return [m for m in found.messages if m.sender == "bot"]

    def card(self, chat: str, *, having: str) -> Message:
        """The newest message whose card, as everybody sees it, says or can do ``having``."""
        for message in reversed(self.messages(chat)):
            if message.card and having in words(message.card):
                return message
        raise AssertionError(
            f"no card with {having!r}: {[words(m.card) for m in self.messages(chat)]}"
        )

    def has_card(self, chat: str, having: str) -> bool:
        """Whether such a card stands in the chat."""
        return any(m.card and having in words(m.card) for m in self.messages(chat))

    async def press(
        self, person: str, verb: str, /, chat: str | None = None, having: str = "", **data: Any
    ) -> Any:
        """Press a button on the newest card that has it; the answer the person sees."""
        place = chat or self.personal(person)
        for message in reversed(self.messages(place)):
            shown = message.card_for(person)
            if shown and verb in verbs(shown) and having in words(shown):
                return await self.do(
                    "press", person, chat=place, message=message.id, verb=verb, data=data
                )
        raise AssertionError(f"{person} sees no button {verb!r}")

    # --- letters ------------------------------------------------------------------------------

    def answers(self) -> list[dict[str, Any]]:
        """The mails that answer a wish, or receive a notice; not those that say it was received."""
        return [mail for mail in self.sandbox.world.mailbox if mail not in self.receipts()]

    def receipts(self) -> list[dict[str, Any]]:
        """The mails that only say that a wish was received (T12)."""
        begins = "Vi har modtaget"
        return [m for m in self.sandbox.world.mailbox if str(m["subject"]).startswith(begins)]

    # --- looking behind -----------------------------------------------------------------------

    async def rows(self, query: str, **values: Any) -> list[Any]:
        """Rows of the database."""
        async with self.database.unit() as unit:
            return list((await unit.session.execute(text(query), values)).mappings())

    async def request(self) -> Any:
        """The newest request's row."""
        return (await self.rows("SELECT * FROM requests ORDER BY created_at DESC LIMIT 1"))[0]

    def calm(self) -> None:
        """The sandbox found no breach of what Microsoft allows."""
        assert self.sandbox.world.problems == []


def words(card: Any) -> str:
    """Everything a card says, and its verbs."""
    if isinstance(card, dict):
        return " ".join(words(v) for k, v in card.items() if k not in ("type", "$schema"))
    if isinstance(card, list):
        return " ".join(words(v) for v in card)
    return str(card) if isinstance(card, str) else ""


def verbs(card: Any) -> set[str]:
    """The verbs of a card's buttons."""
    if isinstance(card, dict):
        own = {card["verb"]} if isinstance(card.get("verb"), str) else set()
        return own.union(*(verbs(v) for v in card.values()))
    if isinstance(card, list):
        return set().union(*(verbs(v) for v in card))
    return set()


WISH = {
    "citizen_name": "Ole Madsen",
    "answer_by": "email",
    "contact": "ole@borger.example",
    "ground": "remember",
    "own_words": "Jeg glemmer det, vi aftaler",
    "caseworker": "me",
    "phone_possible": "false",
}
CRITERIA = ("communication", "remember", "cooperation", "companion", "purpose")


def verdicts(**changed: str) -> dict[str, str]:
    """A filled assessment: everything speaks for, unless said otherwise (``remember="against"``)."""
    return {f"verdict.{c}": changed.get(c, "for") for c in CRITERIA} | {
        f"note.{c}": "Borgeren har selv fortalt om det." for c in CRITERIA if c in changed
    }


#: Teams' rate limits are of real seconds; only the scenario about them waits for those.
UNHURRIED = {kind: Rate(1000, 1000) for kind in RATES}


@asynccontextmanager
async def on_stage(
    database_url: str, clock: ShiftedClock, *, rate_limits: bool = False, **settings: str
) -> AsyncIterator[Stage]:
    """Sandbox and bot, in this process, talking over real sockets."""
    async with Sandbox.start() as sandbox:
        sandbox.world.switches["rate_limits"] = rate_limits
        runner, stage = await raise_curtain(
            sandbox, database_url, clock, rates=RATES if rate_limits else UNHURRIED, **settings
        )
        try:
            await sandbox.greet()
            await stage.settle()
            yield stage
        finally:
            await runner.cleanup()


async def raise_curtain(
    sandbox: Sandbox,
    database_url: str,
    clock: ShiftedClock,
    *,
    rates: Mapping[str, Rate] = RATES,
    **settings: str,
) -> tuple[web.AppRunner, Stage]:
    """Start one bot on the sandbox, whose clock goes like the test's; several may share a database."""
    sandbox.world.clock.offset = clock.offset
    env = {
        **sandbox.env,
        "DATABASE_URL": database_url,
        "PUBLIC_URL": "http://localhost:3978",
        "ENCRYPTION_KEYS": KeyRing.new_entry(),
        "SANDBOX": "1",
        "LOG_LEVEL": "WARNING",
        "VOICE": "0",
        **settings,
    }
    application = await front_door.build(Settings.from_env(env), clock, work=False, rates=rates)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    sandbox.bot_url = f"http://127.0.0.1:{port}/api/messages"
    stage = Stage(
        sandbox=sandbox,
        database=application[front_door.DATABASE],
        engine=application[front_door.ENGINE],
        clock=clock,
        base=f"http://127.0.0.1:{port}",
        routes=application.router.routes(),
    )
    return runner, stage
