"""Whether Teams records in a meeting, as far as anybody knows: the one answer that every card gives.

Only what happened in the call that runs, or ran last, is said of a meeting: of a series' earlier times
their own warnings tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select

from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Incident, Meeting, Occurrence
from texts.views import RecordingNow

LEEWAY = timedelta(minutes=5)  # a start that the clock found was noticed after the call began
_FIRST: tuple[RecordingNow, ...] = ("runs", "maybe", "unseen", "maybe_unseen", "said")


async def call_began(unit: Unit, meeting: Meeting) -> datetime:
    """When the call that runs, or ran last, began at the earliest."""
    return began(meeting, await find.latest_occurrence(unit.session, meeting.id))


def began(meeting: Meeting, latest: Occurrence | None) -> datetime:
    """The same, where the call is known already."""
    return (latest.started_at if latest else meeting.created_at) - LEEWAY


async def of_this_call(unit: Unit, meeting: Meeting) -> Sequence[Incident]:
    """The incidents of that call, oldest first; nothing is locked."""
    started = select(func.max(Occurrence.started_at)).where(Occurrence.meeting_id == meeting.id)
    begun = func.coalesce(started.scalar_subquery(), meeting.created_at) - LEEWAY
    query = select(Incident).where(Incident.meeting_id == meeting.id, Incident.started_at >= begun)
    return (await unit.session.scalars(query.order_by(Incident.started_at))).all()


async def looked_for(unit: Unit, meeting: Meeting) -> list[Incident]:
    """Those of this call whose end is still being looked for."""
    rows = await of_this_call(unit, meeting)
    return [row for row in rows if row.ended_at is None and row.watch_ended_at is None]


@rule("A20", "B29", "C4", surface="chat")
async def recording_now(unit: Unit, meeting: Meeting) -> RecordingNow:
    """What is to be said beside the switches: a recording counts as running until its end is seen, and
    what the organizer says is told as their word."""
    running = await find.running_occurrence(unit.session, meeting.id) is not None
    said = {_of_one(row, running=running) for row in await of_this_call(unit, meeting)}
    return next((word for word in _FIRST if word in said), "")


def _of_one(row: Incident, *, running: bool) -> RecordingNow:
    possible = row.noticed_by == "switch"
    if row.ended_at is not None:
        return "said" if running and row.ended_by == "person" else ""
    if running and row.watch_ended_at is None:
        return "maybe" if possible else "runs"
    return "maybe_unseen" if possible else "unseen"
