"""What everybody in a meeting is told is true under the municipality's own guideline."""

from __future__ import annotations

import pytest

from clock import ShiftedClock
from tests.scenario.stage import Stage, words
from tests.scenario.wishing import in_town


def chat(stage: Stage) -> str:
    """Everything that stands in the meeting chat."""
    return " ".join(words(message.card) for message in stage.messages(stage.chat))


@pytest.mark.rule("C6", "C12")
async def test_a_notice_taken_back_stops_nobody(database_url: str, clock: ShiftedClock) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        stage = town.stage
        await town.tell(await town.where("virtual", in_minutes=5))
        await town.begin("virtual", "ole")
        await stage.press("mette", "withdraw")
        await stage.pass_time(seconds=30)
        told = chat(stage)
        assert "må stadig gerne optage lyden" in told
        assert "skal stoppe" not in told
        assert "Aftalen" not in told
