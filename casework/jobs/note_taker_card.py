"""The job that asks the organizer about what may be a program that takes notes."""

from __future__ import annotations

from uuid import UUID

from casework.jobs.posting import show_if_reachable
from casework.meeting import note_takers
from casework.office import Bench
from store import find
from store.jobs import Claim
from store.tables import NoteTaker


async def note_taker_card(bench: Bench, claim: Claim) -> str:
    """One card per program and occurrence; after the answer it shows the answer."""
    async with bench.database.unit() as unit:
        row = await unit.session.get(NoteTaker, UUID(claim.args["note_taker_id"]))
        meeting = await find.meeting(unit.session, row.meeting_id) if row else None
        if row is None or meeting is None:
            return "gone"
        if row.asked_oid is None:
            row.asked_oid = await note_takers.whom_to_ask(bench.office, unit, meeting)
        if row.asked_oid is None:
            return "nobody_to_ask"
        asked = row.asked_oid
        view = await note_takers.question(bench.office, unit, meeting, row)
    shown = await show_if_reachable(bench, f"note-taker:{row.id}", asked, view)
    return "asked" if shown else "not_reachable"
