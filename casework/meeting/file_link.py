"""The way to the file of a recording in Teams, for the one person who decides on it.

Where the file lies is sealed, for the address holds the meeting's title. So no card and no chat has it:
there stands a link of ours that nobody can guess, that soon ends, and that leads on to the file.
Whether they may open the file is Microsoft's to say.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from casework import commands
from casework.meeting import files, incidents, papers
from casework.office import Office
from store.database import Unit
from store.tables import PrintLink
from texts import views

LASTS = timedelta(minutes=10)


async def open_file(office: Office, unit: Unit, command: commands.OpenRecordingFile) -> views.View:
    """A link to the file on the same card; that it was asked for is in the journal."""
    found = await incidents.of(unit, command.incident_id)
    if found is None:
        return views.Toast(code="meeting_unknown")
    incident, meeting = found
    oid = command.actor.oid or ""
    typed = {name: command.form.get(name, "") for name in ("outcome", "kept_why")}
    if not await files.address(unit, incident):
        return await incidents.file_view(unit, meeting, incident, typed)
    token = secrets.token_urlsafe(32)
    link = PrintLink(
        id=uuid4(), token_hash=papers.hashed(token), kind=papers.FILE, meeting_id=meeting.id,
        incident_id=incident.id, oid=oid, created_at=unit.now, expires_at=unit.now + LASTS,
    )  # fmt: skip
    unit.session.add(link)
    await unit.session.flush()
    facts = {"link": str(link.id), "incident": str(incident.id)}
    await unit.journal.write(meeting.id, "file_link_made", actor=oid, facts=facts)
    view = await incidents.file_view(unit, meeting, incident, typed)
    url = f"{office.public_url}/print/{token}"
    return replace(view, url=url, link_until=link.expires_at)
