"""Before a talk that may be recorded the employee is prepared: in time, once, and only while it holds (C13)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from clock import COPENHAGEN, ShiftedClock
from guidelines.workdays import is_workday, last_workday_before, next_workday
from tests.scenario.refusals import ASSESSED, OTHERS, propose
from tests.scenario.stage import verdicts, words
from tests.scenario.wishing import Town, in_town

PREPARED = "kan blive optaget"


@pytest.fixture
async def albertslund(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as town:
        yield town


async def to(town: Town, day: date, at: time) -> None:
    """Let time pass until then, in Denmark."""
    wanted = datetime.combine(day, at, COPENHAGEN)
    await town.stage.pass_time(seconds=(wanted - town.stage.clock.now()).total_seconds())


def today(town: Town) -> date:
    return town.stage.clock.now().astimezone(COPENHAGEN).date()


async def noon_of_a_workday(town: Town) -> date:
    """Twelve o'clock on a working day that is followed by another; the day."""
    day = next_workday(today(town))
    while not is_workday(day + timedelta(days=1)):
        day = next_workday(day)
    await to(town, day, time(12))
    return day


def prepared(town: Town, person: str = "mette") -> list[str]:
    """The cards that prepare this person, as they now stand."""
    chat = town.stage.personal(person)
    return [
        said
        for m in town.stage.messages(chat)
        if m.card and PREPARED in (said := words(m.card)) and "Under mødet" not in said
    ]


def minutes_until(town: Town, day: date, at: time) -> float:
    return (datetime.combine(day, at, COPENHAGEN) - town.stage.clock.now()).total_seconds() / 60


async def notice(town: Town, kind: str, day: date, at: time = time(10), **more: str) -> Any:
    where = await town.where(kind, in_minutes=minutes_until(town, day, at))
    return await town.tell(where, **more)


@pytest.mark.rule("C13", "C16", "C19")
@pytest.mark.parametrize("kind", ["virtual", "phone", "in_person"])
async def test_the_day_before_and_ten_minutes_before(albertslund: Town, kind: str) -> None:
    tomorrow = await noon_of_a_workday(albertslund) + timedelta(days=1)
    await notice(albertslund, kind, tomorrow)
    assert prepared(albertslund) == []
    await to(albertslund, today(albertslund), time(16, 1))
    (evening,) = prepared(albertslund)
    assert "Ole Madsen må optage lyden" in evening
    assert "Du er myndighed i samtalen" in evening  # C13: the role
    assert "juridisk grundlag" in evening  # C16
    assert "strafbart" in evening  # C19
    await to(albertslund, tomorrow, time(9, 49))
    assert len(prepared(albertslund)) == 1
    await to(albertslund, tomorrow, time(9, 51))
    first, soon = prepared(albertslund)
    assert first == evening
    assert ("Goddag, du taler med" if kind == "phone" else "Velkommen") in soon
    await to(albertslund, tomorrow, time(9, 58))
    assert len(prepared(albertslund)) == 2


@pytest.mark.rule("C13")
async def test_before_a_monday_it_comes_on_the_last_working_day(albertslund: Town) -> None:
    monday = today(albertslund) + timedelta(days=14)
    while not (monday.weekday() == 0 and is_workday(monday)):
        monday += timedelta(days=1)
    before = last_workday_before(monday)
    await to(albertslund, before, time(12))
    await notice(albertslund, "phone", monday)
    assert prepared(albertslund) == []
    await to(albertslund, before, time(16, 1))
    assert len(prepared(albertslund)) == 1
    await to(albertslund, monday - timedelta(days=1), time(20))
    assert len(prepared(albertslund)) == 1


async def test_who_must_be_told_how_is_on_it(albertslund: Town) -> None:
    tomorrow = await noon_of_a_workday(albertslund) + timedelta(days=1)
    await notice(albertslund, "virtual", tomorrow, phone_possible="true", companion="yes")
    await albertslund.stage.press("mette", "companion_open")
    await albertslund.stage.press("mette", "companion_set", companion_name="Lone Madsen")
    await to(albertslund, today(albertslund), time(16, 1))
    (card,) = prepared(albertslund)
    assert "Alle, der kan se mødets chat, får besked" in card
    assert "Dem, der er med på telefon" in card
    assert "Gæster uden login" in card
    assert "Bisidderen, Lone Madsen." in card
    assert "Den, der ringer ind senere" in card
    assert "En telefon på bordet" in card
    assert "Uden for Teams" not in card


