"""Who has been told (B20): the informed ledger and what people say about it.

The ledger holds what is known of each person, and in which grade. It never says *complete* of its
own accord: that is computed from the rows each time it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID, uuid4

from casework import commands, effects, showing
from casework.meeting import own_recording, pictures
from casework.meeting.holders import records_in
from casework.office import Office
from casework.versions import profile_here
from guidelines.announcement import Grade, better, is_informed, ledger_complete, may_be_by_phone
from guidelines.profile import Profile
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Informed, Meeting, Occurrence, Request
from texts import views
from texts.announcement import read_aloud_script, revoked

PHONE, OWN_PART, BOTH, VIDEO = "phone", "own_part", "both", "video"
AWAY_AFTER = timedelta(seconds=30)  # who only lost the line is back by then


def phone_may_listen(profile: Profile, meeting: Meeting) -> bool:
    """Where dial-in is possible or not known to be impossible, or where the employee says so."""
    return may_be_by_phone(profile, dial_in=meeting.dial_in, said=meeting.phone_possible)


@rule("B20", surface="card")
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
        elif person.mri and rows[key].mri is None:  # seen in the call before in the chat
            rows[key].mri = person.mri
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
    may_listen = phone_may_listen(await profile_here(office, unit, meeting), meeting)
    if may_listen and key not in rows:
        await _new_row(unit, occurrence, key, None)
    elif not may_listen and key in rows and rows[key].informed_at is None:
        await unit.session.delete(rows[key])
        await unit.session.flush()


def forget(row: Informed) -> None:
    """What the person was told no longer answers to what holds now."""
    row.grade, row.channel, row.evidence, row.informed_at = "none", "", "", None


def raise_grade(
    profile: Profile, unit: Unit, row: Informed, grade: Grade, channel: str, evidence: str
) -> None:
    """Enter evidence; a stronger grade is never replaced by a weaker one."""
    if better(grade, cast(Grade, row.grade)) == row.grade:
        return
    row.grade, row.channel, row.evidence = grade, channel, evidence[:400]
    if is_informed(profile, grade):
        row.informed_at = unit.now  # the moment of the evidence that is shown beside it


async def people_joined(office: Office, unit: Unit, command: commands.PeopleJoined) -> None:
    """People entered the call, or came onto the chat roster, which is not the same.

    Who comes onto the roster and can be asked for in the call is asked for by the next look.
    """
    meeting = await find.meeting_by_chat(unit.session, command.chat_id)
    occurrence = await find.running_occurrence(unit.session, meeting.id) if meeting else None
    if meeting is None or occurrence is None or not occurrence.announced_for:
        return
    if await _recorder_among(office, unit, meeting, occurrence, command.people):
        await unit.effects.cancel(effects.AWAY_CARD, str(occurrence.id))
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


@rule("C12", surface="card")
async def people_left(office: Office, unit: Unit, command: commands.PeopleLeft) -> None:
    """Somebody left: whoever has been told stays told, so nobody is told twice. When it is whoever
    records, the employee is soon reminded that the recording stops meanwhile (C12)."""
    meeting = await find.meeting_by_chat(unit.session, command.chat_id)
    occurrence = await find.running_occurrence(unit.session, meeting.id) if meeting else None
    if meeting is None or occurrence is None or not occurrence.announced_for:
        return
    if await _recorder_among(office, unit, meeting, occurrence, command.people):
        await unit.effects.schedule(
            effects.AWAY_CARD,
            str(occurrence.id),
            args={"occurrence_id": str(occurrence.id)},
            due_at=unit.now + AWAY_AFTER,
        )


async def _recorder_among(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    occurrence: Occurrence,
    people: Sequence[commands.Actor],
) -> bool:
    """Whether one of them can be recognised as who records: by id, or by the very same name."""
    holds = await now_holding(office, unit, meeting, occurrence)
    stored = await unit.personal.get_many([r.id for r in holds.requests])
    names = {fields.get("citizen_name", "").strip().casefold() for fields in stored.values()}
    oids = {r.requester_oid for r in holds.requests} - {None}
    return any(p.oid in oids or p.name.strip().casefold() in names - {""} for p in people)


async def note_phone_possible(
    office: Office, unit: Unit, command: commands.NotePhonePossible
) -> views.View:
    """The employee says whether somebody may be listening by phone."""
    meeting = await find.meeting(unit.session, command.meeting_id, lock=True)
    if meeting is None or not await tells_in(office, unit, command.actor.oid, meeting):
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


async def tells_in(office: Office, unit: Unit, oid: str | None, meeting: Meeting) -> bool:
    """Who leads the meeting or handles a wish in it may say what was said in it; never who records it
    or wishes to, whoever called the meeting (C1, C19)."""
    if oid is None or await records_in(unit, oid, meeting):
        return False
    if office.is_employee(oid) and meeting.organizer_oid == oid:
        return True
    requests = await find.requests_of(unit.session, meeting.id)
    return any(
        oid in (r.caseworker_oid, r.registered_by) and oid != r.requester_oid for r in requests
    )


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
    if not await tells_in(office, unit, command.actor.oid, meeting):
        return views.Toast(code="only_employees")
    actor = command.actor.oid or ""
    holds = await now_holding(office, unit, meeting, occurrence)
    if not holds and occurrence.announced_for is None:
        return views.Toast(code="no_longer_possible")
    if not tells_what_holds(occurrence, holds):
        await enter_telling(office, unit, occurrence, holds)
    profile, told = await profile_here(office, unit, meeting), 0
    for row in await find.ledger(unit.session, occurrence.id, lock=True):
        if row.grade != "confirmed":
            raise_grade(profile, unit, row, "confirmed", "read_aloud", f"by:{actor}")
            told += 1
    await unit.session.flush()
    facts = {"occurrence": str(occurrence.id), "rows": told}
    await unit.journal.write(meeting.id, "read_aloud", actor=actor, facts=facts)
    await effects.show_ledger(unit, str(occurrence.id))
    return await ledger_view(office, unit, occurrence, meeting)


@dataclass(frozen=True)
class Holds:
    """What holds in a meeting now: the wishes granted, whether the municipality and pictures are recorded too."""

    requests: tuple[Request, ...]
    both: bool = False
    video: bool = False

    def __bool__(self) -> bool:
        return bool(self.requests)

    @property
    def own_part(self) -> bool:
        """Whether somebody may record only what is about them (C31)."""
        return any(request.scope == OWN_PART for request in self.requests)

    @property
    def relation(self) -> str:
        """Towards whom: employee where only employees record (C1), else citizen."""
        return "employee" if {r.relation for r in self.requests} == {"employee"} else "citizen"

    @property
    def content(self) -> list[str]:
        """What a telling is of: the ids of the wishes, and whatever more is said with them."""
        more = sorted(f"{OWN_PART}:{r.id}" for r in self.requests if r.scope == OWN_PART)
        besides = [*more, *[BOTH] * self.both, *[VIDEO] * self.video]
        return sorted(str(r.id) for r in self.requests) + besides


async def now_holding(
    office: Office, unit: Unit, meeting: Meeting, occurrence: Occurrence
) -> Holds:
    """What holds in this occurrence."""
    return await holding(office, unit, meeting, occurrence.started_at)


async def holding(office: Office, unit: Unit, meeting: Meeting, at: datetime) -> Holds:
    """What holds in the meeting at this time."""
    requests = await find.requests_of(unit.session, meeting.id, "granted")
    holds = showing.applying(meeting, requests, at)
    both = [await own_recording.records_too(office, unit, request) for request in holds]
    return Holds(tuple(holds), any(both), await pictures.taken(office, unit, meeting, holds))


def tells_what_holds(occurrence: Occurrence, holds: Holds) -> bool:
    """Whether the meeting was last told what holds now."""
    return holds.content == (occurrence.announced_for or [])


async def enter_telling(office: Office, unit: Unit, occurrence: Occurrence, holds: Holds) -> None:
    """The meeting has been told what holds now. What people had been told before no longer counts:
    somebody else records too, or nobody does."""
    occurrence.announced_for = holds.content
    occurrence.tellings += 1
    occurrence.announced_at = unit.now
    for row in await find.ledger(unit.session, occurrence.id, lock=True):
        forget(row)
    facts = {"occurrence": str(occurrence.id), "telling": occurrence.tellings}
    for request in holds.requests:
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
    if not await tells_in(office, unit, command.actor.oid, meeting):
        return views.Toast(code="only_employees")
    return await ledger_view(office, unit, occurrence, meeting)


async def ledger_view(
    office: Office, unit: Unit, occurrence: Occurrence, meeting: Meeting
) -> views.Ledger:
    """Everybody who may hear the meeting, and whether they have been told."""
    rows = await find.ledger(unit.session, occurrence.id)
    names = await unit.personal.get_many([row.id for row in rows])
    profile = await profile_here(office, unit, meeting)
    lines = [line(profile, row, names) for row in rows]
    call = await find.latest_call(unit.session, occurrence.id)
    current = tells_what_holds(occurrence, await now_holding(office, unit, meeting, occurrence))
    if not current:  # whatever they were told, it was not this
        lines = [replace(one, informed=False, grade="none", at=None) for one in lines]
    return views.Ledger(
        occurrence_id=occurrence.id,
        meeting_id=meeting.id,
        meeting=await showing.meeting_line(unit, meeting),
        lines=tuple(lines),
        complete=current and complete(profile, rows, meeting),
        phone_possible=phone_may_listen(profile, meeting),
        phone_said=meeting.dial_in is False and bool(meeting.phone_possible),
        script=await script(office, unit, meeting),
        voice=call.state if call else "",
    )


def line(
    profile: Profile, row: Informed, names: Mapping[UUID, Mapping[str, str]]
) -> views.LedgerLine:
    """One person's line; the phone row has words of its own."""
    return views.LedgerLine(
        name=names.get(row.id, {}).get("name", ""),
        kind=row.kind,
        informed=is_informed(profile, row.grade),
        grade=row.grade,
        channel=row.channel,
        at=row.informed_at,
    )


def complete(profile: Profile, rows: Sequence[Informed], meeting: Meeting) -> bool:
    """Whether everybody has been told; computed, never set by hand."""
    people = [row.grade for row in rows if row.kind != PHONE]
    unseen = "none" if phone_may_listen(profile, meeting) else None
    phone = next((row.grade for row in rows if row.kind == PHONE), unseen)
    return ledger_complete(profile, people, phone)


async def script(office: Office, unit: Unit, meeting: Meeting) -> tuple[str, ...]:
    """What the employee reads aloud, sentence by sentence; empty when there is nothing to tell."""
    running = await find.running_occurrence(unit.session, meeting.id)
    holds = await holding(office, unit, meeting, running.started_at if running else unit.now)
    if holds:
        profile = office.profile_for(holds.requests)
        return read_aloud_script(
            profile, await showing.recorders(unit, list(holds.requests)),
            phone=phone_may_listen(profile, meeting), video=holds.video,
            own_part=holds.own_part, both_record=holds.both, relation=holds.relation,
        )  # fmt: skip
    return revoked().da if running and running.announced_for is not None else ()
