"""Errands: what a unit or HR/Jura is asked for besides a wish to record.

printout        waiting → taken → done       the citizen's department; see casework/afterwards/printouts.py (B5)
legal_question  waiting → done               HR/Jura advises whoever considers a refusal (C32)
misuse          assessing → closed           HR/Jura only (C34); see casework/afterwards/misuse.py

What people type is in ``personal`` under the errand; the row holds states, codes and days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import func, select

from casework import closed, commands, effects, showing
from casework.afterwards import tasks
from casework.afterwards.case_lines import legal_questions
from casework.deciding import drafts
from casework.numbers import errand_number
from casework.office import Office
from guidelines.problem import Problem
from guidelines.refusal import chosen_ground
from guidelines.rules import rule
from guidelines.workdays import next_morning
from store import find
from store.database import Unit
from store.tables import Errand, Request
from texts import views
from texts.limits import too_long

OPEN = ("waiting", "taken", "assessing")
TWICE = timedelta(minutes=2)
UNSURE = "unsure"


@dataclass(frozen=True)
class LegalAnswer:
    """What HR/Jura was asked about a case and what they said; ``answer`` empty while they have not."""

    question: str
    considered: str
    asked_at: datetime
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None


def is_hr_legal(office: Office, oid: str | None) -> bool:
    """Whether the person is one of those the municipality names as HR/Jura."""
    return oid is not None and oid in office.departments.hr_legal


def readers_of(office: Office, errand: Errand) -> tuple[str, ...]:
    """Who gets the errand's card, nobody twice."""
    hr_legal = office.departments.hr_legal
    if errand.kind == "misuse":
        return hr_legal
    if errand.kind == "legal_question":
        return tuple(dict.fromkeys((*hr_legal, errand.created_by)))
    members = office.department(errand.department).members or (errand.created_by,)
    return (errand.owner_oid,) if errand.owner_oid else members


def may_see(office: Office, oid: str | None, errand: Errand) -> bool:
    """Whether the person may open the errand. A report of misuse is for HR/Jura alone (C34)."""
    if oid is None:
        return False
    if errand.kind == "printout":
        return office.in_unit(oid, errand.department) or oid in (
            errand.owner_oid,
            errand.created_by,
        )
    return oid in readers_of(office, errand)


def check_texts(form: Mapping[str, str], names: Sequence[str]) -> tuple[Problem, ...]:
    """What is too long, field by field."""
    return too_long(form, *names)


async def open_errand(
    unit: Unit,
    command: commands.PersonCommand,
    kind: str,
    department: str,
    personal: Mapping[str, str],
    *,
    state: str = "waiting",
    request: Request | None = None,
    facts: Mapping[str, str] | None = None,
) -> Errand:
    """Store an errand and show it to whoever gets it. The same one pressed or delivered twice is one
    errand; the lock makes the second press wait until the first is stored."""
    oid = command.actor.oid or ""
    await unit.session.execute(select(func.pg_advisory_xact_lock(func.hashtext(oid))))
    twin = await _twin(unit, command, kind, request, personal)
    if twin is not None:
        return twin
    errand = Errand(
        id=uuid4(),
        number=errand_number(),
        kind=kind,
        state=state,
        department=department,
        meeting_id=request.meeting_id if request else None,
        request_id=request.id if request else None,
        created_by=oid,
        created_at=unit.now,
        facts=dict(facts or {}),
        inbound_key=command.inbound_key,
    )
    unit.session.add(errand)
    await unit.session.flush()
    words = {name: value for name, value in personal.items() if value}
    await unit.personal.put(errand.id, errand.id, words)
    told = {"kind": kind, "number": errand.number, "department": department}
    await unit.journal.write(errand.id, "errand_opened", actor=oid, facts=told, personal=words)
    await effects.show_errand(unit, errand.id)
    await remind_later(unit, errand, 1, next_morning(unit.now))
    return errand


