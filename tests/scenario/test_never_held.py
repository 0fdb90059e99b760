"""A refusal in a meeting without a time, which is never held: the answer is somebody's task (A16, B19)."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from clock import ShiftedClock
from tests.scenario.refusals import ASSESSED, REASONS, propose
from tests.scenario.wishing import Town, in_town


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


@pytest.mark.parametrize("ended", ["delivered", "dated"])
async def test_what_is_delivered_or_has_its_time_is_left(
    ended: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("nyborg", database_url, clock) as town:
        await refused(town, answer_by="spoken", contact="12 34 56 78")
        async with town.stage.database.unit() as unit:
            change = {
                "delivered": "UPDATE requests SET answer_state = 'delivered', answer_how = 'spoken'",
                "dated": "UPDATE meetings SET starts_at = now() + interval '90 days'",
            }
            await unit.session.execute(text(change[ended]))
        await town.stage.pass_time(days=4)
        assert "answer_waits" not in await town.tasks()
