"""What surrounds a wish: a companion, a printout, a question to HR/Jura, a report of misuse, practice,
and the reminders of what is left to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from guidelines.problem import Problem
from texts.views.case import Relation
from texts.views.common import Choice, MeetingLine, Route, View


@dataclass(frozen=True, kw_only=True)
class CompanionForm(View):
    """Whether the citizen brings a companion (A4, B4). Input ``companion_name``; verbs
    ``companion_set`` and ``companion_remove``. ``present``: one is noted already."""

    request_id: UUID
    version: int
    number: str
    present: bool
    name: str = ""
    relation: Relation = "citizen"
    problems: tuple[Problem, ...] = ()
    closed: tuple[str, ...] = ()  # stored fields that cannot be opened


@dataclass(frozen=True, kw_only=True)
class PrintoutForm(View):
    """A citizen asks for a printout, with or without any recording (B5). Inputs ``citizen_name``,
    ``contact``, ``about_day`` (ISO, optional), ``about`` and, with ``units``, ``department``. Verb
    ``printout_submit``."""

    values: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    units: tuple[Choice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Printout(View):
    """A printout somebody asked for. Until it is ``taken``: verb ``errand_take``. ``mine``: input
    ``done_on``, verb ``errand_close``."""

    errand_id: UUID
    number: str
    citizen_name: str
    contact: str
    about_day: date | None
    about: str
    received_at: datetime
    taken: bool = False
    taken_by: str = ""
    mine: bool = False
    done_on: date | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LegalForm(View):
    """A question to HR/Jura with only what they need (C32). Inputs ``considered`` (a ground of
    refusal, optional) and ``question``. Verb ``legal_ask``."""

    request_id: UUID
    version: int
    number: str
    meeting_kind: str
    grounds: tuple[Choice, ...]
    route: Route
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LegalQuestion(View):
    """The question and its answer. ``may_answer``: input ``legal_answer``, verb ``legal_answer``.
    ``request_id`` only for the one who asked: the way back to the case."""

    errand_id: UUID
    number: str
    meeting_kind: str
    considered: str
    question: str
    asked_at: datetime
    route: Route
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None
    may_answer: bool = False
    request_id: UUID | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LegalContact(View):
    """Nobody from HR/Jura is known to Lydhør: how to reach them in another way."""

    lines: tuple[str, ...]
    route: Route
    request_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class MisuseForm(View):
    """A report that a recording is misused (T15). Inputs ``happened``, ``where_when``, ``shared``,
    ``others``, ``evidence``. Verb ``misuse_submit``. ``number``: the case it is about, if any."""

    route: Route
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    request_id: UUID | None = None
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class Misuse(View):
    """A report of misuse, for HR/Jura only (C34). ``state`` assessing or closed. ``answers``: input
    id and what was written. Inputs ``police_report`` (yes/no), ``reasons``, ``reported_on``; verbs
    ``misuse_save``, ``misuse_close``. Nothing is sent to anybody."""

    errand_id: UUID
    number: str
    state: Literal["assessing", "closed"]
    answers: Mapping[str, str]
    reported_by: str
    received_at: datetime
    route: Route
    about: str = ""
    meeting: MeetingLine | None = None
    saved_by: str = ""
    reported_on: date | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PracticeRow:
    """How often something came out so in one unit; None: too few to show."""

    unit: str
    relation: str
    ground: str
    outcome: str
    count: int | None


@dataclass(frozen=True, kw_only=True)
class Practice(View):
    """Practice per unit, for HR/Jura only (C10, C11). ``least``: smaller numbers are not shown."""

    rows: tuple[PracticeRow, ...]
    least: int


@dataclass(frozen=True, kw_only=True)
class Reminder(View):
    """Something is still to be done. ``what`` note (verb ``note``) or task (verb ``task``); ``kind``
    is the task's. Carries no name and no text of a person."""

    what: Literal["note", "task"]
    number: str
    meeting: MeetingLine
    request_id: UUID | None  # None: it is about a meeting alone
    route: Route
    task_id: UUID | None = None
    kind: str = ""
    changed: bool = False
    relation: Relation = "citizen"


@dataclass(frozen=True, kw_only=True)
class ErrandReminder(View):
    """An errand is still open (verb ``errand``). Carries no name and no text of a person. ``unreached``:
    nobody who is to have it can be written to, so whoever opened it brings it on another way (``contact``)
    and says so (verb ``errand_passed_on``); ``passed_on`` once that was said."""

    errand_id: UUID
    number: str
    kind: str
    route: Route
    unreached: bool = False
    passed_on: bool = False
    contact: tuple[str, ...] = ()
