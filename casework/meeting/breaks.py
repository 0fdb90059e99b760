"""Breaks in a recorded meeting: while whoever records takes no part, there is no recording (C12).

caucus         a break apart                       lobby       somebody waits outside meanwhile
handover       the phone is handed to somebody     recorder_left   whoever records left
resumed        the employee says that it goes on
recorder_away  Teams showed that whoever records left; recorder_back: that they are there again

What Teams shows is only noted and prompts the employee. A break begins when she says so, and ends when
she says so. One because whoever records left also ends when Teams has shown that they left, and then that they
are back; while Teams shows them there all along, only she knows. Then everything is said anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from store import find
from store.database import Unit
from store.tables import Mark, Meeting

LEFT = "recorder_left"
BREAKS = ("caucus", "lobby", "handover", LEFT)
"""What the employee says when a break begins."""
RESUMED, AWAY, BACK = "resumed", "recorder_away", "recorder_back"


@dataclass(frozen=True)
class Break:
    """How it stands: the break that is on now, what the last one ended with, and whether whoever records
    has left as far as Teams shows."""

    on: Mark | None = None
    ended: Mark | None = None
    away: Mark | None = None


async def state_of(
    unit: Unit, meeting: Meeting, since: datetime, until: datetime | None = None
) -> Break:
    """The breaks of the occurrence that began ``since``, and ended at ``until`` where it is over."""
    kinds = (*BREAKS, RESUMED, AWAY, BACK)
    query = select(Mark).where(
        Mark.meeting_id == meeting.id, Mark.kind.in_(kinds), Mark.at >= since
    )
    if until is not None:
        query = query.where(Mark.at < until)
    return _read((await unit.session.scalars(query.order_by(Mark.at, Mark.id))).all())


def _read(marks: Sequence[Mark]) -> Break:
    on: Mark | None = None
    ended: Mark | None = None
    away: Mark | None = None
    for mark in marks:
        if mark.kind in BREAKS:
            on = mark
        elif mark.kind == AWAY:
            away = mark
        else:
            ends = mark.kind == RESUMED or (on is not None and on.kind == LEFT)
            ended, away = mark, None  # she sees who is there; if they are not, the next look tells
            on = None if ends else on
    return Break(on, ended, away)


async def is_on(unit: Unit, meeting: Meeting) -> bool:
    """Whether there is a break in the occurrence that runs now."""
    running = await find.running_occurrence(unit.session, meeting.id)
    return (
        running is not None and (await state_of(unit, meeting, running.started_at)).on is not None
    )


def records(told: Sequence[str] | None) -> bool:
    """Whether what the meeting was told last is that somebody records, and not that there is a break."""
    return bool(told) and not any(part.startswith("pause:") for part in told or ())
