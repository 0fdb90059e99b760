"""People come into the call: looked at, counted among the recorded, and told what holds (B20)."""

from __future__ import annotations

from dataclasses import replace

from casework import commands
from casework.meeting import note_takers, recorded, telling
from casework.office import Office
from store import find
from store.database import Unit


async def people_joined(office: Office, unit: Unit, command: commands.PeopleJoined) -> None:
    """A program in the call is asked about and never told; everybody else is, as before."""
    meeting = await find.meeting_by_chat(unit.session, command.chat_id)
    occurrence = await find.running_occurrence(unit.session, meeting.id) if meeting else None
    if meeting and occurrence:
        seen = [p for p in command.people if command.in_call or p.oid is None]
        await note_takers.notice(office, unit, meeting, occurrence, seen)
        if command.in_call:
            await recorded.somebody_came(unit, meeting, command.people)
    people = tuple(person for person in command.people if person.kind != "application")
    await telling.people_joined(office, unit, replace(command, people=people))
