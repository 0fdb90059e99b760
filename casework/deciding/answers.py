"""The answer on its way to the citizen, and what the employee does with a case around it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select

from casework import closed, commands, effects, showing
from casework.afterwards import tasks
from casework.afterwards.notes import COPIED, TERMS, write_note
from casework.deciding import assessing, drafts, precedents, proposals
from casework.office import Office
from casework.typed import day_of, time_of
from clock import COPENHAGEN
from guidelines.problem import Problem
from guidelines.request import next_state
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.keeping import GROUND
from store.personal import Opened
from store.tables import GroundLook, Request
from texts import views
from texts.catalog import text

WAYS = ("spoken", "handed_over", "email_confirmed", "letter")


async def _the_case(
    unit: Unit, command: commands.RequestCommand, *, lock: bool = False
) -> Request | views.View:
    """The request; whose it is stands in the table of rights."""
    request = await find.request(unit.session, command.request_id, lock=lock)
    return request or views.Toast(code="no_longer_possible")


@rule("B16", surface="card")
async def _reader(
    office: Office, unit: Unit, command: commands.RequestCommand, *, lock: bool = False
) -> Request | views.View:
    """The request, if this person may read the reasons of its answer; the queue has to take it first."""
    found = await _the_case(unit, command, lock=lock)
    if not isinstance(found, Request) or office.may_read_reasons(command.actor.oid, found):
        return found
    return views.Toast(code="take_first")


async def show_case(office: Office, unit: Unit, command: commands.ShowCase) -> views.View:
    """The current card, for the employee or the decider."""
    request = await find.request(unit.session, command.request_id)
    oid = command.actor.oid or ""
    if request is not None and not office.may_handle(oid, request):
        if office.may_decide(oid, request):
            if request.state in find.OPEN_STATES:
                if office.may_see_ground(oid, request):
                    await log_look(unit, request, oid)
                return await assessing.assessment(office, unit, request, oid)
            return await showing.decided(unit, request, oid)
        if office.may_confirm(oid, request):
            if await proposals.stands(unit, request):
                if office.may_see_ground(oid, request):
                    await log_look(unit, request, oid)
                return await proposals.confirmation(office, unit, request, oid)
            return await proposals.ended(unit, request, oid)
    if request is None:
        return views.Toast(code="no_longer_possible")
    return await showing.case(office, unit, request, oid)


async def look_at_ground(office: Office, unit: Unit, command: commands.LookAtGround) -> views.View:
    """Show the ground to who may read it, and write down that they looked."""
    request = await find.request(unit.session, command.request_id)
    if request is None:
        return views.NotYours(who="")
    await log_look(unit, request, command.actor.oid or "")
    personal = await closed.opened(unit, request)
    return views.GroundShown(
        request_id=request.id,
        number=request.number,
        ground=showing.ground_label(office.profile_of(request), personal.get("ground", "")),
        ground_text=personal.get("ground_text", ""),
        own_words=personal.get("own_words", ""),
        new_facts=personal.get("new_facts", ""),
        companion=personal.get("companion", ""),
        closed=tuple(sorted(personal.closed & {*GROUND, "companion"})),
    )


async def log_look(unit: Unit, request: Request, oid: str) -> None:
    """One look at a ground: in the log of looks and in the journal."""
    unit.session.add(GroundLook(id=uuid4(), request_id=request.id, oid=oid, at=unit.now))
    await unit.journal.write(request.id, "ground_read", actor=oid, facts={})


async def note_look(
    unit: Unit, request: Request, note: views.CaseNote, oid: str, since: datetime | None = None
) -> None:
    """The note is drawn anew for this person: a look where it shows a ground, unless one of theirs stands
    there already (``since``: from then on)."""
    query = select(GroundLook.id).where(GroundLook.request_id == request.id, GroundLook.oid == oid)
    if since is not None:
        query = query.where(GroundLook.at >= since)
    if note.shows_ground and await unit.session.scalar(query.limit(1)) is None:
        await log_look(unit, request, oid)


async def withdraw(office: Office, unit: Unit, command: commands.WithdrawRequest) -> views.View:
    """The citizen no longer wishes to record."""
    found = await _the_case(unit, command, lock=True)
    if not isinstance(found, Request):
        return found
    oid = command.actor.oid or ""
    found.state = next_state(showing.state_of(found), "withdraw")
    await unit.session.flush()
    await unit.journal.write(found.id, "withdrawn", actor=oid, facts={})
    await drafts.drop(unit, found)
    await precedents.forget(unit, found)
    await unit.effects.cancel(effects.ESCALATE, str(found.id))
    await unit.effects.cancel(effects.ASK, str(found.id))
    await unit.effects.cancel(effects.ANSWER, str(found.id))
    await effects.revoke(unit, found)
    await unit.effects.schedule(
        effects.DECIDER_CARDS, str(found.id), args={"request_id": str(found.id)}
    )
    await effects.refresh_case(unit, found, "withdrawn")
    return await showing.case(office, unit, found, oid, "withdrawn")


def letter_paragraphs(personal: Opened) -> tuple[str, ...]:
    """The stored letter, paragraph by paragraph, or that it does not open; empty before the decision."""
    if "letter" in personal.closed:
        return (text("card.closed.letter", "da"),)
    return tuple(json.loads(personal["letter"])["paragraphs"]) if "letter" in personal else ()


async def open_handover(office: Office, unit: Unit, command: commands.OpenHandover) -> views.View:
    """The form that records how the answer reached the citizen, with the letter to read aloud."""
    found = await _reader(office, unit, command)
    if not isinstance(found, Request):
        return found
    if found.answer_state in ("none", "delivered"):
        return await showing.case(office, unit, found, command.actor.oid)
    here = unit.now.astimezone(COPENHAGEN)
    # How it reached the citizen is what makes it delivered (A16): chosen by a person, offered by nobody.
    values = {"date": here.date().isoformat(), "time": here.strftime("%H:%M"),
              "who": command.actor.name or await showing.name_of(unit, command.actor.oid)}  # fmt: skip
    return await _handover(office, unit, found, values)


async def _handover(
    office: Office,
    unit: Unit,
    request: Request,
    values: Mapping[str, str],
    problems: tuple[Problem, ...] = (),
) -> views.Handover:
    personal = await closed.opened(unit, request)
    return views.Handover(
        request_id=request.id,
        version=request.version,
        number=request.number,
        citizen_name=closed.said(personal, "citizen_name"),
        paragraphs=letter_paragraphs(personal),
        values=values,
        problems=problems,
        relation=showing.relation_of(request),
        asks_terms=asks_terms(office, request),
        alternatives=tuple(
            views.Choice(name, label)
            for name, (_, label) in tasks.wanted(office.profile_of(request)).items()
        ),
    )


@rule("A19", "B24", surface="card")
def asks_terms(office: Office, request: Request) -> bool:
    """Whether it must be said that what to know when recording was gone through with a yes."""
    return request.state == "granted" and office.profile_of(request).acknowledgement == "tick"


def check_handover(
    form: Mapping[str, str],
    decided_at: datetime | None,
    now: datetime,
    *,
    terms: bool = False,
) -> tuple[datetime | None, tuple[Problem, ...]]:
    """When the answer was delivered, or what is wrong with what was typed. ``terms``: that what to know
    was gone through must be ticked."""
    problems: list[Problem] = []
    moment = None
    if form.get("how") not in WAYS:
        problems.append(Problem("how", "how_missing"))
    if not form.get("who", "").strip():
        problems.append(Problem("who", "who_missing"))
    if terms and form.get("told_terms") != "true":
        problems.append(Problem("told_terms", "terms_not_told"))
    if not form.get("date"):
        problems.append(Problem("date", "date_missing"))
    else:
        moment = _moment(form["date"], form.get("time", ""), problems)
    if moment and moment > now:
        problems.append(Problem("date", "date_in_future"))
    # The form gives whole minutes: the minute of the decision itself is not before it.
    elif moment and decided_at and moment < decided_at.replace(second=0, microsecond=0):
        problems.append(Problem("date", "date_before_decision"))
    return moment, tuple(problems)


def _moment(date: str, time: str, problems: list[Problem]) -> datetime | None:
    day, clock_time = day_of(date), time_of(time)
    if day is None:
        problems.append(Problem("date", "date_bad"))
        return None
    if clock_time is None:
        problems.append(Problem("time", "time_bad"))
        return None
    return datetime.combine(day, clock_time, COPENHAGEN)


async def record_handover(
    office: Office, unit: Unit, command: commands.RecordHandover
) -> views.View:
    """The answer reached the citizen: only this recorded fact makes it *overbragt* (A16)."""
    found = await _reader(office, unit, command, lock=True)
    if not isinstance(found, Request):
        return found
    if found.answer_state in ("none", "delivered"):
        return await showing.case(office, unit, found, command.actor.oid)
    terms = asks_terms(office, found)
    moment, problems = check_handover(command.form, found.decided_at, unit.now, terms=terms)
    if problems or moment is None:
        return await _handover(office, unit, found, dict(command.form), problems)
    oid = command.actor.oid or ""
    found.answer_state, found.answer_how, found.answer_at = "delivered", command.form["how"], moment
    await unit.session.flush()
    who = {"answer_given_by": command.form["who"].strip()[:200]}
    await unit.personal.put(found.id, found.id, who)
    if terms:
        await unit.personal.put(found.id, found.id, {TERMS: "true"})
    facts = {"how": found.answer_how, "at": moment.isoformat(), "terms": terms}
    await unit.journal.write(found.id, "answer_delivered", actor=oid, facts=facts, personal=who)
    for kind in tasks.ABOUT_ANSWER:
        await tasks.finish_task(unit, found, kind, oid)
    await tasks.give_wanted(office, unit, found, command.form)
    await effects.note_changed(unit, found)
    await effects.refresh_case(unit, found)
    return await showing.case(office, unit, found, oid, "delivered")


async def show_note(office: Office, unit: Unit, command: commands.ShowNote) -> views.View:
    """The case note as it stands now, ready to copy."""
    found = await _reader(office, unit, command)
    if not isinstance(found, Request):
        return found
    note = await write_note(office, unit, found, reader=command.actor.oid)
    if note.shows_ground:
        await log_look(unit, found, command.actor.oid or "")
    return note


async def confirm_note_copied(
    office: Office, unit: Unit, command: commands.ConfirmNoteCopied
) -> views.View:
    """The note stands in the record system, as it was shown on the pressed card."""
    found = await _reader(office, unit, command, lock=True)
    if not isinstance(found, Request):
        return found
    oid = command.actor.oid or ""
    standing = await write_note(office, unit, found, reader=oid)
    await note_look(unit, found, standing, oid)
    if "guidance" in standing.missing:  # a recorded talk is not closed without it (C19)
        return standing
    if "guidance" not in standing.missing and (not standing.copied or standing.changed):
        found.note_copied_at = unit.now
        await unit.session.flush()
        shown = command.form.get("shown") or standing.shown
        await unit.personal.put(found.id, found.id, {COPIED: shown[:64]})
        again = standing.changed
        await unit.journal.write(found.id, "note_copied", actor=oid, facts={"again": again})
        await unit.effects.cancel(effects.REMIND_NOTE, str(found.id))
        await tasks.finish_task(unit, found, "note_missing", oid)
        await effects.refresh_case(unit, found)
    return await write_note(office, unit, found, reader=oid)