@pytest.mark.parametrize("municipality", ["nyborg", "frederiksberg", "albertslund"])
async def test_an_interpreter_is_arranged_and_has_to_be_told(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        await town.tell(await town.where("phone", in_minutes=120), answer_by="handed_over")
        if municipality != "albertslund":
            decider = "mette" if municipality == "nyborg" else "jens"
            said = ASSESSED if municipality == "nyborg" else verdicts()
            await town.stage.press(decider, "grant", **said)
        await town.stage.press("mette", "handover_open")
        form = {"told_terms": "true", "want.interpreter": "true"}
        await town.stage.press("mette", "handover_save", how="handed_over", **form)
        assert "interpreter" in await town.tasks()
        await town.stage.pass_time(minutes=111)
        assert "Tolkens stemme bliver også optaget" in prepared(town)[-1]


async def test_outside_teams_nothing_is_said_to_happen_by_itself(albertslund: Town) -> None:
    tomorrow = await noon_of_a_workday(albertslund) + timedelta(days=1)
    await notice(albertslund, "in_person", tomorrow)
    await to(albertslund, today(albertslund), time(16, 1))
    (card,) = prepared(albertslund)
    assert "Alle i rummet" in card
    assert "Her bliver intet sagt, hvis du ikke siger det" in card
    assert "mødets chat, får besked" not in card


@pytest.mark.rule("C13")
async def test_it_follows_a_meeting_that_moves(albertslund: Town) -> None:
    stage = albertslund.stage
    tomorrow = await noon_of_a_workday(albertslund) + timedelta(days=1)
    await notice(albertslund, "virtual", tomorrow)
    await to(albertslund, today(albertslund), time(16, 1))
    later = next_workday(next_workday(next_workday(tomorrow)))
    starts = datetime.combine(later, time(10), COPENHAGEN)
    await stage.do("move", "mette", meeting=stage.meeting, startsAt=starts.isoformat())
    await stage.pass_time(minutes=16)
    (old,) = prepared(albertslund)
    assert "Mødet er flyttet. Du får et nyt kort" in old
    await to(albertslund, tomorrow, time(9, 55))
    assert len(prepared(albertslund)) == 1
    await to(albertslund, last_workday_before(later), time(16, 1))
    assert len(prepared(albertslund)) == 2
    assert "må optage lyden" in prepared(albertslund)[-1]


@pytest.mark.rule("C13")
async def test_a_withdrawn_wish_takes_the_card_back_and_a_new_yes_brings_it_again(
    albertslund: Town,
) -> None:
    tomorrow = await noon_of_a_workday(albertslund) + timedelta(days=1)
    await notice(albertslund, "phone", tomorrow)
    await to(albertslund, today(albertslund), time(16, 1))
    await albertslund.stage.press("mette", "withdraw", having="L-")
    (gone,) = prepared(albertslund)
    assert "gælder ikke længere" in gone
    await to(albertslund, tomorrow, time(9, 51))
    assert len(prepared(albertslund)) == 1


@pytest.mark.rule("C13")
async def test_a_refusal_takes_the_card_back(albertslund: Town) -> None:
    tomorrow = await noon_of_a_workday(albertslund) + timedelta(days=1)
    await notice(albertslund, "phone", tomorrow)
    await to(albertslund, today(albertslund), time(16, 1))
    await propose(albertslund)
    assert "må optage lyden" in prepared(albertslund)[0]  # it holds until it is confirmed
    await albertslund.stage.press("jens", "refuse_agree")
    (gone,) = prepared(albertslund)
    assert "gælder ikke længere" in gone
    await to(albertslund, tomorrow, time(9, 51))
    assert len(prepared(albertslund)) == 1


@pytest.mark.rule("C13", "C31")
async def test_leave_for_the_own_part_alone_brings_a_new_card(albertslund: Town) -> None:
    tomorrow = await noon_of_a_workday(albertslund) + timedelta(days=1)
    await notice(albertslund, "in_person", tomorrow, others_affairs="yes")
    await to(albertslund, today(albertslund), time(16, 1))
    (whole,) = prepared(albertslund)
    assert "kun den del" not in whole
    await propose(albertslund, "others_affairs", **OTHERS, partial="true")
    assert prepared(albertslund) == [whole]
    await albertslund.stage.press("jens", "refuse_agree")
    gone, part = prepared(albertslund)
    assert "Du får et nyt kort" in gone
    assert "må optage lyden" not in gone
    assert "kun optages, når det handler om borgeren selv" in part
    guide = await albertslund.stage.press("mette", "guide", having="kun den del")
    assert "kun optages, når det handler om borgeren selv" in words(guide["value"])
    await to(albertslund, tomorrow, time(9, 51))
    assert "Om lidt" in prepared(albertslund)[-1]
    assert "kun optages, når det handler om borgeren selv" in prepared(albertslund)[-1]


@pytest.mark.rule("C13")
async def test_a_second_recorder_is_on_a_new_card(albertslund: Town) -> None:
    tomorrow = await noon_of_a_workday(albertslund) + timedelta(days=1)
    where = await albertslund.where(
        "virtual", in_minutes=minutes_until(albertslund, tomorrow, time(10))
    )
    await albertslund.tell(where)
    await to(albertslund, today(albertslund), time(16, 1))
    asta = {"citizen_name": "Asta Holm", "contact": "asta@borger.example"}
    await albertslund.tell(where, **asta)
    gone, both = prepared(albertslund)
    assert "Du får et nyt kort" in gone
    assert "Ole Madsen" in both
    assert "Asta Holm" in both


async def test_a_cancelled_meeting_takes_the_card_back(albertslund: Town) -> None:
    stage = albertslund.stage
    tomorrow = await noon_of_a_workday(albertslund) + timedelta(days=1)
    await notice(albertslund, "virtual", tomorrow)
    await to(albertslund, today(albertslund), time(16, 1))
    await stage.do("cancel", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=16)
    (gone,) = prepared(albertslund)
    assert "Mødet er aflyst" in gone


@pytest.mark.rule("C13")
async def test_granted_inside_the_window_it_comes_at_once(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("frederiksberg", database_url, clock) as town:
        await town.ask("phone")  # in an hour
        assert prepared(town) == []
        await town.stage.press("jens", "grant", **verdicts())
        (card,) = prepared(town)
        assert "Ole Madsen må optage lyden" in card
        assert "Det skal du vejlede om" in card  # what the citizen has to know after a yes (B24)
        await town.stage.pass_time(minutes=51)
        assert len(prepared(town)) == 2


@pytest.mark.rule("C13")
async def test_right_before_the_meeting_there_is_only_one(albertslund: Town) -> None:
    where = await albertslund.where("phone", in_minutes=20)
    await albertslund.tell(where)
    (card,) = prepared(albertslund)
    assert "Om lidt" in card
    await albertslund.stage.pass_time(minutes=12)
    assert len(prepared(albertslund)) == 1


@pytest.mark.rule("C13")
async def test_the_card_becomes_the_one_for_the_meeting(albertslund: Town) -> None:
    stage = albertslund.stage
    where = await albertslund.where("virtual", in_minutes=8)
    await albertslund.tell(where)
    assert len(prepared(albertslund)) == 1
    await stage.start("ole")
    assert prepared(albertslund) == []
    mine = [words(m.card) for m in stage.messages(stage.personal("mette"))]
    assert len([said for said in mine if "Sig det højt om at dele optagelsen" in said]) == 1
    assert not any("Under mødet" in words(m.card) for m in stage.messages(stage.chat))


async def test_only_who_holds_the_talk_is_prepared(albertslund: Town) -> None:
    where = await albertslund.where("virtual", in_minutes=20)
    await albertslund.tell(where)
    assert prepared(albertslund, "jens") == []
    assert not any(
        PREPARED in words(m.card) for m in albertslund.stage.messages(albertslund.stage.chat)
    )
