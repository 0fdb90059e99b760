"""The life of a call: whatever comes in whatever order, it never lies about where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.ledger import VOICES
from casework.meeting.call_states import (
    ENDS,
    IN_CALL,
    LIVE,
    NEEDS_A_PERSON,
    NOT_AGAIN,
    QUIET_ENDS,
    STEPS,
    end_of,
    step,
)

happenings = st.sampled_from(sorted(STEPS))


def test_the_usual_way() -> None:
    state, seen = "joining", []
    for what in (
        "waiting",
        "established",
        "reconciled",
        "asked",
        "completed",
        "asked",
        "completed",
    ):
        state = step(state, what)
        seen.append(state)
    assert seen == ["lobby", "established", "reconciled", "playing", "spoken", "playing", "spoken"]


@given(st.lists(happenings))
def test_spoken_only_after_a_prompt_was_asked_for_and_completed(course: list[str]) -> None:
    state = "joining"
    for at, what in enumerate(course):
        before, state = state, step(state, what)
        assert state in LIVE
        if state == "spoken" and before != "spoken":
            assert (before, what) == ("playing", "completed")
            assert "asked" in course[:at]


@given(st.sampled_from(ENDS), happenings)
def test_an_end_is_an_end(end: str, what: str) -> None:
    assert step(end, what) == end


@pytest.mark.parametrize(
    ("state", "code", "subcode", "how"),
    [
        ("spoken", 200, 5002, "alone"),
        ("spoken", 200, 5010, "alone"),
        ("spoken", 200, 5300, "removed"),
        ("playing", 200, 5000, "removed"),
        ("lobby", 200, 5855, "lobby_timeout"),
        ("lobby", 200, 5300, "denied"),
        ("joining", 403, 0, "denied"),
        ("joining", 200, 5013, "nobody_came"),
        ("spoken", 408, 8537, "keepalive_lost"),
        ("spoken", 408, 0, "keepalive_lost"),
        ("spoken", 500, 1, "lost"),
    ],
)
def test_microsofts_reasons(state: str, code: int, subcode: int, how: str) -> None:
    assert end_of(state, code, subcode) == how


def test_every_end_that_is_not_quiet_asks_a_person() -> None:
    assert set(ENDS) - set(QUIET_ENDS) <= set(NEEDS_A_PERSON)
    assert set(NOT_AGAIN) <= set(ENDS) - set(QUIET_ENDS)
    assert set(IN_CALL) < set(LIVE)
    assert set(LIVE) | set(NEEDS_A_PERSON) == set(VOICES)  # and each has words on the card
