"""The job that looks for the file of a recording in Teams, until it is found or given up."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import structlog

from casework import effects
from casework.jobs.holding import governed
from casework.jobs.meeting import load, meeting_id
from casework.meeting import files, watching
from casework.office import Bench
from casework.ports import Recordings, is_outside
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Incident, Meeting

log = structlog.get_logger()

WAITS: Final = tuple(timedelta(minutes=m) for m in (1, 2, 5, 15, 40, 60, 360, 960))
"""How long until the next look: Teams tells within an hour after the file is ready (teams-platform 5)."""


async def find_file(bench: Bench, claim: Claim) -> str:
    """Look for the file of every recording of this meeting. Not allowed, not there yet and found are
    each told as what they are; a recording that only its file gives away is an incident too."""
    meeting = await load(bench, meeting_id(claim))
    if meeting is None:
        return "gone"
    look = int(claim.args.get("look", 0))
    if not governed(bench, meeting):
        return await _elsewhere(bench, meeting)
    answer: Recordings | None = None
    try:
        answer = await bench.outside.meetings.recordings(
            meeting.organizer_oid or "", meeting.graph_id or ""
        )
    except Exception as error:
        if not is_outside(error):
            raise
        log.warning("recordings_no_answer", error=type(error).__name__)
    async with bench.database.unit() as unit:
        found = await find.meeting(unit.session, meeting.id, lock=True)
        if found is None:
            return "gone"
        await _enter(unit, found, answer)
        return await _next(unit, found, answer, look)


async def _enter(unit: Unit, meeting: Meeting, answer: Recordings | None) -> None:
    incidents = await watching.incidents(unit, meeting)
    if answer is None:
        return
    for incident in await files.enter(unit, meeting, incidents, answer.files):
        await watching.changed(unit, meeting, incident)
    if answer.outcome == "read":
        return
    for incident in incidents:
        if incident.file_state in files.UNSETTLED and _over(incident):
            await _tell(unit, meeting, incident, "not_allowed")


async def _next(unit: Unit, meeting: Meeting, answer: Recordings | None, look: int) -> str:
    """Look again while a file is missing; after the last look it counts as not found."""
    incidents = await watching.incidents(unit, meeting)
    missing = [one for one in incidents if one.file_state in ("", "waiting")]
    if not missing:
        return "settled"
    if look >= len(WAITS):
        for incident in missing:
            await _tell(unit, meeting, incident, "not_found")
        return "given_up"
    if answer is not None:
        for incident in missing:
            if _over(incident):
                await _tell(unit, meeting, incident, "waiting")
    args = {"meeting_id": str(meeting.id), "look": look + 1}
    await unit.effects.schedule(
        effects.RECORDING_FILE, str(meeting.id), args=args, due_at=unit.now + WAITS[look]
    )
    return "not_yet"


async def _elsewhere(bench: Bench, meeting: Meeting) -> str:
    """Another organisation's meeting, or one Graph does not know: nobody here can look."""
    foreign = meeting.organizer_tenant not in (None, bench.office.tenant_id)
    async with bench.database.unit() as unit:
        found = await find.meeting(unit.session, meeting.id, lock=True)
        if found is None:
            return "gone"
        for incident in await watching.incidents(unit, found):
            if incident.file_state in files.UNSETTLED:
                await _tell(unit, found, incident, "elsewhere" if foreign else "not_allowed")
    return "elsewhere" if foreign else "not_allowed"


def _over(incident: Incident) -> bool:
    return incident.ended_at is not None or incident.watch_ended_at is not None


async def _tell(unit: Unit, meeting: Meeting, incident: Incident, state: str) -> None:
    if await files.settle(unit, incident, state):
        await watching.changed(unit, meeting, incident)
