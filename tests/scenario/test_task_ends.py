"""A task that something noted ends is not ended by a word of done (A16, B19, C28, C29)."""

from __future__ import annotations

import pytest

from clock import ShiftedClock
from tests.scenario.stage import verbs, words
from tests.scenario.test_never_held import say_no
from tests.scenario.test_notice import forge
from tests.scenario.wishing import Town, in_town

SPOKEN = {"answer_by": "spoken", "contact": "12 34 56 78"}


async def open_tasks(town: Town) -> dict[str, str]:
    """What is to be done, with the ids."""
    rows = await town.stage.rows("SELECT * FROM tasks WHERE done_at IS NULL")
    return {row["kind"]: str(row["id"]) for row in rows}


@pytest.mark.rule("A16", "B19", "C28")
@pytest.mark.parametrize("municipality", ["nyborg", "albertslund"])
async def test_reasons_are_not_given_by_saying_done(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        stage = town.stage
        await town.ask("in_person", **SPOKEN)
        await say_no(town)
        await stage.pass_time(days=4)
        card = stage.card(stage.personal("mette"), having="Giv borgeren svaret").card
        assert "task_done" not in verbs(card)
        task = (await open_tasks(town))["answer_waits"]
        still = await forge(stage, "mette", "task_done", {"task_id": task})
        assert "Giv borgeren svaret" in words(still["value"])
        assert "answer_waits" in await open_tasks(town)
        await stage.press("mette", "handover_open", having="Giv borgeren svaret")
        await stage.press("mette", "handover_save", how="spoken", who="Mette Holm")
        assert (await stage.request())["answer_state"] == "delivered"
        assert "answer_waits" not in await open_tasks(town)


@pytest.mark.rule("A16", "B19")
async def test_what_nobody_decided_is_told_and_not_only_ticked(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("frederiksberg", database_url, clock) as town:
        stage = town.stage
        await town.ask("in_person", **SPOKEN)
        await stage.pass_time(hours=4)
        task = (await open_tasks(town))["unanswered"]
        await forge(stage, "mette", "task_done", {"task_id": task})
        assert "unanswered" in await open_tasks(town)
        assert "handover_open" in verbs(
            stage.card(stage.personal("mette"), having="Giv borgeren besked").card
        )


async def test_of_a_withdrawn_wish_nothing_is_owed(database_url: str, clock: ShiftedClock) -> None:
    async with in_town("frederiksberg", database_url, clock) as town:
        stage = town.stage
        await town.ask("in_person")
        await stage.fault("fail", route="sendMail", count=1, status=403)
        await stage.press("jens", "grant", **{f"verdict.{c}": "for" for c in (
            "communication", "remember", "cooperation", "companion", "purpose",
        )})  # fmt: skip
        assert "answer_failed" in await open_tasks(town)
        await stage.press("mette", "withdraw")
        await forge(
            stage, "mette", "task_done", {"task_id": (await open_tasks(town))["answer_failed"]}
        )
        assert "answer_failed" not in await open_tasks(town)


@pytest.mark.rule("C20", "C29")
async def test_a_missing_note_is_copied_and_not_only_ticked(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        stage = town.stage
        await town.ask("in_person")
        for _ in range(7):
            await stage.pass_time(days=3)
        task = (await open_tasks(town))["note_missing"]
        card = stage.card(stage.personal("mette"), having="Læg notatet i sagen").card
        assert "task_done" not in verbs(card)
        await forge(stage, "mette", "task_done", {"task_id": task})
        assert "note_missing" in await open_tasks(town)
        await stage.press("mette", "note", having="Læg notatet i sagen")
        await stage.press("mette", "note_guidance", guidance="guided")
        await stage.press("mette", "note_copied")
        assert "note_missing" not in await open_tasks(town)
