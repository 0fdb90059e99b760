"""Jobs of a call into a meeting: join, look who is there, speak, count who heard, stay, hang up.

A call is made once per occurrence, whichever replica does it and however often it is killed: the row
is written before Graph is asked, its callback address is the row's own, and whatever Graph created
reports there. What nobody waits for any more is hung up.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from casework import effects
from casework.call_ports import Participant
from casework.jobs.loading import occurrence_id
from casework.jobs.notifying import TRIES
from casework.meeting import call_states, calls, roster, telling, without_chat
from casework.meeting.calls import Place
from casework.office import Bench
from casework.ports import is_final, is_outside, maybe_done
from casework.versions import profile_here
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.jobs import Again, Claim
from store.tables import Call, Meeting, Occurrence
from texts.shelf import Prompt
from texts.voice import Outcome, outcome_of

FIRST_LOOK = timedelta(seconds=5)
UNHEARD_OF = timedelta(seconds=15)
"""So long a call whose answer was lost has to make itself known before another is made."""
GRACE = timedelta(seconds=30)
"""So long after its own length a prompt whose end is not reported counts as not played."""


def call_id(claim: Claim) -> UUID:
    """The call a job is about."""
    return UUID(claim.args["call_id"])


# --- joining ----------------------------------------------------------------------------------


@rule("B20", surface="script")
async def join(bench: Bench, claim: Claim) -> str:
    """Ask Graph to let Lydhør into the meeting's call."""
    asked = await _call_to_make(bench, claim)
    if isinstance(asked, str):
        return asked
    call, meeting, sounds = asked
    try:
        joined = await bench.outside.calls.join(
            chat_id=meeting.chat_id or "",
            organizer_oid=meeting.organizer_oid or "",
            callback=f"{bench.office.callback_url}/api/calls/{call.callback_key}",
            sounds=sounds,
        )
    except Exception as error:
        if not maybe_done(error) and not is_final(error):
            await _unmake(bench, call.id)  # Graph created nothing: the next try is this one again
        raise
    async with bench.database.unit() as unit:
        place = await calls.place_of(unit, call.id)
        if place is None:
            return "gone"
        if joined.refused:
            await calls.end(bench.office, unit, place, "denied", joined.refused)
            return "denied"
        known = place.call
        known.my_participant_id = joined.participant_id
        if known.graph_id is None:
            await calls.known_as(unit, known, joined.call_id)
        if known.ended_at is not None:
            await calls.hang_up(unit, known)
            return "too_late"
        await calls.note(unit, place, "call_asked")
        await calls.look_soon(unit, known, unit.now + FIRST_LOOK)
        await effects.show_ledger(unit, str(place.occurrence.id))
    return "asked"


async def _call_to_make(
    bench: Bench, claim: Claim
) -> tuple[Call, Meeting, list[tuple[str, str]]] | str:
    """The row of the call that is to be asked for now, or why none is."""
    async with bench.database.unit() as unit:
        occurrence = await unit.session.get(
            Occurrence, occurrence_id(claim), with_for_update=True, populate_existing=True
        )
        meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
        if occurrence is None or meeting is None or occurrence.ended_at or not meeting.chat_id:
            return "over"
        live = await calls.live_call(unit.session, occurrence.id)
        if live is not None and live.graph_id is None:
            waited = unit.now - live.asked_at
            if waited < UNHEARD_OF:
                raise Again(UNHEARD_OF - waited, "waits_for_a_report")
            place = Place(live, occurrence, meeting)
            await calls.end(bench.office, unit, place, "lost", "no_answer")
            live = None
        if live is not None:
            return "in_call"
        last = await find.latest_call(unit.session, occurrence.id)
        if last and (last.state in call_states.NOT_AGAIN or last.attempt >= calls.MOST_TRIES):
            return "not_again"
        call = Call(
            id=uuid4(), occurrence_id=occurrence.id, attempt=last.attempt + 1 if last else 1,
            callback_key=secrets.token_urlsafe(32), state="joining", why="",
            asked_at=unit.now, created_at=unit.now,
        )  # fmt: skip
        unit.session.add(call)
        await unit.session.flush()
        place = Place(call, occurrence, meeting)
        prompts, _, _ = await to_say(bench, unit, place)
        if not prompts:
            await calls.end(bench.office, unit, place, "no_sound")
            return "no_sound"
        return call, meeting, sounds_of(bench, prompts)


async def _unmake(bench: Bench, call: UUID) -> None:
    async with bench.database.unit() as unit:
        place = await calls.place_of(unit, call)
        if place and place.call.graph_id is None and place.call.ended_at is None:
            await unit.session.delete(place.call)


async def to_say(bench: Bench, unit: Unit, place: Place) -> tuple[Sequence[Prompt], Outcome, bool]:
    """The sounds that tell what holds now, which outcome that is, and whether a recording holds."""
    holds = await telling.now_holding(bench.office, unit, place.meeting, place.occurrence)
    outcome = outcome_of(holds=bool(holds), own_part=holds.own_part, both=holds.both)
    if holds.video:
        # Every prompt says that it is sound only. Where video was said yes to, a person reads instead (A20).
        return (), outcome, True
    prompts = await sounds_for(bench, unit, place, outcome, holds.relation)
    return prompts, outcome, bool(holds)


