"""The file of a recording in Teams: looked for, never opened and never deleted by us.

``Incident.file_state``: empty (not looked for yet), waiting (not there yet), found, not_allowed
(Microsoft does not let us look), not_found (it never came), elsewhere (another organisation's).
Where it lies is sealed in ``personal`` (``file_url``): the address holds the meeting's title.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final
from uuid import uuid4

from casework import effects
from casework.meeting import course
from casework.ports import RecordingFile, RecordingMark
from store.database import Unit
from store.tables import Incident, Meeting

URL: Final = "file_url"
UNSETTLED: Final = ("", "waiting", "not_allowed")
"""States in which the file may still turn up."""
AROUND = timedelta(minutes=3)  # a file's own time and the mark's differ a little


async def saw_stored(unit: Unit, incident: Incident, mark: RecordingMark) -> bool:
    """The chat told where the file was stored."""
    if not mark.file_url or incident.file_state == "found":
        return False
    await unit.personal.put(incident.id, incident.meeting_id, {URL: mark.file_url})
    return await settle(unit, incident, "found")


async def address(unit: Unit, incident: Incident) -> str:
    """Where the file lies, as the chat told; empty when it did not, or when that is forgotten or does not
    open."""
    stored = (await unit.personal.opened_where_possible([incident.id]))[incident.id]
    return stored.get(URL, "")


async def settle(unit: Unit, incident: Incident, state: str) -> bool:
    """What is known of the file now; whether that is news."""
    if incident.file_state == state or incident.file_state == "found":
        return False
    incident.file_state = state
    if state == "found":
        incident.file_at = unit.now
    await unit.session.flush()
    kind = {"waiting": "file_waits"}.get(state, f"file_{state}")
    await course.once(unit, incident, kind)
    if state != "waiting":
        await effects.ask_about_file(unit, incident)
    return True


def belongs(incident: Incident, file: RecordingFile) -> bool:
    """Whether the file is of this recording: it began with it, or while it ran."""
    if incident.file_id:
        return incident.file_id == file.file_id
    until = incident.ended_at or incident.started_at
    return incident.started_at - AROUND <= file.created_at <= until + AROUND


async def enter(
    unit: Unit, meeting: Meeting, incidents: Sequence[Incident], files: Sequence[RecordingFile]
) -> list[Incident]:
    """Give each file to its recording; a file of no known recording is a new incident, which nobody
    had seen. Those that changed."""
    changed: list[Incident] = []
    known = {one.file_id for one in incidents if one.file_id}
    for file in files:
        if file.file_id in known:
            continue
        fitting = [one for one in incidents if not one.file_id and belongs(one, file)]
        if not fitting and file.created_at < meeting.created_at:
            continue  # from before the app was there, and over by then
        incident = min(fitting, key=lambda one: abs(one.started_at - file.created_at), default=None)
        if incident is None:
            incident = await _unseen(unit, meeting, file)
        known.add(file.file_id)
        incident.file_id = file.file_id
        await _ended(unit, incident, file)
        await settle(unit, incident, "found")
        changed.append(incident)
    return changed


async def _unseen(unit: Unit, meeting: Meeting, file: RecordingFile) -> Incident:
    incident = Incident(
        id=uuid4(), meeting_id=meeting.id, noticed_at=unit.now, noticed_by="file",
        started_at=file.created_at, switch="unverifiable",
    )  # fmt: skip
    unit.session.add(incident)
    await unit.session.flush()
    await course.note(unit, incident, "signal")
    facts = {"incident": str(incident.id), "seen_by": "file", "at": file.created_at.isoformat()}
    await unit.journal.write(meeting.id, "recording_seen", actor="unknown", facts=facts)
    return incident


async def _ended(unit: Unit, incident: Incident, file: RecordingFile) -> None:
    """A file that is there is of a recording that is over, whatever the chat did not tell."""
    if incident.ended_at is not None:
        return
    incident.ended_at, incident.ended_by = file.ended_at or unit.now, "file"
    incident.watch_ended_at = None
    await unit.session.flush()
    facts = {
        "incident": str(incident.id),
        "seen_by": "file",
        "at": incident.ended_at.isoformat(),
    }
    await unit.journal.write(incident.meeting_id, "recording_ended", actor="system", facts=facts)
    await course.note(unit, incident, "end_seen", at=incident.ended_at)
