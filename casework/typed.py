"""A day and a time of day as a card sends what people typed, and a moment as a card carries it."""

from __future__ import annotations

from datetime import date, datetime, time


def day_of(typed: str) -> date | None:
    """The day; None for what is no day."""
    try:
        return datetime.strptime(typed, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def time_of(typed: str) -> time | None:
    """The time of day; None for what is none."""
    try:
        return datetime.strptime(typed, "%H:%M").time()  # noqa: DTZ007 - its day gives the zone
    except ValueError:
        return None


def moment_of(carried: str) -> datetime | None:
    """The moment a card carries; None for what is none."""
    try:
        moment = datetime.fromisoformat(carried)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
