"""The employee's cards of one wish: its state, the handed-over answer, the note and the tasks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from guidelines.problem import Problem
from texts.views.common import MeetingLine, View
from texts.views.meeting import BlockState

RequestState = Literal[
    "received", "under_assessment", "awaiting_information", "awaiting_leader",
    "granted", "not_granted", "withdrawn", "lapsed",
]  # fmt: skip
AnswerState = Literal["none", "ready", "sent", "delivered", "failed"]


@dataclass(frozen=True, kw_only=True)
class Case(View):
    """The employee's card for one request. No ground on it; ``may_see_ground`` offers the button.

    Buttons by state: ``ground`` (see the ground, logged), ``handover_open`` (record delivery),
    ``withdraw``, ``queue_take`` when ``in_queue``, ``note`` (case note) after the meeting.
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
    decided_by: str = ""
    decided_at: datetime | None = None
    block: BlockState | None = None
    block_reason: str = ""
    notice: str = ""  # code of one sentence on top (``notice.<code>``), e.g. sent, moved
    note_ready: bool = False  # the meeting is over: the case note can be read


@dataclass(frozen=True, kw_only=True)
class Handover(View):
    """Records that the answer reached the citizen. Inputs ``how`` (spoken/handed_over/email_confirmed/
    letter), ``date`` (ISO), ``time`` (HH:MM), ``who`` (who gave it). Verb ``handover_save``.
    ``paragraphs`` is the letter to read aloud or hand over."""

    request_id: UUID
    version: int
    number: str
    citizen_name: str
    paragraphs: tuple[str, ...]
    values: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CaseNote(View):
    """The note for the case, ready to copy. Verb ``note_copied`` (``request_id``)."""

    request_id: UUID
    number: str
    text: str
    copied: bool


@dataclass(frozen=True, kw_only=True)
class TaskCard(View):
    """Something a person must do. ``kind`` as in ``cards/task.py``: printout, answer_failed …
    Verb ``task_done`` (``task_id``)."""

    task_id: UUID
    kind: str
    number: str
    meeting: MeetingLine
    citizen_name: str
    done: bool
