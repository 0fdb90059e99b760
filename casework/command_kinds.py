"""What all commands share: who did it, and the kinds of command there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

Kind = Literal[
    "member", "guest", "foreign", "anonymous", "phone", "device", "caller", "application", "unknown",
]  # fmt: skip


@dataclass(frozen=True)
class Actor:
    """Who pressed, wrote or joined, as the verified activity names them.

    ``oid`` is the Entra object id, None for anonymous people; ``mri`` is Teams' id (``29:…``).
    """

    mri: str
    oid: str | None
    name: str
    kind: Kind = "member"


@dataclass(frozen=True, kw_only=True)
class Command:
    """Common to all commands: the key of the activity it came from, for de-duplication."""

    inbound_key: str | None = None


@dataclass(frozen=True, kw_only=True)
class PersonCommand(Command):
    """A command a person gives; ``chat_id`` is set when it was given in a meeting chat.

    ``operation`` and ``pressed_on``: which posting the pressed card came from, and the card's own id.
    """

    actor: Actor
    chat_id: str | None = None
    operation: str = ""
    pressed_on: str = ""


@dataclass(frozen=True, kw_only=True)
class RequestCommand(PersonCommand):
    """A command about one request; ``version`` is the version the pressed card was drawn from."""

    request_id: UUID
    version: int | None = None
