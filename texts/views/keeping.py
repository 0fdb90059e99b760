"""What the cards of data protection show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from guidelines.problem import Problem
from texts.views.common import View


@dataclass(frozen=True, kw_only=True)
class GuidelineDate(View):
    """A date of the guideline in force that is near or over, for its owner. ``parameter`` valid_to or
    evaluate_on."""

    parameter: Literal["valid_to", "evaluate_on"]
    day: date
    passed: bool
    municipality: str
    version: int


@dataclass(frozen=True)
class HeldLine:
    """A case that may not be deleted."""

    number: str
    since: datetime
    by: str
    why: str


@dataclass(frozen=True)
class ReceiptLine:
    """What was deleted on one day for one purpose: of how many."""

    day: date
    purpose: str
    cases: int


@dataclass(frozen=True, kw_only=True)
class Keeping(View):
    """What is held and what was deleted. Inputs ``case_number`` and ``held_why``, verbs ``hold_set`` and
    ``hold_lift``. ``notice``: held, lifted. The DPO (``is_dpo``) also gets to who has looked."""

    held: tuple[HeldLine, ...]
    receipts: tuple[ReceiptLine, ...]
    is_dpo: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    notice: str = ""


@dataclass(frozen=True, kw_only=True)
class AskPerson(View):
    """Whom the DPO searches for. Input ``person``, verb ``person_export``."""

    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PersonReady(View):
    """The link to the extract. ``own``: how many things are the person's own; ``named``: in how many
    others they are named."""

    url: str
    expires_at: datetime
    own: int
    named: int
    acted: int = 0  # where they acted, were asked or told, as an employee


@dataclass(frozen=True)
class LookLine:
    """Somebody looked at the ground of a case."""

    number: str
    who: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Looks(View):
    """Who has looked at grounds, newest first; ``more``: older ones are left out. Input
    ``case_number``, verb ``looks``."""

    lines: tuple[LookLine, ...]
    more: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
