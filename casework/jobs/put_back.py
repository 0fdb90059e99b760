"""Jobs after a switch was put back: the organizer is told each time, and people are asked now and then."""

from __future__ import annotations

import re
from typing import Literal, cast

from casework import showing
from casework.afterwards import tasks
from casework.jobs.meeting import load, meeting_id
from casework.jobs.posting import chat_with, show
from casework.meeting import cadence
from casework.meeting.recording_now import looked_for
from casework.office import Bench
from casework.ports import NotReachable
from guidelines.meeting import ASKED_AFTER
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Meeting
from texts import views


async def put_back_card(bench: Bench, claim: Claim) -> str:
    """One card for the organizer, changed each time; a new one when people have been asked, and when the
    last one is from another day: what changes far up in a chat nobody sees."""
    meeting = await load(bench, meeting_id(claim))
    if meeting is None or meeting.put_back_at is None or not meeting.organizer_oid:
        return "gone"
    async with bench.database.unit() as unit:
        if await looked_for(unit, meeting):
            return "told_by_the_warning"  # which says that the switch is off again, too
        view = views.PutBack(
            meeting=await showing.meeting_line(unit, meeting),
            times=meeting.put_back,
            at=meeting.put_back_at,
            asked=meeting.put_back >= ASKED_AFTER,
            what=cast(
                Literal["recording", "transcription", "both"], claim.args.get("what", "recording")
            ),
        )
        purpose = await _purpose(unit, f"put_back:{meeting.id}" + (":asked" if view.asked else ""))
    try:
        await show(bench, purpose, await chat_with(bench, meeting.organizer_oid), view)
    except NotReachable:
        return "not_reachable"
    return "shown"


async def _purpose(unit: Unit, purpose: str) -> str:
    """The card that is changed, or the next one's name when that is too old."""
    series = re.compile(re.escape(purpose) + r"(:\d+)?")
    cards = [c for c in await find.cards_like(unit.session, purpose) if series.fullmatch(c.purpose)]
    for card in cards:
        at = card.posted_at or card.claimed_at or unit.now
        if unit.now - at < cadence.ONE_MEETING:
            return card.purpose
    return f"{purpose}:{len(cards)}" if cards else purpose


async def ask_put_back(bench: Bench, claim: Claim) -> str:
    """It keeps being switched on: organizer and leader each get a task, and a person talks to one."""
    meeting = await load(bench, meeting_id(claim))
    if meeting is None or not meeting.organizer_oid:
        return "gone"
    async with bench.database.unit() as unit:
        await tasks.give_meeting_task(unit, meeting, "keep_switched_off", meeting.organizer_oid)
    leader = await _leader(bench, meeting)
    if leader:
        async with bench.database.unit() as unit:
            await tasks.give_meeting_task(unit, meeting, "switch_reopened", leader)
    return "asked"


async def _leader(bench: Bench, meeting: Meeting) -> str | None:
    """Who leads the organizer: the unit's approver, else the directory's manager."""
    organizer = meeting.organizer_oid or ""
    unit = bench.office.departments.department_of(organizer)
    if unit and unit.approver_oid and unit.approver_oid != organizer:
        return unit.approver_oid
    manager = await bench.outside.directory.manager_of(organizer)
    return manager.oid if manager and manager.enabled else None
