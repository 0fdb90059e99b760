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

from casework import showing
from casework.jobs.meeting import meeting_id
from casework.meeting import meetings
from casework.office import Bench
from store import blocks, find
from store.jobs import Claim
from store.tables import Meeting, Request

log = structlog.get_logger()

MOST_ASKED = 12
EVERYBODY_EVERY = 2
"""Of so many looks one asks for everybody; the others for the organizer and the caseworkers, who are there
nearly always. Every question counts against what Teams lets an app ask."""
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
    known = await _known(bench, [meeting_id(claim) for claim in claims])
    outcomes = await asyncio.gather(*(_look(bench, known, claim) for claim in claims))
    found = zip(claims, outcomes, strict=True)
    return {claim.id: outcome for claim, outcome in found if outcome is not None}


async def _known(bench: Bench, wanted: Sequence[UUID]) -> _Known:
    async with bench.database.unit() as unit:
        rows = await find.meetings(unit.session, wanted)
        requests = await find.requests_of_many(unit.session, wanted)
        return _Known(rows, await blocks.running_of(unit.session, wanted), requests)


async def _look(bench: Bench, known: _Known, claim: Claim) -> str | None:
    wanted = meeting_id(claim)
    everybody = (int(claim.args.get("round", 1)) - 1) % EVERYBODY_EVERY == 0
    meeting, requests = known.meetings.get(wanted), known.requests.get(wanted, ())
    if meeting is None or not meeting.app_installed or meeting.state == "cancelled":
        return "gone"
    if wanted in known.running:
        return "runs_already"
    if not _worth_looking_for(bench, meeting, requests):
        return "window_over"
    looked_at = bench.clock.now()  # what Teams saw then may have ended before its answer was here
    try:
        if await _somebody_is_there(bench, meeting, requests, everybody=everybody):
            return await _begin(bench, meeting, looked_at)
    except Exception as error:
        log.warning("start_check_failed", error=type(error).__name__)
    return None


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
    bench: Bench, meeting: Meeting, requests: Sequence[Request], *, everybody: bool
) -> bool:
    """Ask Teams for the organizer first, then for others who can be asked for by id."""
    if not (meeting.service_url and meeting.teams_meeting_id):
        return False
    asked = [meeting.organizer_oid, *(request.caseworker_oid for request in requests)]
    if await _any_of(bench, meeting, [oid for oid in asked if oid]):
        return True
    if not everybody:
        return False
    members = await bench.outside.meetings.roster(meeting.service_url, meeting.chat_id or "")
    others = [m.oid for m in members if m.oid and m.oid not in asked][:MOST_ASKED]
    return await _any_of(bench, meeting, others)


async def _any_of(bench: Bench, meeting: Meeting, asked: Sequence[str]) -> bool:
    service, teams_id = meeting.service_url or "", meeting.teams_meeting_id or ""
    for oid in dict.fromkeys(asked):
        if await bench.outside.meetings.in_meeting(service, teams_id, oid):
            return True
    return False
