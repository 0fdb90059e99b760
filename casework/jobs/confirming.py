"""Jobs that ask the second person of a refusal: the nearest leader, in time the deputy (C27)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import UUID

from casework import effects, showing
from casework.afterwards import own_matter, tasks
from casework.deciding import answers, proposals
from casework.jobs.asking import deputy_due
from casework.jobs.loading import learn_names, request_id
from casework.jobs.posting import show_if_reachable
from casework.office import Bench
from guidelines.rules import rule
from store import find
from store.jobs import Claim
from store.tables import Request


async def ask(bench: Bench, claim: Claim) -> str:
    """Ask the one who confirms; when nobody can be reached, the proposer has to find somebody."""
    request = await _waiting(bench, request_id(claim))
    if request is None:
        return "closed"
    await learn_names(bench, request.caseworker_oid, request.proposed_by)
    tried: set[str] = set()
    async for oid in confirmers(bench, request):
        if oid in tried:
            continue
        tried.add(oid)
        await learn_names(bench, oid)
        if await _put_proposal(bench, request.id, oid):
            return await _enter(bench, request.id, oid)
    return await nobody_to_confirm(bench, request.id)


@rule("C27", surface="card")
async def confirmers(bench: Bench, request: Request) -> AsyncIterator[str]:
    """Who may be asked, nearest first: the unit's leader, the proposer's manager, that one's manager,
    HR/Jura. Never anybody who has a side in it: the proposer, whose talk it is, who wishes to record, and
    who called the meeting, who is the counterpart.

    The leader an employee records is the counterpart, so there it begins one level up.
    """
    never = await _never(bench, request)
    unit = bench.office.department(request.department)
    directory = bench.outside.directory
    if request.confirmer_oid and request.confirmer_oid not in never:  # asked already
        yield request.confirmer_oid
    if request.relation != "employee" and unit.approver_oid and unit.approver_oid not in never:
        person = await directory.person(unit.approver_oid)
        if person and person.enabled:
            yield person.oid
    async for oid in _leaders_above(bench, request, levels=2):
        yield oid
    async for oid in _hr_legal(bench, request):
        yield oid


async def _leaders_above(bench: Bench, request: Request, *, levels: int) -> AsyncIterator[str]:
    """The proposer's manager, that one's manager and so on, nearest first."""
    below, never = request.proposed_by or "", await _never(bench, request)
    for _ in range(levels):
        manager = await bench.outside.directory.manager_of(below)
        if manager is None:
            return
        if manager.enabled and manager.oid not in never:
            yield manager.oid
        below = manager.oid


async def _hr_legal(bench: Bench, request: Request) -> AsyncIterator[str]:
    never = await _never(bench, request)
    for oid in bench.office.departments.hr_legal:
        person = await bench.outside.directory.person(oid) if oid not in never else None
        if person and person.enabled:
            yield oid


async def _never(bench: Bench, request: Request) -> frozenset[str]:
    """Who has a side in it: in a talk of an employee with a leader also who called it, the counterpart
    (C27, domain 7.2). With a citizen, the nearest leader who only set the time is still the leader."""
    async with bench.database.unit() as unit:
        return await own_matter.never_second(bench.office, unit, request)


@rule("C27", surface="card")
async def deputies(bench: Bench, request: Request) -> AsyncIterator[str]:
    """Who may be asked besides, when the first is silent: the unit's deputy, then HR/Jura.

    The unit's deputy stands in for the leader an employee records, who is the counterpart: so there
    it goes one further up instead.
    """
    asked = await _never(bench, request) | {request.confirmer_oid}
    if request.relation == "employee":
        async for oid in _leaders_above(bench, request, levels=3):
            if oid not in asked:
                yield oid
    else:
        deputy = bench.office.department(request.department).deputy_oid
        if deputy and deputy not in asked:
            yield deputy
    async for oid in _hr_legal(bench, request):
        if oid not in asked:
            yield oid


async def _waiting(bench: Bench, found: UUID) -> Request | None:
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found)
        return request if request and await proposals.stands(unit, request) else None


async def _put_proposal(bench: Bench, found: UUID, oid: str) -> bool:
    """Put the card into the person's chat; whether it stands there."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found)
        if request is None:
            return False
        view = await proposals.confirmation(bench.office, unit, request, oid)
    return await show_if_reachable(bench, f"confirm:{found}:{oid}", oid, view)


async def _enter(bench: Bench, found: UUID, oid: str) -> str:
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found, lock=True)
        if request is None or not await proposals.stands(unit, request):
            return await _too_late(bench, found)
        if oid in bench.office.sides_of(request):
            return await _too_late(bench, found)
        if request.confirmer_oid == oid:
            return "asked"
        request.confirmer_oid = oid
        if request.deputy_oid == oid:
            request.deputy_oid = None
        await unit.session.flush()
        facts = {"confirmer": oid}
        await unit.journal.write(found, "confirmation_asked", actor="system", facts=facts)
        if bench.office.card_shows_ground(request, "confirmer"):
            await answers.log_look(unit, request, oid)
        await tasks.finish_task(unit, request, "no_confirmer", "system")
        meeting = await showing.the_meeting(unit, request)
        await unit.effects.schedule(
            effects.CONFIRM_LATE,
            str(found),
            args={"request_id": str(found)},
            due_at=deputy_due(bench.office.profile_of(request), meeting.starts_at, unit.now),
        )
        await effects.refresh_case(unit, request, "refusal_proposed")
    return "asked"


async def _too_late(bench: Bench, found: UUID) -> str:
    """It ended meanwhile: the card that was just put up is corrected."""
    async with bench.database.unit() as unit:
        args = {"request_id": str(found)}
        await unit.effects.schedule(effects.DECIDER_CARDS, str(found), args=args)
    return "closed"


async def ask_deputy(bench: Bench, claim: Claim) -> str:
    """The leader has not answered in time: the deputy is asked too, and either may confirm."""
    request = await _waiting(bench, request_id(claim))
    if request is None:
        return "closed"
    async for deputy in deputies(bench, request):
        await learn_names(bench, deputy)
        if await _put_proposal(bench, request.id, deputy):
            return await _enter_deputy(bench, request.id, deputy)
    return await nobody_to_confirm(bench, request.id)


async def _enter_deputy(bench: Bench, found: UUID, deputy: str) -> str:
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found, lock=True)
        if request is None or not await proposals.stands(unit, request):
            return await _too_late(bench, found)
        if deputy in bench.office.sides_of(request) | {request.confirmer_oid}:
            return await _too_late(bench, found)
        if request.deputy_oid is None:
            request.deputy_oid = deputy
            await unit.session.flush()
            facts = {"deputy": deputy}
            await unit.journal.write(
                found, "confirmation_deputy_asked", actor="system", facts=facts
            )
            if bench.office.card_shows_ground(request, "deputy"):
                await answers.log_look(unit, request, deputy)
            await tasks.finish_task(unit, request, "no_confirmer", "system")
            await effects.refresh_case(unit, request, "confirm_deputy_asked")
    return "asked"


async def nobody_to_confirm(bench: Bench, found: UUID) -> str:
    """Nobody could be reached: the wish stays as it is, and the proposer has to find somebody."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found, lock=True)
        if request is None or not await proposals.stands(unit, request):
            return "closed"
        await unit.journal.write(found, "no_confirmer", actor="system", facts={})
        owner = request.proposed_by or request.registered_by
        await tasks.give_task(unit, request, "no_confirmer", owner, again=True)
        await effects.refresh_case(unit, request, "no_confirmer")
    return "nobody_to_confirm"
