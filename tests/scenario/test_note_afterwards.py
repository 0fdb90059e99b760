"""A note can always be made whole: next morning, where several recorded, and in a series (C19, C20)."""

from __future__ import annotations

from typing import Any

import pytest

from clock import ShiftedClock
from tests.scenario.stage import words
from tests.scenario.wishing import Town, in_town


async def held(town: Town, *others: str, **options: Any) -> None:
    """A meeting in Teams that Ole, and whoever else, told of; it is over, and nothing was ticked."""
    where = await town.where("virtual", in_minutes=5, **options)
    await town.tell(where)
    for name in others:
        await town.tell(where, citizen_name=name, contact="asta@borger.example")
    await town.begin("virtual", "ole")
    await town.finish("virtual")


def notes_of(town: Town) -> list[str]:
    shown = [m for m in town.stage.messages(town.stage.personal("mette")) if m.card]
    return [words(m.card) for m in shown if "Notat til sagen" in words(m.card)]


@pytest.mark.rule("C19", "C20")
async def test_two_who_record_are_guided_and_noted_next_morning(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        await held(town, "Asta Holm")
        await town.stage.pass_time(hours=20)
        assert len(notes_of(town)) == 2
        await town.stage.press("mette", "guide", having="Notatet er ikke færdigt")
        await town.stage.press("mette", "guided")
        await town.stage.settle()
        missing = await town.stage.rows("SELECT kind, request_id FROM marks WHERE kind = 'guided'")
        assert [row["request_id"] for row in missing] == [None]
        for request in await town.stage.rows("SELECT number FROM requests"):
            await town.stage.press("mette", "note_copied", having=request["number"])
        copied = await town.stage.rows("SELECT 1 FROM requests WHERE note_copied_at IS NOT NULL")
        assert len(copied) == 2
        assert "I mødet" in await town.note() or "i mødet" in await town.note()


@pytest.mark.rule("C19", "C20")
@pytest.mark.parametrize("said", ["guided", "not_guided", "not_recorded"])
async def test_on_the_note_itself_it_is_said_of_that_wish_alone(
    said: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        await held(town, "Asta Holm")
        await town.stage.pass_time(days=3)
        number = (await town.stage.request())["number"]
        if said == "not_guided":
            asked = await press_on_note(town, number, guidance=said)
            assert "Skriv, hvorfor" in words(asked["value"])
        shown = await press_on_note(
            town, number, guidance=said, not_guided_why="Linjen var væk til sidst."
        )
        assert "note_copied" in words(shown["value"])
        marked = await town.stage.rows(
            "SELECT r.number, m.kind FROM marks m JOIN requests r ON r.id = m.request_id"
        )
        assert [(row["number"], row["kind"]) for row in marked] == [(number, said)]
        assert ("optog lyden af samtalen" in words(shown["value"])) == (said == "guided")


async def press_on_note(town: Town, number: str, **data: str) -> Any:
    verb = "note_not_guided" if data["guidance"] == "not_guided" else "note_guidance"
    return await town.stage.press("mette", verb, having=number, **data)


@pytest.mark.rule("C20")
async def test_a_note_of_a_series_is_made_whole_after_the_next_week_has_begun(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        await held(town, recurring=True)
        await town.stage.pass_time(days=7)
        await town.stage.start("ole")
        shown = await press_on_note(town, (await town.stage.request())["number"], guidance="guided")
        assert "note_copied" in words(shown["value"])


@pytest.mark.rule("C20")
async def test_a_note_never_says_both_that_it_was_recorded_and_that_it_was_not(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        await town.tell(await town.where("virtual", in_minutes=5))
        await town.begin("virtual", "ole")
        await town.stage.press("mette", "guide")
        await town.stage.press("mette", "guided")
        await town.stage.press("mette", "guide_situation", situation="not_recorded")
        await town.stage.press("mette", "guide_done", situation="not_recorded")
        await town.finish("virtual")
        note = await town.note()
        assert "der ikke blev optaget" in note
        assert "optog lyden" not in note
        assert "kan være strafbart" in note
