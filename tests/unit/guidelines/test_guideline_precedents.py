"""Equal treatment: like cases, and what of them may be shown (C10, C11)."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.precedents import (
    EarlierCase,
    LikeCase,
    allowed_before,
    considerations,
    has_considerations,
    like,
    quarter_of,
    suppress_small,
)
from guidelines.profile import Profile, load_profile

P = load_profile("albertslund")


def case(**changes: Any) -> EarlierCase:
    plain = EarlierCase("2026-3", "citizen", "memory", "granted", "phone")
    return dataclasses.replace(plain, **changes)


@pytest.mark.rule("C10", "C11")
def test_same_relation_and_same_ground_are_like_even_a_single_one() -> None:
    cases = [
        case(),
        case(relation="employee"),
        case(ground="notes"),
        case(quarter="2026-4", outcome="not_granted", meeting_kind="virtual"),
        case(quarter="2025-1", outcome="own_part"),
    ]
    found = like(P, cases, relation="citizen", ground="memory")
    assert found == (
        LikeCase("2026-4", "not_granted", "virtual"),
        LikeCase("2026-3", "granted", "phone"),
        LikeCase("2025-1", "own_part", "phone"),
    )
    assert [one.allowed for one in found] == [False, True, True]
    assert allowed_before(found) == 2
    assert like(P, cases, relation="employee", ground="memory") == (
        LikeCase("2026-3", "granted", "phone"),
    )
    assert allowed_before([]) == 0


@pytest.mark.rule("C10")
def test_a_ground_is_the_same_when_it_reads_the_same() -> None:
    """As it comes from the database: equal, and not the same object."""
    stored = "".join(list("memory"))
    assert len(like(P, [case(ground=stored)], relation="citizen", ground="memory")) == 1


def test_what_was_never_said_cannot_be_compared() -> None:
    for ground in ("", "undisclosed", "diagnosis"):
        assert like(P, [case(ground=ground)], relation="citizen", ground=ground) == ()
        assert not has_considerations(P, ground)
    assert has_considerations(P, "memory")


@pytest.mark.rule("C10")
@pytest.mark.parametrize("ground", ["", "undisclosed", "notes"])
def test_what_speaks_against_now_and_did_then_makes_a_case_like(ground: str) -> None:
    cases = [
        case(against=frozenset({"others_affairs", "purpose"})),
        case(quarter="2026-4", outcome="not_granted", against=frozenset({"others_affairs"})),
        case(against=frozenset({"history"})),
        case(relation="employee", against=frozenset({"others_affairs"})),
    ]
    against = frozenset({"others_affairs"})
    found = like(P, cases, relation="citizen", ground=ground, against=against)
    assert [(one.quarter, one.outcome) for one in found] == [
        ("2026-4", "not_granted"),
        ("2026-3", "granted"),
    ]


@pytest.mark.rule("C10")
def test_another_kind_of_talk_is_another_case() -> None:
    cases = [case(relation="employee", employee_type="sickness_absence")]
    for kind, found in (("sickness_absence", 1), ("official", 0), ("", 0)):
        same = like(P, cases, relation="employee", ground="memory", employee_type=kind)
        assert len(same) == found


@pytest.mark.rule("C10")
def test_what_speaks_against_is_the_ground_of_the_refusal_or_what_the_case_holds() -> None:
    assessed = load_profile("frederiksberg")
    verdicts = {"remember": "for", "purpose": "against", "companion": "against"}

    def codes(profile: Profile, ground: str, *, others: bool) -> set[str]:
        return set(
            considerations(profile, refusal_ground=ground, verdicts=verdicts, others_affairs=others)
        )

    assert codes(P, "history", others=True) == {"history"}
    two = dataclasses.replace(P, refusal_grounds=P.refusal_grounds[:2])
    assert codes(two, "history", others=True) == {"history"}
    assert codes(P, "", others=True) == {"others_affairs"}
    assert codes(P, "", others=False) == set()
    only = assessed.refusal_grounds[0].id
    assert codes(assessed, only, others=False) == codes(assessed, "", others=False)
    assert codes(assessed, only, others=True) - codes(assessed, "", others=False) == {"others"}
    assert codes(assessed, only, others=False) == {"purpose", "companion"}


@pytest.mark.rule("C11")
def test_nothing_finer_than_the_quarter_and_no_unit_is_shown() -> None:
    (one,) = like(P, [case()], relation="citizen", ground="memory")
    assert dataclasses.asdict(one).keys() == {
        "quarter",
        "outcome",
        "meeting_kind",
        "employee_type",
    }  # C10: the kind of talk


@pytest.mark.parametrize(
    ("moment", "quarter"),
    [
        (datetime(2026, 1, 1, tzinfo=UTC), "2026-1"), (datetime(2026, 3, 31, tzinfo=UTC), "2026-1"),
        (datetime(2026, 4, 1, tzinfo=UTC), "2026-2"), (datetime(2026, 9, 30, 21, tzinfo=UTC), "2026-3"),
        (datetime(2026, 9, 30, 22, tzinfo=UTC), "2026-4"), (datetime(2026, 12, 31, 22, tzinfo=UTC), "2026-4"),
        (datetime(2026, 12, 31, 23, tzinfo=UTC), "2027-1"),
    ],
)  # fmt: skip
def test_the_quarter_is_the_one_in_denmark(moment: datetime, quarter: str) -> None:
    assert quarter_of(moment) == quarter


@pytest.mark.rule("C11")
@given(st.dictionaries(st.integers(), st.integers(0, 12)), st.integers(1, 9))
def test_small_numbers_are_left_out(counts: dict[int, int], least: int) -> None:
    shown = suppress_small(counts, least)
    assert shown.keys() == counts.keys()
    for key, number in counts.items():
        assert shown[key] == (None if number < least else number)


@pytest.mark.rule("C11")
def test_small_is_under_five() -> None:
    assert suppress_small({"a": 4, "b": 5, "c": 0}) == {"a": None, "b": 5, "c": None}
