"""Jobs on a meeting: take it in, hold recording off, show its status, see that its time is over."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import structlog
from sqlalchemy import or_, select

from casework import effects, showing
from casework.jobs import chat_look, holding
from casework.jobs.asking import plan_escalation
from casework.jobs.chat_look import Look
from casework.jobs.holding import Held
from casework.jobs.posting import chat_of_meeting, show
from casework.meeting import cadence, meetings
from casework.office import Bench
from casework.ports import MeetingDetails, NotReachable, Switches, is_final, is_outside
from guidelines.meeting import without_switches
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Effect, Meeting

log = structlog.get_logger()

TAKEN_IN_AGAIN = timedelta(seconds=5)  # after the first try; doubled with every further one
TAKEN_IN_LATEST = timedelta(minutes=1)
SERIES_FORGOTTEN = timedelta(days=30)  # Graph forgets a meeting 60 days after its end (4.2)


def meeting_id(claim: Claim) -> UUID:
    """The meeting a job is about."""
    return UUID(claim.args["meeting_id"])


async def load(bench: Bench, found: UUID) -> Meeting | None:
    """The meeting as it stands now."""
    async with bench.database.unit() as unit:
        return await find.meeting(unit.session, found)


async def take_in(bench: Bench, claim: Claim) -> str:
    """Fetch the meeting's facts, then hold the block and plan its times (teams-platform 2).

    Until they are known nobody can ask for recording in it, so where Teams did not answer it is asked again
    within seconds."""
    meeting = await load(bench, meeting_id(claim))
    if meeting is None or not meeting.app_installed:
        return "gone"
    details, trouble = await _details(bench, meeting)
    async with bench.database.unit() as unit:
        found = await find.meeting(unit.session, meeting.id, lock=True)
        if found is None:
            return "gone"
        news = await _fill(unit, found, details) if details else False
        if news or "again" not in claim.args:
            facts = {"type": found.teams_type or "unknown", "known": details is not None}
            await unit.journal.write(found.id, "meeting_taken_in", actor="system", facts=facts)
            await meetings.plan(unit, found)
        if news or trouble is None or "again" not in claim.args:
            await effects.hold_block(unit, found, "taken_in")
        if trouble is not None:
            await _take_in_again(unit, found, claim, trouble)
    return "taken_in" if trouble is None else "no_answer"


async def _take_in_again(unit: Unit, meeting: Meeting, claim: Claim, trouble: Exception) -> None:
    """Ask anew, at first within seconds, then once a minute. What Teams asks us to wait for is waited for,
    but no longer than for what Teams does not know."""
    tries = int(claim.args.get("again", 0)) + 1
    asked = timedelta(seconds=getattr(trouble, "retry_after_seconds", None) or 0)
    latest = cadence.pace(meeting.state, meeting.starts_at, unit.now, ends_at=meeting.ends_at)
    soon = min(TAKEN_IN_AGAIN * 2 ** min(tries - 1, 12), TAKEN_IN_LATEST)
    wait = min(max(soon, asked), latest)
    args = {"meeting_id": str(meeting.id), "again": str(tries)}
    due_at = unit.now + wait
    await unit.effects.schedule(effects.TAKE_IN, str(meeting.id), args=args, due_at=due_at)


async def _details(
    bench: Bench, meeting: Meeting
) -> tuple[MeetingDetails | None, Exception | None]:
    """What the Bot Connector tells, or what stands in the way: then it is asked again."""
    if not (meeting.teams_meeting_id and meeting.service_url):
        return None, None
    try:
        service, teams_id = meeting.service_url, meeting.teams_meeting_id
        return await bench.outside.meetings.details(service, teams_id), None
    except Exception as error:
        if not is_outside(error):
            raise
        log.warning("meeting_details_no_answer", error=type(error).__name__)
        return None, error


async def _fill(unit: Unit, meeting: Meeting, details: MeetingDetails) -> bool:
    """Enter what was told; whether it was news."""
    before = _known(meeting)
    meeting.teams_type = details.kind
    meeting.graph_id = details.graph_id or meeting.graph_id
    meeting.organizer_oid = details.organizer_oid or meeting.organizer_oid
    meeting.organizer_mri = details.organizer_mri or meeting.organizer_mri
    meeting.organizer_tenant = details.organizer_tenant or meeting.organizer_tenant
    meeting.starts_at = details.starts_at or meeting.starts_at
    meeting.ends_at = details.ends_at or meeting.ends_at
    if details.title:
        await unit.personal.put(meeting.id, meeting.id, {"title": details.title[:300]})
    await unit.session.flush()
    return _known(meeting) != before


def _known(meeting: Meeting) -> tuple[object, ...]:
    who = (meeting.organizer_oid, meeting.organizer_mri, meeting.organizer_tenant)
    return (meeting.teams_type, meeting.graph_id, *who, meeting.starts_at, meeting.ends_at)


async def hold_block(bench: Bench, claim: Claim) -> str:
    """Switch recording off and read back. The card says what was read, never what was wished."""
    meeting = await load(bench, meeting_id(claim))
    if meeting is None or not (meeting.app_installed and _may_still_run(bench, meeting)):
        return "gone"
    held = await holding.hold(bench, meeting)
    if held.trouble is None:
        try:
            gone = await _is_cancelled(bench, meeting, held.left)
        except Exception as error:
            if not is_outside(error):
                raise
            log.warning("hold_block_no_answer", error=type(error).__name__)
            silent = holding.judge(bench, meeting, None, holding.NO_ANSWER)
            held = held._replace(left=None, now=silent, trouble=error)
        else:
            if gone and (done := await _cancel(bench, meeting.id)):
                return done
    seen = await chat_look.look_where_open(bench, meeting, held)
    return await _note(bench, meeting.id, held, seen)


def _may_still_run(bench: Bench, meeting: Meeting) -> bool:
    """A meeting to come, or one whose time is past but that may yet be moved ahead."""
    if meeting.state == "past" and meeting.ends_at:
        return bench.clock.now() - meeting.ends_at < cadence.MAY_BE_MOVED
    return meeting.state == "coming"


async def _note(bench: Bench, found: UUID, held: Held, seen: Look | None) -> str:
    async with bench.database.unit() as unit:
        meeting = await find.meeting(unit.session, found, lock=True)
        if meeting is None:
            return "gone"
        await chat_look.enter_open(unit, meeting, held, seen)
        await holding.enter(unit, meeting, held)
        if held.left is not None and held.left.outcome == "read":
            await _follow_time(bench, unit, meeting, held.left)
        card = await find.card(unit.session, f"status:{meeting.id}")
        if card is None:
            await effects.refresh_status(unit, meeting)
        await _plan_again(bench, unit, meeting, held)
    return held.now.state


async def _plan_again(bench: Bench, unit: Unit, meeting: Meeting, held: Held) -> None:
    """The sweep re-reads what Graph knows; what it does not know, or did not answer, is asked here.

    A meeting that Teams has not told enough of is first asked for anew."""
    if held.trouble is not None and not is_final(held.trouble):
        wait = cadence.after_trouble(getattr(held.trouble, "retry_after_seconds", None))
        await effects.hold_block(unit, meeting, "again", unit.now + wait)
        return
    ours = meeting.organizer_tenant in (None, bench.office.tenant_id)
    expected = meeting.teams_meeting_id and not without_switches(meeting.teams_type)
    if meeting.graph_id is None and ours and expected and not await _is_asked(unit, meeting):
        args = {"meeting_id": str(meeting.id), "again": "1"}
        wait = cadence.pace(meeting.state, meeting.starts_at, unit.now, ends_at=meeting.ends_at)
        await unit.effects.schedule(
            effects.TAKE_IN, str(meeting.id), args=args, due_at=unit.now + wait
        )


async def _is_asked(unit: Unit, meeting: Meeting) -> bool:
    """Whether Teams will be asked for the meeting's facts anyway, perhaps within seconds. A try that is in
    hand has asked already: it is about to end, and would leave nobody to ask again."""
    query = select(Effect.id).where(
        Effect.kind == effects.TAKE_IN,
        Effect.key == str(meeting.id),
        Effect.done_at.is_(None),
        or_(Effect.claims == 0, Effect.due_at > unit.now),
    )
    return await unit.session.scalar(query) is not None


async def _follow_time(bench: Bench, unit: Unit, meeting: Meeting, switches: Switches) -> None:
    """The meeting was moved: the agreement follows it, nobody has to ask again (T19)."""
    same = switches.starts_at in (None, meeting.starts_at)
    if same and switches.ends_at in (None, meeting.ends_at):
        return
    if showing.repeats(meeting):
        return  # Graph tells the first time of a series, not the next
    meeting.starts_at = switches.starts_at or meeting.starts_at
    meeting.ends_at = switches.ends_at or meeting.ends_at
    if meeting.state == "past" and meeting.ends_at and meeting.ends_at > unit.now:
        meeting.state = "coming"
    await unit.session.flush()
    at = meeting.starts_at.isoformat() if meeting.starts_at else ""
    await unit.journal.write(meeting.id, "meeting_moved", actor="teams", facts={"to": at})
    await meetings.plan(unit, meeting)
    await effects.refresh_status(unit, meeting)
    for request in await find.requests_of(unit.session, meeting.id, *find.OPEN_STATES, "granted"):
        await meetings.moved_card(unit, request.id)
        decided = request.state not in find.OPEN_STATES
        await effects.refresh_case(unit, request, "moved" if decided else "moved_undecided")
        await plan_escalation(bench, unit, request, meeting)


async def _is_cancelled(bench: Bench, meeting: Meeting, switches: Switches | None) -> bool:
    """Graph no longer knows a coming meeting that it once knew; the Bot Connector is asked too.

    Graph forgets every meeting some time after its end, so an old one that is gone was held.
    """
    forgotten = switches is not None and switches.outcome == "meeting_unknown"
    if not (forgotten and meeting.block_read_at) or not await _may_be_cancelled(bench, meeting):
        return False
    if not (meeting.service_url and meeting.teams_meeting_id):
        return True
    details = await bench.outside.meetings.details(meeting.service_url, meeting.teams_meeting_id)
    return details is None


async def _may_be_cancelled(bench: Bench, meeting: Meeting) -> bool:
    """Not one that runs, nor one whose time is past; of a series only its first time is known."""
    async with bench.database.unit() as unit:
        latest = await find.latest_occurrence(unit.session, meeting.id)
    if latest and latest.ended_at is None:
        return False
    end = meeting.ends_at or meeting.starts_at
    if showing.repeats(meeting):
        known = [at for at in (end, latest.ended_at if latest else None) if at]
        end = max(known) + SERIES_FORGOTTEN if known else None
    return end is not None and bench.clock.now() < end


async def _cancel(bench: Bench, found: UUID) -> str | None:
    """Enter that it is cancelled; None when it has begun to run meanwhile."""
    async with bench.database.unit() as unit:
        meeting = await find.meeting(unit.session, found, lock=True)
        if meeting is None or meeting.state != "coming":
            return "gone"
        if await find.running_occurrence(unit.session, found):
            return None
        meeting.state = "cancelled"
        await unit.session.flush()
        await unit.journal.write(meeting.id, "meeting_cancelled", actor="teams", facts={})
        await meetings.lapse(unit, meeting)
        await effects.refresh_status(unit, meeting)
    return "cancelled"


async def status_card(bench: Bench, claim: Claim) -> str:
    """Draw the meeting's one status card."""
    async with bench.database.unit() as unit:
        meeting = await find.meeting(unit.session, meeting_id(claim))
        if meeting is None:
            return "gone"
        view = await showing.meeting_status(bench.office, unit, meeting)
    try:
        await show(bench, f"status:{meeting.id}", chat_of_meeting(meeting), view)
    except NotReachable:
        return "not_reachable"
    return "shown"


async def finish(bench: Bench, claim: Claim) -> str:
    """The meeting's time is over, whether or not anybody saw it begin or end."""
    async with bench.database.unit() as unit:
        meeting = await find.meeting(unit.session, meeting_id(claim), lock=True)
        over_from = meetings.over_from(meeting) if meeting else None
        if meeting is None or over_from is None:
            return "gone"
        running = await find.running_occurrence(unit.session, meeting.id)
        if running and meeting.chat_id:
            return "runs"
        if unit.now < over_from:
            return "moved"
        if running:  # a talk outside Teams that nobody said was over
            await meetings.end_occurrence(unit, meeting, running, unit.now, "clock")
            return "ended"
        await meetings.finish(unit, meeting)
    return "finished"
