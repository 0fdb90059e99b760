"""Teams recording that somebody started: one incident, running until its end is seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal, cast
from uuid import UUID, uuid4

from sqlalchemy import select

from casework import commands, effects, showing
from casework.meeting import course, files, marks, meetings
from casework.office import Office
from casework.ports import RecordingMark
from guidelines.conduct import conduct
from guidelines.problem import Problem
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Incident, Meeting
from texts import views
from texts.limits import too_long

OWN_STEPS = ("explain_exception", "alert_picture", "suggest_sound_only_device", "announce")
"""What the guideline adds to the steps that every warning has: stop it, tell everybody, note it."""
FILE_AFTER = timedelta(minutes=1)  # before that there is no file to find
SAME = timedelta(seconds=90)  # two sources tell of one recording up to a minute apart (5)
LEEWAY = timedelta(minutes=5)  # a start that the clock found was noticed after the call began


async def confirm_stopped(
    office: Office, unit: Unit, command: commands.ConfirmRecordingStopped
) -> views.View:
    """The organizer says that the recording has been stopped; it is written down as their word."""
    incident = await unit.session.get(
        Incident, command.incident_id, with_for_update=True, populate_existing=True
    )
    meeting = await find.meeting(unit.session, incident.meeting_id) if incident else None
    if incident is None or meeting is None:
        return views.Toast(code="meeting_unknown")
    oid = command.actor.oid
    if oid is None or oid != meeting.organizer_oid:
        return views.NotYours(who=await showing.name_of(unit, meeting.organizer_oid))
    if incident.ended_at is None:
        incident.ended_at, incident.ended_by = unit.now, "person"
        await course.note(unit, incident, "said_stopped", oid)
        await _ended(unit, meeting, incident, actor=oid)
    return await warning(office, unit, meeting, incident, oid)


@rule("C4", surface="card")
async def explain(office: Office, unit: Unit, command: commands.ExplainRecording) -> views.View:
    """Why staff recorded, where a documented exception is thinkable (C4): a line of the note."""
    incident = await unit.session.get(Incident, command.incident_id, with_for_update=True)
    meeting = await find.meeting(unit.session, incident.meeting_id) if incident else None
    if incident is None or meeting is None:
        return views.Toast(code="meeting_unknown")
    oid = command.actor.oid
    if oid is None or oid not in (meeting.organizer_oid, incident.initiator_oid):
        return views.NotYours(who=await showing.name_of(unit, meeting.organizer_oid))
    why = command.form.get("why", "").strip()
    problem: tuple[Problem, ...] = ()
    if not why or too_long(command.form, "why"):
        problem = too_long(command.form, "why")
        if not why:
            problem = (Problem("why", "recording_why_missing"),)
    elif not await _why(unit, meeting, incident):
        facts = {"incident": str(incident.id)}
        await marks.put(unit, meeting, "staff_recording", oid, why, facts=facts)
        await changed(unit, meeting, incident)
    view = await warning(office, unit, meeting, incident, oid)
    return replace(view, values={"why": why}, problems=problem) if problem else view


async def _why(unit: Unit, meeting: Meeting, incident: Incident) -> bool:
    """Whether it has been written why it was started."""
    noted = await marks.of_meeting(unit, meeting, "staff_recording")
    return any(mark.facts.get("incident") == str(incident.id) for mark in noted)


async def saw_start(unit: Unit, meeting: Meeting, mark: RecordingMark) -> UUID | None:
    """A start in the chat: one incident per mark, its id when it is new.

    A recording that was only possible till now has become certain and stays the same incident.
    """
    rows = await incidents(unit, meeting)
    if any(row.mark_id == mark.message_id for row in rows):
        return None
    possible = (r for r in await in_this_call(unit, meeting) if not r.mark_id and not r.ended_at)
    incident = next(possible, None) or _new(unit, meeting)
    incident.noticed_by, incident.mark_id = "chat_message", mark.message_id
    incident.started_at, incident.initiator_oid = mark.at, mark.initiator_oid
    await unit.session.flush()
    facts = {"incident": str(incident.id), "seen_by": "chat_message", "at": mark.at.isoformat()}
    await unit.journal.write(
        meeting.id, "recording_seen", actor=mark.initiator_oid or "unknown", facts=facts
    )
    await course.once(unit, incident, "signal")
    await changed(unit, meeting, incident)
    return incident.id


async def saw_end(unit: Unit, meeting: Meeting, mark: RecordingMark) -> None:
    """An end in the chat: it closes one recording, and none that was started after it.

    Each end belongs to one start, in their order. What the organizer said had ended takes its own
    mark too: it must not be spent on a later recording, and seeing counts for more than hearing.
    """
    rows = await incidents(unit, meeting)
    if any(row.end_mark_id == mark.message_id for row in rows):
        return
    begun = await _call_began(unit, meeting)
    waiting = [
        row
        for row in rows
        if not row.end_mark_id and row.started_at <= mark.at and (row.mark_id or not row.ended_at)
    ]
    waiting.sort(key=lambda row: (not row.mark_id, row.started_at < begun, row.started_at))
    if not waiting:
        return
    incident = waiting[0]
    incident.end_mark_id, incident.watch_ended_at = mark.message_id, None
    incident.ended_at, incident.ended_by = mark.at, "chat_message"
    await course.note(unit, incident, "end_seen", at=mark.at)
    await files.saw_stored(unit, incident, mark)
    await _ended(unit, meeting, incident, actor="system")


async def saw_switch_on(unit: Unit, meeting: Meeting) -> UUID | None:
    """Recording stands switched on in a running meeting whose chat cannot be read: it may be
    recorded. Told once for as long as it stays on; the new incident's id."""
    if any(
        r.ended_at is None or r.switch != "off_again" for r in await in_this_call(unit, meeting)
    ):
        return None
    incident = _new(unit, meeting)
    await unit.session.flush()
    facts = {"incident": str(incident.id), "seen_by": "switch", "chat": "cannot_be_read"}
    await unit.journal.write(meeting.id, "recording_possible", actor="system", facts=facts)
    await course.note(unit, incident, "signal")
    await changed(unit, meeting, incident)
    return incident.id


