"""Looks whether meetings run whose start event never came (B20: announced within a minute).

Every meeting is looked for again and again around its time, and mostly nobody is there yet. So the engine
takes many of these looks at a time: what they read of the database is read once for all (decision 29).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from casework import effects, showing
from casework.jobs.looking import SOON
from casework.jobs.meeting import meeting_id
from casework.meeting import meetings
from casework.office import Bench
from store import blocks, find
from store.jobs import Claim
from store.tables import Meeting, Request
from store.urgency import Urgency, current, urgency

log = structlog.get_logger()

MOST_ASKED = 12  # of the others; of more than so many it is another dozen's turn each time
LONGEST_LOOK = 10.0  # seconds; a Teams that does not answer for one meeting keeps no other waiting
EVERYBODY_EVERY = 2
"""Of so many looks one asks for everybody; the others for the organizer and the caseworkers, who are there
nearly always. Every question counts against what Teams lets an app ask."""
SELDOM = timedelta(seconds=25)
"""Who looks less often than this asks for everybody each time: within a minute they are to be told (B20)."""
NO_END_KNOWN = timedelta(hours=8)


@dataclass(frozen=True)
class _Known:
    """What is known of the meetings that are looked for."""

    meetings: Mapping[UUID, Meeting]
    running: frozenset[UUID]
    requests: Mapping[UUID, Sequence[Request]]


async def start_check(bench: Bench, claim: Claim) -> str:
    """One look by itself, as an engine makes it that knows of no others; then the next one is planned."""
    ended = await start_checks(bench, [claim])
    if claim.id in ended:
        return ended[claim.id]
    async with bench.database.unit() as unit:
        meeting = await find.meeting(unit.session, meeting_id(claim), lock=True)
        if meeting is not None:
            await meetings.watch_for_start(unit, meeting, unit.now + bench.office.start_poll)
    return "not_yet"


async def start_checks(bench: Bench, claims: Sequence[Claim]) -> Mapping[int, str]:
    """Look for each meeting; those that need no further look, with why. Trouble with one look is no reason
    to stop looking: the next one comes at the usual pace."""
    known = await _known(bench, [wanted for claim in claims if (wanted := _meeting_of(claim))])
    outcomes = await asyncio.gather(*(_look(bench, known, claim) for claim in claims))
    found = zip(claims, outcomes, strict=True)
    return {claim.id: outcome for claim, outcome in found if outcome is not None}


def _meeting_of(claim: Claim) -> UUID | None:
    """None where the row names no meeting: one that cannot be read keeps no other from being looked for."""
    try:
        return meeting_id(claim)
    except (KeyError, ValueError):
        return None


async def _known(bench: Bench, wanted: Sequence[UUID]) -> _Known:
    async with bench.database.unit() as unit:
        rows = await find.meetings(unit.session, wanted)
        requests = await find.requests_of_many(unit.session, wanted)
        return _Known(rows, await blocks.running_of(unit.session, wanted), requests)


async def _look(bench: Bench, known: _Known, claim: Claim) -> str | None:
    wanted = _meeting_of(claim)
    if wanted is None:
        return "gone"
    meeting, requests = known.meetings.get(wanted), known.requests.get(wanted, ())
    if meeting is None or not meeting.app_installed or meeting.state == "cancelled":
        return "gone"
    if wanted in known.running:
        return "runs_already"
    if not _worth_looking_for(bench, meeting, requests):
        return "window_over"
    looked_at = bench.clock.now()  # what Teams saw then may have ended before its answer was here
    number = int(claim.args.get("round", 1)) - 1
    # Looks come last of all. One that came to nothing may have been crowded out by cards, and so may the next:
    # it goes before them, or a meeting that runs unheard is not told within the minute.
    level = Urgency.LATECOMER if claim.args.get("again") else current()
    try:
        with urgency(level):
            async with asyncio.timeout(LONGEST_LOOK):
                there = await _somebody_is_there(bench, meeting, requests, number)
    except Exception as error:
        log.warning("start_check_failed", error=type(error).__name__)
        await _look_again(bench, claim, wanted)
        return None
    try:
        if there:
            return await _begin(bench, meeting, looked_at)
        if claim.args.get("again"):
            await _look_as_usual(bench, wanted)
        return None
    except Exception as error:  # the next look finds it again
        log.error("start_not_entered", error=type(error).__name__)
        return None


async def _look_again(bench: Bench, claim: Claim, wanted: UUID) -> None:
    """Teams did not say: once the next look comes soon, so that one lost answer does not cost a whole round
    (B20). When that has none either the usual pace is enough; until one is answered they are urgent."""
    if claim.args.get("again"):
        return
    due_at = bench.clock.now() + min(SOON, bench.office.start_poll)
    args = {"meeting_id": str(wanted), "again": "1"}
    async with bench.database.unit() as unit:
        await unit.effects.schedule(effects.START_CHECK, str(wanted), args=args, due_at=due_at)


async def _look_as_usual(bench: Bench, wanted: UUID) -> None:
    """Teams has answered, and nobody is there."""
    args, due_at = {"meeting_id": str(wanted)}, bench.clock.now() + bench.office.start_poll
    async with bench.database.unit() as unit:
        await unit.effects.schedule(effects.START_CHECK, str(wanted), args=args, due_at=due_at)


async def _begin(bench: Bench, meeting: Meeting, looked_at: datetime) -> str:
    async with bench.database.unit() as unit:
        found = await find.meeting(unit.session, meeting.id, lock=True)
        if found is None or await find.running_occurrence(unit.session, meeting.id):
            return "runs_already"
        await meetings.begin_occurrence(bench.office, unit, found, looked_at, "clock")
    return "started"


def _worth_looking_for(bench: Bench, meeting: Meeting, requests: Sequence[Request]) -> bool:
    """Around the meeting's time; in a series, whose next time nobody tells, while a wish waits."""
    if showing.repeats(meeting):
        waiting = [r for r in requests if r.state in (*find.OPEN_STATES, "granted")]
        return any(r.state != "granted" or r.used_at is None for r in waiting)
    latest = meeting.ends_at or (meeting.starts_at or meeting.created_at) + NO_END_KNOWN
    return bench.clock.now() <= latest + meetings.AFTER_END


