"""The gate: before a handler runs, the table is asked whether this person may do this with this thing now."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import structlog

from casework import commands
from casework.office import Office
from casework.rights import answers, people
from casework.rights.stages import stage_of
from casework.rights.table import TABLE, Row
from store import find
from store.database import Unit
from store.tables import Base, Errand, Incident, Meeting, NoteTaker, Occurrence, Request, Task
from texts.views import View

log = structlog.get_logger()
KEYS: dict[str, tuple[str, type[Base]]] = {
    "wish": ("request_id", Request),
    "meeting": ("meeting_id", Meeting),
    "incident": ("incident_id", Incident),
    "errand": ("errand_id", Errand),
    "task": ("task_id", Task),
    "note_taker": ("note_taker_id", NoteTaker),
}
"""By which id a command names its thing."""


async def stopped(office: Office, unit: Unit, command: commands.Command) -> View | None:
    """What to answer instead of carrying the command out; None when it may be.

    What Teams and Graph report is checked at the door, by whose signature it carries. A thing that is
    not there is the handler's to answer: it can do nothing with it.
    """
    if not isinstance(command, commands.PersonCommand):
        return None
    row = TABLE[type(command)]
    thing = await _thing(unit, command, row)
    if thing is None and row.thing != "nothing":
        return None
    if not await people.holds_any(office, unit, row.who, command.actor.oid, thing):
        log.info("not_theirs", command=type(command).__name__, thing=_id(thing))
        return await answers.NOT_YOU[row.otherwise](office, unit, thing, command)
    if row.when:
        stage = await stage_of(unit, thing)
        if stage not in row.when:
            log.info("not_now", command=type(command).__name__, thing=_id(thing), stage=stage.name)
            return await answers.not_now(office, unit, thing, command, stage)
    return None


async def _thing(unit: Unit, command: commands.PersonCommand, row: Row) -> Any:
    if row.thing == "nothing":
        return await people.place_of(unit, command)
    if isinstance(command, commands.ExpressContactWish):
        return await find.meeting_by_chat(unit.session, command.chat_id or "", lock=row.locks)
    occurrence_id = getattr(command, "occurrence_id", None)
    if occurrence_id is not None:
        occurrence = await unit.session.get(Occurrence, occurrence_id)
        return await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
    name, table = KEYS[row.thing]
    key: UUID | None = getattr(command, name)
    if key is None:
        return None
    return await unit.session.get(
        table, key, with_for_update=row.locks, populate_existing=row.locks
    )


def _id(thing: Any) -> str:
    return str(thing.id) if thing is not None else ""
