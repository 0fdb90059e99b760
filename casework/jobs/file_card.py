"""The job that asks the named person what happens to the file of a recording, until they have said."""

from __future__ import annotations

from uuid import UUID

from casework import effects
from casework.afterwards.tasks import after_reminder
from casework.jobs.posting import show_if_reachable
from casework.meeting import incidents
from casework.office import Bench
from guidelines.rules import rule
from guidelines.workdays import next_morning
from store import find
from store.jobs import Claim


@rule("A20", "B29", "C4", surface="card")
async def file_card(bench: Bench, claim: Claim) -> str:
    """Ask, and ask again on working mornings; once it is said, every card shows the receipt."""
    number = int(claim.args.get("number", 1))
    async with bench.database.unit() as unit:
        found = await incidents.of(unit, UUID(claim.args["incident_id"]))
        if found is None or found[0].decider_oid is None:
            return "nobody_to_ask"
        incident, meeting = found
        view = await incidents.file_view(unit, meeting, incident)
        standing = await find.cards_like(unit.session, f"file:{incident.id}:")
        purposes = [card.purpose for card in standing]
        if incident.file_outcome is None:
            purposes = [f"file:{incident.id}:{number}"]
            due_at = next_morning(unit.now) if number == 1 else after_reminder(number, unit.now)
            args = {**claim.args, "number": number + 1}
            await unit.effects.schedule(
                effects.FILE_CARD, str(incident.id), args=args, due_at=due_at
            )
        decider = incident.decider_oid
    for purpose in purposes:
        await show_if_reachable(bench, purpose, decider or "", view)
    return "told" if incident.file_outcome else "asked"
