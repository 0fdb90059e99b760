"""*Under mødet*: what the employee says and does while a meeting runs, and what is noted of it."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from casework import commands, effects, showing
from casework.afterwards import tasks
from casework.asking import standing
from casework.meeting import breaks, elsewhere, marks, telling, undisclosed
from casework.meeting.guiding import (
    OF_OUR_OWN,
    SITUATIONS,
    TURNS,
    guide,
    last,
    profile_for,
    situation,
)
from casework.office import Office
from guidelines.problem import Problem
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Meeting, Occurrence, Request
from texts import views
from texts.limits import too_long


async def show_guide(office: Office, unit: Unit, command: commands.ShowGuide) -> views.View:
    """The card of the meeting; without one named, of the meeting the employee is in now."""
    oid = command.actor.oid
    meeting = await find.meeting(unit.session, command.meeting_id) if command.meeting_id else None
    if meeting is None and oid and command.meeting_id is None:
        meeting = await _meeting_now(office, unit, oid)
    if meeting is None and oid and office.is_employee(oid):
        return await elsewhere.where(office, unit, oid)
    if meeting is None:
        return views.Toast(code="no_meeting_now")
    return await guide(office, unit, meeting, oid)


async def _meeting_now(office: Office, unit: Unit, oid: str) -> Meeting | None:
    """The meeting that runs and is the employee's own, or handled by her; none she records herself."""
    handled = select(Request.meeting_id).where(Request.caseworker_oid == oid)
    query = (
        select(Meeting)
        .join(Occurrence, Occurrence.meeting_id == Meeting.id)
        .where(
            Occurrence.ended_at.is_(None), (Meeting.organizer_oid == oid) | Meeting.id.in_(handled)
        )
        .order_by(Occurrence.started_at.desc())
    )
    for meeting in await unit.session.scalars(query):
        if await telling.tells_in(office, unit, oid, meeting):
            return meeting
    return None


async def _the_meeting(unit: Unit, meeting_id: UUID) -> Meeting | views.View:
    meeting = await find.meeting(unit.session, meeting_id, lock=True)
    return meeting or views.Toast(code="meeting_unknown")


async def show_situation(office: Office, unit: Unit, command: commands.ShowSituation) -> views.View:
    """What to do when this happens, in the guideline's own order."""
    found = await _the_meeting(unit, command.meeting_id)
    code = command.form.get("situation", "")
    if not isinstance(found, Meeting):
        return found
    if code not in SITUATIONS and code not in OF_OUR_OWN:
        return await guide(office, unit, found, command.actor.oid)
    return await situation(office, unit, found, code)


async def note_situation(office: Office, unit: Unit, command: commands.NoteSituation) -> views.View:
    """It happened, and the steps are done: written down as a fact, with no consequence but that
    (C21, C22). Where telling is enough, an untold recording is a told one from now on."""
    found = await _the_meeting(unit, command.meeting_id)
    code, oid = command.form.get("situation", ""), command.actor.oid or ""
    if not isinstance(found, Meeting):
        return found
    if code not in SITUATIONS and code not in OF_OUR_OWN:
        return await guide(office, unit, found, oid)
    requests = await showing.concerning(unit, found)
    takes_notice = code == "undisclosed" and profile_for(office, requests).is_notice
    problems = too_long(command.form, "what", "who")
    if takes_notice:
        problems = (*problems, *undisclosed.check(office.profile, command.form))
    if problems:
        return await situation(office, unit, found, code, command.form, problems)
    request = None
    if takes_notice:
        stands = await undisclosed.refused_here(office, unit, found, oid, command.form)
        if stands is not None and not _somebody_else(command.form, stands):
            return await _not_merely_untold(office, unit, found, command.form, stands)
        request = await undisclosed.take_notice(office, unit, found, oid, command.form)
        if stands is not None:
            await standing.note_taken(unit, request, stands, standing.OTHER_PERSON, oid)
    if code in breaks.BREAKS and await _paused(unit, found):
        return await guide(office, unit, found, oid)  # pressed twice: the break is on
    await marks.put(unit, found, code, oid, command.form.get("what", ""), request=request)
    await _follow(unit, found)
    if code in breaks.BREAKS:
        await _tell_break(unit, found, code)
    return await guide(office, unit, found, oid)


