"""An incident as people see it: what happened, what to do, who was recorded, and the file."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

from casework import closed, commands, effects, showing
from casework.meeting import course, files, marks, recorded, watching
from casework.numbers import meeting_number
from casework.office import Office
from guidelines.conduct import conduct
from guidelines.problem import Problem
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Incident, IncidentStep, Meeting
from texts import views
from texts.limits import too_long

OWN_STEPS = (
    "explain_exception", "alert_picture", "suggest_sound_only_device", "teams_audio_only",
    "announce",
)  # fmt: skip
"""What the guideline adds to the steps that every warning has: stop it, tell everybody, note it."""
OUTCOMES = ("deleted", "kept", "not_ours", "none")
"""What can have become of a file, as its decider says: none, when there is no such file."""


async def of(
    unit: Unit, incident_id: object, *, lock: bool = False
) -> tuple[Incident, Meeting] | None:
    """The incident with its meeting."""
    incident = await unit.session.get(
        Incident, incident_id, with_for_update=lock, populate_existing=lock
    )
    meeting = await find.meeting(unit.session, incident.meeting_id) if incident else None
    return (incident, meeting) if incident and meeting else None


async def may_read(unit: Unit, incident: Incident, meeting: Meeting, oid: str | None) -> bool:
    """Those who were told of it, the organizer, and whoever decides on the file."""
    if oid is None:
        return False
    named = {meeting.organizer_oid, incident.decider_oid}
    return oid in named or oid in await course.told(unit, incident)


def may_see_recorded(office: Office, meeting: Meeting, oid: str | None) -> bool:
    """Names are for who has to tell them, and for who answers for data protection."""
    ours = meeting.organizer_tenant in (None, office.tenant_id)
    return oid is not None and (
        (ours and oid == meeting.organizer_oid) or oid in office.departments.dpo
    )


async def confirm_stopped(
    office: Office, unit: Unit, command: commands.ConfirmRecordingStopped
) -> views.View:
    """The organizer says that the recording has been stopped; it is written down as their word."""
    found = await of(unit, command.incident_id, lock=True)
    if found is None:
        return views.Toast(code="meeting_unknown")
    incident, meeting = found
    oid = command.actor.oid or ""
    incident.ended_at, incident.ended_by = unit.now, "person"
    await course.note(unit, incident, "said_stopped", oid)
    await watching.ended(unit, meeting, incident, actor=oid)
    return await warning(office, unit, meeting, incident, oid)


async def show(office: Office, unit: Unit, command: commands.ShowIncident) -> views.View:
    """The incident as it stands now."""
    found = await of(unit, command.incident_id)
    if found is None:
        return views.Toast(code="meeting_unknown")
    incident, meeting = found
    return await warning(office, unit, meeting, incident, command.actor.oid)


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
    """The incident as one of its readers sees it (T10), with the guideline's own steps (2.4)."""
    requests = await showing.concerning(unit, meeting)
    profile = office.profile_of(requests[-1]) if requests else office.profile
    granted = any(request.state == "granted" for request in requests)
    steps = conduct(profile, "staff_recording", granted=granted).steps
    asks = "ask_why" in steps and reader in (meeting.organizer_oid, incident.initiator_oid)
    people = (
        await recorded.lines(unit, incident) if may_see_recorded(office, meeting, reader) else None
    )
    return views.RecordingWarning(
        incident_id=incident.id,
        meeting=await showing.meeting_line(unit, meeting),
        number=meeting_number(meeting.id),
        noticed_at=incident.noticed_at,
        running=incident.ended_at is None,
        ended_at=incident.ended_at,
        switch=cast(Literal["off_again", "still_on", "unverifiable"], incident.switch),
        may_confirm=reader is not None and reader == meeting.organizer_oid,
        noticed_by=cast(
            Literal["chat_message", "call_event", "switch", "file"], incident.noticed_by
        ),
        ended_by=cast(
            Literal["", "chat_message", "call_event", "person", "file"], incident.ended_by or ""
        ),
        watched=incident.watch_ended_at is None,
        organizer_told=organizer_told,
        steps=tuple(step for step in steps if step in OWN_STEPS),
        asks_why=asks and reader is not None,
        why_noted="ask_why" in steps and await why_noted(unit, meeting, incident),
        course=await _course(unit, incident),
        decider=await showing.name_of(unit, incident.decider_oid),
        decides=reader is not None and reader == incident.decider_oid,
        file=incident.file_state,
        file_outcome=incident.file_outcome or "",
        shows_recorded=people is not None,
        recorded=people or (),
        phone_maybe=people is not None and meeting.dial_in is not False,
    )


