"""What the employee presses on the list of who hears the meeting, and when a break is over."""

from __future__ import annotations

from casework import commands, effects, showing
from casework.meeting import breaks, listeners, marks, telling
from casework.meeting.script import follow, the_meeting
from casework.meeting.script_view import script_view
from casework.office import Office
from guidelines.problem import Problem
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Meeting
from texts import views


@rule("B20", surface="card")
async def add_listener(office: Office, unit: Unit, command: commands.AddListener) -> views.View:
    """Somebody else listens: they stand on the list as *skal have det at høre* until they have."""
    found = await the_meeting(unit, command.meeting_id)
    if not isinstance(found, Meeting):
        return found
    problems = await listeners.add(office, unit, found, command)
    return await _answer(office, unit, found, command, problems)


async def drop_listener(office: Office, unit: Unit, command: commands.DropListener) -> views.View:
    """Somebody on the list is not there."""
    found = await the_meeting(unit, command.meeting_id)
    if not isinstance(found, Meeting):
        return found
    await listeners.drop(unit, found, command)
    return await _answer(office, unit, found, command, ())


async def _answer(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    command: commands.AddListener | commands.DropListener,
    problems: tuple[Problem, ...],
) -> views.View:
    """The card that was pressed: the ledger of a Teams meeting, or the script."""
    form = dict(command.form) if problems else {}
    running = await find.running_occurrence(unit.session, meeting.id)
    if meeting.chat_id is not None and running and command.form.get("back") != "script":
        return await telling.ledger_view(office, unit, running, meeting, form, problems)
    return await script_view(office, unit, meeting, command.actor.oid, form, problems)


@rule("C12", surface="card")
async def end_break(office: Office, unit: Unit, command: commands.EndBreak) -> views.View:
    """Everybody is there again. What holds is told anew, to everybody: in the chat, and aloud (C12)."""
    found = await the_meeting(unit, command.meeting_id)
    if not isinstance(found, Meeting):
        return found
    oid = command.actor.oid or ""
    running = await find.running_occurrence(unit.session, found.id)
    if running is not None:
        stands = await breaks.state_of(unit, found, running.started_at)
        if stands.on is not None:
            await marks.put(unit, found, breaks.RESUMED, oid)
            await effects.announce(unit, running.id)
            await follow(unit, found, running)
            for request in await showing.concerning(unit, found):
                await effects.note_changed(unit, request)
    return await script_view(office, unit, found, oid)
