"""Recordings nobody told of: who it is, under which relation, and when a refusal stands already."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from clock import ShiftedClock
from tests.scenario.stage import Stage, verbs, words
from tests.scenario.test_conduct import marks
from tests.scenario.test_mended_notice import refused, states
from tests.scenario.test_notice import forge
from tests.scenario.wishing import Town, in_town


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as made:
        yield made


async def untold(stage: Stage, **typed: str) -> Any:
    """Mette says on the meeting's card that somebody records."""
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    data = {"meeting_id": str(row["id"]), "situation": "undisclosed"}
    return await forge(stage, "mette", "guide_done", data | typed)


# --- an employee who records is no citizen (C1, C2) -----------------------------------------------


@pytest.mark.rule("C1", "C2", "C21")
async def test_an_employee_who_had_not_told_is_entered_as_an_employee(town: Town) -> None:
    stage = town.stage
    await stage.meet(people=["mette", "nadia"], in_minutes=5)
    await stage.start("nadia")
    await stage.press("mette", "guide")
    asked = await stage.press("mette", "guide_situation", situation="undisclosed")
    assert "borger eller en ansat" in words(asked["value"])
    said = {"situation": "undisclosed", "who": "Nadia Friis", "recorder": "employee"}
    missing = await stage.press("mette", "guide_done", **said)
    assert "employee_type" in words(missing["value"])
    assert await states(stage) == []
    await stage.press("mette", "guide_done", **said, employee_type="sickness")
    request = await stage.request()
    assert (request["relation"], request["role"], request["state"]) == (
        "employee", "employee", "granted",
    )  # fmt: skip
    assert (request["requester_oid"], request["caseworker_oid"]) == (
        town.oid("nadia"), town.oid("mette"),
    )  # fmt: skip
    assert request["answer_state"] == "delivered"
    assert stage.has_card(stage.personal("nadia"), "employee_receipt")
    for person in ("nadia", "lene", "jens"):
        shown = [m.card_for(person) for m in stage.messages(stage.personal(person))]
        assert not any("guided" in verbs(card) for card in shown)


@pytest.mark.rule("C1", "C7")
async def test_an_ordinary_talk_is_not_covered_here_either(town: Town) -> None:
    stage = town.stage
    await stage.meet(people=["mette", "nadia"], in_minutes=5)
    await stage.start("nadia")
    shown = await untold(stage, who="Nadia Friis", recorder="employee", employee_type="appraisal")
    assert "Den slags samtale er ikke omfattet" in words(shown["value"])
    assert await states(stage) == []


@pytest.mark.rule("C1")
async def test_an_employee_no_directory_knows_has_the_leader_as_counterpart(town: Town) -> None:
    stage = town.stage
    await stage.meet(people=["mette", "nadia"], in_minutes=5)
    await stage.start("nadia")
    await untold(stage, who="Vibeke Vikar", recorder="employee", employee_type="sickness")
    request = await stage.request()
    assert (request["relation"], request["requester_oid"]) == ("employee", None)
    assert request["caseworker_oid"] == town.oid("mette")


# --- whoever was refused has not merely kept silent (C22, C27) ------------------------------------


@pytest.mark.rule("C22", "C27")
async def test_who_was_refused_is_asked_to_stop_and_not_entered_as_allowed(town: Town) -> None:
    stage = town.stage
    await refused(town, "virtual")
    await town.begin("virtual", "ole")
    shown = await untold(stage, who="Ole  madsen")
    assert "Bed roligt om, at optagelsen stopper" in words(shown["value"])
    assert await states(stage) == ["not_granted"]
    asked = await untold(stage, who="Manden med hatten")
    assert "det er den samme person" in words(asked["value"])
    shown = await untold(stage, who="Manden med hatten", after_refusal="same_person")
    assert "Bed roligt om, at optagelsen stopper" in words(shown["value"])
    assert await states(stage) == ["not_granted"]
    assert await marks(town) == []
    await untold(stage, who="Lis Madsen", after_refusal="other_person")
    assert await states(stage) == ["not_granted", "granted"]
    assert await marks(town) == ["undisclosed"]
    assert "told_after_refusal" in await town.journal()


# --- what was decided aloud, also where nobody records (C17, C18) ---------------------------------


@pytest.mark.rule("C17", "C18")
async def test_an_oral_decision_is_noted_where_nobody_told_of_a_recording(town: Town) -> None:
    stage = town.stage
    await stage.meet(people=["mette", "ole"], in_minutes=5)
    await stage.start("ole")
    await stage.press("mette", "guide")
    shown = await stage.press("mette", "guide_turn", turn="deciding")
    assert "Nu træffer du en afgørelse" in words(shown["value"])
    await stage.press("mette", "oral_decision", decision_text="Du får hjælp to timer om ugen.")
    assert await marks(town) == ["deciding", "oral_decision"]
    (task,) = await stage.rows("SELECT * FROM tasks")
    assert (task["kind"], task["owner_oid"], task["request_id"]) == (
        "oral_decision", town.oid("mette"), None,
    )  # fmt: skip
    assert task["meeting_id"] == (await town.meeting())["id"]
    card = stage.card(stage.personal("mette"), having="Giv afgørelsen på skrift")
    assert "task_done" in verbs(card.card)
    facts = await stage.rows("SELECT facts::text AS facts FROM journal")
    assert not any("to timer" in row["facts"] for row in facts)
    await stage.pass_time(hours=96)
    await stage.press("mette", "task", having="Giv afgørelsen på skrift")  # a reminder came
    await stage.press("mette", "task_done")
    (task,) = await stage.rows("SELECT * FROM tasks")
    assert task["done_by"] == town.oid("mette")
    kinds = await town.journal()
    assert (kinds.count("task_given"), kinds.count("task_done")) == (1, 1)


@pytest.mark.rule("C17")
async def test_of_a_recorded_talk_the_written_decision_is_reminded_of(town: Town) -> None:
    stage = town.stage
    await town.ask("virtual")
    await town.begin("virtual", "ole")
    await stage.press("mette", "guide_turn", turn="deciding")
    await stage.press("mette", "oral_decision", decision_text="Du får hjælp to timer om ugen.")
    rows = await stage.rows("SELECT kind FROM effects WHERE kind = 'remind_task'")
    assert len(rows) == 1


# --- what could not be announced is still taken for recorded (C19, C20) ---------------------------


@pytest.mark.rule("C19", "C20")
async def test_not_announced_is_not_the_same_as_not_recorded(town: Town) -> None:
    stage = town.stage
    await town.ask("virtual")
    await town.begin("virtual", "ole")
    await stage.rows(
        "UPDATE requests SET used_at = NULL RETURNING id"
    )  # a post that never came through
    await town.finish("virtual")
    assert (await stage.request())["used_at"] is None
    note = stage.card(stage.personal("mette"), having="Notatet er ikke færdigt")
    assert "note_copied" not in verbs(note.card)
    await stage.press("mette", "guide", having="Notatet er ikke færdigt")
    sure = await stage.press("mette", "guide_situation", situation="not_recorded")
    assert "sikker på, at ingen optog" in words(sure["value"])
    await stage.press("mette", "guide_done", situation="not_recorded")
    assert await marks(town) == ["not_recorded"]
    assert "der ikke blev optaget" in await town.note()
