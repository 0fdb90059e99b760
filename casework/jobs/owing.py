"""What a refusal owes on the next working day, however far off its meeting is (A16, B19, C28, C29)."""

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
    """Reasons that are to be spoken or handed over become somebody's task now, not after the meeting; a
    letter that went by mail is looked after when the meeting closes. Where the meeting has no time, and so
    perhaps is never held, the mail and the note are seen to here too."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None or not owes_reasons(showing.state_of(request), request.scope):
            return "closed"
        meeting = await showing.the_meeting(unit, request)
        untimed = meeting.starts_at is None and meeting.state == "coming"
        done = is_finished(showing.state_of(request), showing.answer_of(request), request.scope)
        if not done and (untimed or request.answer_by != "email"):
            owner = holders.responsible(bench.office, request)
            await tasks.give_task(unit, request, "answer_waits", owner)
        if untimed and request.state == "not_granted" and request.note_copied_at is None:
            args = {"request_id": str(request.id)}
            await unit.effects.schedule(effects.NOTE_CARD, str(request.id), args=args)
            await effects.remind_of_note(unit, request)
    return "handed_over"
