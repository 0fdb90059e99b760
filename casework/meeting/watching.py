"""Teams recording that somebody started: one incident, running until its end is seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select

from casework import effects, showing
from casework.meeting import course, files, meetings, recorded
from casework.meeting.recording_now import call_began
from casework.ports import RecordingMark
from store import find
from store.database import Unit
from store.tables import Incident, Meeting

SAME = timedelta(seconds=90)  # two sources tell of one recording up to a minute apart (5)
SKEW = timedelta(seconds=5)  # between the times that two sources give to one moment
STILL_TOLD = timedelta(minutes=30)  # after a call what is read of its switch stands on its warnings


async def saw_start(unit: Unit, meeting: Meeting, mark: RecordingMark) -> UUID | None:
    """A start in the chat: one incident per mark, its id when it is new.

    A recording that was only possible till now has become certain and stays the same incident; so
    does one that the call or its file told of first, be it over by the time this is read.
    """
    rows = await incidents(unit, meeting)
    if any(row.mark_id == mark.message_id for row in rows):
        return None
    incident = await _told_before(unit, meeting, mark.at) or _new(unit, meeting)
    if incident.noticed_by != "file":  # it was: nobody had seen it while it ran
        incident.noticed_by = "chat_message"
    incident.mark_id = mark.message_id
    incident.started_at = min(mark.at, incident.ended_at or mark.at)
    incident.initiator_oid = mark.initiator_oid
    await unit.session.flush()
    facts = {"incident": str(incident.id), "seen_by": "chat_message", "at": mark.at.isoformat()}
    await unit.journal.write(
        meeting.id, "recording_seen", actor=mark.initiator_oid or "unknown", facts=facts
    )
    await course.once(unit, incident, "signal")
    await recorded.look(unit, incident)
    await changed(unit, meeting, incident)
    return incident.id


async def _told_before(unit: Unit, meeting: Meeting, at: datetime) -> Incident | None:
    """The recording that began about then and that some other source told of: the nearest one."""
    unmarked = [row for row in await in_this_call(unit, meeting) if not row.mark_id]
    same = [row for row in unmarked if not row.ended_at or _covers(row, at)]
    return min(same, key=lambda row: abs(row.started_at - at), default=None)


def _covers(row: Incident, at: datetime) -> bool:
    """Whether a start at this time is that of this recording, which may be over."""
    if row.ended_at is not None and at > row.ended_at + SKEW:
        return False
    apart = files.AROUND if row.noticed_by == "file" else SAME
    return row.started_at - at < apart


async def saw_end(unit: Unit, meeting: Meeting, mark: RecordingMark) -> None:
    """An end in the chat: it closes one recording, and none that was started after it.

    Each end belongs to one start, in their order. What the organizer said had ended takes its own
    mark too: it must not be spent on a later recording, and seeing counts for more than hearing.
    """
    rows = await incidents(unit, meeting)
    if any(row.end_mark_id == mark.message_id for row in rows):
        return
    begun = await call_began(unit, meeting)
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
    await ended(unit, meeting, incident, actor="system")


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
    await recorded.look(unit, incident)
    await changed(unit, meeting, incident)
    return incident.id


async def note_switch(
    unit: Unit, meeting: Meeting, switch: str, *, was_on: bool = False, changed: bool = False
) -> None:
    """What was read of the switch stands on the warnings of this call. ``was_on``: it stood on just
    before, so it has been put back, or would not be. ``changed``: it was switched off whatever was read.
    Long after the call only what is open still."""
    latest = await find.latest_occurrence(unit.session, meeting.id)
    long_over = latest and latest.ended_at and unit.now - latest.ended_at > STILL_TOLD
    for incident in await in_this_call(unit, meeting):
        open_still = incident.ended_at is None and incident.watch_ended_at is None
        if long_over and not open_still:
            continue
        news = open_still and await _switch_step(
            unit, incident, switch, was_on=was_on, changed=changed
        )
        if incident.switch != switch or news:
            incident.switch = switch
            await unit.session.flush()
            await effects.warn(unit, incident)


async def _switch_step(
    unit: Unit, incident: Incident, switch: str, *, was_on: bool, changed: bool
) -> bool:
    """The switch in the course: each time it was put back counts, that it stays on stands once. What was
    only read as off was not put back."""
    if switch == "off_again" and was_on:
        await course.note(unit, incident, "put_back")
        return True
    kind = {"off_again": "put_back" if changed else None, "still_on": "still_on"}.get(switch)
    return kind is not None and await course.once(unit, incident, kind)


async def was_put_back(unit: Unit, incident: Incident) -> bool:
    """Whether the switch was put back for this recording, or would not be."""
    return any(s.kind in ("put_back", "still_on") for s in await course.steps(unit, incident))


async def stop_looking(
    unit: Unit, meeting: Meeting, *, begun_before: datetime | None = None
) -> None:
    """No end was seen for long enough: it is left open, and said so. ``begun_before``: only of what began
    before then."""
    for incident in await find.open_incidents(unit.session, meeting.id):
        old = begun_before is None or incident.started_at < begun_before
        if old and incident.watch_ended_at is None:
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
    begun = await call_began(unit, meeting)
    return [row for row in await incidents(unit, meeting) if row.started_at >= begun]


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


async def ended(unit: Unit, meeting: Meeting, incident: Incident, *, actor: str) -> None:
    """Its end was seen or said: written down, and its file is looked for."""
    await unit.session.flush()
    at = incident.ended_at.isoformat() if incident.ended_at else ""
    facts = {"incident": str(incident.id), "seen_by": incident.ended_by or "", "at": at}
    await unit.journal.write(meeting.id, "recording_ended", actor=actor, facts=facts)
    await effects.find_file(unit, meeting, unit.now + meetings.FILE_AFTER)
    await changed(unit, meeting, incident)


async def changed(unit: Unit, meeting: Meeting, incident: Incident) -> None:
    """Those who were warned see it, and so does everybody on the meeting's card; a note that was written
    after the meeting has to say it too."""
    await effects.warn(unit, incident)
    await effects.refresh_status(unit, meeting)
    for request in await showing.concerning(unit, meeting):
        await effects.refresh_case(unit, request)
    latest = await find.latest_occurrence(unit.session, meeting.id)
    if latest and latest.ended_at:
        await meetings.close(unit, meeting)


async def told_start(unit: Unit, meeting: Meeting, at: datetime) -> None:
    """The call itself tells that recording is on: certain, though nobody knows who. One incident,
    whichever source tells first; the chat's own mark is added when it is read. One that was only
    possible becomes certain."""
    known = [row for row in await in_this_call(unit, meeting) if _covers(row, at)]
    if known and known[-1].noticed_by != "switch":
        return
    incident = known[-1] if known else _new(unit, meeting)
    incident.noticed_by, incident.started_at = "call_event", at
    await unit.session.flush()
    facts = {"incident": str(incident.id), "seen_by": "call_event", "at": at.isoformat()}
    await unit.journal.write(meeting.id, "recording_seen", actor="unknown", facts=facts)
    await course.once(unit, incident, "signal")
    await recorded.look(unit, incident)
    await changed(unit, meeting, incident)


async def told_end(unit: Unit, meeting: Meeting, at: datetime) -> None:
    """The end of a recording that only the call told of; the chat's marks end the others."""
    for row in await in_this_call(unit, meeting):
        if row.ended_at is None and row.noticed_by == "call_event" and row.started_at <= at:
            row.ended_at, row.ended_by = at, "call_event"
            await course.note(unit, row, "end_seen", at=at)
            await ended(unit, meeting, row, actor="system")
