"""Teams' rate limits (teams-platform 9): the bot's own budgets stay below them."""

from __future__ import annotations

from clock import ShiftedClock
from tests.scenario.stage import on_stage
from tests.scenario.test_meetings import announcements, grant_a_wish


async def test_a_busy_meeting_is_never_throttled(database_url: str, clock: ShiftedClock) -> None:
    async with on_stage(database_url, clock, rate_limits=True) as stage:
        await stage.meet(in_minutes=1)
        await grant_a_wish(stage)
        await stage.start("ole", "amal")
        assert announcements(stage) >= 1
        assert 429 not in {call["status"] for call in stage.sandbox.world.calls}
        stage.calm()
