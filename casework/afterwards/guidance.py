"""What was said of passing on, noted on the case note itself once the talk is over (C19, C20).

*Under mødet* is for the meeting; its tick is of the meeting's wishes then. On the note the tick is of this one
wish, so that a note can always be made whole: next morning, in a series, and where several recorded.
"""

from __future__ import annotations

from collections.abc import Mapping

from casework import commands, effects, showing
from casework.afterwards.notes import write_note
from casework.deciding.answers import note_look
from casework.meeting import marks
from casework.office import Office
from guidelines.problem import Problem
from guidelines.rules import rule
from store import find
from store.database import Unit
from texts import views
from texts.limits import too_long

SAID = ("guided", "not_guided", "not_recorded")


@rule("C19", "C20", surface="card")
async def note_guidance(
    office: Office, unit: Unit, command: commands.NoteGuidanceAfterwards
) -> views.View:
    """The employee says of one wish that guidance was given, why not, or that nobody recorded."""
    request = await find.request(unit.session, command.request_id, lock=True)
    if request is None:
        return views.Toast(code="no_longer_possible")
    oid, said = command.actor.oid or "", command.form.get("guidance", "")
    if not office.may_read_reasons(oid, request):
        return views.Toast(code="take_first")
    note = await write_note(office, unit, request)
    await note_look(unit, request, note, oid)
    if not {"guidance", "terms"} & set(note.missing) or said not in SAID:
        return note
    why, problems = _why(command.form) if said == "not_guided" else ("", ())
    if problems:
        return await write_note(office, unit, request, command.form, problems)
    meeting = await showing.the_meeting(unit, request)
    await marks.put(unit, meeting, said, oid, why, request=request)
    await effects.note_changed(unit, request)
    return await write_note(office, unit, request)


def _why(form: Mapping[str, str]) -> tuple[str, tuple[Problem, ...]]:
    why = form.get("not_guided_why", "").strip()
    if not why:
        return "", (Problem("not_guided_why", "not_guided_why_missing"),)
    return why, too_long(form, "not_guided_why")
