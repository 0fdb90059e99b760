"""What is shown while a wish comes in: the menu, the forms, the queue, the contact wish, the ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from guidelines.problem import Problem
from texts.views.common import Choice, MeetingLine, Route, View

KINDS = ("in_person", "phone", "virtual")
"""The kinds of meeting every guideline knows; a profile's ``meeting_kinds`` may have more."""


ReceiptState = Literal["received", "granted", "not_granted", "withdrawn", "lapsed", "unanswered"]


@dataclass(frozen=True, kw_only=True)
class Welcome(View):
    """Personal chat: what the bot is for. Buttons: register, queue (if any), help.

    ``tell_only``: the guideline asks for a notice, nobody grants (C6); ``employees``: an employee may
    record a talk with the leader (C1), verb ``employee_open``."""

    name: str
    has_queue: bool
    route: Route  # who gets a report of misuse
    notice: str = ""  # code of one sentence on top (``notice.<code>``), e.g. registered
    said: str = ""  # what to tell the citizen besides, in words
    tell_only: bool = False
    employees: bool = False
    frame: tuple[str, ...] = ()  # what may be said of recording, in the municipality's words
    promises: tuple[str, ...] = ()  # kinds of tasks the guideline promises always (A3, B5)
    practice: bool = False  # for HR/Jura: how the units decide (verb ``practice``)
    accounts: bool = (
        False  # for leaders and the DPO: who was told in a meeting (verb ``ledger_find``)
    )
    keeping: bool = False  # for the DPO and HR/Jura: what is held and deleted (verb ``keeping``)


@dataclass(frozen=True, kw_only=True)
class Registration(View):
    """The registration form. Input ids: ``meeting`` (one of ``meetings``; ``other`` = not in Teams:
    then ``meeting_date``, ``meeting_time`` and ``meeting_kind``, one of ``kinds``), ``citizen_name``,
    ``answer_by`` (email/handed_over/spoken), ``contact`` (mail address or phone number), ``ground``,
    ``ground_text`` (asked for when ground is ``other``), ``companion``, ``own_words``, ``caseworker``
    (``me``/``department``), ``phone_possible`` (``true``/``false``), ``others_affairs`` (yes/no/unknown),
    ``role`` (one of ``roles``, shown when there are several) and, with ``video``, ``wants_video``
    (``true``/``false``). Verb ``register_submit``.

    ``tell_only``: it is a notice, and says so (C6). ``ground``: expected, optional or no, as in the
    profile. ``refused``: a refusal stands for the same meeting (its ``number``, ``who`` to ask): inputs
    ``after_refusal`` (other_person/new_facts) and ``new_facts`` (C27). ``intro``: one calm line above the form. ``explained``: why what was chosen cannot be
    registered here, in words. ``employees``: offers the way to the employee's own form. ``units``: the
    departments to choose among, where there are several (input ``department``, B17)."""

    meetings: tuple[Choice, ...]
    grounds: tuple[Choice, ...]
    values: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    wish_id: UUID | None = None
    tell_only: bool = False
    roles: tuple[Choice, ...] = ()
    ground: Literal["expected", "optional", "no"] = "optional"
    intro: str = ""
    video: bool = False
    explained: str = ""
    employees: bool = False
    kinds: tuple[str, ...] = KINDS
    refused: Mapping[str, str] = field(default_factory=dict)
    units: tuple[Choice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EmployeeNotice(View):
    """An employee tells beforehand that she records a talk with her leader (C1, C2, C7). Input ids:
    ``employee_type`` (one of ``types``), ``leader`` (one of ``leaders``), ``meeting`` with
    ``meeting_kind``, ``meeting_date`` and ``meeting_time`` as in Registration, ``companion``,
    ``ground``, ``ground_text``. Verb ``employee_submit``. ``not_covered``: why the chosen kind
    of talk is none the guideline covers, in words; nothing was stored."""

    types: tuple[Choice, ...]
    leaders: tuple[Choice, ...]
    meetings: tuple[Choice, ...]
    grounds: tuple[Choice, ...]
    values: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    not_covered: str = ""
    kinds: tuple[str, ...] = KINDS


@dataclass(frozen=True, kw_only=True)
class EmployeeReceipt(View):
    """The employee's own card: what she told, the letter to her, and how it stands. Verbs
    ``employee_withdraw`` while ``may_withdraw``, ``employee_read`` while an answer waits to be read
    (``to_read``), ``employee_anew`` (input ``new_facts``) while ``may_tell_anew``."""

    request_id: UUID
    version: int
    number: str
    meeting: MeetingLine
    kind: str  # the kind of talk, in words
    leader: str  # name; empty while it is being looked up
    state: ReceiptState
    paragraphs: tuple[str, ...] = ()
    may_withdraw: bool = False
    to_read: bool = False
    leader_found: bool = True  # False: still being looked up
    may_tell_anew: bool = False  # refused, and there is still time to say what is new
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GroundForm(View):
    """The ground is added later (A13): inputs ``ground``, ``ground_text``, ``own_words``. Verb
    ``ground_add``. Nobody has to say more than they wish. ``own_words_kept``: the citizen's own words are
    stored; they are not shown here, and stay if nothing is typed."""

    request_id: UUID
    version: int
    number: str
    citizen_name: str
    grounds: tuple[Choice, ...]
    values: Mapping[str, str]
    own_words_kept: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class QueueItem:
    """One wish without a caseworker."""

    request_id: UUID
    number: str
    meeting: MeetingLine
    citizen_name: str
    received_at: datetime
    late: bool
    told_only: bool = False  # a notice: it is allowed, and only needs somebody (C6)
    closed: tuple[str, ...] = ()  # stored fields that cannot be opened


@dataclass(frozen=True, kw_only=True)
class PrintoutItem:
    """One printout that somebody asked for and nobody has taken on (B5)."""

    errand_id: UUID
    number: str
    citizen_name: str
    received_at: datetime
    closed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Queue(View):
    """The department's queue (B17). Verb ``queue_take`` with ``request_id``. ``taken``: it stands
    where a wish stood that a colleague has taken."""

    department: str
    items: tuple[QueueItem, ...]
    taken: bool = False
    printouts: tuple[PrintoutItem, ...] = ()  # verb ``errand_take`` with ``errand_id``


@dataclass(frozen=True, kw_only=True)
class ContactWish(View):
    """Personal card to the organiser: somebody in the meeting wants to record. ``wish_open`` opens
    the registration with the name filled in. Proves nobody's identity, and says so."""

    wish_id: UUID
    meeting: MeetingLine
    name: str
    anonymous: bool
    handled: bool = False
    tell_only: bool = False  # the guideline lets people record: only to be told (C6)


@dataclass(frozen=True, kw_only=True)
class GroundShown(View):
    """What lies behind the wish; shown only to who may read it, every look logged."""

    request_id: UUID
    number: str
    ground: str
    ground_text: str
    own_words: str
    companion: str
    new_facts: str = ""  # what is new since a refusal of the same talk
    closed: tuple[str, ...] = ()  # stored fields that cannot be opened
    readers: tuple[tuple[str, datetime], ...] = ()
