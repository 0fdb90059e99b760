"""A recording that is misused: reported to HR/Jura, who alone see the report and assess it (C34).

Nothing is sent to the police or to anybody else. Whether the police is told is decided by a person, who
does it by hand and notes the day. Nobody is listed: a report is found by its own card only.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal, cast

from casework import closed, commands, effects, showing
from casework.afterwards import errands, tasks
from casework.asking import intake
from casework.office import Office
from clock import COPENHAGEN
from guidelines.problem import Problem
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Errand, Request
from texts import views

QUESTIONS = ("happened", "where_when", "shared", "others", "evidence")
"""What is asked (T15): the input ids of the form, and the sealed fields of the report."""
ASSESSMENT = ("police_report", "reasons", "reported_on")


async def open_misuse(office: Office, unit: Unit, command: commands.OpenMisuse) -> views.View:
    """The form, about a case or about none."""
    request = await _about(office, unit, command)
    if not office.departments.hr_legal:
        return await _nobody_there(office, unit, request, command.actor.oid or "")
    return _form(office, request, {})


async def _about(
    office: Office, unit: Unit, command: commands.OpenMisuse | commands.ReportMisuse
) -> Request | None:
    """The case it is about, if the person has to do with it; a report needs no case."""
    if command.request_id is None:
        return None
    request = await find.request(unit.session, command.request_id)
    oid = command.actor.oid
    if request is None:
        return None
    decides = office.may_decide(oid, request) or office.may_confirm(oid, request)
    if decides or office.may_handle(oid, request):
        return request
    return None


async def _nobody_there(
    office: Office, unit: Unit, request: Request | None, oid: str
) -> views.LegalContact:
    if request:
        await tasks.give_task(unit, request, "report_misuse", oid, again=True)
    profile = office.profile_about(request)
    return views.LegalContact(
        lines=tasks.contacts_of(profile),
        route=profile.misuse_route,
        request_id=request.id if request else None,
    )


def _form(
    office: Office,
    request: Request | None,
    values: Mapping[str, str],
    problems: tuple[Problem, ...] = (),
) -> views.MisuseForm:
    return views.MisuseForm(
        route=office.profile_about(request).misuse_route,
        values=values,
        problems=problems,
        request_id=request.id if request else None,
        number=request.number if request else "",
    )


@rule("C34", surface="card")
async def report_misuse(office: Office, unit: Unit, command: commands.ReportMisuse) -> views.View:
    """The report goes to HR/Jura and to nobody else; whoever reports sees that it was received."""
    oid = command.actor.oid or ""
    request = await _about(office, unit, command)
    if not office.departments.hr_legal:
        return await _nobody_there(office, unit, request, oid)
    form = {name: value.strip() for name, value in command.form.items()}
    problems = errands.check_texts(form, QUESTIONS)
    if not form.get("happened"):
        problems = (Problem("happened", "happened_missing"), *problems)
    if problems:
        return _form(office, request, form, problems)
    await showing.learn_name(unit, oid, command.actor.name)
    department = request.department if request else office.department_of(oid).id
    report = {name: form.get(name, "") for name in QUESTIONS}
    await errands.open_errand(
        unit, command, "misuse", department, report, state="assessing", request=request
    )
    if request and office.may_handle(oid, request):
        return await showing.case(office, unit, request, oid, "misuse_received")
    return await intake.welcome(office, unit, command.actor, "misuse_received")


@rule("C34", surface="card")
async def assess_misuse(office: Office, unit: Unit, command: commands.AssessMisuse) -> views.View:
    """HR/Jura notes what they have decided, with reasons, and when the police was told by a person."""
    errand = await errands.find_errand(unit, command.errand_id, lock=True)
    oid = command.actor.oid or ""
    if errand is None:
        return views.NotYours(who="")
    form = {name: command.form.get(name, "").strip() for name in ASSESSMENT}
    problems = check_assessment(form, errand.created_at, unit.now, finished=command.finished)
    if problems:
        return await misuse(office, unit, errand, form, problems)
    await showing.learn_name(unit, oid, command.actor.name)
    noted = {name: form[name] for name in ("police_report", "reported_on")}
    errand.facts = {**errand.facts, **noted, "assessed_by": oid}
    await unit.session.flush()
    words = {"reasons": form["reasons"]} if form["reasons"] else {}
    await unit.personal.put(errand.id, errand.id, words)
    await unit.journal.write(
        errand.id, "misuse_assessed", actor=oid,
        facts={**noted, "finished": command.finished}, personal=words,
    )  # fmt: skip
    if command.finished:
        await errands.end_errand(unit, errand, oid, "closed")
    else:
        await effects.show_errand(unit, errand.id)
    return await misuse(office, unit, errand)


@rule("C34", surface="card")
def check_assessment(
    form: Mapping[str, str], received_at: datetime, now: datetime, *, finished: bool
) -> tuple[Problem, ...]:
    """What is wrong with the assessment. It can be kept half done; it ends with a decision, reasons
    and, where the police is told, the day a person did so."""
    problems = list(errands.check_texts(form, ("reasons",)))
    decided = form["police_report"]
    if decided not in ("", "yes", "no") or (finished and not decided):
        problems.append(Problem("police_report", "police_report_missing"))
    if decided and not form["reasons"]:
        problems.append(Problem("reasons", "reasons_missing"))
    if decided == "yes" and finished and not form["reported_on"]:
        problems.append(Problem("reported_on", "date_missing"))
    elif form["reported_on"]:
        problems += _check_reported(form, received_at, now)
    return tuple(problems)


def _check_reported(
    form: Mapping[str, str], received_at: datetime, now: datetime
) -> tuple[Problem, ...]:
    received = received_at.astimezone(COPENHAGEN).date()
    typed = {"done_on": form["reported_on"]}
    _, problems = tasks.check_day(typed, (received, "date_before_report"), now)
    if form["police_report"] != "yes":
        problems = (*problems, Problem("reported_on", "not_reported"))
    return tuple(Problem("reported_on", problem.code) for problem in problems)


async def misuse(
    office: Office,
    unit: Unit,
    errand: Errand,
    form: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
) -> views.Misuse:
    """The report as HR/Jura sees it."""
    personal = (await unit.personal.opened_where_possible([errand.id]))[errand.id]
    request = await find.request(unit.session, errand.request_id) if errand.request_id else None
    meeting = await showing.the_meeting(unit, request) if request else None
    over = errand.state == "closed"  # before that it is an input, and comes back
    noted = {"reasons": closed.said(personal, "reasons") if over else personal.get("reasons", "")}
    noted |= {name: str(errand.facts.get(name, "")) for name in ("police_report", "reported_on")}
    return views.Misuse(
        errand_id=errand.id,
        number=errand.number,
        state=cast(Literal["assessing", "closed"], errand.state),
        answers={name: closed.said(personal, name) for name in QUESTIONS},
        reported_by=await showing.name_of(unit, errand.created_by),
        received_at=errand.created_at,
        route=office.profile_about(request).misuse_route,
        about=request.number if request else "",
        meeting=await showing.meeting_line(unit, meeting) if meeting else None,
        saved_by=await showing.name_of(unit, errand.facts.get("assessed_by")),
        reported_on=_day(noted["reported_on"]),
        values=dict(form or noted),
        problems=problems,
    )


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