async def _somebody_is_there(
    bench: Bench, meeting: Meeting, requests: Sequence[Request], number: int
) -> bool:
    """Ask Teams for the organizer first, then for others who can be asked for by id. ``number`` counts the
    looks from 0."""
    if not (meeting.service_url and meeting.teams_meeting_id):
        return False
    asked = [meeting.organizer_oid, *(request.caseworker_oid for request in requests)]
    for oid in dict.fromkeys(oid for oid in asked if oid):
        if await _is_in(bench, meeting, oid):
            return True
    if number % EVERYBODY_EVERY and bench.office.start_poll <= SELDOM:
        return False
    members = await bench.outside.meetings.roster(meeting.service_url, meeting.chat_id or "")
    others = [m.oid for m in members if m.oid and m.oid not in asked]
    turn = turn_of(others, number // EVERYBODY_EVERY)
    return True in await asyncio.gather(*(_is_in(bench, meeting, oid) for oid in turn))


def turn_of(others: Sequence[str], number: int) -> list[str]:
    """Whose turn it is the ``number``-th time (from 0) that more than the likely ones are asked for."""
    first = number * MOST_ASKED % len(others) if others else 0
    return [*others[first:], *others[:first]][:MOST_ASKED]


async def _is_in(bench: Bench, meeting: Meeting, oid: str) -> bool | None:
    service, teams_id = meeting.service_url or "", meeting.teams_meeting_id or ""
    return await bench.outside.meetings.in_meeting(service, teams_id, oid)
