"""What a person gets when the last try of a job has failed. Nothing ends in silence.

ask, escalate        the task to find somebody who decides
confirm, ~_late      the task to find a leader who confirms a refusal
answer               the task to give the answer in another way
receipt_mail         the task to tell the citizen that the wish was received
announce             the text to read aloud, as a task, and the other ways to tell the meeting
roll_call            the text to read aloud, as a task
other_ways           the same
tell_late            the same
call_~               the same; a call that cannot be used is left
warn                 the course of the recording, and tomorrow's try while nobody knows
file_card            the question about the file to the next who can be asked
a round              the next round: it is nobody's, and would never be begun again
anything else        an entry in the case's journal
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from uuid import UUID

from casework import effects
from casework.afterwards import tasks
from casework.jobs import (
    answering,
    asking,
    confirming,
    file_card,
    notifying,
    other_ways,
    receipts,
    warning,
)
from casework.jobs.loading import request_id
from casework.meeting import calls
from casework.office import Bench
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import ContactWishRow, Errand, Occurrence, Task

ROUNDS: Mapping[str, timedelta] = {
    effects.TIDY: timedelta(hours=1),
    effects.ROOT: timedelta(hours=1),
    effects.RETAIN: timedelta(hours=1),
    effects.GUIDELINE: timedelta(hours=1),
    effects.SUBSCRIPTIONS: timedelta(minutes=15),
    effects.SWEEP: timedelta(minutes=1),
}
"""What plans its own next time at its end, and when to try again after the last try failed."""
GivenUp = Callable[[Bench, Claim], Awaitable[object]]


async def gave_up(bench: Bench, claim: Claim) -> None:
    """The last try failed: it is written down, and somebody takes over where somebody can."""
    async with bench.database.unit() as unit:
        case = await _case_of(unit, claim)
        if case:
            await unit.journal.write(case, "gave_up", actor="system", facts={"kind": claim.kind})
        if claim.kind in ROUNDS:
            due_at = unit.now + ROUNDS[claim.kind]
            await unit.effects.schedule(claim.kind, claim.key, args=claim.args, due_at=due_at)
    if claim.kind in TAKES_OVER:
        await TAKES_OVER[claim.kind](bench, claim)


async def _nobody_asked(bench: Bench, claim: Claim) -> None:
    await asking.nobody_to_ask(bench, request_id(claim))


async def _nobody_confirms(bench: Bench, claim: Claim) -> None:
    await confirming.nobody_to_confirm(bench, request_id(claim))


async def _not_answered(bench: Bench, claim: Claim) -> None:
    unsure = claim.again_after_crash
    await answering.note_answer(bench, request_id(claim), sent=False, unsure=unsure)


async def _not_received(bench: Bench, claim: Claim) -> None:
    unsure = claim.again_after_crash
    await receipts.note_receipt(bench, request_id(claim), sent=False, unsure=unsure)


async def _read_aloud(bench: Bench, claim: Claim) -> None:
    async with bench.database.unit() as unit:
        occurrence = await unit.session.get(Occurrence, UUID(claim.args["occurrence_id"]))
    if occurrence and occurrence.ended_at is None:
        await notifying.tell_by_voice(bench, occurrence, again=claim.kind == effects.TELL_LATE)


async def _chat_given_up(bench: Bench, claim: Claim) -> None:
    await _read_aloud(bench, claim)
    async with bench.database.unit() as unit:
        occurrence = await unit.session.get(Occurrence, UUID(claim.args["occurrence_id"]))
        meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
    if occurrence and meeting and meeting.chat_id:
        await other_ways.leave_to_them(bench, occurrence)


async def _voice_failed(bench: Bench, claim: Claim) -> None:
    """The call can neither be looked at nor spoken into: it is left, and a person reads instead."""
    async with bench.database.unit() as unit:
        place = await calls.place_of(unit, UUID(claim.args["call_id"]))
        if place and place.call.ended_at is None:
            await calls.end(bench.office, unit, place, "failed", "gave_up")
            await calls.hang_up(unit, place.call)


TAKES_OVER: Mapping[str, GivenUp] = {
    effects.ASK: _nobody_asked,
    effects.ESCALATE: _nobody_asked,
    effects.CONFIRM: _nobody_confirms,
    effects.CONFIRM_LATE: _nobody_confirms,
    effects.ANSWER: _not_answered,
    effects.RECEIPT_MAIL: _not_received,
    effects.WARN: warning.not_warned,
    effects.FILE_CARD: file_card.not_asked,
    effects.ANNOUNCE: _chat_given_up,
    effects.OTHER_WAYS: _read_aloud,
    effects.ROLL_CALL: _read_aloud,
    effects.TELL_LATE: _read_aloud,
    effects.CALL_JOIN: _read_aloud,
    effects.CALL_LOOK: _voice_failed,
    effects.CALL_SPEAK: _voice_failed,
    effects.CALL_COUNT: _voice_failed,
}


async def _case_of(unit: Unit, claim: Claim) -> UUID | None:
    """The request or meeting whose journal tells of it."""
    args = {name: UUID(str(value)) for name, value in claim.args.items() if name.endswith("_id")}
    if "request_id" in args:
        found = await find.request(unit.session, args["request_id"])
        return found.id if found else None
    if "task_id" in args:
        task = await unit.session.get(Task, args["task_id"])
        return tasks.about(task) if task else None
    if "errand_id" in args:
        errand = await unit.session.get(Errand, args["errand_id"])
        return errand.id if errand else None
    if "occurrence_id" in args:
        occurrence = await unit.session.get(Occurrence, args["occurrence_id"])
        return occurrence.meeting_id if occurrence else None
    if "wish_id" in args:
        wish = await unit.session.get(ContactWishRow, args["wish_id"])
        return wish.meeting_id if wish else None
    return args.get("meeting_id")
