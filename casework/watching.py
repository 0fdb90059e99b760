"""Teams recording that somebody started: one incident, running until its end is seen."""

from __future__ import annotations

from typing import Literal, cast

from casework import commands, effects, showing
from casework.office import Office
from store import find
from store.database import Unit
from store.tables import Incident, Meeting
from texts import views


async def confirm_stopped(
    office: Office, unit: Unit, command: commands.ConfirmRecordingStopped
) -> views.View:
    """The organizer says that the recording has been stopped; it is written down as their word."""
    incident = await unit.session.get(Incident, command.incident_id, with_for_update=True)
    meeting = await find.meeting(unit.session, incident.meeting_id) if incident else None
    if incident is None or meeting is None:
        return views.Toast(code="meeting_unknown")
    oid = command.actor.oid
    if oid is None or oid != meeting.organizer_oid:
        return views.NotYours(who=await showing.name_of(unit, meeting.organizer_oid))
    if incident.ended_at is None:
        incident.ended_at, incident.ended_by = unit.now, "person"
        await unit.session.flush()
        facts = {"incident": str(incident.id), "seen_by": "person"}
        await unit.journal.write(meeting.id, "recording_ended", actor=oid, facts=facts)
        await warn(unit, incident)
    return await warning(unit, meeting, incident, oid)


async def warn(unit: Unit, incident: Incident) -> None:
    """Organizer and leader get the warning, or its newest state."""
    await unit.effects.schedule(
        effects.WARN, str(incident.id), args={"incident_id": str(incident.id)}
    )


async def warning(
    unit: Unit, meeting: Meeting, incident: Incident, reader: str | None
) -> views.RecordingWarning:
    """The incident as organizer or leader sees it (T10)."""
    return views.RecordingWarning(
        incident_id=incident.id,
        meeting=await showing.meeting_line(unit, meeting),
        noticed_at=incident.noticed_at,
        running=incident.ended_at is None,
        ended_at=incident.ended_at,
        switch=cast(Literal["off_again", "still_on", "unverifiable"], incident.switch),
        may_confirm=reader is not None and reader == meeting.organizer_oid,
    )
