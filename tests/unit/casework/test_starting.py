"""Whose turn it is when a meeting is looked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casework.jobs.starting import MOST_ASKED, turn_of


@given(st.integers(0, 60), st.integers(0, 500))
def test_a_dozen_at_a_time_and_each_has_a_turn(count: int, number: int) -> None:
    others = [f"p{at}" for at in range(count)]
    rounds = -(-count // MOST_ASKED)
    turns = [turn_of(others, number + at) for at in range(rounds)]
    assert all(len(turn) == len(set(turn)) <= MOST_ASKED for turn in turns)
    assert {oid for turn in turns for oid in turn} == set(others)
