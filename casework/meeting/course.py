"""The course of an incident: what happened, when, and who was told. One line per kind and person.

signal                       Teams told that it records, or may
warned                       somebody was told (``who``)
not_reached                  somebody could not be told, or not be asked about the file (``who``)
asked_to_stop                the organizer was asked to stop it
put_back, still_on           recording was switched off again and read back; or it would not
said_stopped, end_seen       the organizer says it was stopped; its end was seen
end_not_seen                 nobody looks for the end any more
app_removed                  the app was taken out of the meeting while it recorded
explained                    whoever started it wrote why (C4)
decides                      who decides what happens to the file (``who``)
file_waits, file_found       the file is not there yet; it was found
file_not_allowed             Microsoft does not let us look for the file
file_not_found, file_elsewhere  it never came; it lies with another organisation
file_unasked                 nobody could be asked what happens to the file
file_deleted, file_kept, file_not_ours, file_none   what the decider says was done (``who``)

Whatever happens again is the same line, with how often and when last: nothing is told twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import exists, func, select
from sqlalchemy.dialects.postgresql import insert

from store import find
from store.database import Unit
from store.tables import Incident, IncidentStep

TOLD_ELSEWHERE: Final = frozenset({"signal", "said_stopped", "end_seen", "end_not_seen"})
"""Lines that stand in the journal in another entry already."""
PATIENCE: Final = timedelta(minutes=10)


async def note(
    unit: Unit, incident: Incident, kind: str, who: str = "", at: datetime | None = None
) -> bool:
    """Write a line of the course; whether it is new. Again is counted, not written once more."""
    moment = at or unit.now
    values = {"incident_id": incident.id, "kind": kind, "who": who, "at": moment}
    made = insert(IncidentStep).values(**values, last_at=moment, times=1)
    made = made.on_conflict_do_update(
        index_elements=["incident_id", "kind", "who"],
        set_={"times": IncidentStep.times + 1, "last_at": made.excluded.last_at},
    ).execution_options(synchronize_session=False)
    times = await unit.session.scalar(made.returning(IncidentStep.times))
    if times != 1:
        return False
    if kind not in TOLD_ELSEWHERE:
        facts = {"incident": str(incident.id), "step": kind} | ({"who": who} if who else {})
        await unit.journal.write(incident.meeting_id, "incident_step", actor="system", facts=facts)
    return True


async def once(unit: Unit, incident: Incident, kind: str, who: str = "") -> bool:
    """As ``note``, for what is a fact and no event: told once, it is not counted again."""
    if any(step.kind == kind and step.who == who for step in await steps(unit, incident)):
        return False
    return await note(unit, incident, kind, who)


async def steps(unit: Unit, incident: Incident) -> Sequence[IncidentStep]:
    """The course so far, in the order it happened."""
    query = select(IncidentStep).where(IncidentStep.incident_id == incident.id)
    newest = query.execution_options(populate_existing=True)
    return (await unit.session.scalars(newest.order_by(IncidentStep.at, IncidentStep.kind))).all()


async def told(unit: Unit, incident: Incident) -> frozenset[str]:
    """Who has been warned of it."""
    return frozenset(s.who for s in await steps(unit, incident) if s.kind == "warned")


async def nobody_told(unit: Unit) -> int:
    """How many recordings there are that nobody has been warned of, ten minutes after they were seen."""
    warned = exists().where(IncidentStep.incident_id == Incident.id, IncidentStep.kind == "warned")
    late = Incident.noticed_at < unit.now - PATIENCE
    query = select(func.count()).select_from(Incident).where(~warned, late)
    return await unit.session.scalar(query) or 0


async def nobody_asked(unit: Unit) -> int:
    """How many recordings there are about whose file nobody could be asked at the last try."""
    unasked = exists().where(
        IncidentStep.incident_id == Incident.id, IncidentStep.kind == "file_unasked"
    )
    query = select(Incident).where(unasked, Incident.file_outcome.is_(None))
    number = 0
    for incident in await unit.session.scalars(query):
        cards = await find.cards_like(unit.session, f"file:{incident.id}:")
        tries = [s.last_at for s in await steps(unit, incident) if s.kind == "file_unasked"]
        number += not any(c.posted_at and c.posted_at > max(tries) for c in cards)
    return number
