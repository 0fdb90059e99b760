"""The course of a wish and of its answer (A1, A6, A9, A13, A16, B8, B9, B17–B19, C1–C7, C28)."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.problem import Problem
from guidelines.profile import Profile, load_profile
from guidelines.request import (
    OPEN,
    Answer,
    AnswerEvent,
    Event,
    IllegalMove,
    State,
    check_ground,
    check_role,
    first_event,
    is_finished,
    is_late,
    next_answer,
    next_state,
    owes_reasons,
    refusal_event,
)

A, P, C = (load_profile(name) for name in ("nyborg", "frederiksberg", "albertslund"))
START = datetime(2026, 12, 1, 12, tzinfo=UTC)
STATES, EVENTS = get_args(State), get_args(Event)
ANSWERS, ANSWER_EVENTS = get_args(Answer), get_args(AnswerEvent)


@pytest.mark.parametrize("state", sorted(OPEN))
def test_a_person_may_decide_while_it_is_open(state: State) -> None:
    assert next_state(state, "grant") == "granted"
    assert next_state(state, "refuse") == "not_granted"
    assert next_state(state, "ask_leader") == "awaiting_leader"
    assert next_state(state, "meeting_over") == "unanswered"


@pytest.mark.rule("A6", "B8", "C14")
@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("state", STATES)
def test_only_a_decision_decides(state: State, event: Event) -> None:
    """Nothing becomes granted or not granted by itself, and nothing is decided twice."""
    try:
        after = next_state(state, event)
    except IllegalMove:
        return
    if state == "not_granted":  # a refusal outlives its meeting, and nothing else can happen to it
        assert (event, after) == ("meeting_cancelled", "not_granted")
        return
    assert state in OPEN or (state == "granted" and after in ("withdrawn", "lapsed"))
    assert (after == "granted") == (event in ("grant", "limit"))
    assert (after == "not_granted") == (event == "refuse")


@pytest.mark.rule("C6")
@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("state", STATES)
def test_a_notice_holds_until_somebody_refuses_it(state: State, event: Event) -> None:
    try:
        after = next_state(state, event, notice=True)
    except IllegalMove:
        return
    if state == "not_granted":
        assert (event, after) == ("meeting_cancelled", "not_granted")
        return
    assert (after == "granted") == (event in ("grant", "limit", "notice", "limit_notice"))
    assert (after == "not_granted") == (event in ("refuse", "refuse_notice"))
    if event in ("refuse_notice", "limit_notice"):
        assert state == "granted"
    if event == "notice":
        assert state == "received"


def test_an_agreement_is_kept_but_a_notice_can_be_answered_with_a_no() -> None:
    assert next_state("received", "notice", notice=True) == "granted"
    assert next_state("granted", "refuse_notice", notice=True) == "not_granted"
    assert next_state("granted", "limit_notice", notice=True) == "granted"
    for event in ("notice", "refuse_notice", "limit_notice"):
        for state in STATES:
            with pytest.raises(IllegalMove):
                next_state(state, event)
    with pytest.raises(IllegalMove, match="refuse is not possible when granted"):
        next_state("granted", "refuse", notice=True)
    assert next_state("granted", "meeting_cancelled") == "lapsed"
    assert next_state("granted", "withdraw") == "withdrawn"


@pytest.mark.parametrize("state", sorted(OPEN))
def test_the_refusing_event_fits_the_state(state: State) -> None:
    assert refusal_event(state) == "refuse"
    assert refusal_event(state, partial=True) == "limit"
    assert next_state(state, "limit") == "granted"
    assert refusal_event("granted") == "refuse_notice"
    assert refusal_event("granted", partial=True) == "limit_notice"


@pytest.mark.parametrize("state", sorted(OPEN))
def test_an_open_wish_moves_between_those_who_look_at_it(state: State) -> None:
    assert next_state(state, "assess") == "under_assessment"
    assert next_state(state, "ask_information") == "awaiting_information"
    assert next_state(state, "return_to_department") == "received"
    assert next_state(state, "withdraw") == "withdrawn"
    assert next_state(state, "meeting_cancelled") == "lapsed"


@pytest.mark.rule("A13", "C6")
def test_what_happens_first() -> None:
    """A ground that is expected but missing is asked for; where telling is enough, it holds."""
    assert first_event(A, " ") == "ask_information"
    assert first_event(A, "memory") is None
    assert first_event(A, "undisclosed") is None
    assert first_event(P, "") is None
    assert first_event(C, "") == first_event(C, "memory") == "notice"
    for profile in (A, P):
        assert first_event(profile, "") not in ("refuse", "grant")


@given(st.lists(st.sampled_from(EVENTS), max_size=12))
def test_at_most_one_decision_in_any_course(events: list[Event]) -> None:
    state: State = "received"
    decisions = 0
    for event in events:
        try:
            state = next_state(state, event)
        except IllegalMove:
            continue
        decisions += event in ("grant", "refuse", "limit")
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


@pytest.mark.rule("A16", "B19", "C28")
@pytest.mark.parametrize("scope", ["whole", "own_part"])
@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("state", STATES)
def test_a_refusal_ends_with_delivered_reasons(state: State, answer: Answer, scope: str) -> None:
    done = is_finished(state, answer, scope)
    in_part = scope == "own_part" and state in ("granted", "lapsed")
    owed = state in ("not_granted", "unanswered") or in_part
    assert owes_reasons(state, scope) == owed
    if owed:
        assert done == (answer == "delivered")
    elif state == "granted":
        assert done == (answer in ("sent", "delivered"))
        assert is_finished(state, answer) == done
    else:
        assert not owes_reasons(state)
        assert done == (state in ("withdrawn", "lapsed"))


@pytest.mark.rule("A16", "B19")
@pytest.mark.parametrize("state", sorted(OPEN))
@pytest.mark.parametrize("answer", ANSWERS)
def test_time_alone_is_no_answer(state: State, answer: Answer) -> None:
    """A meeting that is over decides nothing; only that it is cancelled ends a wish without a word."""
    assert is_finished(next_state(state, "meeting_over"), answer) == (answer == "delivered")
    assert is_finished(next_state(state, "meeting_cancelled"), answer)
    with pytest.raises(IllegalMove):
        next_state("unanswered", "meeting_cancelled")


@pytest.mark.rule("A9", "B18")
@pytest.mark.parametrize("profile", [A, P, C], ids=lambda p: p.id)
def test_without_a_number_late_is_only_after_the_start(profile: Profile) -> None:
    assert not is_late(profile, START - timedelta(seconds=1), START)
    assert is_late(profile, START, START)
    assert is_late(profile, START + timedelta(minutes=1), START)
    assert not is_late(profile, START, None)


@pytest.mark.rule("B18")
def test_with_a_number_late_is_counted_in_working_days() -> None:
    """Nordfyn: five working days. The meeting is Tuesday 1 December 2026 at 13 in Denmark."""
    five = dataclasses.replace(P, lead_working_days=5)
    tuesday_before = datetime(2026, 11, 23, 23, tzinfo=UTC)  # midnight in Denmark, Tuesday the 24th
    assert not is_late(five, tuesday_before, START)
    assert not is_late(five, tuesday_before - timedelta(days=30), START)
    assert is_late(five, tuesday_before + timedelta(seconds=1), START)
    assert not is_late(five, tuesday_before + timedelta(days=9), None)


@given(st.timedeltas(timedelta(days=-9), timedelta(days=9)), st.sampled_from([None, 1, 3]))
def test_later_is_never_less_late(gap: timedelta, days: int | None) -> None:
    profile = dataclasses.replace(P, lead_working_days=days)
    if is_late(profile, START + gap, START):
        assert is_late(profile, START + gap + timedelta(seconds=1), START)


@pytest.mark.rule("B9")
def test_a_ground_is_chosen_but_may_be_kept() -> None:
    """The list is open, and not wishing to say is a choice."""
    assert check_ground(P, " ", "") == (Problem("ground", "ground_missing"),)
    assert check_ground(P, "diagnosis", "") == (Problem("ground", "ground_unknown"),)
    assert check_ground(P, "other", " ") == (Problem("ground_text", "ground_text_missing"),)
    assert check_ground(P, "other", "Jeg kan ikke skrive med hånden.") == ()
    assert check_ground(P, "undisclosed", "") == ()
    assert check_ground(P, "remember", "") == ()


@pytest.mark.rule("A11", "A13", "C5")
@pytest.mark.parametrize("profile", [A, C], ids=lambda p: p.id)
def test_elsewhere_a_wish_needs_no_ground_and_no_words(profile: Profile) -> None:
    assert check_ground(profile, "", "") == ()
    assert check_ground(profile, "other", "") == ()
    assert check_ground(profile, "memory", "") == ()
    assert check_ground(profile, "diagnosis", "") == (Problem("ground", "ground_unknown"),)


@pytest.mark.rule("A1", "C1")
@pytest.mark.parametrize("role", ["citizen", "representative"])
def test_citizens_and_those_who_act_for_them_are_covered(role: str) -> None:
    for profile in (A, P, C):
        assert check_role(profile, role) == ()
        assert check_role(profile, role, "appraisal") == ()


@pytest.mark.rule("A1", "C1", "C3", "C7")
def test_who_is_not_covered_is_told_so() -> None:
    def code(profile: Profile, role: str, kind: str = "") -> list[tuple[str, str]]:
        typed = "".join(role)  # as it comes from a form: no constant of ours
        return [(problem.field, problem.code) for problem in check_role(profile, typed, kind)]

    for profile in (A, P):
        assert code(profile, "employee", "sickness") == [("role", "role_not_covered")]
    for profile in (A, P, C):
        assert code(profile, "journalist") == [("role", "role_not_covered")]
        assert code(profile, "municipality") == [("role", "municipality_not_covered")]
    assert code(C, "employee") == [("employee_type", "employee_type_missing")]
    for kind in ("appraisal", "one_to_one", "coffee"):
        assert code(C, "employee", kind) == [("employee_type", "employee_type_not_covered")]
    for kind in ("sickness", "official", "other_companion"):
        assert code(C, "employee", kind) == []
