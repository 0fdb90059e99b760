"""A refusal whose meeting has no time: the answer and the note are owed all the same (A16, B19, C28, C29)."""

from __future__ import annotations

from casework import effects, showing
from casework.afterwards import tasks
from casework.jobs.loading import request_id
from casework.meeting import holders
from casework.office import Bench
from guidelines.request import is_finished, owes_reasons
from guidelines.rules import rule
from store import find
from store.jobs import Claim


@rule("A16", "B19", "C28", "C29", surface="card")
async def answer_due(bench: Bench, claim: Claim) -> str:
    """A refusal in a meeting that has no time, and so perhaps is never held, is handed over all the same.
    Where there is a time, ``close`` sees to it."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None or not owes_reasons(showing.state_of(request), request.scope):
            return "closed"
        meeting = await showing.the_meeting(unit, request)
        if meeting.starts_at is not None or meeting.state != "coming":
            return "meeting_has_its_time"
        if not is_finished(showing.state_of(request), showing.answer_of(request), request.scope):
            owner = holders.responsible(bench.office, request)
            await tasks.give_task(unit, request, "answer_waits", owner)
        if request.state == "not_granted" and request.note_copied_at is None:
            args = {"request_id": str(request.id)}
            await unit.effects.schedule(effects.NOTE_CARD, str(request.id), args=args)
            await effects.remind_of_note(unit, request)
    return "handed_over"
