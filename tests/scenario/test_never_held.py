"""What a refusal owes on the next working day, in a meeting without a time or far ahead (A16, B19, C28)."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from clock import ShiftedClock
from tests.scenario.refusals import ASSESSED, REASONS, propose
from tests.scenario.stage import words
from tests.scenario.wishing import Town, in_town

FAR_AHEAD = 90 * 24 * 60.0


async def without_time(town: Town) -> None:
    """Teams named no time for the newest meeting, and Graph lets nobody look for one."""
    await town.stage.fault("missing_access_policy")
    async with town.stage.database.unit() as unit:
        await unit.session.execute(text("UPDATE meetings SET starts_at = NULL, ends_at = NULL"))
        await unit.session.execute(
            text("UPDATE effects SET done_at = now() WHERE kind IN ('finish', 'prepare')")
        )


async def refused(town: Town, **changed: str) -> None:
    await town.ask("virtual", **changed)
    await without_time(town)
    await say_no(town)


async def say_no(town: Town) -> None:
    if town.municipality == "albertslund":
        await propose(town, "history")
        await town.stage.press("jens", "refuse_agree")
        return
    await town.stage.press("mette", "refuse_open", **ASSESSED)
    await town.stage.press("mette", "refuse_preview", **REASONS)
    await town.stage.press("mette", "refuse_confirm")


@pytest.mark.rule("A16", "B19", "C28", "C29")
@pytest.mark.parametrize("municipality", ["nyborg", "albertslund"])
async def test_the_answer_becomes_a_task_and_the_note_is_shown(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        await refused(town, answer_by="spoken", contact="12 34 56 78")
        assert "answer_waits" not in await town.tasks()
        await town.stage.pass_time(days=4)
        meeting = await town.meeting()
        assert (meeting["starts_at"], meeting["state"]) == (None, "coming")
        assert (await town.stage.request())["state"] == "not_granted"
        assert "answer_waits" in await town.tasks()
        assert await town.note()
        given = [kind for kind in await town.journal() if kind == "task_given"]
        await town.stage.pass_time(days=4)
        assert [kind for kind in await town.journal() if kind == "task_given"] == given
        reminder = words(
            town.stage.card(town.stage.personal("mette"), having="mangler i sagen").card
        )
        assert "ikke noteret, at notatet er kopieret" in reminder
        assert "Mødet er holdt" not in reminder


async def test_what_is_delivered_is_left(database_url: str, clock: ShiftedClock) -> None:
    async with in_town("nyborg", database_url, clock) as town:
        await refused(town, answer_by="spoken", contact="12 34 56 78")
        async with town.stage.database.unit() as unit:
            delivered = "UPDATE requests SET answer_state = 'delivered', answer_how = 'spoken'"
            await unit.session.execute(text(delivered))
        await town.stage.pass_time(days=4)
        assert "answer_waits" not in await town.tasks()


@pytest.mark.rule("A16", "B19", "C28")
@pytest.mark.parametrize("answer_by", ["spoken", "handed_over"])
@pytest.mark.parametrize("municipality", ["nyborg", "albertslund"])
async def test_reasons_do_not_wait_for_a_meeting_far_ahead(
    municipality: str, answer_by: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        where = await town.where("virtual", in_minutes=FAR_AHEAD)
        await town.tell(where, answer_by=answer_by, contact="12 34 56 78")
        await say_no(town)
        await town.stage.pass_time(days=4)
        assert (await town.meeting())["state"] == "coming"
        assert "answer_waits" in await town.tasks()
        assert "note_reminded" not in await town.journal()
        await town.stage.do("cancel", "mette", meeting=town.stage.meeting)
        await town.stage.pass_time(hours=7)
        given = "SELECT 1 FROM tasks WHERE kind = 'answer_waits'"
        assert len(await town.stage.rows(given)) == 1
        assert (await town.journal()).count("task_given") == 1


async def test_a_mailed_answer_is_no_task_before_its_meeting(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("nyborg", database_url, clock) as town:
        await town.tell(await town.where("virtual", in_minutes=FAR_AHEAD))
        await say_no(town)
        await town.stage.pass_time(days=4)
        assert (await town.stage.request())["answer_state"] == "sent"
        assert "answer_waits" not in await town.tasks()
