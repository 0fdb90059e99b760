"""Who counts as told (B20)."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.announcement import (
    GRADES,
    Grade,
    at_least,
    better,
    is_informed,
    ledger_complete,
    may_be_by_phone,
)
from guidelines.profile import Evidence, load_profile

P = load_profile("frederiksberg")
grades = st.sampled_from(GRADES)
least = st.sampled_from(["accepted", "prompt_completed", "confirmed"])


def test_the_order_of_evidence() -> None:
    assert GRADES == ("none", "posted", "accepted", "prompt_completed", "confirmed")
    assert [is_informed(P, grade) for grade in GRADES] == [False, False, True, True, True]
    with pytest.raises(ValueError, match="seen"):
        at_least("seen", "posted")


@pytest.mark.rule("B20")
@given(least, grades)
def test_a_post_alone_never_counts(evidence: Evidence, grade: Grade) -> None:
    profile = dataclasses.replace(P, least_evidence=evidence)
    assert not is_informed(profile, "none")
    assert not is_informed(profile, "posted")
    assert is_informed(profile, "confirmed")
    assert is_informed(profile, grade) == (GRADES.index(grade) >= GRADES.index(evidence))


@given(grades, grades)
def test_evidence_is_never_lost(one: Grade, other: Grade) -> None:
    assert better(one, other) == better(other, one)
    assert at_least(better(one, other), one)
    assert better(one, other) in (one, other)


@pytest.mark.rule("B20")
@given(st.lists(grades), st.one_of(st.none(), grades))
def test_complete_means_everybody(rows: list[Grade], phone: Grade | None) -> None:
    complete = ledger_complete(P, rows, phone)
    assert complete == (
        bool(rows)
        and all(is_informed(P, grade) for grade in rows)
        and (phone is None or phone in ("prompt_completed", "confirmed"))
    )
    assert not ledger_complete(P, [*rows, "posted"], phone)


@pytest.mark.rule("B20")
def test_a_text_spoken_to_its_end_is_enough_by_phone_only_where_it_is_elsewhere() -> None:
    sure = dataclasses.replace(P, least_evidence="confirmed")
    assert not ledger_complete(sure, ["confirmed"], "prompt_completed")
    assert ledger_complete(sure, ["confirmed"], "confirmed")
    easy = dataclasses.replace(P, least_evidence="accepted")
    assert not ledger_complete(easy, ["accepted"], "accepted")


@pytest.mark.rule("B20")
def test_who_listens_by_phone() -> None:
    assert may_be_by_phone(dial_in=True, said=None)
    assert may_be_by_phone(dial_in=None, said=None)
    assert not may_be_by_phone(dial_in=False, said=None)
    assert may_be_by_phone(dial_in=False, said=True)
    assert may_be_by_phone(dial_in=True, said=False), "somebody may still dial in"
    assert not may_be_by_phone(dial_in=False, said=False)
