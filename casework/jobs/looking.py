"""Looks whether people are still in the meeting, and whoever records: the leave event may never come (B20, C12)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import structlog

from casework import effects
from casework.meeting import breaks, recorder
from casework.office import Bench
from casework.ports import is_outside
from guidelines.rules import rule
from store import find
from store.tables import Meeting, Occurrence

log = structlog.get_logger()

AT_ONCE = 5
SOON = timedelta(seconds=5)
"""After so long a look that Teams did not answer is made once more, lest one lost answer cost a round (B20)."""


async def is_there(bench: Bench, meeting: Meeting, asked: Sequence[str]) -> bool | None:
    """Whether one of them is in the call; None when nobody can be asked for, or Teams cannot tell."""
    found: list[bool | None] = []
    service, teams_id = meeting.service_url or "", meeting.teams_meeting_id or ""
    if not (service and teams_id):
        return None
    for oid in asked:
        try:
            found.append(await bench.outside.meetings.in_meeting(service, teams_id, oid))
        except Exception as error:
            if not is_outside(error):
                raise
            log.warning("recorder_look_failed", error=type(error).__name__)
            return None
    if True in found:
        return True
    return False if False in found else None


async def known_outside(bench: Bench, meeting: Meeting, oids: Sequence[str]) -> set[str]:
    """Who of them is known not to be in the call."""
    service, teams_id = meeting.service_url or "", meeting.teams_meeting_id or ""
    gate = asyncio.Semaphore(AT_ONCE)

    async def is_out(oid: str) -> bool:
        async with gate:
            return await bench.outside.meetings.in_meeting(service, teams_id, oid) is False

    asked = oids if teams_id else ()
    answers = await asyncio.gather(*(is_out(oid) for oid in asked))
    return {oid for oid, out in zip(asked, answers, strict=True) if out}


@rule("C12", surface="card")
async def look_for_recorder(bench: Bench, meeting: Meeting, occurrence: Occurrence) -> None:
    """At every look round: has whoever records left without an event, or come back without one?"""
    if not occurrence.announced_for:
        return
    async with bench.database.unit() as unit:
        asked = await recorder.known_oids(bench.office, unit, meeting, occurrence)
        stands = await breaks.state_of(unit, meeting, occurrence.started_at)
    if not asked:
        return
    there = await is_there(bench, meeting, asked)
    may_go = stands.on is None or stands.on.kind == breaks.LEFT
    async with bench.database.unit() as unit:
        locked = await find.meeting(unit.session, meeting.id, lock=True)
        if locked is None:
            return
        if there is False and stands.away is None and may_go:
            await effects.recorder_away(unit, occurrence.id, unit.now)
        elif there is True and stands.away is not None:
            await recorder.note_back(bench.office, unit, locked, occurrence)
