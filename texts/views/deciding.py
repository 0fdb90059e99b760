"""The decider's cards: the assessment, the refusal, the letter, the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from guidelines.problem import Problem
from texts.views.case import RequestState
from texts.views.common import MeetingLine, View

Verdict = Literal["", "for", "against", "neutral"]


@dataclass(frozen=True)
class CriterionLine:
    """One criterion of the assessment. Inputs ``verdict.<id>`` and ``note.<id>``."""

    id: str
    label: str
    help: str
    verdict: Verdict
    note: str


@dataclass(frozen=True, kw_only=True)
class Assessment(View):
    """The decider's card. Verbs ``grant`` and ``refuse_open``; carries ``request_id``, ``version``.

    ``asked_as``: approver or deputy. ``presumption``: profile text above the criteria, may be empty.
    """

    request_id: UUID
    version: int
    number: str
    asked_as: Literal["approver", "deputy"]
    meeting: MeetingLine
    late: bool
    citizen_name: str
    registered_by: str
    ground: str
    ground_text: str
    own_words: str
    companion: str
    criteria: tuple[CriterionLine, ...]
    problems: tuple[Problem, ...] = ()
    notice: str = ""
    presumption: str = ""


@dataclass(frozen=True, kw_only=True)
class Refusal(View):
    """The two questions of a refusal. Inputs ``need`` and ``weighing``; verbs ``refuse_preview``,
    ``assessment_reopen``. ``ground``/``own_words`` stand above, so that the answer can meet them."""

    request_id: UUID
    version: int
    number: str
    meeting: MeetingLine
    citizen_name: str
    ground: str
    ground_text: str
    own_words: str
    need: str
    weighing: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LetterPreview(View):
    """The letter before it is sent. Verbs ``refuse_confirm`` (carries need and weighing) and
    ``refuse_open`` (back to the two fields)."""

    request_id: UUID
    version: int
    number: str
    subject: str
    paragraphs: tuple[str, ...]
    need: str
    weighing: str
    answer_by: str


@dataclass(frozen=True, kw_only=True)
class Decided(View):
    """The decider's card after the decision (by whomever)."""

    request_id: UUID
    number: str
    meeting: MeetingLine
    state: RequestState
    decided_by: str
    decided_at: datetime | None
    by_you: bool
