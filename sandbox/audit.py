"""What a harness asks after: one card at a time while it plays, and everything counted at the end."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.chats import BOT, Chat, Message
from sandbox.meetings import Meeting
from sandbox.subscribing import Book
from sandbox.world import World


class Audit:
    """Reads the world; changes nothing in it."""

    def __init__(self, world: World, book: Book) -> None:
        self.world = world
        self.book = book
        self._told: dict[tuple[str, str, str], tuple[dict[str, Any], str]] = {}

    def routes(self) -> list[web.RouteDef]:
        """The routes beside those of the page."""
        return [web.get("/api/find", self._find), web.get("/api/audit", self._audit)]

    async def _find(self, request: web.Request) -> web.Response:
        """The newest card that a person (``as``) sees with this ``verb`` and ``text`` (and an ``alert`` in
        the meeting); null for none."""
        person, wanted = request.query["as"], request.query.get("chat")
        chat = self.world.chat(wanted) if wanted else self.world.personal_chat(person)
        if chat is None:
            raise web.HTTPNotFound(text="{}", content_type="application/json")
        wanted_of = Wanted(
            request.query.get("verb", ""),
            request.query.get("text", ""),
            alert=bool(request.query.get("alert")),
            message=request.query.get("message", ""),
        )
        return web.json_response(self._newest(chat, person, wanted_of))

    def _newest(self, chat: Chat, person: str, wanted: Wanted) -> dict[str, Any] | None:
        """The newest message of the bot whose card says and can do this."""
        for message in reversed(chat.messages):
            card = message.card_for(person)
            if message.sender != BOT or message.deleted or card is None:
                continue
            if wanted.alert and not message.alert:
                continue
            if wanted.message not in ("", message.id):
                continue
            told = self._text((chat.id, message.id, person), card)
            if wanted.text in told and (not wanted.verb or f'"verb": "{wanted.verb}"' in told):
                return {"chat": chat.id, "message": message.id, "card": card, **_when(message)}
        return None

    def _text(self, key: tuple[str, str, str], card: dict[str, Any]) -> str:
        """A card as text; written once, for a harness asks after the same cards thousands of times."""
        known = self._told.get(key)
        if known is None or known[0] is not card:
            known = self._told[key] = card, json.dumps(card, ensure_ascii=False)
        return known[1]

    async def _audit(self, _: web.Request) -> web.Response:
        world = self.world
        return web.json_response(
            {
                "meetings": [_told(meeting) for meeting in world.meetings.values()],
                "mails": [_letter(mail) for mail in world.mailbox],
                "unheard": dict(world.unheard),
                "struck": dict(world.faults.struck),
                "counts": dict(world.counts),
                "problems": world.problems,
                "subscriptions": [
                    {"id": row.id, "kind": row.kind, "meeting": row.meeting.id}
                    for row in self.book.living()
                ],
            }
        )


def _letter(mail: dict[str, Any]) -> dict[str, Any]:
    """What tells a mail from another, without what it says."""
    content = hashlib.sha256(mail["html"].encode()).hexdigest()
    return {"to": mail["to"], "subject": mail["subject"], "at": mail["at"], "content": content}


@dataclass(frozen=True)
class Wanted:
    """What the card must be able to do and say."""

    verb: str
    text: str
    alert: bool = False
    message: str = ""


def _told(meeting: Meeting) -> dict[str, Any]:
    posted = [m for m in meeting.chat.messages if m.sender == BOT]
    return {
        "id": meeting.id,
        "chat": meeting.chat.id,
        "state": meeting.state,
        "occurrence": meeting.occurrence,
        "alerts": [_when(message) for message in posted if message.alert],
        "cards": len(posted),
        "notices": len(meeting.notices),
        "bot": meeting.bot_view is not None,
    }


def _when(message: Message) -> dict[str, str]:
    return {"id": message.id, "at": message.at.isoformat()}
