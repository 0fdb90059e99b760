"""Calls into meetings as rows: what Graph reports of them, how they end, who is asked then (B20)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import effects
from casework.afterwards import tasks
from casework.asking.companions import BY_VOICE, KIND
from casework.call_ports import CallEvent
from casework.meeting import (
    call_states,
    channels,
    holders,
    stopping,
    telling,
    without_chat,
)
from casework.meeting.call_commands import CallReported
from casework.office import Office
from casework.versions import profile_here
from guidelines.announcement import is_informed
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Call, Meeting, Occurrence, Spoken
from texts.voice import Outcome

MOST_TRIES = 3
STAY_EVERY = timedelta(minutes=15)
SOON = timedelta(seconds=1)  # several reports of one roster come together
OVERDUE = timedelta(seconds=5)
"""So long after its time a prompt that was not begun is planned anew: what was to say it failed, and may
wait for minutes before it tries again."""


class UnknownCall(Exception):  # noqa: N818
    """Nobody here made a call that reports to this address."""


@dataclass(frozen=True)
class Place:
    """A call with the occurrence and the meeting it is in; all locked but the meeting."""

    call: Call
    occurrence: Occurrence
    meeting: Meeting


# --- finding ----------------------------------------------------------------------------------


async def live_call(session: AsyncSession, occurrence_id: UUID) -> Call | None:
    """The call into this occurrence that has not ended; locked."""
    query = select(Call).where(Call.occurrence_id == occurrence_id, Call.ended_at.is_(None))
    locked = query.with_for_update().execution_options(populate_existing=True)
    return (await session.scalars(locked)).first()


async def place_of(unit: Unit, call_id: UUID) -> Place | None:
    """The call and where it is."""
    call = await unit.session.get(Call, call_id, with_for_update=True, populate_existing=True)
    if call is None:
        return None
    occurrence = await unit.session.get_one(Occurrence, call.occurrence_id, populate_existing=True)
    return Place(call, occurrence, await unit.session.get_one(Meeting, occurrence.meeting_id))


async def prompts_of(session: AsyncSession, call_id: UUID) -> Sequence[Spoken]:
    """What was spoken into the call, oldest first; locked."""
    query = select(Spoken).where(Spoken.call_id == call_id).order_by(Spoken.asked_at)
    locked = query.with_for_update().execution_options(populate_existing=True)
    return (await session.scalars(locked)).all()


# --- what is due ------------------------------------------------------------------------------


async def look_soon(unit: Unit, call: Call, due_at: datetime | None = None) -> None:
    """Look who is in the call, and what is to be said."""
    args = {"call_id": str(call.id)}
    await unit.effects.schedule(effects.CALL_LOOK, str(call.id), args=args, due_at=due_at)


async def speak_at(unit: Unit, call: Call, due_at: datetime) -> None:
    """Speak then, or earlier when that was planned and is not ``OVERDUE``: those who come meanwhile hear
    the same prompt."""
    planned = call.speak_at
    if planned is not None and unit.now - OVERDUE <= planned <= due_at:
        return
    call.speak_at = due_at
    args = {"call_id": str(call.id)}
    await unit.effects.schedule(effects.CALL_SPEAK, str(call.id), args=args, due_at=due_at)


async def say(unit: Unit, occurrence_id: UUID, outcome: Outcome, pause: str = "") -> bool:
    """Say something once that tells nobody anew, such as that the recording is to pause (C12); False
    when Lydhør is not in the call, so that a person has to say it. ``pause``: only during this break."""
    call = await live_call(unit.session, occurrence_id)
    if call is None or call.state not in call_states.CAN_SPEAK:
        return False
    args = {"call_id": str(call.id), "outcome": outcome, "pause": pause}
    await unit.effects.schedule(effects.CALL_SPEAK, f"{call.id}:{outcome}", args=args)
    return True


@rule("C12", surface="script")
async def say_stop(office: Office, unit: Unit, occurrence: Occurrence, meeting: Meeting) -> None:
    """A break was told in the chat, which who listens by phone does not see: it is said aloud too, once.
    What failed is tried again while the break lasts, a few times."""
    holds = await telling.now_holding(office, unit, meeting, occurrence)
    if holds.paused and await stopping.is_to_be_said(unit, occurrence):
        await say(unit, occurrence.id, "stop", holds.paused)


async def known_as(unit: Unit, call: Call, graph_id: str) -> None:
    """Graph's own id of the call is known; from now on it needs a sign of life."""
    call.graph_id = graph_id
    await unit.session.flush()
    args, due = {"call_id": str(call.id)}, unit.now + STAY_EVERY
    await unit.effects.schedule(effects.CALL_ALIVE, str(call.id), args=args, due_at=due)


