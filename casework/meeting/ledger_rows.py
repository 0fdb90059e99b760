"""Rows of the informed ledger: who is there, or may be, before anybody is told (B20)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select

from casework import commands
from casework.meeting.holds import GONE, UNSEEN, come_back
from casework.office import Office
from guidelines.announcement import may_be_by_phone
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Informed, Meeting, Occurrence

PHONE = "phone"


def phone_may_listen(meeting: Meeting) -> bool:
    """Where dial-in is possible or not known to be impossible, or where the employee says so. Outside
    Teams nobody dials in: whoever listens is asked for and entered by name."""
    if meeting.chat_id is None:
        return False
    return may_be_by_phone(dial_in=meeting.dial_in, said=meeting.phone_possible)


@rule("B20", surface="card")
async def put_on_ledger(
    office: Office,
    unit: Unit,
    occurrence: Occurrence,
    people: Sequence[commands.Actor],
    *,
    seen: bool = False,
) -> list[Informed]:
    """Add the people who are not on the ledger yet; the new rows. A caller has no row of their own:
    no number is stored, and whoever phones in after the text was read has not heard it. ``seen``: Teams tells
    that they came, or the chat names them since then; otherwise it may name who cannot be asked for since an
    earlier call, or since they left. Those stand on the ledger, and are none of the new ones."""
    rows = {
        row.person_key: row for row in await find.ledger(unit.session, occurrence.id, lock=True)
    }
    away = (GONE, UNSEEN) if seen else (GONE,)  # who was away when it was told has not heard it
    added = []
    for person in people:
        if person.kind == PHONE:
            await _somebody_phoned(unit, occurrence, rows)
            continue
        key = unit.person_key(f"{occurrence.id}:{person.oid or person.mri}")
        if key not in rows:
            rows[key] = await _new_row(unit, occurrence, key, person)
            guest = person.oid is None and not seen
            if guest and await named_before(unit, occurrence, person.mri):
                rows[key].channel = UNSEEN
            else:
                added.append(rows[key])
        elif rows[key].left_at is not None and not seen and person.oid is None:
            await _name(unit, occurrence, rows[key], person)
        elif rows[key].channel in away:
            come_back(unit, rows[key])
            await _name(unit, occurrence, rows[key], person)
            rows[key].mri = rows[key].mri or person.mri or None
            added.append(rows[key])
        elif person.mri and rows[key].mri is None:  # seen in the call before in the chat
            rows[key].mri = person.mri
            added.append(rows[key])
        if seen or person.oid is not None:  # whoever has an id was asked for
            rows[key].left_at = None
    return added


async def enter_left(
    unit: Unit, occurrence: Occurrence, person: commands.Actor, at: datetime
) -> None:
    """A guest left ``at`` this time whom the ledger does not know, and nobody can ask for later. Their name and Teams' id of
    them are kept once there is something to tell."""
    key, told = unit.person_key(f"{occurrence.id}:{person.mri}"), bool(occurrence.announced_for)
    row = await _new_row(unit, occurrence, key, person, named=told)
    row.mri = row.mri if told else None
    row.channel, row.left_at = GONE, at


async def _name(unit: Unit, occurrence: Occurrence, row: Informed, person: commands.Actor) -> None:
    """Give the row the person's name, unless it has one."""
    if not (await unit.personal.opened_where_possible([row.id]))[row.id].has("name"):
        await unit.personal.put(row.id, occurrence.meeting_id, {"name": person.name[:200] or "?"})


async def named_before(unit: Unit, occurrence: Occurrence, mri: str | None) -> bool:
    """Whether somebody stood on the ledger of another call of this meeting."""
    if not mri:
        return False
    query = (
        select(Informed.id)
        .join(Occurrence, Occurrence.id == Informed.occurrence_id)
        .where(Informed.mri == mri, Occurrence.meeting_id == occurrence.meeting_id)
        .where(Occurrence.id != occurrence.id)
    )
    return await unit.session.scalar(query.limit(1)) is not None


async def _new_row(
    unit: Unit,
    occurrence: Occurrence,
    key: str,
    person: commands.Actor | None,
    *,
    named: bool = True,
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
    if person and named:
        await _name(unit, occurrence, row, person)
    return row


def _phone_key(unit: Unit, occurrence: Occurrence) -> str:
    return unit.person_key(f"{occurrence.id}:phone")


async def _somebody_phoned(unit: Unit, occurrence: Occurrence, rows: dict[str, Informed]) -> None:
    key = _phone_key(unit, occurrence)
    if key in rows:
        come_back(unit, rows[key])
    else:
        rows[key] = await _new_row(unit, occurrence, key, None)


async def put_phone_on_ledger(unit: Unit, occurrence: Occurrence, meeting: Meeting) -> None:
    """*Muligvis nogen på telefon*: keeps the ledger incomplete until the text was read aloud."""
    key = _phone_key(unit, occurrence)
    rows = {
        row.person_key: row for row in await find.ledger(unit.session, occurrence.id, lock=True)
    }
    may_listen = phone_may_listen(meeting)
    if may_listen and key not in rows:
        await _new_row(unit, occurrence, key, None)
    elif not may_listen and key in rows and rows[key].informed_at is None:
        await unit.session.delete(rows[key])
        await unit.session.flush()
