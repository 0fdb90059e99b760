"""The state of the sandbox: people, chats, meetings, mail, and everything the bot was seen doing."""

from __future__ import annotations

import asyncio
import base64
import itertools
import secrets
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sandbox import cast
from sandbox.chats import Chat, Message
from sandbox.faults import SWITCHES, Faults
from sandbox.meetings import Meeting
from sandbox.people import Person

PERMISSIONS = frozenset(
    {"User.Read.All", "OnlineMeetings.ReadWrite.All", "Mail.Send", "AppCatalog.Read.All"}
    | {"TeamsAppInstallation.ReadWriteSelfForUser.All", "OnlineMeetingRecording.Read.All"}
    | {"TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All"}
)
"""Application permissions an administrator has consented to."""

Later = tuple[datetime, Callable[[], Awaitable[object]]]
"""Something that happens when the sandbox clock has reached its moment."""


Listener = Callable[[str, Chat, Meeting | None, dict[str, Any]], None]
"""Told of what happens: its kind, the chat, the meeting the chat belongs to, and the facts."""


class Clock:
    """The machine's clock plus an offset; only ever moves on."""

    def __init__(self) -> None:
        self.offset = timedelta()

    def now(self) -> datetime:
        """The present moment in the sandbox, in UTC."""
        return datetime.now(UTC) + self.offset

    def advance(self, by: timedelta) -> None:
        """Move on by ``by``."""
        self.offset += by


