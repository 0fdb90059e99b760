"""The sweep: every coming and running meeting's switches are read again, twenty at a time.

One row in the table of effects is the sweep, so one replica at a time carries it out. What runs comes
first, then what is longest overdue, so a break loses nothing. It only reads: what is not as it was is
given to ``hold_block``, which repairs and tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import structlog

from casework import effects, showing
from casework.jobs import holding
from casework.meeting import cadence
from casework.office import Bench
from casework.ports import Switches, is_outside
from store import blocks, find
from store.database import Database
from store.jobs import Claim
from store.tables import Meeting

log = structlog.get_logger()

IN_A_BATCH = 20
KEY = "tenant"
REFUSED = ("access_policy_missing", "permission_missing")
"""Answers that asking for the one meeting would not change."""


@dataclass
class Seen:
    """What one go of the sweep came to; numbers only."""

    read: int = 0
    refused: int = 0
    handed_on: int = 0
    silent: int = 0
    wait: timedelta | None = None
    same: list[UUID] = field(default_factory=list)


async def sweep(bench: Bench, claim: Claim) -> str:
    """Read what is due, a slice of it; then make room for other jobs and come back."""
    seen = Seen()
    full = True
    running_first = claim.args.get("first") != "others"
    for _ in range(cadence.SLICE):
        async with bench.database.unit() as unit:
            now, tenant = unit.now, bench.office.tenant_id
            due = await blocks.due(
                unit.session, tenant, cadence.PACES, now, IN_A_BATCH, running_first=running_first
            )
            running = await blocks.running_of(unit.session, [meeting.id for meeting in due])
        if due:
            await _enter(bench, due, running, await _read(bench, due, seen), seen)
        full = len(due) == IN_A_BATCH
        if not full or seen.wait is not None:
            break
    turn = {"first": "others"} if running_first and seen.wait is not None else {}
    await _come_back(bench, claim, seen, turn, full=full)
    return "swept"


async def _read(bench: Bench, due: Sequence[Meeting], seen: Seen) -> Sequence[Switches | None]:
    """Each meeting's switches; None for all when the batch itself got no answer."""
    wanted = [(meeting.organizer_oid or "", meeting.graph_id or "") for meeting in due]
    try:
        return await bench.outside.meetings.switches_of(wanted)
    except Exception as error:
        if not is_outside(error):
            raise
        log.warning("sweep_no_answer", error=type(error).__name__)
        seen.wait = cadence.after_trouble(getattr(error, "retry_after_seconds", None))
        return [None] * len(due)


async def _enter(
    bench: Bench,
    due: Sequence[Meeting],
    running: frozenset[UUID],
    read: Sequence[Switches | None],
    seen: Seen,
) -> None:
    """What is as it was is noted in one go; each of the others in a transaction of its own."""
    seen.same.clear()
    for meeting, switches in zip(due, read, strict=True):
        await _enter_one(bench, meeting, switches, seen, running=meeting.id in running)
    async with bench.database.unit() as unit:
        await blocks.read_as_before(unit.session, seen.same, unit.now)


async def _enter_one(
    bench: Bench, meeting: Meeting, switches: Switches | None, seen: Seen, *, running: bool
) -> None:
    outcome = switches.outcome if switches else holding.NO_ANSWER
    if switches is None or outcome == holding.NO_ANSWER:
        await _silent(bench, meeting, switches, seen, running=running)
        return
    seen.read += 1
    if _is_as_before(bench, meeting, switches):
        seen.same.append(meeting.id)
        return
    async with bench.database.unit() as unit:
        found = await find.meeting(unit.session, meeting.id, lock=True)
        if found is None:
            return
        if outcome in REFUSED:
            seen.refused += 1
            await holding.enter_block(unit, found, switches, holding.judge(bench, found, switches))
            return
        seen.handed_on += 1
        await blocks.asked(unit.session, [found.id], unit.now)
        await effects.hold_block(unit, found, "sweep")


def _is_as_before(bench: Bench, meeting: Meeting, switches: Switches) -> bool:
    """Held, held before, at the same time, and the cameras as they were left."""
    if meeting.block_state != "held" or holding.judge(bench, meeting, switches).state != "held":
        return False
    if meeting.cameras != "untouched" and switches.attendee_cameras is not False:
        return False
    if showing.repeats(meeting):
        return True  # Graph tells the first time of a series, not the next
    same_start = switches.starts_at in (None, meeting.starts_at)
    return same_start and switches.ends_at in (None, meeting.ends_at)


async def _silent(
    bench: Bench, meeting: Meeting, switches: Switches | None, seen: Seen, *, running: bool
) -> None:
    """No answer for this one: asked again soon, and what was read too long ago is told no longer."""
    seen.silent += 1
    wait = cadence.after_trouble(switches.retry_after_seconds if switches else None)
    if switches is not None and switches.retry_after_seconds is not None:
        seen.wait = max(seen.wait or wait, wait)
    async with bench.database.unit() as unit:
        found = await find.meeting(unit.session, meeting.id, lock=True)
        if found is None:
            return
        pace = cadence.pace(
            found.state, found.starts_at, unit.now, ends_at=found.ends_at, running=running
        )
        if cadence.is_stale(found.block_read_at, pace, unit.now):
            block = holding.judge(bench, found, None, holding.NO_ANSWER)
            await holding.enter_block(unit, found, None, block)
        await blocks.asked(unit.session, [found.id], unit.now - pace + wait)


async def _come_back(
    bench: Bench, claim: Claim, seen: Seen, turn: Mapping[str, str], *, full: bool
) -> None:
    """Plan the next go: at once while more is due, after Graph's own wait when it asked for one. After
    trouble it is the others' ``turn``: those that run and do not answer keep nobody from it."""
    async with bench.database.unit() as unit:
        wait = seen.wait or (timedelta(seconds=1) if full else cadence.TICK)
        await unit.effects.schedule(
            effects.SWEEP, claim.key, args=dict(turn), due_at=unit.now + wait
        )
        counts = await blocks.count(unit.session)
    if seen.read or seen.silent:
        log.info(
            "sweep", read=seen.read, refused=seen.refused, handed_on=seen.handed_on,
            silent=seen.silent, **{f"meetings_{state}": n for state, n in sorted(counts.items())},
        )  # fmt: skip


async def plan_sweep(database: Database) -> None:
    """Set the sweep going; every replica may call it at its start."""
    async with database.unit() as unit:
        await unit.effects.schedule(effects.SWEEP, KEY, due_at=unit.now + cadence.TICK)
