"""The registration form: what was typed becomes a wish, or a list of problems at the fields."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from email_validator import EmailNotValidError, validate_email

from casework.tongue import FIELD, answer_language
from casework.typed import day_of, time_of
from clock import COPENHAGEN
from guidelines.problem import Problem
from guidelines.profile import Profile
from guidelines.request import EMPLOYEE, check_ground, check_role
from guidelines.rules import rule
from texts.limits import too_long
from texts.views import Language

OTHER_MEETING = "other"
FARTHEST = timedelta(days=731)
#: The fields in the order of the form, so that the faults are told in it too.
ORDER = (
    "role", "meeting", "meeting_kind", "meeting_date", "meeting_time", "citizen_name", "answer_by",
    "contact", "ground", "ground_text", "companion", "own_words", "others_affairs", "caseworker",
    "department",
    "phone_possible", "after_refusal", "new_facts",
)  # fmt: skip
COMPANION = ("yes", "no", "unknown")
OTHERS = {"yes": True, "no": False}
VIDEO_WORDS = re.compile(r"\b(film|video)")
VIDEO = {"with_employee_acceptance": "asked", "allowed": "allowed"}
TYPED = ("citizen_name", "contact", "ground_text", "own_words", "new_facts")


@dataclass(frozen=True)
class Wish:
    """A wish as registered. ``meeting`` is None when no Teams meeting stands behind it.

    ``role`` citizen or representative. ``others_affairs``: whether other people's private affairs come
    up, None when nobody knows (C15). ``video``: empty when nobody wished for it, ``asked`` when the
    employee has to accept it, ``allowed``, or ``prohibited``: then it is a wish for sound (A20).
    ``new_facts``: what is new since a refusal of the same meeting (C27). ``language``: of the answer.
    """

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
    role: str = "citizen"
    others_affairs: bool | None = None
    video: str = ""
    new_facts: str = ""
    language: Language = "da"
    department: str = ""  # the relevant unit's id, where it was chosen (B17)

    def personal(self) -> dict[str, str]:
        """The fields that are kept sealed; empty ones are not kept."""
        fields = {
            "citizen_name": self.citizen_name,
            "contact": self.contact,
            "ground": self.ground,
            "ground_text": self.ground_text,
            "companion": self.companion,
            "own_words": self.own_words,
            "video": "" if self.video == "prohibited" else self.video,
            "new_facts": self.new_facts,
            FIELD: "" if self.language == "da" else self.language,
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
    units: Collection[str] = (),
) -> tuple[Wish | None, tuple[Problem, ...]]:
    """The wish, or what is wrong with it: every problem at once, each at its own field (A12, B17).

    With ``now`` a meeting outside Teams has to lie within two years of it: a year is easily mistyped.
    ``units``: those of which one has to be chosen; none where there is nothing to choose.
    """
    typed = cleaned(form)
    problems = [*too_long(typed, *TYPED)]
    meeting, meeting_at, kind, faults = check_meeting(
        typed, known_meetings, now, kinds=profile.meeting_kinds
    )
    problems += faults
    if not typed.get("citizen_name"):
        problems.append(Problem("citizen_name", "name_missing"))
    _contact(typed, problems)
    ground, role = typed.get("ground", ""), typed.get("role") or profile.requester_roles[0]
    problems += role_problems(profile, role)
    problems += check_ground(profile, ground, typed.get("ground_text", ""))
    if typed.get("caseworker") not in ("me", "department"):
        problems.append(Problem("caseworker", "caseworker_missing"))
    problems += check_unit(typed, units)
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
            role=role,
            others_affairs=others_said(typed),
            language=answer_language(typed),
            department=typed.get("department", "") if units else "",
            video=_video(profile) if _asks_for_video(profile, typed) else "",
        ),
        (),
    )


@rule("B5", "B17", surface="card")
def check_unit(typed: Mapping[str, str], units: Collection[str]) -> tuple[Problem, ...]:
    """Whether the relevant department was chosen, where there are several."""
    if not units or typed.get("department") in units:
        return ()
    return (Problem("department", "department_missing"),)


@rule("C1", surface="card")
def role_problems(profile: Profile, role: str) -> tuple[Problem, ...]:
    """Whom the citizens' form is for. Nobody else's wish is stored, whatever a card sends (A1, C3); an
    employee's own talk with the leader has a form of its own where it is covered (C1)."""
    if role == EMPLOYEE and EMPLOYEE in profile.requester_roles:
        return (Problem("role", "role_own_form"),)
    return check_role(profile, role)


def mentions_video(words: str) -> bool:
    """Whether somebody writes of filming."""
    return VIDEO_WORDS.search(words.casefold()) is not None


def _asks_for_video(profile: Profile, typed: Mapping[str, str]) -> bool:
    """Ticked; or, where there is only sound and nothing to tick, written in the citizen's own words:
    whoever registers it is told at once what to answer."""
    if profile.video != "prohibited":
        return typed.get("wants_video") == "true"
    own = " ".join(typed.get(name, "") for name in ("own_words", "ground_text"))
    return typed.get("wants_video") == "true" or mentions_video(own)


@rule("C15", surface="card")
def others_said(typed: Mapping[str, str]) -> bool | None:
    """Whether other people's private affairs come up, as answered (C15); None: not known."""
    return OTHERS.get(typed.get("others_affairs", ""))


@rule("A20", "B29", surface="card")
def _video(profile: Profile) -> str:
    return VIDEO.get(profile.video, "prohibited")


def check_meeting(
    typed: Mapping[str, str],
    known: set[str],
    now: datetime | None = None,
    *,
    kinds: Sequence[str],
) -> tuple[UUID | None, datetime | None, str, list[Problem]]:
    """The chosen meeting, or the time and kind of one outside Teams, and what is wrong with them.

    ``kinds``: those the guideline covers (A8, B1, C4)."""
    problems: list[Problem] = []
    meeting, meeting_at = _meeting(typed, known, problems)
    if meeting_at and now and abs(meeting_at - now) > FARTHEST:
        problems.append(Problem("meeting_date", "meeting_date_far"))
    return meeting, meeting_at, _meeting_kind(typed, kinds, problems), problems


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


def _meeting_kind(typed: Mapping[str, str], kinds: Sequence[str], problems: list[Problem]) -> str:
    if typed.get("meeting") != OTHER_MEETING:
        return "virtual"
    kind = typed.get("meeting_kind", "")
    if kind not in kinds:
        problems.append(Problem("meeting_kind", "meeting_kind_missing"))
    return kind


def _moment(typed: Mapping[str, str], problems: list[Problem]) -> datetime | None:
    if not typed.get("meeting_date"):
        problems.append(Problem("meeting_date", "meeting_date_missing"))
        return None
    day, time = day_of(typed["meeting_date"]), time_of(typed.get("meeting_time", ""))
    # A slip of the finger may make a year that no calendar and no database reckons with.
    if day is None or not 2000 <= day.year <= 2200:
        problems.append(Problem("meeting_date", "meeting_date_bad"))
        return None
    if time is None:
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