async def _course(unit: Unit, incident: Incident) -> tuple[views.CourseLine, ...]:
    return tuple([await _line(unit, step) for step in await course.steps(unit, incident)])


async def _line(unit: Unit, step: IncidentStep) -> views.CourseLine:
    who = await showing.name_of(unit, step.who)
    return views.CourseLine(step.kind, step.at, who, step.times, step.last_at)


async def why_noted(unit: Unit, meeting: Meeting, incident: Incident) -> bool:
    """Whether it has been written why it was started."""
    noted = await marks.of_meeting(unit, meeting, "staff_recording")
    return any(mark.facts.get("incident") == str(incident.id) for mark in noted)


# --- the file ---------------------------------------------------------------------------------


async def file_card(office: Office, unit: Unit, command: commands.ShowRecordingFile) -> views.View:
    """What is to be said of the file, to whoever decides on it."""
    found = await of(unit, command.incident_id)
    if found is None:
        return views.Toast(code="meeting_unknown")
    incident, meeting = found
    return await file_view(unit, meeting, incident)


async def file_view(
    unit: Unit, meeting: Meeting, incident: Incident, values: dict[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
) -> views.RecordingFile:  # fmt: skip
    """The file as its decider sees it; the reason why it is kept stands there for nobody else."""
    stored = (await unit.personal.opened_where_possible([incident.id]))[incident.id]
    return views.RecordingFile(
        incident_id=incident.id,
        meeting=await showing.meeting_line(unit, meeting),
        number=meeting_number(meeting.id),
        begun_at=incident.started_at,
        ended_at=incident.ended_at,
        file=incident.file_state,
        outcome=incident.file_outcome or "",
        outcome_at=incident.file_outcome_at,
        outcome_by=await showing.name_of(unit, incident.file_outcome_by),
        kept_why=closed.said(stored, "kept_why"),
        can_open=bool(stored.get(files.URL)) and incident.file_outcome in (None, "kept"),
        values=values or {},
        problems=problems,
    )


@rule("A20", "B29", "C4", surface="card")
async def decide_file(office: Office, unit: Unit, command: commands.DecideFile) -> views.View:
    """The named person says what was done with the file: a receipt, and nothing done by us."""
    found = await of(unit, command.incident_id, lock=True)
    if found is None:
        return views.Toast(code="meeting_unknown")
    incident, meeting = found
    oid = command.actor.oid or ""
    outcome, why = command.form.get("outcome", ""), command.form.get("kept_why", "").strip()
    problems = _problems(outcome, why)
    if problems:
        values = {"outcome": outcome, "kept_why": why}
        return await file_view(unit, meeting, incident, values, problems)
    words = {"kept_why": why} if outcome == "kept" else {}
    incident.file_outcome, incident.file_outcome_at = outcome, unit.now
    incident.file_outcome_by = oid
    await unit.session.flush()
    await unit.personal.put(incident.id, meeting.id, words)
    facts = {"incident": str(incident.id), "outcome": outcome}
    await unit.journal.write(
        meeting.id, "file_decided", actor=oid, facts=facts, personal=words, owner_id=incident.id
    )
    await course.once(unit, incident, f"file_{outcome}", oid)
    await effects.ask_about_file(unit, incident)
    await effects.warn(unit, incident)
    return await file_view(unit, meeting, incident)


def _problems(outcome: str, why: str) -> tuple[Problem, ...]:
    if outcome not in OUTCOMES:
        return (Problem("outcome", "file_outcome_missing"),)
    if long := too_long({"kept_why": why}, "kept_why"):
        return long
    if outcome == "kept" and not why:
        return (Problem("kept_why", "file_kept_why_missing"),)
    return ()


@rule("C4", surface="card")
async def explain(office: Office, unit: Unit, command: commands.ExplainRecording) -> views.View:
    """Why staff recorded, where a documented exception is thinkable (C4): a line of the note."""
    found = await of(unit, command.incident_id, lock=True)
    if found is None:
        return views.Toast(code="meeting_unknown")
    incident, meeting = found
    oid = command.actor.oid or ""
    why = command.form.get("why", "").strip()
    problem = too_long(command.form, "why")
    if not why:
        problem = (Problem("why", "recording_why_missing"),)
    elif not problem and not await why_noted(unit, meeting, incident):
        facts = {"incident": str(incident.id)}
        await marks.put(unit, meeting, "staff_recording", oid, why, facts=facts)
        await course.once(unit, incident, "explained", oid)
        await watching.changed(unit, meeting, incident)
    view = await warning(office, unit, meeting, incident, oid)
    return replace(view, values={"why": why}, problems=problem) if problem else view