async def _paused(unit: Unit, meeting: Meeting) -> bool:
    running = await find.running_occurrence(unit.session, meeting.id)
    if running is None:
        return False
    return (await breaks.state_of(unit, meeting, running.started_at)).on is not None


@rule("C12", surface="card")
async def _tell_break(unit: Unit, meeting: Meeting, code: str) -> None:
    """A break has begun: the meeting is told, and the script stands still until it is over. Whether Teams
    too shows that whoever records left is looked at before they can be back."""
    running = await find.running_occurrence(unit.session, meeting.id)
    if running is None:
        return
    await effects.announce(unit, running.id)
    if code == breaks.LEFT and meeting.chat_id is not None:
        await effects.look_around(unit, running.id)


def _somebody_else(form: Mapping[str, str], stands: standing.Standing) -> bool:
    return form.get("after_refusal") == standing.OTHER_PERSON and not stands.same_name


@rule("C22", "C27", surface="card")
async def _not_merely_untold(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    form: Mapping[str, str],
    stands: standing.Standing,
) -> views.View:
    """A refusal stands for this meeting: asked is whether somebody else records. Whoever was refused is
    asked calmly to stop, and is not entered as allowed."""
    if stands.same_name or form.get("after_refusal") == standing.SAME_PERSON:
        return await situation(office, unit, meeting, "still_recorded")
    problems = (Problem("after_refusal", "is_it_who_was_refused"),)
    return await situation(office, unit, meeting, "undisclosed", form, problems, asks_again=True)


async def _follow(unit: Unit, meeting: Meeting) -> None:
    """The note that was made already is made anew. The case card says nothing of marks, and may be the
    very place where the guide stands open: it is left alone."""
    for request in await showing.concerning(unit, meeting):
        await effects.note_changed(unit, request)


# --- what was said --------------------------------------------------------------------------------


@rule("C19", "C20", surface="card", later="panel")
async def note_guidance(office: Office, unit: Unit, command: commands.NoteGuidance) -> views.View:
    """The spoken guidance on passing on was given; or it was not, and why (C19)."""
    found = await _the_meeting(unit, command.meeting_id)
    if not isinstance(found, Meeting):
        return found
    oid, why = command.actor.oid or "", command.form.get("not_guided_why", "").strip()
    problems = too_long(command.form, "not_guided_why")
    if not command.given and not why:
        problems = (Problem("not_guided_why", "not_guided_why_missing"),)
    if problems:
        return await guide(office, unit, found, oid, command.form, problems)
    if not await marks.of_meeting(unit, found, "guided"):
        kind = "guided" if command.given else "not_guided"
        await marks.put(unit, found, kind, oid, "" if command.given else why)
        await _follow(unit, found)
    return await guide(office, unit, found, oid)


@rule("C18", surface="card", later="panel")
async def note_turn(office: Office, unit: Unit, command: commands.NoteTurn) -> views.View:
    """*Vejledning* or *Afgørelse*: the sentence to say is shown, and the time is kept."""
    found = await _the_meeting(unit, command.meeting_id)
    if not isinstance(found, Meeting):
        return found
    oid, turn = command.actor.oid or "", command.form.get("turn", "")
    stands = last(await marks.of_meeting(unit, found, *TURNS), *TURNS)
    if turn in TURNS and (stands is None or stands.kind != turn):
        await marks.put(unit, found, turn, oid)
        await _follow(unit, found)
    return await guide(office, unit, found, oid)


@rule("C17", surface="card", later="panel")
async def note_oral_decision(
    office: Office, unit: Unit, command: commands.NoteOralDecision
) -> views.View:
    """An oral decision: a line of the note, and a task to give it in writing with its reasons."""
    found = await _the_meeting(unit, command.meeting_id)
    if not isinstance(found, Meeting):
        return found
    oid, words = command.actor.oid or "", command.form.get("decision_text", "").strip()
    problems = too_long(command.form, "decision_text")
    if not words:
        problems = (Problem("decision_text", "decision_text_missing"),)
    if problems:
        return await guide(office, unit, found, oid, command.form, problems)
    await marks.put(unit, found, "oral_decision", oid, words)
    about = await showing.concerning(unit, found)
    for request in about:
        await tasks.give_task(unit, request, "oral_decision", oid, again=True)
    if not about:  # also where nobody records, what was decided is given in writing
        await tasks.give_meeting_task(unit, found, "oral_decision", oid)
    await _follow(unit, found)
    return await guide(office, unit, found, oid)
