"""Programs that take notes in a meeting: one question to the organizer, and the answer written down.

Nothing is concluded, nobody is accused and nothing is removed: a person looks, asks and says.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, cast
from uuid import UUID, uuid4

from sqlalchemy.dialects.postgresql import insert

from casework import closed, commands, effects, showing
from casework.meeting import marks
from casework.office import Office
from guidelines.note_takers import sign_of
from guidelines.problem import Problem
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Meeting, NoteTaker, Occurrence
from texts import views
from texts.limits import too_long

ANSWERS: Final = ("asked_out", "stays", "no_bot")


@rule("A20", surface="card")
async def notice(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    occurrence: Occurrence,
    people: Iterable[commands.Actor],
) -> None:
    """Whoever may be such a program is asked about, once per occurrence."""
    for person in people:
        sign = sign_of(person.kind, person.name, office.note_takers)
        if sign is None:
            continue
        made = insert(NoteTaker).values(
            id=uuid4(), meeting_id=meeting.id, occurrence_id=occurrence.id, sign=sign,
            person_key=unit.person_key(f"{occurrence.id}:{person.oid or person.mri}"),
            seen_at=unit.now,
        )  # fmt: skip
        new = await unit.session.scalar(made.on_conflict_do_nothing().returning(NoteTaker.id))
        if new is None:
            continue
        await unit.personal.put(new, meeting.id, {"name": person.name.strip()[:200] or "?"})
        facts = {"note_taker": str(new), "sign": sign}
        await unit.journal.write(meeting.id, "note_taker_seen", actor="system", facts=facts)
        await ask(unit, new, meeting)


async def ask(unit: Unit, note_taker_id: UUID, meeting: Meeting) -> None:
    """The question is put, or its answer shown."""
    args = {"note_taker_id": str(note_taker_id), "meeting_id": str(meeting.id)}
    await unit.effects.schedule(effects.NOTE_TAKER_CARD, str(note_taker_id), args=args)


async def whom_to_ask(office: Office, unit: Unit, meeting: Meeting) -> str | None:
    """The organizer; of another organisation's meeting the employee who handles a wish in it."""
    if meeting.organizer_tenant in (None, office.tenant_id) and meeting.organizer_oid:
        return meeting.organizer_oid
    requests = await find.requests_of(unit.session, meeting.id)
    return next((r.caseworker_oid for r in reversed(requests) if r.caseworker_oid), None)


async def answer(office: Office, unit: Unit, command: commands.AnswerNoteTaker) -> views.View:
    """What the employee says it is; noted, with no consequence but that."""
    row = await unit.session.get(
        NoteTaker, command.note_taker_id, with_for_update=True, populate_existing=True
    )
    meeting = await find.meeting(unit.session, row.meeting_id) if row else None
    if row is None or meeting is None:
        return views.Toast(code="meeting_unknown")
    oid = command.actor.oid
    why = command.form.get("stays_why", "").strip() if command.answer == "stays" else ""
    problems = _problems(command.answer, why)
    if problems:
        return await question(office, unit, meeting, row, {"stays_why": why}, problems)
    row.answer, row.answered_at, row.answered_by = command.answer, unit.now, oid
    await unit.session.flush()
    facts = {"note_taker": str(row.id), "answer": command.answer}
    if command.answer == "no_bot":
        await unit.journal.write(meeting.id, "note_taker_answered", actor=oid or "", facts=facts)
    else:
        await marks.put(unit, meeting, "note_taker", oid or "", why, facts=facts)
    await ask(unit, row.id, meeting)
    return await question(office, unit, meeting, row)


def _problems(said: str, why: str) -> tuple[Problem, ...]:
    if long := too_long({"stays_why": why}, "stays_why"):
        return long
    if said == "stays" and not why:
        return (Problem("stays_why", "note_taker_why_missing"),)
    return ()


async def question(
    office: Office, unit: Unit, meeting: Meeting, row: NoteTaker,
    values: dict[str, str] | None = None, problems: tuple[Problem, ...] = (),
) -> views.NoteTakerQuestion:  # fmt: skip
    """The question as the employee sees it, or what was answered."""
    requests = await showing.concerning(unit, meeting)
    stored = (await unit.personal.opened_where_possible([row.id]))[row.id]
    return views.NoteTakerQuestion(
        note_taker_id=row.id,
        meeting=await showing.meeting_line(unit, meeting),
        name=closed.name_of(stored),
        sign=cast(Literal["kind", "name"], row.sign),
        seen_at=row.seen_at,
        rule=office.profile_for(requests).third_party_bots,
        answer=row.answer or "",
        answered_at=row.answered_at,
        answered_by=await showing.name_of(unit, row.answered_by),
        values=values or {},
        problems=problems,
    )
