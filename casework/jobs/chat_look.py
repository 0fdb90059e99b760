"""A look at what the chat tells of recording and of calls; and what an open switch means where it tells
nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal, NamedTuple

import structlog

from casework import showing
from casework.jobs import holding
from casework.jobs.holding import Held
from casework.meeting import watching
from casework.office import Bench
from casework.ports import CallMark, RecordingMark, is_outside
from guidelines.meeting import RECORDING_ENDS, RECORDING_STARTS
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Meeting

log = structlog.get_logger()

READ_AGAIN = timedelta(minutes=2)  # a mark appears up to a minute late (teams-platform 5)


LOOK_BACK = timedelta(hours=8)  # no call that is found running has begun before that


class Look(NamedTuple):
    """What the chat showed. ``chat`` is no_answer when Graph did not answer this time."""

    marks: Sequence[RecordingMark]
    chat: Literal["read", "cannot_be_read", "no_answer"]
    calls: Sequence[CallMark] = ()


async def look(bench: Bench, meeting: Meeting) -> Look:
    """What the chat tells since it was read last; in a call that was found running, for hours back.
    Trouble outside is an answer too."""
    now = bench.clock.now()
    since = meeting.watched_until - READ_AGAIN if meeting.watched_until else now - LOOK_BACK
    try:
        marks = await bench.outside.meetings.chat_marks(meeting.chat_id or "", since)
    except Exception as error:
        if not is_outside(error):
            raise
        log.warning("chat_marks_no_answer", error=type(error).__name__)
        return Look((), "no_answer")
    if marks is None:
        return Look((), "cannot_be_read")
    return Look(marks.recordings, "read", marks.calls)


async def marks_of_this_call(unit: Unit, meeting: Meeting, seen: Look) -> Sequence[RecordingMark]:
    """Where the look went back behind the moment the call was noticed: of what is older only a recording
    that still runs, begun after the call before was over, is this call's. The call has then run since."""
    marks = seen.marks
    if meeting.watched_until is not None:
        return marks
    latest = await find.latest_occurrence(unit.session, meeting.id)
    if latest is None:
        return marks
    noticed = latest.started_at - READ_AGAIN - timedelta(seconds=30)
    running: list[RecordingMark] = []
    for mark in marks:
        if mark.status == RECORDING_STARTS:
            running.append(mark)
        elif mark.status in RECORDING_ENDS and running:
            running.pop(0)
    ends = [call.at for call in seen.calls if call.what == "ended" and call.at < noticed]
    before = [row.ended_at for row in await find.occurrences_of(unit.session, meeting.id)]
    over = max([*ends, *(at for at in before if at)], default=None)
    older = [mark for mark in running if mark.at < noticed and (over is None or mark.at > over)]
    if older:
        latest.started_at = older[0].at
        await unit.session.flush()
    return [*older, *(mark for mark in marks if mark.at >= noticed)]


async def look_where_open(bench: Bench, meeting: Meeting, held: Held) -> Look | None:
    """Recording stood open while the meeting runs: then the chat is asked whoever read the switch.
    None where nothing stood open, or nothing runs."""
    if not holding.recording_on(held.found):
        return None
    async with bench.database.unit() as unit:
        if not await _runs(unit, meeting):
            return None
    return await look(bench, meeting)


@rule("A20", "B29", "C4", surface="card")
async def enter_open(unit: Unit, meeting: Meeting, held: Held, seen: Look | None) -> None:
    """An open switch in a running meeting whose chat cannot be read: it may be recorded."""
    if seen is None or seen.chat != "cannot_be_read" or not holding.recording_on(held.found):
        return
    if await _runs(unit, meeting):
        await watching.saw_switch_on(unit, meeting)


async def _runs(unit: Unit, meeting: Meeting) -> bool:
    running = await find.running_occurrence(unit.session, meeting.id)
    return running is not None and showing.counts_as_now(running, unit.now)