async def _twin(
    unit: Unit,
    command: commands.PersonCommand,
    kind: str,
    request: Request | None,
    personal: Mapping[str, str],
) -> Errand | None:
    mine = select(Errand).where(
        Errand.created_by == (command.actor.oid or ""),
        Errand.kind == kind,
        Errand.request_id == (request.id if request else None),
    )
    if command.inbound_key:
        again = mine.where(Errand.inbound_key == command.inbound_key)
        if found := (await unit.session.scalars(again)).first():
            return found
    recent = (await unit.session.scalars(mine.where(Errand.created_at >= unit.now - TWICE))).all()
    words = {name: value for name, value in personal.items() if value}
    for errand in recent:
        stored = (await unit.personal.opened_where_possible([errand.id]))[errand.id]
        if stored == words and not stored.closed:
            return errand
    return None


async def end_errand(unit: Unit, errand: Errand, oid: str, state: str) -> None:
    """The errand has come to its end; nobody is reminded of it any more."""
    errand.state, errand.closed_at, errand.closed_by = state, unit.now, oid
    await unit.session.flush()
    await unit.effects.cancel(effects.REMIND_ERRAND, str(errand.id))
    await effects.show_errand(unit, errand.id)


async def remind_later(unit: Unit, errand: Errand, number: int, due_at: datetime) -> None:
    """The errand's next reminder, its ``number`` counted from 1."""
    args = {"errand_id": str(errand.id), "number": number}
    await unit.effects.schedule(effects.REMIND_ERRAND, str(errand.id), args=args, due_at=due_at)


async def find_errand(unit: Unit, errand_id: UUID, *, lock: bool = False) -> Errand | None:
    """The errand with this id."""
    return await unit.session.get(Errand, errand_id, with_for_update=lock, populate_existing=lock)


# --- a question to HR/Jura (C32) ----------------------------------------------------------------


def may_ask_legal(office: Office, oid: str | None, request: Request) -> bool:
    """Whoever handles or decides the case, or is asked to confirm a refusal; never who records (C1)."""
    if oid is None or oid == request.requester_oid:
        return False
    asked = oid in (request.proposed_by, request.confirmer_oid)
    handles = office.may_handle(oid, request) or office.may_decide(oid, request)
    return asked or handles or office.may_confirm(oid, request)


@rule("C32", surface="card")
async def open_legal(office: Office, unit: Unit, command: commands.OpenLegalQuestion) -> views.View:
    """The form; where HR/Jura is not known to Lydhør, how to reach them and a task to do so."""
    request = await find.request(unit.session, command.request_id)
    oid = command.actor.oid or ""
    if request is None:
        return views.NotYours(who="")
    await _keep_reasons(office, unit, request, oid, command.form)
    if not office.departments.hr_legal:
        await tasks.give_task(unit, request, "ask_legal", oid, again=True)
        profile = office.profile_of(request)
        lines, route = tasks.contacts_of(profile), profile.misuse_route
        return views.LegalContact(lines=lines, route=route, request_id=request.id)
    return await _legal_form(office, unit, request, {})


async def _keep_reasons(
    office: Office, unit: Unit, request: Request, oid: str, form: Mapping[str, str]
) -> None:
    """Asked from the card of a refusal: what was written there so far is not lost."""
    ground = chosen_ground(office.profile_of(request), form.get("ground", ""))
    may = office.may_refuse(oid, request) and not office.proposal_waits(request)
    if may and ground is not None and form.get("from") == "parts":
        await drafts.keep_refusal(unit, request, oid, ground, form)


async def _legal_form(
    office: Office,
    unit: Unit,
    request: Request,
    form: Mapping[str, str],
    problems: tuple[Problem, ...] = (),
) -> views.LegalForm:
    profile = office.profile_of(request)
    meeting = await showing.the_meeting(unit, request)
    return views.LegalForm(
        request_id=request.id,
        version=request.version,
        number=request.number,
        meeting_kind=meeting.kind,
        grounds=tuple(views.Choice(one.id, one.label["da"]) for one in profile.refusal_grounds),
        route=profile.misuse_route,
        values=form,
        problems=problems,
    )


