"""Saying no, in every municipality's own way: on a ground, with reasons of its own (C9, C23, C26, C31)."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from clock import ShiftedClock
from tests.scenario.refusals import (
    ASSESSED,
    DIFFERENT,
    HISTORY,
    NEED,
    OTHERS,
    REASONS,
    WEIGHING,
    begin,
    propose,
)
from tests.scenario.stage import on_stage, words
from tests.scenario.wishing import Town, in_town, with_two_units
from texts.catalog import text


@pytest.fixture
async def nyborg(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("nyborg", database_url, clock) as town:
        yield town


@pytest.fixture
async def albertslund(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as town:
        yield town


# --- the general guideline: the employee decides ------------------------------------------------


@pytest.mark.rule("A6", "A14")
async def test_the_caseworker_assesses_her_own_meeting_in_writing(nyborg: Town) -> None:
    stage = nyborg.stage
    row = await nyborg.ask("in_person")
    mette = stage.sandbox.world.people["mette"].oid
    assert (row["state"], row["approver_oid"]) == ("under_assessment", mette)
    assert not stage.has_card(stage.personal("jens"), "grant")
    bare = await stage.press("mette", "grant", **{"verdict.need": "for", "note.need": ""})
    assert "Skriv din vurdering" in words(bare["value"])
    assert (await stage.request())["state"] == "under_assessment"
    await stage.press("mette", "grant", **ASSESSED)
    decided = await stage.request()
    assert (decided["state"], decided["decided_by"]) == ("granted", mette)
    assert len(stage.answers()) == 1


@pytest.mark.rule("A10")
async def test_the_card_says_what_holds_where_there_is_a_need(nyborg: Town) -> None:
    await nyborg.ask("phone")
    card = nyborg.stage.card(nyborg.stage.personal("mette"), having="grant")
    assert "er udgangspunktet, at ønsket bliver imødekommet" in words(card.card)


@pytest.mark.rule("A14")
async def test_nobody_is_asked_while_it_lies_in_the_queue_and_no_deputy_after(nyborg: Town) -> None:
    stage = nyborg.stage
    await nyborg.ask("in_person", caseworker="department")
    for person in ("mette", "nadia", "jens", "lene"):
        assert not stage.has_card(stage.personal(person), "note.need")
    await stage.press("nadia", "queue_take")
    assert stage.has_card(stage.personal("nadia"), "grant")
    await stage.pass_time(minutes=50)
    assert (await stage.request())["deputy_oid"] is None
    assert not stage.has_card(stage.personal("lene"), "grant")
    await stage.press("nadia", "grant", **ASSESSED)
    assert (await stage.request())["state"] == "granted"


@pytest.mark.rule("A10", "A16", "A17")
async def test_a_refusal_answers_the_need_and_says_how_to_explain_it(nyborg: Town) -> None:
    stage = nyborg.stage
    await nyborg.ask("phone")
    await stage.press("mette", "refuse_open", **ASSESSED)
    unanswered = await stage.press("mette", "refuse_preview", **(REASONS | {"part.need": ""}))
    assert "refuse_confirm" not in words(unanswered["value"])
    stock = {"part.weighing": "Vores retningslinjer"}
    assert "refuse_confirm" not in words(
        (await stage.press("mette", "refuse_preview", **(REASONS | stock)))["value"]
    )
    await stage.press("mette", "refuse_preview", **REASONS)
    await stage.press("mette", "refuse_confirm")
    request = await stage.request()
    assert (request["state"], request["refusal_ground"]) == ("not_granted", "assessed")
    async with stage.database.unit() as unit:
        sealed = await unit.personal.get(request["id"])
    assert (sealed["part.need"], sealed["part.weighing"]) == (NEED, WEIGHING)
    assert [name for name in sealed if name.startswith("draft.")] == []


@pytest.mark.rule("A18")
async def test_a_refusal_can_be_explained_aloud_with_the_same_reason(nyborg: Town) -> None:
    stage = nyborg.stage
    await nyborg.ask("phone")
    await stage.press("mette", "refuse_open", **ASSESSED)
    await stage.press("mette", "refuse_preview", **REASONS)
    decided = words((await stage.press("mette", "refuse_confirm"))["value"])
    assert "Sådan kan du forklare det" in decided
    async with stage.database.unit() as unit:
        spoken = (await unit.personal.get((await stage.request())["id"]))["spoken"]
    assert len(spoken.split()) <= 60
    assert spoken.split()[0] in decided


@pytest.mark.rule("A13")
async def test_without_a_ground_the_citizen_is_asked_and_never_refused_for_it(nyborg: Town) -> None:
    stage = nyborg.stage
    row = await nyborg.ask("phone", ground="", own_words="")
    assert row["state"] == "awaiting_information"
    card = words(stage.card(stage.personal("mette"), having="grant").card)
    assert "Ring og spørg" in card
    await stage.press("mette", "refuse_open", **ASSESSED)
    refused = await stage.press("mette", "refuse_preview", **REASONS)
    assert "refuse_confirm" not in words(refused["value"])
    await stage.press("mette", "assessment_reopen")
    await stage.press("mette", "grant", **ASSESSED)
    assert (await stage.request())["state"] == "granted"


@pytest.mark.rule("A7", "A9")
async def test_undecided_at_the_start_it_may_be_decided_now(nyborg: Town) -> None:
    stage = nyborg.stage
    await nyborg.ask("virtual")
    await nyborg.begin("virtual", "ole")
    assert (await stage.request())["state"] == "under_assessment"
    card = words(stage.card(stage.personal("mette"), having="note.need").card)
    assert text("notice.undecided_at_start") in card
    await stage.press("mette", "grant", **ASSESSED)
    assert (await stage.request())["state"] == "granted"


# --- on a ground --------------------------------------------------------------------------------


@pytest.mark.rule("C23")
@pytest.mark.parametrize("missing", ["part.history", "part.this_meeting", "part.their_need"])
async def test_half_of_it_is_no_ground(albertslund: Town, missing: str) -> None:
    await albertslund.ask("in_person")
    await begin(albertslund, "history")
    half = {name: said for name, said in HISTORY.items() if name != missing}
    answer = await albertslund.stage.press("mette", "refuse_preview", **half)
    assert "refuse_confirm" not in words(answer["value"])
    assert (await albertslund.stage.request())["proposed_by"] is None


@pytest.mark.rule("C9")
@pytest.mark.parametrize("ground", ["", "our_policy"])
async def test_without_one_of_the_grounds_there_is_no_way_on(
    albertslund: Town, ground: str
) -> None:
    await albertslund.ask("phone")
    answer = await begin(albertslund, ground)
    said = words(answer["value"])
    assert "Vælg, hvilken grund der taler imod" in said
    assert "refuse_preview" not in said
    stage, chat = albertslund.stage, albertslund.stage.personal("mette")
    await stage.press("mette", "refuse_ground", ground="history")
    card = stage.card(chat, having="refuse_open")
    shown = json.dumps(card.card_for("mette")).replace(
        '"ground": "history"', f'"ground": "{ground}"'
    )
    forged = await stage.do(
        "press", "mette", chat=chat, message=card.id, verb="refuse_preview",
        data=HISTORY, card=json.loads(shown),
    )  # fmt: skip
    assert "refuse_confirm" not in words(forged["value"])


@pytest.mark.rule("C30", "C31")
async def test_the_part_about_others_is_left_out_and_the_own_part_may_be_recorded(
    albertslund: Town,
) -> None:
    stage = albertslund.stage
    await albertslund.ask("virtual")
    await propose(albertslund, "others_affairs", **OTHERS, partial="true")
    await albertslund.begin("virtual", "ole")
    told = len(stage.messages(stage.chat))
    await stage.press("jens", "refuse_agree")
    request = await stage.request()
    assert (request["state"], request["scope"]) == ("granted", "own_part")
    assert request["answer_state"] == "sent"
    case = words(stage.card(stage.personal("mette"), having="handover_open").card)
    assert "Sådan kan du forklare det" in case  # the part that is refused, aloud (A18, C31)
    assert len(stage.messages(stage.chat)) >= told
    kept = (await stage.rows("SELECT outcome, refusal_ground FROM precedents"))[0]
    assert (kept["outcome"], kept["refusal_ground"]) == ("own_part", "others_affairs")


@pytest.mark.rule("C31")
async def test_all_three_sides_are_needed(albertslund: Town) -> None:
    await albertslund.ask("virtual")
    for missing in OTHERS:
        await begin(albertslund, "others_affairs")
        half = OTHERS | {missing: ""}
        answer = await albertslund.stage.press("mette", "refuse_preview", **half)
        assert "refuse_confirm" not in words(answer["value"]), missing


@pytest.mark.rule("C24")
async def test_devices_stay_out_in_person_only(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("in_person")
    asked = words((await begin(albertslund, "history"))["value"])
    assert "devices_out" in asked
    nowhere = await stage.press("mette", "refuse_preview", **HISTORY, devices_out="true")
    assert "refuse_confirm" not in words(nowhere["value"])
    kept = HISTORY | {"devices_out": "true", "devices_place": "i skabet ved receptionen"}
    preview = words((await stage.press("mette", "refuse_preview", **kept))["value"])
    assert "i skabet ved receptionen" in preview
    assert "høreapparat" in preview.lower()
    await stage.press("mette", "refuse_confirm")
    await stage.press("jens", "refuse_agree")
    assert (await stage.request())["devices_out"] is True


@pytest.mark.rule("C24")
@pytest.mark.parametrize("kind", ["phone", "virtual"])
async def test_devices_are_never_spoken_of_elsewhere(albertslund: Town, kind: str) -> None:
    stage = albertslund.stage
    await albertslund.ask(kind)
    assert "devices_out" not in words((await begin(albertslund, "history"))["value"])
    forged = HISTORY | {"devices_out": "true", "devices_place": "i skabet"}
    answer = await stage.press("mette", "refuse_preview", **forged)
    assert "refuse_confirm" not in words(answer["value"])


async def test_pressing_through_leads_to_no_refusal(albertslund: Town) -> None:
    """Every button of the way, with nothing typed: nothing is proposed and nothing decided."""
    stage = albertslund.stage
    await albertslund.ask("in_person")
    await stage.press("mette", "refuse_open")
    for ground in ("history", "others_affairs", "other_factual"):
        if ground == "history":
            nothing = await stage.press("mette", "refuse_ground")
            assert "refuse_preview" not in words(nothing["value"])
        await stage.press("mette", "refuse_ground", ground=ground)
        answer = await stage.press("mette", "refuse_preview")
        assert "refuse_confirm" not in words(answer["value"])
        await stage.press("mette", "refuse_open")
    request = await stage.request()
    assert (request["state"], request["proposed_by"]) == ("granted", None)


async def test_a_long_sentence_gets_a_hint_and_is_not_stopped(albertslund: Town) -> None:
    await albertslund.ask("in_person")
    long = (
        "Han har gennem lang tid og ved flere lejligheder, som alle er beskrevet i sagen, og som vi "
        "også har talt med ham om, skrevet til os, at han lægger samtalerne på nettet bagefter."
    )
    await begin(albertslund, "history")
    preview = await albertslund.stage.press(
        "mette", "refuse_preview", **(HISTORY | {"part.history": long})
    )
    said = words(preview["value"])
    assert "Prøv at dele sætningen op" in said
    assert "refuse_confirm" in said


@pytest.mark.rule("C33")
async def test_the_background_is_told_and_is_no_ground(albertslund: Town) -> None:
    await albertslund.ask("in_person")
    said = words((await begin(albertslund, "other_factual"))["value"])
    assert "Det er ikke en grund i sig selv" in said
    assert "HR og Jura" in said


# --- equal treatment ----------------------------------------------------------------------------


@pytest.mark.rule("C10", "C11")
async def test_what_another_unit_allowed_is_shown_and_must_be_answered(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    units = with_two_units(tmp_path)
    async with in_town("albertslund", database_url, clock, **units) as town:
        stage = town.stage
        await stage.do("install_personal", "ahmed")
        await town.ask("phone", "ahmed", ground="memory", citizen_name="Amal Said")
        await town.ask("in_person", "mette", ground="memory")
        card = words((await begin(town, "history"))["value"])
        assert "kvartal 2026, telefon: måtte optage" in card
        assert "Amal" not in card
        assert "Beskæftigelse" not in card
        silent = await stage.press("mette", "refuse_preview", **HISTORY)
        assert "hvorfor dette tilfælde er anderledes" in words(silent["value"])
        await stage.press("mette", "refuse_preview", **HISTORY, deviation=DIFFERENT)
        await stage.press("mette", "refuse_confirm")
        assert DIFFERENT in words(stage.card(stage.personal("jens"), having="refuse_agree").card)
        await stage.press("jens", "refuse_agree")
        request = await stage.request()
        assert request["state"] == "not_granted"
        async with stage.database.unit() as unit:
            assert (await unit.personal.get(request["id"]))["deviation"] == DIFFERENT
        rows = await stage.rows("SELECT * FROM precedents ORDER BY department")
        assert sorted(row["outcome"] for row in rows) == ["granted", "not_granted"]
        assert len({row["department"] for row in rows}) == 2


# --- a municipality that is a profile and nothing else ------------------------------------------


@pytest.fixture
async def gladsaxe(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    path = Path(__file__).parents[1] / "profiles" / "gladsaxe.yaml"
    async with on_stage(database_url, clock, MUNICIPALITY=str(path)) as stage:
        yield Town(stage, "albertslund")
        stage.calm()


async def test_a_veto_is_one_persons_and_is_explained(gladsaxe: Town) -> None:
    stage = gladsaxe.stage
    row = await gladsaxe.ask("in_person")
    assert row["state"] == "granted"
    first = words((await stage.press("mette", "refuse_open"))["value"])
    assert "refuse_ground" not in first  # one ground: no choice to make
    bare = await stage.press("mette", "refuse_preview")
    assert "refuse_confirm" not in words(bare["value"])
    assert (await stage.request())["state"] == "granted"
    veto = {"part.need": NEED, "part.reason": WEIGHING}
    await stage.press("mette", "refuse_preview", **veto)
    await stage.press("mette", "refuse_confirm")
    request = await stage.request()
    mette = stage.sandbox.world.people["mette"].oid
    assert (request["state"], request["decided_by"]) == ("not_granted", mette)
    assert (request["confirmed_by"], request["answer_state"]) == (None, "sent")
    assert "gæld" in stage.answers()[-1]["html"]


# --- advice -------------------------------------------------------------------------------------


@pytest.mark.rule("C32")
async def test_hr_and_legal_may_be_asked_and_nothing_written_is_lost(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("in_person")
    await begin(albertslund, "history")
    await stage.press("mette", "legal_open", having="part.history", **HISTORY)
    await stage.press("mette", "legal_ask", question="Er en gammel optagelse på nettet nok?")
    await stage.press("lene", "legal_answer", legal_answer="Nej, ikke alene. Se på i dag også.")
    again = words((await begin(albertslund, "history"))["value"])
    assert "Nej, ikke alene. Se på i dag også." in again
    assert HISTORY["part.conclusion"] in again
    await stage.press("mette", "refuse_preview", **HISTORY)
    await stage.press("mette", "refuse_confirm")
    assert (await stage.request())["proposed_by"] is not None


@pytest.mark.rule("C32")
async def test_the_second_person_may_ask_too(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("in_person")
    await propose(albertslund)
    answer = await stage.press("jens", "legal_open")
    assert "question" in words(answer["value"])
    assert (await stage.request())["state"] == "granted"
