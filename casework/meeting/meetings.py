"""Meetings as Teams tells of them: the app comes and goes, calls begin and end."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import structlog

from casework import commands, effects, showing
from casework.afterwards import tasks
from casework.deciding import drafts
from casework.meeting import calls, course, recording_now
from casework.office import Office
from guidelines.request import next_state, owes_reasons
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Chat, Meeting, Occurrence, Request
from texts import views

log = structlog.get_logger()

BEFORE_START = timedelta(minutes=10)
EARLY = timedelta(minutes=15)  # people begin before the time
AFTER_END = timedelta(minutes=30)
FILE_AFTER = timedelta(minutes=1)  # before that there is no file to find
EMPTIES = timedelta(seconds=30)
"""So long after a call's end nobody is looked for: whoever is leaving still counts as there. A next call whose
beginning is lost is told within a minute all the same (B20)."""
SAME_CALL = timedelta(seconds=30)  # two tellings of one beginning do not lie further apart
LATE_EVENT = timedelta(minutes=5)
ELSEWHERE = timedelta(hours=2)  # a phone call or a talk in person


async def bot_added(office: Office, unit: Unit, command: commands.BotAddedToMeeting) -> None:
    """Take the meeting in. It may already be running: no start event comes then (teams-platform 1.1)."""
    meeting = await _meeting(unit, command.chat_id)
    meeting.app_installed = True
    meeting.service_url = command.service_url
    meeting.teams_meeting_id = command.teams_meeting_id or meeting.teams_meeting_id
    await unit.session.flush()
    await unit.journal.write(meeting.id, "app_added", actor="teams", facts={})
    await take_in(unit, meeting)
    running = await find.running_occurrence(unit.session, meeting.id)
    if running:
        await calls.app_is_back(unit, running)
        await _set_going(unit, meeting, running)


async def take_in(unit: Unit, meeting: Meeting) -> None:
    """Have the meeting's facts fetched, and everything that follows from them."""
    await unit.effects.schedule(
        effects.TAKE_IN, str(meeting.id), args={"meeting_id": str(meeting.id)}
    )


async def _meeting(unit: Unit, chat_id: str) -> Meeting:
    meeting = await find.meeting_by_chat(unit.session, chat_id, lock=True)
    if meeting is None:
        meeting = Meeting(id=uuid4(), chat_id=chat_id, kind="virtual", created_at=unit.now)
        unit.session.add(meeting)
        await unit.session.flush()
    return meeting


async def bot_removed(office: Office, unit: Unit, command: commands.BotRemovedFromMeeting) -> None:
    """The app was taken out: nothing can be told in the chat any more, so a person has to."""
    meeting = await find.meeting_by_chat(unit.session, command.chat_id, lock=True)
    if meeting is None or not meeting.app_installed:
        return
    meeting.app_installed = False
    meeting.block_state, meeting.block_reason = "unverifiable", "app_removed"
    await unit.session.flush()
    await unit.journal.write(meeting.id, "app_removed", actor="teams", facts={})
    await effects.subscribe(unit, meeting.id)
    running = await find.running_occurrence(unit.session, meeting.id)
    if running and running.announced_for:  # it says that nobody sees any more who comes
        await effects.show_ledger(unit, str(running.id))
    for request in await find.requests_of(unit.session, meeting.id):
        await effects.refresh_case(unit, request)
        if request.state not in ("withdrawn", "lapsed"):
            await unit.effects.schedule(
                effects.BOT_REMOVED, str(request.id), args={"request_id": str(request.id)}
            )
    for incident in await recording_now.looked_for(unit, meeting):
        if await course.once(unit, incident, "app_removed"):
            await effects.warn(unit, incident)


async def bot_added_to_person(
    office: Office, unit: Unit, command: commands.BotAddedToPerson
) -> views.View | None:
    """Learn a person's chat; greet them the first time."""
    actor = command.actor
    if actor.oid is None:
        return None
    chat = await unit.session.get(Chat, actor.oid)
    first = chat is None
    if chat is None:
        chat = Chat(oid=actor.oid, mri=actor.mri, name="", seen_at=unit.now)
        unit.session.add(chat)
    chat.mri, chat.conversation_id = actor.mri, command.conversation_id
    chat.service_url, chat.installed, chat.seen_at = command.service_url, True, unit.now
    employee = office.departments.is_employee(actor.oid)
    if employee:  # a guest may be the citizen, whose name stands in sealed fields alone
        chat.name = actor.name or chat.name
    if first and employee:
        await unit.effects.schedule(effects.MENU, f"hello:{actor.oid}", args={"oid": actor.oid})
    return None


