"""The department's queue: wishes that nobody has taken yet (B17)."""

from __future__ import annotations

from casework import closed, commands, effects, showing
from casework.afterwards import printouts
from casework.deciding import proposals
from casework.office import Office
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Request
from texts import views


@rule("B17", "C1", surface="card")
async def show_queue(office: Office, unit: Unit, command: commands.ShowQueue) -> views.View:
    """The queue of the unit the presser works or decides in, and of no other (B17).

    Citizens' wishes only: what an employee told of a talk with a leader is in nobody's queue (C1).
    """
    own = office.departments.unit_of(command.actor.oid)
    if own is None:
        return views.Toast(code="not_your_queue")
    items = []
    for request in await find.queue_of(unit.session, own.id):
        personal = await closed.opened(unit, request)
        meeting = await showing.the_meeting(unit, request)
        items.append(
            views.QueueItem(
                request_id=request.id,
                number=request.number,
                meeting=await showing.meeting_line(unit, meeting),
                citizen_name=personal.get("citizen_name", ""),
                received_at=request.created_at,
                late=request.late,
                told_only=request.notice,
                closed=tuple(personal.closed & {"citizen_name"}),
            )
        )
    waiting = await printouts.waiting_printouts(unit, own.id)
    return views.Queue(department=own.name, items=tuple(items), printouts=waiting)


async def take_from_queue(
    office: Office, unit: Unit, command: commands.TakeFromQueue
) -> views.View:
    """Somebody of the department takes a wish; from then on it is theirs alone. Where the department
    decides, whoever was asked no longer is: nobody decides a case of their own (B11). Where the
    employee decides, it is now hers to decide (A14)."""
    request = await find.request(unit.session, command.request_id, lock=True)
    oid = command.actor.oid or ""
    if request is None:
        return views.Toast(code="no_longer_possible")
    if request.caseworker_oid == oid:
        return await showing.case(office, unit, request, oid)
    if request.decided_by == oid:  # otherwise they would have decided in a case of their own
        return await showing.decided(unit, request, oid)
    request.caseworker_oid = oid
    await showing.learn_name(unit, oid, command.actor.name)
    if office.profile_of(request).grant_decider == "employee":
        await _ask(unit, request)
    else:
        await _step_back(unit, request, oid)
    await unit.session.flush()
    await unit.journal.write(request.id, "taken_from_queue", actor=oid, facts={})
    await effects.refresh_case(unit, request)
    return await showing.case(office, unit, request, oid)


async def _step_back(unit: Unit, request: Request, oid: str) -> None:
    """Who was asked and now handles the case is no decider of it; somebody else is asked."""
    if oid not in (request.approver_oid, request.confirmer_oid, request.deputy_oid):
        return
    if request.deputy_oid == oid:
        request.deputy_oid = None
    if request.approver_oid == oid:
        request.approver_oid = None
    if request.confirmer_oid == oid:
        request.confirmer_oid = None
    await unit.session.flush()
    if await _ask(unit, request) or await _ask_to_confirm(unit, request):
        args = {"request_id": str(request.id)}
        await unit.effects.schedule(effects.DECIDER_CARDS, str(request.id), args=args)


@rule("C27", surface="card")
async def _ask_to_confirm(unit: Unit, request: Request) -> bool:
    """Of a talk of one's own nobody confirms a refusal, so another is asked; whether one waits."""
    if not await proposals.stands(unit, request):
        return False
    args = {"request_id": str(request.id)}
    again = effects.CONFIRM_LATE if request.confirmer_oid else effects.CONFIRM
    await unit.effects.schedule(again, str(request.id), args=args)
    return True


async def _ask(unit: Unit, request: Request) -> bool:
    """Have the one asked who decides now; whether there is anything to decide."""
    if request.state not in find.OPEN_STATES:
        return False
    args = {"request_id": str(request.id)}
    await unit.effects.schedule(effects.ASK, str(request.id), args=args)
    return True
