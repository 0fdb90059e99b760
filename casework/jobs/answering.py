"""The job that sends the answer by mail, and what is made of how that went."""

from __future__ import annotations

import json
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import func, select

from casework import effects, showing
from casework.afterwards import tasks
from casework.jobs.loading import request_id
from casework.meeting import holders
from casework.office import Bench
from casework.ports import maybe_done
from casework.tongue import answer_language
from guidelines.request import next_answer, owes_reasons
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import JournalEntry, Request
from texts.letter_page import letter_html
from texts.letters import Letter, letter_links


async def answer(bench: Bench, claim: Claim) -> str:
    """Send the letter by mail. *Sendt* is not *overbragt*, and a failure lands on a person's list.

    When nobody knows whether it went out, it is sent once more, and then a person takes over: an
    answer that is missing is worse than one that comes twice, but not than one that comes six times.
    """
    again = claim.again_after_crash
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None or not _is_answered(request):
            return "closed"
        if request.answer_state not in ("ready", "failed"):
            return "closed"
        personal = await unit.personal.get(request.id)
        cut_off_twice = again and await repeat_is_open(unit, request)
        if again and not cut_off_twice:
            await unit.journal.write(request.id, "answer_sent_again", actor="system", facts={})
    if cut_off_twice:
        return await note_answer(bench, request.id, sent=False, unsure=True)
    try:
        outcome = await _send(bench, request, personal)
    except Exception as error:
        if again and maybe_done(error):
            return await note_answer(bench, request.id, sent=False, unsure=True)
        if again:
            async with bench.database.unit() as unit:
                await unit.journal.write(request.id, "answer_not_sent", actor="system", facts={})
        raise
    return await note_answer(bench, request.id, sent=outcome == "accepted")


def _is_answered(request: Request) -> bool:
    owed = owes_reasons(showing.state_of(request), request.scope)
    return owed or request.state == "granted"


async def _send(bench: Bench, request: Request, personal: Mapping[str, str]) -> str:
    stored = json.loads(personal["letter"])
    links = letter_links(bench.office.profile_of(request))
    letter = Letter(stored["subject"], tuple(stored["paragraphs"]), links)
    return await send_letter(bench, request, personal, letter, str(request.id))


async def send_letter(
    bench: Bench, request: Request, personal: Mapping[str, str], letter: Letter, key: str
) -> str:
    """Send a letter by mail from the unit's address; how that went. Raises what the mail raises.

    ``personal``: the wish's sealed fields, which tell to whom and in which language."""
    sender = bench.office.department(request.department).mail_sender_oid
    return await bench.outside.mail.send(
        sender_oid=sender or request.caseworker_oid or request.registered_by,
        to=personal.get("contact", ""),
        subject=letter.subject,
        html=letter_html(letter, answer_language(personal)),
        key=key,
    )


async def repeat_is_open(unit: Unit, request: Request, what: str = "answer") -> bool:
    """Whether the one repeat of this letter (answer, receipt) was begun and never came to an end."""
    begun, ended = f"{what}_sent_again", f"{what}_not_sent"
    counted = select(JournalEntry.kind, func.count()).where(
        JournalEntry.case_id == request.id,
        JournalEntry.kind.in_((begun, ended)),
    )
    rows = await unit.session.execute(counted.group_by(JournalEntry.kind))
    found = {row[0]: int(row[1]) for row in rows}
    return found.get(begun, 0) > found.get(ended, 0)


async def note_answer(bench: Bench, found: UUID, *, sent: bool, unsure: bool = False) -> str:
    """Enter what became of the mail; what did not surely get through becomes a person's task.

    Saying the same twice does no harm.
    """
    kind = "answer_sent" if sent else "answer_uncertain" if unsure else "answer_failed"
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found, lock=True)
        if request is None or request.answer_state not in ("ready", "failed"):
            return "closed"
        if request.answer_state == "failed" and not sent:
            return kind
        request.answer_state = next_answer(showing.answer_of(request), "send" if sent else "fail")
        request.answer_at = unit.now
        await unit.session.flush()
        await unit.journal.write(found, kind, actor="system", facts={"by": request.answer_by})
        if not sent:
            owner = holders.responsible(bench.office, request)
            task = "answer_uncertain" if unsure else "answer_failed"
            await tasks.give_task(unit, request, task, owner, again=True)
        await effects.refresh_case(unit, request, "answer_sent" if sent else "answer_failed")
    return kind
