"""Jobs against recording in Teams: notice it, put the switch back, see its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from casework import effects, showing
from casework.jobs import chat_look, holding
from casework.jobs.chat_look import Look
from casework.jobs.holding import Held
from casework.jobs.meeting import meeting_id
from casework.meeting import cadence, chat_calls, subscribed, watching
from casework.meeting.recording_now import began, looked_for
from casework.office import Bench, Office
from guidelines.meeting import RECORDING_ENDS, RECORDING_STARTS
from guidelines.rules import rule
from store import blocks, find
from store.database import Unit
from store.jobs import Claim
from store.tables import Incident, Meeting, Occurrence

AFTERWARDS = timedelta(minutes=10)
SLOWLY, LONGEST = timedelta(minutes=5), timedelta(hours=24)
AT_IT = frozenset({"no_answer", "unchanged", "automatic_while_running", "switched_on_again"})
"""Reasons of a block that is not held, which the next reading may find gone."""


@rule("A20", "C4", surface="card")
async def watch(bench: Bench, claim: Claim) -> str:
    """Notice Teams recording by the chat's own messages (B29).

    The switches of a meeting that is as it should be are the sweep's: here they are read when a
    recording was seen, when the chat cannot be read, and while somebody seems to be at it.
    """
    meeting, plan = await _go_on(bench, meeting_id(claim))
    if meeting is None or plan != "look":
        return plan
    look = await chat_look.look(bench, meeting)
    async with bench.database.unit() as unit:
        found = await find.meeting(unit.session, meeting.id, lock=True)
        if found is None:
            return "gone"
        if look.chat == "cannot_be_read":
            await _nothing_to_read(unit, found)
        seen = await _enter_marks(bench.office, unit, found, look)
        open_ = await looked_for(unit, found)
        fresh = seen or await _is_fresh(unit, open_)
        wary = fresh or _is_wary(unit, meeting, look, open_)
    if wary:
        hold = await holding.hold(bench, meeting, insist=fresh)
        await _enter_hold(bench, meeting, look, hold)
    return "recording_seen" if seen else "watched"


async def _go_on(
    bench: Bench, found: UUID
) -> tuple[Meeting | None, Literal["gone", "over", "look"]]:
    """Plan the next look before this one, so that no trouble ends the watch or slows it down."""
    async with bench.database.unit() as unit:
        meeting = await find.meeting(unit.session, found)
        if meeting is None:
            return None, "gone"
        latest = await find.latest_occurrence(unit.session, meeting.id)
        await _forget_earlier(unit, meeting, latest)
        due_at = await _next_look(bench, unit, meeting, latest)
        if due_at is None:
            await watching.stop_looking(unit, meeting)
            return meeting, "over"
        args = {"meeting_id": str(meeting.id)}
        await unit.effects.schedule(effects.WATCH, str(meeting.id), args=args, due_at=due_at)
    return meeting, "look"


async def _forget_earlier(unit: Unit, meeting: Meeting, latest: Occurrence | None) -> None:
    """A series that meets daily is never out of sight for a day: what an earlier call left open is given
    up all the same."""
    before = min(began(meeting, latest), unit.now - LONGEST)
    await watching.stop_looking(unit, meeting, begun_before=before)


async def _next_look(
    bench: Bench, unit: Unit, meeting: Meeting, latest: Occurrence | None
) -> datetime | None:
    """Often while the meeting runs; less often just after, for what Teams writes late; seldom while an end
    is missing, or the chat was not read that far; then no more."""
    if latest is None or not meeting.app_installed:
        return None
    runs = latest.ended_at is None and showing.counts_as_now(latest, unit.now)
    seldom = not runs or await subscribed.tells_of_recording(unit, meeting.id)
    watched = await blocks.watched(unit.session, unit.now, cadence.LOOKED_AT)
    pace = cadence.watch_pace(bench.office.watch_poll, watched, seldom=seldom)
    next_ = cadence.next_look(unit.now, pace, meeting.id, watched)
    since = unit.now - (latest.ended_at or latest.started_at)
    if runs or since < AFTERWARDS:
        return next_
    rows = await find.open_incidents(unit.session, meeting.id)
    open_still = any(row.watch_ended_at is None for row in rows) or _is_unread(meeting, latest)
    return max(next_, unit.now + SLOWLY) if open_still and since < LONGEST else None


def _is_unread(meeting: Meeting, latest: Occurrence) -> bool:
    """Whether the chat of a call that is over has not been read to its end: Graph did not answer."""
    read = meeting.watched_until
    return latest.ended_at is not None and (read is None or read < latest.ended_at)


async def _nothing_to_read(unit: Unit, meeting: Meeting) -> None:
    """The chat of a call that is over cannot be read: it will tell no more than it does now."""
    latest = await find.latest_occurrence(unit.session, meeting.id)
    if latest and latest.ended_at:
        meeting.watched_until = unit.now


async def _is_fresh(unit: Unit, open_: Sequence[Incident]) -> bool:
    """A recording that another source than the chat told of just now: off again, whatever is read."""
    told = [row for row in open_ if row.noticed_by == "call_event"]
    return any([not await watching.was_put_back(unit, row) for row in told])


def _is_wary(unit: Unit, meeting: Meeting, look: Look, open_: Sequence[Incident]) -> bool:
    """Whether the switches are read with this look. A chat that cannot be read leaves them as the only
    sign there is; otherwise they are read while there is reason to, and no more often than before."""
    if look.chat == "cannot_be_read":
        return True
    asked = meeting.block_asked_at
    if asked is None or any(row.noticed_at >= asked for row in open_):
        return True
    put_back = meeting.put_back_at is not None and unit.now - meeting.put_back_at < cadence.WARY
    reason = open_ or put_back or look.chat == "no_answer" or meeting.block_reason in AT_IT
    return bool(reason) and unit.now - asked >= cadence.CLOSELY


async def _enter_marks(office: Office, unit: Unit, meeting: Meeting, look: Look) -> bool:
    """Every start of a recording is an incident once, every end closes one; a call that began or ended and
    nobody told of is entered first. Whether a recording was started anew.

    What was not read stays to be read: only then has the chat been read up to here.
    """
    if look.chat != "read":
        return False
    marks = await chat_look.marks_of_this_call(unit, meeting, look)
    if marks and look.calls:
        # Whoever says that a recording was stopped locks them before the journal too.
        await watching.incidents(unit, meeting)
    await chat_calls.enter(office, unit, meeting, look.calls)
    seen = False
    for mark in marks:
        if mark.status == RECORDING_STARTS:
            seen = await watching.saw_start(unit, meeting, mark) is not None or seen
        elif mark.status in RECORDING_ENDS:
            await watching.saw_end(unit, meeting, mark)
    await subscribed.note_silence(unit, meeting, look.marks)
    meeting.watched_until = unit.now
    return seen


async def _enter_hold(bench: Bench, meeting: Meeting, look: Look, hold: Held) -> None:
    """What was read goes into the block, the journal and the warnings; nothing that was hoped."""
    async with bench.database.unit() as unit:
        found = await find.meeting(unit.session, meeting.id, lock=True)
        if found is None:
            return
        await chat_look.enter_open(unit, found, hold, look)
        await holding.enter(unit, found, hold)
