"""The call's roster and the informed ledger: who sits there, and who heard what was spoken (B20).

A seat counts from the moment Lydhør saw it hear, without a break, until the prompt had ended and the
roster was looked at again. Whoever came later, waited in the lobby or was on hold has not heard it.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import timedelta
from typing import cast
from uuid import UUID, uuid4

from sqlalchemy import select

from casework import commands, effects
from casework.call_ports import Participant
from casework.meeting import calls, channels, telling, without_chat
from casework.meeting.calls import Place
from casework.meeting.holds import come_back, leave
from casework.office import Office
from casework.versions import profile_here
from guidelines.announcement import Grade, better, is_informed
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Call, Informed, Seat, Spoken
from texts.catalog import text

LEDGER_KINDS: Mapping[str, commands.Kind] = {
    "guest": "anonymous",
    "phone": "caller",
    "device": "device",
    "unknown": "unknown",
}
"""What a seat is called on the ledger; of directory users the tenant decides."""
MASKED = ("", "anonymous", "unknown", "private")


async def seats_of(unit: Unit, call_id: UUID) -> list[Seat]:
    """Every seat there has been in the call."""
    return list((await unit.session.scalars(select(Seat).where(Seat.call_id == call_id))).all())


@rule("B20", surface="card")
async def reconcile(
    office: Office, unit: Unit, place: Place, people: Sequence[Participant]
) -> list[Informed]:
    """Make the seats what the roster says now (our own left out); rows that are new on the ledger."""
    seats = {seat.participant_id: seat for seat in await seats_of(unit, place.call.id)}
    present = {person.id: person for person in people if person.kind != "application"}
    for gone in seats.keys() - present.keys():
        seat = seats[gone]
        seat.here_since, seat.left_at = None, seat.left_at or unit.now
    fresh: list[Informed] = []
    for person in present.values():
        seat = seats.get(person.id) or _new_seat(unit, place, person)
        seat.left_at = None
        if not person.hears:
            seat.here_since = None
        elif seat.here_since is None:
            seat.here_since = unit.now
        await unit.session.flush()
        if person.hears and seat.informed_id is None:
            row, new = await _row_for(office, unit, place, person, seat.mark)
            seat.informed_id = row.id
            fresh += [row] if new else []
        elif person.kind == "guest":
            await _one_row(unit, place, seat, person)
    await unit.session.flush()
    await _come_and_gone(unit, place, present.keys())
    return fresh


@rule("B20", surface="card")
async def _come_and_gone(unit: Unit, place: Place, present: Container[str]) -> None:
    """Who sat in the call and left it untold does not hear what is read aloud from now on; who is there
    again is told like everybody who comes late."""
    seats = await seats_of(unit, place.call.id)
    here = {s.informed_id for s in seats if s.participant_id in present}
    left = {s.informed_id for s in seats} - here
    back, changed = [], False
    for row in await find.ledger(unit.session, place.occurrence.id, lock=True):
        if row.id in here and row.channel in telling.AWAY:
            come_back(unit, row)
            back.append(row)
        elif row.id in here:
            row.left_at = None
        elif row.id in left and leave(row, unit.now):
            changed = True
    await unit.session.flush()
    if changed:
        await effects.show_ledger(unit, str(place.occurrence.id))
    await telling.tell_late(unit, place.occurrence, back)


def _new_seat(unit: Unit, place: Place, person: Participant) -> Seat:
    seat = Seat(
        id=uuid4(), call_id=place.call.id, participant_id=person.id, kind=person.kind,
        mark=unit.person_key(f"{place.occurrence.id}:{_mark_of(person)}"),
    )  # fmt: skip
    unit.session.add(seat)
    return seat


async def _row_for(
    office: Office, unit: Unit, place: Place, person: Participant, key: str
) -> tuple[Informed, bool]:
    """The person's row on the ledger; whether it is new. Who has been here before has theirs."""
    occurrence, rows = place.occurrence, await find.ledger(unit.session, place.occurrence.id)
    sat_here = await _sat_here(unit, place, key)
    for known in rows:
        if known.person_key == key or known.id == sat_here:
            return known, False
    if person.kind == "guest" and (row := await _by_name(unit, place, rows, person.name)):
        return row, False
    row = Informed(
        id=uuid4(), occurrence_id=occurrence.id, person_key=key, kind=_kind(office, person),
        oid=person.person_id or None if person.kind == "user" else None,
        grade="none", channel="", evidence="", created_at=unit.now,
    )  # fmt: skip
    unit.session.add(row)
    await unit.session.flush()
    name = {"name": _name(person, rows)[:200]}
    await unit.personal.put(row.id, occurrence.meeting_id, name)
    return row, True


async def _sat_here(unit: Unit, place: Place, mark: str) -> UUID | None:
    """The row of whoever sat in a call of this occurrence under the same mark."""
    query = (
        select(Seat.informed_id)
        .join(Call, Call.id == Seat.call_id)
        .where(
            Call.occurrence_id == place.occurrence.id,
            Seat.mark == mark,
            Seat.informed_id.is_not(None),
        )
    )
    return await unit.session.scalar(query.limit(1))


def _mark_of(person: Participant) -> str:
    """What the same person is known by when they come back. No number is stored: only its keyed hash,
    and a masked one stands for this one seat alone."""
    if person.kind == "user" and person.person_id:
        return person.person_id
    hidden = person.person_id.strip().casefold() in MASKED or "*" in person.person_id
    return f"call:{person.kind}:{person.id if hidden else person.person_id}"


