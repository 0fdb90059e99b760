"""The job that warns organizer and leader of recording in Teams (T10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import structlog

from casework.jobs.posting import chat_with, show
from casework.meeting import watching
from casework.office import Bench
from casework.ports import NotReachable, is_final, is_outside
from store import find
from store.jobs import Again, Claim
from store.tables import Incident, Meeting, Request

log = structlog.get_logger()

WAIT = timedelta(minutes=1)


class Round:
    """One round of warning: who was reached, and what went wrong on the way."""

    def __init__(self, bench: Bench, meeting: Meeting, incident: Incident) -> None:
        self.reached: set[str] = set()
        self.trouble: Exception | None = None
        self._bench, self._meeting, self._incident = bench, meeting, incident

    async def tell(self, oid: str) -> None:
        """Show one person the newest warning. What stands in the way stops nobody else's."""
        told = self._meeting.organizer_oid in {oid, *self.reached}
        async with self._bench.database.unit() as unit:
            view = await watching.warning(
                self._bench.office, unit, self._meeting, self._incident, oid, organizer_told=told
            )
        try:
            place = await chat_with(self._bench, oid)
            await show(self._bench, f"warn:{self._incident.id}:{oid}", place, view)
        except NotReachable:
            log.warning("warning_not_delivered", incident=str(self._incident.id))
        except Exception as error:
            self.note(error)
        else:
            self.reached.add(oid)

    def note(self, error: Exception) -> None:
        """Keep what may pass, so that the round is made again; raise what is no trouble outside."""
        if not is_outside(error):
            raise error
        log.warning("warning_failed", incident=str(self._incident.id), error=type(error).__name__)
        if not is_final(error):
            self.trouble = self.trouble or error


async def warn(bench: Bench, claim: Claim) -> str:
    """Organizer and leader are warned, each once, and see the end when it is seen.

    A round in which nobody could be reached is made again.
    """
    async with bench.database.unit() as unit:
        incident = await unit.session.get(Incident, UUID(claim.args["incident_id"]))
        meeting = await find.meeting(unit.session, incident.meeting_id) if incident else None
        if incident is None or meeting is None:
            return "gone"
        requests = await find.requests_of(unit.session, meeting.id)
    round_ = Round(bench, meeting, incident)
    ours = meeting.organizer_tenant in (None, bench.office.tenant_id)
    first = [meeting.organizer_oid] if ours else [r.caseworker_oid for r in requests]
    for oid in dict.fromkeys(oid for oid in first if oid):
        await round_.tell(oid)
    leader = await _leader(bench, round_, meeting.organizer_oid if ours else None, requests)
    if leader and leader not in first:
        await round_.tell(leader)
    if round_.trouble:
        raise round_.trouble
    if not round_.reached:
        raise Again(WAIT * claim.claims, "nobody_reached")
    return "warned"


async def _leader(
    bench: Bench, round_: Round, organizer: str | None, requests: Sequence[Request]
) -> str | None:
    """The approver of the organizer's unit, else of the meeting's wishes, else the manager."""
    unit = bench.office.departments.department_of(organizer) if organizer else None
    named = [unit.approver_oid if unit else None, *(r.approver_oid for r in requests)]
    known = next((oid for oid in named if oid and oid != organizer), None)
    if known or not organizer:
        return known
    try:
        manager = await bench.outside.directory.manager_of(organizer)
    except Exception as error:
        round_.note(error)
        return None
    return manager.oid if manager and manager.enabled else None
