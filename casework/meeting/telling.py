"""Who has been told (B20): the informed ledger and what people say about it.

The ledger holds what is known of each person, and in which grade. It never says *complete* of its
own accord: that is computed from the rows each time it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from casework import closed, commands, doubled, effects, showing
from casework.afterwards import tasks
from casework.meeting import breaks, channels, leaving, recorder, stopping
from casework.meeting.holders import records_in
from casework.meeting.holds import (
    AWAY,
    BOTH,
    GONE,
    OWN_PART,
    UNSEEN,
    VIDEO,
    Holds,
    aloud,
    end_of,
    enter_telling,
    forget,
    holding,
    is_told,
    may_have_heard,
    now_holding,
    recorder_of,
    tells_what_holds,
)
from casework.meeting.ledger_rows import (
    PHONE,
    named_before,
    phone_may_listen,
    put_on_ledger,
    put_phone_on_ledger,
)
from casework.meeting.rounds import round_now
from casework.office import Office
from casework.typed import moment_of
from casework.versions import profile_here
from guidelines.announcement import is_informed, ledger_complete
from guidelines.problem import Problem
from guidelines.profile import Profile
from store import find
from store.database import Unit
from store.personal import Opened
from store.tables import Evidence, Informed, Meeting, Occurrence
from texts import views

__all__ = ["AWAY", "BOTH", "GONE", "OWN_PART", "PHONE", "UNSEEN", "VIDEO", "Holds", "enter_telling", "forget", "holding", "is_told", "may_have_heard", "now_holding", "phone_may_listen", "put_on_ledger", "put_phone_on_ledger", "tells_what_holds"]  # fmt: skip


async def was_told(unit: Unit, row: Informed) -> bool:
    """Whether there is evidence that this person was told of something in this meeting."""
    query = select(Evidence.id).where(Evidence.informed_id == row.id).limit(1)
    return await unit.session.scalar(query) is not None


async def people_joined(office: Office, unit: Unit, command: commands.PeopleJoined) -> None:
    """People entered the call, or came onto the chat roster, which is not the same.

    Who comes onto the roster and can be asked for in the call is asked for by the next look, and so is of
    whom Teams tells late: they may have left since.
    """
    meeting = await find.meeting_by_chat(unit.session, command.chat_id)
    occurrence = await find.running_occurrence(unit.session, meeting.id) if meeting else None
    if meeting is None or occurrence is None:
        return
    if not occurrence.announced_for:
        await _remember_guests(office, unit, occurrence, command.people)
        return
    here = await leaving.believed(unit, occurrence, command)
    if command.in_call and await recorder.is_among(office, unit, meeting, occurrence, here):
        await unit.effects.cancel(effects.AWAY_CARD, str(occurrence.id))
        await recorder.note_back(office, unit, meeting, occurrence)
    rows = await put_on_ledger(office, unit, occurrence, here, seen=True)
    came = [p for p in command.people if command.in_call or p.oid is None]
    rows += await _missed_the_card(unit, occurrence, came, command.at)
    await tell_late(unit, occurrence, rows)
    if any(p.kind == PHONE for p in here):  # no row of their own is new, and nobody is complete now
        await effects.show_ledger(unit, str(occurrence.id))
    if any(p.oid and p not in here for p in command.people):
        await effects.look_around(unit, occurrence.id)


async def _remember_guests(
    office: Office, unit: Unit, occurrence: Occurrence, people: Sequence[commands.Actor]
) -> None:
    """Guests of an earlier call come into one that is not announced yet, or guests who left this one come
    back. Nobody can ask for them later, so that they came is kept; of everybody else nothing is, before
    there is something to tell."""
    known = {row.person_key for row in await find.ledger(unit.session, occurrence.id)}
    for person in people:
        if person.oid is None and (
            unit.person_key(f"{occurrence.id}:{person.mri}") in known
            or await named_before(unit, occurrence, person.mri)
        ):
            await put_on_ledger(office, unit, occurrence, [person], seen=True)


def seen_by(unit: Unit, occurrence: Occurrence) -> datetime:
    """Whoever was on the ledger by then sees the card of what holds now, which is posted just after. A
    guest does not see what was written before they came (teams-platform 3)."""
    posted = occurrence.announced_at if occurrence.announced_for else None
    return posted or unit.now


async def is_last_told(unit: Unit, occurrence: Occurrence, telling: int) -> bool:
    """Whether nothing else has been told since: otherwise who heard this has not heard what holds. The
    occurrence is locked, so that it stays so until the unit's end."""
    current = await unit.session.get_one(
        Occurrence, occurrence.id, with_for_update=True, populate_existing=True
    )
    return current.tellings == telling


