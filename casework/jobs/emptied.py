"""Whether a call has ended although nobody told: two looks in a row find nobody in it (B20).

Only what can be seen counts. Who dials in, or has no id Teams can be asked for, may be alone in the call;
no answer, or one that does not say, is no sign of an empty call.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from casework.meeting import breaks, call_states, telling
from casework.meeting.holds import AWAY
from casework.office import Bench
from casework.ports import is_outside
from casework.typed import moment_of
from guidelines.rules import rule
from store import find
from store.tables import Meeting, Occurrence

log = structlog.get_logger()

LOOK_EVERY = timedelta(minutes=1)  # while somebody is there: it costs a request or two
STALE = timedelta(minutes=2)  # an older look says nothing of the time since
APART = timedelta(seconds=15)  # two looks that signals made due together are one
SETTLES = timedelta(minutes=1)  # before, those who come may not be seen yet
MOST_ASKED = 60
ALL_LEFT = "/5002"
"""Why Teams ended Lydhør's own call: all others had left, whoever they were (teams-platform 6.5)."""


@dataclass(frozen=True)
class Emptied:
    """``asked_at``: when it was looked last; ``since``: since when every look found nobody; ``over``: whether
    that was twice. Kept in the arguments of the next look."""

    asked_at: datetime | None = None
    since: datetime | None = None
    over: bool = False

    @property
    def args(self) -> dict[str, str]:
        """What the next look has to know."""
        known = {"asked": self.asked_at, "empty": self.since}
        return {name: at.isoformat() for name, at in known.items() if at is not None}


async def look(
    bench: Bench, occurrence: Occurrence, meeting: Meeting, args: Mapping[str, str]
) -> Emptied:
    """What is known after this look; it asks only when its time has come."""
    now = bench.clock.now()
    before = Emptied(moment_of(args.get("asked", "")), moment_of(args.get("empty", "")))
    if before.asked_at is not None and now - before.asked_at > STALE:
        before = Emptied()
    pace = APART if before.since else LOOK_EVERY
    if now - occurrence.started_at < SETTLES:
        return Emptied()
    if before.asked_at is not None and now - before.asked_at < pace:
        return before
    try:
        empty = await _is_empty(bench, occurrence, meeting)
    except Exception as error:
        if not is_outside(error):
            raise
        log.warning("empty_look_failed", error=type(error).__name__)
        empty = False
    if not empty:
        return Emptied(now)
    return Emptied(now, before.since or now, over=before.since is not None)


@rule("B20", surface="chat")
async def _is_empty(bench: Bench, occurrence: Occurrence, meeting: Meeting) -> bool:
    """Whether everybody who may be in the call can be asked for, and is said not to be."""
    async with bench.database.unit() as unit:
        if (await breaks.state_of(unit, meeting, occurrence.started_at)).on is not None:
            return False  # they are coming back, and it goes on as it stood
        call = await find.latest_call(unit.session, occurrence.id)
        left_alone = call is not None and call.why.endswith(ALL_LEFT)
        phone = telling.phone_may_listen(meeting)
        rows = await find.ledger(unit.session, occurrence.id)
    if call is not None and call.state in call_states.IN_CALL:
        return False
    service, teams_id = meeting.service_url or "", meeting.teams_meeting_id or ""
    if not (service and teams_id) or (phone and not left_alone):
        return False
    likely = meeting.organizer_oid
    if likely and await bench.outside.meetings.in_meeting(service, teams_id, likely):
        return False
    members = await bench.outside.meetings.roster(service, meeting.chat_id or "")
    gone = {row.mri for row in rows if row.channel in AWAY}
    unseen = [m for m in members if m.oid is None and m.mri not in gone]
    asked = [m.oid for m in members if m.oid]
    if not asked or len(asked) > MOST_ASKED or (unseen and not left_alone):
        return False
    for oid in asked:
        if await bench.outside.meetings.in_meeting(service, teams_id, oid) is not False:
            return False
    return True