async def note_switch(unit: Unit, meeting: Meeting, switch: str) -> None:
    """What was read of the switch stands on the warnings of this call."""
    for incident in await in_this_call(unit, meeting):
        if incident.switch != switch:
            incident.switch = switch
            await unit.session.flush()
            await warn(unit, incident)


async def stop_looking(unit: Unit, meeting: Meeting) -> None:
    """No end was seen for long enough: it is left open, and said so."""
    for incident in await find.open_incidents(unit.session, meeting.id):
        if incident.watch_ended_at is None:
            incident.watch_ended_at = unit.now
            await unit.session.flush()
            await course.note(unit, incident, "end_not_seen")
            await effects.find_file(unit, meeting)
            facts = {"incident": str(incident.id)}
            await unit.journal.write(
                meeting.id, "recording_end_not_seen", actor="system", facts=facts
            )
            await changed(unit, meeting, incident)


async def in_this_call(unit: Unit, meeting: Meeting) -> list[Incident]:
    """The incidents of the occurrence that runs, or ran last, oldest first."""
    begun = await _call_began(unit, meeting)
    return [row for row in await incidents(unit, meeting) if row.started_at >= begun]


async def warn(unit: Unit, incident: Incident) -> None:
    """Organizer and leader get the warning, or its newest state."""
    args = {"incident_id": str(incident.id), "meeting_id": str(incident.meeting_id)}
    await unit.effects.schedule(effects.WARN, str(incident.id), args=args)


