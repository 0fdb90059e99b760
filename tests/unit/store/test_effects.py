"""Effects, carried out with drain(): atomic, movable, cancellable, claimed before they act."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from clock import ShiftedClock
from store.claims import Claim
from store.database import Database
from store.jobs import Again, JobEngine
from tests.unit.store.recorder import Recorder, effect, execute, jobs, schedule

HOUR = timedelta(hours=1)


def engine(database: Database, handler: Recorder, **options: object) -> JobEngine:
    return JobEngine(database, database.clock, {"tell": handler}, **options)  # type: ignore[arg-type]


async def test_the_row_and_its_wake_up_come_and_go_together(database: Database) -> None:
    async def fail() -> None:
        async with database.unit() as unit:
            await unit.effects.schedule("tell", key="a")
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert await jobs(database) == 0
    await schedule(database, "b")
    assert await jobs(database) == 1
    handler = Recorder()
    assert await engine(database, handler).drain() == 1
    assert handler.keys == ["b"]


async def test_of_two_in_one_unit_the_later_holds(database: Database, clock: ShiftedClock) -> None:
    async with database.unit() as unit:
        await unit.effects.schedule("tell", key="a", args={"step": 1}, due_at=clock.now() + HOUR)
        await unit.effects.schedule("tell", key="b")
        await unit.effects.schedule("tell", key="a", args={"step": 2})
    assert await jobs(database) == 2
    handler = Recorder()
    assert await engine(database, handler).drain() == 2
    assert [(claim.key, claim.args) for claim in handler.claims] == [("a", {"step": 2}), ("b", {})]


async def test_what_is_cancelled_in_the_unit_that_wanted_it_is_not_carried_out(
    database: Database,
) -> None:
    await schedule(database, "standing")
    async with database.unit() as unit:
        for key in ("standing", "new"):
            await unit.effects.schedule("tell", key=key)
            await unit.effects.cancel("tell", key)
        await unit.effects.schedule("tell", key="wanted")
    handler = Recorder()
    assert await engine(database, handler).drain() == 1
    assert handler.keys == ["wanted"]


async def test_two_that_cancel_and_schedule_crosswise_do_not_wait_in_a_ring(
    database: Database,
) -> None:
    """Each cancels what the other schedules: neither holds a row while it still wants another."""
    await schedule(database, "a")
    await schedule(database, "b")
    both = asyncio.Barrier(2)

    async def crosswise(cancelled: str, wanted: str) -> None:
        async with database.unit() as unit:
            await unit.effects.schedule("tell", key=wanted, args={"by": cancelled})
            await unit.effects.cancel("tell", cancelled)
            await both.wait()

    await asyncio.gather(crosswise("a", "b"), crosswise("b", "a"))
    ends = {(await effect(database, key)).done_at is None for key in ("a", "b")}
    assert ends == {True, False}  # the later of the two holds, for both


async def test_a_cancel_and_a_schedule_in_one_unit_the_later_holds(database: Database) -> None:
    await schedule(database, "a")
    async with database.unit() as unit:
        await unit.effects.cancel("tell", "a")
        await unit.effects.schedule("tell", key="a", args={"step": 2})
    handler = Recorder()
    assert await engine(database, handler).drain() == 1
    assert [claim.args for claim in handler.claims] == [{"step": 2}]


async def test_what_is_due_is_carried_out_once_in_order(
    database: Database, clock: ShiftedClock
) -> None:
    now = clock.now()
    await schedule(database, "late", now + HOUR)
    await schedule(database, "second", now - HOUR, meeting="m1")
    await schedule(database, "first", now - 2 * HOUR)
    handler = Recorder()
    drained = engine(database, handler)
    assert await drained.drain() == 2
    assert handler.keys == ["first", "second"]
    assert handler.claims[1].args == {"meeting": "m1"}
    assert (handler.claims[1].claims, handler.claims[1].again_after_crash) == (1, False)
    clock.advance(HOUR)
    assert await drained.drain() == 1
    assert await drained.drain() == 0
    done = await effect(database, "late")
    assert done.done_at is not None
    assert (done.outcome, done.claimed_at) == ("done", None)


async def test_a_move_is_a_new_generation(database: Database, clock: ShiftedClock) -> None:
    first = await schedule(database, due_at=clock.now() + HOUR, step=1)
    assert await schedule(database, due_at=clock.now() + 3 * HOUR, step=2) == first
    handler = Recorder()
    drained = engine(database, handler)
    clock.advance(2 * HOUR)
    assert await drained.drain() == 0
    clock.advance(2 * HOUR)
    assert await drained.drain() == 1
    assert (handler.claims[0].args, handler.claims[0].generation) == ({"step": 2}, 2)


async def test_what_is_done_may_be_opened_again(database: Database) -> None:
    handler = Recorder()
    for _ in range(2):
        await schedule(database)
        await engine(database, handler).drain()
    assert [claim.claims for claim in handler.claims] == [1, 1]


async def test_a_cancel_needs_no_job_surgery(database: Database) -> None:
    await schedule(database)
    async with database.unit() as unit:
        await unit.effects.cancel("tell", "a")
        await unit.effects.cancel("tell", "unknown")
    handler = Recorder()
    assert await engine(database, handler).drain() == 0
    assert (await effect(database)).outcome == "cancelled"


async def test_a_crash_between_claim_and_result_is_told(database: Database) -> None:
    await schedule(database)

    class Killed(BaseException):
        pass

    handler = Recorder(Killed(), ValueError())
    drained = engine(database, handler)
    with pytest.raises(Killed):
        await drained.drain()
    assert (await effect(database)).claimed_at is not None
    with pytest.raises(ValueError):
        await drained.drain()
    await execute(database, "UPDATE effects SET due_at = now() - interval '1 day'")
    await drained.drain()
    # The doubt stays until a try ends well: the second one failed before it could clear it.
    told = [(claim.claims, claim.again_after_crash) for claim in handler.claims]
    assert told == [(1, False), (2, True), (3, True)]
    assert (await effect(database)).claimed_at is None


async def test_a_lost_answer_is_told_like_a_crash(database: Database) -> None:
    class AnswerLost(Exception):  # noqa: N818
        maybe_done = True

    await schedule(database)
    handler = Recorder(AnswerLost())
    drained = engine(database, handler)
    with pytest.raises(AnswerLost):
        await drained.drain()
    await execute(database, "UPDATE effects SET due_at = now() - interval '1 day'")
    await drained.drain()
    told = [(claim.claims, claim.again_after_crash) for claim in handler.claims]
    assert told == [(1, False), (2, True)]
    assert (await effect(database)).claimed_at is None


async def test_again_waits_as_asked(database: Database, clock: ShiftedClock) -> None:
    await schedule(database)
    handler = Recorder(Again(after=HOUR, reason="throttled"), Again(after=-HOUR, reason="x"))
    drained = engine(database, handler)
    assert await drained.drain() == 1
    waiting = await effect(database)
    assert (waiting.outcome, waiting.claimed_at) == ("throttled", None)
    clock.advance(HOUR)
    await drained.drain()
    clock.advance(timedelta(seconds=2))
    await drained.drain()
    assert [claim.claims for claim in handler.claims] == [1, 2, 3]
    assert (await effect(database)).outcome == "done"


async def test_a_fault_is_raised_written_down_and_tried_again(
    database: Database, clock: ShiftedClock
) -> None:
    await schedule(database)
    handler = Recorder(ValueError("Bent"))
    drained = engine(database, handler)
    with pytest.raises(ValueError):
        await drained.drain()
    failed = await effect(database)
    assert (failed.outcome, failed.done_at) == ("ValueError", None)
    assert failed.due_at > clock.now() - timedelta(seconds=1)
    clock.advance(HOUR)
    assert await drained.drain() == 1


async def test_an_unknown_kind_waits_for_a_release_that_knows_it(database: Database) -> None:
    async with database.unit() as unit:
        await unit.effects.schedule("unheard_of", key="a")
    assert await engine(database, Recorder()).drain() == 0
    left = await effect(database)
    assert (left.claims, left.done_at) == (0, None)


async def test_it_gives_up_and_says_so(database: Database, clock: ShiftedClock) -> None:
    await schedule(database)
    given_up: list[Claim] = []

    async def hook(claim: Claim) -> None:
        given_up.append(claim)
        if len(given_up) == 1:
            raise LookupError  # the hook is called again

    handler = Recorder(*(Again(after=HOUR, reason="away") for _ in range(9)))
    drained = engine(database, handler, max_claims=3, on_gave_up=hook)
    for _ in range(6):
        await drained.drain()
        clock.advance(HOUR)
    assert [claim.claims for claim in handler.claims] == [1, 2, 3]
    assert [claim.claims for claim in given_up] == [3, 3]
    assert (await effect(database)).outcome == "gave_up"


async def test_an_effect_that_kills_every_try_is_given_up(database: Database) -> None:
    await schedule(database)
    await execute(database, "UPDATE effects SET claims = 3, claimed_at = now()")
    handler = Recorder()
    assert await engine(database, handler, max_claims=3).drain() == 1
    assert handler.claims == []
    assert (await effect(database)).outcome == "gave_up"


async def test_a_handler_may_move_its_own_effect(database: Database, clock: ShiftedClock) -> None:
    await schedule(database)
    handler = Recorder()

    async def next_round(claim: Claim) -> str | None:
        await schedule(database, due_at=clock.now() + HOUR)
        return "looked"

    handler.then = next_round
    drained = engine(database, handler)
    assert await drained.drain() == 1
    moved = await effect(database)
    assert (moved.done_at, moved.claimed_at, moved.generation) == (None, None, 2)
    clock.advance(HOUR)
    assert await drained.drain() == 1
    assert handler.claims[1].again_after_crash is False


async def test_a_handler_may_cancel_its_own_effect(database: Database) -> None:
    await schedule(database)
    handler = Recorder()

    async def stop(claim: Claim) -> str | None:
        async with database.unit() as unit:
            await unit.effects.cancel("tell", "a")
        raise Again(after=HOUR, reason="too_late")

    handler.then = stop
    await engine(database, handler).drain()
    stopped = await effect(database)
    assert (stopped.outcome, stopped.claimed_at) == ("cancelled", None)


async def test_what_another_engine_carries_out_is_left_alone(database: Database) -> None:
    await schedule(database)
    one, other = Recorder(), Recorder()

    async def meanwhile(claim: Claim) -> str | None:
        assert await engine(database, other).drain() == 0
        return None

    one.then = meanwhile
    assert await engine(database, one).drain() == 1
    assert other.claims == []
