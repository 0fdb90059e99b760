"""What everybody in a meeting is told is true under the municipality's own guideline."""

from __future__ import annotations

import pytest

from clock import ShiftedClock
from tests.scenario.stage import Stage, verdicts, words
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


@pytest.mark.rule("B10")
async def test_who_refuses_reads_the_ombudsmans_address(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("frederiksberg", database_url, clock) as town:
        await town.ask("phone")
        form = verdicts(purpose="against")
        got = await town.stage.press("jens", "refuse_open", **form)
        said = words(got["value"])
        assert "{ombudsman}" not in said
        assert "ombudsmanden.dk/find-viden/udtalelser/2005/05-578" in said
