"""When the employee is prepared: on the last working day before, and ten minutes before (C13)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.preparation import (
    evening_before,
    next_look,
    occasion_due,
    untimed_due,
    usual_next,
)
from guidelines.workdays import COPENHAGEN, is_workday

MOMENTS = st.builds(
    lambda day, minutes: datetime.combine(day, time(), COPENHAGEN) + timedelta(minutes=minutes),
    st.dates(date(2025, 1, 1), date(2035, 1, 1)),
    st.integers(0, 24 * 60 - 1),
)


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=COPENHAGEN)


@pytest.mark.parametrize(
    ("meeting", "evening"),
    [
        (at(12, 2, 10), at(12, 1, 16)),  # a Wednesday
        (at(11, 30, 8), at(11, 27, 16)),  # a Monday: on the Friday
        (at(4, 7, 9), at(4, 1, 16)),  # after Easter: on the Wednesday before
        (at(12, 28, 9), at(12, 23, 16)),  # after Christmas, whose 24th is customarily closed
    ],
)
def test_the_afternoon_of_the_last_working_day(meeting: datetime, evening: datetime) -> None:
    assert evening_before(meeting) == evening


MEETING = at(12, 2, 10)


@pytest.mark.rule("C13")
@pytest.mark.parametrize(
    ("now", "told", "due"),
    [
        (at(12, 1, 15, 59), False, None),
        (at(12, 1, 16), False, "evening"),
        (at(12, 2, 9, 29), False, "evening"),
        (at(12, 2, 9, 30), False, "soon"),
        (at(12, 2, 9, 30), True, "evening"),
        (at(12, 2, 9, 49), True, "evening"),
        (at(12, 2, 9, 50), True, "soon"),
        (at(12, 2, 9, 59), False, "soon"),
        (at(12, 2, 10), False, None),
        (at(12, 2, 10), True, None),
        (at(12, 2, 10, 1), False, None),
    ],
)
def test_what_is_due(now: datetime, told: bool, due: str | None) -> None:
    assert occasion_due(MEETING, now, told=told) == due


@pytest.mark.parametrize(
    ("now", "look"),
    [
        (at(11, 1, 10), at(12, 1, 16)),
        (at(12, 1, 16), at(12, 2, 9, 50)),
        (at(12, 2, 9, 49), at(12, 2, 9, 50)),
        (at(12, 2, 9, 50), None),
    ],
)
def test_when_to_look_again(now: datetime, look: datetime | None) -> None:
    assert next_look(MEETING, now) == look


@given(MOMENTS)
def test_nobody_is_disturbed_on_a_day_off(meeting: datetime) -> None:
    evening = evening_before(meeting)
    assert is_workday(evening.date())
    assert evening < meeting
    assert next_look(meeting, evening - timedelta(seconds=1)) == evening


FIRST = at(10, 5, 10)  # a Monday


@pytest.mark.parametrize(
    ("held", "now", "expected"),
    [
        ([], at(10, 6, 8), None),  # once is no habit
        ([at(10, 12, 9, 55)], at(10, 13, 8), at(10, 19, 10)),
        (
            [at(10, 12, 10), at(10, 26, 10, 5)],
            at(10, 27, 8),
            at(11, 9, 10),
        ),  # over the change of clocks
        ([at(10, 12, 10), at(10, 14, 10)], at(10, 15, 8), None),  # not whole weeks apart
        (
            [at(10, 12, 10), at(10, 14, 13)],
            at(10, 15, 8),
            at(10, 19, 10),
        ),  # another hour: by the way
        ([at(12, 7, 10)], at(12, 8, 8), None),  # too far apart to be a habit
        ([at(10, 12, 10)], at(10, 19, 10), None),  # past, and nobody saw it
    ],
)
def test_what_a_series_usually_does(
    held: list[datetime], now: datetime, expected: datetime | None
) -> None:
    assert usual_next(FIRST, held, now) == expected


@pytest.mark.rule("C13")
@pytest.mark.parametrize(
    ("usual", "now", "had", "due"),
    [
        (None, at(10, 13, 8), (), "next"),
        (None, at(10, 13, 8), ("next",), None),
        (at(10, 19, 10), at(10, 13, 8), (), "next"),
        (at(10, 19, 10), at(10, 16, 15, 59), ("next",), None),
        (at(10, 19, 10), at(10, 16, 16), ("next",), "usual"),
        (at(10, 19, 10), at(10, 16, 16), ("usual",), None),
        (at(10, 19, 10), at(10, 19, 10), ("usual",), None),
    ],
)
def test_where_nobody_tells_the_next_time(
    usual: datetime | None, now: datetime, had: tuple[str, ...], due: str | None
) -> None:
    assert untimed_due(usual, now, had) == due
