"""An announcement that stands in the chat of a call that is over, posted by a replica that died before it could
write it down: the meeting was told, and that is entered (B20)."""

from __future__ import annotations

from datetime import datetime

from casework import effects
from casework.jobs.announcing import purpose_of
from casework.jobs.loading import occurrence_id
from casework.jobs.posting import standing_since
from casework.meeting import meetings, telling
from casework.office import Bench
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Meeting, Occurrence


@rule("B20", surface="chat")
async def enter(bench: Bench, claim: Claim) -> str:
    """How it ended: over, or announced all the same. Who was there to see it nobody can look up any more, so
    that nobody's own evidence is made of it. Raises Again while the message may yet come into view."""
    async with bench.database.unit() as unit:
        occurrence = await unit.session.get(Occurrence, occurrence_id(claim))
        meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
        due = await _untold(bench, unit, occurrence, meeting) if occurrence and meeting else None
    if due is None:
        return "over"
    purpose, ended_at = due
    since = await standing_since(bench, purpose)
    if since is None or since > ended_at:
        return "over"
    async with bench.database.unit() as unit:
        found = await find.meeting(unit.session, meeting.id, lock=True) if meeting else None
        over = await unit.session.get_one(
            Occurrence, occurrence_id(claim), with_for_update=True, populate_existing=True
        )
        if found is None or await _untold(bench, unit, over, found) != due:
            return "over"
        holds = await telling.now_holding(bench.office, unit, found, over)
        await telling.enter_telling(bench.office, unit, over, holds, at=since)
        for request in holds.requests:
            await effects.note_changed(unit, request)
        # A note that is being written just now does not tell of it.
        await meetings.close(unit, found)
    return "announced"


async def _untold(
    bench: Bench, unit: Unit, occurrence: Occurrence, meeting: Meeting
) -> tuple[str, datetime] | None:
    """What the card would be known by that told what held, and the call's end; None where that is entered, or
    there was nothing to tell."""
    holds = await telling.now_holding(bench.office, unit, meeting, occurrence)
    if occurrence.ended_at is None or holds.what != "recorded":
        return None
    if telling.tells_what_holds(occurrence, holds):
        return None
    return purpose_of(occurrence, occurrence.tellings + 1, holds), occurrence.ended_at
