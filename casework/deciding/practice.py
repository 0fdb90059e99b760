"""How the units decide, in numbers: for HR/Jura alone, without persons and without small numbers."""

from __future__ import annotations

from sqlalchemy import func, select

from casework import commands
from casework.afterwards import errands
from casework.office import Office
from guidelines.precedents import LEAST, suppress_small
from guidelines.rules import rule
from store.database import Unit
from store.tables import Precedent
from texts import views


def may_read(office: Office, oid: str | None) -> bool:
    """HR/Jura, where the guideline wants practice counted; no leader and no administrator."""
    return office.profile.statistics and errands.is_hr_legal(office, oid)


@rule("C10", "C11", surface="card")
async def show_practice(office: Office, unit: Unit, command: commands.ShowPractice) -> views.View:
    """Decisions per unit, by what the citizen gave as ground and how it came out (C11)."""
    cell = (Precedent.department, Precedent.relation, Precedent.ground, Precedent.outcome)
    counted = select(*cell, func.count()).group_by(*cell)
    counts = {tuple(row[:4]): int(row[4]) for row in await unit.session.execute(counted)}
    rows = [
        views.PracticeRow(
            unit=office.department(department).name,
            relation=relation,
            ground=_ground(office, ground),
            outcome=outcome,
            count=count,
        )
        for (department, relation, ground, outcome), count in suppress_small(counts).items()
    ]
    rows.sort(key=lambda row: (row.unit, row.relation, row.ground, row.outcome))
    return views.Practice(rows=tuple(rows), least=LEAST)


def _ground(office: Office, code: str) -> str:
    """The ground in the words of the version in force; one that is no longer listed by its code."""
    known = office.profile.ground(code)
    return known.label["da"] if known else code
