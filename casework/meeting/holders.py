"""Who holds a meeting for the municipality; never the employee who records it (C1, C19)."""

from __future__ import annotations

from casework import showing
from casework.office import Office
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Meeting, Occurrence, Request


@rule("C1", "C19", surface="card")
async def records_in(unit: Unit, oid: str, meeting: Meeting) -> bool:
    """Whether this employee records this meeting, wishes to, or was told no."""
    counts = (*find.OPEN_STATES, "granted", "not_granted")
    requests = await find.requests_of(unit.session, meeting.id, *counts)
    return any(request.requester_oid == oid for request in requests)


def owner_of(request: Request) -> str | None:
    """The employee who holds the meeting for the municipality; never who wishes to record (C1)."""
    owner = request.caseworker_oid or request.registered_by
    return None if owner == request.requester_oid else owner


@rule("C1", surface="letter")
async def handler_name(unit: Unit, request: Request) -> str:
    """Whom to turn to about the case, by name; empty while there is nobody. Never who records."""
    return await showing.name_of(unit, owner_of(request))


@rule("C1", surface="card")
def responsible(office: Office, request: Request) -> str:
    """Who gets what is to be done in the case: its employee; while no leader is found for an employee's
    own talk, HR/Jura, else a leader. Never who records; empty when there is nobody else at all."""
    owner = owner_of(request)
    leaders = (leader for _, leader in office.departments.leaders())
    others = (*office.departments.hr_legal, *leaders)
    return owner or next((oid for oid in others if oid != request.requester_oid), "")


async def tellers(unit: Unit, meeting: Meeting, occurrence: Occurrence) -> list[str]:
    """Who is shown the ledger: the caseworkers of the wishes that hold or held, else the organizer."""
    requests = await find.requests_of(unit.session, meeting.id)
    holds = {r.id for r in showing.applying(meeting, requests, occurrence.started_at)}
    concerned = [r for r in requests if r.id in holds or r.used_at is not None]
    owners = [o for r in concerned if (o := owner_of(r))]
    organizer = meeting.organizer_oid
    if not owners and organizer and not await records_in(unit, organizer, meeting):
        owners = [organizer]
    return list(dict.fromkeys(owners))


def by_hand(meeting: Meeting) -> bool:
    """Whether only a person can say that it begins and ends: outside Teams, and where the app was taken
    out of a Teams meeting."""
    return meeting.chat_id is None or not meeting.app_installed
