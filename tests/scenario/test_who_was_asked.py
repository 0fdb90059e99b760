"""The employee's card names who was asked to agree to a no, whoever that is (C27)."""

from __future__ import annotations

from pathlib import Path

import pytest

from clock import ShiftedClock
from tests.scenario.refusals import HISTORY, begin, propose
from tests.scenario.stage import Stage, words
from tests.scenario.test_two_persons import with_deputy
from tests.scenario.wishing import in_town


def case_card(stage: Stage, key: str) -> str:
    return words(stage.card(stage.personal(key), having="refuse_take_back").card)


@pytest.mark.rule("C27")
async def test_where_hr_is_asked_first_the_card_speaks_of_no_leader(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    """The leader has the talk, nobody is above: Lene of HR og Jura is asked, in time Birgit too."""
    settings = with_deputy(tmp_path, "birgit")
    async with in_town("albertslund", database_url, clock, **settings) as town:
        stage = town.stage
        await town.ask("in_person", "jens")
        await begin(town, "history", "jens")
        await stage.press("jens", "refuse_preview", **HISTORY)
        await stage.press("jens", "refuse_confirm")
        assert (await stage.request())["confirmer_oid"] == town.oid("lene")
        said = case_card(stage, "jens")
        assert "Venter på svar fra Lene Krogh" in said
        assert "eder" not in said.partition("Borger")[0]
        await stage.pass_time(minutes=31)
        assert (await stage.request())["deputy_oid"] == town.oid("birgit")
        said = case_card(stage, "jens")
        assert "Venter på svar fra Lene Krogh" in said
        assert "Derfor er Birgit" in said
        assert "eder" not in said.partition("Borger")[0]
        await stage.press("lene", "refuse_disagree", why="Skriv, hvor det står.")
        said = words(stage.card(stage.personal("jens"), having="Skriv, hvor det står").card)
        assert "Den, der blev spurgt, var ikke enig" in said
        assert "ederen" not in said.partition("Borger")[0]


@pytest.mark.rule("C27")
async def test_the_nearest_leader_is_named_too(database_url: str, clock: ShiftedClock) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        await town.ask("in_person")
        await propose(town)
        said = case_card(town.stage, "mette")
        assert "Venter på svar fra Jens Brandt" in said
        assert "også spurgt" not in said
        await town.stage.pass_time(minutes=31)
        assert "Derfor er Lene Krogh også spurgt" in case_card(town.stage, "mette")
