"""What Graph tells, once it is checked: commands like everything that happens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from casework.command_kinds import Command


@dataclass(frozen=True, kw_only=True)
class GraphTold(Command):
    """Something happened in a meeting. ``what``: message, file, call_started, call_ended, roster,
    recording_on, recording_off, transcription_on, transcription_off, other."""

    subscription_id: UUID
    graph_id: str
    what: str
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class GraphLifecycle(Command):
    """Graph tells of the subscription itself: reauthorizationrequired, subscriptionremoved, missed."""

    subscription_id: UUID
    graph_id: str
    event: str


@dataclass(frozen=True, kw_only=True)
class GraphUnreadable(Command):
    """Graph told something that nobody here can open: it is encrypted for a key that is gone."""

    subscription_id: UUID
    graph_id: str
