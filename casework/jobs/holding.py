"""Holding recording in Teams off: read the switches, put back what stands on, read again."""

from __future__ import annotations

from typing import NamedTuple

import structlog

from casework import effects, showing
from casework.meeting import cadence, watching
from casework.office import Bench
from casework.ports import Switches, is_outside
from guidelines.meeting import ON_AGAIN, Block, block_state, cameras_off, is_asked_about
from store import find
from store.database import Unit
from store.tables import Meeting

log = structlog.get_logger()

NO_ANSWER = "no_answer"


class Held(NamedTuple):
    """The switches as they were found and as they were left; None where nothing was read.

    ``cameras`` is what the profile wants of the attendees' cameras: False off, True given back,
    None untouched. ``trouble`` is what kept Graph from answering.
    """

    found: Switches | None
    left: Switches | None
    was: Block
    now: Block
    cameras: bool | None = None
    trouble: Exception | None = None
    changed: bool = False  # Graph was asked to switch off, and read back


class _Around(NamedTuple):
    running: bool
    cameras_off: bool


def governed(bench: Bench, meeting: Meeting) -> bool:
    """Whether Graph can be asked about it: a known meeting of somebody in our own tenant."""
    ours = meeting.organizer_tenant == bench.office.tenant_id
    return ours and bool(meeting.organizer_oid and meeting.graph_id)


async def hold(bench: Bench, meeting: Meeting, *, insist: bool = False) -> Held:
    """Read the switches; where one stands on, or on a signal (``insist``), switch off and read back.

    Trouble outside is no fault here: what was read before it, and that nothing was read after it, is
    the answer.
    """
    if not governed(bench, meeting):
        block = judge(bench, meeting, None)
        return Held(None, None, block, block)
    around = await _look_around(bench, meeting)
    organizer, graph_id = meeting.organizer_oid or "", meeting.graph_id or ""
    silent = judge(bench, meeting, None, NO_ANSWER)
    found, was, cameras = None, silent, None
    try:
        found = await bench.outside.meetings.switches(organizer, graph_id)
        was = judge(bench, meeting, found, running=around.running)
        cameras = _cameras(meeting, found, off=around.cameras_off)
        if found.outcome != "read" or not (insist or was.state != "held" or cameras is not None):
            return Held(found, found, was, was, cameras)
        left = await bench.outside.meetings.switch_off(
            organizer,
            graph_id,
            keep_transcription=bench.office.profile.keep_transcription,
            attendee_cameras=cameras,
        )
    except Exception as error:
        if not is_outside(error):
            raise
        log.warning("switches_no_answer", error=type(error).__name__)
        return Held(found, None, was, silent, cameras, error)
    now = judge(bench, meeting, left, insisted=True, running=around.running)
    return Held(found, left, was, now, cameras, changed=True)


async def _look_around(bench: Bench, meeting: Meeting) -> _Around:
    async with bench.database.unit() as unit:
        running = await find.running_occurrence(unit.session, meeting.id)
        counted = await showing.concerning(unit, meeting)
    granted = any(request.state == "granted" for request in counted)
    profile = bench.office.profile_for(counted)
    return _Around(running is not None, cameras_off(profile, granted=granted))


def _cameras(meeting: Meeting, found: Switches, *, off: bool) -> bool | None:
    """What is to be asked of the cameras; only what was switched off here is given back."""
    if off:
        return False if found.attendee_cameras is not False else None
    ours = meeting.cameras != "untouched"
    return True if ours and found.attendee_cameras is False else None


def judge(
    bench: Bench,
    meeting: Meeting,
    switches: Switches | None,
    otherwise: str = "meeting_unknown",
    *,
    insisted: bool = False,
    running: bool = False,
) -> Block:
    """What may be said of the block after reading; ``otherwise`` is why nothing was read."""
    known_tenant = meeting.organizer_tenant
    return block_state(
        outcome=switches.outcome if switches else otherwise,
        allow_recording=switches.allow_recording if switches else None,
        allow_transcription=switches.allow_transcription if switches else None,
        record_automatically=switches.record_automatically if switches else None,
        organizer_ours=known_tenant is None or known_tenant == bench.office.tenant_id,
        teams_type=meeting.teams_type or "Scheduled",
        keep_transcription=bench.office.profile.keep_transcription,
        known_before=meeting.block_read_at is not None,
        insisted=insisted,
        running=running,
    )