async def _missed_the_card(
    unit: Unit, occurrence: Occurrence, people: Sequence[commands.Actor], at: datetime
) -> list[Informed]:
    """Who was found in the meeting just after the card was posted, and came after it, as Teams tells now:
    they are told like everybody who comes late."""
    keys = {unit.person_key(f"{occurrence.id}:{p.oid or p.mri}") for p in people}
    posted = occurrence.announced_at
    missed = [
        row
        for row in await find.ledger(unit.session, occurrence.id, lock=True)
        if row.person_key in keys
        and row.channel == channels.CHAT.name
        and posted is not None
        and posted < at <= row.created_at
    ]
    for row in missed:
        forget(row)
    return missed


async def tell_late(unit: Unit, occurrence: Occurrence, rows: Sequence[Informed]) -> None:
    """Whoever came after the announcement is told; many who come together are told once."""
    if not rows:
        return
    args = {"occurrence_id": str(occurrence.id)}
    await unit.effects.schedule(effects.TELL_LATE, str(occurrence.id), args=args)
    await effects.show_ledger(unit, str(occurrence.id))


async def note_phone_possible(
    office: Office, unit: Unit, command: commands.NotePhonePossible
) -> views.View:
    """The employee says whether somebody may be listening by phone."""
    meeting = await find.meeting(unit.session, command.meeting_id, lock=True)
    if meeting is None:
        return views.Toast(code="meeting_unknown")
    meeting.phone_possible = command.possible
    await unit.session.flush()
    facts = {"possible": command.possible}
    await unit.journal.write(meeting.id, "phone_said", actor=command.actor.oid or "", facts=facts)
    occurrence = await find.running_occurrence(unit.session, meeting.id)
    if occurrence is None or not occurrence.announced_for:
        return views.Toast(code="phone_noted")
    await put_phone_on_ledger(unit, occurrence, meeting)
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
    actor = command.actor.oid or ""
    holds = await now_holding(office, unit, meeting, occurrence)
    if not holds and not await may_have_heard(unit, occurrence):
        return views.Toast(code="no_longer_possible")
    await effects.show_ledger(unit, str(occurrence.id))
    shown = command.form.get("round")
    if shown and shown != await round_now(unit, occurrence, holds):
        # What was read is not what holds any more.
        return replace(await ledger_view(office, unit, occurrence, meeting), changed=True)
    if not await is_told(unit, occurrence, holds):
        said = await script(office, unit, meeting, named=False)
        await enter_telling(office, unit, occurrence, holds, "voice", said)
    seen = moment_of(command.form.get("seen", ""))
    await confirm_rows(office, unit, meeting, occurrence, actor, seen)
    return await ledger_view(office, unit, occurrence, meeting)


async def confirm_rows(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    occurrence: Occurrence,
    actor: str,
    seen: datetime | None = None,
) -> None:
    """Everybody who is there heard it from this employee; nobody need read it aloud any more. ``seen``:
    when the last of those came whom the employee saw on the card. Who came after did not hear it."""
    profile, told, later = await profile_here(office, unit, meeting), 0, 0
    for row in await find.ledger(unit.session, occurrence.id, lock=True):
        if row.grade == "confirmed" or row.channel == GONE:
            continue
        if seen is not None and row.created_at > seen:
            later += 1
            continue
        way = channels.PERHAPS if row.channel == UNSEEN else channels.READ_ALOUD
        channels.enter(profile, unit, row, way, actor)
        told += 1
    await unit.session.flush()
    facts = {"occurrence": str(occurrence.id), "rows": told}
    await unit.journal.write(meeting.id, "read_aloud", actor=actor, facts=facts)
    if later:
        return  # somebody is still to be read to
    for request in await find.requests_of(unit.session, meeting.id):
        await tasks.finish_task(unit, request, "read_aloud", actor)


