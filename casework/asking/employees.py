"""An employee tells that she records a talk of official character with her leader (C1, C2, C7).

She is the one who records, and never handles her own case: the leader does. What she told lies in no
queue, is shown to nobody but her and the leader, and ends in her personnel file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID, uuid4

from sqlalchemy import func, select

from casework import closed, commands, effects, showing
from casework.afterwards import tasks
from casework.asking import entering, standing
from casework.asking.intake import ground_choices, meeting_choices
from casework.asking.registration import (
    COMPANION,
    OTHER_MEETING,
    check_meeting,
    cleaned,
    others_said,
)
from casework.deciding import drafts, precedents
from casework.deciding.answers import letter_paragraphs
from casework.office import Office
from guidelines.problem import Problem
from guidelines.request import EMPLOYEE, check_ground, check_role, next_answer, next_state
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Meeting, Request
from texts import views
from texts.catalog import text
from texts.limits import too_long

MANAGER = "manager"
"""The leader is who Entra names; a job looks that up."""
ORDER = (
    "employee_type", "leader", "meeting", "meeting_kind", "meeting_date", "meeting_time", "companion",
    "ground", "ground_text",
)  # fmt: skip
LIVE = (*find.OPEN_STATES, "granted")


@dataclass(frozen=True)
class Told:
    """What an employee told, checked. ``leader`` None: the one Entra names."""

    employee_type: str
    leader: str | None
    meeting: UUID | None
    meeting_at: datetime | None
    meeting_kind: str
    personal: Mapping[str, str]
    others_affairs: bool | None = None


@rule("A1", "C1", surface="card")
async def open_notice(
    office: Office, unit: Unit, command: commands.OpenEmployeeNotice
) -> views.View:
    """The empty form, for employees where the guideline covers them."""
    oid = command.actor.oid or ""
    meeting = await _meeting_here(unit, command.chat_id)
    values = {"leader": _usual_leader(office, oid)}
    if meeting:
        values["meeting"] = str(meeting.id)
    return await _form(office, unit, oid, meeting, values)


async def _meeting_here(unit: Unit, chat_id: str | None) -> Meeting | None:
    return await find.meeting_by_chat(unit.session, chat_id) if chat_id else None


def _usual_leader(office: Office, oid: str) -> str:
    """The unit's own leader; one who leads the unit herself has hers in Entra."""
    approver = office.department_of(oid).approver_oid
    return approver if approver and approver != oid else MANAGER


async def _leaders(office: Office, unit: Unit, oid: str) -> tuple[views.Choice, ...]:
    found = []
    for department, leader in office.departments.leaders():
        if leader == oid:
            continue
        name = await showing.name_of(unit, leader)
        label = text("choice.leader" if name else "choice.leader_unnamed", "da",
                     name=name, department=department.name)  # fmt: skip
        found.append(views.Choice(leader, label))
    return (*found, views.Choice(MANAGER, text("choice.leader_manager", "da")))


async def _meetings(unit: Unit, oid: str, here: Meeting | None) -> tuple[views.Choice, ...]:
    """Her own meetings, and the one whose chat she pressed in; nobody else's."""
    return tuple(await meeting_choices(unit, {oid}, oid, here))


async def _form(
    office: Office,
    unit: Unit,
    oid: str,
    here: Meeting | None,
    values: Mapping[str, str],
    problems: tuple[Problem, ...] = (),
) -> views.EmployeeNotice:
    profile = office.profile
    missed = any(problem.code == "employee_type_not_covered" for problem in problems)
    return views.EmployeeNotice(
        types=tuple(
            views.Choice(kind.id, kind.label["da"]) for kind in profile.employee_meeting_types
        ),
        leaders=await _leaders(office, unit, oid),
        meetings=await _meetings(unit, oid, here),
        kinds=profile.meeting_kinds,
        grounds=ground_choices(profile),
        values=values,
        problems=() if missed else problems,
        not_covered=_not_covered(office) if missed else "",
    )


@rule("C7", surface="card")
def _not_covered(office: Office) -> str:
    """That the talk is not covered, and whom to agree with, in the municipality's words if it has any."""
    if office.profile.says("talk_not_covered"):
        return office.profile.texts["talk_not_covered"]["da"]
    return text("form.talk_not_covered", "da")


