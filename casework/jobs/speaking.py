"""Jobs of a call Lydhør is in: speak, count who heard it, stay, hang up."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import select

from casework import effects
from casework.jobs.calling import call_id, sounds_for, sounds_of, take_in, to_say, who_is_there
from casework.meeting import call_states, calls, roster, telling, without_chat
from casework.meeting.calls import Place
from casework.office import Bench
from casework.ports import is_final, maybe_done
from guidelines.rules import rule
from store.database import Unit
from store.jobs import Again, Claim
from store.tables import Call, Occurrence, Spoken, Telling
from texts.shelf import Prompt
from texts.voice import Outcome

SOON = timedelta(seconds=5)


async def _graph_id(bench: Bench, call: UUID) -> str | None:
    """Graph's id of the call while it lives."""
    async with bench.database.unit() as unit:
        place = await calls.place_of(unit, call)
        return place.call.graph_id if place and place.call.ended_at is None else None


@rule("B20", surface="script")
async def speak(bench: Bench, claim: Claim) -> str:
    """Play what holds now to everybody in the call, once for all who have come meanwhile."""
    graph_id = await _graph_id(bench, call_id(claim))
    if graph_id is None:
        return "over"
    people = await who_is_there(bench, claim, graph_id)
    async with bench.database.unit() as unit:
        place = await take_in(bench, unit, call_id(claim), people)
        if place is None:
            return "over"
        wanted = claim.args.get("outcome")
        if wanted is None:
            place.call.speak_at = None
        elif place.call.state == "playing":
            raise Again(SOON, "speaking")
        planned = await _prompt_to_play(bench, unit, place, wanted, claim.args.get("pause", ""))
        if isinstance(planned, str):
            return planned
        spoken, sounds = planned
    try:
        operation = await bench.outside.calls.play(graph_id, context=str(spoken.id), sounds=sounds)
    except Exception as error:
        await _not_asked(bench, spoken.id, error)
        raise
    async with bench.database.unit() as unit:
        place = await calls.place_of(unit, call_id(claim))
        row = await unit.session.get_one(Spoken, spoken.id, with_for_update=True)
        if place and operation is None:
            await calls.end(bench.office, unit, place, "lost", "404")
            return "over"
        row.operation_id = operation or None
        if row.state == "asked":  # the report of its end may have been quicker than this answer
            row.state = "playing"
    return "playing"


async def _prompt_to_play(
    bench: Bench, unit: Unit, place: Place, wanted: Outcome | None, pause: str
) -> tuple[Spoken, list[tuple[str, str]]] | str:
    """The row of the prompt that is to be played now, or why none is."""
    call, occurrence = place.call, place.occurrence
    if call.state not in call_states.MAY_SPEAK or occurrence.ended_at is not None:
        return "not_now"
    holds = await telling.now_holding(bench.office, unit, place.meeting, occurrence)
    if wanted is not None:  # it tells nobody anew: of no telling, and no evidence of one
        if pause and holds.paused != pause:
            return "break_over"
        prompts = await sounds_for(bench, unit, place, wanted)
        return await _asked(bench, unit, place, prompts, wanted, 0) if prompts else "no_sound"
    number = await without_chat.telling_to_speak(bench.office, unit, place.meeting, occurrence)
    if number is None:
        return "not_announced_yet"  # the announcement asks for a voice when it is made
    if holds.what == "paused":
        return "paused"  # nothing is recorded now; when it goes on, it is said anew
    said = [
        one
        for one in await calls.prompts_of(unit.session, call.id)
        if one.telling == number and one.state == "completed" and not one.silent
    ]
    if any(one.counted_at is None for one in said):
        return "not_counted_yet"  # then it is known who is to hear it again
    if said and not await roster.untold(bench.office, unit, place):
        return "all_told"
    prompts, outcome, _ = await to_say(bench, unit, place)
    if not prompts:
        await calls.end(bench.office, unit, place, "no_sound")
        await calls.hang_up(unit, call)
        return "no_sound"
    if not said and await _after_a_break(unit, occurrence, number):
        prompts = (*await sounds_for(bench, unit, place, "again"), *prompts)
    return await _asked(bench, unit, place, prompts, outcome, number)


@rule("C12", surface="script")
async def _after_a_break(unit: Unit, occurrence: Occurrence, number: int) -> bool:
    """Whether what is told now follows on a break: whoever was asked to stop hears that it is over."""
    before = Telling.number == number - 1
    query = select(Telling.what).where(Telling.occurrence_id == occurrence.id, before)
    return await unit.session.scalar(query.limit(1)) == "paused"


async def _asked(
    bench: Bench,
    unit: Unit,
    place: Place,
    prompts: Sequence[Prompt],
    outcome: Outcome,
    number: int,
) -> tuple[Spoken, list[tuple[str, str]]]:
    """The row is written before Graph is asked; its id is what the end is reported with."""
    spoken = Spoken(
        id=uuid4(), call_id=place.call.id, telling=number, outcome=outcome,
        sounds=[one.id for one in prompts], seconds=math.ceil(sum(one.seconds for one in prompts)),
        state="asked", silent=False, why="", asked_at=unit.now,
    )  # fmt: skip
    unit.session.add(spoken)
    await unit.session.flush()
    await calls.move(bench.office, unit, place, "asked")
    return spoken, sounds_of(bench, prompts)