async def show_ledger(office: Office, unit: Unit, command: commands.ShowLedger) -> views.View:
    """The ledger as it stands now."""
    occurrence = await unit.session.get(Occurrence, command.occurrence_id)
    meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
    if occurrence is None or meeting is None:
        return views.Toast(code="meeting_unknown")
    return await ledger_view(office, unit, occurrence, meeting)


async def ledger_view(
    office: Office,
    unit: Unit,
    occurrence: Occurrence,
    meeting: Meeting,
    form: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
) -> views.Ledger:
    """Everybody who may hear the meeting, and whether they have been told."""
    rows = [r for r in await find.ledger(unit.session, occurrence.id) if r.channel != GONE]
    names = await unit.personal.opened_where_possible([row.id for row in rows])
    profile = await profile_here(office, unit, meeting)
    lines = [
        replace(
            line(profile, row, names), by=await showing.name_of(unit, channels.teller(row.evidence))
        )
        for row in rows
    ]
    call = await find.latest_call(unit.session, occurrence.id)
    holds = await now_holding(office, unit, meeting, occurrence)
    stands = await breaks.state_of(unit, meeting, occurrence.started_at, end_of(occurrence))
    current = await is_told(unit, occurrence, holds)
    finished = current and complete(profile, rows, meeting)
    unsaid = call if holds.paused and not finished else None
    if not current:  # whatever they were told, it was not this
        lines = [replace(one, informed=False, grade="none", at=None) for one in lines]
    return views.Ledger(
        occurrence_id=occurrence.id,
        meeting_id=meeting.id,
        meeting=await showing.meeting_line(unit, meeting),
        lines=tuple(lines),
        complete=finished,
        phone_possible=phone_may_listen(meeting),
        phone_said=meeting.dial_in is False and bool(meeting.phone_possible),
        script=await script(office, unit, meeting),
        voice=call.state if call else "",
        paused_at=stands.on.at if holds and stands.on else None,
        stop_unsaid=unsaid is not None
        and await stopping.is_left_to_a_person(unit, occurrence, unsaid),
        blind=meeting.chat_id is not None and not meeting.app_installed,
        round=await round_now(unit, occurrence, holds),
        seen=max([occurrence.started_at, *(row.created_at for row in rows)]),
        maybe_twice=await doubled.maybe_twice(unit, occurrence.id),
        given_up=bool(await doubled.left_open(unit, occurrence)),
        values=form or {},
        problems=problems,
    )


def line(profile: Profile, row: Informed, names: Mapping[UUID, Opened]) -> views.LedgerLine:
    """One person's line; the phone row has words of its own."""
    return views.LedgerLine(
        name=closed.name_of(names.get(row.id, Opened())),
        kind=row.kind,
        informed=is_informed(profile, row.grade),
        grade=row.grade,
        channel=row.channel,
        at=row.informed_at,
    )


def complete(profile: Profile, rows: Sequence[Informed], meeting: Meeting) -> bool:
    """Whether everybody who is there has been told; computed, never set by hand."""
    rows = [row for row in rows if row.channel != GONE]
    people = [row.grade for row in rows if row.kind != PHONE]
    unseen = "none" if phone_may_listen(meeting) else None
    phone = next((row.grade for row in rows if row.kind == PHONE), unseen)
    return ledger_complete(profile, people, phone)


async def script(
    office: Office, unit: Unit, meeting: Meeting, *, named: bool = True
) -> tuple[str, ...]:
    """What the employee reads aloud, sentence by sentence; empty when there is nothing to tell."""
    running = await find.running_occurrence(unit.session, meeting.id)
    holds = await holding(office, unit, meeting, running.started_at if running else unit.now)
    if not holds and not (running and await may_have_heard(unit, running)):
        return ()
    phone = phone_may_listen(meeting)
    return aloud(office, holds, await recorder_of(unit, holds, named=named), phone=phone)