async def bot_removed_from_person(
    office: Office, unit: Unit, command: commands.BotRemovedFromPerson
) -> None:
    """The person took the app off: they cannot be written to until it is back."""
    chat = await unit.session.get(Chat, command.actor.oid) if command.actor.oid else None
    if chat:
        chat.installed = False


async def started(office: Office, unit: Unit, command: commands.MeetingStarted) -> None:
    """``meetingStart``: an occurrence begins."""
    meeting = await _meeting(unit, command.chat_id)
    fresh = meeting.teams_meeting_id is None
    meeting.app_installed = True
    meeting.service_url = command.service_url
    meeting.teams_meeting_id = command.teams_meeting_id or meeting.teams_meeting_id
    if fresh:
        await take_in(unit, meeting)
    if not command.told and await _may_be_known(unit, meeting):
        if await find.running_occurrence(unit.session, meeting.id) is None:
            await watch_for_start(unit, meeting, unit.now)
        return
    await begin_occurrence(office, unit, meeting, command.at, "event")


@rule("B20", surface="chat")
async def _may_be_known(unit: Unit, meeting: Meeting) -> bool:
    """Whether a start event that does not say when may tell, late, of a call that was found without one:
    one that runs goes on undivided; after one that has just ended it is looked who is there."""
    latest = await find.running_or_latest(unit.session, meeting.id)
    if latest is None or latest.noticed_by == "event":
        return False
    if latest.ended_at is None:
        return showing.counts_as_now(latest, unit.now)
    return unit.now - latest.ended_at <= LATE_EVENT


async def begin_occurrence(
    office: Office, unit: Unit, meeting: Meeting, at: datetime, noticed_by: str
) -> Occurrence:
    """The call is running. Several triggers may say so; there is one occurrence (B20)."""
    latest = await find.running_or_latest(unit.session, meeting.id)
    running = latest if latest and latest.ended_at is None else None
    if running and _is_another_call(running, at, noticed_by):
        await end_occurrence(unit, meeting, running, at, "start")
    elif running and showing.counts_as_now(running, unit.now):
        return running
    elif latest and latest.ended_at and at <= latest.ended_at:
        return latest  # a start that is told of after its own end, by whichever of two that tell
    elif running:
        running.ended_at = unit.now
        await unit.session.flush()
    occurrence = Occurrence(id=uuid4(), meeting_id=meeting.id, started_at=at, noticed_by=noticed_by)
    unit.session.add(occurrence)
    # Past or cancelled as it may have been: it runs now, and is held and watched like any other.
    meeting.state = "coming"
    # What only the clock noticed may have begun long before: the first look goes back (chat_look.py).
    meeting.watched_until = None if noticed_by == "clock" else at - timedelta(seconds=30)
    await unit.session.flush()
    facts = {"noticed_by": noticed_by, "at": at.isoformat()}
    await unit.journal.write(meeting.id, "meeting_started", actor="teams", facts=facts)
    await _set_going(unit, meeting, occurrence)
    return occurrence


def _is_another_call(running: Occurrence, at: datetime, noticed_by: str) -> bool:
    """Teams tells of a beginning that lies after the one it told of before, or after the clock had seen
    somebody in a call: nobody heard that the first call ended. Whoever is in the new one has not been told
    anything in it. No call id tells two calls apart: the events carry none (teams-platform 1.1, 5.1)."""
    told = noticed_by in ("event", "call_event")
    known = told and running.noticed_by in ("event", "clock", "chat", "call_event")
    return known and at > running.started_at + SAME_CALL


async def _set_going(unit: Unit, meeting: Meeting, occurrence: Occurrence) -> None:
    """What a running meeting needs: the block held, recording watched, a granted wish announced."""
    if meeting.chat_id is None:
        await plan_end_elsewhere(unit, meeting)
    else:
        await _watch_over(unit, meeting, occurrence)
    requests = await find.requests_of(unit.session, meeting.id)
    if showing.applying(meeting, requests, occurrence.started_at):
        await effects.announce(unit, occurrence.id)
    for request in requests:
        if request.state in find.OPEN_STATES:
            await _undecided(unit, request)
    await effects.refresh_status(unit, meeting)


