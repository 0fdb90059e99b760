"""What is shown while a wish comes in: the menu, the form, the queue, the contact wish, the ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from guidelines.problem import Problem
from texts.views.common import Choice, MeetingLine, View


@dataclass(frozen=True, kw_only=True)
class Welcome(View):
    """Personal chat: what the bot is for. Buttons: register, queue (if any), help."""

    name: str
    has_queue: bool
    notice: str = ""  # code of one sentence on top (``notice.<code>``), e.g. registered


@dataclass(frozen=True, kw_only=True)
class Registration(View):
    """The registration form. Input ids: ``meeting`` (one of ``meetings``; ``other`` = not in Teams:
    then ``meeting_date``, ``meeting_time`` and ``meeting_kind`` phone/in_person/virtual), ``citizen_name``,
    ``answer_by`` (email/handed_over/spoken), ``contact`` (mail address or phone number), ``ground``,
    ``ground_text`` (asked for when ground is ``other``), ``companion``, ``own_words``, ``caseworker``
    (``me``/``department``), ``phone_possible`` (``true``/``false``). Verb ``register_submit``."""

    meetings: tuple[Choice, ...]
    grounds: tuple[Choice, ...]
    values: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    wish_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class QueueItem:
    """One wish without a caseworker."""

    request_id: UUID
    number: str
    meeting: MeetingLine
    citizen_name: str
    received_at: datetime
    late: bool


@dataclass(frozen=True, kw_only=True)
class Queue(View):
    """The department's queue (B17). Verb ``queue_take`` with ``request_id``. ``taken``: it stands
    where a wish stood that a colleague has taken."""

    department: str
    items: tuple[QueueItem, ...]
    taken: bool = False


@dataclass(frozen=True, kw_only=True)
class ContactWish(View):
    """Personal card to the organiser: somebody in the meeting wants to record. ``wish_open`` opens
    the registration with the name filled in. Proves nobody's identity, and says so."""

    wish_id: UUID
    meeting: MeetingLine
    name: str
    anonymous: bool
    handled: bool = False


@dataclass(frozen=True, kw_only=True)
class GroundShown(View):
    """What lies behind the wish; shown only to who may read it, every look logged."""

    request_id: UUID
    number: str
    ground: str
    ground_text: str
    own_words: str
    companion: str
    readers: tuple[tuple[str, datetime], ...] = ()
