"""The job that notes that a file of a Teams recording has come; what is done with it is a person's."""

from __future__ import annotations

from sqlalchemy import select

from casework.jobs.meeting import meeting_id
from casework.office import Bench
from store import find
from store.jobs import Claim
from store.tables import Incident


async def recording_file(bench: Bench, claim: Claim) -> str:
    """Note on the oldest recording without one that its file is available."""
    async with bench.database.unit() as unit:
        meeting = await find.meeting(unit.session, meeting_id(claim), lock=True)
        if meeting is None:
            return "gone"
        query = (
            select(Incident)
            .where(Incident.meeting_id == meeting.id, Incident.file_at.is_(None))
            .order_by(Incident.started_at)
            .limit(1)
        )
        incident = (await unit.session.scalars(query)).first()
        if incident is None:
            return "no_recording_without_one"
        incident.file_at = unit.now
        await unit.session.flush()
        facts = {"incident": str(incident.id)}
        await unit.journal.write(meeting.id, "recording_file", actor="teams", facts=facts)
    return "noted"
