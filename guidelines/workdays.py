"""Working days in Denmark: no weekends, no public holidays, and the days most offices are closed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from guidelines.rules import rule

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
CUSTOMARY = frozenset({(6, 5), (12, 24), (12, 31)})
"""Month and day of customary closing days that are no public holidays (domain 2.5, 3)."""
OPENS = time(9)


def is_workday(day: date) -> bool:
    """Whether offices are open: not at weekends, on public holidays or customary closing days."""
    closed = (day.month, day.day) in CUSTOMARY or day in _holidays(day.year)
    return day.weekday() < 5 and not closed


def next_workday(day: date) -> date:
    """The first working day after ``day``."""
    while True:
        day += timedelta(days=1)
        if is_workday(day):
            return day


def last_workday_before(day: date) -> date:
    """The last working day before ``day``."""
    while True:
        day -= timedelta(days=1)
        if is_workday(day):
            return day


def workdays_before(moment: datetime, days: int) -> datetime:
    """The latest time with ``days`` whole working days between its day and that of ``moment``: the
    end of that day in Denmark."""
    day = moment.astimezone(COPENHAGEN).date()
    left = days
    while left:
        day -= timedelta(days=1)
        left -= is_workday(day)
    return datetime.combine(day, time(), COPENHAGEN)


def workdays_until(now: datetime, moment: datetime) -> int:
    """How many working days lie from the day after ``now`` up to the day of ``moment``."""
    day, end = now.astimezone(COPENHAGEN).date(), moment.astimezone(COPENHAGEN).date()
    count = 0
    while day < end:
        day += timedelta(days=1)
        count += is_workday(day)
    return count


@rule("C20", surface="card")
def next_morning(now: datetime) -> datetime:
    """Nine o'clock in Denmark on the next working day: when somebody is reminded again (C20)."""
    day = next_workday(now.astimezone(COPENHAGEN).date())
    return datetime.combine(day, OPENS, COPENHAGEN)


@cache
def _holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("DK", years=year))