async def _watch_over(unit: Unit, meeting: Meeting, occurrence: Occurrence) -> None:
    await effects.hold_block(unit, meeting, "start")
    await effects.subscribe(unit, meeting.id)
    await unit.effects.schedule(
        effects.WATCH, str(meeting.id), args={"meeting_id": str(meeting.id)}
    )
    await unit.effects.schedule(
        effects.LOOK_AROUND,
        str(occurrence.id),
        args={"occurrence_id": str(occurrence.id)},
        due_at=unit.now + timedelta(seconds=20),
    )


async def _undecided(unit: Unit, request: Request) -> None:
    """Nothing was decided in time: no leave to record yet, and the deputy is asked at once."""
    await effects.refresh_case(unit, request, "undecided_at_start")
    if request.deputy_oid is None:
        await unit.effects.schedule(
            effects.ESCALATE, str(request.id), args={"request_id": str(request.id)}
        )


async def ended(office: Office, unit: Unit, command: commands.MeetingEnded) -> None:
    """``meetingEnd``: the occurrence is over."""
    meeting = await find.meeting_by_chat(unit.session, command.chat_id, lock=True)
    if meeting is None:
        return
    running = await find.running_occurrence(unit.session, meeting.id)
    # A delayed end of an earlier occurrence must not end the one that runs now.
    if running and command.at >= running.started_at:
        await end_occurrence(unit, meeting, running, command.at, "event")


async def end_occurrence(
    unit: Unit, meeting: Meeting, occurrence: Occurrence, at: datetime, noticed_by: str
) -> None:
    """The call has ended: the case note and the promised tasks come now."""
    occurrence.ended_at = at
    await unit.session.flush()
    facts = {"noticed_by": noticed_by, "at": at.isoformat()}
    await unit.journal.write(meeting.id, "meeting_ended", actor="teams", facts=facts)
    if _is_over(meeting, at):
        await finish(unit, meeting)
    await unit.effects.cancel(effects.LOOK_AROUND, str(occurrence.id))
    await effects.leave_call(unit, occurrence.id)
    await effects.subscribe(unit, meeting.id)
    await _look_for_files(unit, meeting, occurrence)
    await close(unit, meeting)
    await effects.refresh_status(unit, meeting)
    await watch_for_start(unit, meeting, unit.now + EMPTIES)
    if showing.repeats(meeting):  # leave that was not used is for the next time
        await effects.prepare(unit, meeting)


async def _look_for_files(unit: Unit, meeting: Meeting, occurrence: Occurrence) -> None:
    """A recording ends with its meeting: its file is looked for even if nobody tells of its end."""
    rows = await find.open_incidents(unit.session, meeting.id)
    if any(row.started_at >= occurrence.started_at for row in rows):
        await effects.find_file(unit, meeting, unit.now + FILE_AFTER)


def _is_over(meeting: Meeting, at: datetime) -> bool:
    """A call that breaks off before its time may be taken up again."""
    return meeting.ends_at is None or at >= meeting.ends_at - timedelta(minutes=5)


async def close(unit: Unit, meeting: Meeting) -> None:
    """Case notes and promised tasks for the wishes that are done with."""
    await unit.effects.schedule(
        effects.CLOSE, str(meeting.id), args={"meeting_id": str(meeting.id)}
    )


async def finish(unit: Unit, meeting: Meeting) -> None:
    """The time for the meeting is over. What was not decided is no no: the citizen is to be told."""
    if meeting.state != "coming" or showing.repeats(meeting):
        return
    meeting.state = "past"
    await close(unit, meeting)
    await unit.session.flush()
    for request in await find.requests_of(unit.session, meeting.id, *find.OPEN_STATES):
        await leave_unanswered(unit, request)
    await effects.refresh_status(unit, meeting)


async def watch_for_start(unit: Unit, meeting: Meeting, at: datetime) -> None:
    """The clock's own look for a start whose event never comes."""
    if meeting.app_installed:
        await unit.effects.schedule(
            effects.START_CHECK,
            str(meeting.id),
            args={"meeting_id": str(meeting.id)},
            due_at=max(at, unit.now),
        )


