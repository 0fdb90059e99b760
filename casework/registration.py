"""The registration form: what was typed becomes a wish, or a list of problems at the fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from email_validator import EmailNotValidError, validate_email

from clock import COPENHAGEN
from guidelines.problem import Problem
from guidelines.profile import Profile
from guidelines.request import check_ground

SHORT, LONG = 200, 2000
OTHER_MEETING = "other"
FARTHEST = timedelta(days=731)
#: The fields in the order of the form, so that the faults are told in it too.
ORDER = (
    "meeting", "meeting_kind", "meeting_date", "meeting_time", "citizen_name", "answer_by", "contact",
    "ground", "ground_text", "companion", "own_words", "caseworker", "phone_possible",
)  # fmt: skip
COMPANION = ("yes", "no", "unknown")
LIMITS = {
    "citizen_name": SHORT,
    "contact": SHORT,
    "ground_text": LONG,
    "own_words": LONG,
}


@dataclass(frozen=True)
class Wish:
    """A wish as registered. ``meeting`` is None when no Teams meeting stands behind it."""

    meeting: UUID | None
    meeting_at: datetime | None
    meeting_kind: str
    citizen_name: str
    answer_by: str
    contact: str
    ground: str
    ground_text: str
    companion: str
    own_words: str
    to_department: bool
    phone_possible: bool

    def personal(self) -> dict[str, str]:
        """The fields that are kept sealed; empty ones are not kept."""
        fields = {
            "citizen_name": self.citizen_name,
            "contact": self.contact,
            "ground": self.ground,
            "ground_text": self.ground_text,
            "companion": self.companion,
            "own_words": self.own_words,
        }
        return {name: value for name, value in fields.items() if value}


def cleaned(form: Mapping[str, str]) -> dict[str, str]:
    """What was typed, without surrounding space; anything that is not text is dropped."""
    return {k: v.strip() for k, v in form.items() if isinstance(k, str) and isinstance(v, str)}


def check(
    form: Mapping[str, str],
    profile: Profile,
    known_meetings: set[str],
    now: datetime | None = None,
) -> tuple[Wish | None, tuple[Problem, ...]]:
    """The wish, or what is wrong with it: every problem at once, each at its own field (A12, B17).

    With ``now`` a meeting outside Teams has to lie within two years of it: a year is easily mistyped.
    """
    typed = cleaned(form)
    problems = [
        Problem(field, "text_too_long", {"max": str(limit)})
        for field, limit in LIMITS.items()
        if len(typed.get(field, "")) > limit
    ]
    meeting, meeting_at = _meeting(typed, known_meetings, problems)
    if meeting_at and now and abs(meeting_at - now) > FARTHEST:
        problems.append(Problem("meeting_date", "meeting_date_far"))
    kind = _meeting_kind(typed, problems)
    if not typed.get("citizen_name"):
        problems.append(Problem("citizen_name", "name_missing"))
    _contact(typed, problems)
    ground = typed.get("ground", "")
    problems += check_ground(profile, ground, typed.get("ground_text", ""))
    if typed.get("caseworker") not in ("me", "department"):
        problems.append(Problem("caseworker", "caseworker_missing"))
    if problems:
        return None, tuple(sorted(problems, key=lambda problem: ORDER.index(problem.field)))
    return (
        Wish(
            meeting=meeting,
            meeting_at=meeting_at,
            meeting_kind=kind,
            citizen_name=typed["citizen_name"],
            answer_by=typed["answer_by"],
            contact=typed.get("contact", ""),
            ground=ground,
            ground_text=typed.get("ground_text", ""),
            companion=typed["companion"] if typed.get("companion") in COMPANION else "",
            own_words=typed.get("own_words", ""),
            to_department=typed["caseworker"] == "department",
            phone_possible=typed.get("phone_possible") == "true",
        ),
        (),
    )


def _meeting(
    typed: Mapping[str, str], known: set[str], problems: list[Problem]
) -> tuple[UUID | None, datetime | None]:
    chosen = typed.get("meeting", "")
    if not chosen:
        problems.append(Problem("meeting", "meeting_missing"))
    elif chosen == OTHER_MEETING:
        return None, _moment(typed, problems)
    elif chosen not in known:
        problems.append(Problem("meeting", "meeting_unknown"))
    else:
        return UUID(chosen), None
    return None, None


def _meeting_kind(typed: Mapping[str, str], problems: list[Problem]) -> str:
    if typed.get("meeting") != OTHER_MEETING:
        return "virtual"
    kind = typed.get("meeting_kind", "")
    if kind not in ("phone", "in_person", "virtual"):
        problems.append(Problem("meeting_kind", "meeting_kind_missing"))
    return kind


def _moment(typed: Mapping[str, str], problems: list[Problem]) -> datetime | None:
    if not typed.get("meeting_date"):
        problems.append(Problem("meeting_date", "meeting_date_missing"))
        return None
    try:
        day = datetime.strptime(typed["meeting_date"], "%Y-%m-%d").date()  # noqa: DTZ007
    except ValueError:
        day = None
    # A slip of the finger may make a year that no calendar and no database reckons with.
    if day is None or not 2000 <= day.year <= 2200:
        problems.append(Problem("meeting_date", "meeting_date_bad"))
        return None
    try:
        time = datetime.strptime(typed.get("meeting_time", ""), "%H:%M").time()  # noqa: DTZ007
    except ValueError:
        problems.append(Problem("meeting_time", "meeting_time_bad"))
        return None
    return datetime.combine(day, time, COPENHAGEN)


def _contact(typed: Mapping[str, str], problems: list[Problem]) -> None:
    answer_by, contact = typed.get("answer_by", ""), typed.get("contact", "")
    if answer_by not in ("email", "handed_over", "spoken"):
        problems.append(Problem("answer_by", "answer_by_missing"))
    elif answer_by == "email":
        _mail_address(contact, problems)
    elif answer_by == "spoken" and not _is_phone(contact):
        problems.append(Problem("contact", "contact_phone_bad" if contact else "contact_missing"))


def _mail_address(contact: str, problems: list[Problem]) -> None:
    if not contact:
        problems.append(Problem("contact", "contact_missing"))
        return
    try:
        validate_email(contact, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        problems.append(Problem("contact", "contact_email_bad"))


def _is_phone(contact: str) -> bool:
    digits = re.sub(r"[\s().-]", "", contact)
    return re.fullmatch(r"(\+|00)?\d{8,15}", digits) is not None
