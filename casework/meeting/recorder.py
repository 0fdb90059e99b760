"""Whether whoever records is in the meeting, as far as Teams shows (C12).

They are recognised by id, or by the very same name, where it opens. Nothing is stopped by this, and nobody in the
meeting is told that somebody left: the employee is reminded, and it is noted.
"""

from __future__ import annotations

from collections.abc import Sequence

from casework import commands, effects, showing
from casework.meeting import breaks, marks
from casework.meeting.holds import now_holding
from casework.office import Office
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Mark, Meeting, Occurrence


async def is_among(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    occurrence: Occurrence,
    people: Sequence[commands.Actor],
) -> bool:
    """Whether one of them can be recognised as who records."""
    holds = await now_holding(office, unit, meeting, occurrence)
    stored = await unit.personal.opened_where_possible([r.id for r in holds.requests])
    names = {fields.get("citizen_name", "").strip().casefold() for fields in stored.values()}
    oids = {r.requester_oid for r in holds.requests} - {None}
    return any(p.oid in oids or p.name.strip().casefold() in names - {""} for p in people)


async def known_oids(
    office: Office, unit: Unit, meeting: Meeting, occurrence: Occurrence
) -> list[str]:
    """The ids by which Teams can be asked for whoever records; none for guests without one."""
    holds = await now_holding(office, unit, meeting, occurrence)
    rows = await find.ledger(unit.session, occurrence.id)
    names = await unit.personal.opened_where_possible([row.id for row in rows])
    stored = await unit.personal.opened_where_possible([r.id for r in holds.requests])
    wanted = {fields.get("citizen_name", "").strip().casefold() for fields in stored.values()}
    by_name = [
        row.oid
        for row in rows
        if row.oid and names[row.id].get("name", "").strip().casefold() in wanted - {""}
    ]
    by_id = [r.requester_oid for r in holds.requests if r.requester_oid]
    return list(dict.fromkeys([*by_id, *by_name]))


@rule("C12", surface="card")
async def note_away(unit: Unit, meeting: Meeting, occurrence: Occurrence) -> Mark:
    """Teams shows that whoever records left; written down once. The mark that says so."""
    stands = await breaks.state_of(unit, meeting, occurrence.started_at)
    if stands.away is not None:
        return stands.away
    noted = await marks.put(unit, meeting, breaks.AWAY, "system")
    await _follow(unit, meeting)
    return noted


@rule("C12", surface="chat")
async def note_back(office: Office, unit: Unit, meeting: Meeting, occurrence: Occurrence) -> None:
    """They are there again after Teams had shown that they left: it is told anew, for meanwhile nothing was
    to be recorded (C12). Where several record, only the employee knows of whom she said that they left."""
    stands = await breaks.state_of(unit, meeting, occurrence.started_at)
    if stands.away is None:
        return
    if stands.on is not None and stands.on.kind == breaks.LEFT:
        holds = await now_holding(office, unit, meeting, occurrence)
        if len(holds.requests) > 1:
            return
    await marks.put(unit, meeting, breaks.BACK, "system")
    await _follow(unit, meeting)
    await effects.announce(unit, occurrence.id)


async def _follow(unit: Unit, meeting: Meeting) -> None:
    for request in await showing.concerning(unit, meeting):
        await effects.note_changed(unit, request)