@rule("C1", "C2", "C6", "C7", surface="card")
async def tell(office: Office, unit: Unit, command: commands.TellAsEmployee) -> views.View:
    """Store the notice, once, and show the receipt. A talk that is not covered is explained, and
    nothing of it is stored (C7)."""
    oid = command.actor.oid or ""
    here = await _meeting_here(unit, command.chat_id)
    told, problems = await _check(office, unit, oid, here, cleaned(command.form))
    if told is None:
        return await _form(office, unit, oid, here, cleaned(command.form), problems)
    await unit.session.execute(select(func.pg_advisory_xact_lock(func.hashtext(oid))))
    before = await _told_before(unit, oid, told)
    if before is not None:
        return await receipt(office, unit, before)
    meeting = await entering.meeting_for(
        office, unit, told.meeting, told.meeting_at, told.meeting_kind, told.leader
    )
    if meeting.state == "cancelled":
        cancelled = (Problem("meeting", "meeting_cancelled"),)
        return await _form(office, unit, oid, here, cleaned(command.form), cancelled)
    await showing.learn_name(unit, oid, command.actor.name)
    name = command.actor.name or await showing.name_of(unit, oid)
    request = await enter(
        office, unit, told, meeting, requester=oid, by=oid, name=name, key=command.inbound_key
    )
    return await receipt(office, unit, request)


async def _check(
    office: Office, unit: Unit, oid: str, here: Meeting | None, typed: Mapping[str, str]
) -> tuple[Told | None, tuple[Problem, ...]]:
    profile = office.profile
    problems = [*check_role(profile, EMPLOYEE, typed.get("employee_type", ""))]
    leader = typed.get("leader", "")
    if leader not in {choice.id for choice in await _leaders(office, unit, oid)}:
        problems.append(Problem("leader", "leader_missing"))
    known = {choice.id for choice in await _meetings(unit, oid, here)} - {OTHER_MEETING}
    meeting, meeting_at, kind, faults = check_meeting(
        typed, known, unit.now, kinds=profile.meeting_kinds
    )
    ground, words = typed.get("ground", ""), typed.get("ground_text", "")
    problems += [*faults, *check_ground(profile, ground, words)]
    problems += too_long(typed, "ground_text")
    if problems:
        return None, tuple(sorted(problems, key=lambda problem: ORDER.index(problem.field)))
    companion = typed.get("companion", "")
    personal = {
        "ground": ground,
        "ground_text": words,
        "companion": companion if companion in COMPANION else "",
    }
    told = Told(
        employee_type=typed["employee_type"],
        leader=None if leader == MANAGER else leader,
        meeting=meeting,
        meeting_at=meeting_at,
        meeting_kind=kind,
        personal={name: value for name, value in personal.items() if value},
        others_affairs=others_said(typed),
    )
    return told, ()


@rule("C27", surface="card")
async def _told_before(unit: Unit, oid: str, told: Told) -> Request | None:
    """The same talk, told of before and not withdrawn: a second press, or a second thought. Where it
    was refused the refusal stands: telling again is no way round two persons (C27)."""
    query = select(Request, Meeting).join(Meeting, Request.meeting_id == Meeting.id)
    own = query.where(Request.requester_oid == oid, Request.state.in_(LIVE))
    for request, meeting in (await unit.session.execute(own)).all():
        elsewhere = not told.meeting and meeting.starts_at == told.meeting_at
        same_leader = told.leader in (None, request.caseworker_oid)
        if meeting.id == told.meeting or (elsewhere and same_leader):
            return request
    return await standing.own(unit, oid, told.meeting, told.meeting_at)


