"""Graph tells of a recording: the organiser is warned at once, and nothing forged changes anything."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from clock import ShiftedClock
from tests.scenario.graph_tells import (
    at_graph,
    incidents,
    record,
    run,
    said,
    states,
    stop,
    told_stage,
)
from tests.scenario.stage import Stage

WARNED = "Teams optager mødet"


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with told_stage(database_url, clock) as made:
        yield made
        made.calm()


async def test_a_meeting_that_is_taken_in_is_subscribed_to(stage: Stage) -> None:
    await stage.meet(in_minutes=60)
    assert await states(stage) == dict.fromkeys(("call_events", "chat", "recordings"), "active")
    assert sorted(row.kind for row in at_graph(stage)) == ["call_events", "chat", "recordings"]


@pytest.mark.rule("B29")
async def test_the_organiser_is_warned_without_any_time_passing(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["switch"]) == ("chat_message", "off_again")
    assert incident["noticed_at"] - incident["started_at"] < timedelta(seconds=5)
    assert said(stage, "mette").count(WARNED) == 1
    assert said(stage, "jens").count(WARNED) == 1
    await stop(stage)
    (incident,) = await incidents(stage)
    assert incident["ended_at"] is not None
