"""A report, or a printout, that reaches nobody is not told as received: a person takes it on (B5, C34)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from clock import ShiftedClock
from sandbox.cast import departments
from tests.scenario.stage import verbs, words
from tests.scenario.wishing import Town, in_town

HAPPENED = "Optagelsen ligger på nettet og er klippet."


def cards_of(town: Town, person: str) -> list[str]:
    chat = town.stage.personal(person)
    return [words(m.card_for(person)) for m in town.stage.messages(chat) if m.card]


@pytest.mark.rule("C34")
async def test_a_report_that_hr_cannot_get_comes_back_to_the_reporter(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        stage = town.stage
        await stage.do("remove_personal", "lene", person="lene")
        await stage.press("mette", "misuse_open")
        said = await stage.press("mette", "misuse_submit", happened=HAPPENED)
        assert "HR og Jura har fået" not in words(said["value"])
        lost = stage.card(stage.personal("mette"), having="errand_passed_on")
        assert "kan nås her" in words(lost.card)
        assert HAPPENED not in words(lost.card)
        before = len([c for c in cards_of(town, "mette") if "errand_passed_on" in c])
        await stage.pass_time(days=4)
        after = len([c for c in cards_of(town, "mette") if "errand_passed_on" in c])
        assert after > before
        done = await stage.press("mette", "errand_passed_on")
        assert "errand_passed_on" not in verbs(done["value"])
        await stage.pass_time(days=14)
        again = len([c for c in cards_of(town, "mette") if "errand_passed_on" in c])
        assert again < after
        assert "errand_passed_on" in await town.journal()


@pytest.mark.rule("C34")
async def test_a_report_that_hr_gets_bothers_nobody_else(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        await town.stage.press("mette", "misuse_open")
        await town.stage.press("mette", "misuse_submit", happened=HAPPENED)
        await town.stage.pass_time(days=4)
        assert not [c for c in cards_of(town, "mette") if "errand_passed_on" in c]
        assert [c for c in cards_of(town, "lene") if HAPPENED in c]


@pytest.mark.rule("C34")
async def test_the_only_one_at_hr_who_reports_does_not_assess_it(
    database_url: str, clock: ShiftedClock
) -> None:
    """Nobody else is there, so she is told so like any other, and is shown no form that would be refused."""
    async with in_town("albertslund", database_url, clock) as town:
        await town.stage.press("lene", "misuse_open")
        await town.stage.press("lene", "misuse_submit", happened=HAPPENED)
        assert [c for c in cards_of(town, "lene") if "errand_passed_on" in c]
        assert not [c for c in cards_of(town, "lene") if "misuse_assess" in c]


@pytest.mark.rule("B17")
async def test_a_silent_leader_without_a_deputy_is_somebodys_task(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    listed = departments()
    listed["departments"][0]["deputy_oid"] = None
    file = tmp_path / "departments.yaml"
    file.write_text(yaml.safe_dump(listed), encoding="utf-8")
    async with in_town("frederiksberg", database_url, clock, DEPARTMENTS=str(file)) as town:
        await town.tell(await town.where("phone", in_minutes=60 * 24 * 5))
        assert "no_deputy" not in await town.tasks()
        await town.stage.pass_time(days=4)
        assert "no_deputy" in await town.tasks()
        assert town.stage.has_card(town.stage.personal("mette"), "Lederen har ikke svaret")
