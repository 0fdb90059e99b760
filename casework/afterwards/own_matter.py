"""Whoever has a side in a matter does not answer for the municipality in it: neither HR/Jura in a question or
a report about a case of their own, nor the DPO or HR/Jura when such a case is held or let go."""

from __future__ import annotations

from casework.afterwards import errands
from casework.office import Office
from store import find
from store.database import Unit
from store.tables import Errand, Request


async def sides_of(unit: Unit, case: Request | Errand) -> frozenset[str]:
    """Who wishes to record, whose talk it is, who typed it in and who called the meeting."""
    request: Request | None
    if isinstance(case, Errand):
        request = await find.request(unit.session, case.request_id) if case.request_id else None
    else:
        request = case
    if request is None:
        return frozenset()
    meeting = await find.meeting(unit.session, request.meeting_id)
    named = (request.requester_oid, request.caseworker_oid, request.registered_by)
    called = meeting.organizer_oid if meeting else None
    return frozenset(oid for oid in (*named, called) if oid)


async def may_answer(office: Office, unit: Unit, oid: str, errand: Errand) -> bool:
    """Whether the person answers or assesses the errand as HR/Jura: nothing they asked or reported
    themselves, and nothing in which they have a side."""
    if errand.kind == "printout" or not errands.is_hr_legal(office, oid):
        return False
    return oid != errand.created_by and oid not in await sides_of(unit, errand)


async def may_see(office: Office, unit: Unit, oid: str, errand: Errand) -> bool:
    """Whether the person may open the errand; a report about a case of one's own is for the others."""
    if not errands.may_see(office, oid, errand):
        return False
    if errand.kind == "printout" or (errand.kind, oid) == ("legal_question", errand.created_by):
        return True
    return oid not in await sides_of(unit, errand)


async def readers_of(office: Office, unit: Unit, errand: Errand) -> list[str]:
    """Who gets the errand's card; nobody who may not open it."""
    named = errands.readers_of(office, errand)
    if errand.kind == "printout":
        return list(named)
    return [oid for oid in named if await may_see(office, unit, oid, errand)]
