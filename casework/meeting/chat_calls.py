"""Calls as the chat itself tells of them: Teams' own messages that one began or ended (decision 30)."""

from __future__ import annotations

from collections.abc import Sequence

from casework.meeting import meetings
from casework.office import Office
from casework.ports import CallMark
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Meeting


@rule("B20", surface="chat")
async def enter(office: Office, unit: Unit, meeting: Meeting, marks: Sequence[CallMark]) -> None:
    """An end that nobody told otherwise ends the call, and a beginning after it is another call, so that it
    is told for itself. Read again, they change nothing: what is told of an earlier call is known by its time.

    A beginning alone never divides a call that runs: its message may have come late.
    """
    for mark in marks:
        running = await find.running_occurrence(unit.session, meeting.id)
        if mark.what == "ended" and running and mark.at >= running.started_at:
            if not _of_an_earlier_call(mark, marks):
                await meetings.end_occurrence(unit, meeting, running, mark.at, "chat")
        elif mark.what == "started" and running is None:
            latest = await find.latest_occurrence(unit.session, meeting.id)
            if latest and latest.ended_at and mark.at > latest.ended_at:
                await meetings.begin_occurrence(office, unit, meeting, mark.at, "chat")


def _of_an_earlier_call(end: CallMark, marks: Sequence[CallMark]) -> bool:
    """Whether another call had begun before the end was written: it came late."""
    begun = [one for one in marks if one.what == "started" and one.at <= end.at]
    return bool(begun and end.call_id and begun[-1].call_id) and begun[-1].call_id != end.call_id
