"""The job that looks who is in a meeting while it is recorded."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import cast
from uuid import UUID

import structlog

from casework import commands, effects, showing
from casework.meeting import recorded, recording_now
from casework.office import Bench
from casework.ports import Member, is_outside
from store import find
from store.jobs import Claim
from store.tables import Incident, Meeting

log = structlog.get_logger()

PACE = timedelta(minutes=1)
AT_ONCE = 5


async def look(bench: Bench, claim: Claim) -> str:
    """Enter everybody who can be seen, each minute until the recording or the meeting is over."""
    async with bench.database.unit() as unit:
        incident = await unit.session.get(Incident, UUID(claim.args["incident_id"]))
        meeting = await find.meeting(unit.session, incident.meeting_id) if incident else None
    if incident is None or meeting is None or not meeting.app_installed:
        return "gone"
    seen: dict[str, list[commands.Actor]] = {}
    try:
        seen = await _who(bench, meeting)
    except Exception as error:
        if not is_outside(error):
            raise
        log.warning("recorded_no_answer", error=type(error).__name__)
    async with bench.database.unit() as unit:
        found = await unit.session.get_one(Incident, incident.id, populate_existing=True)
        if found.id not in {row.id for row in await recording_now.of_this_call(unit, meeting)}:
            return "over"  # who is there now came to another call
        news = [await recorded.add(unit, found, people, how) for how, people in seen.items()]
        if any(news):
            await effects.warn(unit, found)
        running = await find.running_occurrence(unit.session, meeting.id)
        over = found.ended_at is not None or found.watch_ended_at is not None
        if over or running is None or not showing.counts_as_now(running, unit.now):
            return "over"
        await unit.effects.schedule(
            effects.RECORDED, str(found.id), args=claim.args, due_at=unit.now + PACE
        )
    return "looked"


async def _who(bench: Bench, meeting: Meeting) -> dict[str, list[commands.Actor]]:
    """Who is in the call as Teams says, and who is in the chat and cannot be asked for."""
    service, teams_id = meeting.service_url or "", meeting.teams_meeting_id or ""
    roster = await bench.outside.meetings.roster(service, meeting.chat_id or "")
    gate = asyncio.Semaphore(AT_ONCE)

    async def there(member: Member) -> bool | None:
        if member.oid is None or not teams_id:
            return None
        async with gate:
            return await bench.outside.meetings.in_meeting(service, teams_id, member.oid)

    answers = await asyncio.gather(*(there(member) for member in roster))
    seen: dict[str, list[commands.Actor]] = {recorded.IN_CALL: [], recorded.ROSTER: []}
    for member, answer in zip(roster, answers, strict=True):
        if answer is not False:
            how = recorded.IN_CALL if answer else recorded.ROSTER
            kind = cast(commands.Kind, member.kind)
            seen[how].append(commands.Actor(member.mri, member.oid, member.name, kind))
    return seen
