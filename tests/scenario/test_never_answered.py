"""Teams posts the announcement and never says so: it is not posted for ever, and a person says it (B20)."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from casework.ports import NotReachable
from microsoft365.errors import MicrosoftError
from tests.scenario.stage import Stage, words
from tests.scenario.test_meetings import grant_a_wish

POST = "POST /connector/v3"
UNKNOWN = "Ingen ved, om beskeden står i mødets chat"
NO_LONGER = "gælder ikke længere"


async def troubled(stage: Stage, minutes: int) -> None:
    """Time passes, whatever Microsoft does not answer meanwhile."""
    for _ in range(minutes * 6):
        with suppress(MicrosoftError, NotReachable):
            await stage.pass_time(seconds=10)


async def answers_nothing(stage: Stage) -> None:
    """Whatever is posted in the meeting's chat is carried out and answered with 502, always. Nor is anybody
    notified in the meeting."""
    await stage.fault("fail", route="notification", count=None, status=403)
    await stage.fault("fail_after_work", route=POST, chat=stage.chat, count=None)


async def begun_unanswered(stage: Stage) -> None:
    """The meeting of a granted wish begins, and nobody gets to know that its chat was told."""
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"])
    await grant_a_wish(stage)
    await answers_nothing(stage)
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    await stage.sandbox.do("join", as_="ole", meeting=stage.meeting, person="ole")
    await troubled(stage, 3)


def told(stage: Stage) -> list[str]:
    """What stands in the meeting's chat about who records, the oldest first."""
    cards = [words(m.card) for m in stage.messages(stage.chat) if m.card]
    return [card for card in cards if "Oplysning til alle" in card]


async def informed(stage: Stage) -> list[str]:
    return [r["grade"] for r in await stage.rows("SELECT grade FROM informed ORDER BY created_at")]


async def occurrence(stage: Stage) -> Any:
    return (await stage.rows("SELECT * FROM occurrences"))[0]


async def reading(stage: Stage) -> list[bool]:
    """Whether each task to read aloud is done."""
    rows = await stage.rows("SELECT done_at FROM tasks WHERE kind = 'read_aloud'")
    return [row["done_at"] is not None for row in rows]


async def test_it_is_posted_twice_and_then_the_employee_has_the_text(stage: Stage) -> None:
    await begun_unanswered(stage)
    assert len(told(stage)) == 2
    rows = await stage.rows("SELECT kind, outcome FROM unsure_posts")
    assert [(r["kind"], r["outcome"]) for r in rows] == [("announce", "given_up")]
    assert await reading(stage) == [False]
    assert await informed(stage) == ["none", "none"]
    card = words(stage.card(stage.personal("mette"), having="Hvem er oplyst").card)
    assert UNKNOWN in card
    assert "2 af 2 er ikke oplyst endnu" in card
    assert "Ole Madsen optager lyden fra mødet" in card


async def test_whoever_comes_meanwhile_stands_on_the_list_to_be_read_to(stage: Stage) -> None:
    await begun_unanswered(stage)
    with suppress(MicrosoftError):
        await stage.join("nadia")
    await troubled(stage, 1)
    assert await informed(stage) == ["none"] * 3
    assert len(told(stage)) == 2
    await stage.press("mette", "read_aloud")
    assert await informed(stage) == ["confirmed"] * 3


async def test_what_was_read_aloud_is_told_and_nothing_more_is_posted(stage: Stage) -> None:
    await begun_unanswered(stage)
    await stage.press("mette", "read_aloud")
    assert await informed(stage) == ["confirmed"] * 2
    assert await reading(stage) == [True]
    await troubled(stage, 3)
    assert len(told(stage)) == 2
    assert await reading(stage) == [True]
    card = words(stage.card(stage.personal("mette"), having="Hvem er oplyst").card)
    assert "Alle, vi kender til i mødet, er oplyst" in card
    assert UNKNOWN not in card
    assert "Beskeden kan være kommet to gange" in card


async def test_a_wish_taken_back_is_told_although_nobody_knows_what_the_chat_says(
    stage: Stage,
) -> None:
    await begun_unanswered(stage)
    stage.sandbox.world.faults.clear()
    await stage.press("mette", "withdraw")
    await troubled(stage, 2)
    assert [NO_LONGER in card for card in told(stage)] == [False, False, True]
    assert (await occurrence(stage))["announced_for"] == []


async def test_what_holds_again_is_told_anew_after_what_was_given_up(stage: Stage) -> None:
    """Ole records and it is told; a second wish is told and nobody knows; it is taken back."""
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"])
    await grant_a_wish(stage)
    await stage.start("ole")
    assert len(told(stage)) == 1
    await answers_nothing(stage)
    with suppress(MicrosoftError, NotReachable):
        await grant_a_wish(stage, citizen_name="Amal Said", contact="amal@borger.example")
    await troubled(stage, 3)
    assert ["Amal Said" in card for card in told(stage)] == [False, True, True]
    stage.sandbox.world.faults.clear()
    await stage.press("mette", "withdraw", having="Amal Said")
    await troubled(stage, 2)
    assert ["Amal Said" in card for card in told(stage)] == [False, True, True, False]
    assert await informed(stage) == ["accepted", "accepted"]


async def test_a_wish_taken_back_and_given_up_is_read_aloud_too(stage: Stage) -> None:
    await begun_unanswered(stage)
    with suppress(MicrosoftError):
        await stage.press("mette", "withdraw")
    await troubled(stage, 3)
    assert [NO_LONGER in card for card in told(stage)] == [False, False, True, True]
    card = words(stage.card(stage.personal("mette"), having="Hvem er oplyst").card)
    assert UNKNOWN in card
    assert NO_LONGER in card
    await stage.press("mette", "read_aloud")
    assert (await occurrence(stage))["announced_for"] == []
    await troubled(stage, 1)
    assert len(told(stage)) == 4
