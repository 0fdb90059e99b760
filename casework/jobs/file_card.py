"""The job that asks the named person what happens to the file of a recording, until they have said."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import structlog

from casework import effects
from casework.afterwards.tasks import after_reminder
from casework.jobs.informing import readers
from casework.jobs.posting import show_if_reachable
from casework.meeting import course, incidents
from casework.office import Bench
from casework.ports import is_outside
from guidelines.rules import rule
from guidelines.workdays import next_morning
from store import find
from store.jobs import Claim
from store.tables import Incident, Meeting
from texts import views

log = structlog.get_logger()


@rule("A20", "B29", "C4", surface="card")
async def file_card(bench: Bench, claim: Claim) -> str:
    """Ask, and ask again on working mornings; once it is said, every card shows the receipt. Where the
    named person cannot be reached, or the guideline and the list of departments name them no longer, the
    next who can is asked, and decides."""
    async with bench.database.unit() as unit:
        found = await incidents.of(unit, UUID(claim.args["incident_id"]))
        if found is None:
            return "gone"
        incident, meeting = found
        view = await incidents.file_view(unit, meeting, incident)
        standing = await find.cards_like(unit.session, f"file:{incident.id}:")
        purposes = [card.purpose for card in standing]
    if incident.file_outcome is not None:
        for purpose in purposes:
            await show_if_reachable(bench, purpose, incident.decider_oid or "", view)
        return "told"
    asked, named = None, await _still_named(bench, incident, meeting)
    decider = incident.decider_oid
    if decider and named and await _ask(bench, claim, incident, decider, view):
        asked = decider
    asked = asked or await _next(bench, claim, found, view)
    return await _go_on(bench, claim, incident, asked, named=named)


async def _still_named(bench: Bench, incident: Incident, meeting: Meeting) -> bool:
    """Whether who was named would be named today: who has another job does not decide on. With the
    directory out of reach nobody is replaced."""
    trouble: list[Exception] = []
    line = (await readers(bench, meeting, trouble.append)).deciders
    return bool(trouble) or incident.decider_oid in line


async def not_asked(bench: Bench, claim: Claim) -> str:
    """The last try failed: the next who can be reached is asked."""
    async with bench.database.unit() as unit:
        found = await incidents.of(unit, UUID(claim.args["incident_id"]))
        if found is None or found[0].file_outcome is not None:
            return "gone"
        view = await incidents.file_view(unit, found[1], found[0])
    return await _go_on(bench, claim, found[0], await _next(bench, claim, found, view))


def _number(claim: Claim) -> int:
    return int(claim.args.get("number", 1))


async def _ask(
    bench: Bench, claim: Claim, incident: Incident, oid: str, view: views.RecordingFile
) -> bool:
    own = "" if oid == incident.decider_oid else f":{oid}"
    return await show_if_reachable(bench, f"file:{incident.id}:{_number(claim)}{own}", oid, view)


async def _next(
    bench: Bench, claim: Claim, found: tuple[Incident, Meeting], view: views.RecordingFile
) -> str | None:
    """The first of the others who can be asked now."""
    incident, meeting = found
    line = (await readers(bench, meeting, _note)).deciders
    for oid in _others(line, incident):
        try:
            if await _ask(bench, claim, incident, oid, view):
                return oid
        except Exception as error:
            _note(error)
    return None


def _others(line: Sequence[str], incident: Incident) -> list[str]:
    return [oid for oid in line if oid != incident.decider_oid]


def _note(error: Exception) -> None:
    if not is_outside(error):
        raise error
    log.warning("file_card_failed", error=type(error).__name__)


async def _go_on(
    bench: Bench, claim: Claim, before: Incident, asked: str | None, *, named: bool = True
) -> str:
    """Write down who was asked, and when to ask again. Whoever was asked decides from now on. ``named``:
    who decided till now still would, but could not be asked."""
    async with bench.database.unit() as unit:
        found = await incidents.of(unit, before.id, lock=True)
        if found is None:
            return "gone"
        incident, _ = found
        if asked != incident.decider_oid and incident.file_outcome is None:
            if incident.decider_oid and named:
                await course.once(unit, incident, "not_reached", incident.decider_oid)
            if asked is None:
                await course.note(unit, incident, "file_unasked")
            else:
                incident.decider_oid = asked
                await unit.session.flush()
                await course.once(unit, incident, "decides", asked)
            await effects.warn(unit, incident)
        number = _number(claim)
        due_at = next_morning(unit.now) if number == 1 else after_reminder(number, unit.now)
        args = {**claim.args, "number": number + 1}
        if incident.file_outcome is None:
            await unit.effects.schedule(
                effects.FILE_CARD, str(incident.id), args=args, due_at=due_at
            )
    return "asked" if asked else "nobody_to_ask"
