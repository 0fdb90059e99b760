"""Working days in Denmark: weekends, public holidays and customary closing days do not count."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.workdays import (
    COPENHAGEN,
    is_workday,
    last_workday_before,
    next_morning,
    next_workday,
    workdays_before,
    workdays_until,
)

DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))
MOMENTS = st.builds(
    lambda day, hour: datetime(day.year, day.month, day.day, hour, tzinfo=UTC),
    DAYS,
    st.integers(0, 23),
)


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=COPENHAGEN)


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        (date(2026, 11, 23), True),  # a Monday
        (date(2026, 11, 21), False),  # a Saturday
        (date(2026, 11, 22), False),  # a Sunday
        (date(2026, 4, 2), False),  # Maundy Thursday
        (date(2026, 4, 3), False),  # Good Friday
        (date(2026, 4, 6), False),  # Easter Monday
        (date(2026, 5, 14), False),  # Ascension Day
        (date(2026, 6, 5), False),  # Constitution Day, customary
        (date(2026, 12, 24), False),  # Christmas Eve, customary
        (date(2026, 12, 25), False),
        (date(2026, 12, 31), False),  # New Year's Eve, customary
        (date(2026, 5, 1), True),  # 1 May 2026: Great Prayer Day is none since 2024
        (date(2026, 12, 30), True),
    ],
)
def test_when_offices_are_open(day: date, open_: bool) -> None:
    assert is_workday(day) is open_


@pytest.mark.rule("C20")
def test_the_next_working_day_leaps_over_christmas() -> None:
    assert next_workday(date(2026, 12, 23)) == date(2026, 12, 28)
    assert next_workday(date(2026, 4, 1)) == date(2026, 4, 7)
    assert next_morning(at(date(2026, 12, 23))) == at(date(2026, 12, 28), 9)


def test_the_last_working_day_before_leaps_back_over_easter() -> None:
    assert last_workday_before(date(2026, 4, 7)) == date(2026, 4, 1)
    assert last_workday_before(date(2026, 11, 25)) == date(2026, 11, 24)


def test_the_day_is_the_danish_one() -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # already Tuesday in Denmark
    assert next_morning(late) == at(date(2026, 11, 25), 9)
    assert workdays_until(late, at(date(2026, 11, 25))) == 1


def test_five_working_days_before() -> None:
    """Nordfyn: a meeting on Monday 14 December is asked for before Monday 7 December."""
    assert workdays_before(at(date(2026, 12, 14)), 5) == at(date(2026, 12, 7), 0)
    assert workdays_before(at(date(2026, 12, 28)), 5) == at(date(2026, 12, 17), 0)
    assert workdays_before(at(date(2026, 12, 14)), 0) == at(date(2026, 12, 14), 0)


def test_how_many_working_days_are_left() -> None:
    monday = at(date(2026, 12, 14))
    assert workdays_until(monday, monday) == 0
    assert workdays_until(monday, at(date(2026, 12, 18))) == 4
    assert workdays_until(monday, at(date(2026, 12, 21))) == 5
    assert workdays_until(monday, at(date(2026, 12, 1))) == 0


@given(day=DAYS)
def test_the_next_working_day_is_the_nearest(day: date) -> None:
    found = next_workday(day)
    assert found > day
    assert is_workday(found)
    between = (day + timedelta(days=n) for n in range(1, (found - day).days))
    assert not any(map(is_workday, between))


@given(day=DAYS)
def test_the_last_working_day_before_is_the_nearest(day: date) -> None:
    found = last_workday_before(day)
    assert found < day
    assert is_workday(found)
    between = (found + timedelta(days=n) for n in range(1, (day - found).days))
    assert not any(map(is_workday, between))


@given(moment=MOMENTS, days=st.integers(0, 30))
def test_counting_back_and_forth_agree(moment: datetime, days: int) -> None:
    """Whoever tells in the last moment of the day before is that many working days early."""
    latest = workdays_before(moment, days)
    last = moment.astimezone(COPENHAGEN).date()
    span = (latest.date() + timedelta(days=n) for n in range((last - latest.date()).days))
    assert sum(map(is_workday, span)) == days
    assert next_morning(moment) > moment
