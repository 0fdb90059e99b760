"""The job that keeps the script card of a talk outside Teams true, and a look whether who records left."""

from __future__ import annotations

from uuid import UUID

from casework.jobs.posting import show_if_reachable
from casework.meeting import script_view, telling
from casework.meeting.holders import by_hand
from casework.office import Bench
from guidelines.rules import rule
from store import find
from store.jobs import Claim
from store.tables import Meeting, Occurrence


@rule("A8", surface="card")
async def script_card(bench: Bench, claim: Claim) -> str:
    """Show the talk's employees how far it is: after a reload, or on another device, it stands there."""
    async with bench.database.unit() as unit:
        occurrence = await unit.session.get(Occurrence, UUID(claim.args["occurrence_id"]))
        meeting = await unit.session.get(Meeting, occurrence.meeting_id) if occurrence else None
        if occurrence is None or meeting is None:
            return "gone"
        owners = await script_view.owners(unit, meeting, occurrence)
        if not by_hand(meeting):  # in Teams only for who opened it
            asked = claim.args.get("oid", "")
            stand = {
                c.purpose for c in await find.cards_like(unit.session, f"script:{occurrence.id}:")
            }
            owners = [o for o in owners if o == asked or f"script:{occurrence.id}:{o}" in stand]
        shown = {
            oid: await script_view.script_view(bench.office, unit, meeting, oid)
            for oid in owners
            if await telling.tells_in(bench.office, unit, oid, meeting)
        }
    for oid, view in shown.items():
        await show_if_reachable(bench, f"script:{occurrence.id}:{oid}", oid, view)
    return "shown"
