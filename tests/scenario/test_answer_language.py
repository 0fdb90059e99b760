"""The answer in English where that was asked for; what people wrote themselves stays as they wrote it."""

from __future__ import annotations

import pytest

from clock import ShiftedClock
from tests.scenario.refusals import ASSESSED, REASONS, WEIGHING
from tests.scenario.stage import verdicts, words
from tests.scenario.wishing import in_town

ENGLISH = {"answer_language": "en"}


@pytest.mark.rule("A12", "B11")
async def test_receipt_and_yes_in_english(database_url: str, clock: ShiftedClock) -> None:
    async with in_town("frederiksberg", database_url, clock) as town:
        await town.ask("phone", **ENGLISH)
        (receipt,) = town.stage.sandbox.world.mailbox
        assert "We have received" in str(receipt)
        assert 'lang="en"' in str(receipt)
        await town.stage.press("jens", "grant", **verdicts())
        letter = town.letter()
        assert "We have agreed that you may record the sound" in letter
        assert "Hej Ole" not in letter


@pytest.mark.rule("A16", "A18")
async def test_a_no_in_english_says_that_the_reasons_are_not_translated(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("nyborg", database_url, clock) as town:
        await town.ask("phone", **ENGLISH)
        await town.stage.press("mette", "refuse_open", **ASSESSED)
        shown = await town.stage.press("mette", "refuse_preview", **REASONS)
        assert "They are not translated." in words(shown["value"])
        await town.stage.press("mette", "refuse_confirm")
        letter = town.letter()
        assert "The reasons are written in Danish" in letter
        assert WEIGHING in letter
        said = town.stage.card(town.stage.personal("mette"), having="Sådan kan du forklare det")
        assert "They are" not in words(said.card)  # staff read Danish


async def test_danish_is_what_everybody_gets_who_did_not_choose(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        await town.ask("phone", answer_language="kinesisk")
        assert "Tak for din besked" in town.letter()
        assert 'lang="da"' in str(town.stage.answers()[-1])


async def test_a_notice_is_received_in_english(database_url: str, clock: ShiftedClock) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        await town.ask("phone", **ENGLISH)
        assert "Thank you for telling us" in town.letter()
        stored = await town.stage.rows("SELECT facts::text AS facts FROM journal")
        assert not any("answer_language" in row["facts"] for row in stored)
