"""A press says that this text was read, to those who stood on the card; nothing more (B20)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from clock import ShiftedClock
from sandbox.chats import Message
from tests.scenario.stage import Stage, on_stage, words
from tests.scenario.test_leaving import row_of
from tests.scenario.test_meetings import grant_a_wish
from tests.scenario.test_notice import forge
from tests.scenario.test_script import say_all, say_next
from texts.catalog import text


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        people = ["mette", "jens", "ole", "nadia"]
        await made.meet(in_minutes=1, people=people, dialIn=True)
        await grant_a_wish(made)
        await made.start("ole")
        yield made
        made.calm()


def the_card(stage: Stage) -> Message:
    return stage.card(stage.personal("mette"), having="Hvem er oplyst")


def carried(card: Any, verb: str = "read_aloud") -> dict[str, str]:
    """What the button carries that says the text was read."""
    if isinstance(card, dict):
        if card.get("verb") == verb:
            return dict(card["data"])
        return next((found for v in card.values() if (found := carried(v, verb))), {})
    if isinstance(card, list):
        return next((found for v in card if (found := carried(v, verb))), {})
    return {}


async def press_as_it_stood(stage: Stage, button: dict[str, str]) -> Any:
    """The card on her screen is the one from before."""
    return await forge(stage, "mette", "read_aloud", button)


@pytest.mark.rule("B20")
async def test_who_came_while_it_was_read_is_not_among_those_it_was_read_to(stage: Stage) -> None:
    before = carried(the_card(stage).card)
    await stage.fault("fail", route="notification", count=2)
    await stage.join("nadia")
    await press_as_it_stood(stage, before)
    assert (await row_of(stage, "nadia"))["grade"] == "posted"
    phone = (await stage.rows("SELECT grade FROM informed WHERE kind = 'phone'"))[0]
    assert phone["grade"] == "confirmed"
    shown = words(the_card(stage).card)
    assert "Nadia" in shown
    assert text("card.ledger.read_done", "da") in shown
    await stage.press("mette", "read_aloud")
    assert (await row_of(stage, "nadia"))["grade"] == "confirmed"


@pytest.mark.rule("B20")
async def test_a_text_that_holds_no_longer_was_not_the_text_that_holds(stage: Stage) -> None:
    before = carried(the_card(stage).card)
    await grant_a_wish(stage, citizen_name="Nadia Haddad", contact="nadia@borger.example")
    answer = await press_as_it_stood(stage, before)
    assert text("card.ledger.changed", "da") in words(answer["value"])
    assert await stage.rows("SELECT 1 FROM informed WHERE grade = 'confirmed'") == []
    await stage.press("mette", "read_aloud")
    assert {r["grade"] for r in await stage.rows("SELECT grade FROM informed")} == {"confirmed"}


async def test_a_card_of_an_earlier_release_says_it_of_all(stage: Stage) -> None:
    button = carried(the_card(stage).card)
    await press_as_it_stood(stage, {"occurrence_id": button["occurrence_id"]})
    assert {r["grade"] for r in await stage.rows("SELECT grade FROM informed")} == {"confirmed"}


@pytest.mark.rule("B20")
async def test_who_came_after_the_first_sentence_did_not_hear_it_all(stage: Stage) -> None:
    card = (await stage.press("mette", "script", having="Hvem er oplyst"))["value"]
    card = await say_next(stage, card)
    await stage.fault("fail", route="notification", count=2)
    await stage.join("nadia")
    await say_all(stage, card)
    phone = (await stage.rows("SELECT grade FROM informed WHERE kind = 'phone'"))[0]
    assert phone["grade"] == "confirmed"
    assert (await row_of(stage, "nadia"))["grade"] == "posted"


async def told_line_by_line(stage: Stage) -> dict[str, str]:
    """All is said, and Bent dials in, whom Mette puts on the list; what the button carries that says that
    he has heard it."""
    await say_all(stage, (await stage.press("mette", "script", having="Hvem er oplyst"))["value"])
    bent = {"listener_name": "Bent Friis", "listener_kind": "other"}
    await stage.press("mette", "listener_add", having="Hvem er oplyst", **bent)
    card = (await stage.press("mette", "script", having="Hvem er oplyst"))["value"]
    assert text("card.script.late", "da") in words(card)
    return carried(card, "script_late")


@pytest.mark.rule("B20")
async def test_who_comes_while_a_latecomer_is_told_is_not_told_with_them(stage: Stage) -> None:
    button = await told_line_by_line(stage)
    await stage.pass_time(seconds=5)
    await stage.fault("fail", route="notification", count=2)
    await stage.join("nadia")
    shown = (await forge(stage, "mette", "script_late", button))["value"]
    bent = (await stage.rows("SELECT grade FROM informed WHERE kind = 'other'"))[0]
    assert bent["grade"] == "confirmed"
    assert (await row_of(stage, "nadia"))["grade"] == "posted"
    assert "Nadia" in words(shown)
    late = "SELECT 1 FROM tellings WHERE how = 'late'"
    kept = len(await stage.rows(late))
    await forge(stage, "mette", "script_late", button)  # an older card says nothing twice
    assert len(await stage.rows(late)) == kept
    await forge(stage, "mette", "script_late", carried(shown, "script_late"))
    assert (await row_of(stage, "nadia"))["grade"] == "confirmed"


@pytest.mark.rule("B20")
async def test_what_a_latecomer_was_told_is_not_what_holds_since(stage: Stage) -> None:
    button = await told_line_by_line(stage)
    await grant_a_wish(stage, citizen_name="Nadia Haddad", contact="nadia@borger.example")
    shown = words((await forge(stage, "mette", "script_late", button))["value"])
    assert text("card.ledger.changed", "da") in shown
    assert "script_said" in shown
    assert await stage.rows("SELECT 1 FROM informed WHERE grade = 'confirmed'") == []
