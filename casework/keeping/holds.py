"""A case that may not be deleted for the time being: set and lifted by a named person, with a reason.

While a request for access, a complaint or a report of misuse is open, nothing of the case goes, whatever
its time (domain 3.4). The reason is sealed, and goes with the case once it is held no longer.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID, uuid4

from sqlalchemy import select

from casework import commands, showing
from casework.afterwards.own_matter import sides_of
from casework.office import Office
from guidelines.problem import Problem
from store.database import Unit
from store.legal_holds import standing
from store.tables import Deletion, Errand, LegalHold, Request
from texts import views
from texts.limits import too_long

NUMBER, WHY = "case_number", "held_why"
RECEIPTS = 12
HOLDS = 30


def may_keep(office: Office, oid: str | None) -> bool:
    """Whether the person may hold cases: the DPO or HR/Jura."""
    return oid is not None and oid in (*office.departments.dpo, *office.departments.hr_legal)


async def case_of(unit: Unit, number: str) -> UUID | None:
    """The wish or errand of that number, however it was typed."""
    plain = number.strip().upper()
    wish = await unit.session.scalar(select(Request.id).where(Request.number == plain))
    return wish or await unit.session.scalar(select(Errand.id).where(Errand.number == plain))


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
        held=await _held(unit, command.actor.oid or ""),
        receipts=tuple(views.ReceiptLine(r.day, r.purpose, r.cases) for r in receipts),
        is_dpo=command.actor.oid in office.departments.dpo,
        values=dict(values or {}),
        problems=problems,
        notice=notice,
    )


async def _held(unit: Unit, reader: str) -> tuple[views.HeldLine, ...]:
    """What is held; not why, where the reader has a side in it: the others know."""
    query = select(LegalHold).where(LegalHold.lifted_at.is_(None))
    rows = (await unit.session.scalars(query.order_by(LegalHold.set_at.desc()).limit(HOLDS))).all()
    words = await unit.personal.get_many([row.id for row in rows])
    return tuple(
        [
            views.HeldLine(
                number=await number_of(unit, row.case_id),
                since=row.set_at,
                by=await showing.name_of(unit, row.set_by),
                why="" if await _own(unit, row, reader) else words[row.id].get(WHY, ""),
            )
            for row in rows
        ]
    )


async def _own(unit: Unit, row: LegalHold, reader: str) -> bool:
    case: Request | Errand | None = await unit.session.get(Request, row.case_id)
    if case is None:
        case = await unit.session.get(Errand, row.case_id)
    return case is not None and reader in await sides_of(unit, case)


async def number_of(unit: Unit, case_id: UUID) -> str:
    """The number of a wish or an errand."""
    wish = await unit.session.scalar(select(Request.number).where(Request.id == case_id))
    found = wish or await unit.session.scalar(select(Errand.number).where(Errand.id == case_id))
    return found or ""


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