async def sounds_for(
    bench: Bench, unit: Unit, place: Place, outcome: Outcome, relation: str = "citizen"
) -> Sequence[Prompt]:
    """The sounds of one outcome, under the profile that counts in the meeting."""
    profile = await profile_here(bench.office, unit, place.meeting)
    shelf = bench.office.shelf
    return shelf.said(profile, outcome, relation) if shelf else ()


def sounds_of(bench: Bench, prompts: Sequence[Prompt]) -> list[tuple[str, str]]:
    """Address and resource id, as Microsoft fetches them."""
    return [(f"{bench.office.callback_url}{one.path}", one.resource_id) for one in prompts]


# --- looking ----------------------------------------------------------------------------------


async def look(bench: Bench, claim: Claim) -> str:
    """Look who is in the call; what has to be said to whom follows from it."""
    async with bench.database.unit() as unit:
        place = await calls.place_of(unit, call_id(claim))
        if place is None or place.call.ended_at is not None:
            return "over"
        if place.occurrence.ended_at is not None:
            await calls.hang_up(unit, place.call)
            return "meeting_over"
        graph_id = place.call.graph_id
    if graph_id is None:
        return "not_known_yet"
    people = await who_is_there(bench, claim, graph_id)
    async with bench.database.unit() as unit:
        seen = await take_in(bench, unit, call_id(claim), people)
        if seen is None:
            return "over"
        await _end_of_waiting(bench, unit, seen)
        if seen.call.ended_at is None:
            await _plan(bench, unit, seen)
            await calls.look_soon(unit, seen.call, unit.now + bench.office.start_poll)
    return "looked"


@rule("B20", surface="card")
async def who_is_there(bench: Bench, claim: Claim, graph_id: str) -> Sequence[Participant] | None:
    """The call's roster; None when Graph knows of no such call. Raises what Graph does: the second time a
    person is asked to read aloud meanwhile, for Lydhør says nothing to whom it does not see."""
    try:
        return await bench.outside.calls.participants(graph_id)
    except Exception as error:
        if is_outside(error) and (is_final(error) or claim.claims >= TRIES):
            await _nobody_is_seen(bench, call_id(claim))
        raise


async def _nobody_is_seen(bench: Bench, call: UUID) -> None:
    async with bench.database.unit() as unit:
        place = await calls.place_of(unit, call)
        if place and place.call.ended_at is None and place.occurrence.ended_at is None:
            await calls.ask_meanwhile(bench.office, unit, place)


async def take_in(
    bench: Bench, unit: Unit, call: UUID, people: Sequence[Any] | None
) -> Place | None:
    """The roster becomes seats and rows; None when the call is over."""
    place = await calls.place_of(unit, call)
    if place is None or place.call.ended_at is not None:
        return None
    if people is None:
        await calls.end(bench.office, unit, place, "lost", "404")
        return None
    is_me, my_id = bench.outside.calls.is_me, place.call.my_participant_id
    mine = next((one for one in people if is_me(one, my_id)), None)
    if mine is not None and mine.in_lobby:
        await calls.move(bench.office, unit, place, "waiting")
        return place
    others = [one for one in people if not is_me(one, my_id)]
    fresh = await roster.reconcile(bench.office, unit, place, others)
    await roster.tell_newcomers(unit, place, fresh)
    if mine is not None or place.call.state in call_states.IN_CALL:
        await _own_seat(bench, unit, place, muted=mine is not None and mine.muted)
    await roster.settle_the_phone(bench.office, unit, place)
    return place


async def _own_seat(bench: Bench, unit: Unit, place: Place, *, muted: bool) -> None:
    """We are in the call. While somebody has muted us nothing we play is heard (6.5)."""
    await calls.move(bench.office, unit, place, "reconciled")
    place.call.reconciled_at = unit.now
    if muted:
        for spoken in await calls.prompts_of(unit.session, place.call.id):
            spoken.silent = spoken.silent or spoken.counted_at is None
    await calls.move(bench.office, unit, place, "muted" if muted else "unmuted")


async def _end_of_waiting(bench: Bench, unit: Unit, place: Place) -> None:
    """A prompt whose end nobody reports has not been played, as far as anybody knows."""
    for spoken in await calls.prompts_of(unit.session, place.call.id):
        late = spoken.asked_at + timedelta(seconds=spoken.seconds) + GRACE
        if spoken.state in ("asked", "playing") and unit.now > late:
            await calls.not_played(bench.office, unit, place, spoken, "no_report")


async def _plan(bench: Bench, unit: Unit, place: Place) -> None:
    """What is to be said: a telling nobody has heard at once, else latecomers after a while."""
    if place.call.state not in call_states.MAY_SPEAK:
        return
    occurrence = place.occurrence
    left = await without_chat.nobody_told_yet(bench.office, unit, place.meeting, occurrence)
    if occurrence.announced_for is None and not left:
        return
    await calls.say_stop(bench.office, unit, place.occurrence, place.meeting)
    said = [
        one
        for one in await calls.prompts_of(unit.session, place.call.id)
        if one.telling == occurrence.tellings + left and not one.silent
    ]
    if any(one.state in ("asked", "playing") for one in said):
        return
    if not any(one.state == "completed" for one in said):
        await calls.speak_at(unit, place.call, unit.now)
    elif all(one.counted_at for one in said if one.state == "completed"):
        await roster.plan_replay(bench.office, unit, place, bench.office.voice_late)
