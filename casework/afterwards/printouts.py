"""A printout of notes or minutes, which a citizen can always have, with or without a recording (B5)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import select

from casework import closed, commands, effects, showing
from casework.afterwards import errands, tasks
from casework.asking.registration import check_unit
from casework.office import Office
from casework.typed import day_of
from clock import COPENHAGEN
from guidelines.problem import Problem
from guidelines.rules import rule
from store.database import Unit
from store.tables import Errand
from texts import views


async def open_printout(office: Office, unit: Unit, command: commands.OpenPrintout) -> views.View:
    """The empty form, for anybody who works here."""
    own = office.departments.unit_of(command.actor.oid)
    return _form(office, {"department": own.id if own else ""})


def _form(
    office: Office, values: Mapping[str, str], problems: tuple[Problem, ...] = ()
) -> views.PrintoutForm:
    units = tuple(views.Choice(one.id, one.name) for one in office.units_to_choose())
    return views.PrintoutForm(values=values, problems=problems, units=units)


@rule("B5", surface="card")
async def register_printout(
    office: Office, unit: Unit, command: commands.RegisterPrintout
) -> views.View:
    """A citizen wants a printout of notes or minutes; nothing has to be recorded for it."""
    oid = command.actor.oid or ""
    form = {name: value.strip() for name, value in command.form.items()}
    units = {one.id for one in office.units_to_choose()}
    own = office.departments.unit_of(oid)
    form.setdefault("department", own.id if own else "")
    problems = (*check_printout(form, unit.now), *check_unit(form, units))
    if problems:
        return _form(office, form, problems)
    await showing.learn_name(unit, oid, command.actor.name)
    names = ("citizen_name", "contact", "about", "about_day")
    personal = {name: form.get(name, "") for name in names}
    department = form["department"] if units else office.department_of(oid).id
    errand = await errands.open_errand(unit, command, "printout", department, personal)
    return await printout(office, unit, errand, oid)


@rule("B5", surface="card")
def check_printout(form: Mapping[str, str], now: datetime) -> tuple[Problem, ...]:
    """What is wrong with the form; the meeting may be left open, or told in own words."""
    problems = []
    if not form.get("citizen_name"):
        problems.append(Problem("citizen_name", "name_missing"))
    if not form.get("contact"):
        problems.append(Problem("contact", "contact_missing"))
    if form.get("about_day") and day_of(form["about_day"]) is None:
        problems.append(Problem("about_day", "date_bad"))
    return (*problems, *errands.check_texts(form, ("citizen_name", "contact", "about")))


async def waiting_printouts(unit: Unit, department: str) -> tuple[views.PrintoutItem, ...]:
    """The printouts of a unit that nobody has taken on, oldest first."""
    query = (
        select(Errand)
        .where(
            Errand.department == department,
            Errand.kind == "printout",
            Errand.state == "waiting",
        )
        .order_by(Errand.created_at)
    )
    rows = (await unit.session.scalars(query)).all()
    personal = await unit.personal.opened_where_possible([row.id for row in rows])
    return tuple(
        views.PrintoutItem(
            errand_id=row.id,
            number=row.number,
            citizen_name=personal[row.id].get("citizen_name", ""),
            received_at=row.created_at,
            closed=tuple(personal[row.id].closed & {"citizen_name"}),
        )
        for row in rows
    )


async def take_errand(office: Office, unit: Unit, command: commands.TakeErrand) -> views.View:
    """Somebody of the unit takes a printout on; from then on it is theirs."""
    errand = await errands.find_errand(unit, command.errand_id, lock=True)
    oid = command.actor.oid or ""
    if errand is None:
        return views.Toast(code="no_longer_possible")
    if errand.owner_oid is None:
        errand.owner_oid, errand.state = oid, "taken"
        await showing.learn_name(unit, oid, command.actor.name)
        await unit.session.flush()
        await unit.journal.write(errand.id, "errand_taken", actor=oid, facts={})
        await effects.show_errand(unit, errand.id)
    return await printout(office, unit, errand, oid)


@rule("B5", surface="card")
async def close_errand(office: Office, unit: Unit, command: commands.CloseErrand) -> views.View:
    """The printout has been sent, on the day that is named."""
    errand = await errands.find_errand(unit, command.errand_id, lock=True)
    oid = command.actor.oid or ""
    if errand is None:
        return views.Toast(code="no_longer_possible")
    asked = errand.created_at.astimezone(COPENHAGEN).date()
    earliest = (asked, "date_before_request")
    sent, problems = tasks.check_day(command.form, earliest, unit.now)
    if sent is None:
        return await printout(office, unit, errand, oid, command.form, problems)
    errand.facts = {**errand.facts, "done_on": sent.isoformat()}
    await errands.end_errand(unit, errand, oid, "done")
    facts = {"done_on": sent.isoformat()}
    await unit.journal.write(errand.id, "errand_closed", actor=oid, facts=facts)
    return await printout(office, unit, errand, oid)


async def printout(
    office: Office,
    unit: Unit,
    errand: Errand,
    reader: str,
    form: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
) -> views.Printout:
    """The printout as this person sees it."""
    personal = (await unit.personal.opened_where_possible([errand.id]))[errand.id]
    done_on = errand.facts.get("done_on")
    return views.Printout(
        errand_id=errand.id,
        number=errand.number,
        citizen_name=closed.said(personal, "citizen_name"),
        contact=closed.said(personal, "contact"),
        about_day=day_of(personal.get("about_day", "")),
        about=closed.said(personal, "about"),
        received_at=errand.created_at,
        taken_by=await showing.name_of(unit, errand.owner_oid) if errand.owner_oid else "",
        mine=errand.owner_oid == reader,
        taken=errand.owner_oid is not None,
        done_on=date.fromisoformat(done_on) if done_on else None,
        values=dict(form or {}),
        problems=problems,
    )
