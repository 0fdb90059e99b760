"""Whoever has a side in a matter does not answer for the municipality in it: neither HR/Jura in a question or
a report about a case of their own, nor the DPO or HR/Jura when such a case is held or let go."""

from __future__ import annotations

from sqlalchemy import select

from casework.afterwards import errands
from casework.office import Office
from guidelines.request import EMPLOYEE
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Errand, Incident, Meeting, Request


async def sides_of(unit: Unit, case: Request | Errand | Meeting) -> frozenset[str]:
    """Who wishes to record, whose talk it is, who typed it in and who called the meeting; of a meeting also
    who started a recording in Teams or decides on its file."""
    if isinstance(case, Meeting):
        return await _sides_of_meeting(unit, case)
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


async def _sides_of_meeting(unit: Unit, meeting: Meeting) -> frozenset[str]:
    query = select(Incident.initiator_oid, Incident.decider_oid)
    started = (await unit.session.execute(query.where(Incident.meeting_id == meeting.id))).all()
    found = {meeting.organizer_oid, *(oid for row in started for oid in row)}
    for wish in await find.requests_of(unit.session, meeting.id):
        found |= await sides_of(unit, wish)
    return frozenset(oid for oid in found if oid)


@rule("C27", surface="card")
async def never_second(office: Office, unit: Unit, request: Request) -> frozenset[str]:
    """Who can never be the second person of a refusal. In an employee's own talk also who called it: the
    leader across the table. A leader who set the time of a meeting with a citizen has no side in it."""
    sides = office.sides_of(request)
    if request.relation != EMPLOYEE:
        return sides
    meeting = await unit.session.get(Meeting, request.meeting_id)
    called = meeting.organizer_oid if meeting else None
    return sides | ({called} if called else set())


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
    if errand.kind == "printout":
        return True
    if oid == errand.created_by:
        return errand.kind == "legal_question"  # what was reported is assessed by somebody else
    return oid not in await sides_of(unit, errand)


async def readers_of(office: Office, unit: Unit, errand: Errand) -> list[str]:
    """Who gets the errand's card; nobody who may not open it."""
    named = errands.readers_of(office, errand)
    if errand.kind == "printout":
        return list(named)
    return [oid for oid in named if await may_see(office, unit, oid, errand)]
