"""Who has been told (B20): the informed ledger and what people say about it.

The ledger holds what is known of each person, and in which grade. It never says *complete* of its
own accord: that is computed from the rows each time it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast
from uuid import UUID, uuid4

from casework import commands, effects, showing
from casework.office import Office
from guidelines.announcement import Grade, better, is_informed, ledger_complete, may_be_by_phone
from store import find
from store.database import Unit
from store.tables import Informed, Meeting, Occurrence, Request
from texts import views
from texts.announcement import read_aloud_script

PHONE = "phone"


def phone_may_listen(office: Office, meeting: Meeting) -> bool:
    """Where dial-in is possible or not known to be impossible, or where the employee says so."""
    return may_be_by_phone(office.profile, dial_in=meeting.dial_in, said=meeting.phone_possible)


async def put_on_ledger(
    unit: Unit, occurrence: Occurrence, people: Sequence[commands.Actor]
) -> list[Informed]:
    """Add the people who are not on the ledger yet; the new rows."""
    known = {row.person_key for row in await find.ledger(unit.session, occurrence.id)}
    added = []
    for person in people:
        key = unit.person_key(f"{occurrence.id}:{person.oid or person.mri}")
        if key in known:
            continue
        known.add(key)
        row = Informed(
            id=uuid4(),
            occurrence_id=occurrence.id,
            person_key=key,
            mri=person.mri,
            oid=person.oid,
            kind=person.kind,
            created_at=unit.now,
        )
        unit.session.add(row)
        await unit.session.flush()
        name = {"name": person.name[:200] or "?"}
        await unit.personal.put(row.id, occurrence.meeting_id, name)
        added.append(row)
    return added


async def put_phone_on_ledger(
    office: Office, unit: Unit, occurrence: Occurrence, meeting: Meeting
) -> None:
    """*Muligvis nogen på telefon*: keeps the ledger incomplete until the text was read aloud."""
    key = unit.person_key(f"{occurrence.id}:phone")
    rows = {row.person_key: row for row in await find.ledger(unit.session, occurrence.id)}
    if phone_may_listen(office, meeting) and key not in rows:
        unit.session.add(
            Informed(
                id=uuid4(),
                occurrence_id=occurrence.id,
                person_key=key,
                kind=PHONE,
                created_at=unit.now,
            )
        )
        await unit.session.flush()
    elif not phone_may_listen(office, meeting) and key in rows and rows[key].informed_at is None:
        await unit.session.delete(rows[key])
        await unit.session.flush()


def raise_grade(
    office: Office, unit: Unit, row: Informed, grade: Grade, channel: str, evidence: str
) -> None:
    """Enter evidence; a stronger grade is never replaced by a weaker one."""
    if better(grade, cast(Grade, row.grade)) == row.grade:
        return
    row.grade, row.channel, row.evidence = grade, channel, evidence[:400]
    if row.informed_at is None and is_informed(office.profile, grade):
        row.informed_at = unit.now


async def people_joined(office: Office, unit: Unit, command: commands.PeopleJoined) -> None:
    """People entered the call, or came onto the chat roster, which is not the same."""
    meeting = await find.meeting_by_chat(unit.session, command.chat_id)
    occurrence = await find.running_occurrence(unit.session, meeting.id) if meeting else None
    if occurrence is None or occurrence.announced_at is None:
        return
    await tell_late(unit, occurrence, await put_on_ledger(unit, occurrence, command.people))


async def tell_late(unit: Unit, occurrence: Occurrence, rows: Sequence[Informed]) -> None:
    """Whoever came after the announcement is told; many who come together are told once."""
    if not rows:
        return
    args = {"occurrence_id": str(occurrence.id)}
    await unit.effects.schedule(effects.TELL_LATE, str(occurrence.id), args=args)
    await effects.show_ledger(unit, str(occurrence.id))


async def people_left(office: Office, unit: Unit, command: commands.PeopleLeft) -> None:
    """Somebody left: whoever has been told stays told, so nobody is told twice."""


async def note_phone_possible(
    office: Office, unit: Unit, command: commands.NotePhonePossible
) -> views.View:
    """The employee says whether somebody may be listening by phone."""
    meeting = await find.meeting(unit.session, command.meeting_id, lock=True)
    if meeting is None or not await _tells_in(office, unit, command.actor.oid, meeting):
        return views.Toast(code="only_employees")
    meeting.phone_possible = command.possible
    await unit.session.flush()
    facts = {"possible": command.possible}
    await unit.journal.write(meeting.id, "phone_said", actor=command.actor.oid or "", facts=facts)
    occurrence = await find.running_occurrence(unit.session, meeting.id)
    if occurrence is None or occurrence.announced_at is None:
        return views.Toast(code="phone_noted")
    await put_phone_on_ledger(office, unit, occurrence, meeting)
    await effects.show_ledger(unit, str(occurrence.id))
    return await ledger_view(office, unit, occurrence, meeting)


async def _tells_in(office: Office, unit: Unit, oid: str | None, meeting: Meeting) -> bool:
    """Who leads the meeting or handles a wish in it may say what was said in it."""
    if oid is None:
        return False
    if office.is_employee(oid) and meeting.organizer_oid == oid:
        return True
    requests = await find.requests_of(unit.session, meeting.id)
    return any(oid in (r.caseworker_oid, r.registered_by) for r in requests)


async def confirm_read_aloud(
    office: Office, unit: Unit, command: commands.ConfirmReadAloud
) -> views.View:
    """The text was read to everybody, phone included: confirmed by a named person."""
    occurrence = await unit.session.get(Occurrence, command.occurrence_id)
    meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
    if occurrence is None or meeting is None:
        return views.Toast(code="meeting_unknown")
    if not await _tells_in(office, unit, command.actor.oid, meeting):
        return views.Toast(code="only_employees")
    actor = command.actor.oid or ""
    told = 0
    for row in await find.ledger(unit.session, occurrence.id):
        if row.grade != "confirmed":
            raise_grade(office, unit, row, "confirmed", "read_aloud", f"by:{actor}")
            told += 1
    await unit.session.flush()
    facts = {"occurrence": str(occurrence.id), "rows": told}
    await unit.journal.write(meeting.id, "read_aloud", actor=actor, facts=facts)
    await effects.show_ledger(unit, str(occurrence.id))
    return await ledger_view(office, unit, occurrence, meeting)


async def show_ledger(office: Office, unit: Unit, command: commands.ShowLedger) -> views.View:
    """The ledger as it stands now."""
    occurrence = await unit.session.get(Occurrence, command.occurrence_id)
    meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
    if occurrence is None or meeting is None:
        return views.Toast(code="meeting_unknown")
    if not await _tells_in(office, unit, command.actor.oid, meeting):
        return views.Toast(code="only_employees")
    return await ledger_view(office, unit, occurrence, meeting)


async def ledger_view(
    office: Office, unit: Unit, occurrence: Occurrence, meeting: Meeting
) -> views.Ledger:
    """Everybody who may hear the meeting, and whether they have been told."""
    rows = await find.ledger(unit.session, occurrence.id)
    names = await unit.personal.get_many([row.id for row in rows])
    return views.Ledger(
        occurrence_id=occurrence.id,
        meeting_id=meeting.id,
        meeting=await showing.meeting_line(unit, meeting),
        lines=tuple(line(office, row, names) for row in rows),
        complete=complete(office, rows, meeting),
        phone_possible=phone_may_listen(office, meeting),
        script=await script(office, unit, meeting),
    )


def line(
    office: Office, row: Informed, names: Mapping[UUID, Mapping[str, str]]
) -> views.LedgerLine:
    """One person's line; the phone row has words of its own."""
    name = names.get(row.id, {}).get("name", "")
    return views.LedgerLine(
        name=name,
        kind=row.kind,
        informed=is_informed(office.profile, row.grade),
        grade=row.grade,
        channel=row.channel,
        at=row.informed_at,
    )


def complete(office: Office, rows: Sequence[Informed], meeting: Meeting) -> bool:
    """Whether everybody has been told; computed, never set by hand."""
    people = [row.grade for row in rows if row.kind != PHONE]
    phone = next((row.grade for row in rows if row.kind == PHONE), None)
    if phone is None and phone_may_listen(office, meeting):
        phone = "none"
    return ledger_complete(office.profile, people, phone)


async def script(office: Office, unit: Unit, meeting: Meeting) -> tuple[str, ...]:
    """What the employee reads aloud, sentence by sentence; empty when nobody may record."""
    requests = list(await find.requests_of(unit.session, meeting.id, "granted"))
    running = await find.running_occurrence(unit.session, meeting.id)
    granted = showing.applying(requests, running.started_at if running else unit.now)
    if not granted:
        return ()
    phone = phone_may_listen(office, meeting)
    return read_aloud_script(office.profile, await showing.recorders(unit, granted), phone=phone)


async def teller(unit: Unit, meeting: Meeting, requests: Sequence[Request]) -> str | None:
    """The employee who is shown the ledger: the caseworker, else the organizer."""
    for request in requests:
        if request.caseworker_oid or request.registered_by:
            return request.caseworker_oid or request.registered_by
    return meeting.organizer_oid
