"""Jobs that ask: the one who decides, the deputy in time, and everybody asked told how it ended.

Somebody has been asked once the card stands in their chat, and not before.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from uuid import UUID

from casework import effects, showing
from casework.afterwards import tasks
from casework.deciding import answers, assessing, proposals
from casework.jobs.loading import learn_names, load, request_id
from casework.jobs.posting import show_if_reachable
from casework.meeting import holders
from casework.office import Bench
from guidelines.profile import Profile
from guidelines.request import next_state
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Meeting, Request
from texts import views


async def ask(bench: Bench, claim: Claim) -> str:
    """Ask the one who decides: configured approver, else the Graph manager, else the deputy (B17).
    Where the employee decides, the caseworker; nobody while the wish lies in the queue (A14)."""
    found = await load(bench, request_id(claim))
    if found is None or found[0].state not in find.OPEN_STATES:
        return "closed"
    request, _ = found
    if _by_the_employee(bench, request) and request.caseworker_oid is None:
        return "in_queue"
    await learn_names(bench, request.caseworker_oid, request.registered_by)
    tried: set[str] = set()
    async for oid in _candidates(bench, request):
        if oid in tried:
            continue
        tried.add(oid)
        await learn_names(bench, oid)
        if await _put_question(bench, request.id, oid):
            return await _enter_asked(bench, request.id, oid)
    return await nobody_to_ask(bench, request.id)


@rule("A14", surface="card")
def _by_the_employee(bench: Bench, request: Request) -> bool:
    """Whether the employee whose meeting it is assesses the wish: no leader and no deputy."""
    return bench.office.profile_of(request).grant_decider == "employee"


@rule("B8", "B17", surface="card")
async def _candidates(bench: Bench, request: Request) -> AsyncIterator[str]:
    """Who may be asked, best first: who has been asked already stays the one. Never the employee
    whose own case it is, except where the employee decides."""
    if _by_the_employee(bench, request):
        if request.caseworker_oid:
            yield request.caseworker_oid
        return
    own = {request.caseworker_oid, request.registered_by}
    unit = bench.office.department(request.department)
    directory = bench.outside.directory
    for oid in (request.approver_oid, unit.approver_oid):
        person = await directory.person(oid) if oid and oid not in own else None
        if person and person.enabled:
            yield person.oid
    manager = await directory.manager_of(request.caseworker_oid or request.registered_by)
    if manager and manager.enabled and manager.oid not in own:
        yield manager.oid
    if unit.deputy_oid and unit.deputy_oid not in own:
        person = await directory.person(unit.deputy_oid)
        if person is None or person.enabled:
            yield unit.deputy_oid


async def _put_question(bench: Bench, found: UUID, oid: str, *, as_deputy: bool = False) -> bool:
    """Put the card into the person's chat; whether it stands there."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found)
        if request is None:
            return False
        view = await assessing.assessment(bench.office, unit, request, oid, as_deputy=as_deputy)
    return await show_if_reachable(bench, f"decide:{found}:{oid}", oid, view)


async def _enter_asked(bench: Bench, found: UUID, oid: str, notice: str = "") -> str:
    """Note that the question stands in the person's chat; ``notice``: what the employee's card says of it."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found, lock=True)
        if request is None or not await _still_to_ask(bench, unit, request, oid):
            return "closed"
        if request.approver_oid == oid:
            return "asked"
        request.approver_oid = oid
        if request.deputy_oid == oid:
            request.deputy_oid = None
        own = _by_the_employee(bench, request)
        if not own:
            request.state = next_state(showing.state_of(request), "ask_leader")
        elif request.state == "received":  # what is missing stays to be asked for (A13)
            request.state = next_state("received", "assess")
        await unit.session.flush()
        await unit.journal.write(found, "asked", actor="system", facts={"approver": oid})
        if bench.office.card_shows_ground(request, "own" if own else "approver"):
            await answers.log_look(unit, request, oid)
        await _somebody_was_found(unit, request)
        if not own:
            await plan_escalation(bench, unit, request, await showing.the_meeting(unit, request))
        asked = "asked_employee" if own else "asked_leader"
        await effects.refresh_case(unit, request, notice or asked)
        await _refresh_deciders(unit, request)
    return "asked"


async def _somebody_was_found(unit: Unit, request: Request) -> None:
    for kind in tasks.NOBODY_TO_ASK:
        await tasks.finish_task(unit, request, kind, "system")


async def _still_to_ask(bench: Bench, unit: Unit, request: Request, oid: str) -> bool:
    """Whether the question still stands; otherwise the card that was just put up is corrected."""
    mine = oid in (request.caseworker_oid, request.registered_by)
    if _by_the_employee(bench, request):
        mine = oid != request.caseworker_oid
    if request.state in find.OPEN_STATES and not mine:
        return True
    await _refresh_deciders(unit, request)
    return False


async def _refresh_deciders(unit: Unit, request: Request) -> None:
    await unit.effects.schedule(
        effects.DECIDER_CARDS, str(request.id), args={"request_id": str(request.id)}
    )


async def plan_escalation(bench: Bench, unit: Unit, request: Request, meeting: Meeting) -> None:
    """Set or move the time at which the deputy is asked too; nothing once that has been done."""
    if (
        request.state in find.OPEN_STATES
        and not _by_the_employee(bench, request)
        and request.approver_oid is not None
        and request.deputy_oid is None
    ):
        await unit.effects.schedule(
            effects.ESCALATE,
            str(request.id),
            args={"request_id": str(request.id)},
            due_at=deputy_due(bench.office.profile_of(request), meeting.starts_at, unit.now),
        )


def deputy_due(profile: Profile, starts_at: datetime | None, now: datetime) -> datetime:
    """When the deputy is asked too: after the profile's time, or half-way to the meeting."""
    due = now + profile.deputy_after
    if starts_at and starts_at > now:
        due = min(due, now + (starts_at - now) / 2)
    return due


