"""A case that may not be deleted for the time being: set and lifted by a named person, with a reason.

While a request for access, a complaint or a report of misuse is open, nothing of the case goes, whatever
its time (domain 3.4). The reason is sealed, and goes with the case once it is held no longer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from uuid import UUID, uuid4

from sqlalchemy import String, cast, select

from casework import closed, commands, showing
from casework.afterwards.own_matter import sides_of
from casework.numbers import meeting_number, typed_number
from casework.office import Office
from guidelines.problem import Problem
from store.database import Unit
from store.legal_holds import standing
from store.tables import Deletion, Errand, LegalHold, Meeting, Request
from texts import views
from texts.limits import too_long

MEETING = re.compile(r"M-[0-9A-F]{8}")
NUMBER, WHY = "case_number", "held_why"
RECEIPTS = 12
HOLDS = 30


def may_keep(office: Office, oid: str | None) -> bool:
    """Whether the person may hold cases: the DPO or HR/Jura."""
    return oid is not None and oid in (*office.departments.dpo, *office.departments.hr_legal)


async def case_of(unit: Unit, number: str) -> UUID | None:
    """The wish, errand or meeting of that number, however it was typed; of a meeting that no other could be
    meant by it."""
    plain = number.strip().upper()
    if MEETING.fullmatch(plain):
        begins = f"{plain.removeprefix('M-').lower()}%"
        query = select(Meeting.id).where(cast(Meeting.id, String).like(begins)).limit(2)
        meetings = (await unit.session.scalars(query)).all()
        return meetings[0] if len(meetings) == 1 else None
    known = typed_number(number)
    if not known:
        return None
    wish = await unit.session.scalar(select(Request.id).where(Request.number == known))
    return wish or await unit.session.scalar(select(Errand.id).where(Errand.number == known))


async def show(office: Office, unit: Unit, command: commands.ShowKeeping) -> views.Keeping:
    """What is held now, and the last receipts."""
    return await card(office, unit, command)


async def card(
    office: Office,
    unit: Unit,
    command: commands.PersonCommand,
    values: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
    notice: str = "",
) -> views.Keeping:
    """The card of whoever answers for data protection."""
    newest = select(Deletion).where(Deletion.cases > 0)
    newest = newest.order_by(Deletion.day.desc(), Deletion.purpose).limit(RECEIPTS)
    receipts = (await unit.session.scalars(newest)).all()
    return views.Keeping(
        held=await _held(office, unit, command.actor.oid or ""),
        receipts=tuple(views.ReceiptLine(r.day, r.purpose, r.cases) for r in receipts),
        is_dpo=command.actor.oid in office.departments.dpo,
        values=dict(values or {}),
        problems=problems,
        notice=notice,
    )


async def _held(office: Office, unit: Unit, reader: str) -> tuple[views.HeldLine, ...]:
    """What is held. Why reads whoever wrote it and the DPO, and nobody with a side in it: it may speak of the
    person, and HR/Jura sees no persons."""
    dpo = reader in office.departments.dpo
    query = select(LegalHold).where(LegalHold.lifted_at.is_(None))
    rows = (await unit.session.scalars(query.order_by(LegalHold.set_at.desc()).limit(HOLDS))).all()
    words = await unit.personal.opened_where_possible([row.id for row in rows])
    return tuple(
        [
            views.HeldLine(
                number=await number_of(unit, row.case_id),
                since=row.set_at,
                by=await showing.name_of(unit, row.set_by),
                why=closed.said(words[row.id], WHY)
                if (dpo or row.set_by == reader) and not await _own(unit, row, reader)
                else "",
            )
            for row in rows
        ]
    )


async def _own(unit: Unit, row: LegalHold, reader: str) -> bool:
    case = await thing_of(unit, row.case_id)
    return case is not None and reader in await sides_of(unit, case)


async def thing_of(unit: Unit, case_id: UUID) -> Request | Errand | Meeting | None:
    """The wish, errand or meeting of that id."""
    wish = await unit.session.get(Request, case_id)
    errand = None if wish else await unit.session.get(Errand, case_id)
    return wish or errand or await unit.session.get(Meeting, case_id)


async def number_of(unit: Unit, case_id: UUID) -> str:
    """The number of a wish, an errand or a meeting."""
    found = await thing_of(unit, case_id)
    if isinstance(found, Meeting):
        return meeting_number(found.id)
    return found.number if found else ""


async def hold(office: Office, unit: Unit, command: commands.HoldCase) -> views.Keeping:
    """From now on nothing of the case is deleted."""
    case_id, problems = await _checked(unit, command.form, held=False)
    if case_id is None or problems:
        return await card(office, unit, command, command.form, problems)
    oid, words = command.actor.oid or "", {WHY: command.form[WHY].strip()}
    row = LegalHold(id=uuid4(), case_id=case_id, set_by=oid, set_at=unit.now)
    unit.session.add(row)
    await unit.session.flush()
    await showing.learn_name(unit, oid, command.actor.name)
    await unit.personal.put(row.id, case_id, words)
    await unit.journal.write(
        case_id, "case_held", actor=oid, facts={"hold": row.id}, personal=words, owner_id=row.id
    )
    return await card(office, unit, command, notice="held")


async def lift(office: Office, unit: Unit, command: commands.LiftHold) -> views.Keeping:
    """The case may be deleted again, when its time is over."""
    case_id, problems = await _checked(unit, command.form, held=True)
    row = await standing(unit, case_id, lock=True) if case_id else None
    if case_id is None or row is None or problems:
        return await card(office, unit, command, command.form, problems)
    oid, words = command.actor.oid or "", {"lifted_why": command.form[WHY].strip()}
    row.lifted_by, row.lifted_at = oid, unit.now
    await unit.session.flush()
    await unit.personal.put(row.id, case_id, words)
    await unit.journal.write(
        case_id, "hold_lifted", actor=oid, facts={"hold": row.id}, personal=words, owner_id=row.id
    )
    return await card(office, unit, command, notice="lifted")


async def _checked(
    unit: Unit, form: Mapping[str, str], *, held: bool
) -> tuple[UUID | None, tuple[Problem, ...]]:
    number, why = form.get(NUMBER, ""), form.get(WHY, "").strip()
    case_id = await case_of(unit, number) if number.strip() else None
    problems: list[Problem] = []
    if not number.strip():
        problems.append(Problem(NUMBER, "case_number_missing"))
    elif case_id is None:
        problems.append(Problem(NUMBER, "case_not_found"))
    elif (await standing(unit, case_id) is not None) != held:
        problems.append(Problem(NUMBER, "not_held" if held else "held_already"))
    if not why:
        problems.append(Problem(WHY, "held_why_missing"))
    return case_id, (*problems, *too_long(form, WHY))
