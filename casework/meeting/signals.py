"""What Graph tells of a meeting: each signal becomes a look that is due now. Told twice, late or in
the wrong order, it does no harm: what is looked at is the truth, not the signal."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import commands, effects, showing
from casework.meeting import meetings, recording_now, subscribed, watching
from casework.office import Office
from store import find
from store.database import Unit
from store.tables import Effect, Meeting, Subscription

AT_MOST = timedelta(seconds=2)  # between two looks because of messages in a chat
OLD = timedelta(minutes=5)  # a start that is told later is looked into instead
RECORDING = ("recording_on", "recording_off", "transcription_on", "transcription_off")


async def told(office: Office, unit: Unit, command: commands.GraphTold) -> None:
    """Something happened in a meeting that Graph was asked to tell of."""
    row, meeting = await _told_of(unit, command.subscription_id)
    if row is None or meeting is None or not meeting.app_installed:
        return
    before = row.notified_at
    row.notified_at = unit.now
    if row.state == "silent":
        row.state, row.reason = "active", ""
    await unit.session.flush()
    at = min(command.at or unit.now, unit.now)
    if command.what == "file":
        await effects.find_file(unit, meeting)
    elif command.what == "call_started":
        await _started(office, unit, meeting, at)
    elif command.what == "call_ended":
        await _ended(unit, meeting, at)
    elif command.what == "roster":
        await _look_around(unit, meeting)
    elif command.what in RECORDING:
        await _recording(office, unit, meeting, command.what, at)
    elif command.what == "message":
        await _message(office, unit, meeting, before)


async def told_of_itself(office: Office, unit: Unit, command: commands.GraphLifecycle) -> None:
    """Graph asks for something about the subscription; what it left out meanwhile is looked for."""
    row, meeting = await _told_of(unit, command.subscription_id)
    if row is None or meeting is None:
        return
    if command.event == "reauthorizationrequired":
        row.reason = "reauthorize"
    elif command.event == "subscriptionremoved":
        row.state, row.reason, row.graph_id = "lost", "removed", None
    await unit.session.flush()
    if command.event in ("reauthorizationrequired", "subscriptionremoved"):
        await effects.subscribe(unit, meeting.id)
    if command.event in ("missed", "subscriptionremoved"):
        await _resync(unit, meeting, row)


async def unreadable(office: Office, unit: Unit, command: commands.GraphUnreadable) -> None:
    """What it is encrypted for is gone: it is asked for anew, under a key that is there, and what was
    told meanwhile is looked for."""
    row, meeting = await _told_of(unit, command.subscription_id)
    if row is None or meeting is None or row.reason == "unreadable":
        return
    row.reason = "unreadable"
    await unit.session.flush()
    await effects.subscribe(unit, meeting.id)
    await _resync(unit, meeting, row)


async def _told_of(unit: Unit, subscription_id: UUID) -> tuple[Subscription | None, Meeting | None]:
    """Both for change; the meeting first, as everywhere, so that nobody waits in a circle."""
    row = await unit.session.get(Subscription, subscription_id)
    meeting = await find.meeting(unit.session, row.meeting_id, lock=True) if row else None
    return await subscribed.locked(unit, subscription_id), meeting


async def _resync(unit: Unit, meeting: Meeting, row: Subscription) -> None:
    """Something may have been left out: look at once, as if it had been told."""
    if row.kind == "recordings":
        await effects.find_file(unit, meeting)
        return
    await _look(unit, meeting, unit.now)
    await _look_around(unit, meeting)


async def _look(
    unit: Unit, meeting: Meeting, due_at: datetime, pace: timedelta = timedelta(0)
) -> None:
    """The watch over a meeting that runs or ran just now; otherwise whether it has begun, no more
    often than at this pace."""
    if await find.latest_occurrence(unit.session, meeting.id):
        args = {"meeting_id": str(meeting.id)}
        await unit.effects.schedule(effects.WATCH, str(meeting.id), args=args, due_at=due_at)
    if await find.running_occurrence(unit.session, meeting.id) is None and _about_now(
        unit, meeting
    ):
        due = await _next_start_check(unit, meeting, due_at, pace)
        if due is not None:
            await meetings.watch_for_start(unit, meeting, due)


async def _next_start_check(
    unit: Unit, meeting: Meeting, due_at: datetime, pace: timedelta
) -> datetime | None:
    """When to look whether it has begun; None when that is looked at within one pace anyway. Each look
    asks for one person after the other: people who write before a meeting must not multiply that."""
    query = select(Effect).where(Effect.kind == effects.START_CHECK, Effect.key == str(meeting.id))
    known = (await unit.session.scalars(query)).first() if pace else None
    if known is None:
        return due_at
    if known.done_at is None:
        return due_at if known.due_at > unit.now + pace else None
    return max(due_at, known.done_at + pace)


def _about_now(unit: Unit, meeting: Meeting) -> bool:
    """Whether it may be running: the look for a start goes on by itself once it has begun."""
    starts = meeting.starts_at
    return starts is None or showing.repeats(meeting) or starts - meetings.EARLY <= unit.now


async def _message(office: Office, unit: Unit, meeting: Meeting, before: datetime | None) -> None:
    """Something was written in the chat, by Teams or by a person: which, the look will tell."""
    due = max(unit.now, before + AT_MOST) if before else unit.now
    await _look(unit, meeting, due, office.start_poll)


async def _started(office: Office, unit: Unit, meeting: Meeting, at: datetime) -> None:
    """A call began, as Teams' own start event says too. What comes long after is only a hint."""
    latest = await find.latest_occurrence(unit.session, meeting.id)
    if latest and latest.ended_at and at <= latest.ended_at:
        return
    if unit.now - at > OLD:
        await _look(unit, meeting, unit.now)
        return
    await meetings.begin_occurrence(office, unit, meeting, at, "call_event")


async def _ended(unit: Unit, meeting: Meeting, at: datetime) -> None:
    """A call ended; a late end of an earlier one ends nothing."""
    running = await find.running_occurrence(unit.session, meeting.id)
    if running and at >= running.started_at:
        await meetings.end_occurrence(unit, meeting, running, at, "call_event")


async def _look_around(unit: Unit, meeting: Meeting) -> None:
    """Somebody came or went: whoever came late is told (B20)."""
    running = await find.running_occurrence(unit.session, meeting.id)
    if running:
        args = {"occurrence_id": str(running.id)}
        await unit.effects.schedule(effects.LOOK_AROUND, str(running.id), args=args)


async def _recording(office: Office, unit: Unit, meeting: Meeting, what: str, at: datetime) -> None:
    """Recording or transcription went on or off: noted where it is certain, and looked into. What is
    recorded runs, also when its own beginning is told of later."""
    if what == "recording_on":
        await _started(office, unit, meeting, at)
    running = await find.running_occurrence(unit.session, meeting.id)
    if what == "recording_on" and running and at >= running.started_at - recording_now.LEEWAY:
        await watching.told_start(unit, meeting, at)
    elif what == "recording_off":
        await watching.told_end(unit, meeting, at)
    await _look(unit, meeting, unit.now)
