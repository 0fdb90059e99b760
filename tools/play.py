"""People in the sandbox, for ``make demo``: they press buttons and say what they see."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta
from typing import Any

from clock import COPENHAGEN
from sandbox.client import SandboxClient

LONGEST_WAY = timedelta(minutes=4)
Card = dict[str, Any]
Step = Callable[["Play"], Awaitable[str]]
Steps = tuple[Step, ...]
"""A step's docstring is what happens, its answer the evidence; it raises ``StepError`` when it did not hold."""


class StepError(Exception):
    """A step did not hold; the text says what was seen instead."""


async def soon() -> datetime:
    """Half an hour from now; late in the evening sooner, for a call on the day before its meeting is only
    a trial. In the last minutes of a Danish day the next one is waited for."""
    now = datetime.now(COPENHAGEN)
    left = datetime.combine(now.date() + timedelta(days=1), time(), COPENHAGEN) - now
    if left < LONGEST_WAY:
        await asyncio.sleep(left.total_seconds() + 1)
        return await soon()
    return now + min(timedelta(minutes=30), left - LONGEST_WAY / 2)


class Play:
    """The cast, acting through the sandbox's control API; what they see is the evidence."""

    def __init__(self, sandbox: SandboxClient) -> None:
        self.sandbox = sandbox
        self.meeting = ""
        self.chat = ""

    async def sees(self, person: str, wanted: str, *, chat: str = "", verb: str = "") -> Card:
        """The newest card that says ``wanted`` (and has the button) as soon as the person sees it."""

        def look(world: dict[str, Any]) -> Any:
            return next((m for m in self._messages(world, chat) if fits(m, wanted, verb)), None)

        try:
            found: Card = await self.sandbox.until(look, as_=person)
        except TimeoutError:
            raise StepError(f"{person} never saw {wanted or verb!r}") from None
        return found

    async def messages(self, person: str, chat: str = "") -> list[Card]:
        """What the person sees in a chat, or in that with the bot; the newest first."""
        return self._messages(await self.sandbox.world(person), chat)

    def _messages(self, world: dict[str, Any], chat: str) -> list[dict[str, Any]]:
        chats = [
            c for c in world["chats"] if (c["id"] == chat if chat else c["kind"] == "personal")
        ]
        return [{**m, "chat": c["id"]} for c in chats for m in reversed(c["messages"])]

    async def press(
        self, person: str, verb: str, *, wanted: str = "", chat: str = "", **data: str
    ) -> str:
        """Press a button; everything the answer says."""
        message = await self.sees(person, wanted, chat=chat, verb=verb)
        answer = await self.sandbox.do(
            "press", as_=person, chat=message["chat"], message=message["id"], verb=verb, data=data
        )
        if answer["kind"] == "error":
            raise StepError(f"{person} pressed {verb} and got: {answer['value']}")
        return words(answer["value"])

    async def meets(self, *people: str, title: str = "Samtale om hverdagen") -> None:
        """A meeting of Mette's in half an hour, with the app in it."""
        starts = await soon()
        made = await self.sandbox.do(
            "create_meeting", as_="mette", title=title, organizer="mette",
            people=["mette", *people], dialIn=True, startsAt=starts.isoformat(),
        )  # fmt: skip
        self.meeting, self.chat = made["meeting"], made["chat"]
        await self.sandbox.do("install_app", as_="mette", meeting=self.meeting)

    async def joins(self, *people: str) -> None:
        """They join the call and are let in."""
        for person in people:
            await self.sandbox.do("join", as_=person, meeting=self.meeting, person=person)
            call = {seat["person"]: seat for seat in (await self.the_meeting())["inCall"]}
            if call.get(person, {}).get("inLobby"):
                await self.sandbox.do("admit", as_="mette", meeting=self.meeting, person=person)

    async def choice(self, person: str, field: str, title: str, *, verb: str = "") -> str:
        """The value behind a choice of a form that the person sees."""
        card = (await self.sees(person, title, verb=verb))["card"]
        found = [c for c in _choices(card, field) if c["title"].startswith(title)]
        if not found:
            raise StepError(f"{person} cannot choose {title!r}")
        return found[0]["value"]

    async def the_meeting(self) -> dict[str, Any]:
        """The meeting as Teams shows it."""
        world = await self.sandbox.world()
        return next(m for m in world["meetings"] if m["id"] == self.meeting)


def _choices(card: Any, field: str) -> list[dict[str, str]]:
    if isinstance(card, dict):
        own = card["choices"] if card.get("id") == field else []
        return own + [c for v in card.values() for c in _choices(v, field)]
    return [c for v in card for c in _choices(v, field)] if isinstance(card, list) else []


def texts(card: Any) -> list[str]:
    """Every text of a card."""
    if isinstance(card, dict):
        return [found for value in card.values() for found in texts(value)]
    if isinstance(card, list):
        return [found for value in card for found in texts(value)]
    return [card] if isinstance(card, str) else []


def words(card: Any) -> str:
    """Everything a card says."""
    return " ".join(texts(card))


def indented(text: str) -> str:
    """A text of several lines, under its step."""
    return "\n".join(f"           | {line}" for line in text.splitlines())


def fits(message: dict[str, Any], wanted: str, verb: str) -> bool:
    """Whether the message has a card that says it and can do it."""
    said = words(message.get("card")) + " " + (message.get("text") or "")
    return wanted in said and (not verb or f" {verb} " in f" {said} ")
