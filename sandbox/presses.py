"""Pressing buttons on cards, and the refresh a client does by itself (teams-platform 8.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sandbox import activities
from sandbox.answers import ApiError
from sandbox.card_checks import check_card, find_action, input_values
from sandbox.chats import Chat, Message
from sandbox.delivery import Door, Reply
from sandbox.people import Person
from sandbox.teams import NotAllowedError
from sandbox.world import World

CARD = "application/vnd.microsoft.card.adaptive"
MESSAGE = "application/vnd.microsoft.activity.message"
ERROR = "application/vnd.microsoft.error"
MOST_MEMBERS = 60


@dataclass(frozen=True)
class Pressed:
    """What the person sees after the press."""

    kind: Literal["card", "message", "error"]
    value: Any

    def view(self) -> dict[str, Any]:
        """For the page."""
        return {"kind": self.kind, "value": self.value}


class Presses:
    """Card actions of people."""

    def __init__(self, world: World, door: Door) -> None:
        self.world = world
        self.door = door

    async def press(
        self,
        chat: Chat,
        person: Person,
        message_id: str,
        verb: str,
        data: dict[str, Any],
        *,
        card: dict[str, Any] | None = None,
    ) -> Pressed:
        """Press a button the person sees. ``card``: an older state still on their screen.

        Inputs nobody touched send what they show; ``data`` overwrites. Raises NotAllowedError when
        the person cannot see the message or the card has no such button.
        """
        message = self._message(chat, person, message_id)
        shown = card or message.card_for(person.id)
        try:
            action = find_action(shown, verb, data)
        except LookupError as error:
            raise NotAllowedError(str(error)) from error
        inputs = {} if action.get("associatedInputs") == "none" else input_values(shown or {})
        sent = {**(action.get("data") or {}), **inputs, **data}
        return await self._invoke(chat, person, message, {**_named(action), "data": sent}, "manual")

    async def refresh(self, chat: Chat, person: Person, message_id: str) -> Pressed | None:
        """What the client does when the card comes into view; None when it does nothing."""
        message = self._message(chat, person, message_id)
        refresh = (message.card or {}).get("refresh")
        if not refresh:
            return None
        users = refresh.get("userIds")
        wanted = len(chat.members) <= MOST_MEMBERS if users is None else person.mri in users
        if not wanted:
            return None
        action = refresh["action"]
        sent = {**_named(action), "data": action.get("data") or {}}
        return await self._invoke(chat, person, message, sent, "automatic")

    def _message(self, chat: Chat, person: Person, message_id: str) -> Message:
        message = chat.message(message_id)
        if person.id not in chat.members or message is None:
            raise NotAllowedError("Du kan ikke se denne besked.")
        return message

    async def _invoke(
        self, chat: Chat, person: Person, message: Message, action: dict[str, Any], trigger: str
    ) -> Pressed:
        activity = activities.card_action(self.world, chat, person, message.id, action, trigger)
        reply = await self.door.deliver(activity)
        pressed = self._read(reply)
        if pressed.kind == "card":
            message.views[person.id] = pressed.value
        self.world.changed()
        return pressed

    def _read(self, reply: Reply) -> Pressed:
        if not reply.ok:
            unreachable = "Appen kunne ikke nås. Prøv igen."
            return Pressed("error", {"code": str(reply.status), "message": unreachable})
        body = reply.body if isinstance(reply.body, dict) else {}
        status, kind, value = body.get("statusCode"), body.get("type"), body.get("value")
        if status == 200 and kind == CARD:
            try:
                check_card(value, self.world.switches["card_limit_bytes"])
            except ApiError as error:
                return self._wrong(error.problem, error.message)
            return Pressed("card", value)
        if status == 200 and kind == MESSAGE and isinstance(value, str):
            return Pressed("message", value)
        if kind == ERROR and isinstance(value, dict) and {"code", "message"} <= value.keys():
            return Pressed("error", value)
        return self._wrong("bad_invoke_response", f"statusCode {status}, type {kind}")

    def _wrong(self, problem: str, detail: str) -> Pressed:
        self.world.problem(problem, "invoke", detail)
        text = "Noget gik galt. Prøv igen."
        return Pressed("error", {"code": "BotError", "message": text})


def _named(action: dict[str, Any]) -> dict[str, Any]:
    return {name: action[name] for name in ("id", "verb") if name in action}
