"""What a harness asks after: one card at a time while it plays, and everything counted at the end."""

from __future__ import annotations

import hashlib
import html
import json
import re
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.chats import BOT, Chat, Message
from sandbox.meetings import Meeting, Seat
from sandbox.subscribing import Book
from sandbox.world import World

GOES_ON, OVER, BREAK = "● ", "■ ", ("pause", "break")
"""How a card marks its state, and the word of a break in the languages it may be in."""
HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)


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

    def _meeting(self, meeting: Meeting) -> dict[str, Any]:
        posted = [m for m in meeting.chat.messages if m.sender == BOT]
        return {
            "id": meeting.id,
            "chat": meeting.chat.id,
            "state": meeting.state,
            "occurrence": meeting.occurrence,
            "alerts": [_alert(message) for message in posted if message.alert],
            "seats": [self._seat(seat) for seat in meeting.seats],
            "cards": len(posted),
            "notices": len(meeting.notices),
            "bot": meeting.bot_view is not None,
        }

    def _seat(self, seat: Seat) -> dict[str, Any]:
        """Who was in which call, from when until when (null: still)."""
        person = self.world.people[seat.person]
        until = seat.until.isoformat() if seat.until else None
        known = {"person": person.id, "kind": person.kind, "oid": person.oid, "mri": person.mri}
        return {**known, "call": seat.call, "since": seat.since.isoformat(), "until": until}

    async def _audit(self, _: web.Request) -> web.Response:
        world = self.world
        return web.json_response(
            {
                "meetings": [self._meeting(meeting) for meeting in world.meetings.values()],
                "mails": [_letter(mail) for mail in world.mailbox],
                "unheard": dict(world.unheard),
                "missed": world.missed,
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
    """What tells a mail from another, without what it says; ``heard``: the sender was told that it left."""
    content = hashlib.sha256(mail["html"].encode()).hexdigest()
    known = {"to": mail["to"], "subject": mail["subject"], "at": mail["at"], "content": content}
    known["headings"] = [html.unescape(one) for one in HEADING.findall(mail["html"])]
    return {**known, "heard": mail.get("heard", True)}


@dataclass(frozen=True)
class Wanted:
    """What the card must be able to do and say."""

    verb: str
    text: str
    alert: bool = False
    message: str = ""


def _alert(message: Message) -> dict[str, Any]:
    """What was told to all in the meeting, as far as the card shows it (``what_it_tells``); ``heard``: the
    bot was told that it was posted. ``operation``: what the bot knows the message by, whatever Teams calls it."""
    card = message.card or {}
    marks = (str(part.get("id") or "") for part in card.get("body") or ())
    operation = next((mark[3:] for mark in marks if mark.startswith("op-")), "")
    told = {"what": what_it_tells(card), "heard": message.heard, "operation": operation}
    return {**_when(message), **told}


def what_it_tells(card: dict[str, Any]) -> str:
    """``told`` for a card with the mark of what goes on; with that of what is over ``paused`` where it says
    *pause*, otherwise ``revoked``; ``other`` without either."""
    lines = [str(run.get("text") or "") for part in card.get("body") or () for run in _runs(part)]
    if any(line.startswith(GOES_ON) for line in lines):
        return "told"
    over = next((line for line in lines if line.startswith(OVER)), "")
    if not over:
        return "other"
    return "paused" if any(word in over.lower() for word in BREAK) else "revoked"


def _runs(part: dict[str, Any]) -> list[dict[str, Any]]:
    return [run for run in part.get("inlines") or () if isinstance(run, dict)]


def _when(message: Message) -> dict[str, str]:
    return {"id": message.id, "at": message.at.isoformat()}
