"""Whoever owns the guideline sees in time that it ends, and that it has ended; nobody else, and once."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from clock import COPENHAGEN, ShiftedClock
from tests.scenario.stage import Stage, on_stage, words
from tests.unit.guidelines.profiles import raw_of, write

OWNERS, OTHERS = ("lene", "birgit"), ("mette", "jens", "nadia", "ole")
TITLES = {
    "valid_to": ("Retningslinjen udløber snart", "Retningslinjen er udløbet"),
    "evaluate_on": (
        "Retningslinjen skal snart gennemgås",
        "Retningslinjen skulle have været gennemgået",
    ),
}


def today(stage_clock: ShiftedClock) -> date:
    return stage_clock.now().astimezone(COPENHAGEN).date()


def count(stage: Stage, person: str, title: str) -> int:
    cards = [m.card for m in stage.messages(stage.personal(person)) if m.card]
    return sum(title in words(card) for card in cards)


@pytest.mark.parametrize("parameter", TITLES)
async def test_a_card_before_the_day_and_one_after_it(
    parameter: str, database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    soon, over = TITLES[parameter]
    day = today(clock) + timedelta(days=62)
    path = write(tmp_path, raw_of("nyborg") | {parameter: day.isoformat()})
    async with on_stage(database_url, clock, MUNICIPALITY=str(path)) as stage:
        await stage.pass_time(hours=2)
        assert [count(stage, one, soon) for one in OWNERS] == [0, 0]
        await stage.pass_time(days=3)
        assert [count(stage, one, soon) for one in OWNERS] == [1, 1]
        for _ in range(3):
            await stage.pass_time(days=1)
        assert [count(stage, one, soon) for one in OWNERS] == [1, 1]
        assert [count(stage, one, over) for one in OWNERS] == [0, 0]
        await stage.pass_time(days=57)
        await stage.pass_time(days=1)
        await stage.pass_time(days=1)
        assert [count(stage, one, over) for one in OWNERS] == [1, 1]
        for title in (soon, over):
            assert [count(stage, one, title) for one in OTHERS] == [0, 0, 0, 0]
        await stage.pass_time(days=1)
        assert [count(stage, one, over) for one in OWNERS] == [1, 1]
        stage.calm()


async def test_who_cannot_be_written_to_today_is_told_tomorrow(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    soon, _ = TITLES["valid_to"]
    day = today(clock) + timedelta(days=10)
    path = write(tmp_path, raw_of("nyborg") | {"valid_to": day.isoformat()})
    async with on_stage(database_url, clock, MUNICIPALITY=str(path)) as stage:
        await stage.do("remove_personal", "lene", person="lene")
        await stage.pass_time(hours=2)
        assert [count(stage, one, soon) for one in OWNERS] == [0, 1]
        await stage.do("install_personal", "lene", person="lene")
        await stage.pass_time(days=1)
        assert [count(stage, one, soon) for one in OWNERS] == [1, 1]
