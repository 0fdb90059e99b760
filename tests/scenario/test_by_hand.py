"""Teams meetings that Teams does not tell of: the app is out, or it is an instant one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from clock import ShiftedClock
from tests.scenario.stage import verbs, verdicts, words
from tests.scenario.test_papers import fetch, path_of
from tests.scenario.test_script import ledger, say_all, script_card, shown_now
from tests.scenario.wishing import Town, in_town
from texts.catalog import text


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("frederiksberg", database_url, clock) as made:
        yield made


@pytest.mark.rule("B20")
async def test_granted_after_the_app_was_taken_out_the_employee_has_the_script_at_once(
    town: Town,
) -> None:
    stage = town.stage
    await town.ask("virtual")
    await stage.do("remove_app", "mette", meeting=stage.meeting)
    before = stage.card(stage.personal("mette"), having="Lydhør er fjernet fra et møde")
    assert "script" not in verbs(before.card)
    await stage.press("jens", "grant", **verdicts())
    card = stage.card(stage.personal("mette"), having="Lydhør er fjernet fra et møde")
    assert card.id != before.id
    assert "Ole Madsen optager" in words(card.card)
    assert "script" in verbs(card.card)


@pytest.mark.rule("B20")
async def test_with_the_app_out_the_employee_leads_it_by_hand_and_all_is_accounted_for(
    town: Town,
) -> None:
    stage = town.stage
    await town.ask("virtual")
    await stage.press("jens", "grant", **verdicts())
    await stage.do("remove_app", "mette", meeting=stage.meeting)
    card = (await stage.press("mette", "script", having="Lydhør er fjernet"))["value"]
    assert "script_start" in verbs(card)
    card = (await stage.press("mette", "script_start"))["value"]
    assert shown_now(card) == text("script.who")
    typed = {"listener_name": "Nadia Friis", "listener_kind": "other"}
    await stage.press("mette", "listener_add", **typed)
    card = await say_all(stage, script_card(stage), until="Nu taler vi om")
    assert text("card.script.complete") in words(card)
    told = [row for row in await ledger(stage) if row["kind"] in ("recorder", "other")]
    assert {row["grade"] for row in told} == {"confirmed"}
    page = (await fetch(stage, path_of(await stage.press("mette", "ledger_export")), "POST"))[1]
    assert text("account.began_by.person") in page
    await stage.press("mette", "script")
    await stage.press("mette", "talk_end")
    assert "Nadia Friis" in await town.note()


@pytest.mark.rule("B20")
async def test_the_app_taken_out_of_a_running_meeting_stands_in_the_account(town: Town) -> None:
    stage = town.stage
    await town.ask("virtual")
    await stage.press("jens", "grant", **verdicts())
    await town.begin("virtual", "ole")
    await stage.do("remove_app", "mette", meeting=stage.meeting)
    card = stage.card(stage.personal("mette"), having="Lydhør er fjernet fra et møde")
    assert text("card.removed.text_running") in words(card.card)
    ledger_now = words(stage.card(stage.personal("mette"), having="Hvem er oplyst").card)
    assert text("card.ledger.blind") in ledger_now
    exported = await stage.press("mette", "ledger_export", having="Hvem er oplyst")
    page = (await fetch(stage, path_of(exported), "POST"))[1]
    assert text("account.event.app_removed") in page


@pytest.mark.rule("B20")
async def test_an_instant_meeting_sends_no_event_and_is_announced_within_a_minute(
    town: Town,
) -> None:
    stage = town.stage
    await stage.meet(people=["mette", "jens", "ole"], in_minutes=0, install=False, kind="MeetNow")
    await stage.do("start", "mette", meeting=stage.meeting)
    await stage.join("ole")
    await stage.do("install_app", "mette", meeting=stage.meeting)
    await town.tell({"meeting": str((await town.meeting())["id"])})
    await stage.press("jens", "grant", **verdicts())
    await stage.pass_time(seconds=45)
    assert any("Ole Madsen optager" in words(m.card) for m in stage.messages(stage.chat))
    assert (await stage.rows("SELECT noticed_by FROM occurrences"))[0]["noticed_by"] != "event"
