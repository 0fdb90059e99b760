"""The course of a wish and of its answer (B8, B9, B17–B19)."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.problem import Problem
from guidelines.profile import load_profile
from guidelines.request import (
    OPEN,
    Answer,
    AnswerEvent,
    Event,
    IllegalMove,
    State,
    check_ground,
    is_finished,
    is_late,
    next_answer,
    next_state,
)

P = load_profile("frederiksberg")
START = datetime(2026, 12, 1, 12, tzinfo=UTC)
STATES, EVENTS = get_args(State), get_args(Event)
ANSWERS, ANSWER_EVENTS = get_args(Answer), get_args(AnswerEvent)


@pytest.mark.parametrize("state", sorted(OPEN))
def test_a_person_may_decide_while_it_is_open(state: State) -> None:
    assert next_state(state, "grant") == "granted"
    assert next_state(state, "refuse") == "not_granted"
    assert next_state(state, "ask_leader") == "awaiting_leader"
    assert next_state(state, "meeting_over") == "lapsed"


@given(st.sampled_from(STATES), st.sampled_from(EVENTS))
def test_only_a_decision_decides(state: State, event: Event) -> None:
    """B8: nothing becomes granted or not granted by itself, and nothing is decided twice."""
    try:
        after = next_state(state, event)
    except IllegalMove:
        return
    assert state in OPEN or (state == "granted" and after in ("withdrawn", "lapsed"))
    assert (after == "granted") == (event == "grant")
    assert (after == "not_granted") == (event == "refuse")


@given(st.lists(st.sampled_from(EVENTS), max_size=12))
def test_at_most_one_decision_in_any_course(events: list[Event]) -> None:
    state: State = "received"
    decisions = 0
    for event in events:
        try:
            state = next_state(state, event)
        except IllegalMove:
            continue
        decisions += event in ("grant", "refuse")
    assert decisions <= 1


@given(st.lists(st.sampled_from(ANSWER_EVENTS), max_size=12))
def test_an_answer_is_delivered_only_by_a_recorded_fact(events: list[AnswerEvent]) -> None:
    answer: Answer = "none"
    recorded = False
    for event in events:
        try:
            answer = next_answer(answer, event)
        except IllegalMove:
            continue
        recorded |= event == "deliver"
    assert (answer == "delivered") == recorded


def test_sent_may_still_fail() -> None:
    assert next_answer("sent", "fail") == "failed"
    assert next_answer("failed", "send") == "sent"
    with pytest.raises(IllegalMove, match="send is not possible when delivered") as caught:
        next_answer("delivered", "send")
    assert (caught.value.state, caught.value.event) == ("delivered", "send")


@given(st.sampled_from(STATES), st.sampled_from(ANSWERS))
def test_a_refusal_ends_with_delivered_reasons(state: State, answer: Answer) -> None:
    """B19."""
    done = is_finished(state, answer)
    if state == "not_granted":
        assert done == (answer == "delivered")
    elif state == "granted":
        assert done == (answer in ("sent", "delivered"))
    else:
        assert done == (state in ("withdrawn", "lapsed"))


def test_without_a_number_late_is_only_after_the_start() -> None:
    """B18."""
    assert not is_late(P, START - timedelta(seconds=1), START)
    assert is_late(P, START, START)
    assert is_late(P, START + timedelta(minutes=1), START)
    assert not is_late(P, START, None)


def test_with_a_guide_value_late_is_after_it() -> None:
    guided = dataclasses.replace(P, guide_days=3)
    assert not is_late(guided, START - timedelta(days=3), START)
    assert is_late(guided, START - timedelta(days=3) + timedelta(seconds=1), START)


@given(st.timedeltas(timedelta(days=-9), timedelta(days=9)))
def test_later_is_never_less_late(gap: timedelta) -> None:
    if is_late(P, START + gap, START):
        assert is_late(P, START + gap + timedelta(seconds=1), START)


def test_a_ground_is_chosen_but_may_be_kept() -> None:
    """B9: the list is open, and not wishing to say is a choice."""
    assert check_ground(P, " ", "") == (Problem("ground", "ground_missing"),)
    assert check_ground(P, "diagnosis", "") == (Problem("ground", "ground_unknown"),)
    assert check_ground(P, "other", " ") == (Problem("ground_text", "ground_text_missing"),)
    assert check_ground(P, "other", "Jeg kan ikke skrive med hånden.") == ()
    assert check_ground(P, "undisclosed", "") == ()
    assert check_ground(P, "remember", "") == ()