async def enter(
    office: Office,
    unit: Unit,
    told: Told,
    meeting: Meeting,
    *,
    requester: str | None,
    by: str,
    name: str,
    key: str | None = None,
) -> Request:
    """Store an employee's notice or wish. ``requester`` None: ``by`` says somebody records whom no
    directory names. ``key``: the command's inbound key."""
    profile = office.profile
    request = Request(
        id=uuid4(),
        number=entering.case_number(),
        meeting_id=meeting.id,
        department=office.department_of(requester or by).id,
        registered_by=by,
        requester_oid=requester,
        caseworker_oid=told.leader,
        relation=EMPLOYEE,
        role=EMPLOYEE,
        notice=profile.is_notice,
        others_affairs=told.others_affairs,
        state=entering.first_state(profile, told.personal.get("ground", "")),
        late=entering.came_late(profile, unit.now, meeting.starts_at),
        answer_by="teams" if requester else "handed_over",
        profile_id=profile.id,
        profile_version=profile.version,
        verdicts={},
        answer_state="none",
        created_at=unit.now,
        inbound_key=key,
    )
    talk = {showing.TALK: told.employee_type} if told.employee_type else {}
    words = {"citizen_name": name, **told.personal, **talk}
    await entering.store(unit, request, meeting, words, by)
    if request.notice:
        await entering.take_notice(office, unit, request, meeting)
    else:
        await entering.have_it_assessed(office, unit, request)
    return request


async def receipt(
    office: Office,
    unit: Unit,
    request: Request,
    values: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
) -> views.EmployeeReceipt:
    """The employee's own card: what she told, the letter, and how it stands."""
    personal = await closed.opened(unit, request)
    kind = office.profile_of(request).employee_meeting(showing.talk_of(request, personal))
    part = request.state == "not_granted" or request.scope == "own_part"
    meeting = await showing.the_meeting(unit, request)
    state = request.state if request.state not in find.OPEN_STATES else "received"
    return views.EmployeeReceipt(
        request_id=request.id,
        version=request.version,
        number=request.number,
        meeting=await showing.meeting_line(unit, meeting),
        kind=kind.label["da"] if kind else closed.said(personal, showing.TALK),
        leader=await showing.name_of(unit, request.caseworker_oid),
        state=cast(views.ReceiptState, state),
        paragraphs=letter_paragraphs(personal),
        may_withdraw=request.state in LIVE and meeting.state == "coming",
        to_read=part and request.answer_state in ("ready", "sent", "failed"),
        leader_found=request.caseworker_oid is not None,
        may_tell_anew=request.state == "not_granted" and meeting.state == "coming",
        values=dict(values or {}),
        problems=problems,
    )


async def show_receipt(office: Office, unit: Unit, command: commands.ShowReceipt) -> views.View:
    """The receipt as it stands now."""
    request = await find.request(unit.session, command.request_id)
    if request is None:
        return views.Toast(code="no_longer_possible")
    return await receipt(office, unit, request)


@rule("C5", "C6", surface="card")
async def withdraw(office: Office, unit: Unit, command: commands.WithdrawOwn) -> views.View:
    """She no longer wishes to record. No reason is asked for."""
    request = await find.request(unit.session, command.request_id, lock=True)
    if request is None:
        return views.Toast(code="no_longer_possible")
    request.state = next_state(showing.state_of(request), "withdraw")
    await unit.session.flush()
    await unit.journal.write(
        request.id, "withdrawn", actor=command.actor.oid or "", facts={"by": "requester"}
    )
    await drafts.drop(unit, request)
    await precedents.forget(unit, request)
    await unit.effects.cancel(effects.ASK, str(request.id))
    await unit.effects.cancel(effects.ESCALATE, str(request.id))
    await effects.revoke(unit, request)
    args = {"request_id": str(request.id)}
    await unit.effects.schedule(effects.DECIDER_CARDS, str(request.id), args=args)
    await effects.refresh_case(unit, request, "withdrawn")
    return await receipt(office, unit, request)


@rule("C28", surface="card")
async def confirm_read(office: Office, unit: Unit, command: commands.ConfirmRead) -> views.View:
    """She has read the answer with its reasons: only this recorded fact makes it delivered."""
    request = await find.request(unit.session, command.request_id, lock=True)
    if request is None:
        return views.Toast(code="no_longer_possible")
    if request.answer_state in ("ready", "sent", "failed"):
        request.answer_state = next_answer(showing.answer_of(request), "deliver")
        request.answer_how, request.answer_at = "read_in_teams", unit.now
        await unit.session.flush()
        oid = command.actor.oid or ""
        facts = {"how": request.answer_how, "at": unit.now.isoformat()}
        await unit.journal.write(request.id, "answer_delivered", actor=oid, facts=facts)
        for kind in tasks.ABOUT_ANSWER:
            await tasks.finish_task(unit, request, kind, oid)
        await effects.note_changed(unit, request)
        await effects.refresh_case(unit, request)
    return await receipt(office, unit, request)
