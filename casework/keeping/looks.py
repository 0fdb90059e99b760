"""Who has looked at whose ground: for the DPO alone. What stands in a ground is not shown here."""

from __future__ import annotations

from sqlalchemy import select

from casework import commands, showing
from casework.keeping import holds
from casework.numbers import typed_number
from casework.office import Office
from guidelines.problem import Problem
from store.database import Unit
from store.tables import GroundLook, Request
from texts import views

MOST = 25


async def show(office: Office, unit: Unit, command: commands.ShowLooks) -> views.Looks:
    """The newest looks, or those at one case's ground."""
    typed = command.form.get(holds.NUMBER, "")
    number = typed_number(typed)
    query = select(GroundLook, Request.number).join(Request, GroundLook.request_id == Request.id)
    problems: tuple[Problem, ...] = ()
    if typed.strip():
        if await unit.session.scalar(select(Request.id).where(Request.number == number)) is None:
            problems = (Problem(holds.NUMBER, "case_not_found"),)
        query = query.where(Request.number == number)
    rows = (await unit.session.execute(query.order_by(GroundLook.at.desc()).limit(MOST + 1))).all()
    lines = [
        views.LookLine(
            number=row.number,
            who=await showing.name_of(unit, row.GroundLook.oid),
            at=row.GroundLook.at,
        )
        for row in rows[:MOST]
    ]
    return views.Looks(
        lines=tuple(lines),
        more=len(rows) > MOST,
        values={holds.NUMBER: typed},
        problems=problems,
    )