async def hang_up(unit: Unit, call: Call) -> None:
    """Leave the call."""
    await unit.effects.schedule(effects.CALL_END, str(call.id), args={"call_id": str(call.id)})


@rule("B20", surface="script")
async def want_voice(
    office: Office, unit: Unit, occurrence: Occurrence, meeting: Meeting, *, fresh: bool
) -> None:
    """The meeting has something to hear: whoever is in the call speaks, or a call is made.

    ``fresh``: the meeting was told something new, which is said whoever has been told before.
    """
    ours = meeting.organizer_oid and meeting.organizer_tenant == office.tenant_id
    if office.shelf is None or not meeting.chat_id or not ours:
        return
    call = await live_call(unit.session, occurrence.id)
    if call is not None:
        if fresh and call.state in call_states.IN_CALL:
            await speak_at(unit, call, unit.now)
        if fresh and call.state in call_states.NEEDS_A_PERSON:
            await ask_meanwhile(office, unit, Place(call, occurrence, meeting))
        return
    last = await find.latest_call(unit.session, occurrence.id)
    if last and (last.state in call_states.NOT_AGAIN or last.attempt >= MOST_TRIES):
        await _leave_it_to_a_person(office, unit, Place(last, occurrence, meeting), fresh=fresh)
        return
    if await needed(office, unit, occurrence, meeting):
        args = {"occurrence_id": str(occurrence.id)}
        await unit.effects.schedule(effects.CALL_JOIN, str(occurrence.id), args=args)


async def _leave_it_to_a_person(office: Office, unit: Unit, place: Place, *, fresh: bool) -> None:
    """No more calls are made. Where the last one ended as if nobody were left, somebody is to hear it yet;
    where it ended otherwise a person was asked then, of what was told until then."""
    call = place.call
    if call.state not in call_states.QUIET_ENDS:
        if fresh:
            await ask_meanwhile(office, unit, place)
        return
    profile = await profile_here(office, unit, place.meeting)
    rows = await find.ledger(unit.session, place.occurrence.id)
    if telling.complete(profile, rows, place.meeting):
        return
    call.state = "given_up"
    await unit.session.flush()
    await note(unit, place, "call_given_up")
    await ask_to_read(office, unit, place)


async def app_is_back(unit: Unit, occurrence: Occurrence) -> None:
    """Graph refused a call for want of consent, and the app brings that along: nobody said no, so that it
    may be asked again. What a person turned away has a code of two parts."""
    last = await find.latest_call(unit.session, occurrence.id)
    if last is not None and last.state == "denied" and "/" not in last.why:
        last.state = "lost"


async def needed(office: Office, unit: Unit, occurrence: Occurrence, meeting: Meeting) -> bool:
    """Whether somebody is there, or may be, whom nothing that is written reaches; or the profile
    takes nothing less than a spoken text for evidence; or the chat did not take it, and nobody is told."""
    if await without_chat.nobody_told_yet(office, unit, meeting, occurrence):
        return True
    profile = await profile_here(office, unit, meeting)
    if profile.least_evidence == "prompt_completed" or telling.phone_may_listen(meeting):
        return True
    rows = await find.ledger(unit.session, occurrence.id)
    there = [row for row in rows if row.channel != telling.GONE]
    return any(row.kind != KIND and not is_informed(profile, row.grade) for row in there)