@rule("C32", surface="card")
async def ask_legal(office: Office, unit: Unit, command: commands.AskLegal) -> views.View:
    """Put the question to HR/Jura, with nothing more of the case than they need."""
    request = await find.request(unit.session, command.request_id)
    oid = command.actor.oid or ""
    if request is None:
        return views.NotYours(who="")
    form = {name: value.strip() for name, value in command.form.items()}
    considered = form.get("considered", "").replace(UNSURE, "")
    problems = check_texts(form, ("question",))
    if not form.get("question"):
        problems = (Problem("question", "question_missing"),)
    if considered and office.profile_of(request).refusal_ground(considered) is None:
        problems = (Problem("considered", "ground_unknown"), *problems)
    if problems:
        return await _legal_form(office, unit, request, form, problems)
    await showing.learn_name(unit, oid, command.actor.name)
    errand = await open_errand(
        unit,
        command,
        "legal_question",
        request.department,
        {"question": form["question"]},
        request=request,
        facts={"considered": considered},
    )
    facts = {"errand": errand.number, "considered": considered}
    await unit.journal.write(request.id, "legal_asked", actor=oid, facts=facts)
    await effects.refresh_case(unit, request)
    return await legal_question(office, unit, errand, oid)


@rule("C32", surface="card")
async def answer_legal(office: Office, unit: Unit, command: commands.AnswerLegal) -> views.View:
    """HR/Jura answers; the answer stands with the case. It is advice: whoever asked decides."""
    errand = await find_errand(unit, command.errand_id, lock=True)
    oid = command.actor.oid or ""
    if errand is None:
        return views.Toast(code="no_longer_possible")
    said = command.form.get("legal_answer", "").strip()
    problems = check_texts({"legal_answer": said}, ("legal_answer",))
    if not said:
        problems = (Problem("legal_answer", "answer_missing"),)
    if problems:
        return await legal_question(office, unit, errand, oid, command.form, problems)
    await showing.learn_name(unit, oid, command.actor.name)
    words = {"legal_answer": said}
    await unit.personal.put(errand.id, errand.id, words)
    await unit.journal.write(errand.id, "legal_answered", actor=oid, facts={}, personal=words)
    await end_errand(unit, errand, oid, "done")
    await _tell_the_case(unit, errand)
    return await legal_question(office, unit, errand, oid)


async def _tell_the_case(unit: Unit, errand: Errand) -> None:
    request = await find.request(unit.session, errand.request_id) if errand.request_id else None
    if request:
        facts = {"errand": errand.number}
        await unit.journal.write(request.id, "legal_answered", actor="system", facts=facts)
        await effects.refresh_case(unit, request, "legal_answered")


async def legal_question(
    office: Office,
    unit: Unit,
    errand: Errand,
    reader: str,
    form: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
) -> views.LegalQuestion:
    """The question as this person sees it: no name of a citizen, and no ground of theirs."""
    personal = (await unit.personal.opened_where_possible([errand.id]))[errand.id]
    request = await find.request(unit.session, errand.request_id) if errand.request_id else None
    meeting = await showing.the_meeting(unit, request) if request else None
    return views.LegalQuestion(
        errand_id=errand.id,
        number=errand.number,
        meeting_kind=meeting.kind if meeting else "",
        considered=_considered(office, errand, request),
        question=closed.said(personal, "question"),
        asked_at=errand.created_at,
        route=office.profile_about(request).misuse_route,
        answer=closed.said(personal, "legal_answer"),
        answered_by=await showing.name_of(unit, errand.closed_by),
        answered_at=errand.closed_at,
        may_answer=errand.state == "waiting"
        and is_hr_legal(office, reader)
        and reader != errand.created_by,
        request_id=errand.request_id if reader == errand.created_by else None,
        values=dict(form or {}),
        problems=problems,
    )


def _considered(office: Office, errand: Errand, request: Request | None) -> str:
    if request is None:
        return ""
    ground = office.profile_of(request).refusal_ground(errand.facts.get("considered", ""))
    return ground.label["da"] if ground else ""


async def legal_answers(unit: Unit, request_id: UUID) -> list[LegalAnswer]:
    """What HR/Jura was asked about the case, oldest first; never needed for a refusal."""
    rows = await legal_questions(unit.session, request_id)
    personal = await unit.personal.opened_where_possible([row.id for row in rows])
    return [
        LegalAnswer(
            question=closed.said(personal[row.id], "question"),
            considered=str(row.facts.get("considered", "")),
            asked_at=row.created_at,
            answer=closed.said(personal[row.id], "legal_answer"),
            answered_by=await showing.name_of(unit, row.closed_by),
            answered_at=row.closed_at,
        )
        for row in rows
    ]
