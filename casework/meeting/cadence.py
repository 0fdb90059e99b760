"""How often what Teams holds is read again: the paces, as numbers that the bench counts with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from store.blocks import Paces, Watched

RUNNING = timedelta(minutes=2)
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

CHATS_A_SECOND = 15
"""So many chats are read in a second at most because the clock says so. Graph lets an app read 20 in one
tenant ("Microsoft Graph service-specific throttling limits", Microsoft Teams); the rest is for looks
that Graph's own notifications ask for."""
LESS_OFTEN = 8
"""So many times the usual pace passes between two looks at a chat that Graph tells of by itself, or whose
call is over: what Teams writes of it then comes late anyway."""
LOOKED_AT = timedelta(minutes=25)
"""Whose next look is due within so long counts among those that are watched."""
CLOSELY = timedelta(seconds=10)
"""While somebody seems to be at it, the watch reads the switches too, this often at most."""
WARY = timedelta(minutes=10)
"""So long after a switch was put back the watch goes on reading the switches."""

ONE_MEETING = timedelta(hours=12)
"""What lies further apart belongs to two times of a series; and a card that old is not seen when it
changes, so that a new one is posted."""


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


def watch_pace(often: timedelta, watched: Watched, *, seldom: bool) -> timedelta:
    """How long from one look at a running meeting's chat to the next: as often as was set, but never
    more chats in a second than Graph lets through. ``seldom``: this one need not be looked at so often."""
    load = watched.often + watched.seldom / LESS_OFTEN
    each = max(often, timedelta(seconds=load / CHATS_A_SECOND))
    return each * LESS_OFTEN if seldom else each


def next_look(now: datetime, pace_: timedelta, meeting_id: UUID, watched: Watched) -> datetime:
    """When the next look is due. Where many meetings are watched each has a place of its own in the
    round: meetings begin on the hour, and would all be looked at in the same second."""
    if watched.often + watched.seldom <= CHATS_A_SECOND:
        return now + pace_
    place = pace_ * (meeting_id.int % 997 / 997)
    since = (now - datetime(2020, 1, 1, tzinfo=UTC) - place) % pace_
    return now + pace_ - since
