"""From what Lydhør can see to the warning that Teams took, in seconds of the sandbox's clock.

The clock is moved second by second, so that a slow machine does not count; what is left out is the delay
of Microsoft's own, before a message can be read or a notification comes (teams-platform 5).
"""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from casework.meeting import cadence
from clock import ShiftedClock
from store import blocks
from tests.scenario.graph_tells import incidents, run, said, told_stage
from tests.scenario.stage import Stage

LIMIT = 5
CERTAIN, POSSIBLE = "Teams optager mødet", "Mødet kan være optaget i Teams"


@pytest.fixture
async def told(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with told_stage(database_url, clock) as made:
        yield made
        made.calm()


async def record(stage: Stage) -> None:
    answer = await stage.do("record", "mette", meeting=stage.meeting, force=True)
    assert not answer["refused"]


async def seconds_to(stage: Stage, words: str) -> int:
    """How many seconds have to pass until the organiser's chat holds the warning."""
    for second in range(20):
        if said(stage, "mette").count(words):
            return second
        await stage.pass_time(seconds=1)
    raise AssertionError(f"no {words!r} within 20 s")


@pytest.mark.rule("B29")
@pytest.mark.parametrize("after", range(4))
async def test_by_looking_alone(stage: Stage, after: int) -> None:
    """No subscription at all; the recording begins at any moment between two looks."""
    await run(stage)
    await stage.pass_time(seconds=after)
    await record(stage)
    assert await seconds_to(stage, CERTAIN) < LIMIT
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["switch"]) == ("chat_message", "off_again")


async def test_by_looking_alone_counted_from_when_the_message_can_be_read(stage: Stage) -> None:
    stage.sandbox.world.switches["system_message_delay"] = 30
    await run(stage)
    await record(stage)
    await stage.pass_time(seconds=29)
    assert await incidents(stage) == []
    assert await seconds_to(stage, CERTAIN) < 1 + LIMIT


async def test_by_the_switch_where_the_chat_cannot_be_read(stage: Stage) -> None:
    await stage.fault("missing_chat_rsc")
    await run(stage)
    await record(stage)
    assert await seconds_to(stage, POSSIBLE) < LIMIT
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["switch"]) == ("switch", "off_again")


async def test_by_a_notification_of_the_chat(told: Stage) -> None:
    await run(told)
    await record(told)
    assert await seconds_to(told, CERTAIN) <= 2  # looks because of messages keep that distance
    (incident,) = await incidents(told)
    assert incident["noticed_by"] == "chat_message"


async def test_by_an_event_of_the_call(told: Stage) -> None:
    told.sandbox.world.switches["call_state_events"] = True
    await run(told)
    await told.fault("missing_chat_rsc")
    await told.fault("lost_notification", kind="chat")
    await record(told)
    assert await seconds_to(told, CERTAIN) == 0
    (incident,) = await incidents(told)
    assert incident["noticed_by"] == "call_event"


async def test_a_lost_notification_costs_one_look_of_the_slower_pace(told: Stage) -> None:
    """What is added when a notification does not come, as docs/blocking.md says: 32 s at the most."""
    await run(told)
    await told.fault("lost_notification", kind="chat")
    await record(told)
    await told.pass_time(seconds=32)
    assert CERTAIN in said(told, "mette")


async def test_a_call_taken_up_again_whose_beginning_nobody_tells(told: Stage) -> None:
    """Broken off, taken up again a quarter of an hour later, the new beginning lost on the way."""
    told.sandbox.world.switches["call_state_events"] = False
    await run(told)
    await told.do("end", "mette", meeting=told.meeting)
    await told.pass_time(minutes=15)
    await told.fault("lost_start_event", count=1)
    await told.do("start", "mette", meeting=told.meeting)
    await record(told)
    assert await seconds_to(told, CERTAIN) <= 20


async def test_who_is_looked_at_by_the_clock_alone_is_counted(told: Stage) -> None:
    await run(told)
    async with told.database.unit() as unit:
        seen = await blocks.watched(unit.session, unit.now, cadence.LOOKED_AT)
    assert seen == blocks.Watched(often=0, seldom=1)
    await told.rows("UPDATE subscriptions SET state = 'silent' WHERE kind = 'chat' RETURNING id")
    async with told.database.unit() as unit:
        seen = await blocks.watched(unit.session, unit.now, cadence.LOOKED_AT)
    assert seen == blocks.Watched(often=1, seldom=0)
    await told.do("end", "mette", meeting=told.meeting)
    async with told.database.unit() as unit:
        seen = await blocks.watched(unit.session, unit.now, cadence.LOOKED_AT)
    assert seen == blocks.Watched(often=0, seldom=1)  # the call is over