# --- how it goes ------------------------------------------------------------------------------


async def move(office: Office, unit: Unit, place: Place, what: str) -> bool:
    """Take one step; whether the call stands elsewhere now. Where it needs a person, one is asked."""
    call = place.call
    reached = call_states.step(call.state, what)
    if reached == call.state or call.ended_at is not None:
        return False
    call.state = reached
    if reached == "established":
        call.established_at = call.established_at or unit.now
    await unit.session.flush()
    if reached in call_states.NEEDS_A_PERSON:
        await note(unit, place, f"call_{reached}")
        await ask_to_read(office, unit, place)
    await effects.show_ledger(unit, str(place.occurrence.id))
    return True


async def end(office: Office, unit: Unit, place: Place, how: str, why: str = "") -> None:
    """The call is over. What Lydhør cannot hear any more nobody is said to have been told of."""
    call = place.call
    if call.ended_at is not None:
        return
    call.state, call.why, call.ended_at, call.speak_at = how, why[:60], unit.now, None
    await unit.session.flush()
    for spoken in await prompts_of(unit.session, call.id):
        if spoken.state in ("asked", "playing"):
            spoken.state, spoken.why, spoken.ended_at = "failed", how, unit.now
    for kind in (effects.CALL_LOOK, effects.CALL_SPEAK, effects.CALL_ALIVE):
        await unit.effects.cancel(kind, str(call.id))
    await note(unit, place, f"call_{how}")
    if place.occurrence.ended_at is not None:
        return
    if how != "hung_up":
        await _nobody_watches_the_phone(unit, place)
    if how in call_states.NEEDS_A_PERSON:
        await ask_to_read(office, unit, place)
    if how not in call_states.NOT_AGAIN and how not in call_states.QUIET_ENDS:
        await want_voice(office, unit, place.occurrence, place.meeting, fresh=False)
    await effects.show_ledger(unit, str(place.occurrence.id))


async def _nobody_watches_the_phone(unit: Unit, place: Place) -> None:
    """*Nobody else by phone* was known from the roster; without it somebody may dial in unseen, and a guest
    who left may be back."""
    key = unit.person_key(f"{place.occurrence.id}:phone")
    for row in await find.ledger(unit.session, place.occurrence.id, lock=True):
        if row.person_key == key and row.channel == channels.SPOKEN.name:
            telling.forget(row)
        else:
            row.left_at = None
    await unit.session.flush()


async def note(unit: Unit, place: Place, kind: str, **facts: object) -> None:
    """The journal tells the course of the call."""
    told = {"occurrence": str(place.occurrence.id), "attempt": place.call.attempt, **facts}
    if place.call.why:
        told["why"] = place.call.why
    await unit.journal.write(place.meeting.id, kind, actor="system", facts=told)


@rule("B20", surface="card")
async def ask_to_read(office: Office, unit: Unit, place: Place) -> None:
    """Somebody may not have heard it: the employee gets the text, and a task that says so."""
    occurrence, meeting = place.occurrence, place.meeting
    await telling.put_phone_on_ledger(unit, occurrence, meeting)
    profile = await profile_here(office, unit, meeting)
    rows = await find.ledger(unit.session, occurrence.id)
    if not telling.complete(profile, rows, meeting):
        holds = await telling.now_holding(office, unit, meeting, occurrence)
        before = occurrence.announced_for or []
        for request in await find.requests_of(unit.session, meeting.id):
            if request in holds.requests or (not holds and str(request.id) in before):
                owner = holders.responsible(office, request)
                await tasks.give_task(unit, request, "read_aloud", owner, again=True)
    await effects.show_ledger(unit, str(occurrence.id))


async def ask_meanwhile(office: Office, unit: Unit, place: Place) -> None:
    """As ``ask_to_read``, while Lydhør says nothing or cannot see who hears it. Of a break the employee has
    told herself."""
    holds = await telling.now_holding(office, unit, place.meeting, place.occurrence)
    if holds.what != "paused":
        await ask_to_read(office, unit, place)