async def _not_asked(bench: Bench, spoken_id: UUID, error: Exception) -> None:
    """Graph did not take the prompt. When nobody knows, its end may still be reported."""
    if maybe_done(error):
        return
    async with bench.database.unit() as unit:
        row = await unit.session.get(Spoken, spoken_id, with_for_update=True)
        place = await calls.place_of(unit, row.call_id) if row else None
        if row is None or place is None or place.call.ended_at is not None:
            return
        if is_final(error):
            await calls.not_played(bench.office, unit, place, row, "refused")
        else:
            await unit.session.delete(row)
            await calls.move(bench.office, unit, place, "not_played")


@rule("B20", surface="card")
async def count(bench: Bench, claim: Claim) -> str:
    """The prompt ended: look at the roster again, and enter who has heard it to the end."""
    graph_id = await _graph_id(bench, call_id(claim))
    people = await who_is_there(bench, claim, graph_id) if graph_id else None
    async with bench.database.unit() as unit:
        await _lock_if_ahead(unit, claim)
        place = await take_in(bench, unit, call_id(claim), people)
        if place is None:
            return "over"  # who sat there at the end cannot be seen any more
        spoken = await unit.session.get_one(
            Spoken, UUID(claim.args["spoken_id"]), with_for_update=True, populate_existing=True
        )
        if spoken.counted_at is not None or spoken.state != "completed":
            return "counted_before"
        if spoken.silent:
            return "muted"
        holds = await telling.now_holding(bench.office, unit, place.meeting, place.occurrence)
        if not await without_chat.tells_now(unit, place.occurrence, holds, spoken):
            spoken.counted_at = unit.now
            await calls.look_soon(unit, place.call)  # what holds now waited for the end of this
            return "something_else_holds"
        if spoken.telling > place.occurrence.tellings:
            if not roster.heard(await roster.seats_of(unit, place.call.id), spoken):
                spoken.counted_at = unit.now
                await roster.plan_replay(bench.office, unit, place, bench.office.voice_late)
                return "nobody_heard"  # so the meeting has not been told
            await without_chat.enter(bench.office, unit, place.meeting, place.occurrence, "spoken")
        await roster.count(bench.office, unit, place, spoken)
        await roster.settle_the_phone(bench.office, unit, place)
        await calls.nothing_left_to_read(bench.office, unit, place)
        await roster.plan_replay(bench.office, unit, place, bench.office.voice_late)
        if not holds and place.call.speak_at is None:  # nobody is left to be told of anything
            await calls.hang_up(unit, place.call)
        await effects.show_ledger(unit, str(place.occurrence.id))
    return "counted"


async def _lock_if_ahead(unit: Unit, claim: Claim) -> None:
    """A prompt that may make the meeting count as told: the occurrence comes before the call, as where
    a call is made."""
    spoken = await unit.session.get(Spoken, UUID(claim.args["spoken_id"]))
    call = await unit.session.get(Call, call_id(claim))
    if spoken is None or call is None:
        return
    occurrence = await unit.session.get_one(Occurrence, call.occurrence_id)
    if spoken.telling > occurrence.tellings:
        await unit.session.refresh(occurrence, with_for_update=True)


async def stay(bench: Bench, claim: Claim) -> str:
    """Without a sign of life Graph ends a call after 45 minutes (teams-platform 6.5)."""
    graph_id = await _graph_id(bench, call_id(claim))
    if graph_id is None:
        return "over"
    there = await bench.outside.calls.keep_alive(graph_id)
    async with bench.database.unit() as unit:
        place = await calls.place_of(unit, call_id(claim))
        if place is None or place.call.ended_at is not None:
            return "over"
        if not there:
            await calls.end(bench.office, unit, place, "keepalive_lost", "404")
            return "gone"
        due = unit.now + calls.STAY_EVERY
        await unit.effects.schedule(effects.CALL_ALIVE, claim.key, args=claim.args, due_at=due)
    return "stays"


async def leave(bench: Bench, claim: Claim) -> str:
    """Hang up our own leg. A call nobody knows the id of yet is hung up when it reports."""
    async with bench.database.unit() as unit:
        place = await calls.place_of(unit, call_id(claim))
        if place is None:
            return "gone"
        if place.call.ended_at is None:
            await calls.end(bench.office, unit, place, "hung_up")
        graph_id, done = place.call.graph_id, place.call.hung_up_at is not None
    if graph_id is None or done:
        return "nothing_to_hang_up"
    await bench.outside.calls.hang_up(graph_id)
    async with bench.database.unit() as unit:
        place = await calls.place_of(unit, call_id(claim))
        if place:
            place.call.hung_up_at = unit.now
    return "hung_up"
