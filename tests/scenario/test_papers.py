"""What can be printed: the script that names nobody, and the account that opens once (B20)."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from html import unescape
from typing import Any

import aiohttp
import pytest

from clock import ShiftedClock
from tests.scenario.stage import Stage, verbs, words
from tests.scenario.test_conduct import stage_actions
from tests.scenario.test_notice import forge
from tests.scenario.test_script import begin_talk, ledger, say_all, script_card
from tests.scenario.wishing import Town, in_town
from texts.catalog import text

GROUND = "Jeg har en hjerneskade"


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as made:
        yield made


def path_of(answer: Any) -> str:
    """Where the link of the card leads, as far as this stage is concerned."""
    action = next(a for a in _actions(answer["value"]) if a["type"] == "Action.OpenUrl")
    assert action["url"].startswith("http://localhost:3978/print/")
    return str(action["url"].removeprefix("http://localhost:3978"))


def _actions(card: Any) -> list[dict[str, Any]]:
    if isinstance(card, dict):
        own = [card] if str(card.get("type", "")).startswith("Action.") else []
        return own + [a for value in card.values() for a in _actions(value)]
    return [a for part in card for a in _actions(part)] if isinstance(card, list) else []


async def fetch(stage: Stage, path: str, method: str = "GET") -> tuple[int, str]:
    async with aiohttp.ClientSession() as web, web.request(method, stage.base + path) as answer:
        return answer.status, await answer.text()


async def exported(stage: Stage, occurrence: object = "", language: str = "da") -> str:
    """The account of who was told, as words: of this occurrence, else of the newest."""
    newest = "SELECT id FROM occurrences ORDER BY started_at DESC LIMIT 1"
    found = occurrence or (await stage.rows(newest))[0]["id"]
    pressed = await forge(stage, "mette", "ledger_export", {"occurrence_id": str(found)})
    status, page = await fetch(stage, f"{path_of(pressed)}?lang={language}", "POST")
    assert status == 200
    body = page.split("<body", 1)[1]
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))


async def talk_told(town: Town) -> None:
    """A phone talk in which Ole and an interpreter have heard everything."""
    stage = town.stage
    await begin_talk(town)
    await stage.press("mette", "script_start")
    await stage.press(
        "mette", "listener_add", listener_name="Karen Holm", listener_kind="interpreter"
    )
    await say_all(stage, script_card(stage), until="Nu taler vi om")


# --- the script on paper --------------------------------------------------------------------------


@pytest.mark.rule("A8", "B1")
async def test_the_paper_has_the_same_steps_and_names_nobody(town: Town) -> None:
    stage = town.stage
    await begin_talk(town)
    answer = await stage.press("mette", "script_print")
    path = path_of(answer)
    status, page = await fetch(stage, path)
    assert status == 200
    for said in ("Er du alene", "Du må gerne optage samtalen.", "Husk at stoppe optagelsen."):
        assert said in page
    assert page.count('class="box"') >= 17
    for name in ("Ole", "Madsen", "Mette"):
        assert name not in page
    assert '<html lang="da">' in page
    assert "<h1>" in page
    assert '<th scope="col">' in page
    assert (await stage.request())["number"] in page
    english = (await fetch(stage, path + "?lang=en"))[1]
    assert '<html lang="en">' in english
    assert "Remember to stop" in english
    assert not re.search(r"[æøå]", english.split("<body>")[1].split("På dansk")[1])


@pytest.mark.rule("A8", "A18")
async def test_the_paper_holds_no_ground_and_no_reasons(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("frederiksberg", database_url, clock) as town:
        stage = town.stage
        await town.ask("phone", own_words=GROUND)
        await stage.press("mette", "guide", having="L-")
        await stage.press("mette", "script")
        page = (await fetch(stage, path_of(await stage.press("mette", "script_print"))))[1]
        assert text("paper.not_recorded") in page
        assert "hjerneskade" not in page
        assert "huske" not in page


async def test_a_link_ends_and_says_nothing_of_what_it_was(town: Town) -> None:
    stage = town.stage
    await begin_talk(town)
    path = path_of(await stage.press("mette", "script_print"))
    assert (await fetch(stage, path))[0] == 200
    assert (await fetch(stage, path))[0] == 200  # names nobody, so it may be opened again
    await stage.pass_time(minutes=61)
    ended = await fetch(stage, path)
    assert ended == await fetch(stage, "/print/" + "x" * 43)
    assert ended[0] == 410
    assert text("paper.gone") in ended[1]
    stored = await stage.rows("SELECT token_hash FROM print_links")
    assert path.removeprefix("/print/") not in str(stored)
    await stage.pass_time(days=3)
    assert await stage.rows("SELECT 1 FROM print_links") == []


# --- the account of who was told ------------------------------------------------------------------


@pytest.mark.rule("B20")
async def test_a_lawyer_can_read_who_was_told_how_and_when(town: Town) -> None:
    stage = town.stage
    await talk_told(town)
    path = path_of(await stage.press("mette", "ledger_export"))
    status, page = await fetch(stage, path, "POST")
    assert status == 200
    shown = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert text("account.no_consent") in shown
    assert text("account.complete") in shown
    assert "Ole Madsen" in shown
    assert "Karen Holm Tolk" in shown
    assert "En medarbejder har sagt det og bekræftet det, læst højt (Mette" in shown
    assert re.search(r"kl\. \d\d\.\d\d \(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\)", shown)
    assert "Retningslinje albertslund, version 1" in shown
    assert "Du må gerne optage samtalen." in shown  # what was said, word for word
    assert (
        " id " not in shown.split(text("account.told"))[0]
    )  # a person said it: no id, least of all hers
    assert town.oid("mette")[:8] not in shown
    assert text("account.missing_nobody") in shown
    english = path_of(await stage.press("mette", "ledger_export", having="script_print"))
    assert "has been told" in (await fetch(stage, english + "?lang=en", "POST"))[1].casefold()


@pytest.mark.rule("B20")
async def test_the_account_opens_once_by_a_press_and_is_noted(town: Town) -> None:
    stage = town.stage
    await talk_told(town)
    path = path_of(await stage.press("mette", "ledger_export"))
    for _ in range(3):  # what looks at links by itself opens nothing
        status, page = await fetch(stage, path)
        assert status == 200
        assert "Ole" not in page
    assert (await fetch(stage, path, "POST"))[0] == 200
    assert (await fetch(stage, path, "POST"))[0] == 410
    assert (await fetch(stage, path))[0] == 410
    noted = await stage.rows(
        "SELECT actor, kind FROM journal WHERE kind LIKE 'ledger_%' ORDER BY seq"
    )
    assert [row["kind"] for row in noted] == ["ledger_link_made", "ledger_exported"]
    assert {row["actor"] for row in noted} == {town.oid("mette")}


@pytest.mark.rule("B20")
async def test_who_was_not_reached_stands_there_too(town: Town) -> None:
    stage = town.stage
    await talk_told(town)
    await stage.press("mette", "listener_add", listener_name="Lis Friis", listener_kind="other")
    page = (await fetch(stage, path_of(await stage.press("mette", "ledger_export")), "POST"))[1]
    assert text("account.incomplete") in page
    assert "Lis Friis: ingen besked, der kan vises." in page


async def test_a_deleted_name_is_shown_as_deleted_wherever_it_stood(town: Town) -> None:
    stage = town.stage
    await stage.press("mette", "talk_open")
    await stage.press("mette", "talk_begin", citizen_name="Ole Madsen", meeting_kind="in_person")
    card = (await stage.press("mette", "script_start"))["value"]
    card = await say_all(stage, card, until="optager lyden")
    assert "Ole Madsen optager" in words(card)
    await say_all(stage, card, until="Nu taler vi om")
    request, rows = await stage.request(), await ledger(stage)
    async with stage.database.unit() as unit:
        await unit.personal.delete(request["id"], ["citizen_name"], case_id=request["id"])
        await unit.personal.delete(rows[0]["id"], case_id=rows[0]["occurrence_id"])
    page = (await fetch(stage, path_of(await stage.press("mette", "ledger_export")), "POST"))[1]
    assert "Madsen" not in page
    assert "(navnet er slettet) optager" in page


@pytest.mark.rule("B20")
async def test_the_leader_and_the_dpo_ask_by_number_and_nobody_else(town: Town) -> None:
    stage = town.stage
    await talk_told(town)
    number = (await stage.request())["number"]
    for person in ("jens", "birgit"):
        await forge(stage, person, "ledger_find", {})
        wrong = await forge(stage, person, "ledger_find", {"number": "L-2222222"})
        assert text("problem.ledger_not_found") in words(wrong["value"])
        found = await forge(stage, person, "ledger_find", {"number": f" {number.lower()} "})
        assert (await fetch(stage, path_of(found), "POST"))[0] == 200
    refused = await forge(stage, "nadia", "ledger_find", {"number": number})
    assert text("toast.only_those_who_may_export") in words(refused)
    other_leader = await forge(stage, "lene", "ledger_find", {"number": number})
    assert text("problem.ledger_not_found") in words(other_leader["value"])
    occurrence = str((await stage.rows("SELECT id FROM occurrences"))[0]["id"])
    for person in ("nadia", "lene"):
        refused = await forge(stage, person, "ledger_export", {"occurrence_id": occurrence})
        assert text("toast.only_those_who_may_export") in words(refused)
    assert len(await stage.rows("SELECT 1 FROM print_links")) == 2


async def test_leaders_and_the_dpo_find_the_button_others_do_not(town: Town) -> None:
    stage = town.stage
    for person, has in (("jens", True), ("birgit", True), ("mette", False), ("nadia", False)):
        shown = await forge(stage, person, "menu", {})
        assert ("ledger_find" in verbs(shown["value"])) == has, person
        assert stage_actions(shown["value"])
