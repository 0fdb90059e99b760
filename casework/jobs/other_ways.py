"""The job that tells a meeting whose chat did not take the announcement: person by person, and aloud."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import structlog

from casework import effects
from casework.jobs import looking
from casework.jobs.loading import running_of
from casework.jobs.notifying import TRIES, accepted, failed, targeted
from casework.meeting import calls, channels, telling, without_chat
from casework.meeting.holds import leave_untold
from casework.meeting.without_chat import Left
from casework.office import Bench
from casework.ports import is_outside
from casework.versions import profile_here
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Informed, Meeting, Occurrence

log = structlog.get_logger()


@rule("B20", surface="chat")
async def tell(bench: Bench, claim: Claim) -> str:
    """The notification to each person in the meeting, and Lydhør's voice where it may be in the call. The
    meeting counts as told once one of them is on record as told; who is not stays so."""
    found = await running_of(bench, claim)
    if found is None:
        return "over"
    occurrence, meeting = found
    async with bench.database.unit() as unit:
        left = await _still_left(bench, unit, occurrence, meeting)
        if left is None:
            return "something_else_holds"
        holds = await telling.now_holding(bench.office, unit, meeting, occurrence)
    outcome = "left_to_the_voice"
    try:
        await _look_who_left(bench, occurrence, meeting)
        shown = without_chat.page_says(holds)
        rows = await _to_notify(bench, occurrence, left) if shown else []
        results = await _notified(bench, meeting, rows, recorded=bool(holds))
    except Exception as error:
        if not is_outside(error):
            raise
        log.warning("notification_failed", error=type(error).__name__)
        if claim.claims >= TRIES:  # the voice does not wait for what may never come
            await _say(bench, occurrence, meeting)
        raise
    if accepted(results) and await _enter(bench, occurrence, meeting, results, asked=len(rows)):
        outcome = "told"
    await _say(bench, occurrence, meeting)
    return outcome


async def _still_left(
    bench: Bench, unit: Unit, occurrence: Occurrence, meeting: Meeting
) -> Left | None:
    """What was left, while it is what holds and was not told in another way since: what an earlier try
    of this entered is still to be said aloud."""
    left = await without_chat.left(unit, occurrence)
    holds = await telling.now_holding(bench.office, unit, meeting, occurrence)
    if left is None or not left.is_of(holds):
        return None
    told = left.telling == occurrence.tellings and telling.tells_what_holds(occurrence, holds)
    return left if told or left.waits_in(occurrence) else None


async def _look_who_left(bench: Bench, occurrence: Occurrence, meeting: Meeting) -> None:
    """Whoever is known to be outside does not hear what is told from now on, in whatever way; what they were
    told before stays until then."""
    if not meeting.app_installed:
        return
    async with bench.database.unit() as unit:
        ledger = await find.ledger(unit.session, occurrence.id)
        asked = {row.oid for row in ledger if row.oid and row.channel not in telling.AWAY}
    outside = await looking.known_outside(bench, meeting, sorted(asked))
    async with bench.database.unit() as unit:
        for row in await find.ledger(unit.session, occurrence.id, lock=True):
            if row.oid in outside and row.channel not in telling.AWAY:
                leave_untold(row)
                row.left_at = row.left_at or unit.now
            elif row.oid in asked:
                row.left_at = None
        await unit.session.flush()
        if outside:
            await effects.show_ledger(unit, str(occurrence.id))


async def _to_notify(bench: Bench, occurrence: Occurrence, left: Left) -> list[Informed]:
    """Whoever is there and can be reached by something that is written; what they were told before was
    something else. Where it was told since, who came meanwhile and has heard nothing."""
    async with bench.database.unit() as unit:
        ledger = await find.ledger(unit.session, occurrence.id)
        there = [r for r in ledger if r.channel not in telling.AWAY and r.left_at is None]
        if not left.waits_in(occurrence):
            alone = await without_chat.told_alone(unit, occurrence)
            there = [row for row in there if alone and row.grade == "none"]
    return [row for row in there if channels.IN_MEETING.reaches(row.kind)]


async def _notified(
    bench: Bench, meeting: Meeting, rows: Collection[Informed], *, recorded: bool
) -> Mapping[str, str | None]:
    """As ``targeted``; while the app is out of the meeting it reaches nobody."""
    if not meeting.app_installed:
        return {}
    return await targeted(bench, meeting, [*rows], recorded=recorded, alone=True)


async def _enter(
    bench: Bench,
    occurrence: Occurrence,
    meeting: Meeting,
    results: Mapping[str, str | None],
    *,
    asked: int,
) -> bool:
    """Whom Teams told are entered, and the meeting as told; False where something else holds meanwhile."""
    async with bench.database.unit() as unit:
        running = await unit.session.get_one(
            Occurrence, occurrence.id, with_for_update=True, populate_existing=True
        )
        left = await _still_left(bench, unit, running, meeting)
        if left is None:
            return False
        if left.waits_in(running):
            await without_chat.enter(bench.office, unit, meeting, running, "in_meeting")
        profile = await profile_here(bench.office, unit, meeting)
        for row in await find.ledger(unit.session, running.id, lock=True):
            if row.mri in accepted(results) and row.channel not in telling.AWAY:
                channels.enter(profile, unit, row, channels.IN_MEETING, "202")
        await unit.session.flush()
        await unit.journal.write(
            meeting.id, "told", actor="system",
            facts={"occurrence": str(running.id), "asked": asked,
                   "accepted": len(accepted(results)), "failed": failed(results)},
        )  # fmt: skip
        await effects.refresh_status(unit, meeting)
        await effects.show_ledger(unit, str(running.id))
    return True


async def _say(bench: Bench, occurrence: Occurrence, meeting: Meeting) -> None:
    async with bench.database.unit() as unit:
        running = await unit.session.get_one(Occurrence, occurrence.id)
        if running.ended_at is None:
            await calls.want_voice(bench.office, unit, running, meeting, fresh=True)


async def leave_to_them(bench: Bench, occurrence: Occurrence) -> None:
    """The chat did not take the announcement, and will not: whatever else there is, is tried."""
    async with bench.database.unit() as unit:
        running = await unit.session.get_one(Occurrence, occurrence.id, with_for_update=True)
        meeting = await unit.session.get_one(Meeting, running.meeting_id)
        if running.ended_at is None:
            await without_chat.leave(bench.office, unit, meeting, running)
