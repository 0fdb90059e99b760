"""Jobs for the employee during and after a meeting: the guide, the prompts, the own recording."""

from __future__ import annotations

from uuid import UUID

from casework import showing
from casework.afterwards import tasks
from casework.jobs import looking, preparing
from casework.jobs.loading import request_id
from casework.jobs.posting import show_if_reachable, stands_for
from casework.meeting import guiding, holders, own_recording, recorder, telling
from casework.office import Bench
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Meeting, Occurrence


@rule("C13", "C16", surface="card", later="panel")
async def guide_card(bench: Bench, claim: Claim) -> str:
    """*Under mødet*, once per meeting and to its employees only, when the meeting is recorded (C13). The
    card that prepared them becomes it: there is one card to look for."""
    async with bench.database.unit() as unit:
        occurrence = await unit.session.get(Occurrence, UUID(claim.args["occurrence_id"]))
        meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
        if occurrence is None or meeting is None or occurrence.ended_at:
            return "over"
        holds = await telling.now_holding(bench.office, unit, meeting, occurrence)
        profile = guiding.profile_for(bench.office, holds.requests)
        if not holds or not guiding.sends_guide(profile):
            return "nothing_to_guide"
        owners = await holders.tellers(unit, meeting, occurrence)
        purposes = {oid: _purpose(meeting, occurrence, oid) for oid in owners}
        fresh = [oid for oid in owners if not await _stands(unit, purposes[oid])]
        shown = {oid: await guiding.guide(bench.office, unit, meeting, oid) for oid in fresh}
        before = await preparing.shown_before(unit, meeting)
    for oid, view in shown.items():
        place = before.get(oid, purposes[oid])
        if await show_if_reachable(bench, place, oid, view) and oid in before:
            await stands_for(bench, place, purposes[oid])
    return "shown" if shown else "shown_before"


def _purpose(meeting: Meeting, occurrence: Occurrence, oid: str) -> str:
    """One card per meeting; of a series one per day it is held."""
    day = f":{occurrence.started_at:%Y%m%d}" if showing.repeats(meeting) else ""
    return f"guide:{meeting.id}{day}:{oid}"


async def _stands(unit: Unit, purpose: str) -> bool:
    card = await find.card(unit.session, purpose)
    return card is not None and card.activity_id is not None


@rule("C12", surface="card")
async def away_card(bench: Bench, claim: Claim) -> str:
    """Who records has left and the meeting goes on: the recording is to stop meanwhile (C12)."""
    async with bench.database.unit() as unit:
        occurrence = await unit.session.get(Occurrence, UUID(claim.args["occurrence_id"]))
        meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
        if occurrence is None or meeting is None or occurrence.ended_at:
            return "over"
        holds = await telling.now_holding(bench.office, unit, meeting, occurrence)
        if not holds:
            return "nobody_records"
        asked = await recorder.known_oids(bench.office, unit, meeting, occurrence)
    if await looking.is_there(bench, meeting, asked):
        return "back_again"
    async with bench.database.unit() as unit:
        locked = await find.meeting(unit.session, meeting.id, lock=True)
        if locked is None:
            return "over"
        noted = await recorder.note_away(unit, locked, occurrence)
        if holds.paused:
            return "paused_already"
        owners = await holders.tellers(unit, meeting, occurrence)
        view = await guiding.situation(bench.office, unit, meeting, "recorder_left", prompt=True)
    # Each time they leave is a card of its own, for nobody is told of one that only changes.
    for oid in owners:
        await show_if_reachable(bench, f"away:{occurrence.id}:{noted.id}:{oid}", oid, view)
    return "shown"


@rule("A15", surface="card")
async def own_card(bench: Bench, claim: Claim) -> str:
    """The steps of the municipality's own recording, by itself only where the guideline asks for it."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None:
            return "gone"
        own = await own_recording.of_request(unit, request)
        profile = bench.office.profile_of(request)
        required = own_recording.applies(profile, request) and own_recording.required(profile)
        if own is None and not required:  # what is only possible is a button on the case card
            return "not_here"
        view = await own_recording.card(bench.office, unit, request)
        owner = holders.owner_of(request)
    if owner:
        await show_if_reachable(bench, f"own:{request.id}:{owner}", owner, view)
    return "shown"


@rule("A15", surface="card")
async def own_delete(bench: Bench, claim: Claim) -> str:
    """The day has come on which the municipality's own recording is to be deleted."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim), lock=True)
        own = await own_recording.of_request(unit, request) if request else None
        if request is None or own is None or own.deleted_at or own.not_made:
            return "not_needed"
        await tasks.give_task(unit, request, "own_recording_delete", own.owner_oid, again=True)
    return "reminded"
