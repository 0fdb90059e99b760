"""The companion: always allowed, noted at any time, never asked for a reason (A4, B4).

Somebody who comes along hears the meeting, so they count among those who have to be told (B20).
"""

from __future__ import annotations

from uuid import uuid4

from casework import closed, commands, effects, showing
from casework.office import Office
from guidelines.problem import Problem
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.personal import Opened
from store.tables import Informed, Meeting, Occurrence, Request
from texts import views
from texts.catalog import text
from texts.limits import too_long

KIND = "companion"
"""The kind of a companion's row on the ledger: nothing in Teams stands for them, so they are told by
voice."""
LISTENERS = (KIND, "interpreter", "representative", "other")
"""The kinds of those whom the employee enters by name because nothing in Teams stands for them."""
BY_VOICE = ("phone", "caller", "device", "unknown", "recorder", *LISTENERS)
"""Rows of people whom nothing that is written can reach."""
NOBODY = ("", "no", "unknown")


def noted_in(stored: Opened) -> str:
    """The companion as noted; where that does not open somebody comes, whoever it is."""
    return "yes" if "companion" in stored.closed else stored.get("companion", "")


async def open_companion(office: Office, unit: Unit, command: commands.OpenCompanion) -> views.View:
    """The form; nothing about the wish depends on it."""
    request = await find.request(unit.session, command.request_id)
    if request is None:
        return views.Toast(code="no_longer_possible")
    return await _form(unit, request)


async def _form(
    unit: Unit, request: Request, typed: str | None = None, problems: tuple[Problem, ...] = ()
) -> views.CompanionForm:
    stored = await closed.opened(unit, request)
    noted = noted_in(stored)
    known = "" if noted in (*NOBODY, "yes") else noted
    return views.CompanionForm(
        request_id=request.id,
        version=request.version,
        number=request.number,
        present=noted not in NOBODY,
        name=known if typed is None else typed,
        relation=showing.relation_of(request),
        problems=problems,
        closed=tuple(stored.closed & {"companion"}),
    )


@rule("A4", "B4", surface="card")
async def set_companion(office: Office, unit: Unit, command: commands.SetCompanion) -> views.View:
    """Note the companion, or that there is none any more. The wish stands as it stood."""
    request = await find.request(unit.session, command.request_id)
    if request is None:
        return views.Toast(code="no_longer_possible")
    name = command.form.get("companion_name", "").strip()
    if problems := too_long({"companion_name": name}, "companion_name"):
        return await _form(unit, request, name, problems)
    noted = (name or "yes") if command.present else "no"
    oid = command.actor.oid or ""
    words = {"companion": noted}
    await unit.personal.put(request.id, request.id, words)
    facts = {"present": command.present}
    await unit.journal.write(request.id, "companion_noted", actor=oid, facts=facts, personal=words)
    meeting = await showing.the_meeting(unit, request)
    running = await find.running_occurrence(unit.session, meeting.id)
    if running and running.announced_for:
        await put_companions_on_ledger(unit, running, meeting)
        await effects.show_ledger(unit, str(running.id))
    await effects.refresh_case(unit, request)
    return await showing.case(office, unit, request, oid, "companion_noted")


async def put_companions_on_ledger(unit: Unit, occurrence: Occurrence, meeting: Meeting) -> None:
    """One row for each companion that is noted and not on the ledger under their own name."""
    rows = list(await find.ledger(unit.session, occurrence.id, lock=True))
    names = await unit.personal.opened_where_possible([row.id for row in rows])
    named = {row.person_key: names[row.id].get("name", "").strip().casefold() for row in rows}
    by_key = {row.person_key: row for row in rows}
    for request in await find.requests_of(unit.session, meeting.id):
        key = unit.person_key(f"{occurrence.id}:{KIND}:{request.id}")
        stored = await closed.opened(unit, request)
        noted = noted_in(stored)
        there = {name for other, name in named.items() if other != key}
        comes = noted not in NOBODY and noted.casefold() not in there
        standing = by_key.get(key)
        if standing is not None and "companion" in stored.closed:
            continue  # what stands there may well be the name
        if comes and request.state not in ("withdrawn", "lapsed"):
            await _enter(unit, occurrence, standing, key, noted)
        elif standing is not None and standing.informed_at is None:
            await unit.personal.delete(standing.id, case_id=meeting.id)
            await unit.session.delete(standing)
            await unit.session.flush()


async def _enter(
    unit: Unit, occurrence: Occurrence, row: Informed | None, key: str, noted: str
) -> None:
    if row is None:
        row = Informed(
            id=uuid4(),
            occurrence_id=occurrence.id,
            person_key=key,
            kind=KIND,
            grade="none",
            channel="",
            evidence="",
            created_at=unit.now,
        )
        unit.session.add(row)
        await unit.session.flush()
    words = text("ledger.companion", "da") if noted == "yes" else noted
    await unit.personal.put(row.id, occurrence.meeting_id, {"name": words[:200]})
