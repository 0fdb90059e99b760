"""A verified activity, as the rest of ``bots/`` reads it.

The envelope has been checked for the types used here; what Teams puts inside ``value`` and
``channelData`` is read tolerantly, since its casing differs between samples and services (teams-platform 1.1).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bots.body import RequestError
from casework.commands import Actor, Kind
from texts.views import Language

TEXTS = (
    "type", "id", "name", "channelId", "serviceUrl", "timestamp", "replyToId", "locale", "action", "text",
)  # fmt: skip
OBJECTS = ("from", "conversation", "recipient", "channelData")
LISTS = ("membersAdded", "membersRemoved", "entities")
ID_LENGTH = 400


def pick(data: Any, *path: str) -> Any:
    """The value at a path of keys, whatever their case; None when there is none."""
    for key in path:
        if not isinstance(data, Mapping):
            return None
        if key in data:
            data = data[key]
            continue
        wanted = key.casefold()
        data = next((v for k, v in data.items() if k.casefold() == wanted), None)
    return data


def pick_text(data: Any, *path: str) -> str:
    """As ``pick``, but only a text; anything else counts as empty."""
    value = pick(data, *path)
    return value.strip() if isinstance(value, str) else ""


def moment(value: Any) -> datetime | None:
    """A point in time in UTC from ISO text; None when it is none."""
    if not isinstance(value, str):
        return None
    try:
        parsed = datetime.fromisoformat(value)
        return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def check_shape(raw: Mapping[str, Any]) -> None:
    """Refuse (400) an envelope whose parts have other types than the ones used."""
    for names, kind in ((TEXTS, str), (OBJECTS, dict), (LISTS, list)):
        for name in names:
            if raw.get(name) is not None and not isinstance(raw[name], kind):
                raise RequestError(400, f"bad_{name}")
    if not raw.get("type"):
        raise RequestError(400, "no_type")
    if raw.get("timestamp") and moment(raw["timestamp"]) is None:
        raise RequestError(400, "bad_timestamp")
    if not pick_text(raw, "conversation", "id"):
        raise RequestError(400, "no_conversation")
    if any(len(pick_text(raw, *path)) > ID_LENGTH for path in _STORED):
        raise RequestError(400, "id_too_long")
    if any(not isinstance(row, dict) for name in LISTS for row in raw.get(name) or ()):
        raise RequestError(400, "bad_list")


_STORED = (
    ("conversation", "id"), ("serviceUrl",), ("id",), ("channelData", "meeting", "id"), ("replyToId",),
)  # fmt: skip


@dataclass(frozen=True)
class Incoming:
    """One activity, verified: token, service URL, channel and tenant have been checked.

    ``service_url`` is where answers go; equal to the token's claim and on the allow-list.
    """

    raw: Mapping[str, Any]
    service_url: str
    tenant_id: str
    received_at: datetime

    @property
    def type(self) -> str:
        """Activity type, as Teams writes it."""
        return str(self.raw["type"])

    @property
    def name(self) -> str:
        """Name of an event or invoke, or empty."""
        return pick_text(self.raw, "name")

    @property
    def conversation_id(self) -> str:
        """The chat."""
        return pick_text(self.raw, "conversation", "id")

    @property
    def at(self) -> datetime:
        """When it happened, as Teams says; otherwise when it was received."""
        return moment(self.raw.get("timestamp")) or self.received_at

    @property
    def teams_meeting_id(self) -> str | None:
        """The opaque meeting id: ``channelData.meeting.id`` and nothing else (teams-platform 1.1)."""
        return pick_text(self.raw, "channelData", "meeting", "id") or None

    @property
    def in_meeting_chat(self) -> bool:
        """Whether the chat belongs to a meeting."""
        return self.teams_meeting_id is not None or self.conversation_id.startswith("19:meeting_")

    @property
    def is_personal(self) -> bool:
        """Whether it is somebody's own chat with the bot."""
        return pick_text(self.raw, "conversation", "conversationType").casefold() == "personal"

    @property
    def chat_id(self) -> str | None:
        """The meeting chat something was done in, or None."""
        return self.conversation_id if self.in_meeting_chat and not self.is_personal else None

    @property
    def actor(self) -> Actor | None:
        """Who did it, or None when nobody is named."""
        return person(self.raw.get("from"), self.tenant_id)

    @property
    def language(self) -> Language:
        """Danish, unless the client says English."""
        return "en" if pick_text(self.raw, "locale").casefold().startswith("en") else "da"

    @property
    def key(self) -> str | None:
        """What a second delivery has in common with the first (teams-platform 9); None: unknown."""
        if self.raw.get("id"):
            return _hash(self.conversation_id, str(self.raw["id"]))
        when = pick_text(self.raw, "timestamp") or pick_text(self.raw, "value", "startTime")
        when = when or pick_text(self.raw, "value", "endTime")
        if self.type != "event" or not when:
            return None
        who = ",".join(sorted(pick_text(row, "user", "id") for row in rows(self.raw, "members")))
        return _hash(self.conversation_id, self.name, self.teams_meeting_id or "", when, who)


def rows(raw: Mapping[str, Any], name: str) -> list[Any]:
    """A list inside ``value``, or an empty one."""
    found = pick(raw, "value", name)
    return found if isinstance(found, list) else []


def part_key(key: str | None, number: int) -> str | None:
    """The key of one of several commands from one activity; the first keeps the activity's own."""
    return key if key is None or number == 0 else _hash(key, str(number))


def person(account: Any, tenant_id: str) -> Actor | None:
    """Somebody as an activity names them: ``from``, a roster row or ``user`` of a participant."""
    mri = pick_text(account, "id")
    if not mri or len(mri) > 200 or mri.startswith("28:"):
        return None
    oid = (pick_text(account, "aadObjectId") or pick_text(account, "objectId")).lower()
    oid = oid if len(oid) <= 64 else ""
    kind = _kind(account, mri, oid, tenant_id)
    named = None if kind in ("anonymous", "phone") else oid
    return Actor(mri=mri, oid=named, name=pick_text(account, "name")[:200], kind=kind)


def program(account: Any) -> Actor | None:
    """An application among the participants of a call: no person, and not the bot itself, which the
    caller leaves out."""
    mri = pick_text(account, "id")
    if not mri.startswith("28:") or len(mri) > 200:
        return None
    return Actor(mri=mri, oid=None, name=pick_text(account, "name")[:200], kind="application")


def _kind(account: Any, mri: str, oid: str, tenant_id: str) -> Kind:
    role = pick_text(account, "userRole").casefold()
    if mri.startswith("4:"):
        return "phone"
    if role == "anonymous" or not oid:
        return "anonymous"
    if role == "guest" or "#ext#" in pick_text(account, "userPrincipalName").casefold():
        return "guest"
    tenant = pick_text(account, "tenantId").casefold()
    return "foreign" if tenant and tenant != tenant_id.casefold() else "member"


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()