async def _by_name(
    unit: Unit, place: Place, rows: Sequence[Informed], name: str
) -> Informed | None:
    """A guest has one id in the chat and another in the call (teams-platform 10). The guest of that
    very name on the chat roster is the same person, unless somebody else in the call is that one."""
    taken = {seat.informed_id for seat in await seats_of(unit, place.call.id)}
    free = [row for row in rows if row.kind == "anonymous" and row.mri and row.id not in taken]
    names = await unit.personal.opened_where_possible([row.id for row in free])
    wanted = name.strip().casefold()
    same = [r for r in free if names[r.id].get("name", "").strip().casefold() == wanted]
    return same[0] if wanted and len(same) == 1 else None


async def _one_row(unit: Unit, place: Place, seat: Seat, person: Participant) -> None:
    """The chat told of the guest after the call did: one person, one row, the better evidence."""
    rows = await find.ledger(unit.session, place.occurrence.id)
    own = next((row for row in rows if row.id == seat.informed_id), None)
    if own is None or own.mri is not None:
        return
    chat = await _by_name(unit, place, rows, person.name)
    if chat is None:
        return
    if better(cast(Grade, own.grade), cast(Grade, chat.grade)) != chat.grade:
        chat.grade, chat.channel, chat.evidence = own.grade, own.channel, own.evidence
        chat.informed_at = own.informed_at
    seat.informed_id = chat.id
    await unit.personal.delete(own.id, case_id=place.occurrence.meeting_id)
    await unit.session.delete(own)
    await unit.session.flush()


def _kind(office: Office, person: Participant) -> commands.Kind:
    if person.kind != "user":
        return LEDGER_KINDS.get(person.kind, "unknown")
    foreign = person.tenant_id and person.tenant_id.lower() != office.tenant_id.lower()
    return "foreign" if foreign else "member"


def _name(person: Participant, rows: Sequence[Informed]) -> str:
    """Callers have no name, and their number is nobody's business: they are counted."""
    kind = LEDGER_KINDS.get(person.kind, "member")
    if kind in ("caller", "device", "unknown"):
        number = 1 + sum(row.kind == kind for row in rows)
        return text(f"ledger.{kind}", "da", number=str(number))
    return person.name or "?"


async def untold(office: Office, unit: Unit, place: Place) -> list[Seat]:
    """Seats of people who hear now and are not on record as told."""
    profile = await profile_here(office, unit, place.meeting)
    rows = {row.id: row for row in await find.ledger(unit.session, place.occurrence.id)}
    here = [seat for seat in await seats_of(unit, place.call.id) if seat.here_since is not None]
    if await without_chat.nobody_told_yet(office, unit, place.meeting, place.occurrence):
        return here
    return [
        seat
        for seat in here
        if seat.informed_id is None
        or seat.informed_id not in rows
        or not is_informed(profile, rows[seat.informed_id].grade)
    ]


def heard(seats: Sequence[Seat], spoken: Spoken) -> list[Seat]:
    """The seats that heard the prompt from its beginning to its end."""
    return [s for s in seats if s.here_since is not None and s.here_since <= spoken.asked_at]


@rule("B20", surface="card")
async def count(office: Office, unit: Unit, place: Place, spoken: Spoken) -> int:
    """Enter who heard a completed prompt; how many. The roster has just been reconciled."""
    profile = await profile_here(office, unit, place.meeting)
    seats = heard(await seats_of(unit, place.call.id), spoken)
    ids = {seat.informed_id for seat in seats}
    for row in await find.ledger(unit.session, place.occurrence.id, lock=True):
        if row.id in ids:
            channels.enter(profile, unit, row, channels.SPOKEN, str(spoken.id))
    spoken.counted_at = unit.now
    await unit.session.flush()
    await calls.note(unit, place, "prompt_heard", telling=spoken.telling, heard=len(ids - {None}))
    return len(ids)


async def settle_the_phone(office: Office, unit: Unit, place: Place) -> None:
    """*Possibly somebody by phone*: the roster tells who is. When all of them have heard the prompt,
    nobody else is on the phone, for as long as Lydhør sits there and sees who comes."""
    profile = await profile_here(office, unit, place.meeting)
    counted = [
        one
        for one in await calls.prompts_of(unit.session, place.call.id)
        if one.counted_at is not None and one.telling == place.occurrence.tellings
    ]
    if not counted or await untold(office, unit, place):
        return
    key = unit.person_key(f"{place.occurrence.id}:{telling.PHONE}")
    for row in await find.ledger(unit.session, place.occurrence.id, lock=True):
        if row.person_key == key:
            channels.enter(profile, unit, row, channels.SPOKEN, str(counted[-1].id))
    await unit.session.flush()


async def plan_replay(office: Office, unit: Unit, place: Place, late: timedelta) -> None:
    """Somebody came who is not told: they are spoken to together with all who come meanwhile."""
    if await untold(office, unit, place):
        await calls.speak_at(unit, place.call, unit.now + late)


async def tell_newcomers(unit: Unit, place: Place, rows: Sequence[Informed]) -> None:
    """Who was seen in the call first is looked for in the chat, and told in writing from there."""
    occurrence = str(place.occurrence.id)
    if any(not calls.by_voice(row.kind) for row in rows):
        args = {"occurrence_id": occurrence}
        await unit.effects.schedule(effects.LOOK_AROUND, occurrence, args=args)
    if rows:
        await effects.show_ledger(unit, occurrence)
