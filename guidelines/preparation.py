"""When the employee is prepared for a talk that may be recorded: on the last working day before, and
again right before it begins (C13). Of a series nobody tells the next time: there once as soon as it may
come, and again before the time it usually has."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, time, timedelta
from typing import Literal

from guidelines.rules import rule
from guidelines.workdays import COPENHAGEN, last_workday_before

Occasion = Literal["evening", "soon", "next", "usual"]
UNTIMED: tuple[Occasion, ...] = ("next", "usual")
"""Of a series: whenever it is next, and before the time it usually has."""

AFTERNOON = time(16)
SOON = timedelta(minutes=10)
TOGETHER = timedelta(minutes=30)
"""So shortly before the talk one card is enough: whoever got none yet gets the last one at once."""
USUAL = timedelta(hours=1)
"""A call that began this far from the planned hour was one of the series' own times."""
LONGEST_GAP = timedelta(weeks=4)


def evening_before(starts_at: datetime) -> datetime:
    """Four in the afternoon in Denmark, on the last working day before the day of the talk."""
    day = last_workday_before(starts_at.astimezone(COPENHAGEN).date())
    return datetime.combine(day, AFTERNOON, COPENHAGEN)


@rule("C13", surface="card")
def occasion_due(starts_at: datetime, now: datetime, *, told: bool) -> Occasion | None:
    """Which card is due now; None before the first, and once the talk should have begun.

    ``told``: whether the person has had the card of the day before.
    """
    if now >= starts_at:
        return None
    if now >= starts_at - (SOON if told else TOGETHER):
        return "soon"
    return "evening" if now >= evening_before(starts_at) else None


def next_look(starts_at: datetime, now: datetime) -> datetime | None:
    """When a card is due next; None when there is none to come."""
    times = (evening_before(starts_at), starts_at - SOON)
    return next((at for at in times if at > now), None)


@rule("C13", surface="card")
def untimed_due(usual: datetime | None, now: datetime, had: Collection[str]) -> Occasion | None:
    """Which card is due where nobody tells the next time. ``usual``: when it is if it goes on as it did;
    ``had``: the occasions the person has had a card for since the last call."""
    if usual is not None and evening_before(usual) <= now < usual:
        return None if "usual" in had else "usual"
    return None if set(UNTIMED) & set(had) else "next"


def usual_next(first: datetime, held: Sequence[datetime], now: datetime) -> datetime | None:
    """When a series is next if it goes on as it did: as many weeks after its last time as that came after
    the one before, at the hour it was planned for. It is nobody's word, and a card says so.

    None without two times whole weeks apart, or when that time is past. ``first``: the time that Teams
    tells; ``held``: when its calls began.
    """
    planned = first.astimezone(COPENHAGEN)
    days = {planned.date()}
    for began in held:
        day = began.astimezone(COPENHAGEN).date()
        if abs(began - datetime.combine(day, planned.time(), COPENHAGEN)) <= USUAL:
            days.add(day)
    if len(days) < 2:
        return None
    before, last = sorted(days)[-2:]
    gap = last - before
    if gap.days % 7 or gap > LONGEST_GAP:
        return None
    at = datetime.combine(last + gap, planned.time(), COPENHAGEN)
    return at if at > now else None