async def enter(unit: Unit, meeting: Meeting, held: Held) -> bool:
    """What was read goes into the block and the journal; True when people are shown something new."""
    await _enter_put_back(unit, meeting, held)
    await _enter_on_warnings(unit, meeting, held)
    changed = await _enter_cameras(unit, meeting, held)
    return await enter_block(unit, meeting, held.left, held.now, changed=changed)


async def _enter_put_back(unit: Unit, meeting: Meeting, held: Held) -> None:
    """Somebody had switched it on after it was held, and it is off again: told, and counted."""
    if not (held.was.reason in ON_AGAIN and held.now.state == "held" and meeting.held_at):
        return
    last, repeats = meeting.put_back_at, showing.repeats(meeting)
    if repeats and last and unit.now - last > cadence.ONE_MEETING:
        meeting.put_back = 0  # that was another time of the series
    meeting.put_back += 1
    meeting.put_back_at = unit.now
    await unit.session.flush()
    facts = {"outcome": held.now.state}
    await unit.journal.write(meeting.id, "switch_put_back", actor="system", facts=facts)
    asked = is_asked_about(meeting.put_back)
    await effects.tell_put_back(unit, meeting, what=_which(held.found), ask=asked)


def _which(found: Switches | None) -> str:
    """Which switch stood on: transcription alone is no recording."""
    if not recording_on(found):
        return "transcription"
    return "both" if found and found.allow_transcription else "recording"


async def _enter_on_warnings(unit: Unit, meeting: Meeting, held: Held) -> None:
    """Whichever occasion read it: where this call was recorded, its warnings and its course say what
    was found and what was left. An answer that never came says nothing."""
    if held.now.reason != NO_ANSWER:
        on = recording_on(held.found)
        switch = _on_the_warning(held.left)
        await watching.note_switch(unit, meeting, switch, was_on=on, changed=held.changed)


def recording_on(switches: Switches | None) -> bool:
    """Whether somebody may record, or Teams does by itself; transcription alone is no recording."""
    return switches is not None and bool(switches.allow_recording or switches.record_automatically)


def _on_the_warning(switches: Switches | None) -> str:
    if switches is None or switches.outcome != "read" or switches.allow_recording is None:
        return "unverifiable"
    return "still_on" if recording_on(switches) else "off_again"


async def _enter_cameras(unit: Unit, meeting: Meeting, held: Held) -> bool:
    """What is known of the attendees' cameras, when the profile has a say in them."""
    before = meeting.cameras
    allowed = held.left.attendee_cameras if held.left and held.left.outcome == "read" else None
    if held.cameras is False:
        meeting.cameras = "off" if allowed is False else "unverifiable"
    elif held.cameras is True and allowed is True:
        meeting.cameras = "untouched"
    if meeting.cameras == before:
        return False
    await unit.session.flush()
    facts = {"state": meeting.cameras}
    await unit.journal.write(meeting.id, "cameras_read", actor="system", facts=facts)
    return True


async def enter_block(
    unit: Unit,
    meeting: Meeting,
    switches: Switches | None,
    block: Block,
    *,
    changed: bool = False,
) -> bool:
    """Enter what was read; True when it changed something that people are shown (``changed``: as
    something else did)."""
    news = (meeting.block_state, meeting.block_reason) != (block.state, block.reason)
    meeting.block_state, meeting.block_reason = block.state, block.reason
    meeting.block_asked_at = unit.now
    if switches is not None and switches.outcome == "read":
        meeting.block_read_at = unit.now
        meeting.dial_in = switches.dial_in
    if block.state == "held":
        meeting.held_at = unit.now
    await unit.session.flush()
    if news:
        facts = {"state": block.state, "reason": block.reason}
        await unit.journal.write(meeting.id, "block_read", actor="system", facts=facts)
    if news or changed:
        await effects.refresh_status(unit, meeting)
        for request in await find.requests_of(unit.session, meeting.id):
            await effects.refresh_case(unit, request)
    return news or changed
