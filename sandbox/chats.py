"""Chats and messages, and how one person sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

BOT = "bot"
SYSTEM = "system"


def stamp(moment: datetime) -> str:
    """A moment as Teams and Graph write it: UTC, milliseconds, ``Z``."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


@dataclass
class Message:
    """One message. ``views`` holds the card a person sees instead of the common one (8.1). ``heard``: whoever
    posted it was told so. ``alert_url``: what opens in the meeting for it."""

    id: str
    sender: str
    text: str
    at: datetime
    card: dict[str, Any] | None = None
    updated_at: datetime | None = None
    alert: bool = False
    alert_url: str = ""
    views: dict[str, dict[str, Any]] = field(default_factory=dict)
    event: dict[str, Any] | None = None
    deleted: bool = False
    heard: bool = True
    visible_at: datetime | None = None

    def card_for(self, person_id: str | None) -> dict[str, Any] | None:
        """The card as this person sees it."""
        return self.views.get(person_id, self.card) if person_id else self.card

    def view(self, person_id: str | None) -> dict[str, Any]:
        """The message for the page."""
        return {
            "id": self.id,
            "from": self.sender,
            "text": self.text,
            "card": self.card_for(person_id),
            "at": stamp(self.at),
            "updatedAt": stamp(self.updated_at) if self.updated_at else None,
            "alert": self.alert,
        }


@dataclass
class Chat:
    """A personal chat with the bot, or the chat of a meeting.

    ``alias`` is the id Graph knows a personal chat by. ``installed``: the app is there;
    ``greeted``: the bot has been told so.
    """

    id: str
    kind: Literal["personal", "meeting"]
    title: str
    members: list[str]
    alias: str = ""
    installed: bool = False
    greeted: bool = True
    messages: list[Message] = field(default_factory=list)

    def message(self, message_id: str) -> Message | None:
        """A message that has not been deleted."""
        for message in self.messages:
            if message.id == message_id and not message.deleted:
                return message
        return None

    def view(self, person_id: str | None) -> dict[str, Any]:
        """The chat for the page."""
        return {
            "id": self.id,
            "kind": self.kind,
            "title": self.title,
            "members": list(self.members),
            "messages": [m.view(person_id) for m in self.messages if not m.deleted],
        }
