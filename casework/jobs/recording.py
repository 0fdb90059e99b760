"""Jobs against recording in Teams: notice it, put the switch back, warn, see its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

import structlog
from sqlalchemy import select

from casework import effects, meetings, watching
from casework.jobs.meeting import enter_block, judge, load, meeting_id, switch_off
from casework.jobs.posting import chat_with, show
from casework.office import Bench
from casework.ports import NotReachable, RecordingMark
from guidelines.meeting import RECORDING_ENDS, RECORDING_STARTS
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Incident, Meeting

log = structlog.get_logger()

AFTERWARDS = timedelta(minutes=10)


async def watch(bench: Bench, claim: Claim) -> str:
    """Notice Teams recording: the chat's system messages and the switch itself (B29)."""
    meeting = await load(bench, meeting_id(claim))
    if meeting is None or not meeting.app_installed:
        return "gone"
    if not await _worth_watching(bench, meeting):
        return "over"
    since = (meeting.watched_until or bench.clock.now()) - timedelta(seconds=60)
    marks = await bench.outside.meetings.recording_marks(meeting.chat_id or "", since)
    fresh = await _enter_marks(bench, meeting, marks or ())
    await _put_back(bench, meeting, fresh)
    async with bench.database.unit() as unit:
        await unit.effects.schedule(
            effects.WATCH,
            str(meeting.id),
            args=claim.args,
            due_at=unit.now + bench.office.watch_poll,
        )
    return "recording_seen" if fresh else "watched"


async def _worth_watching(bench: Bench, meeting: Meeting) -> bool:
    async with bench.database.unit() as unit:
        if await find.open_incidents(unit.session, meeting.id):
            return True
        latest = await find.latest_occurrence(unit.session, meeting.id)
    if latest is None:
        return False
    return latest.ended_at is None or bench.clock.now() - latest.ended_at < AFTERWARDS


async def _enter_marks(
    bench: Bench, meeting: Meeting, marks: Sequence[RecordingMark]
) -> list[UUID]:
    """Every start is an incident once; an end closes what was running. The new incidents' ids."""
    fresh: list[UUID] = []
    async with bench.database.unit() as unit:
        known = await _known_marks(unit, meeting.id)
        for mark in marks:
            if mark.status == RECORDING_STARTS and mark.message_id not in known:
                incident = Incident(
                    id=uuid4(), meeting_id=meeting.id, noticed_at=unit.now,
                    noticed_by="chat_message", mark_id=mark.message_id,
                    initiator_oid=mark.initiator_oid,
                )  # fmt: skip
                unit.session.add(incident)
                await unit.session.flush()
                facts = {"incident": str(incident.id), "seen_by": "chat_message"}
                await unit.journal.write(
                    meeting.id, "recording_seen", actor=mark.initiator_oid or "unknown", facts=facts
                )
                fresh.append(incident.id)
                known[mark.message_id] = incident
            elif mark.status in RECORDING_ENDS:
                await _end_incidents(unit, meeting, mark)
        found = await find.meeting(unit.session, meeting.id, lock=True)
        if found:
            found.watched_until = unit.now
    return fresh


async def _known_marks(unit: Unit, found: UUID) -> dict[str, Incident]:
    rows = await unit.session.scalars(select(Incident).where(Incident.meeting_id == found))
    return {row.mark_id: row for row in rows if row.mark_id}


async def _end_incidents(unit: Unit, meeting: Meeting, mark: RecordingMark) -> None:
    for incident in await find.open_incidents(unit.session, meeting.id):
        if incident.noticed_at - timedelta(minutes=2) > mark.at:
            continue  # the end of an earlier recording, told late
        incident.ended_at, incident.ended_by = unit.now, "chat_message"
        await unit.session.flush()
        facts = {"incident": str(incident.id), "seen_by": "chat_message"}
        await unit.journal.write(meeting.id, "recording_ended", actor="system", facts=facts)
        await watching.warn(unit, incident)
        await _write_note_anew(unit, meeting)


async def _write_note_anew(unit: Unit, meeting: Meeting) -> None:
    """The end was seen after the meeting: the note that was written then has to say so."""
    latest = await find.latest_occurrence(unit.session, meeting.id)
    if latest and latest.ended_at:
        await meetings.close(unit, meeting)


async def _put_back(bench: Bench, meeting: Meeting, fresh: Sequence[UUID]) -> None:
    """Switch off again where the switch stands on or recording was seen, and read back."""
    if not (meeting.organizer_oid and meeting.graph_id):
        switches = None
    elif fresh:
        switches = await switch_off(bench, meeting)
    else:
        switches = await bench.outside.meetings.switches(meeting.organizer_oid, meeting.graph_id)
        if switches.outcome == "read" and (
            switches.allow_recording or switches.record_automatically
        ):
            switches = await switch_off(bench, meeting)
            async with bench.database.unit() as unit:
                await unit.journal.write(meeting.id, "switch_put_back", actor="system", facts={})
    block = judge(bench, meeting, switches)
    async with bench.database.unit() as unit:
        found = await find.meeting(unit.session, meeting.id, lock=True)
        if found is None:
            return
        await enter_block(unit, found, switches, block)
        for new in fresh:
            incident = await unit.session.get(Incident, new)
            if incident:
                incident.switch = {"held": "off_again", "unverifiable": "unverifiable"}.get(
                    block.state, "unverifiable"
                )
                if block.reason == "switched_on_again":
                    incident.switch = "still_on"
                await unit.session.flush()
                await watching.warn(unit, incident)


async def warn(bench: Bench, claim: Claim) -> str:
    """Organizer and leader are warned, each once, and see the end when it is seen (T10)."""
    async with bench.database.unit() as unit:
        incident = await unit.session.get(Incident, UUID(claim.args["incident_id"]))
        meeting = await find.meeting(unit.session, incident.meeting_id) if incident else None
        if incident is None or meeting is None:
            return "gone"
        leader = bench.office.department_of(meeting.organizer_oid).approver_oid
        readers = [oid for oid in dict.fromkeys((meeting.organizer_oid, leader)) if oid]
        cards = {oid: await watching.warning(unit, meeting, incident, oid) for oid in readers}
    for oid, view in cards.items():
        try:
            await show(bench, f"warn:{incident.id}:{oid}", await chat_with(bench, oid), view)
        except NotReachable:
            log.warning("warning_not_delivered", incident=str(incident.id))
    return "warned"
