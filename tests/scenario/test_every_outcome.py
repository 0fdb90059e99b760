"""Of every outcome there is a note for the case, also of a wish that was taken back (line 7)."""

from __future__ import annotations

import pytest

from clock import ShiftedClock
from tests.scenario.stage import verbs, words
from tests.scenario.wishing import ASKING, in_town


@pytest.mark.parametrize("municipality", list(ASKING)[:3])
async def test_a_wish_that_was_taken_back_has_its_note(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        stage = town.stage
        request = await town.ask("in_person")
        await stage.press("mette", "withdraw")
        card = stage.card(stage.personal("mette"), having=request["number"]).card_for("mette")
        assert "note" in verbs(card)
        shown = await stage.press("mette", "note", having=request["number"])
        assert "har trukket ønsket tilbage" in words(shown["value"])
        await stage.press("mette", "note_copied")
        assert (await stage.request())["note_copied_at"] is not None
