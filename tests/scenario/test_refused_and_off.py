"""A no outlives its meeting: the reasons and the note are owed also when the meeting is cancelled."""

from __future__ import annotations

from typing import Any

import pytest

from clock import ShiftedClock
from tests.scenario.refusals import ASSESSED, OTHERS, REASONS, begin, propose
from tests.scenario.stage import verbs, words
from tests.scenario.wishing import Town, in_town

FAR = 60 * 24 * 3
BY_PHONE = {"answer_by": "spoken", "contact": "12 34 56 78"}


async def refused(town: Town, **how: str) -> Any:
    """A wish about a Teams meeting three days on, refused by whoever refuses there."""
    stage = town.stage
    await town.tell(await town.where("virtual", in_minutes=FAR), **how)
    if town.municipality == "albertslund":
        await propose(town)
        await stage.press("jens", "refuse_agree")
    else:
        await stage.press("mette", "refuse_open", **ASSESSED)
        await stage.press("mette", "refuse_preview", **REASONS)
        await stage.press("mette", "refuse_confirm")
    request = await stage.request()
    assert request["state"] == "not_granted"
    return request


async def cancel(town: Town) -> None:
    await town.stage.do("cancel", "mette", meeting=town.stage.meeting)
    await town.stage.pass_time(hours=7)
    assert (await town.meeting())["state"] == "cancelled"


def at_mettes(town: Town, having: str) -> str:
    return words(town.stage.card(town.stage.personal("mette"), having=having).card)


async def give_the_answer(town: Town) -> None:
    await town.stage.press("mette", "handover_open")
    await town.stage.press("mette", "handover_save", how="spoken", who="Mette")


@pytest.mark.rule("A16", "B19", "C28", "C29")
@pytest.mark.parametrize("municipality", ["nyborg", "albertslund"])
async def test_a_refusal_is_not_lost_with_its_meeting(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        request = await refused(town, **BY_PHONE)
        await town.stage.pass_time(hours=20)
        await cancel(town)
        assert "answer_waits" in await town.tasks()
        assert not {"minutes", "printout"} & await town.tasks()
        moved = at_mettes(town, "Mødet er aflyst")
        assert "står ved magt" in moved
        assert "bortfaldet" not in moved
        assert "note_copied" in at_mettes(town, "note_copied")
        await town.stage.pass_time(days=5)
        await town.stage.press("mette", "note", having="Svaret")
        assert "Mødet blev aflyst" in await town.note()
        assert "mundtlig afgørelse" not in await town.note()
        kinds = await town.journal()
        assert "note_reminded" in kinds
        reminders = await town.stage.rows("SELECT 1 FROM cards WHERE purpose LIKE 'remind:%'")
        assert len(reminders) >= 2
        await town.stage.press("mette", "case", having="Mødet blev aflyst")
        await give_the_answer(town)
        await town.stage.press("mette", "note_copied")
        now = await town.stage.request()
        assert (now["id"], now["answer_state"]) == (request["id"], "delivered")
        assert now["note_copied_at"] is not None
        open_ones = await town.stage.rows("SELECT kind FROM tasks WHERE done_at IS NULL")
        assert open_ones == []


@pytest.mark.rule("C29")
async def test_a_refusal_is_noted_before_the_meeting_and_reminded_of_when_it_has_been(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        await refused(town, **BY_PHONE)
        await give_the_answer(town)
        shown = await town.stage.press("mette", "note")
        assert "note_copied" in verbs(shown["value"])
        await town.stage.press("mette", "note_copied")
        assert (await town.stage.request())["note_copied_at"] is not None
        await town.stage.pass_time(minutes=FAR)
        assert "note_reminded" not in await town.journal()
        await town.begin("virtual", "ole")
        await town.stage.pass_time(minutes=50)
        await town.finish("virtual")
        await town.stage.pass_time(days=4)
        assert "note_reminded" in await town.journal()


@pytest.mark.rule("A16", "C28")
async def test_a_part_refused_is_answered_although_the_rest_lapsed(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        await town.tell(
            await town.where("virtual", in_minutes=FAR), others_affairs="yes", **BY_PHONE
        )
        await begin(town, "others_affairs")
        await town.stage.press("mette", "refuse_preview", partial="true", **OTHERS)
        await town.stage.press("mette", "refuse_confirm")
        await town.stage.press("jens", "refuse_agree")
        assert (await town.stage.request())["scope"] == "own_part"
        await cancel(town)
        assert (await town.stage.request())["state"] == "lapsed"
        assert "answer_waits" in await town.tasks()
        await give_the_answer(town)
        assert (await town.stage.request())["answer_state"] == "delivered"


async def test_a_wish_that_was_met_leaves_nothing_to_do(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        await town.tell(await town.where("virtual", in_minutes=FAR))
        await cancel(town)
        assert (await town.stage.request())["state"] == "lapsed"
        await town.stage.pass_time(days=5)
        assert await town.tasks() == set()
        assert "note_reminded" not in await town.journal()
