"""A series, whose next time nobody tells: the employee is prepared all the same, in plain words (C13)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, time, timedelta

import pytest

from clock import ShiftedClock
from guidelines.workdays import is_workday
from tests.scenario.stage import words
from tests.scenario.test_fourth import town as fourth
from tests.scenario.test_preparing import minutes_until, prepared, to, today
from tests.scenario.wishing import Town, in_town

UNKNOWN = "Lydhør ved ikke, hvornår mødet er næste gang"
USUAL = "Mødet er måske igen"
VIDEO = "Der er også sagt ja til video"


@pytest.fixture
async def albertslund(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as town:
        yield town


async def a_tuesday(town: Town) -> date:
    """A Tuesday before two weeks without a holiday; it is noon on the Monday before."""
    day = today(town) + timedelta(days=2)
    while day.weekday() != 1 or not all(is_workday(day + timedelta(days=n)) for n in (0, 6, 7, 14)):
        day += timedelta(days=1)
    await to(town, day - timedelta(days=1), time(12))
    return day


async def series(town: Town, day: date) -> dict[str, str]:
    """A weekly meeting at ten, whose first time is that day."""
    starts = minutes_until(town, day, time(10))
    return await town.where("virtual", in_minutes=starts, recurring=True)


async def held(town: Town, day: date) -> None:
    """The call of that day, an hour long."""
    await to(town, day, time(10))
    await town.begin("virtual", "ole")
    await town.stage.pass_time(minutes=60)
    await town.finish("virtual")
    await town.stage.pass_time(minutes=31)


@pytest.mark.rule("C13")
async def test_a_yes_for_a_later_day_prepares_at_once_and_says_what_nobody_knows(
    albertslund: Town,
) -> None:
    day = await a_tuesday(albertslund)
    where = await series(albertslund, day)
    await held(albertslund, day)
    assert prepared(albertslund) == []
    await albertslund.tell(where)
    (card,) = prepared(albertslund)
    assert UNKNOWN in card
    assert "Ole Madsen må optage lyden" in card
    assert "Alle, der kan se mødets chat, får besked" in card
    assert "kl. 10" not in card  # the first time is past and says nothing of the next
    await albertslund.stage.pass_time(days=1)
    assert prepared(albertslund) == [card]


@pytest.mark.rule("C13")
async def test_the_card_becomes_the_one_for_the_meeting(albertslund: Town) -> None:
    day = await a_tuesday(albertslund)
    where = await series(albertslund, day)
    await held(albertslund, day)
    await albertslund.tell(where)
    await albertslund.stage.pass_time(days=2)
    await albertslund.begin("virtual", "ole")
    assert prepared(albertslund) == []
    mine = [words(m.card) for m in albertslund.stage.messages(albertslund.stage.personal("mette"))]
    assert len([said for said in mine if "Sig det højt om at dele optagelsen" in said]) == 1
    await albertslund.finish("virtual")
    await albertslund.stage.pass_time(days=1)
    assert prepared(albertslund) == []  # the leave was for that day
    after = [words(m.card) for m in albertslund.stage.messages(albertslund.stage.personal("mette"))]
    assert not any("gælder ikke længere" in said for said in after)


@pytest.mark.rule("C13")
async def test_a_weekly_meeting_is_prepared_before_its_usual_day(albertslund: Town) -> None:
    day = await a_tuesday(albertslund)
    where = await series(albertslund, day)
    await held(albertslund, day)
    second, third = day + timedelta(days=7), day + timedelta(days=14)
    await held(albertslund, second)
    await albertslund.tell(where)
    assert len(prepared(albertslund)) == 1
    await to(albertslund, third - timedelta(days=1), time(15, 59))
    assert len(prepared(albertslund)) == 1
    await to(albertslund, third - timedelta(days=1), time(16, 1))
    first, usual = prepared(albertslund)
    assert UNKNOWN in first
    assert USUAL in usual
    assert f"den {third.day}. " in usual
    assert "kl. 10.00" in usual
    assert "Lydhør kan ikke se det" in usual
    await to(albertslund, third, time(9, 55))
    assert len(prepared(albertslund)) == 2  # nothing is said to begin in a moment that may not
    await to(albertslund, third, time(13))
    assert len(prepared(albertslund)) == 2


@pytest.mark.rule("C13")
async def test_a_first_time_that_nobody_held_leaves_the_leave_for_the_next(
    albertslund: Town,
) -> None:
    day = await a_tuesday(albertslund)
    await albertslund.tell(await series(albertslund, day))
    await to(albertslund, day, time(9, 55))
    (soon,) = prepared(albertslund)
    assert "Om lidt" in soon
    await to(albertslund, day, time(11, 15))
    assert not any(UNKNOWN in said for said in prepared(albertslund))
    await to(albertslund, day, time(11, 32))
    (card,) = [said for said in prepared(albertslund) if UNKNOWN in said]
    await albertslund.stage.press("mette", "withdraw", having="L-")
    assert card not in prepared(albertslund)
    assert "gælder ikke længere" in prepared(albertslund)[-1]


@pytest.mark.rule("A20", "C13")
async def test_of_the_leave_that_was_used_the_next_time_hears_nothing(
    database_url: str, clock: ShiftedClock
) -> None:
    """Ole's leave is used today and had video; that of Amal, given later the same day, is for next time."""
    async with in_town(fourth("holbaek"), database_url, clock) as town:
        day = await a_tuesday(town)
        where = await series(town, day)
        await town.tell(where, wants_video="true")
        await to(town, day, time(9, 55))
        assert any(VIDEO in said for said in prepared(town))
        await held(town, day)
        await town.tell(where, citizen_name="Amal Noor")
        (card,) = [said for said in prepared(town) if UNKNOWN in said]
        assert "Amal Noor" in card
        assert "Velkommen" in card  # the words to say are on it
        assert "Ole Madsen" not in card
        assert VIDEO not in card
