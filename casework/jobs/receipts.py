"""The job that tells the citizen by mail that the wish was received, once, and how that went."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from casework import effects
from casework.afterwards import tasks
from casework.deciding import outcomes
from casework.jobs.answering import repeat_is_open, send_letter
from casework.jobs.loading import request_id
from casework.meeting import holders
from casework.office import Bench
from casework.ports import maybe_done
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import JournalEntry, Request
from texts.letters import receipt_letter

ENDED = ("receipt_sent", "receipt_failed", "receipt_uncertain")


@rule("A12", "B17", surface="letter")
async def receipt_mail(bench: Bench, claim: Claim) -> str:
    """Send the receipt while nobody has decided; afterwards the answer says enough. When nobody knows
    whether it went out it is sent once more, and then a person takes over."""
    again = claim.again_after_crash
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None or not await _is_due(unit, request):
            return "closed"
        facts = await outcomes.grant_facts(bench.office, unit, request)
        letter = receipt_letter(bench.office.profile_of(request), facts)
        personal = await unit.personal.get(request.id)
        cut_off_twice = again and await repeat_is_open(unit, request, "receipt")
        if again and not cut_off_twice:
            await unit.journal.write(request.id, "receipt_sent_again", actor="system", facts={})
    if cut_off_twice:
        return await note_receipt(bench, request.id, sent=False, unsure=True)
    try:
        outcome = await send_letter(bench, request, personal, letter, f"{request.id}:receipt")
    except Exception as error:
        if again and maybe_done(error):
            return await note_receipt(bench, request.id, sent=False, unsure=True)
        if again:
            async with bench.database.unit() as unit:
                await unit.journal.write(request.id, "receipt_not_sent", actor="system", facts={})
        raise
    return await note_receipt(bench, request.id, sent=outcome == "accepted")


async def _is_due(unit: Unit, request: Request) -> bool:
    return request.state in find.OPEN_STATES and not await _has_ended(unit, request.id)


async def _has_ended(unit: Unit, case: UUID) -> bool:
    query = select(JournalEntry.seq).where(
        JournalEntry.case_id == case, JournalEntry.kind.in_(ENDED)
    )
    return (await unit.session.scalars(query.limit(1))).first() is not None


async def note_receipt(bench: Bench, found: UUID, *, sent: bool, unsure: bool = False) -> str:
    """Enter what became of the receipt, once; where it did not surely get through, somebody tells the
    citizen in another way."""
    kind = "receipt_sent" if sent else "receipt_uncertain" if unsure else "receipt_failed"
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found, lock=True)
        if request is None or await _has_ended(unit, found):
            return "closed"
        await unit.journal.write(found, kind, actor="system", facts={"by": request.answer_by})
        if not sent and request.state in find.OPEN_STATES:
            owner = holders.responsible(bench.office, request)
            await tasks.give_task(unit, request, "receipt_failed", owner)
            await effects.refresh_case(unit, request)
    return kind
