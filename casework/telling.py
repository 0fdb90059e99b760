"""Who has been told (B20): the informed ledger and what people say about it.

The ledger holds what is known of each person, and in which grade. It never says *complete* of its
own accord: that is computed from the rows each time it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast
from uuid import UUID, uuid4

from casework import commands, effects, showing
from casework.office import Office
from guidelines.announcement import Grade, better, is_informed, ledger_complete, may_be_by_phone
from store import find
from store.database import Unit
from store.tables import Informed, Meeting, Occurrence, Request
from texts import views
from texts.announcement import read_aloud_script, revoked

PHONE = "phone"


def phone_may_listen(office: Office, meeting: Meeting) -> bool:
    """Where dial-in is possible or not known to be impossible, or where the employee says so."""
    return may_be_by_phone(office.profile, dial_in=meeting.dial_in, said=meeting.phone_possible)


async def put_on_ledger(
    office: Office, unit: Unit, occurrence: Occurrence, people: Sequence[commands.Actor]
) -> list[Informed]:
    """Add the people who are not on the ledger yet; the new rows. A caller has no row of their own:
    no number is stored, and whoever phones in after the text was read has not heard it."""
    rows = {
        row.person_key: row for row in await find.ledger(unit.session, occurrence.id, lock=True)
    }
    added = []
    for person in people:
        if person.kind == PHONE:
            await _somebody_phoned(unit, occurrence, rows)
            continue
        key = unit.person_key(f"{occurrence.id}:{person.oid or person.mri}")
        if key not in rows:
            rows[key] = await _new_row(unit, occurrence, key, person)
            added.append(rows[key])
    return added


async def _new_row(
    unit: Unit, occurrence: Occurrence, key: str, person: commands.Actor | None
) -> Informed:
    row = Informed(
        id=uuid4(),
        occurrence_id=occurrence.id,
        person_key=key,
        mri=person.mri if person else None,
        oid=person.oid if person else None,
        kind=person.kind if person else PHONE,
        grade="none",
        channel="",
        evidence="",
        created_at=unit.now,
    )
    unit.session.add(row)
    await unit.session.flush()
    if person:
        name = {"name": person.name[:200] or "?"}
        await unit.personal.put(row.id, occurrence.meeting_id, name)
    return row


def _phone_key(unit: Unit, occurrence: Occurrence) -> str:
    return unit.person_key(f"{occurrence.id}:phone")


async def _somebody_phoned(unit: Unit, occurrence: Occurrence, rows: dict[str, Informed]) -> None:
    key = _phone_key(unit, occurrence)
    if key in rows:
        forget(rows[key])
    else:
        rows[key] = await _new_row(unit, occurrence, key, None)


async def put_phone_on_ledger(
    office: Office, unit: Unit, occurrence: Occurrence, meeting: Meeting
) -> None:
    """*Muligvis nogen på telefon*: keeps the ledger incomplete until the text was read aloud."""
    key = _phone_key(unit, occurrence)
    rows = {
        row.person_key: row for row in await find.ledger(unit.session, occurrence.id, lock=True)
    }
    if phone_may_listen(office, meeting) and key not in rows:
        await _new_row(unit, occurrence, key, None)
    elif not phone_may_listen(office, meeting) and key in rows and rows[key].informed_at is None:
        await unit.session.delete(rows[key])
        await unit.session.flush()


def forget(row: Informed) -> None:
    """What the person was told no longer answers to what holds now."""
    row.grade, row.channel, row.evidence, row.informed_at = "none", "", "", None


def raise_grade(
    office: Office, unit: Unit, row: Informed, grade: Grade, channel: str, evidence: str
) -> None:
    """Enter evidence; a stronger grade is never replaced by a weaker one."""
    if better(grade, cast(Grade, row.grade)) == row.grade:
        return
    row.grade, row.channel, row.evidence = grade, channel, evidence[:400]
    if is_informed(office.profile, grade):
        row.informed_at = unit.now  # the moment of the evidence that is shown beside it


async def people_joined(office: Office, unit: Unit, command: commands.PeopleJoined) -> None:
    """People entered the call, or came onto the chat roster, which is not the same.

    Who comes onto the roster and can be asked for in the call is asked for by the next look.
    """
    meeting = await find.meeting_by_chat(unit.session, command.chat_id)
    occurrence = await find.running_occurrence(unit.session, meeting.id) if meeting else None
    if occurrence is None or not occurrence.announced_for:
        return
    here = [p for p in command.people if command.in_call or p.oid is None]
    rows = await put_on_ledger(office, unit, occurrence, here)
    await tell_late(unit, occurrence, rows)
    if len(here) < len(command.people):
        args = {"occurrence_id": str(occurrence.id)}
        await unit.effects.schedule(effects.LOOK_AROUND, str(occurrence.id), args=args)


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
    if occurrence is None or not occurrence.announced_for:
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
    occurrence = await unit.session.get(
        Occurrence, command.occurrence_id, with_for_update=True, populate_existing=True
    )
    meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
    if occurrence is None or meeting is None:
        return views.Toast(code="meeting_unknown")
    if not await _tells_in(office, unit, command.actor.oid, meeting):
        return views.Toast(code="only_employees")
    actor = command.actor.oid or ""
    holds = await now_holding(unit, meeting, occurrence)
    if not holds and occurrence.announced_for is None:
        return views.Toast(code="no_longer_possible")
    if not tells_what_holds(occurrence, holds):
        await enter_telling(office, unit, occurrence, holds)
    told = 0
    for row in await find.ledger(unit.session, occurrence.id, lock=True):
        if row.grade != "confirmed":
            raise_grade(office, unit, row, "confirmed", "read_aloud", f"by:{actor}")
            told += 1
    await unit.session.flush()
    facts = {"occurrence": str(occurrence.id), "rows": told}
    await unit.journal.write(meeting.id, "read_aloud", actor=actor, facts=facts)
    await effects.show_ledger(unit, str(occurrence.id))
    return await ledger_view(office, unit, occurrence, meeting)


async def now_holding(unit: Unit, meeting: Meeting, occurrence: Occurrence) -> list[Request]:
    """The granted wishes that hold in this occurrence."""
    requests = await find.requests_of(unit.session, meeting.id, "granted")
    return showing.applying(meeting, requests, occurrence.started_at)


def content_of(holds: Sequence[Request]) -> list[str]:
    """What a telling is of: the ids of the wishes that hold."""
    return sorted(str(request.id) for request in holds)


def tells_what_holds(occurrence: Occurrence, holds: Sequence[Request]) -> bool:
    """Whether the meeting was last told what holds now."""
    return content_of(holds) == (occurrence.announced_for or [])


async def enter_telling(
    office: Office, unit: Unit, occurrence: Occurrence, holds: Sequence[Request]
) -> None:
    """The meeting has been told what holds now. What people had been told before no longer counts:
    somebody else records too, or nobody does."""
    occurrence.announced_for = content_of(holds)
    occurrence.tellings += 1
    occurrence.announced_at = unit.now
    for row in await find.ledger(unit.session, occurrence.id, lock=True):
        forget(row)
    facts = {"occurrence": str(occurrence.id), "telling": occurrence.tellings}
    for request in holds:
        request.announced_at = request.announced_at or unit.now
        request.used_at = request.used_at or occurrence.started_at
        await unit.session.flush()
        await unit.journal.write(request.id, "announced", actor="system", facts=facts)
    if not holds:
        await unit.journal.write(
            occurrence.meeting_id, "announcement_revoked", actor="system", facts=facts
        )
    await unit.session.flush()


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
    lines = [line(office, row, names) for row in rows]
    current = tells_what_holds(occurrence, await now_holding(unit, meeting, occurrence))
    if not current:  # whatever they were told, it was not this
        lines = [replace(one, informed=False, grade="none", at=None) for one in lines]
    return views.Ledger(
        occurrence_id=occurrence.id,
        meeting_id=meeting.id,
        meeting=await showing.meeting_line(unit, meeting),
        lines=tuple(lines),
        complete=current and complete(office, rows, meeting),
        phone_possible=phone_may_listen(office, meeting),
        phone_said=meeting.dial_in is False and bool(meeting.phone_possible),
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
    """What the employee reads aloud, sentence by sentence; empty when there is nothing to tell."""
    running = await find.running_occurrence(unit.session, meeting.id)
    requests = await find.requests_of(unit.session, meeting.id, "granted")
    granted = showing.applying(meeting, requests, running.started_at if running else unit.now)
    if granted:
        phone = phone_may_listen(office, meeting)
        recorders = await showing.recorders(unit, granted)
        return read_aloud_script(office.profile, recorders, phone=phone)
    return revoked().da if running and running.announced_for is not None else ()


async def tellers(unit: Unit, meeting: Meeting, occurrence: Occurrence) -> list[str]:
    """Who is shown the ledger: the caseworkers of the wishes that hold or held, else the organizer."""
    requests = await find.requests_of(unit.session, meeting.id)
    holds = {r.id for r in showing.applying(meeting, requests, occurrence.started_at)}
    concerned = [r for r in requests if r.id in holds or r.used_at is not None]
    owners = [r.caseworker_oid or r.registered_by for r in concerned]
    return list(dict.fromkeys(owners or [o for o in [meeting.organizer_oid] if o]))