class World:
    """Everything there is. Behaviour lives in ``teams.py`` and ``presses.py``."""

    def __init__(self, crowd: int = 0) -> None:
        self.crowd = crowd
        self.tenant_id, self.app_id = cast.TENANT_ID, cast.APP_ID
        self.app_secret = secrets.token_urlsafe(24)
        self.https_url = ""
        self.clock = Clock()
        self.faults = Faults()
        self.switches: dict[str, Any] = dict(SWITCHES)
        self.permissions = set(PERMISSIONS)
        self.people: dict[str, Person] = {
            p.id: replace(p)
            for p in cast.CAST + cast.crowd(crowd) + (cast.VISITORS if crowd else ())
        }
        self.chats: dict[str, Chat] = {}
        self.meetings: dict[str, Meeting] = {}
        self.mailbox: list[dict[str, Any]] = []
        self.calls: deque[dict[str, Any]] = deque(maxlen=20_000)
        self.counts: Counter[str] = Counter()
        self.problems: list[dict[str, str]] = []
        self.deliveries: deque[dict[str, Any]] = deque(maxlen=5_000)
        self.later: list[Later] = []
        self.roster_watchers: list[Callable[[Meeting], Awaitable[None]]] = []
        self.version = 0
        self.listeners: list[Listener] = []
        self.afterwards: list[Callable[[], Awaitable[object]]] = []
        self._watchers: set[asyncio.Event] = set()
        self._ids = itertools.count(int(self.clock.now().timestamp() * 1000))
        self.unheard: Counter[str] = Counter()
        self.missed: list[dict[str, str]] = []
        for person_id in (*cast.INSTALLED_FOR, *(p.id for p in cast.crowd(crowd))):
            chat = self.personal_chat(person_id)
            chat.installed, chat.greeted = True, False

    @property
    def service_url(self) -> str:
        """What activities name as ``serviceUrl``."""
        return f"{self.https_url}/connector/"

    def now(self) -> datetime:
        """The present moment in the sandbox, in UTC."""
        return self.clock.now()

    def next_id(self) -> str:
        """A message or activity id, as Teams makes them: growing digits."""
        return str(next(self._ids))

    # --- looking up -------------------------------------------------------------------------

    def by_oid(self, oid: str) -> Person | None:
        """The person with this directory object id (or user principal name)."""
        for person in self.people.values():
            if person.oid is not None and oid.lower() in (person.oid, person.upn.lower()):
                return person
        return None

    def by_mri(self, mri: str) -> Person | None:
        """The person with this Teams id."""
        return next((p for p in self.people.values() if p.mri == mri), None)

    def chat(self, chat_id: str) -> Chat | None:
        """The chat with this id, or with this Graph alias."""
        found = self.chats.get(chat_id)
        return found or next((c for c in self.chats.values() if c.alias == chat_id), None)

    def meeting_of(self, chat: Chat) -> Meeting | None:
        """The meeting a chat belongs to."""
        return next((m for m in self.meetings.values() if m.chat is chat), None)

    def personal_chat(self, person_id: str) -> Chat:
        """The person's chat with the bot, made when it is first asked for."""
        for chat in self.chats.values():
            if chat.kind == "personal" and chat.members == [person_id]:
                return chat
        person = self.people[person_id]
        code = base64.urlsafe_b64encode(person.mri.encode()).decode()[8:72]
        alias = f"19:{person.oid}_{self.app_id}@unq.gbl.spaces"
        chat = Chat(f"a:1{code}", "personal", cast.BOT_NAME, [person_id], alias=alias)
        self.chats[chat.id] = chat
        return chat

    # --- writing down -----------------------------------------------------------------------

    def post(self, chat: Chat, sender: str, text: str, **more: Any) -> Message:
        """Put a message into a chat."""
        message = Message(self.next_id(), sender, text, self.now(), **more)
        chat.messages.append(message)
        self.happened("message", chat, message=message)
        self.changed()
        return message

    def happened(self, kind: str, chat: Chat, **facts: Any) -> None:
        """Something happened that Microsoft may tell of elsewhere."""
        for listener in self.listeners:
            listener(kind, chat, self.meeting_of(chat), facts)

    async def let_follow(self) -> None:
        """What follows from something that happened, such as Graph's notifications."""
        for follow in self.afterwards:
            await follow()

    def problem(self, code: str, where: str, detail: str) -> None:
        """Write down a breach of strictness; tests assert that there is none."""
        self.problems.append({"code": code, "where": where, "detail": detail})

    def called(self, method: str, route: str, status: int) -> None:
        """Count one call of the bot."""
        self.calls.append({"method": method, "route": route, "status": status})
        self.counts[f"{method} {route}"] += 1

    def forget_calls(self) -> None:
        """Start counting anew."""
        self.calls.clear()
        self.counts.clear()

    def count(self, method: str, route_part: str) -> int:
        """How many calls used this method and a route containing ``route_part``."""
        return sum(
            number
            for key, number in self.counts.items()
            if key.startswith(method + " ") and route_part in key
        )

    # --- telling the windows ------------------------------------------------------------------

    def changed(self) -> None:
        """Wake everybody who looks at the world."""
        self.version += 1
        for watcher in self._watchers:
            watcher.set()

    async def roster_changed(self, meeting: Meeting) -> None:
        """Tell whoever follows the call that somebody came, left or was let in."""
        for watcher in self.roster_watchers:
            await watcher(meeting)

    def watch(self) -> asyncio.Event:
        """An event that is set at each change; give it back with ``unwatch``."""
        event = asyncio.Event()
        self._watchers.add(event)
        return event

    def unwatch(self, event: asyncio.Event) -> None:
        """Stop watching."""
        self._watchers.discard(event)

    # --- as the page sees it ------------------------------------------------------------------

    def view(self, person_id: str | None = None) -> dict[str, Any]:
        """The whole world, or what one person sees of it."""
        chats = [c for c in self.chats.values() if self._sees(person_id, c)]
        meetings = [m for m in self.meetings.values() if self._sees_meeting(person_id, m)]
        return {
            "now": self.now().isoformat(),
            "version": self.version,
            "bot": {"id": "bot", "name": cast.BOT_NAME},
            "people": list(self._cast_view()),
            "chats": [chat.view(person_id) for chat in chats],
            "meetings": [self._meeting_view(m, person_id) for m in meetings],
            "mailbox": self.mailbox if person_id is None else self._mail_of(person_id),
            "faults": self.faults.view(),
            "switches": self.switches,
            "clock": {"offsetSeconds": int(self.clock.offset.total_seconds())},
        }

    def _cast_view(self) -> Iterator[dict[str, str]]:
        for person in self.people.values():
            if person.kind != "mailbox":
                fields = {"id": person.id, "name": person.name, "role": person.role}
                yield {**fields, "kind": person.kind}

    def _mail_of(self, person_id: str) -> list[dict[str, Any]]:
        mail = self.people[person_id].mail
        return [letter for letter in self.mailbox if mail and letter["to"] == mail]

    def _sees(self, person_id: str | None, chat: Chat) -> bool:
        return person_id is None or person_id in chat.members

    def _sees_meeting(self, person_id: str | None, meeting: Meeting) -> bool:
        if person_id is None or self.people[person_id].kind in ("anonymous", "phone"):
            return True  # they hold a link or a number; what they may do is decided when they try
        return person_id in meeting.chat.members

    def record_right(self, meeting: Meeting, person: Person) -> tuple[bool, str]:
        """Whether Teams' own *Record* button works for the person now, and why not."""
        if meeting.state != "running" or not meeting.present(person.id):
            return False, "Du er ikke i mødet."
        if person.kind != "member":
            return False, "Kun organisationens egne deltagere kan starte en optagelse."
        if not meeting.options["allowRecording"]:
            return False, "Optagelse er slået fra i mødeindstillingerne."
        return (False, "Der optages allerede.") if meeting.recording else (True, "")

    def _meeting_view(self, meeting: Meeting, person_id: str | None) -> dict[str, Any]:
        switches = ("allowRecording", "allowTranscription", "recordAutomatically")
        rights = {p.id: self.record_right(meeting, p) for p in self.people.values()}
        recording: Literal["running", "off"] = "running" if meeting.recording else "off"
        return {
            "id": meeting.id,
            "title": meeting.title,
            "chatId": meeting.chat.id,
            "organizer": meeting.organizer.id,
            "startsAt": meeting.starts_at.isoformat(),
            "endsAt": meeting.ends_at.isoformat(),
            "state": meeting.state,
            "inCall": [{"person": p, "inLobby": lobby} for p, lobby in meeting.in_call.items()],
            "recording": recording,
            "recordButton": {p: {"allowed": ok, "why": why} for p, (ok, why) in rights.items()},
            "appInstalled": meeting.chat.installed,
            "options": {name: meeting.options[name] for name in switches},
            "dialIn": meeting.dial_in,
            "occurrence": meeting.occurrence,
            "heard": [h for h in meeting.heard if person_id in (None, h["person"])],
            "speaking": _spoken_to(meeting, person_id),
            "bot": meeting.bot_view,
            "extraSeats": list(meeting.extra_seats),
            "notices": [n for n in meeting.notices if person_id in (None, n["person"])],
        }


def _spoken_to(meeting: Meeting, person_id: str | None) -> dict[str, Any] | None:
    """What is being said aloud, for those who hear it."""
    said = meeting.speaking
    return said if said and (person_id is None or person_id in said["to"]) else None
