"""The decider's cards: the assessment, the refusal, the letter, the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from guidelines.problem import Problem
from texts.views.case import LegalLine, RequestState
from texts.views.common import Choice, MeetingLine, Route, View

Verdict = Literal["", "for", "against", "neutral"]


@dataclass(frozen=True)
class CriterionLine:
    """One criterion of the assessment. Inputs ``verdict.<id>`` and ``note.<id>``; ``always``: the note
    must be written whatever the verdict (A14)."""

    id: str
    label: str
    help: str
    verdict: Verdict
    note: str
    always: bool = False


@dataclass(frozen=True, kw_only=True)
class Assessment(View):
    """The decider's card. Verbs ``grant`` and ``refuse_open``; carries ``request_id``, ``version``.

    ``asked_as``: approver or deputy, or own: the caseworker decides the own meeting (A14).
    ``presumption``: profile text above the criteria, may be empty. ``ask_ground``: no ground has been
    given, and the citizen is to be asked (A13). ``others_affairs``: other people's private affairs come up:
    input ``note.others`` weighs them (C15).
    """

    request_id: UUID
    version: int
    number: str
    asked_as: Literal["approver", "deputy", "own"]
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
    ask_ground: bool = False
    others_affairs: bool = False
    others_note: str = ""
    ground_hidden: bool = False  # it was given, and is not for this reader
    closed: tuple[str, ...] = ()  # stored fields that cannot be opened


@dataclass(frozen=True)
class PartLine:
    """One thing a refusal must say (C23, C26, C31). Input ``part.<id>``."""

    id: str
    label: str
    help: str
    value: str


@dataclass(frozen=True)
class LikeLine:
    """One earlier decision in a like case: the quarter, what came of it, the kind of meeting (C10).
    ``talk``: of an employee's, which kind of talk it was, in words."""

    quarter: str  # 2026-4
    outcome: str  # granted, own_part, not_granted
    meeting_kind: str
    talk: str = ""


@dataclass(frozen=True)
class Weighing:
    """What whoever refuses, or confirms it, sees besides the reasons: never a suggestion.

    ``notes``: the profile's sentences for whoever refuses (C25, C33). ``legal``: what HR/Jura was asked;
    ``ask_legal``: whether they should be asked first. ``route``: whom the guideline names.
    """

    like: tuple[LikeLine, ...] = ()
    notes: tuple[str, ...] = ()
    legal: tuple[LegalLine, ...] = ()
    ask_legal: bool = False
    route: Route = "legal"
    internal_guide: str = ""  # the address of the municipality's own guide (C14)


@dataclass(frozen=True, kw_only=True)
class Refusal(View):
    """The reasons of a refusal. While ``choosing`` the ground: input ``ground``, verb
    ``refuse_ground``. Then a field for each part: inputs ``part.<id>``, ``deviation`` (when
    ``asks_deviation``), ``partial`` (``partial`` not None), ``devices_out`` and ``devices_place``
    (``devices_out`` not None); verbs ``refuse_preview``, ``refuse_open`` (another ground), and
    ``assessment_reopen`` or ``case`` (``back``), ``legal_open``.

    ``why_not``: what a leader who did not agree wrote (C27).
    """

    request_id: UUID
    version: int
    number: str
    meeting: MeetingLine
    citizen_name: str
    ground: str
    ground_text: str
    own_words: str
    relation: str = "citizen"
    grounds: tuple[Choice, ...] = ()
    chosen: str = ""
    choosing: bool = False
    parts: tuple[PartLine, ...] = ()
    asks_deviation: bool = False
    deviation: str = ""
    partial: bool | None = None
    devices_out: bool | None = None
    devices_place: str = ""
    weighing: Weighing = Weighing()
    two_persons: bool = False
    back: Literal["assessment", "case"] = "assessment"
    why_not: str = ""
    others_affairs: bool = False  # other people's private affairs come up (C15)
    new_facts: str = ""  # what is new since an earlier refusal of the same talk (C27)
    ground_hidden: bool = False  # it was given, and is not for this reader
    closed: tuple[str, ...] = ()  # stored fields that cannot be opened
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LetterPreview(View):
    """The letter before it is sent. Verbs ``refuse_confirm`` (carries ``seen``, the mark of what was
    read) and ``refuse_open`` (back to the fields). ``to_leader``: the next press asks the leader to
    confirm, and sends nothing. ``heavy``: labels of the parts whose sentences are long: a hint."""

    request_id: UUID
    version: int
    number: str
    subject: str
    paragraphs: tuple[str, ...]
    seen: str
    answer_by: str
    to_leader: bool = False
    partial: bool = False
    heavy: tuple[str, ...] = ()


WhyAsked = Literal[
    "leader", "next_party", "next_registered", "next_unreached", "hr_party", "hr_registered", "hr_unreached",
    "deputy", "second", "hr_second",
]  # fmt: skip
"""Why this person is asked to confirm a refusal (C27): the nearest leader, the next one or HR/Jura, because
the leader is a party, typed the wish in or cannot be reached; or a second one because the first is silent."""


@dataclass(frozen=True, kw_only=True)
class Confirmation(View):
    """A refusal somebody proposes, for the second person (C27). Verbs ``refuse_agree`` and
    ``refuse_disagree`` (input ``why``), both with ``proposal``, the mark of what is confirmed;
    ``legal_open``. ``asked_as``: confirmer or deputy. ``why_asked``: why it is this person."""

    request_id: UUID
    version: int
    number: str
    proposal: str
    asked_as: Literal["confirmer", "deputy"]
    meeting: MeetingLine
    citizen_name: str
    ground: str
    ground_text: str
    own_words: str
    proposed_by: str
    refusal_ground: str
    parts: tuple[PartLine, ...]
    subject: str
    paragraphs: tuple[str, ...]
    relation: str = "citizen"
    deviation: str = ""
    partial: bool = False
    devices_place: str = ""
    weighing: Weighing = Weighing()
    why_asked: WhyAsked = "leader"
    why: str = ""
    new_facts: str = ""  # what is new since an earlier refusal of the same talk (C27)
    ground_hidden: bool = False  # it was given, and is not for this reader
    closed: tuple[str, ...] = ()  # stored fields that cannot be opened
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Decided(View):
    """The decider's card after the decision (by whomever). ``spoken``: how the no can be said aloud
    (A18). ``confirmed_by``: the second person. ``partial``: the own part may be recorded (C31).
    ``is_notice``: nobody had to grant it. ``notice``: code of one sentence on top."""

    request_id: UUID
    number: str
    meeting: MeetingLine
    state: RequestState
    decided_by: str
    decided_at: datetime | None
    by_you: bool
    confirmed_by: str = ""
    spoken: str = ""
    partial: bool = False
    is_notice: bool = False
    may_note: bool = False  # the note, with what only the decider reads (B16): verb ``note``
    notice: str = ""