async def nothing_left_to_read(office: Office, unit: Unit, place: Place) -> None:
    """Everybody has been told: nobody need read aloud any more."""
    profile = await profile_here(office, unit, place.meeting)
    rows = await find.ledger(unit.session, place.occurrence.id)
    if telling.complete(profile, rows, place.meeting):
        for request in await find.requests_of(unit.session, place.meeting.id):
            await tasks.finish_task(unit, request, "read_aloud", "system")


def by_voice(kind: str) -> bool:
    """Whether nothing that is written reaches such a person."""
    return kind in BY_VOICE


# --- what Graph reports -----------------------------------------------------------------------


async def reported(office: Office, unit: Unit, command: CallReported) -> None:
    """Take in what was reported. Raises UnknownCall when it is of no call of ours (6.3)."""
    query = select(Call.id).where(Call.callback_key == command.callback_key)
    call_id = await unit.session.scalar(query)
    place = await place_of(unit, call_id) if call_id else None
    if place is None:
        raise UnknownCall
    for event in command.events:
        if await _is_of(unit, place, event):
            await _take_in(office, unit, place, event)


async def _is_of(unit: Unit, place: Place, event: CallEvent) -> bool:
    """Whether the event is of this very call. One whose creating answer was lost is known from the
    first report; when another try has taken its place, it is hung up and none is left over."""
    call = place.call
    if call.graph_id is None and event.call_id:
        await known_as(unit, call, event.call_id)
        if call.ended_at is not None and event.state != "terminated":
            await hang_up(unit, call)
    return (call.graph_id or "").casefold() == event.call_id.casefold()


async def _take_in(office: Office, unit: Unit, place: Place, event: CallEvent) -> None:
    call = place.call
    if event.what == "operation":
        await _operation(office, unit, place, event)
    elif event.what == "call" and event.state == "terminated":
        call.hung_up_at = call.hung_up_at or unit.now
        how = call_states.end_of(call.state, event.code, event.subcode)
        await end(office, unit, place, how, f"{event.code}/{event.subcode}")
    elif call.ended_at is None:
        if event.what == "call" and event.state == "established":
            await move(office, unit, place, "established")
        await look_soon(unit, call)


async def _operation(office: Office, unit: Unit, place: Place, event: CallEvent) -> None:
    """A prompt ended. Only *completed* is evidence, and only after it was looked who heard it."""
    for spoken in await prompts_of(unit.session, place.call.id):
        ours = event.context == str(spoken.id) or event.operation_id == spoken.operation_id
        if not ours or spoken.state not in ("asked", "playing"):
            continue
        if event.state == "completed":
            spoken.state, spoken.ended_at = "completed", unit.now
            await move(office, unit, place, "completed")
            args = {"spoken_id": str(spoken.id), "call_id": str(place.call.id)}
            await unit.effects.schedule(effects.CALL_COUNT, str(spoken.id), args=args)
        elif event.state == "failed":
            await not_played(office, unit, place, spoken, f"{event.code}/{event.subcode}")


async def not_played(office: Office, unit: Unit, place: Place, spoken: Spoken, why: str) -> None:
    """The prompt did not play to its end: once more, and the second time a person reads instead."""
    spoken.state, spoken.why, spoken.ended_at = "failed", why[:60], unit.now
    await unit.session.flush()
    await note(unit, place, "prompt_failed", telling=spoken.telling)
    await move(office, unit, place, "not_played")
    if spoken.telling == 0:  # of no telling: the look says it again while there is a reason to
        await look_soon(unit, place.call, unit.now + SOON)
        await effects.show_ledger(unit, str(place.occurrence.id))
        return
    failed = [
        one
        for one in await prompts_of(unit.session, place.call.id)
        if one.state == "failed" and one.telling == spoken.telling
    ]
    if len(failed) > 1:
        await end(office, unit, place, "failed", why)
        await hang_up(unit, place.call)
    else:
        await speak_at(unit, place.call, unit.now + SOON)