async def plan(unit: Unit, meeting: Meeting) -> None:
    """The times that follow from the meeting's time: hold again before it, look for its start."""
    await effects.subscribe(unit, meeting.id)
    if meeting.starts_at is None:
        await watch_for_start(unit, meeting, unit.now)
        return
    if meeting.ends_at:
        await unit.effects.schedule(
            effects.FINISH,
            str(meeting.id),
            args={"meeting_id": str(meeting.id)},
            due_at=meeting.ends_at + AFTER_END,
        )
    if await find.requests_of(unit.session, meeting.id, "granted"):
        await effects.prepare(unit, meeting)
    before = meeting.starts_at - BEFORE_START
    if before > unit.now:
        await effects.hold_block(unit, meeting, "before", before)
    await watch_for_start(unit, meeting, meeting.starts_at - EARLY)


@rule("A8", "B1", surface="none")
async def plan_end_elsewhere(unit: Unit, meeting: Meeting) -> None:
    """Nobody tells when a talk outside Teams is over: some hours after it began it counts as such.

    A wish that is registered afterwards gets as much time to be decided.
    """
    if meeting.starts_at:
        await unit.effects.schedule(
            effects.FINISH,
            str(meeting.id),
            args={"meeting_id": str(meeting.id)},
            due_at=max(meeting.starts_at, unit.now) + ELSEWHERE,
        )


def over_from(meeting: Meeting) -> datetime | None:
    """From when the meeting's time is behind it, whether or not anybody saw it run."""
    if meeting.ends_at:
        return meeting.ends_at + AFTER_END
    return meeting.starts_at + ELSEWHERE if meeting.starts_at and not meeting.chat_id else None


@rule("A16", "B19", "C28", "C29", surface="card")
async def lapse(unit: Unit, meeting: Meeting) -> None:
    """The meeting was cancelled: open and granted wishes lapse, and the employee is told. A refusal
    outlives it: its reasons and its note are owed all the same (``CLOSE`` gives the task)."""
    for request in await find.requests_of(unit.session, meeting.id):
        if request.state == "not_granted":
            await moved_card(unit, request.id)
            await effects.refresh_case(unit, request)
        # A wish that was used in a meeting has had its meeting, whatever is deleted afterwards.
        elif request.state in (*find.OPEN_STATES, "granted") and request.used_at is None:
            await lapse_one(unit, request)
            await moved_card(unit, request.id)
    await close(unit, meeting)
    await tasks.drop_arranged(unit, meeting)
    await effects.subscribe(unit, meeting.id)


async def lapse_one(unit: Unit, request: Request) -> None:
    """The wish has nothing to be about any more; nobody has to decide it."""
    request.state = next_state(showing.state_of(request), "meeting_cancelled")
    await unit.session.flush()
    facts = {"why": "meeting_cancelled"}
    await unit.journal.write(request.id, "lapsed", actor="system", facts=facts)
    await _nobody_decides(unit, request)


@rule("A16", "B19", surface="card")
async def leave_unanswered(unit: Unit, request: Request) -> None:
    """Nobody decided before the meeting was over. Time alone is no answer: the wish is not done with
    until the citizen has been told so (``CLOSE`` writes the letter and gives the task)."""
    request.state = next_state(showing.state_of(request), "meeting_over")
    await unit.session.flush()
    await unit.journal.write(request.id, "left_unanswered", actor="system", facts={})
    await _nobody_decides(unit, request)


async def _nobody_decides(unit: Unit, request: Request) -> None:
    await unit.effects.cancel(effects.ASK, str(request.id))
    await unit.effects.cancel(effects.ESCALATE, str(request.id))
    if not owes_reasons(showing.state_of(request), request.scope):
        await unit.effects.cancel(effects.ANSWER, str(request.id))
    await drafts.drop(unit, request)
    await unit.effects.schedule(
        effects.DECIDER_CARDS, str(request.id), args={"request_id": str(request.id)}
    )
    await effects.refresh_case(unit, request)


async def moved_card(unit: Unit, request_id: UUID) -> None:
    """Tell the employee that the meeting moved or was cancelled (T19)."""
    await unit.effects.schedule(
        effects.MOVED_CARD, str(request_id), args={"request_id": str(request_id)}
    )
