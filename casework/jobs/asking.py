"""Jobs that ask: the one who decides, the deputy in time, and everybody asked told how it ended.

Somebody has been asked once the card stands in their chat, and not before.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from uuid import UUID

from casework import answers, effects, showing
from casework.jobs.loading import learn_names, load, request_id
from casework.jobs.posting import show_if_reachable
from casework.office import Bench
from guidelines.request import next_state
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Meeting, Request
from texts import views


async def ask(bench: Bench, claim: Claim) -> str:
    """Ask the one who decides: configured approver, else the Graph manager, else the deputy (B17)."""
    found = await load(bench, request_id(claim))
    if found is None or found[0].state not in find.OPEN_STATES:
        return "closed"
    request, _ = found
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


async def _candidates(bench: Bench, request: Request) -> AsyncIterator[str]:
    """Who may be asked, best first: who has been asked already stays the one. Never the employee
    whose own case it is."""
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
        view = await showing.assessment(bench.office, unit, request, oid, as_deputy=as_deputy)
    return await show_if_reachable(bench, f"decide:{found}:{oid}", oid, view)


async def _enter_asked(bench: Bench, found: UUID, oid: str) -> str:
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found, lock=True)
        if request is None or not await _still_to_ask(unit, request, oid):
            return "closed"
        if request.approver_oid == oid:
            return "asked"
        request.approver_oid = oid
        if request.deputy_oid == oid:
            request.deputy_oid = None
        request.state = next_state(showing.state_of(request), "ask_leader")
        await unit.session.flush()
        await unit.journal.write(found, "asked", actor="system", facts={"approver": oid})
        await answers.log_look(unit, request, oid)
        await _somebody_was_found(unit, request)
        await plan_escalation(bench, unit, request, await showing.the_meeting(unit, request))
        await effects.refresh_case(unit, request, "asked_leader")
        await _refresh_deciders(unit, request)
    return "asked"


async def _somebody_was_found(unit: Unit, request: Request) -> None:
    for kind in answers.NOBODY_TO_ASK:
        await answers.finish_task(unit, request, kind, "system")


async def _still_to_ask(unit: Unit, request: Request, oid: str) -> bool:
    """Whether the question still stands; otherwise the card that was just put up is corrected."""
    own = oid in (request.caseworker_oid, request.registered_by)
    if request.state in find.OPEN_STATES and not own:
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
        and request.approver_oid is not None
        and request.deputy_oid is None
    ):
        await unit.effects.schedule(
            effects.ESCALATE,
            str(request.id),
            args={"request_id": str(request.id)},
            due_at=deputy_due(bench, meeting.starts_at, unit.now),
        )


def deputy_due(bench: Bench, starts_at: datetime | None, now: datetime) -> datetime:
    """When the deputy is asked too: after the profile's time, or half-way to the meeting."""
    due = now + bench.office.profile.deputy_after
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
        owner = request.caseworker_oid or request.registered_by
        missing = "no_deputy" if request.approver_oid else "no_approver"
        await answers.give_task(unit, request, missing, owner, again=True)
        await effects.refresh_case(unit, request, missing)
    return "nobody_to_ask"


async def escalate(bench: Bench, claim: Claim) -> str:
    """None has answered in time: the deputy is asked too, and either may decide."""
    found = await load(bench, request_id(claim))
    if found is None or found[0].state not in find.OPEN_STATES:
        return "closed"
    request, _ = found
    deputy = bench.office.department(request.department).deputy_oid
    own = {request.caseworker_oid, request.registered_by, request.approver_oid}
    if deputy is None or deputy in own:
        return "no_deputy"
    await learn_names(bench, deputy)
    if not await _put_question(bench, request.id, deputy, as_deputy=True):
        return await nobody_to_ask(bench, request.id)
    async with bench.database.unit() as unit:
        locked = await find.request(unit.session, request.id, lock=True)
        if locked is None or not await _still_to_ask(unit, locked, deputy):
            return "closed"
        if locked.deputy_oid is None:
            locked.deputy_oid = deputy
            await unit.session.flush()
            facts = {"deputy": deputy}
            await unit.journal.write(request.id, "deputy_asked", actor="system", facts=facts)
            await answers.log_look(unit, locked, deputy)
            await _somebody_was_found(unit, locked)
            running = await find.running_occurrence(unit.session, locked.meeting_id)
            notice = "undecided_at_start" if running else "asked_deputy"
            await effects.refresh_case(unit, locked, notice)
    return "asked"


async def decider_cards(bench: Bench, claim: Claim) -> str:
    """Everybody who was asked sees what became of it; one who cannot be reached stops nobody."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None:
            return "gone"
        standing = await find.cards_like(unit.session, f"decide:{request.id}:")
        oids = [card.purpose.rsplit(":", 1)[-1] for card in standing if card.activity_id]
        shown = {oid: await _what_it_became(bench, unit, request, oid) for oid in oids}
    for oid, view in shown.items():
        await show_if_reachable(bench, f"decide:{request.id}:{oid}", oid, view)
    return "shown"


async def _what_it_became(bench: Bench, unit: Unit, request: Request, oid: str) -> views.View:
    if request.state not in find.OPEN_STATES:
        return await showing.decided(unit, request, oid)
    if bench.office.may_decide(oid, request):
        return await showing.assessment(bench.office, unit, request, oid)
    asked = request.deputy_oid or request.approver_oid
    return views.NotYours(who=await showing.name_of(unit, asked))
