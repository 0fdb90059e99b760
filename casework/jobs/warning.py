"""The job that warns of recording in Teams (T10): organizer first, then whom the guideline names."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import structlog

from casework import effects
from casework.jobs.informing import Readers, readers
from casework.jobs.posting import chat_with, show
from casework.meeting import course, incidents
from casework.office import Bench
from casework.ports import NotReachable, is_final, is_outside
from guidelines.rules import rule
from guidelines.workdays import next_morning
from store import find
from store.jobs import Again, Claim
from store.tables import Incident, Meeting

log = structlog.get_logger()

WAIT = timedelta(minutes=1)
PASSING = 3  # tries; trouble that lasts longer keeps the warning from nobody else


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
            view = await incidents.warning(
                self._bench.office, unit, self._meeting, self._incident, oid, organizer_told=told
            )
        try:
            place = await chat_with(self._bench, oid)
            await show(self._bench, f"warn:{self._incident.id}:{oid}", place, view)
        except NotReachable:
            log.warning("warning_not_delivered", incident=str(self._incident.id))
            await self._note_not_reached(oid)
        except Exception as error:
            self.note(error)
        else:
            self.reached.add(oid)
            await self._note_told(oid)

    async def _note_told(self, oid: str) -> None:
        """Who has the warning stands in its course, with the time it was delivered."""
        async with self._bench.database.unit() as unit:
            incident = await unit.session.get_one(Incident, self._incident.id)
            await course.once(unit, incident, "warned", oid)
            running = incident.ended_at is None and incident.watch_ended_at is None
            if running and oid == self._meeting.organizer_oid:
                await course.once(unit, incident, "asked_to_stop", oid)

    async def _note_not_reached(self, oid: str) -> None:
        """Whoever could not be told stands in the course, for those who could."""
        async with self._bench.database.unit() as unit:
            incident = await unit.session.get_one(Incident, self._incident.id)
            await course.once(unit, incident, "not_reached", oid)

    def note(self, error: Exception) -> None:
        """Keep what may pass, so that the round is made again; raise what is no trouble outside."""
        if not is_outside(error):
            raise error
        log.warning("warning_failed", incident=str(self._incident.id), error=type(error).__name__)
        if not is_final(error):
            self.trouble = self.trouble or error


@rule("A20", "B29", "C4", surface="card")
async def warn(bench: Bench, claim: Claim) -> str:
    """Each is warned once, on one card that follows what happens, and sees the end when it is seen.

    Where none of them can be reached the next person is told who can; a round in which nobody could be
    reached is made again.
    """
    async with bench.database.unit() as unit:
        incident = await unit.session.get(Incident, UUID(claim.args["incident_id"]))
        meeting = await find.meeting(unit.session, incident.meeting_id) if incident else None
        if incident is None or meeting is None:
            return "gone"
        before = await course.told(unit, incident)
    round_ = Round(bench, meeting, incident)
    ours = meeting.organizer_tenant in (None, bench.office.tenant_id)
    if ours and meeting.organizer_oid:  # whoever can stop it waits for nobody who is looked up
        await round_.tell(meeting.organizer_oid)
    told = await readers(bench, meeting, round_.note)
    await _name_decider(bench, incident, told)
    for oid in told.everybody:
        if oid not in round_.reached and oid != (meeting.organizer_oid if ours else None):
            await round_.tell(oid)
    if not round_.reached and (round_.trouble is None or claim.claims >= PASSING):
        for oid in told.spare:
            if not round_.reached and oid not in told.everybody:
                await round_.tell(oid)
    if round_.trouble:
        raise round_.trouble
    if not round_.reached:
        raise Again(WAIT * claim.claims, "nobody_reached")
    if round_.reached - before:  # those who were told earlier see who else has been
        for oid in sorted(before | round_.reached):
            await round_.tell(oid)
    return "warned"


async def _name_decider(bench: Bench, incident: Incident, told: Readers) -> None:
    """Who decides on the file stands on every card; once named, the same person keeps it."""
    if told.decider is None:
        return
    async with bench.database.unit() as unit:
        found = await unit.session.get_one(Incident, incident.id, with_for_update=True)
        if found.decider_oid is None:
            found.decider_oid = told.decider
            await unit.session.flush()
            await course.once(unit, found, "decides", told.decider)
            if found.file_state:
                await effects.ask_about_file(unit, found)
        incident.decider_oid = found.decider_oid


async def not_warned(bench: Bench, claim: Claim) -> str:
    """The last try failed: whoever was left out stands in the course. While nobody at all knows, it is
    tried again each working morning, and the readiness report counts it."""
    async with bench.database.unit() as unit:
        found = await incidents.of(unit, UUID(claim.args["incident_id"]), lock=True)
        if found is None:
            return "gone"
        incident, meeting = found
        told = await course.told(unit, incident)
        ours = meeting.organizer_tenant in (None, bench.office.tenant_id)
        organizer = meeting.organizer_oid if ours else None
        if organizer and organizer not in told:
            await course.once(unit, incident, "not_reached", organizer)
        if not told:
            due_at = next_morning(unit.now)
            await unit.effects.schedule(
                effects.WARN, str(incident.id), args=dict(claim.args), due_at=due_at
            )
    return "told_some" if told else "told_nobody"
