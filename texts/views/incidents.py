"""What is shown of a recording in Teams: the incident, its file, and programs that take notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from guidelines.problem import Problem
from texts.views.common import MeetingLine, View


@dataclass(frozen=True)
class CourseLine:
    """One line of an incident's course. ``kind`` names the words (``card.course.<kind>``); ``who`` an
    employee's name, or empty. ``times``: how often it happened, the last time at ``last_at``."""

    kind: str
    at: datetime
    who: str = ""
    times: int = 1
    last_at: datetime | None = None


@dataclass(frozen=True)
class RecordedLine:
    """Somebody who was recorded as far as can be seen: in the call, or only in the meeting's chat."""

    name: str
    kind: str
    in_call: bool


@dataclass(frozen=True, kw_only=True)
class RecordingWarning(View):
    """To those who are told: Teams recording was started (T10). ``running`` until its end is
    seen. ``switch``: ``off_again`` (read back), ``still_on`` or ``unverifiable``.
    Verb ``recording_stopped`` (``incident_id``) for the organiser only (``may_confirm``).
    ``noticed_by`` switch: recording stood open and the chat cannot be read, so it is not known
    whether anybody records; file: only its file gave it away. ``ended_by`` person: the organiser says
    so, nobody has seen it. ``watched`` False: the end was not seen, and is not looked for any more.
    ``organizer_told`` False: this warning has not reached the organiser. ``steps``: what the
    guideline adds (``card.step.<code>``). ``asks_why``: whoever started it writes why (input ``why``,
    verb ``recording_why``), until ``why_noted`` (C4). ``course`` in time; ``decider`` who decides on
    the file (``decides``: the reader); ``file`` and ``file_outcome`` as in casework/meeting/files.py.
    ``recorded`` only with ``shows_recorded``: never said to be complete; ``phone_maybe``: somebody may
    have listened by phone."""

    incident_id: UUID
    meeting: MeetingLine
    noticed_at: datetime
    running: bool
    ended_at: datetime | None
    switch: Literal["off_again", "still_on", "unverifiable"]
    may_confirm: bool
    noticed_by: Literal["chat_message", "call_event", "switch", "file"] = "chat_message"
    ended_by: Literal["", "chat_message", "call_event", "person", "file"] = ""
    watched: bool = True
    organizer_told: bool = True
    steps: tuple[str, ...] = ()
    asks_why: bool = False
    why_noted: bool = False
    course: tuple[CourseLine, ...] = ()
    decider: str = ""
    decides: bool = False
    file: str = ""
    file_outcome: str = ""
    shows_recorded: bool = False
    recorded: tuple[RecordedLine, ...] = ()
    phone_maybe: bool = False
    number: str = ""  # the meeting's, by which HR/Jura or the DPO can hold it
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecordingFile(View):
    """To whoever decides: what happened to the file of a recording. Inputs ``outcome`` (deleted, kept,
    not_ours, none) and ``kept_why``; verbs ``file_decided``, ``file_open`` where it is known where the
    file lies (the answer has ``url``, a link of ours that leads on), and ``incident`` to see the course. With ``outcome`` it is a receipt."""

    incident_id: UUID
    meeting: MeetingLine
    begun_at: datetime
    ended_at: datetime | None
    file: str
    outcome: str = ""
    outcome_at: datetime | None = None
    outcome_by: str = ""
    kept_why: str = ""
    can_open: bool = False
    url: str = ""
    link_until: datetime | None = None
    number: str = ""  # the meeting's
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class NoteTakerQuestion(View):
    """To the organiser: is this a program that takes notes? ``sign`` why it is asked: kind (no person
    Teams knows) or name. ``rule`` the guideline's: not_permitted or ask. Verbs ``note_taker_out``,
    ``note_taker_stays`` (input ``stays_why``), ``note_taker_none``. With ``answer`` it is noted."""

    note_taker_id: UUID
    meeting: MeetingLine
    name: str
    sign: Literal["kind", "name"]
    seen_at: datetime
    rule: Literal["not_permitted", "ask"]
    answer: str = ""
    answered_at: datetime | None = None
    answered_by: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
