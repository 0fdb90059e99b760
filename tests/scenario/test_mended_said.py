"""What everybody in a meeting is told is true under the municipality's own guideline."""

from __future__ import annotations

import pytest

from clock import ShiftedClock
from tests.scenario.refusals import ASSESSED, HISTORY, REASONS, begin
from tests.scenario.stage import Stage, verdicts, words
from tests.scenario.test_fourth import town as fourth
from tests.scenario.wishing import in_town


def chat(stage: Stage) -> str:
    """Everything that stands in the meeting chat."""
    return " ".join(words(message.card) for message in stage.messages(stage.chat))


@pytest.mark.rule("C6", "C12")
async def test_a_notice_taken_back_stops_nobody(database_url: str, clock: ShiftedClock) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        stage = town.stage
        await town.tell(await town.where("virtual", in_minutes=5))
        await town.begin("virtual", "ole")
        await stage.press("mette", "withdraw")
        await stage.pass_time(seconds=30)
        told = chat(stage)
        assert "må stadig gerne optage lyden" in told
        assert "skal stoppe" not in told
        assert "Aftalen" not in told


@pytest.mark.rule("B10")
async def test_who_refuses_reads_the_ombudsmans_address(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("frederiksberg", database_url, clock) as town:
        await town.ask("phone")
        form = verdicts(purpose="against")
        got = await town.stage.press("jens", "refuse_open", **form)
        said = words(got["value"])
        assert "{ombudsman}" not in said
        assert "ombudsmanden.dk/find-viden/udtalelser/2005/05-578" in said


@pytest.mark.rule("C6", "C12", "C21", "C22")
async def test_a_no_to_one_person_is_no_no_to_the_others(
    database_url: str, clock: ShiftedClock
) -> None:
    """The chat says what holds for everybody; who records untold is entered, not asked to stop."""
    async with in_town("albertslund", database_url, clock) as town:
        stage = town.stage
        await town.ask("virtual")
        before = chat(stage)
        await begin(town, "history")
        await stage.press("mette", "refuse_preview", **HISTORY)
        await stage.press("mette", "refuse_confirm")
        await stage.press("jens", "refuse_agree")
        assert (await stage.request())["state"] == "not_granted"
        told = chat(stage)
        assert "Der må optages lyd" in told
        assert "Har du selv fået et andet svar af os, så gælder det." in told
        for word in ("ikke aftalt", "Der må ikke optages", "udskrift", "Ole"):
            assert word not in told, before
        await town.begin("virtual", "ole")
        shown = str((await stage.press("mette", "guide"))["value"])
        assert "still_recorded" in shown
        assert "undisclosed" in shown
        form = {"situation": "undisclosed", "who": "Lis Madsen", "recorder": "citizen"}
        await stage.press("mette", "guide_situation", situation="undisclosed")
        await stage.press("mette", "guide_done", **(form | {"after_refusal": "other_person"}))
        states = [
            r["state"] for r in await stage.rows("SELECT state FROM requests ORDER BY number")
        ]
        assert sorted(states) == ["granted", "not_granted"]


@pytest.mark.rule("A20", "C6")
async def test_allowed_video_is_not_denied_elsewhere(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(fourth("holbaek"), database_url, clock) as town:
        stage = town.stage
        await town.tell(await town.where("virtual", in_minutes=5), wants_video="true")
        await town.begin("virtual", "ole")
        told = chat(stage)
        assert "Ole Madsen optager lyd og video" in told
        assert "Der bliver også optaget video." in told
        assert "kun lyd" not in told
        await town.finish("virtual")
        note = await town.note()
        assert "Der bliver også optaget video." in note
        assert "kun lyd" not in note


@pytest.mark.rule("A3", "A7")
async def test_after_a_no_the_chat_promises_what_the_guideline_promises(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("nyborg", database_url, clock) as town:
        stage = town.stage
        await town.ask("virtual")
        await stage.press("mette", "refuse_open", **ASSESSED)
        await stage.press("mette", "refuse_preview", **REASONS)
        await stage.press("mette", "refuse_confirm")
        told = chat(stage)
        assert "Der må ikke optages" in told
        assert "få et referat sendt" in told
        assert "udskrift" not in told
        assert "aftalt" not in told


@pytest.mark.rule("A7")
@pytest.mark.parametrize(("municipality", "allowed"), [("nyborg", False), ("albertslund", True)])
async def test_the_employee_reads_that_nobody_asked(
    municipality: str, allowed: bool, database_url: str, clock: ShiftedClock
) -> None:
    """The meeting chat is silent; the employee's own card says what holds."""
    async with in_town(municipality, database_url, clock) as town:
        stage = town.stage
        await stage.meet(people=["mette", "ole"], in_minutes=5)
        await stage.start("ole")
        shown = words((await stage.press("mette", "guide"))["value"])
        assert ("så det er ikke tilladt" in shown) is not allowed
        assert "ikke tilladt" not in chat(stage)
