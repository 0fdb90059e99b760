"""Jobs after the meeting: the case note, and what was promised as tasks."""

from __future__ import annotations

from uuid import UUID

from casework import effects, showing
from casework.afterwards import notes, tasks
from casework.deciding import answers, outcomes
from casework.jobs.posting import show_if_reachable
from casework.meeting import holders, own_recording
from casework.office import Bench
from guidelines.request import is_finished, owes_reasons
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Request


@rule("B5", surface="card")
async def close(bench: Bench, claim: Claim) -> str:
    """After the meeting: the case note to copy, and what was promised as tasks (B5, B19). Of one that
    was cancelled nothing is left but a refusal's reasons and its note (A16, B19, C28, C29)."""
    async with bench.database.unit() as unit:
        meeting = await find.meeting(unit.session, UUID(claim.args["meeting_id"]))
        if meeting is None:
            return "gone"
        latest = await find.latest_occurrence(unit.session, meeting.id)
        for request in await find.requests_of(unit.session, meeting.id):
            held = meeting.state != "cancelled" or request.used_at is not None
            if not held and not owes_reasons(showing.state_of(request), request.scope):
                continue
            if await notes.is_closed(unit, request, meeting, latest):
                await _hand_over_what_is_left(bench, unit, request, held=held)
            elif request.state == "withdrawn" and (latest or meeting.state == "past"):
                await tasks.give_promised(bench.office, unit, request)
    return "closed"


async def _hand_over_what_is_left(
    bench: Bench, unit: Unit, request: Request, *, held: bool
) -> None:
    owner = holders.responsible(bench.office, request)
    if request.state == "unanswered":
        await outcomes.prepare_unanswered(bench.office, unit, request)
    if held:  # of no meeting there are no minutes
        await tasks.give_promised(bench.office, unit, request)
    if not is_finished(showing.state_of(request), showing.answer_of(request), request.scope):
        kind = "unanswered" if request.state == "unanswered" else "answer_waits"
        await tasks.give_task(unit, request, kind, owner)
    await own_recording.ask_after(bench.office, unit, request, owner)
    await unit.effects.schedule(
        effects.NOTE_CARD, str(request.id), args={"request_id": str(request.id)}
    )
    await effects.remind_of_note(unit, request)
    await effects.refresh_case(unit, request)


async def note_card(bench: Bench, claim: Claim) -> str:
    """The case note, complete and ready to copy, to the employee."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, UUID(claim.args["request_id"]))
        if request is None:
            return "gone"
        view = await notes.write_note(bench.office, unit, request)
    owner, purpose = holders.responsible(bench.office, request), f"note:{request.id}"
    if await show_if_reachable(bench, purpose, owner, view):
        async with bench.database.unit() as unit:
            card = await find.card(unit.session, purpose)
            # Once for each card that is put up, however often it is drawn anew.
            await answers.note_look(unit, request, view, owner, card.claimed_at if card else None)
    return "shown"
