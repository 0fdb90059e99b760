"""The course of a wish to record: its states, the states of its answer, and when it is late."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from guidelines.problem import Problem
from guidelines.profile import Profile
from guidelines.workdays import workdays_before

State = Literal[
    "received", "under_assessment", "awaiting_information", "awaiting_leader",
    "granted", "not_granted", "withdrawn", "lapsed",
]  # fmt: skip
Event = Literal[
    "assess", "ask_information", "ask_leader", "return_to_department",
    "grant", "refuse", "withdraw", "meeting_cancelled", "meeting_over",
]  # fmt: skip
Answer = Literal["none", "ready", "sent", "delivered", "failed"]
AnswerEvent = Literal["prepare", "send", "fail", "deliver"]

OPEN: frozenset[State] = frozenset(
    {"received", "under_assessment", "awaiting_information", "awaiting_leader"}
)


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
        "withdraw": "withdrawn",
        "meeting_cancelled": "lapsed",
        "meeting_over": "lapsed",
    }
    return {(state, event): after for state in OPEN for event, after in result.items()}


_MOVES: dict[tuple[State, Event], State] = {
    **_open_moves(),
    ("granted", "withdraw"): "withdrawn",
    ("granted", "meeting_cancelled"): "lapsed",
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


def next_state(state: State, event: Event) -> State:
    """The state after ``event``. Raises ``IllegalMove``.

    Only a person's ``grant`` or ``refuse`` decides (B8): no time that passes does. New information
    after a refusal is a new wish; a moved meeting changes nothing.
    """
    try:
        return _MOVES[state, event]
    except KeyError:
        raise IllegalMove(state, event) from None


def next_answer(answer: Answer, event: AnswerEvent) -> Answer:
    """The answer's state after ``event``. Raises ``IllegalMove``.

    ``sent`` is not ``delivered``: only a recorded fact delivers (B19).
    """
    try:
        return _ANSWERS[answer, event]
    except KeyError:
        raise IllegalMove(answer, event) from None


def is_finished(state: State, answer: Answer) -> bool:
    """Whether nothing remains to be done. A refusal ends with delivered reasons, not before (B19)."""
    if state == "not_granted":
        return answer == "delivered"
    if state == "granted":
        return answer in ("sent", "delivered")
    return state not in OPEN


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


def check_ground(profile: Profile, ground: str, ground_text: str) -> tuple[Problem, ...]:
    """What is wrong with the ground as typed (B9). Not wishing to say is a choice of its own."""
    if not ground.strip():
        return (Problem("ground", "ground_missing"),)
    chosen = profile.ground(ground)
    if chosen is None:
        return (Problem("ground", "ground_unknown"),)
    if chosen.asks_for_text and not ground_text.strip():
        return (Problem("ground_text", "ground_text_missing"),)
    return ()
