"""The relevant department is chosen, not guessed from who types (B5, B17)."""

from __future__ import annotations

from pathlib import Path

import pytest

from clock import ShiftedClock
from tests.scenario.stage import words
from tests.scenario.wishing import Town, in_town, with_two_units

OTHER = "beskaeftigelse"
PRINTOUT = {"citizen_name": "Asta Holm", "contact": "asta@borger.example", "about": "Mødet i maj"}


def chat_of(town: Town, person: str) -> str:
    shown = town.stage.messages(town.stage.personal(person))
    return " ".join(words(m.card_for(person)) for m in shown if m.card)


@pytest.mark.rule("B17")
async def test_a_wish_goes_to_the_department_that_was_chosen(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    async with in_town("frederiksberg", database_url, clock, **with_two_units(tmp_path)) as town:
        form = await town.stage.press("mette", "register_open")
        assert "Beskæftigelsesafdelingen" in words(form["value"])
        await town.stage.press("mette", "menu")
        request = await town.ask("phone", caseworker="department", department=OTHER)
        assert (request["department"], request["caseworker_oid"]) == (OTHER, None)
        assert request["approver_oid"] == town.oid("birgit")
        assert "Ole Madsen" in chat_of(town, "ahmed")


@pytest.mark.rule("B17")
async def test_a_department_that_is_none_is_asked_for_again(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    async with in_town("frederiksberg", database_url, clock, **with_two_units(tmp_path)) as town:
        await town.stage.press("mette", "register_open")
        form = {"department": "ukendt", "caseworker": "department"}
        asked = await town.stage.press("mette", "register_submit", **form)
        assert "Vælg, hvilken afdeling" in words(asked["value"])
        assert await town.stage.rows("SELECT 1 FROM requests") == []


@pytest.mark.rule("B5")
async def test_a_printout_goes_to_the_department_that_was_chosen(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    async with in_town("frederiksberg", database_url, clock, **with_two_units(tmp_path)) as town:
        form = await town.stage.press("mette", "printout_open")
        assert "Beskæftigelsesafdelingen" in words(form["value"])
        await town.stage.press("mette", "printout_submit", **PRINTOUT, department=OTHER)
        rows = await town.stage.rows("SELECT department FROM errands")
        assert [row["department"] for row in rows] == [OTHER]
        assert "Asta Holm" in chat_of(town, "ahmed")
