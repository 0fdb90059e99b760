"""A refusal that stands: a new notice for the same meeting does not undo it by itself (C26, C27).

Two named persons refused, with reasons. One press of *Giv besked* is no answer to them: whoever gives
the notice says that somebody else records, or what is new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import effects, showing
from casework.asking.registration import Wish
from casework.meeting import holders
from casework.office import Office
from guidelines.problem import Problem
from guidelines.profile import Profile
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Meeting, Request

OTHER_PERSON, NEW_FACTS, SAME_PERSON = "other_person", "new_facts", "same_person"
NEAR = timedelta(hours=2)
"""So far apart two times of a talk outside Teams may lie and still be taken for the same talk."""


@dataclass(frozen=True)
class Standing:
    """The refusal that stands, and whether it was given to somebody of the very same name."""

    request: Request
    same_name: bool


@dataclass(frozen=True)
class Place:
    """Which talk a notice is about: the Teams meeting, or a time and whose unit it is."""

    meeting: UUID | None
    at: datetime | None
    department: str
    registered_by: str


@rule("C26", "C27", surface="card")
async def refusal(
    unit: Unit, profile: Profile, place: Place, name: str, relation: str = "citizen"
) -> Standing | None:
    """The refusal that stands for this talk, whole or to a part (C31); of several that to the same name.

    None where nobody has to be told beforehand what holds: there a new wish is assessed anew. A talk
    outside Teams has a row of its own for each notice, so it is known by its day and the name, or by
    its hour and who typed it in.
    """
    if not profile.is_notice:
        return None
    found = [
        (request, meeting)
        for request, meeting in await _refused(unit, relation)
        if await _may_be_same(unit, request, meeting, place)
    ]
    names = await _names(unit, [request for request, _ in found])
    same = [pair for pair in found if names[pair[0].id] == _plain(name)]
    if same:
        return Standing(same[-1][0], same_name=True)
    here = [request for request, meeting in found if _is_same(request, meeting, place)]
    return Standing(here[-1], same_name=False) if here else None


async def _refused(unit: Unit, relation: str) -> Sequence[tuple[Request, Meeting]]:
    no = (Request.state == "not_granted") | (
        (Request.state == "granted") & (Request.scope == "own_part")
    )
    query = (
        select(Request, Meeting)
        .join(Meeting, Request.meeting_id == Meeting.id)
        .where(no, Request.relation == relation, Meeting.state == "coming")
        .order_by(Request.created_at)
    )
    return [(row[0], row[1]) for row in (await unit.session.execute(query)).all()]


async def _may_be_same(unit: Unit, request: Request, meeting: Meeting, place: Place) -> bool:
    if place.meeting and meeting.id == place.meeting:
        return request in await showing.concerning(unit, meeting)
    if request.department != place.department or not (meeting.starts_at and place.at):
        return False
    return showing.same_day(meeting.starts_at, place.at)


def _is_same(request: Request, meeting: Meeting, place: Place) -> bool:
    """The same talk, whatever the name: one employee holds only one at a time."""
    if place.meeting and meeting.id == place.meeting:
        return True
    holder = place.registered_by in (request.caseworker_oid, request.registered_by)
    return holder and meeting.starts_at is not None and meeting.starts_at == place.at


async def _names(unit: Unit, requests: Sequence[Request]) -> dict[UUID, str]:
    stored = await unit.personal.opened_where_possible([request.id for request in requests])
    return {r.id: _plain(stored[r.id].get("citizen_name", "")) for r in requests}


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def check(standing: Standing | None, typed: Mapping[str, str]) -> tuple[Problem, ...]:
    """What has to be said before a notice is taken although a refusal stands: somebody else records,
    or what is new. Of the same name it is somebody else only if that is written as what is new."""
    if standing is None:
        return ()
    why = typed.get("after_refusal", "")
    if why == NEW_FACTS:
        said = typed.get("new_facts", "").strip()
        return () if said else (Problem("new_facts", "new_facts_missing"),)
    if why != OTHER_PERSON:
        return (Problem("after_refusal", "refusal_stands"),)
    return (Problem("after_refusal", "refused_same_name"),) if standing.same_name else ()


async def place_of(office: Office, unit: Unit, wish: Wish, oid: str) -> Place:
    """The talk a notice typed in by this person is about."""
    known = await find.meeting(unit.session, wish.meeting) if wish.meeting else None
    return Place(
        meeting=wish.meeting,
        at=known.starts_at if known else wish.meeting_at,
        department=wish.department or office.department_of(oid).id,
        registered_by=oid,
    )


async def shown(unit: Unit, standing: Standing | None) -> dict[str, str]:
    """What whoever gives the notice is told of the refusal: its number and whom to ask. Never who was
    refused or why: the notice may be given by a colleague."""
    if standing is None:
        return {}
    who = await holders.handler_name(unit, standing.request)
    return {"number": standing.request.number, "who": who}


@rule("C27", surface="card")
async def note_taken(unit: Unit, request: Request, standing: Standing, why: str, oid: str) -> None:
    """The notice was taken although a refusal stands: written down by whom, and the employee of the
    refused case is shown so."""
    earlier = standing.request
    facts = {"earlier": earlier.number, "why": why}
    await unit.journal.write(request.id, "told_after_refusal", actor=oid, facts=facts)
    facts = {"later": request.number, "why": why}
    await unit.journal.write(earlier.id, "told_anew", actor=oid, facts=facts)
    await effects.refresh_case(unit, earlier, "told_anew")


async def own(unit: Unit, oid: str, meeting: UUID | None, at: datetime | None) -> Request | None:
    """The refusal of an employee's own notice of this talk: the meeting, or one she holds at that time,
    whomever she now names as her leader."""
    for request, place in await _refused(unit, "employee"):
        if request.requester_oid != oid or request.state != "not_granted":
            continue
        if place.id == meeting:
            return request if request in await showing.concerning(unit, place) else None
        if at and place.starts_at and abs(place.starts_at - at) < NEAR:
            return request
    return None
