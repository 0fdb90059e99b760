"""What a profile says is what the forms offer and what people are told."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from clock import COPENHAGEN, ShiftedClock
from guidelines.profile import load_profile
from sandbox.cast import DEPARTMENT_NAME, DEPARTMENT_PHONE, departments
from tests.scenario.refusals import HISTORY, begin
from tests.scenario.stage import verbs, words
from tests.scenario.wishing import ASKING, Town, in_town
from texts.dates import plain_date

SHIPPED = Path(__file__).parents[2] / "guidelines"
PROFILES = Path(__file__).parents[1] / "profiles"


def silkeborg() -> str:
    """A municipality that covers home visits."""
    path = str(PROFILES / "silkeborg.yaml")
    ASKING[path] = ASKING["albertslund"]
    return path


def all_words(town: Town, person: str) -> str:
    """Everything that stands in a person's own chat."""
    chat = town.stage.messages(town.stage.personal(person))
    return " ".join(f"{m.text} {words(m.card) if m.card else ''}" for m in chat)


# --- the kinds of meeting -------------------------------------------------------------------------


@pytest.mark.rule("A8", "B1", "C4")
async def test_a_home_visit_where_the_guideline_covers_it(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(silkeborg(), database_url, clock) as here:
        form = await here.stage.press("mette", "register_open")
        assert "På hjemmebesøg" in words(form["value"])
        form = ASKING[here.municipality] | await here.where("home_visit")
        await here.stage.press("mette", "register_submit", **form)
        assert (await here.stage.request())["state"] == "granted"
        assert (await here.meeting())["kind"] == "home_visit"
        await here.begin("home_visit")
        guide = (await here.stage.press("mette", "guide"))["value"]
        assert "script" in verbs(guide)
        script = words((await here.stage.press("mette", "script"))["value"])
        assert "Ole Madsen" in script  # read aloud line by line, as at any meeting in person
        await here.finish("home_visit")
        await here.stage.pass_time(days=4)
        assert "Mødetype: hjemmebesøg" in all_words(here, "mette")


@pytest.mark.parametrize("municipality", ["nyborg", "frederiksberg", "albertslund"])
async def test_a_kind_of_meeting_that_is_not_covered_is_neither_offered_nor_stored(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as here:
        form = await here.stage.press("mette", "register_open")
        assert "hjemmebesøg" not in words(form["value"])
        where = await here.where("home_visit")
        answer: Any = await here.stage.press(
            "mette", "register_submit", **(ASKING[municipality] | where)
        )
        assert "register_submit" in words(answer["value"])
        assert await here.stage.rows("SELECT 1 FROM requests") == []


# --- what the municipality says of recording ------------------------------------------------------


@pytest.mark.rule("A5", "A6", "A9", "A11", "B6", "B7", "B9", "C5", "C8")
@pytest.mark.parametrize("municipality", ["nyborg", "frederiksberg", "albertslund"])
async def test_who_asks_whether_one_may_is_told_the_frame_and_what_counts(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    texts = load_profile(municipality).texts
    async with in_town(municipality, database_url, clock) as here:
        chat = here.stage.personal("mette")
        await here.stage.do("message", "mette", chat=chat, text="Må jeg optage mødet?")
        said = [m.text for m in here.stage.messages(chat) if m.text and not m.card][-1]
        assert texts["no_special_right"]["da"] in said
        assert texts["circumstances"]["da"].split("{")[0] in said
        assert "{" not in said
        await here.stage.do("message", "mette", chat=chat, text="hej")
        help_fold = words(here.stage.card(chat, having="register_open").card)
        assert texts["no_special_right"]["da"] in help_fold


@pytest.mark.rule("A15", "B21", "C19")
@pytest.mark.parametrize("municipality", ["nyborg", "frederiksberg", "albertslund"])
async def test_what_is_said_at_the_start_of_a_meeting_that_may_be_recorded(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    sentence = load_profile(municipality).texts["employee_sentence_permitted"]["da"]
    async with in_town(municipality, database_url, clock) as here:
        await here.ask("virtual")
        if municipality != "albertslund":
            decider = "mette" if municipality == "nyborg" else "jens"
            await grant(here, decider)
        await here.begin("virtual", "ole")
        guide = words((await here.stage.press("mette", "guide"))["value"])
        assert sentence in guide
        assert all(sentence not in words(m.card) for m in here.stage.messages(here.stage.chat))


async def grant(here: Town, decider: str) -> None:
    """Everything that is assessed speaks for it."""
    notes = {
        f"{what}.{criterion.id}": "Ole har svært ved at huske det, vi aftaler."
        if what == "note"
        else "for"
        for criterion in load_profile(here.municipality).criteria
        for what in ("verdict", "note")
    }
    await here.stage.press(decider, "grant", **notes)
    assert (await here.stage.request())["state"] == "granted"


# --- whom to ring ---------------------------------------------------------------------------------


@pytest.mark.rule("B27")
@pytest.mark.parametrize("municipality", ["nyborg", "frederiksberg", "albertslund"])
async def test_the_letter_says_where_to_ring(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as here:
        await here.ask("phone")
        if municipality != "albertslund":
            await grant(here, "mette" if municipality == "nyborg" else "jens")
        assert f"Du kan ringe til {DEPARTMENT_NAME} på {DEPARTMENT_PHONE}." in here.letter()


@pytest.mark.rule("B27")
async def test_the_card_to_hand_over_says_it_too(database_url: str, clock: ShiftedClock) -> None:
    async with in_town("nyborg", database_url, clock) as here:
        await here.ask("phone", answer_by="spoken", contact="12 34 56 78")
        await grant(here, "mette")
        shown = words((await here.stage.press("mette", "handover_open"))["value"])
        assert DEPARTMENT_PHONE in shown


@pytest.mark.rule("B27")
async def test_without_a_number_the_line_is_left_out(
    tmp_path: Path, database_url: str, clock: ShiftedClock
) -> None:
    listed = departments()
    del listed["departments"][0]["phone"]
    file = tmp_path / "departments.yaml"
    file.write_text(yaml.safe_dump(listed), encoding="utf-8")
    async with in_town("albertslund", database_url, clock, DEPARTMENTS=str(file)) as here:
        await here.ask("phone")
        assert "Du kan ringe" not in here.letter()


# --- whose the case is ----------------------------------------------------------------------------


@pytest.mark.rule("A12", "B17", "C6")
@pytest.mark.parametrize(
    ("municipality", "person", "whose"),
    [
        ("nyborg", "ahmed", "me"),  # employed, in no unit
        ("albertslund", "ahmed", "me"),
        ("frederiksberg", "ahmed", "department"),
        ("frederiksberg", "mette", "me"),
    ],
)
async def test_whose_the_case_is_until_another_is_chosen(
    municipality: str, person: str, whose: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as here:
        await here.stage.do("install_personal", person=person)
        form = (await here.stage.press(person, "register_open"))["value"]
        chosen = field(form, "caseworker")
        assert chosen["value"] == whose
        assert {choice["value"] for choice in chosen["choices"]} == {"me", "department"}


def field(card: Any, name: str) -> Any:
    """The input of that id, wherever it stands in the card."""
    if isinstance(card, dict):
        if card.get("id") == name and "choices" in card:
            return card
        return next((found for one in card.values() if (found := field(one, name))), None)
    if isinstance(card, list):
        return next((found for one in card if (found := field(one, name))), None)
    return None


# --- the letter that is shown before it is sent ---------------------------------------------------


@pytest.mark.rule("C27")
async def test_the_letter_shown_names_the_leader_who_will_be_asked(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as here:
        await here.ask("in_person")
        await begin(here, "history")
        shown = await here.stage.press("mette", "refuse_preview", **HISTORY)
        assert "refuse_confirm" in words(shown["value"])
        assert "Jens Brandt" in words(shown["value"])
        assert (await here.stage.request())["state"] == "granted"


@pytest.mark.rule("A15")
async def test_the_yes_says_when_the_own_recording_goes_where_that_is_known(
    tmp_path: Path, database_url: str, clock: ShiftedClock
) -> None:
    raw = yaml.safe_load((SHIPPED / "nyborg.yaml").read_text(encoding="utf-8"))
    raw["retention"]["own_recording"] = 30
    file = tmp_path / "nyborg.yaml"
    file.write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    ASKING[str(file)] = ASKING["nyborg"]
    async with in_town(str(file), database_url, clock) as here:
        await here.ask("phone")
        notes = {"verdict.need": "for", "note.need": "Ole har svært ved at huske det, vi aftaler."}
        await here.stage.press("mette", "grant", **notes)
        day = ((await here.meeting())["starts_at"] + timedelta(days=30)).astimezone(COPENHAGEN)
        assert plain_date(day.date(), "da") in here.letter()
