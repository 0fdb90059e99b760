"""What the citizen would like besides the answer: an interpreter, a companion, minutes … (A3, A4, B4, B5, C31).

It can be noted whenever it is said, also where the answer went out by mail and no form was filled in.
"""

from __future__ import annotations

from casework import commands, effects, showing
from casework.afterwards import tasks
from casework.office import Office
from guidelines.rules import rule
from store import find
from store.database import Unit
from texts import views


@rule("A3", "A4", "B4", "B5", surface="card")
async def open_wants(office: Office, unit: Unit, command: commands.OpenWants) -> views.View:
    """What may be wished for, one tick each."""
    found = await find.request(unit.session, command.request_id)
    if found is None:
        return views.Toast(code="no_longer_possible")
    offered = tasks.wanted(office.profile_of(found))
    return views.Wants(
        request_id=found.id,
        version=found.version,
        number=found.number,
        relation=showing.relation_of(found),
        alternatives=tuple(views.Choice(name, label) for name, (_, label) in offered.items()),
    )


@rule("A3", "A4", "B4", "B5", surface="card")
async def save_wants(office: Office, unit: Unit, command: commands.SaveWants) -> views.View:
    """Each tick becomes somebody's task."""
    found = await find.request(unit.session, command.request_id, lock=True)
    if found is None:
        return views.Toast(code="no_longer_possible")
    await tasks.give_wanted(office, unit, found, command.form)
    await effects.refresh_case(unit, found)
    return await showing.case(office, unit, found, command.actor.oid)
