"""A talk led by the script: line by line, who listens, and the links to what can be printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from guidelines.problem import Problem
from texts.views.common import Choice, MeetingLine, View


@dataclass(frozen=True)
class ScriptLine:
    """One sentence. ``part``: open, who, tell, begin, end. ``said_at`` None until it is ticked;
    ``said_by`` is a name."""

    key: str
    part: str
    say: str
    say_en: str = ""
    said_at: datetime | None = None
    said_by: str = ""


@dataclass(frozen=True)
class ListenerLine:
    """Somebody who hears the talk. ``kind``: recorder, companion, interpreter, representative, other, or
    a kind of the ledger in a Teams meeting. ``by``: who told them. ``maybe``: nobody knows whether they
    are there at all."""

    id: UUID
    name: str
    kind: str
    informed: bool
    at: datetime | None = None
    by: str = ""
    may_drop: bool = False
    maybe: bool = False


@dataclass(frozen=True, kw_only=True)
class Script(View):
    """The script card. The first line that is not said is the one to say now (verb ``script_said``, data
    ``line`` and ``round``). ``begun`` False: verb ``script_start``, outside Teams only (``outside``).
    While it asks who is there: verbs ``listener_add`` (inputs ``listener_name``, ``listener_kind``) and
    ``listener_drop`` (input ``listener``). ``late``: the words for those who came later (verb
    ``script_late``, data ``round`` and ``seen``: when the last of those on the list came). ``changed``:
    that was pressed with other words than hold now. ``paused_at``: verb ``break_over``. At the end verb ``talk_end``. ``recorded``
    False: nothing may be recorded, or nothing is decided. ``complete`` is computed."""

    meeting_id: UUID
    meeting: MeetingLine
    kind: str
    outside: bool
    request_id: UUID | None = None
    occurrence_id: UUID | None = None
    round: str = ""
    lines: tuple[ScriptLine, ...] = ()
    listeners: tuple[ListenerLine, ...] = ()
    late: tuple[str, ...] = ()
    late_en: tuple[str, ...] = ()
    begun: bool = False
    ended_at: datetime | None = None
    recorded: bool = True
    complete: bool = False
    paused_at: datetime | None = None
    pause: str = ""  # the kind of break, as in casework/meeting/breaks.py
    seen: datetime | None = None
    changed: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Talk(View):
    """The shortest form: a talk outside Teams that begins now. Inputs ``meeting_kind``, ``citizen_name``,
    ``others_affairs`` (yes/no/unknown, C15) and ``ground`` where the guideline asks. Verb ``talk_begin``."""

    kinds: tuple[str, ...]
    grounds: tuple[Choice, ...] = ()
    tell_only: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PrintReady(View):
    """A link to a page to print. ``what``: script or ledger. ``back``: the meeting to go back to."""

    what: str
    url: str
    expires_at: datetime
    back: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class FindLedger(View):
    """A leader or the DPO asks for who was told, by the case's number (input ``number``, verb
    ``ledger_find``)."""

    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
