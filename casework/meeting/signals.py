"""What Graph tells of a meeting while it runs, and what is to be looked at because of it."""

from __future__ import annotations

from casework import effects
from store.database import Unit
from store.tables import Meeting


async def file_is_there(unit: Unit, meeting: Meeting) -> None:
    """A recording of the meeting has been stored: its file is noted, and looked for."""
    args = {"meeting_id": str(meeting.id)}
    await unit.effects.schedule(effects.RECORDING_FILE, str(meeting.id), args=args)