@rule("A20", "B29", "C4", surface="card")
async def warning(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    incident: Incident,
    reader: str | None,
    *,
    organizer_told: bool = True,
) -> views.RecordingWarning:
    """The incident as organizer or leader sees it (T10), with the guideline's own steps (2.4)."""
    requests = await showing.concerning(unit, meeting)
    profile = office.profile_of(requests[-1]) if requests else office.profile
    granted = any(request.state == "granted" for request in requests)
    steps = conduct(profile, "staff_recording", granted=granted).steps
    asks = "ask_why" in steps and reader in (meeting.organizer_oid, incident.initiator_oid)
    return views.RecordingWarning(
        incident_id=incident.id,
        meeting=await showing.meeting_line(unit, meeting),
        noticed_at=incident.noticed_at,
        running=incident.ended_at is None,
        ended_at=incident.ended_at,
        switch=cast(Literal["off_again", "still_on", "unverifiable"], incident.switch),
        may_confirm=reader is not None and reader == meeting.organizer_oid,
        noticed_by=cast(Literal["chat_message", "switch"], incident.noticed_by),
        ended_by=cast(Literal["", "chat_message", "person"], incident.ended_by or ""),
        watched=incident.watch_ended_at is None,
        organizer_told=organizer_told,
        steps=tuple(step for step in steps if step in OWN_STEPS),
        asks_why=asks and reader is not None,
        why_noted="ask_why" in steps and await _why(unit, meeting, incident),
    )


def _new(unit: Unit, meeting: Meeting) -> Incident:
    incident = Incident(
        id=uuid4(), meeting_id=meeting.id, noticed_at=unit.now, noticed_by="switch",
        started_at=unit.now, switch="unverifiable",
    )  # fmt: skip
    unit.session.add(incident)
    return incident


async def incidents(unit: Unit, meeting: Meeting) -> Sequence[Incident]:
    """Every recording noticed in this meeting, oldest first; locked."""
    query = select(Incident).where(Incident.meeting_id == meeting.id).with_for_update()
    newest = query.execution_options(populate_existing=True)
    return (await unit.session.scalars(newest.order_by(Incident.started_at))).all()


async def _call_began(unit: Unit, meeting: Meeting) -> datetime:
    latest = await find.latest_occurrence(unit.session, meeting.id)
    return (latest.started_at if latest else meeting.created_at) - LEEWAY


async def _ended(unit: Unit, meeting: Meeting, incident: Incident, *, actor: str) -> None:
    await unit.session.flush()
    at = incident.ended_at.isoformat() if incident.ended_at else ""
    facts = {"incident": str(incident.id), "seen_by": incident.ended_by or "", "at": at}
    await unit.journal.write(meeting.id, "recording_ended", actor=actor, facts=facts)
    await effects.find_file(unit, meeting, unit.now + FILE_AFTER)
    await changed(unit, meeting, incident)


async def changed(unit: Unit, meeting: Meeting, incident: Incident) -> None:
    """Those who were warned see it; a note that was written after the meeting has to say it too."""
    await warn(unit, incident)
    latest = await find.latest_occurrence(unit.session, meeting.id)
    if latest and latest.ended_at:
        await meetings.close(unit, meeting)


async def told_start(unit: Unit, meeting: Meeting, at: datetime) -> None:
    """The call itself tells that recording is on: certain, though nobody knows who. One incident,
    whichever source tells first; the chat's own mark is added when it is read."""
    for row in await in_this_call(unit, meeting):
        if abs(row.started_at - at) < SAME or (row.ended_at is None and row.started_at <= at):
            return
    incident = _new(unit, meeting)
    incident.noticed_by, incident.started_at = "call_event", at
    await unit.session.flush()
    facts = {"incident": str(incident.id), "seen_by": "call_event", "at": at.isoformat()}
    await unit.journal.write(meeting.id, "recording_seen", actor="unknown", facts=facts)
    await course.once(unit, incident, "signal")
    await changed(unit, meeting, incident)


async def told_end(unit: Unit, meeting: Meeting, at: datetime) -> None:
    """The end of a recording that only the call told of; the chat's marks end the others."""
    for row in await in_this_call(unit, meeting):
        if row.ended_at is None and row.noticed_by == "call_event" and row.started_at <= at:
            row.ended_at, row.ended_by = at, "call_event"
            await course.note(unit, row, "end_seen", at=at)
            await _ended(unit, meeting, row, actor="system")