async def nobody_to_ask(bench: Bench, found: UUID) -> str:
    """Nobody who decides could be reached, or nobody besides the one who was asked and is silent:
    the employee has to find somebody."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found, lock=True)
        if request is None or request.state not in find.OPEN_STATES:
            return "closed"
        await unit.journal.write(found, "no_approver", actor="system", facts={})
        owner = holders.responsible(bench.office, request)
        missing = "no_deputy" if request.approver_oid else "no_approver"
        await tasks.give_task(unit, request, missing, owner, again=True)
        await effects.refresh_case(unit, request, missing)
    return "nobody_to_ask"


@rule("B17", surface="card")
async def escalate(bench: Bench, claim: Claim) -> str:
    """None has answered in time: the deputy is asked too, and either may decide."""
    found = await load(bench, request_id(claim))
    if found is None or found[0].state not in find.OPEN_STATES:
        return "closed"
    request, _ = found
    if _by_the_employee(bench, request):  # nobody else decides; it may be decided now (A9)
        await _decide_now(bench, request.id)
        return "own"
    deputy = bench.office.department(request.department).deputy_oid
    own = {request.caseworker_oid, request.registered_by, request.approver_oid}
    if deputy is None or deputy in own:  # silence leads to a person doing something (B17)
        return await nobody_to_ask(bench, request.id)
    await learn_names(bench, deputy)
    if not await _put_question(bench, request.id, deputy, as_deputy=True):
        return await nobody_to_ask(bench, request.id)
    async with bench.database.unit() as unit:
        locked = await find.request(unit.session, request.id, lock=True)
        if locked is None or not await _still_to_ask(bench, unit, locked, deputy):
            return "closed"
        if locked.deputy_oid is None:
            locked.deputy_oid = deputy
            await unit.session.flush()
            facts = {"deputy": deputy}
            await unit.journal.write(request.id, "deputy_asked", actor="system", facts=facts)
            if bench.office.card_shows_ground(locked, "deputy"):
                await answers.log_look(unit, locked, deputy)
            await _somebody_was_found(unit, locked)
            running = await find.running_occurrence(unit.session, locked.meeting_id)
            notice = "undecided_at_start" if running else "asked_deputy"
            await effects.refresh_case(unit, locked, notice)
    return "asked"


@rule("A9", surface="card")
async def _decide_now(bench: Bench, found: UUID) -> None:
    """The meeting has begun and nothing is decided: the employee may assess it now, also who could not be
    reached before; with that she has been asked."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found)
        oid = request.caseworker_oid if request else None
        if request is None or oid is None or request.state not in find.OPEN_STATES:
            return
        asked, now = request.approver_oid == oid, "undecided_at_start"
        view = await assessing.assessment(bench.office, unit, request, oid, notice=now)
    if await show_if_reachable(bench, f"decide:{found}:{oid}", oid, view) and not asked:
        await _enter_asked(bench, found, oid, now)


async def decider_cards(bench: Bench, claim: Claim) -> str:
    """Everybody who was asked sees what became of it; one who cannot be reached stops nobody."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None:
            return "gone"
        if request.state not in find.OPEN_STATES:
            await tasks.nobody_is_sought(unit, request)
        standing = await find.cards_like(unit.session, f"decide:{request.id}:")
        oids = [card.purpose.rsplit(":", 1)[-1] for card in standing if card.activity_id]
        shown = {oid: await _what_it_became(bench, unit, request, oid) for oid in oids}
        proposed = await _confirmations(bench, unit, request)
    for oid, view in shown.items():
        await show_if_reachable(bench, f"decide:{request.id}:{oid}", oid, view)
    for oid, view in proposed.items():
        await show_if_reachable(bench, f"confirm:{request.id}:{oid}", oid, view)
    return "shown"


async def _confirmations(bench: Bench, unit: Unit, request: Request) -> dict[str, views.View]:
    """What everybody who was asked to confirm a refusal is to see now (C27)."""
    standing = await find.cards_like(unit.session, f"confirm:{request.id}:")
    oids = [card.purpose.rsplit(":", 1)[-1] for card in standing if card.activity_id]
    waits = await proposals.stands(unit, request)
    return {
        oid: await proposals.confirmation(bench.office, unit, request, oid)
        if waits and bench.office.may_confirm(oid, request)
        else await proposals.ended(unit, request, oid)
        for oid in oids
    }


async def _what_it_became(bench: Bench, unit: Unit, request: Request, oid: str) -> views.View:
    if request.state not in find.OPEN_STATES:
        return await showing.decided(unit, request, oid)
    if bench.office.may_decide(oid, request):
        return await assessing.assessment(bench.office, unit, request, oid)
    asked = request.deputy_oid or request.approver_oid
    return views.NotYours(who=await showing.name_of(unit, asked))
