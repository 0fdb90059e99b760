"""A person with patience: looks for a card until it is there, presses until the press was answered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Any, TypeVar

from sandbox.client import RefusedError, SandboxClient

PATIENCE = 90.0  # seconds
LOOK_AGAIN = 0.25
PRESS_AGAIN = 1.0

T = TypeVar("T")
Answer = dict[str, Any]
Card = dict[str, Any]


class StuckError(Exception):
    """Somebody waited in vain; the text says for what."""


class GoneError(StuckError):
    """The card changed before a press was answered: what was begun on it has to be begun again."""


class Hands:
    """What people do in Teams. Every wait ends after ``patience`` seconds."""

    def __init__(self, sandbox: SandboxClient, patience: float = PATIENCE) -> None:
        self.sandbox = sandbox
        self.patience = patience

    async def sees(self, person: str, *, chat: str = "", **wanted: str) -> Card:
        """The newest card that says and can do what is wanted."""

        async def look() -> Card | None:
            return await self.sandbox.find(person, chat=chat, **wanted)

        return await self.until(look, f"{person} never saw {wanted}")

    async def press(
        self,
        person: str,
        verb: str,
        data: Mapping[str, str] | None = None,
        *,
        text: str = "",
        gives: str = "",
        unless: Collection[str] = (),
        twice: bool = False,
        soon: float = 0.0,
    ) -> Answer:
        """Press until the answer says that it was taken: a card that offers ``gives``, or, when nothing
        is named, one that does not offer the same again.

        Whoever gets no answer, or is told to try again, looks at the card and presses anew; when no
        card offers it any more, an earlier press was taken. ``unless``: an answer that offers one of these
        asks for something to be put right. ``twice``: two presses at once. ``soon``: within so many seconds
        it is to be offered. Raises GoneError where it is not, and where the next step was to be offered, no
        press was taken, and the card is gone.
        """
        last: Answer = {}
        pressed = ""
        began = time.monotonic()
        while (waited := time.monotonic() - began) < self.patience:
            card = await self._offering(person, verb, text, pressed)
            if card is None and not last and soon and waited > soon:
                raise GoneError(f"{person} was not offered {verb}")
            if card is None and last:
                untaken = gives and not _taken(last, verb, gives)
                if untaken and await self._offering(person, gives, text, pressed) is None:
                    raise GoneError(f"{person} pressed {verb}, and the card changed")
                return last
            if card is not None:
                pressed = card["message"]
                for last in await asyncio.gather(
                    *(self._once(person, verb, card, data or {}) for _ in range(1 + twice))
                ):
                    if verbs(last["value"]) & set(unless):
                        said = "; ".join(words(last["value"]))
                        raise StuckError(f"{person}: {verb} was not taken: {said[:900]}")
                    if _taken(last, verb, gives):
                        return last
            await asyncio.sleep(PRESS_AGAIN if last else LOOK_AGAIN)
        said = "; ".join(words(last.get("value")))
        raise StuckError(f"{person} pressed {verb} in vain: {last.get('kind')} {said[:900]}")

    async def _offering(self, person: str, verb: str, text: str, pressed: str) -> Card | None:
        """The card to press. One that says *try again* in the place of another names nobody."""
        card = await self.sandbox.find(person, verb=verb, message=pressed) if pressed else None
        return card or await self.sandbox.find(person, verb=verb, text=text)

    async def _once(self, person: str, verb: str, card: Card, data: Mapping[str, str]) -> Answer:
        pressed = {"chat": card["chat"], "message": card["message"], "verb": verb}
        try:
            answer: Answer = await self.sandbox.do("press", as_=person, data=dict(data), **pressed)
        except RefusedError:  # the card changed under the finger
            return {"kind": "error", "value": "changed"}
        return answer

    async def until(self, look: Callable[[], Awaitable[T | None]], else_: str) -> T:
        """Wait until there is something."""
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            if (found := await look()) is not None:
                return found
            await asyncio.sleep(LOOK_AGAIN)
        raise StuckError(else_)


def _taken(answer: Answer, verb: str, gives: str) -> bool:
    """Whether the answer says that the press was taken."""
    offered = verbs(answer["value"])
    return answer["kind"] != "error" and (gives in offered if gives else verb not in offered)


def words(card: Any) -> list[str]:
    """What a card says, part by part."""
    if isinstance(card, dict):
        own = [card["text"]] if isinstance(card.get("text"), str) else []
        return own + [said for value in card.values() for said in words(value)]
    if isinstance(card, list):
        return [said for value in card for said in words(value)]
    return []


def verbs(card: Any) -> set[str]:
    """The verbs of a card's buttons."""
    if isinstance(card, dict):
        own = {card["verb"]} if isinstance(card.get("verb"), str) else set()
        return own.union(*(verbs(value) for value in card.values()))
    if isinstance(card, list):
        return set().union(*(verbs(value) for value in card))
    return set()
