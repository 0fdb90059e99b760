"""A talk outside Teams, led by the script: begun, said, heard, broken off and ended by people alone."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from clock import ShiftedClock
from tests.scenario.stage import Stage, verbs, words
from tests.scenario.test_conduct import stage_actions
from tests.scenario.test_notice import forge
from tests.scenario.wishing import Town, in_town
from texts.catalog import text


@pytest.fixture
async def albertslund(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as town:
        yield town


@pytest.fixture
async def frederiksberg(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("frederiksberg", database_url, clock) as town:
        yield town


async def begin_talk(town: Town, kind: str = "phone", **typed: str) -> Any:
    """From the menu to the script: what Mette presses and fills in; the card she sees."""
    await town.stage.press("mette", "talk_open")
    typed = {"citizen_name": "Ole Madsen", "meeting_kind": kind} | typed
    return (await town.stage.press("mette", "talk_begin", **typed))["value"]


def script_card(stage: Stage, person: str = "mette") -> Any:
    """The script card as it stands in her chat, after a reload too."""
    for message in reversed(stage.messages(stage.personal(person))):
        card = message.card_for(person)
        if card and "script_print" in verbs(card):
            return card
    raise AssertionError("no script card")


async def say_next(stage: Stage, card: Any, person: str = "mette") -> Any:
    """She says the sentence that the card shows, and presses *Sagt*."""
    action = next(a for a in stage_actions(card) if a.get("verb") == "script_said")
    answer = await stage.press(
        person, "script_said", line=action["data"]["line"], round=action["data"]["round"]
    )
    return answer["value"]


async def say_all(stage: Stage, card: Any, *, until: str = "") -> Any:
    """All that is left, or as far as a sentence that says ``until``."""
    for _ in range(40):
        if "script_said" not in verbs(card) or (until and until in shown_now(card)):
            return card
        card = await say_next(stage, card)
    raise AssertionError(f"it never ends: {shown_now(card)!r}")


def shown_now(card: Any) -> str:
    """The sentence in the largest letters."""
    found = [
        part["text"]
        for part in _parts(card)
        if part.get("type") == "TextRun" and part.get("size") == "ExtraLarge"
    ]
    return " ".join(found)


def _parts(card: Any) -> list[dict[str, Any]]:
    if isinstance(card, dict):
        return [card, *(p for value in card.values() for p in _parts(value))]
    return [p for part in card for p in _parts(part)] if isinstance(card, list) else []


async def ledger(stage: Stage) -> list[Any]:
    return await stage.rows("SELECT * FROM informed ORDER BY created_at, id")


@pytest.mark.rule("A8", "B1")
async def test_a_talk_is_registered_in_two_presses_and_one_field(albertslund: Town) -> None:
    """A minute is plenty: open the form, write the name, save; the script is there (A8)."""
    stage = albertslund.stage
    opened = await stage.press("mette", "talk_open")
    inputs = [p for p in _parts(opened["value"]) if str(p.get("type", "")).startswith("Input.")]
    left = [p["id"] for p in inputs if p.get("value") in (None, "")]
    assert left == ["citizen_name"]  # the kind is chosen beforehand, the time is now
    card = (await stage.press("mette", "talk_begin", citizen_name="Ole Madsen"))["value"]
    assert "script_start" in verbs(card)
    assert "Ole" not in words(stage.messages(stage.personal("jens")))
    request = await stage.request()
    assert (request["state"], request["notice"]) == ("granted", True)
    meeting = await albertslund.meeting()
    assert (meeting["kind"], meeting["chat_id"]) == ("phone", None)


async def test_what_is_missing_is_asked_for_and_what_was_typed_stays(frederiksberg: Town) -> None:
    stage = frederiksberg.stage
    await stage.press("mette", "talk_open")
    empty = await stage.press("mette", "talk_begin", meeting_kind="in_person")
    assert text("problem.name_missing") in words(empty["value"])
    assert text("problem.ground_missing") in words(empty["value"])
    typed = {"meeting_kind": "in_person", "citizen_name": "Ole Madsen"}
    no_ground = await stage.press("mette", "talk_begin", **typed)
    assert "talk_begin" in verbs(no_ground["value"])
    assert "Ole Madsen" in words(no_ground["value"])
    own_words = await stage.press("mette", "talk_begin", **typed, ground="other")
    assert "register_submit" in verbs(own_words["value"])  # the whole form, with what she typed
    assert "Ole Madsen" in words(own_words["value"])
    assert await stage.rows("SELECT 1 FROM requests") == []


@pytest.mark.rule("A8", "B1", "B20")
async def test_a_phone_talk_sentence_by_sentence(albertslund: Town) -> None:
    stage = albertslund.stage
    card = await begin_talk(albertslund)
    assert "Samtalen er ikke begyndt" in words(card)
    assert await stage.rows("SELECT 1 FROM occurrences") == []
    card = (await stage.press("mette", "script_start"))["value"]
    assert shown_now(card).startswith("Goddag, du taler med")
    assert "Ole Madsen (optager) – skal have det at høre" in words(card)
    card = await say_next(stage, card)
    assert "er der andre, der lytter med" in shown_now(card)
    card = (
        await stage.press(
            "mette", "listener_add", listener_name="Karen Holm", listener_kind="interpreter"
        )
    )["value"]
    assert "Karen Holm (tolk) – skal have det at høre" in words(card)
    card = await say_next(stage, card)
    await stage.pass_time(seconds=40)
    assert shown_now(script_card(stage)) == shown_now(card)  # after a reload it stands there
    card = await say_all(stage, card, until="Nu taler vi om din sag")
    assert "Alle på listen er oplyst" in words(card)
    assert re.search(r"Karen Holm \(tolk\) – er oplyst, læst op af Mette \w+ kl\. ", words(card))
    rows = await ledger(stage)
    assert {row["kind"] for row in rows} == {"recorder", "interpreter"}
    assert {(row["grade"], row["channel"]) for row in rows} == {("confirmed", "read_aloud")}
    assert {row["evidence"] for row in rows} == {f"by:{albertslund.oid('mette')}"}
    assert (await stage.request())["announced_at"] is not None
    card = await say_all(stage, card)
    assert "Husk at stoppe optagelsen." in words(card)
    await stage.press("mette", "guide")
    await stage.press("mette", "guided")
    await stage.press("mette", "script")
    await stage.press("mette", "talk_end")
    note = await albertslund.note()
    assert "Karen Holm" in note
    assert "læst højt" in note
    said = await stage.rows("SELECT by_oid, line FROM said_lines ORDER BY at")
    assert {row["by_oid"] for row in said} == {albertslund.oid("mette")}
    assert [row["line"] for row in said if row["line"].startswith("end")] == ["end.1", "end.2"]
    facts = await stage.rows("SELECT facts::text AS facts FROM journal")
    assert not any("Karen" in row["facts"] for row in facts)


@pytest.mark.rule("A8", "B1", "B20")
@pytest.mark.parametrize("kind", ["in_person"])
async def test_in_person_everybody_there_is_asked_for(albertslund: Town, kind: str) -> None:
    stage = albertslund.stage
    card = await begin_talk(albertslund, kind)
    card = (await stage.press("mette", "script_start"))["value"]
    assert shown_now(card) == text("script.who")
    card = await say_next(stage, card)
    assert "Ikke alle er oplyst" in words(card)
    card = await say_all(stage, card, until="Nu taler vi om")
    assert "Alle på listen er oplyst" in words(card)


@pytest.mark.rule("B20")
async def test_nobody_is_told_before_the_last_sentence_is_said(albertslund: Town) -> None:
    stage = albertslund.stage
    await begin_talk(albertslund)
    card = (await stage.press("mette", "script_start"))["value"]
    while not shown_now(card).startswith("Træffer vi en afgørelse"):
        card = await say_next(stage, card)
        assert [row["grade"] for row in await ledger(stage)] == ["none"]
    await say_next(stage, card)
    assert [row["grade"] for row in await ledger(stage)] == ["confirmed"]


async def test_a_second_press_and_an_old_card_say_nothing_twice(albertslund: Town) -> None:
    stage = albertslund.stage
    await begin_talk(albertslund)
    card = (await stage.press("mette", "script_start"))["value"]
    action = next(a for a in stage_actions(card) if a.get("verb") == "script_said")
    after = shown_now(await say_next(stage, card))
    old = action["data"]  # an older card, still on another screen
    assert shown_now((await forge(stage, "mette", "script_said", old))["value"]) == after
    ahead = old | {"line": "end.2"}
    assert shown_now((await forge(stage, "mette", "script_said", ahead))["value"]) == after
    assert len(await stage.rows("SELECT 1 FROM said_lines")) == 1


@pytest.mark.rule("B20")
async def test_who_comes_later_hears_it_in_few_words(albertslund: Town) -> None:
    stage = albertslund.stage
    await begin_talk(albertslund)
    card = (await stage.press("mette", "script_start"))["value"]
    card = await say_all(stage, card, until="Nu taler vi om")
    card = (await stage.press("mette", "listener_add", listener_kind="companion"))["value"]
    assert "Uden navn (bisidder) – skal have det at høre" in words(card)
    assert "Ikke alle er oplyst" in words(card)
    card = (await stage.press("mette", "script_late"))["value"]
    assert "Alle på listen er oplyst" in words(card)
    tellings = await stage.rows("SELECT how FROM tellings ORDER BY at")
    assert [row["how"] for row in tellings] == ["voice", "late"]


@pytest.mark.rule("B20")
async def test_who_is_put_on_the_list_meanwhile_has_not_heard_it(albertslund: Town) -> None:
    """Karen has been told; Lis was put on the list on another screen just before Mette says so."""
    stage = albertslund.stage
    await begin_talk(albertslund)
    card = (await stage.press("mette", "script_start"))["value"]
    await say_all(stage, card, until="Nu taler vi om")
    karen = {"listener_name": "Karen Holm", "listener_kind": "companion"}
    card = (await stage.press("mette", "listener_add", **karen))["value"]
    told = next(a["data"] for a in stage_actions(card) if a.get("verb") == "script_late")
    await stage.pass_time(seconds=5)
    await stage.press("mette", "listener_add", listener_name="Lis", listener_kind="other")
    shown = words((await forge(stage, "mette", "script_late", told))["value"])
    assert "Karen Holm (bisidder) – er oplyst" in shown
    assert "Lis (en anden) – skal have det at høre" in shown


async def test_the_list_takes_nobody_twice_and_lets_go_of_who_is_not_there(
    albertslund: Town,
) -> None:
    stage = albertslund.stage
    await begin_talk(albertslund)
    await stage.press("mette", "script_start")
    karen = {"listener_name": "Karen Holm", "listener_kind": "companion"}
    await stage.press("mette", "listener_add", **karen)
    twice = await stage.press("mette", "listener_add", **karen)
    assert "står på listen i forvejen" in words(twice["value"])
    nobody = await stage.press("mette", "listener_add", listener_name="", listener_kind="other")
    assert "Skriv navnet" in words(nobody["value"])
    row = (await ledger(stage))[-1]
    dropped = await stage.press("mette", "listener_drop", listener=str(row["id"]))
    assert "Karen" not in words(dropped["value"])
    assert len(await ledger(stage)) == 1
    left = await stage.rows("SELECT 1 FROM personal WHERE owner_id = :id", id=row["id"])
    assert left == []  # the name went with the row


@pytest.mark.rule("C12")
async def test_after_a_break_it_is_all_said_again(albertslund: Town) -> None:
    stage = albertslund.stage
    await begin_talk(albertslund)
    card = (await stage.press("mette", "script_start"))["value"]
    await say_all(stage, card, until="Nu taler vi om")
    asked = await stage.press("mette", "guide_situation", situation="handover")
    assert "Nu får en anden telefonen." in words(asked["value"])
    await stage.press("mette", "guide_done", situation="handover")
    card = (await stage.press("mette", "script"))["value"]
    assert "Pause siden" in words(card)
    assert "script_said" not in verbs(card)
    await stage.pass_time(minutes=5)
    card = (await stage.press("mette", "break_over"))["value"]
    assert shown_now(card).startswith("Er du alene nu")
    assert "skal have det at høre" in words(card)
    await stage.press("mette", "listener_add", listener_name="Lis", listener_kind="other")
    card = await say_all(stage, card, until="Nu taler vi om")
    assert "Alle på listen er oplyst" in words(card)
    assert len(await stage.rows("SELECT 1 FROM evidence WHERE grade = 'confirmed'")) == 3
    await stage.press("mette", "guide")
    await stage.press("mette", "guided")
    await stage.press("mette", "script")
    await stage.press("mette", "talk_end")
    note = await albertslund.note()
    assert "Telefonen gik til en anden kl." in note
    assert "Alle var med igen kl." in note


@pytest.mark.rule("A18", "B19")
async def test_a_no_is_explained_with_the_reasons_of_the_letter(frederiksberg: Town) -> None:
    stage = frederiksberg.stage
    await frederiksberg.ask("phone")
    criteria = ("communication", "remember", "cooperation", "companion", "purpose")
    form = {f"verdict.{c}": "against" for c in criteria}
    form |= {f"note.{c}": "Borgeren har selv fortalt om det her." for c in criteria}
    await stage.press("jens", "refuse_open", **form)
    need = "Ole kan få et skriftligt referat samme dag, som vi læser igennem sammen med ham."
    weigh = "Vi har lagt vægt på, at samtalen også handler om hans søns forhold i skolen."
    await frederiksberg.refuse("jens", "", need=need, weighing=weigh)
    assert (await stage.request())["state"] == "not_granted"
    await stage.press("mette", "guide", having="L-")
    card = (await stage.press("mette", "script"))["value"]
    assert "hans søns forhold" in words(card)
    card = (await stage.press("mette", "script_start"))["value"]
    assert "Der bliver ikke optaget" in words(card)
    await say_all(stage, card)
    assert (
        await stage.rows("SELECT 1 FROM evidence") == []
    )  # nothing is recorded: nobody is told so
    paper = (await stage.press("mette", "script_print"))["value"]
    assert "hans søns" not in words(paper)


@pytest.mark.rule("A8")
async def test_a_talk_that_nobody_ended_is_ended_by_the_clock(albertslund: Town) -> None:
    stage = albertslund.stage
    await begin_talk(albertslund)
    card = (await stage.press("mette", "script_start"))["value"]
    await say_all(stage, card, until="Nu taler vi om")
    await stage.pass_time(hours=3)
    assert (await stage.rows("SELECT ended_at FROM occurrences"))[0]["ended_at"] is not None
    assert (await albertslund.meeting())["state"] == "past"


async def test_nobody_else_leads_the_talk(albertslund: Town) -> None:
    stage = albertslund.stage
    await begin_talk(albertslund)
    meeting = str((await albertslund.meeting())["id"])
    verbs_ = ("script", "script_start", "script_print", "listener_add", "talk_end", "break_over")
    for verb in verbs_:
        answer = words(await forge(stage, "nadia", verb, {"meeting_id": meeting}))
        assert text("toast.only_employees") in answer
    assert await stage.rows("SELECT 1 FROM occurrences") == []
    assert await stage.rows("SELECT 1 FROM print_links") == []


@pytest.mark.rule("B20")
async def test_who_phones_into_a_teams_meeting_is_told_line_by_line(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("virtual")
    await albertslund.begin("virtual", "ole")
    shown = await stage.press("mette", "phone_possible", having="Hvem er oplyst")
    assert "Muligvis nogen på telefon – skal have det at høre" in words(shown["value"])
    typed = {"listener_name": "Bent Friis", "listener_kind": "other"}
    shown = await stage.press("mette", "listener_add", having="Hvem er oplyst", **typed)
    assert "Bent Friis (en anden) – skal have det at høre" in words(shown["value"])
    card = (await stage.press("mette", "script", having="Hvem er oplyst"))["value"]
    assert "talk_end" not in verbs(card)  # Teams tells when it is over
    card = await say_all(stage, card)
    assert "Alle på listen er oplyst" in words(card)
    rows = {row["kind"]: row["grade"] for row in await ledger(stage)}
    assert rows["phone"] == rows["other"] == "confirmed"
