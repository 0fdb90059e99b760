"""Whoever helps with questions and gets reports is called what the guideline calls them (C32, C34)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from clock import ShiftedClock
from sandbox.cast import departments
from tests.scenario.refusals import ASSESSED
from tests.scenario.stage import verbs, verdicts, words
from tests.scenario.wishing import Town, in_town

BOTH, ALONE = re.compile(r"\bHR\b"), re.compile(r"(?<!HR og )(?<!HR/)\bJura\b")
NAMED = {"nyborg": ALONE, "frederiksberg": ALONE, "albertslund": BOTH}
PEOPLE = ("mette", "jens", "nadia", "lene")
GROUND = {"nyborg": "", "frederiksberg": "", "albertslund": "other_factual"}
WEIGHED: dict[str, dict[str, str]] = {
    "nyborg": dict(ASSESSED),
    "frederiksberg": verdicts(companion="against"),
    "albertslund": {},
}
TOWNS = pytest.mark.parametrize("municipality", NAMED)


def said(town: Town) -> list[str]:
    """Whatever stands in anybody's chat with the bot, with the lines of the notifications."""
    found = []
    for person in PEOPLE:
        for message in town.stage.messages(town.stage.personal(person)):
            shown = message.card_for(person)
            # the block of contacts is the municipality's own, and names them as it likes (B27)
            found.append(words(shown) + " " + str(getattr(message, "summary", "")))
    return found


def check(town: Town, answers: list[str], least: int) -> None:
    named = NAMED[town.municipality]
    wrong = BOTH if named is ALONE else ALONE
    every = [*answers, *said(town)]
    assert [text for text in every if wrong.search(text)] == []
    assert sum(bool(named.search(text)) for text in every) >= least, every


async def pressed(town: Town, person: str, verb: str, **typed: Any) -> str:
    return words((await town.stage.press(person, verb, **typed))["value"])


@TOWNS
async def test_on_every_card_of_a_question_and_of_a_report(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        stage = town.stage
        await town.ask("virtual")
        answers = [
            await pressed(town, "mette", "legal_open"),
            await pressed(town, "mette", "legal_ask", question=" "),
            await pressed(town, "mette", "legal_ask", question="Må vi bede om ro?"),
        ]
        await stage.pass_time(days=3)  # the reminder of a question nobody has answered
        answers += [
            await pressed(town, "lene", "legal_answer", legal_answer="Ja, det må I gerne."),
            await pressed(town, "mette", "misuse_open"),
            await pressed(town, "mette", "misuse_submit", happened=" "),
            await pressed(town, "mette", "misuse_submit", happened="Den ligger på nettet."),
        ]
        await stage.pass_time(days=3)
        check(town, answers, 6)


@TOWNS
async def test_where_nobody_of_them_can_be_written_to(
    municipality: str, database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    file = tmp_path / "departments.yaml"
    file.write_text(yaml.safe_dump(departments() | {"hr_legal": []}), encoding="utf-8")
    async with in_town(municipality, database_url, clock, DEPARTMENTS=str(file)) as town:
        await town.ask("virtual")
        answers = [
            await pressed(town, "mette", "legal_open"),
            await pressed(town, "mette", "misuse_open", having="misuse_open"),
        ]
        await town.stage.pass_time(days=3)  # the tasks come up again
        assert await town.tasks() >= {"ask_legal"}
        cards = said(town)
        assert any("task_done" in text for text in cards)
        check(town, answers, 4)


@TOWNS
async def test_where_a_refusal_is_weighed(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        stage = town.stage
        await town.ask("virtual")
        person = "jens" if municipality == "frederiksberg" else "mette"
        answer = await stage.press(person, "refuse_open", **WEIGHED[municipality])
        if GROUND[municipality]:
            answer = await stage.press(person, "refuse_ground", ground=GROUND[municipality])
        assert "refuse_preview" in verbs(answer["value"])
        assert "legal_open" in verbs(answer["value"])
        check(town, [words(answer["value"])], 2)


@TOWNS
async def test_where_they_have_no_chat_with_us(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        await town.stage.do("remove_personal", "lene", person="lene")
        await pressed(town, "mette", "misuse_open")
        await pressed(town, "mette", "misuse_submit", happened="Den ligger på nettet.")
        assert town.stage.has_card(town.stage.personal("mette"), "errand_passed_on")
        check(town, [], 1)
