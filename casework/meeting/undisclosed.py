"""An untold recording where telling is enough: from now on it is a told one, and nothing else (C21)."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select

from casework import commands
from casework.asking import employees, entering, standing
from casework.asking.registration import Wish
from casework.office import Office
from guidelines.problem import Problem
from guidelines.profile import Profile
from guidelines.request import EMPLOYEE, check_role
from guidelines.rules import rule
from store.database import Unit
from store.tables import Chat, Colleague, Meeting, Request
from texts import views

CITIZEN = "citizen"


@rule("C1", "C2", surface="card")
def relation_said(profile: Profile, form: Mapping[str, str]) -> str:
    """Who is said to record: a citizen or, where the guideline covers it, an employee."""
    employees_too = EMPLOYEE in profile.requester_roles
    return EMPLOYEE if employees_too and form.get("recorder") == EMPLOYEE else CITIZEN


def talk_types(profile: Profile) -> tuple[views.Choice, ...]:
    """The kinds of talk an employee may be recording; empty where only citizens are covered."""
    if EMPLOYEE not in profile.requester_roles:
        return ()
    return tuple(views.Choice(kind.id, kind.label["da"]) for kind in profile.employee_meeting_types)


@rule("C1", "C7", surface="card")
def check(profile: Profile, form: Mapping[str, str]) -> tuple[Problem, ...]:
    """Who records has to be named; of an employee also in which kind of talk (C7)."""
    problems = () if form.get("who", "").strip() else (Problem("who", "name_missing"),)
    if relation_said(profile, form) == CITIZEN:
        return problems
    return (*problems, *check_role(profile, EMPLOYEE, form.get("employee_type", "")))


async def refused_here(
    office: Office, unit: Unit, meeting: Meeting, oid: str, form: Mapping[str, str]
) -> standing.Standing | None:
    """The refusal that stands for this meeting: who records in spite of it has not merely kept silent."""
    place = standing.Place(meeting.id, meeting.starts_at, office.department_of(oid).id, oid)
    relation = relation_said(office.profile, form)
    return await standing.refusal(unit, office.profile, place, form.get("who", ""), relation)


@rule("C1", "C21", "C22", surface="card")
async def take_notice(
    office: Office, unit: Unit, meeting: Meeting, oid: str, form: Mapping[str, str]
) -> Request:
    """Enter who records as if they had told of it: the others are told, guidance and note follow. No
    sanction, no word to HR/Jura. The receipt is what the employee has just said."""
    name = form["who"].strip()[:200]
    if relation_said(office.profile, form) == EMPLOYEE:
        request = await _of_employee(office, unit, meeting, oid, name, form["employee_type"])
    else:
        request = await _of_citizen(office, unit, meeting, oid, name)
    request.answer_state, request.answer_how, request.answer_at = "delivered", "spoken", unit.now
    await unit.session.flush()
    facts = {"how": "spoken", "at": unit.now.isoformat()}
    await unit.journal.write(request.id, "answer_delivered", actor=oid, facts=facts)
    return request


async def _of_citizen(office: Office, unit: Unit, meeting: Meeting, oid: str, name: str) -> Request:
    wish = Wish(
        meeting=meeting.id,
        meeting_at=meeting.starts_at,
        meeting_kind=meeting.kind,
        citizen_name=name,
        answer_by="spoken",
        contact="",
        ground="",
        ground_text="",
        companion="",
        own_words="",
        to_department=False,
        phone_possible=False,
    )
    actor = commands.Actor(mri="", oid=oid, name="")
    command = commands.RegisterRequest(actor=actor, form={})
    return await entering.enter(office, unit, command, wish, meeting, oid)


async def _of_employee(
    office: Office, unit: Unit, meeting: Meeting, oid: str, name: str, kind: str
) -> Request:
    """An employee's own talk, handled by the leader who holds it (C1); on her own card when she is
    known by her name."""
    told = employees.Told(
        employee_type=kind,
        leader=oid,
        meeting=meeting.id,
        meeting_at=meeting.starts_at,
        meeting_kind=meeting.kind,
        personal={},
    )
    requester = await _known_as(office, unit, name, oid)
    return await employees.enter(
        office, unit, told, meeting, requester=requester, by=oid, name=name
    )


async def _known_as(office: Office, unit: Unit, name: str, but: str) -> str | None:
    """The one employee of this name, the presser apart; None when nobody or several are called so."""
    plain = name.strip().casefold()
    found = set()
    for table in (Chat, Colleague):
        query = select(table.oid).where(func.lower(table.name) == plain)
        found |= set((await unit.session.scalars(query)).all())
    known = [oid for oid in found - {but} if office.departments.is_employee(oid)]
    return known[0] if len(known) == 1 else None
