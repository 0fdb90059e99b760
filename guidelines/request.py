"""The course of a wish to record: its states, the states of its answer, and when it is late."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from guidelines.problem import Problem
from guidelines.profile import Profile
from guidelines.rules import rule
from guidelines.workdays import workdays_before

State = Literal[
    "received", "under_assessment", "awaiting_information", "awaiting_leader",
    "granted", "not_granted", "withdrawn", "lapsed", "unanswered",
]  # fmt: skip
"""``lapsed``: there is no meeting any more. ``unanswered``: it was held before anybody decided."""
Event = Literal[
    "notice", "assess", "ask_information", "ask_leader", "return_to_department",
    "grant", "refuse", "refuse_notice", "limit", "limit_notice",
    "withdraw", "meeting_cancelled", "meeting_over",
]  # fmt: skip
"""``notice``: the citizen has told, and that is enough (C6). ``limit``: only the own part may be
recorded (C31). ``refuse_notice``, ``limit_notice``: the same two when nobody had to grant the wish."""
Scope = Literal["whole", "own_part"]
Answer = Literal["none", "ready", "sent", "delivered", "failed"]
AnswerEvent = Literal["prepare", "send", "fail", "deliver"]

OPEN: frozenset[State] = frozenset(
    {"received", "under_assessment", "awaiting_information", "awaiting_leader"}
)


EMPLOYEE, MUNICIPALITY = "employee", "municipality"
FOR_NOTICES: frozenset[Event] = frozenset({"notice", "refuse_notice", "limit_notice"})


class IllegalMove(Exception):
    """The event cannot happen in this state; somebody acted on an old card."""

    def __init__(self, state: str, event: str) -> None:
        super().__init__(f"{event} is not possible when {state}")
        self.state = state
        self.event = event


def _open_moves() -> dict[tuple[State, Event], State]:
    result: dict[Event, State] = {
        "assess": "under_assessment",
        "ask_information": "awaiting_information",
        "ask_leader": "awaiting_leader",
        "return_to_department": "received",
        "grant": "granted",
        "refuse": "not_granted",
        "limit": "granted",
        "withdraw": "withdrawn",
        "meeting_cancelled": "lapsed",
        "meeting_over": "unanswered",
    }
    return {(state, event): after for state in OPEN for event, after in result.items()}


_MOVES: dict[tuple[State, Event], State] = {
    **_open_moves(),
    ("received", "notice"): "granted",
    ("granted", "refuse_notice"): "not_granted",
    ("granted", "limit_notice"): "granted",
    ("granted", "withdraw"): "withdrawn",
    ("granted", "meeting_cancelled"): "lapsed",
    ("not_granted", "meeting_cancelled"): "not_granted",  # a no outlives its meeting
}
_ANSWERS: dict[tuple[Answer, AnswerEvent], Answer] = {
    ("none", "prepare"): "ready",
    ("ready", "send"): "sent",
    ("failed", "send"): "sent",
    ("ready", "fail"): "failed",
    ("sent", "fail"): "failed",
    ("ready", "deliver"): "delivered",
    ("sent", "deliver"): "delivered",
    ("failed", "deliver"): "delivered",
}


@rule("A6", "B8", "C6", "C14", surface="none")
def next_state(state: State, event: Event, *, notice: bool = False) -> State:
    """The state after ``event``. Raises ``IllegalMove``.

    ``notice``: telling was enough for this wish. Only such a wish is granted by its notice, and only
    such a one can be refused once it is granted: an agreement somebody made is kept. Otherwise only
    a person's ``grant``, ``limit`` or ``refuse`` decides (A6, B8): no time that passes does. New
    information after a refusal is a new wish; a moved meeting changes nothing, and a cancelled one
    leaves a refusal as it was. A meeting that is over leaves an open wish ``unanswered``: no refusal,
    and not done with either.
    """
    if event in FOR_NOTICES and not notice:
        raise IllegalMove(state, event)
    try:
        return _MOVES[state, event]
    except KeyError:
        raise IllegalMove(state, event) from None


@rule("A13", "C6", surface="none")
def first_event(profile: Profile, ground: str) -> Event | None:
    """What happens to a wish as soon as it is received; None: it waits for somebody to look at it.

    Where telling is enough it holds at once. Where a ground is expected and none was given, the
    citizen is to be asked: never a reason to refuse (A13).
    """
    if profile.is_notice:
        return "notice"
    if profile.ground_required == "expected" and not ground.strip():
        return "ask_information"
    return None


def refusal_event(state: State, *, partial: bool = False) -> Event:
    """The event that refuses a wish in this state, or all but the own part of it."""
    if state == "granted":
        return "limit_notice" if partial else "refuse_notice"
    return "limit" if partial else "refuse"


def next_answer(answer: Answer, event: AnswerEvent) -> Answer:
    """The answer's state after ``event``. Raises ``IllegalMove``.

    ``sent`` is not ``delivered``: only a recorded fact delivers (B19).
    """
    try:
        return _ANSWERS[answer, event]
    except KeyError:
        raise IllegalMove(answer, event) from None


@rule("A16", "B19", "C28", surface="card")
def owes_reasons(state: State, scope: str = "whole") -> bool:
    """Whether an answer with reasons is owed, by whatever way and however late: a refusal, of all or of
    a part, also when its meeting was cancelled since (A16, B19, C28), and a wish nobody decided."""
    refused_in_part = scope == "own_part" and state in ("granted", "lapsed")
    return state in ("not_granted", "unanswered") or refused_in_part


@rule("A16", "B19", "C28", surface="card")
def is_finished(state: State, answer: Answer, scope: str = "whole") -> bool:
    """Whether nothing remains to be done. A refusal, of all or of a part, ends with delivered reasons
    and not before (A16, B19, C28), whatever became of its meeting; so does a wish nobody decided before
    the meeting: time alone is no answer."""
    if owes_reasons(state, scope):
        return answer == "delivered"
    if state == "granted":
        return answer in ("sent", "delivered")
    return state not in OPEN


@rule("A9", "B18", surface="card")
def is_late(profile: Profile, received_at: datetime, meeting_start: datetime | None) -> bool:
    """Whether the wish came late: a mark, never a reason to refuse (B18).

    With no number in the profile a wish is late once the meeting has begun; ``lead_working_days``
    are working days. A meeting without a time makes nothing late.
    """
    if meeting_start is None:
        return False
    if profile.lead_working_days is None:
        return received_at >= meeting_start
    return received_at > workdays_before(meeting_start, profile.lead_working_days)


@rule("A11", "A13", "B9", "C5", surface="card")
def check_ground(profile: Profile, ground: str, ground_text: str) -> tuple[Problem, ...]:
    """What is wrong with the ground as typed.

    Only a list that must be answered needs an answer, and own words with *something else*; not
    wishing to say is a choice of its own there (B9). Where a ground is expected the citizen is asked
    later instead (A13), and own words are free everywhere else (A11, C5).
    """
    if not ground.strip():
        return (Problem("ground", "ground_missing"),) if _must_choose(profile) else ()
    chosen = profile.ground(ground)
    if chosen is None:
        return (Problem("ground", "ground_unknown"),)
    if chosen.asks_for_text and _must_choose(profile) and not ground_text.strip():
        return (Problem("ground_text", "ground_text_missing"),)
    return ()


def _must_choose(profile: Profile) -> bool:
    return profile.ground_required == "optional"


@rule("A1", "C1", "C3", "C7", surface="card")
def check_role(profile: Profile, role: str, employee_type: str = "") -> tuple[Problem, ...]:
    """Whether the guideline covers who wishes to record (A1, C1).

    A recording by the municipality itself is no wish under any guideline here (C3). An employee's
    talk with a leader counts when it is one of the covered kinds (C7).
    """
    if role == MUNICIPALITY:
        return (Problem("role", "municipality_not_covered"),)
    if role not in profile.requester_roles:
        return (Problem("role", "role_not_covered"),)
    if role != EMPLOYEE:
        return ()
    if not employee_type:
        return (Problem("employee_type", "employee_type_missing"),)
    kind = profile.employee_meeting(employee_type)
    if kind is None or not kind.covered:
        return (Problem("employee_type", "employee_type_not_covered"),)
    return ()
