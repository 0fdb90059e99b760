"""Who was in a meeting while it was recorded, as far as it can be seen (teams-platform 1.2, 2, 10).

Teams tells of people with a Teams identity whether they are in the call; of others only that they are
in the chat. Callers on the telephone are in neither. So the list says how each was seen, and never
that it is complete. Names are sealed; the list is for the organizer and the data protection officer.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from casework import closed, commands, effects
from casework.meeting import recording_now
from store.database import Unit
from store.tables import Incident, Meeting, RecordedPerson
from texts import views

IN_CALL: Final = "in_call"
ROSTER: Final = "roster"
LEFT_OUT: Final = ("phone", "device", "application")
"""A caller has no name here; a room or a program is nobody who was recorded."""


async def add(unit: Unit, incident: Incident, people: Iterable[commands.Actor], seen: str) -> bool:
    """Enter who was seen now; whether the list says something else. Seen in the call counts for more
    than seen in the chat."""
    news = False
    for person in people:
        if person.kind in LEFT_OUT:
            continue
        key = unit.person_key(f"{incident.id}:{person.oid or person.mri}")
        found = await _row(unit, incident, key)
        if found is None:
            found, news = await _new(unit, incident, key, person, seen), True
        found.last_at = unit.now
        if seen == IN_CALL and found.seen != IN_CALL:
            found.seen, news = IN_CALL, True
    await unit.session.flush()
    return news


async def _row(unit: Unit, incident: Incident, key: str) -> RecordedPerson | None:
    query = select(RecordedPerson).where(
        RecordedPerson.incident_id == incident.id, RecordedPerson.person_key == key
    )
    return (await unit.session.scalars(query)).first()


async def _new(
    unit: Unit, incident: Incident, key: str, person: commands.Actor, seen: str
) -> RecordedPerson:
    """The row; the name is sealed with it. Who is entered by two at once stands there once."""
    made = insert(RecordedPerson).values(
        id=uuid4(), incident_id=incident.id, person_key=key, kind=person.kind, seen=seen,
        first_at=unit.now, last_at=unit.now,
    )  # fmt: skip
    await unit.session.execute(made.on_conflict_do_nothing())
    row = await _row(unit, incident, key)
    if row is None:
        raise LookupError("recorded person without a row")
    name = {"name": person.name.strip()[:200] or "?"}
    await unit.personal.put(row.id, incident.meeting_id, name)
    return row


async def somebody_came(unit: Unit, meeting: Meeting, people: Iterable[commands.Actor]) -> None:
    """Teams told of people who entered the call: those of a running recording are recorded too. What
    an earlier call left open recorded nobody who comes to this one."""
    for incident in await recording_now.looked_for(unit, meeting):
        if await add(unit, incident, people, IN_CALL):
            await effects.warn(unit, incident)


async def look(unit: Unit, incident: Incident) -> None:
    """Have it looked who is there."""
    args = {"incident_id": str(incident.id), "meeting_id": str(incident.meeting_id)}
    await unit.effects.schedule(effects.RECORDED, str(incident.id), args=args)


async def lines(unit: Unit, incident: Incident) -> tuple[views.RecordedLine, ...]:
    """The list as it is shown, those who were in the call first."""
    query = select(RecordedPerson).where(RecordedPerson.incident_id == incident.id)
    rows = (
        await unit.session.scalars(query.order_by(RecordedPerson.seen, RecordedPerson.first_at))
    ).all()
    names = await unit.personal.opened_where_possible([row.id for row in rows])
    return tuple(
        views.RecordedLine(closed.name_of(names[row.id]), row.kind, row.seen == IN_CALL)
        for row in rows
    )
