"""What the employee is shown during a meeting: what to say, what to do, and what has been noted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from guidelines.problem import Problem
from texts.views.case import Relation
from texts.views.common import Choice, MeetingLine, View


@dataclass(frozen=True)
class MarkLine:
    """Something noted during the meeting. ``kind`` names the words (``card.mark.<kind>``)."""

    kind: str
    at: datetime
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Guide(View):
    """*Under mødet*: the employee's calm card for one meeting; staff only, never the meeting chat.

    ``outside``: there is no Teams to tell it, so the talk is led by the script (verb ``script``);
    ``script_at``: when it was said. ``paused_at``: a break is on (verb ``break_over``).
    Guidance (C19): verbs ``guided`` and ``not_guided`` (input ``not_guided_why``). ``turns``: whether
    the switch *Vejledning / Afgørelse* is shown (verb ``guide_turn``, data ``turn``), ``turn`` where it
    stands and ``turn_say`` the sentence to say; ``oral_decision`` (input ``decision_text``).
    ``situations``: what may happen, each a button (verb ``guide_situation``, data ``situation``).
    ``request_id``: the case to go back to, if there is one.
    """

    meeting_id: UUID
    meeting: MeetingLine
    request_id: UUID | None
    recorded: bool
    not_allowed: bool = False  # nobody has asked, and the guideline wants that (A7)
    start_say: str = ""  # what is said at the start, where somebody asked (T2)
    outside: bool = False
    script_at: datetime | None = None
    paused_at: datetime | None = None
    preparation: tuple[str, ...] = ()
    guidance: tuple[str, ...] = ()
    guidance_required: bool = False
    guidance_at: datetime | None = None
    guidance_skipped: bool = False
    turns: bool = False
    turn: Literal["", "guiding", "deciding"] = ""
    turn_say: str = ""
    situations: tuple[str, ...] = ()
    marks: tuple[MarkLine, ...] = ()
    internal_guide: str = ""  # the address of the municipality's own guide (C14)
    own_recording: bool = False
    own_part: bool = False  # only what is about the person who records may be recorded (C31)
    relation: Relation = "citizen"
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GuideWhere(View):
    """Teams tells of no meeting the employee is in. ``talks``: those outside Teams that are known for about
    now (verb ``guide``); ``kinds``: of one nobody told of (verb ``guide_elsewhere``, data ``kind``)."""

    talks: tuple[tuple[UUID, MeetingLine], ...] = ()
    kinds: tuple[str, ...] = ()


PreparationOver = Literal["", "off", "cancelled", "moved", "taken", "changed"]


@dataclass(frozen=True, kw_only=True)
class Preparation(View):
    """Before a talk that may be recorded (C13): staff only. ``occasion``: the day before, or shortly before;
    of a series, whose next time nobody tells, ``next``, and ``usual`` before the time it usually has
    (``usual_at``).

    ``script`` is what is said; ``by_itself``, ``by_voice`` and ``out_of_reach`` are codes of who is told
    how (``card.prepare.<code>``), ``companions`` their names (``yes``: somebody). ``points`` and
    ``guidance`` are the municipality's own sentences. ``over``: why the card no longer holds. Verbs
    ``guide`` and ``case``."""

    meeting_id: UUID
    meeting: MeetingLine
    request_id: UUID | None
    occasion: Literal["evening", "soon", "next", "usual"]
    kind: str
    usual_at: datetime | None = None
    recorder: str = ""
    relation: Relation = "citizen"
    own_part: bool = False
    both: bool = False
    video: bool = False  # pictures too were said yes to
    script: tuple[str, ...] = ()
    by_itself: tuple[str, ...] = ()
    by_voice: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    out_of_reach: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    guidance: tuple[str, ...] = ()
    internal_guide: str = ""  # the address of the municipality's own guide (C14)
    over: PreparationOver = ""


@dataclass(frozen=True, kw_only=True)
class Situation(View):
    """What to do when something happens. ``steps`` are codes (``card.step.<code>``), ``sentences`` the
    municipality's own words, which stand instead. ``asks_who``: who records is not known yet (input
    ``who``) nor, with ``types``, whether it is an employee and in which talk (inputs ``recorder``
    citizen/employee, ``employee_type``). ``asks_again``: a refusal stands, so is it whoever was refused
    (input ``after_refusal`` same_person/other_person). ``say_first``: the sentences are said aloud, then
    the steps follow. Verb ``guide_done`` (input ``what``) writes it down; ``guide`` goes back;
    ``register_open`` where the wish is to be decided now (``may_register``)."""

    meeting_id: UUID
    meeting: MeetingLine
    situation: str
    steps: tuple[str, ...]
    sentences: tuple[str, ...] = ()
    asks_who: bool = False
    types: tuple[Choice, ...] = ()
    asks_again: bool = False
    may_register: bool = False
    say_first: bool = False
    prompt: bool = False  # the meeting itself told of it: nobody pressed a button
    relation: Relation = "citizen"
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OwnRecordingSteps(View):
    """The municipality's own sound recording as steps (A15). The file is never taken in.

    Inputs ``necessity`` (when ``documented``), ``place``, ``delete_on`` (ISO), ``not_made_why``. Verbs
    ``own_started``, ``own_stopped``, ``own_save``, ``own_not_made``, ``own_deleted``, ``case``."""

    request_id: UUID
    version: int
    number: str
    meeting: MeetingLine
    citizen_name: str
    required: bool
    documented: bool
    started_at: datetime | None
    stopped_at: datetime | None
    not_made: bool
    kept: bool
    delete_on: date | None
    deleted_at: datetime | None
    values: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    closed: tuple[str, ...] = ()  # stored fields that cannot be opened
