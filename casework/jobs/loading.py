"""What several jobs on a request, or in a running meeting, begin with."""

from __future__ import annotations

from uuid import UUID

import structlog

from casework import showing
from casework.office import Bench
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Meeting, Occurrence, Request

log = structlog.get_logger()


def request_id(claim: Claim) -> UUID:
    """The request a job is about."""
    return UUID(claim.args["request_id"])


async def load(bench: Bench, found: UUID) -> tuple[Request, Meeting] | None:
    """The request and its meeting as they stand now."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found)
        return (request, await showing.the_meeting(unit, request)) if request else None


def occurrence_id(claim: Claim) -> UUID:
    """The occurrence a job is about."""
    return UUID(claim.args["occurrence_id"])


async def running_of(bench: Bench, claim: Claim) -> tuple[Occurrence, Meeting] | None:
    """The occurrence and its meeting, while it runs."""
    async with bench.database.unit() as unit:
        return await running_in(unit, claim)


async def running_in(unit: Unit, claim: Claim) -> tuple[Occurrence, Meeting] | None:
    """As ``running_of``, in a unit that goes on."""
    occurrence = await unit.session.get(Occurrence, occurrence_id(claim))
    meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
    if occurrence is None or meeting is None or occurrence.ended_at:
        return None
    return occurrence, meeting


async def learn_names(bench: Bench, *oids: str | None) -> None:
    """Ask the directory for the names that Teams has not told. Trouble leaves them unknown."""
    for oid in dict.fromkeys(o for o in oids if o):
        async with bench.database.unit() as unit:
            if await showing.name_of(unit, oid):
                continue
        try:
            person = await bench.outside.directory.person(oid)
        except Exception as error:
            log.warning("name_not_learnt", error=type(error).__name__)
            continue
        if person and person.name:
            async with bench.database.unit() as unit:
                await showing.learn_name(unit, oid, person.name)
