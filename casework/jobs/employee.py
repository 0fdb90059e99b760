"""The job that keeps an employee's own receipt true, and finds the leader she did not name."""

from __future__ import annotations

from uuid import UUID

from casework import effects, showing
from casework.asking import employees, entering
from casework.jobs.answering import note_answer
from casework.jobs.loading import learn_names, request_id
from casework.jobs.posting import show_if_reachable
from casework.office import Bench
from guidelines.rules import rule
from store import find
from store.jobs import Claim
from store.tables import Request

ANSWERED = ("granted", "not_granted")


async def receipt_card(bench: Bench, claim: Claim) -> str:
    """Her card in her own chat. An answer that stands there is sent; read is what she says."""
    found = request_id(claim)
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found)
    if request is None or request.requester_oid is None:
        return "gone"
    if request.caseworker_oid is None:
        await _find_leader(bench, request)
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found)
        if request is None or request.requester_oid is None:
            return "gone"
        view = await employees.receipt(bench.office, unit, request)
    shown = await show_if_reachable(bench, f"receipt:{found}", request.requester_oid, view)
    if request.answer_state == "ready" and request.state in ANSWERED:
        await note_answer(bench, found, sent=shown)
    return "shown" if shown else "not_reachable"


@rule("C1", "C27", surface="card")
async def _find_leader(bench: Bench, request: Request) -> None:
    """Who Entra names as her manager, else HR/Jura: somebody stands for the municipality, and it is
    never the employee herself."""
    manager = await bench.outside.directory.manager_of(request.requester_oid or "")
    others = [oid for oid in bench.office.departments.hr_legal if oid != request.requester_oid]
    named = manager.oid if manager and manager.enabled else None
    leader = named if named != request.requester_oid else None
    leader = leader or next(iter(others), None)
    if leader is None:
        return
    await learn_names(bench, leader)
    await _enter_leader(bench, request.id, leader)


async def _enter_leader(bench: Bench, found: UUID, leader: str) -> None:
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found, lock=True)
        if request is None or request.caseworker_oid is not None:
            return
        request.caseworker_oid = leader
        meeting = await showing.the_meeting(unit, request)
        if meeting.chat_id is None and meeting.organizer_oid is None:
            meeting.organizer_oid = leader  # outside Teams the leader holds the talk (C19)
        await unit.session.flush()
        await unit.journal.write(found, "leader_found", actor="system", facts={"leader": leader})
        if request.notice and request.state == "granted":
            await entering.make_receipt(bench.office, unit, request, meeting)
        elif request.state in find.OPEN_STATES:
            args = {"request_id": str(found)}
            await unit.effects.schedule(effects.ASK, str(found), args=args)
        await effects.refresh_case(unit, request)
