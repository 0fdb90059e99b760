"""Programs that take notes: one calm question, an answer that is noted, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from sandbox import activities
from tests.scenario.stage import Stage, on_stage, words
from tests.scenario.test_recording import journal, run, said

QUESTION = "Er det et program, der tager noter?"


def asked(stage: Stage, person: str = "mette") -> int:
    found = stage.messages(stage.personal(person))
    return sum(1 for message in found if message.card and QUESTION in words(message.card))


async def a_note_taker_comes(stage: Stage) -> None:
    await run(stage)
    await stage.join("noter")


@pytest.mark.rule("A20")
async def test_a_telling_name_leads_to_one_question(stage: Stage) -> None:
    await a_note_taker_comes(stage)
    assert asked(stage) == 1
    assert "Oles Notetaker" in said(stage, "mette")
    for _ in range(3):
        await stage.pass_time(seconds=25)
    await stage.do("leave", "noter", meeting=stage.meeting, person="noter")
    await stage.join("noter")
    assert asked(stage) == 1
    assert len(await journal(stage, "note_taker_seen")) == 1
    for message in stage.messages(stage.chat):
        assert QUESTION not in words(message.card)
    assert stage.sandbox.world.meetings[stage.meeting].present("noter")  # never taken out by us


@pytest.mark.parametrize(
    ("verb", "data", "answer"),
    [
        ("note_taker_out", {}, "asked_out"),
        ("note_taker_none", {}, "no_bot"),
        ("note_taker_stays", {"stays_why": "Alle har sagt ja"}, "stays"),
    ],
)
async def test_the_answer_is_noted(
    stage: Stage, verb: str, data: dict[str, str], answer: str
) -> None:
    await a_note_taker_comes(stage)
    await stage.press("mette", verb, **data)
    (row,) = await stage.rows("SELECT * FROM note_takers")
    assert row["answer"] == answer
    assert "Sagt af Mette Holm" in said(stage, "mette")
    marks = await stage.rows("SELECT * FROM marks WHERE kind = 'note_taker'")
    assert len(marks) == (0 if answer == "no_bot" else 1)
    assert "Notetaker" not in str(await stage.rows("SELECT * FROM note_takers"))


async def test_that_it_stays_needs_a_word_why(stage: Stage) -> None:
    await a_note_taker_comes(stage)
    await stage.press("mette", "note_taker_stays", stays_why=" ")
    (row,) = await stage.rows("SELECT * FROM note_takers")
    assert row["answer"] is None


async def test_nobody_else_answers(stage: Stage) -> None:
    await a_note_taker_comes(stage)
    card = stage.card(stage.personal("mette"), having=QUESTION)
    data = {"note_taker_id": str((await stage.rows("SELECT id FROM note_takers"))[0]["id"])}
    chat = stage.personal("nadia")
    await stage.do("message", "nadia", chat=chat, text="hej")
    other = stage.messages(chat)[-1]
    await stage.sandbox.do(
        "press", as_="nadia", chat=chat, message=other.id, verb="note_taker_none", data=data,
        card=card.card,
    )  # fmt: skip
    assert (await stage.rows("SELECT answer FROM note_takers"))[0]["answer"] is None


async def test_a_colleague_of_that_name_is_a_colleague(stage: Stage) -> None:
    stage.sandbox.world.people["nadia"].name = "Nadia Otter"
    await run(stage)
    await stage.join("nadia")
    assert asked(stage) == 0


async def test_a_program_in_the_call_is_asked_about_and_never_told(stage: Stage) -> None:
    await run(stage)
    meeting = stage.sandbox.world.meetings[stage.meeting]
    program = replace(
        stage.sandbox.world.people["noter"],
        mri="28:6b0d2c5e-0000-4000-8000-000000000001", name="Hjælper", kind="member",
    )  # fmt: skip
    event = activities.participant(stage.sandbox.world, meeting, program, joined=True)
    await stage.sandbox.teams.door.deliver(event)
    await stage.settle()
    assert asked(stage) == 1
    assert "Teams viser det som et program" in said(stage, "mette")
    assert await stage.rows("SELECT * FROM informed WHERE kind = 'application'") == []


async def test_the_municipality_names_more_of_them(database_url: str, clock: Any) -> None:
    names = "Skrivemaskinen, -notetaker"
    async with on_stage(database_url, clock, NOTE_TAKER_NAMES=names) as stage:
        await a_note_taker_comes(stage)
        assert asked(stage) == 0
        stage.sandbox.world.people["amal"].name = "Min skrivemaskinen 2"
        await stage.join("amal")
        assert asked(stage) == 1


async def test_one_that_was_there_before_is_found_by_looking(stage: Stage) -> None:
    """No event tells of it: it stood on the roster when the app came into the running meeting."""
    await stage.meet(in_minutes=1, install=False)
    await stage.start("ole", "noter")
    await stage.do("install_app", "mette", meeting=stage.meeting)
    for _ in range(8):
        await stage.pass_time(seconds=21)
    assert asked(stage) == 1


async def test_in_a_new_tenant_the_first_meeting_leads_to_its_organizer(stage: Stage) -> None:
    """Nobody has the app for themselves yet; the meeting it was put into told where Teams is."""
    for chat in stage.sandbox.world.chats.values():
        chat.installed = False
    async with stage.database.unit() as unit:
        await unit.session.execute(text("DELETE FROM chats"))
    await a_note_taker_comes(stage)
    assert asked(stage) == 1
