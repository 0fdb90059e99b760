"""How often what Teams holds is read again: the paces, as numbers that the bench counts with."""

from __future__ import annotations

from datetime import datetime, timedelta

from store.blocks import Paces

RUNNING = timedelta(minutes=5)
NEAR = timedelta(minutes=15)
FAR = timedelta(hours=6)
PAST = timedelta(hours=24)
"""A switch is read again after so long: while the meeting runs, in its last day, before that (and
in the day after its time, when one that was broken off is moved ahead), and later than that. Each occasion (install, decision, ten minutes before, start, a signal) reads besides."""
SOON_IS = timedelta(days=1)
MAY_BE_MOVED = timedelta(days=14)
"""So long after its time a meeting may yet be moved ahead, and is still looked at."""
STALE = 2
"""A reading older than this many paces holds no longer."""

PACES = Paces(
    running=RUNNING, near=NEAR, far=FAR, past=PAST, soon_is=SOON_IS, may_be_moved=MAY_BE_MOVED
)
TICK = timedelta(minutes=1)
"""How often the sweep looks whether anything is due."""
SLICE = 10
"""Batches in one go; then other jobs come first, and it goes on where it left off."""
LONGEST_WAIT = timedelta(minutes=10)


def pace(
    state: str,
    starts_at: datetime | None,
    now: datetime,
    *,
    ends_at: datetime | None = None,
    running: bool = False,
) -> timedelta:
    """How long after one reading of the switches the next one comes."""
    if running:
        return RUNNING
    if state != "coming":
        return FAR if ends_at and now - ends_at < SOON_IS else PAST
    soon = starts_at is None or starts_at - now < SOON_IS
    return NEAR if soon else FAR


def after_trouble(seconds: float | None) -> timedelta:
    """When to ask again after Graph did not answer: what it asks for, within bounds."""
    return min(max(timedelta(seconds=seconds or 0), TICK), LONGEST_WAIT)


def is_stale(read_at: datetime | None, pace_: timedelta, now: datetime) -> bool:
    """Whether what was read last may no longer be told as what holds."""
    return read_at is None or now - read_at > STALE * pace_
