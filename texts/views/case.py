"""The employee's cards of one wish: its state, the handed-over answer, the note and the tasks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from guidelines.problem import Problem
from texts.views.common import Choice, MeetingLine, Route, View
from texts.views.meeting import BlockState, RecordingNow

RequestState = Literal[
    "received", "under_assessment", "awaiting_information", "awaiting_leader",
    "granted", "not_granted", "withdrawn", "lapsed", "unanswered",
]  # fmt: skip
AnswerState = Literal["none", "ready", "sent", "delivered", "failed"]


Relation = Literal["citizen", "employee"]
LeadsTo = Literal["", "answer", "note"]


@dataclass(frozen=True)
class OpenTask:
    """A task on the case that is not done: its kind and who has it."""

    kind: str
    owner: str


@dataclass(frozen=True)
class LegalLine:
    """What HR/Jura was asked, and what they said; ``answer`` empty while they have not."""

    question: str
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Case(View):
    """The employee's card for one request. No ground on it; ``may_see_ground`` offers the button.

    Buttons by state: ``ground`` (see the ground, logged), ``handover_open`` (record delivery),
    ``withdraw``, ``queue_take`` when ``in_queue``, ``note`` (case note) after the meeting,
    ``refuse_open`` when ``may_refuse``; unfolded: ``companion_open``, ``legal_open``, ``misuse_open``.
    ``waiting_for`` is the name of the person asked. ``block``/``block_reason`` as in MeetingStatus.
    """

    request_id: UUID
    version: int
    number: str
    meeting: MeetingLine
    citizen_name: str
    state: RequestState
    late: bool
    in_queue: bool
    waiting_for: str
    answer: AnswerState
    answer_by: str
    may_see_ground: bool
    route: Route  # who advises, and who gets a report of misuse
    decided_by: str = ""
    decided_at: datetime | None = None
    block: BlockState | None = None
    block_reason: str = ""
    cameras: str = "untouched"
    recording_now: RecordingNow = ""
    notice: str = ""  # code of one sentence on top (``notice.<code>``), e.g. sent, moved
    note_ready: bool = False  # the meeting is over: the case note can be read
    may_note: bool = False  # this reader may read the note, also where no meeting has been held
    may_hand_over: bool = True  # and the answer: in the queue it has to be taken first
    relation: Relation = "citizen"
    # the ground is missing, and may be added: verb ``ground_open`` (A13)
    may_add_ground: bool = False
    video: str = ""  # asked (verbs video_accept, video_decline), accepted, declined, allowed
    others_affairs: bool = False  # others' private affairs come up (C15)
    told_only: bool = False  # a notice: nobody had to grant it (C6)
    own_part: bool = False  # only the citizen's own part may be recorded (C31)
    proposed: bool = False  # somebody proposes not to allow it; it holds until that is confirmed
    proposed_by: str = ""
    confirmer: str = ""  # who is asked to confirm it (C27)
    also_asked: str = ""  # who is asked besides, the first being silent
    may_refuse: bool = False
    may_take_back: bool = False  # the reader proposed it: verb ``refuse_take_back`` (C27)
    # the employee assesses the own meeting: verb ``assessment_reopen`` (A14)
    may_decide: bool = False
    why_not: str = ""  # what whoever was asked wrote who did not agree to a refusal (C27)
    companion: str = ""  # yes, no, unknown or a name
    spoken: str = ""  # how a refusal can be explained aloud (A18)
    say_received: bool = False  # no receipt by mail: the citizen is told aloud (A12)
    tasks: tuple[OpenTask, ...] = ()
    may_ask_legal: bool = False
    legal: tuple[LegalLine, ...] = ()  # what HR/Jura was asked about this case (C32)
    guide_of: UUID | None = None  # the meeting that is held now: verb ``guide`` (C13)
    own_recording: bool = False  # the employee records too, or may: verb ``own_open`` (A15)
    closed: tuple[str, ...] = ()  # stored fields that cannot be opened


@dataclass(frozen=True, kw_only=True)
class Handover(View):
    """Records that the answer reached the citizen. Inputs ``how`` (spoken/handed_over/email_confirmed/
    letter), ``date`` (ISO), ``time`` (HH:MM), ``who`` (who gave it). Verb ``handover_save``.
    ``paragraphs`` is the letter to read aloud or hand over. ``alternatives``: what the municipality may
    do instead or besides; a ticked one (``want.<id>``) becomes a task (A3, B5). ``asks_terms``: it
    must be ticked that what to know was gone through (input ``told_terms``, A19)."""

    request_id: UUID
    version: int
    number: str
    citizen_name: str
    paragraphs: tuple[str, ...]
    values: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    alternatives: tuple[Choice, ...] = ()
    relation: Relation = "citizen"
    asks_terms: bool = False


@dataclass(frozen=True, kw_only=True)
class CaseNote(View):
    """The note for the case, ready to copy. Verbs ``note_copied`` and, while the guidance is missing,
    ``note_guidance`` and ``note_not_guided`` (data ``guidance``, input ``not_guided_why``)."""

    request_id: UUID
    number: str
    text: str
    copied: bool
    changed: bool = False  # copied, and different now: to be copied once more
    complete: bool = True  # False: something is ``missing``
    meeting_id: UUID | None = None
    missing: tuple[str, ...] = ()  # guidance, answer, own_recording (``card.note.missing_<code>``)
    shown: str = ""  # stands for what the note says; comes back when it has been copied
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    closed: tuple[str, ...] = ()  # stored fields that cannot be opened
    shows_ground: bool = False  # what is new since a refusal stands in it: reading it is a look


@dataclass(frozen=True, kw_only=True)
class Wants(View):
    """What the citizen would like besides the answer (A3, A4, B5): one tick ``want.<id>`` for each of
    ``alternatives``. Verb ``wants_save``; ``case`` goes back."""

    request_id: UUID
    version: int
    number: str
    relation: Relation = "citizen"
    alternatives: tuple[Choice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TaskCard(View):
    """Something a person must do. ``kind`` as in ``cards/task.py``: printout, answer_failed …
    Verb ``task_done`` (``task_id``). ``asks_day``: closing it needs input ``done_on`` (A3). ``contact``:
    whom to turn to, line by line. ``leads_to``: it is done there, and not by saying so: verb
    ``handover_open`` or ``note`` (``request_id``)."""

    task_id: UUID
    kind: str
    number: str
    meeting: MeetingLine
    citizen_name: str
    done: bool
    route: Route
    relation: Relation = "citizen"
    asks_day: bool = False
    done_on: date | None = None
    contact: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    request_id: UUID | None = None
    leads_to: LeadsTo = ""
