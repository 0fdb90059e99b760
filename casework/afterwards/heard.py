"""Who heard it said aloud in the call, as the case note tells it (B20)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from casework import closed
from casework.meeting import channels, telling
from store.database import Unit
from store.tables import Evidence, Occurrence


async def heard_aloud(
    unit: Unit, occurrence: Occurrence | None
) -> tuple[datetime | None, tuple[str, ...]]:
    """When it was first said in the call to its end, and who heard it, in that order. A name that is
    deleted is not told; whoever was perhaps on the phone is nobody one could name."""
    if occurrence is None:
        return None, ()
    query = select(Evidence).where(
        Evidence.occurrence_id == occurrence.id, Evidence.channel == channels.SPOKEN.name
    )
    found = (await unit.session.scalars(query.order_by(Evidence.at, Evidence.id))).all()
    people = [one.informed_id for one in found if one.kind != telling.PHONE]
    stored = await unit.personal.opened_where_possible(people)
    names = [closed.name_of(stored[one]) for one in dict.fromkeys(people)]
    return (found[0].at if found else None), tuple(name for name in names if name)
