"""When the employee is prepared for a talk that may be recorded: on the last working day before, and
again right before it begins (C13)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Literal

from guidelines.rules import rule
from guidelines.workdays import COPENHAGEN, last_workday_before

Occasion = Literal["evening", "soon"]

AFTERNOON = time(16)
SOON = timedelta(minutes=10)
TOGETHER = timedelta(minutes=30)
"""So shortly before the talk one card is enough: whoever got none yet gets the last one at once."""


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
