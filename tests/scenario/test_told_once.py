"""Trouble half way: what was accepted is kept, nobody is told twice, and somebody is asked to read (B20)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import suppress

import pytest

from casework.ports import NotReachable
from clock import ShiftedClock
from microsoft365.errors import Unavailable
from store.presence import Presence
from tests.scenario.stage import Stage, on_stage, verbs, words
from tests.scenario.test_leaving import row_of
from tests.scenario.test_meetings import announcements, grant_a_wish
from texts.catalog import text

POST = "POST /connector/v3"
PEOPLE = ["mette", "jens", "ole", "nadia"]


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        await made.meet(in_minutes=1, people=PEOPLE, dialIn=True)
        await grant_a_wish(made)
        yield made
        made.calm()


async def come_late(stage: Stage, *people: str) -> None:
    """They come together; nothing is carried out yet."""
    for person in people:
        await stage.sandbox.do("join", as_=person, meeting=stage.meeting, person=person)
        if person == "amal":
            await stage.sandbox.do("admit", as_="mette", meeting=stage.meeting, person="amal")


async def troubled(stage: Stage, seconds: int) -> None:
    """Time passes, whatever Microsoft does not answer meanwhile."""
    for _ in range(seconds // 3):
        with suppress(Unavailable, NotReachable):
            await stage.pass_time(seconds=3)


def notices(stage: Stage, person: str) -> int:
    meeting = stage.sandbox.world.meetings[stage.meeting]
    return sum(one["person"] == person for one in meeting.notices)


async def reading(stage: Stage) -> list[bool]:
    """Whether each task to read aloud is done."""
    rows = await stage.rows("SELECT done_at FROM tasks WHERE kind = 'read_aloud'")
    return [row["done_at"] is not None for row in rows]


@pytest.mark.rule("B20")
async def test_what_was_accepted_is_kept_although_the_card_for_the_others_fails(
    stage: Stage,
) -> None:
    """Amal has no login and gets a card, which Teams does not take for a while."""
    await stage.start("ole")
    await come_late(stage, "nadia", "amal")
    await stage.fault("fail", route=POST, count=None, status=429)
    await troubled(stage, 12)
    assert (await row_of(stage, "nadia"))["grade"] == "accepted"
    assert await reading(stage) == [False]
    stage.sandbox.world.faults.clear()
    await troubled(stage, 30)
    assert notices(stage, "nadia") == 1
    amal = await stage.rows("SELECT grade FROM informed WHERE kind = 'anonymous'")
    assert [row["grade"] for row in amal] == ["posted"]


@pytest.mark.rule("B20")
async def test_who_comes_late_to_a_closed_chat_is_read_to(stage: Stage) -> None:
    await stage.start("ole")
    await stage.fault("fail", route=POST, count=1, status=403)
    await come_late(stage, "amal")
    await stage.settle()
    assert await reading(stage) == [False]
    await stage.press("mette", "read_aloud")
    assert await reading(stage) == [True]
    await stage.fault("fail", route=POST, count=1, status=403)
    await stage.fault("fail", route="notification", count=1, status=403)
    await come_late(stage, "nadia")
    await stage.settle()
    assert await reading(stage) == [False]
    await stage.press("mette", "read_aloud")
    assert (await row_of(stage, "nadia"))["grade"] == "confirmed"


def reading_cards(stage: Stage) -> list[bool]:
    """The cards of the task, oldest first; whether each can be ticked off."""
    title = text("card.task.read_aloud_title", "da")
    found = [m.card for m in stage.messages(stage.personal("mette")) if title in words(m.card)]
    return ["task_done" in verbs(card) for card in found]


@pytest.mark.rule("B20")
async def test_a_second_time_it_is_to_be_read_is_a_card_that_is_seen(stage: Stage) -> None:
    await stage.start("ole")
    for n, person in enumerate(("amal", "nadia")):
        await stage.fault("fail", route=POST, count=1, status=403)
        await stage.fault("fail", route="notification", count=1, status=403)
        await come_late(stage, person)
        await stage.settle()
        assert reading_cards(stage) == [False] * n + [True]
        await stage.press("mette", "read_aloud")
        assert reading_cards(stage) == [False] * (n + 1)
        await stage.pass_time(minutes=2)


@pytest.mark.rule("B20")
async def test_when_nobody_can_tell_who_is_there_the_employee_reads_to_all(stage: Stage) -> None:
    await stage.fault("fail", route="pagedmembers", count=None)
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    await stage.sandbox.do("join", as_="ole", meeting=stage.meeting, person="ole")
    await troubled(stage, 30)
    assert announcements(stage) == 1
    assert await reading(stage) == [False]
    assert stage.has_card(stage.personal("mette"), "Hvem er oplyst")


@pytest.mark.rule("B20")
async def test_who_comes_while_the_meeting_is_told_is_told_once(stage: Stage) -> None:
    """Another replica is about to tell the meeting of a second wish when Nadia comes."""
    await stage.start("ole")
    other = Presence(stage.database.url)
    async with other:
        first = (await stage.rows("SELECT id FROM effects WHERE kind = 'announce'"))[0]["id"]
        assert await other.take(first)
        await grant_a_wish(stage, citizen_name="Amal Said", contact="amal@borger.example")
        await come_late(stage, "nadia")
        await stage.settle()
        assert notices(stage, "nadia") == 0
    for _ in range(5):
        await stage.pass_time(seconds=3)
    assert notices(stage, "nadia") == 1
    assert (await row_of(stage, "nadia"))["grade"] == "accepted"


@pytest.mark.rule("B20")
async def test_who_came_while_the_app_was_out_gets_a_card_of_their_own(stage: Stage) -> None:
    """Amal has no login: of what was written before she came she sees nothing (teams-platform 10)."""
    await stage.start("ole")
    first = (await stage.rows("SELECT evidence FROM evidence WHERE channel = 'chat' LIMIT 1"))[0]
    await stage.do("remove_app", "mette", meeting=stage.meeting)
    await come_late(stage, "amal")
    await stage.pass_time(minutes=3)
    await stage.do("install_app", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=21)
    amal = (await stage.rows("SELECT grade, evidence FROM informed WHERE kind = 'anonymous'"))[0]
    assert amal["grade"] == "posted"
    assert amal["evidence"] != first["evidence"]
