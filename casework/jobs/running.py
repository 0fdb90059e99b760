"""Jobs while a meeting runs: announce, tell latecomers, look who is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import cast

import structlog
from sqlalchemy import select

from casework import commands, doubled, effects, showing
from casework.asking import companions
from casework.doubled import short
from casework.jobs import emptied, left_behind, looking, other_ways, scripting
from casework.jobs.announcing import announcement, pause, purpose_of, revocation
from casework.jobs.loading import occurrence_id, running_in, running_of
from casework.jobs.notifying import ask_to_read_aloud, notify, tell_by_voice
from casework.jobs.posting import chat_of_meeting, post_once, show_if_reachable
from casework.meeting import (
    calls,
    channels,
    holders,
    leaving,
    meetings,
    note_takers,
    telling,
    without_chat,
)
from casework.office import Bench
from casework.ports import NotReachable, Uncertain, is_final
from casework.versions import profile_here
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.jobs import Again, Claim
from store.tables import Effect, Meeting, Occurrence, Request
from store.urgency import Urgency, current, urgency

log = structlog.get_logger()

JUST_NOW = timedelta(minutes=1)
OVERTIME = timedelta(minutes=15)


@rule("B20", surface="chat")
async def announce(bench: Bench, claim: Claim) -> str:
    """Tell the meeting what holds now (B20): the card in the chat. Who was there to see it, and everybody
    one by one, is the roll call's, so that the next meeting's announcement does not wait for it.

    Whatever stands in the way, the employee gets the text to read aloud without delay. What the chat does
    not take is told in the other ways too (``other_ways``).
    """
    found, due = None, None
    try:
        async with bench.database.unit() as unit:
            found = await running_in(unit, claim)
            due = (
                await _due(bench, unit, *found, first=claim.claims == 1)
                if found and found[1].chat_id
                else None
            )
        if found and due:
            return await _post_what_holds(bench, *found, due)
    except Again:  # it may have been posted: that is seen within seconds
        raise
    except Exception as error:
        if found is None or found[1].chat_id is None:
            raise
        closed = is_final(error) or isinstance(error, NotReachable)
        if closed or claim.claims > 1:
            await _list_who_is_there(bench, *found)
            await tell_by_voice(bench, found[0])
        if closed:
            await other_ways.leave_to_them(bench, found[0])
            return _left_to_a_person(due.holds if due else telling.Holds(()))
        raise
    if found is None:
        return await left_behind.enter(bench, claim)
    if found[1].chat_id is None:  # outside Teams a person says it, led by the script
        return await scripting.script_card(bench, claim)
    return "nothing_to_tell"


def _left_to_a_person(holds: telling.Holds) -> str:
    """How an announcement ends whose chat is closed: of what, so that it is not tried again at every look."""
    return f"told_by_voice:{short(holds.content)}"


@dataclass(frozen=True)
class _Due:
    """What is to be told now. ``fresh``: as a telling of its own; ``number``: the telling it is in any
    case. ``given_up``: the purpose of a card that was, since the last."""

    holds: telling.Holds
    recorder: str
    fresh: bool
    number: int
    given_up: str
    seen_by: datetime


async def _due(
    bench: Bench, unit: Unit, occurrence: Occurrence, meeting: Meeting, *, first: bool
) -> _Due | None:
    """None: nothing holds, and nobody was told of anything. ``first``: nobody can have posted it before, so
    that whoever stands on the ledger now was there before it."""
    holds = await telling.now_holding(bench.office, unit, meeting, occurrence)
    given_up = await doubled.left_open(unit, occurrence)
    if not holds.content and occurrence.announced_for is None and not given_up:
        return None
    fresh = bool(given_up) or not telling.tells_what_holds(occurrence, holds)
    return _Due(
        holds,
        await showing.recorders(unit, list(holds.requests)),
        fresh,
        occurrence.tellings + 1 if fresh else occurrence.tellings,
        given_up,
        unit.now if fresh and first else telling.seen_by(unit, occurrence),
    )


async def _post_what_holds(
    bench: Bench, occurrence: Occurrence, meeting: Meeting, due: _Due
) -> str:
    """Post the card of what holds now, once per telling, and have the roll called; how that ended."""
    holds, number = due.holds, due.number
    purpose = purpose_of(occurrence, number, holds)
    if purpose == due.given_up:  # more of the same would only fill the chat
        raise Uncertain("given up")
    if holds.what == "paused":
        view = pause()
    elif holds.content:
        view = announcement(bench, due.recorder, holds)
    else:
        view = revocation(bench, holds)
    card = await post_once(bench, purpose, chat_of_meeting(meeting), view, alert=True)
    async with bench.database.unit() as unit:
        if due.fresh:
            running = await unit.session.get_one(
                Occurrence, occurrence.id, with_for_update=True, populate_existing=True
            )
            told_otherwise = await telling.is_told(unit, running, holds)  # while it was posted
            if not told_otherwise:
                locked = [
                    await unit.session.get_one(Request, r.id, with_for_update=True)
                    for r in holds.requests
                ]
                told = replace(holds, requests=tuple(locked))
                await telling.enter_telling(bench.office, unit, running, told)
            number = running.tellings
            await effects.refresh_status(unit, meeting)
        await effects.call_roll(unit, occurrence.id, telling=number, card=card, seen_by=due.seen_by)
    return "announced"


@rule("B20", surface="chat")
async def roll_call(bench: Bench, claim: Claim) -> str:
    """After an announcement: who was there to see the card, each person in the meeting, then the phone.

    Where nobody can say who is there, the employee gets the text to read aloud to all.
    """
    found = await running_of(bench, claim)
    if found is None:
        return "over"
    occurrence, meeting = found
    card, seen_by = claim.args["card"], datetime.fromisoformat(claim.args["seen_by"])
    try:
        people = await _present(bench, meeting, set())
        unlisted = await _perhaps_there(bench, occurrence, meeting, people)
    except Exception as error:
        if is_final(error) or claim.claims > 1:
            await tell_by_voice(bench, occurrence)
        raise
    async with bench.database.unit() as unit:
        await note_takers.notice(bench.office, unit, meeting, occurrence, people)
        if not await telling.is_last_told(unit, occurrence, claim.args["telling"]):
            return "told_anew"  # the announcement of that has a roll call of its own
        seen = await telling.put_on_ledger(bench.office, unit, occurrence, people)
        await leaving.note_gone(unit, occurrence, people, unlisted)
        await telling.put_phone_on_ledger(unit, occurrence, meeting)
        await companions.put_companions_on_ledger(unit, occurrence, meeting)
        profile = await profile_here(bench.office, unit, meeting)
        posted = (await unit.session.get_one(Occurrence, occurrence.id)).announced_at
        just_now = posted is not None and unit.now - posted <= JUST_NOW
        # Who is found when the card has stood there for a while came after it, and gets one of their own.
        fresh = {row.id for row in seen} if just_now else set()
        for row in await find.ledger(unit.session, occurrence.id, lock=True):
            there = row.id in fresh or row.created_at <= seen_by
            if row.channel not in telling.AWAY and there and row.oid not in unlisted:
                channels.enter(profile, unit, row, channels.CHAT, card)
        await effects.show_ledger(unit, str(occurrence.id))
    await notify(bench, occurrence, meeting, ("none", "posted"))
    async with bench.database.unit() as unit:
        running = await unit.session.get_one(Occurrence, occurrence.id)
        await calls.want_voice(bench.office, unit, running, meeting, fresh=True)
        await calls.say_stop(bench.office, unit, running, meeting)
    return "called"


async def _list_who_is_there(bench: Bench, occurrence: Occurrence, meeting: Meeting) -> None:
    """Whoever is to be read to stands on the list, as far as Teams tells who that is."""
    if not meeting.app_installed:
        return
    try:
        with urgency(Urgency.LATECOMER):  # the next meeting's announcement comes before it
            people = await _present(bench, meeting, set())
    except Exception as error:
        log.warning("listing_failed", error=type(error).__name__)
        return
    async with bench.database.unit() as unit:
        await note_takers.notice(bench.office, unit, meeting, occurrence, people)
        await telling.put_on_ledger(bench.office, unit, occurrence, people)


async def _present(bench: Bench, meeting: Meeting, known: set[str]) -> list[commands.Actor]:
    """Who may be hearing the meeting. Roster is not presence: who can be asked for is asked for,
    and only who is known to be outside is left out."""
    roster = await bench.outside.meetings.roster(meeting.service_url or "", meeting.chat_id or "")
    fresh = [m for m in roster if m.mri not in known]
    outside = await looking.known_outside(bench, meeting, [m.oid for m in fresh if m.oid])
    return [
        commands.Actor(m.mri, m.oid, m.name, cast(commands.Kind, m.kind))
        for m in fresh
        if m.oid is None or m.oid not in outside
    ]


async def _perhaps_there(
    bench: Bench, occurrence: Occurrence, meeting: Meeting, people: Sequence[commands.Actor]
) -> set[str]:
    """Who stands on the ledger by an id and is not among ``people``, for the chat does not name them any
    more, and of whom Teams does not say that they are outside. They do not see the card in the chat."""
    here = {person.oid for person in people}
    async with bench.database.unit() as unit:
        rows = await find.ledger(unit.session, occurrence.id)
    absent = {r.oid for r in rows if r.oid and r.oid not in here and r.channel != telling.GONE}
    return absent - await looking.known_outside(bench, meeting, sorted(absent))


async def look_around(bench: Bench, claim: Claim) -> str:
    """Look who has come, or come back, without an event, and whether the meeting has ended without one.

    While the app is out of the meeting nobody can be looked for; the clock alone ends it then. Where two
    looks in a row find nobody the call is over, so that the next one is told for itself.
    """
    found = await running_of(bench, claim)
    if found is None:
        return "over"
    occurrence, meeting = found
    people: list[commands.Actor] = []
    trouble: Exception | None = None
    late = bench.clock.now() > _latest_end(occurrence, meeting)
    empty = emptied.Emptied()
    again = bool(claim.args.get("again"))
    if meeting.app_installed:
        try:
            with urgency(Urgency.LATECOMER if again else current()):
                people = await _newcomers(bench, occurrence, meeting)
            late = late and not await _anybody(bench, meeting)
            empty = await emptied.look(bench, occurrence, meeting, claim.args)
            await looking.look_for_recorder(bench, meeting, occurrence)
        except Exception as error:
            trouble = error
    async with bench.database.unit() as unit:
        locked = await find.meeting(unit.session, meeting.id, lock=True)
        running = await unit.session.get_one(Occurrence, occurrence.id, populate_existing=True)
        if running.ended_at or locked is None:
            return "over"
        if (late or empty.over) and trouble is None:
            since = unit.now if late or empty.since is None else empty.since
            await meetings.end_occurrence(unit, locked, running, since, "clock")
            return "ended"
        await note_takers.notice(bench.office, unit, locked, running, people)
        holds = await telling.now_holding(bench.office, unit, locked, running)
        waits = await without_chat.waits(unit, running, holds)
        fails = not waits and await _fails(unit, running, holds)
        if running.announced_for or waits or fails or await doubled.left_open(unit, running):
            new = await _was_called(unit, running)  # whom the chat named in the beginning is known
            added = await telling.put_on_ledger(bench.office, unit, running, people, seen=new)
            if added:
                await effects.show_ledger(unit, str(running.id))
        if fails or (waits and added):  # whoever came can be shown what nobody there could be
            await without_chat.leave(bench.office, unit, locked, running)
            await ask_to_read_aloud(bench, unit, running, locked)
        elif running.announced_for:
            await telling.tell_late(unit, running, added)
            await calls.want_voice(bench.office, unit, running, locked, fresh=False)
        await _tell_what_is_new(unit, running, holds)
        # What Teams did not say is asked once more soon and before the cards, and a latecomer told in time.
        more = {"again": "1"} if trouble is not None else {}
        until = looking.SOON if trouble is not None and not again else bench.office.start_poll
        await unit.effects.schedule(
            effects.LOOK_AROUND,
            str(occurrence.id),
            args={"occurrence_id": str(occurrence.id), **empty.args, **more},
            due_at=unit.now + min(until, bench.office.start_poll),
        )
    if trouble is not None:
        log.warning("look_around_failed", error=type(trouble).__name__)
    return "looked"


def _latest_end(occurrence: Occurrence, meeting: Meeting) -> datetime:
    """When a meeting in which nobody is seen any more counts as ended."""
    ends_at = meeting.ends_at
    if ends_at is None or showing.repeats(meeting) or ends_at < occurrence.started_at:
        ends_at = occurrence.started_at + timedelta(hours=2)
    return ends_at + OVERTIME


async def _newcomers(
    bench: Bench, occurrence: Occurrence, meeting: Meeting
) -> list[commands.Actor]:
    async with bench.database.unit() as unit:
        rows = await find.ledger(unit.session, occurrence.id)
    # Of a guest without an id nobody can ask whether they are back: Teams or the call tells that.
    known = (row for row in rows if row.channel != telling.GONE or row.oid is None)
    return await _present(bench, meeting, {row.mri for row in known if row.mri})


async def _tell_what_is_new(unit: Unit, running: Occurrence, holds: telling.Holds) -> None:
    """Whatever was granted or withdrawn and not told yet is told now. What was given up in the chat, or
    found it closed, is left to the employee, until something else holds or the app is put in again."""
    given_up = await doubled.left_open(unit, running)
    waits = given_up.endswith(f":{short(holds.content)}") or await _was_closed(unit, running, holds)
    if not waits and not await telling.is_told(unit, running, holds):
        await effects.announce(unit, running.id)


async def _fails(unit: Unit, running: Occurrence, holds: telling.Holds) -> bool:
    """Whether the chat has put off what holds now, and nobody was told of it. It is tried on; but each
    look has it tried from the beginning, so that the other ways cannot wait until every try has failed."""
    if holds.what == "paused" or await telling.is_told(unit, running, holds):
        return False
    query = select(Effect.outcome).where(
        Effect.kind == effects.ANNOUNCE, Effect.key == str(running.id), Effect.done_at.is_(None)
    )
    return await unit.session.scalar(query) is not None


async def _was_called(unit: Unit, running: Occurrence) -> bool:
    """Whether the roll of this call has been called."""
    query = select(Effect.outcome).where(
        Effect.kind == effects.ROLL_CALL, Effect.key == str(running.id), Effect.done_at.is_not(None)
    )
    return await unit.session.scalar(query) == "called"


async def _was_closed(unit: Unit, running: Occurrence, holds: telling.Holds) -> bool:
    """Whether the chat was closed to this very announcement when it was tried last."""
    query = select(Effect.outcome).where(
        Effect.kind == effects.ANNOUNCE, Effect.key == str(running.id), Effect.done_at.is_not(None)
    )
    return await unit.session.scalar(query) == _left_to_a_person(holds)


async def _anybody(bench: Bench, meeting: Meeting) -> bool:
    """Whether anybody who can be asked for is still in the call."""
    service, teams_id = meeting.service_url or "", meeting.teams_meeting_id or ""
    for member in await bench.outside.meetings.roster(service, meeting.chat_id or ""):
        if member.oid and await bench.outside.meetings.in_meeting(service, teams_id, member.oid):
            return True
    return False


async def ledger_card(bench: Bench, claim: Claim) -> str:
    """Show the employee who has been told, and what to read aloud."""
    async with bench.database.unit() as unit:
        occurrence = await unit.session.get(Occurrence, occurrence_id(claim))
        meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
        if occurrence is None or meeting is None:
            return "gone"
        if meeting.chat_id is None:
            return await scripting.script_card(bench, claim)
        tellers = await holders.tellers(unit, meeting, occurrence)
        view = await telling.ledger_view(bench.office, unit, occurrence, meeting)
    for oid in tellers:
        await show_if_reachable(bench, f"ledger:{occurrence.id}:{oid}", oid, view)
    return "shown"
