"""A refused employee who has something new to say gives notice anew, as anybody else may (C26, C27).

The refusal is not undone: it stands in its own case. What is new is written in the new notice, for the
leader to read, and both cases tell of each other.
"""

from __future__ import annotations

from collections.abc import Mapping

from casework import commands, showing
from casework.asking import employees, standing
from casework.office import Office
from guidelines.problem import Problem
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Request
from texts import views
from texts.limits import too_long


@rule("C26", "C27", surface="card")
async def tell_anew(office: Office, unit: Unit, command: commands.TellAnew) -> views.View:
    """The same talk, told anew with what is new; without that the refusal stands as it stood."""
    request = await find.request(unit.session, command.request_id, lock=True)
    if request is None:
        return views.Toast(code="no_longer_possible")
    meeting = await showing.the_meeting(unit, request)
    later = await _later(unit, request)
    if later is not None:
        return await employees.receipt(office, unit, later)
    words = command.form.get("new_facts", "").strip()
    problems = _problems(words)
    if problems:
        return await employees.receipt(office, unit, request, {"new_facts": words}, problems)
    fresh = await employees.enter(
        office, unit, await _told(unit, request, words), meeting,
        requester=request.requester_oid, by=command.actor.oid or "",
        name=(await unit.personal.get(request.id)).get("citizen_name", ""), key=command.inbound_key,
    )  # fmt: skip
    before = standing.Standing(request, same_name=True)
    await standing.note_taken(unit, fresh, before, standing.NEW_FACTS, command.actor.oid or "")
    return await employees.receipt(office, unit, fresh)


def _problems(words: str) -> tuple[Problem, ...]:
    if not words:
        return (Problem("new_facts", "new_facts_missing"),)
    return too_long({"new_facts": words}, "new_facts")


async def _later(unit: Unit, request: Request) -> Request | None:
    """What she has told of the same talk since: a second press tells nothing twice."""
    every = await find.requests_of(unit.session, request.meeting_id)
    mine = [r for r in every if r.requester_oid == request.requester_oid]
    newer = [r for r in mine if r.created_at > request.created_at]
    return newer[-1] if newer else None


async def _told(unit: Unit, request: Request, words: str) -> employees.Told:
    """The talk as it was told before, and what is new."""
    stored = await unit.personal.get(request.id)
    kept: Mapping[str, str] = {
        name: stored[name] for name in ("ground", "ground_text", "companion") if name in stored
    }
    return employees.Told(
        employee_type=showing.talk_of(request, stored),
        leader=request.caseworker_oid,
        meeting=request.meeting_id,
        meeting_at=None,
        meeting_kind="",
        personal={**kept, "new_facts": words},
        others_affairs=request.others_affairs,
    )
