"""What holds again after something else was told is said again, though it was all ticked before (B20)."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from clock import ShiftedClock
from tests.scenario.stage import verbs, words
from tests.scenario.test_notice import forge
from tests.scenario.test_papers import exported
from tests.scenario.test_script import begin_talk, say_all, script_card
from tests.scenario.wishing import Town, in_town

END = "Nu taler vi om"
BOTH = "Ole Madsen og Amal Nor"


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as made:
        yield made


async def amal_records_too(town: Town) -> None:
    """Amal says in the talk that she records: that is a notice of her own."""
    said = {"situation": "undisclosed", "who": "Amal Nor", "recorder": "citizen"}
    meeting = {"meeting_id": str((await town.meeting())["id"])}
    await forge(town.stage, "mette", "guide_done", meeting | said)
    assert (await town.stage.request())["state"] == "granted"


async def no_longer(town: Town, name: str) -> None:
    """That person's notice is taken back."""
    query = "SELECT id, version FROM requests ORDER BY created_at"
    first, *others = await town.stage.rows(query)
    row = others[-1] if name.startswith("Amal") else first
    await forge(
        town.stage, "mette", "withdraw", {"request_id": str(row["id"]), "version": row["version"]}
    )


async def said_to_all(town: Town) -> None:
    """Nothing counts as said beforehand; when it all was said, everybody on the list has heard it."""
    card = script_card(town.stage)
    assert "Ikke alle er oplyst" in words(card) or "script_said" in verbs(card)
    assert "Alle på listen er oplyst" not in words(card)
    before = await tellings(town)
    await say_all(town.stage, card, until=END)
    assert len(await tellings(town)) == len(before) + 1
    assert {r["grade"] for r in await town.stage.rows("SELECT grade FROM informed")} == {
        "confirmed"
    }


async def tellings(town: Town) -> list[str]:
    rows = await town.stage.rows("SELECT what FROM tellings ORDER BY at, number")
    return [row["what"] for row in rows]


@pytest.mark.rule("B20")
@pytest.mark.parametrize("kind", ["phone", "in_person"])
async def test_who_records_no_longer_is_told_of_though_it_was_so_before(
    town: Town, kind: str
) -> None:
    await begin_talk(town, kind)
    await say_all(town.stage, (await town.stage.press("mette", "script_start"))["value"], until=END)
    await amal_records_too(town)
    await said_to_all(town)
    named = (await exported(town.stage)).count(BOTH)
    await no_longer(town, "Amal Nor")
    await said_to_all(town)
    assert "Alle på listen er oplyst" in words(script_card(town.stage))
    assert await tellings(town) == ["recorded"] * 3
    # The sentences that were said again name who recorded then, and nobody else.
    assert (await exported(town.stage)).count(BOTH) == named


@pytest.mark.rule("B20")
async def test_a_second_taking_back_in_one_talk_is_told_too(town: Town) -> None:
    await begin_talk(town, "in_person")
    await say_all(town.stage, (await town.stage.press("mette", "script_start"))["value"], until=END)
    await no_longer(town, "Ole Madsen")
    await said_to_all(town)
    await amal_records_too(town)
    await said_to_all(town)
    await no_longer(town, "Amal Nor")
    await said_to_all(town)
    assert await tellings(town) == ["recorded", "revoked", "recorded", "revoked"]
