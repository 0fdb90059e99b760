"""When a meeting is next, as far as anybody tells. Of a series Teams tells an app the first time alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework import showing
from casework.meeting import meetings
from guidelines.preparation import evening_before, next_look, usual_next
from store import find
from store.database import Unit
from store.tables import Meeting, Occurrence


@dataclass(frozen=True)
class NextTime:
    """``at``: when it is next. ``told``: Teams told it; otherwise it is the time a series usually has, and
    None where not even that is known. ``after``: when the last call of a series began. ``waits``: the
    time that was told has come and nobody has seen a call; until then nothing is said of another."""

    at: datetime | None
    told: bool = True
    after: datetime | None = None
    waits: datetime | None = None

    def look_again(self, now: datetime) -> datetime | None:
        """When something else may be due."""
        if self.waits is not None:
            return self.waits
        if self.at is None:
            return None
        if self.told:
            return next_look(self.at, now)
        evening = evening_before(self.at)
        return evening if evening > now else None


async def next_time(unit: Unit, meeting: Meeting) -> NextTime | None:
    """None where there is nothing to prepare any more: it runs, its one time has come, or it is over."""
    if meeting.state == "past" or await find.running_occurrence(unit.session, meeting.id):
        return None
    starts = meeting.starts_at
    over = meetings.over_from(meeting) if showing.repeats(meeting) else None
    if meeting.state == "cancelled" or (starts is not None and starts > unit.now):
        return NextTime(starts)
    if not showing.repeats(meeting):
        return None
    held = await _calls(unit, meeting)
    after = held[-1] if held else None
    if over is not None and over > unit.now:
        return NextTime(None, told=False, after=after, waits=over)
    usual = usual_next(starts, held, unit.now) if starts is not None else None
    return NextTime(usual, told=False, after=after)


async def last_call(unit: Unit, meeting: Meeting) -> datetime | None:
    """When the last call that has ended began."""
    held = await _calls(unit, meeting)
    return held[-1] if held else None


async def _calls(unit: Unit, meeting: Meeting) -> list[datetime]:
    """When the calls that have ended began, oldest first."""
    query = select(Occurrence.started_at).where(
        Occurrence.meeting_id == meeting.id, Occurrence.ended_at.is_not(None)
    )
    return list(await unit.session.scalars(query.order_by(Occurrence.started_at)))
