"""The municipality's own sound recording: steps, a day of deletion, never the file (A15)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from clock import COPENHAGEN, ShiftedClock
from tests.scenario.stage import verbs, words
from tests.scenario.wishing import KINDS, Town, in_town

WHY = "Vi skal kunne høre, hvad vi lovede om bolig og hjælp."
PLACE = "Sagens mappe på netdrevet"
ASSESSED = {
    "verdict.need": "for",
    "note.need": "Ole glemmer det aftalte efter sin hjerneskade.",
}


@pytest.fixture
async def nyborg(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("nyborg", database_url, clock) as town:
        yield town


async def granted(town: Town, kind: str) -> None:
    """Ole asks, and Mette gives leave herself."""
    await town.ask(kind)
    await town.stage.press("mette", "grant", **ASSESSED)
    assert (await town.stage.request())["state"] == "granted"


async def the_steps(town: Town) -> dict[str, object]:
    (row,) = await town.stage.rows("SELECT * FROM own_recordings")
    return dict(row)


@pytest.mark.rule("A15")
@pytest.mark.parametrize("kind", KINDS)
async def test_the_steps_from_start_to_deletion(nyborg: Town, kind: str) -> None:
    stage = nyborg.stage
    await granted(nyborg, kind)
    card = stage.card(stage.personal("mette"), having="own_started")
    assert "Input.File" not in str(card.card)
    await nyborg.begin(kind, "ole")
    shown = await stage.press("mette", "own_started")
    assert "hvorfor kommunens optagelse er nødvendig" in words(shown["value"])
    assert (await stage.rows("SELECT * FROM own_recordings WHERE started_at IS NOT NULL")) == []
    await stage.press("mette", "own_started", necessity=WHY)
    await stage.press("mette", "own_stopped")
    shown = await stage.press("mette", "own_save")
    assert "Skriv, hvor optagelsen ligger" in words(shown["value"])
    assert "Vælg den dag" in words(shown["value"])
    day = (stage.clock.now() + timedelta(days=30)).astimezone(COPENHAGEN).date()
    await stage.press("mette", "own_save", place=PLACE, delete_on=day.isoformat())
    await nyborg.finish(kind)
    steps = await the_steps(nyborg)
    assert steps["started_at"]
    assert steps["stopped_at"]
    assert steps["delete_on"] == day
    assert "own_recording" not in await nyborg.tasks()
    note = await nyborg.note()
    assert PLACE in note
    assert WHY in note
    await stage.pass_time(days=31)
    assert "own_recording_delete" in await nyborg.tasks()
    await stage.press("mette", "task_done", having="Slet kommunens egen optagelse")
    assert (await the_steps(nyborg))["deleted_at"] is not None
    kinds = await nyborg.journal()
    for kept in ("started", "stopped", "kept", "deleted"):
        assert f"own_recording_{kept}" in kinds


@pytest.mark.rule("A15")
async def test_a_day_that_is_gone_is_no_day_of_deletion(nyborg: Town) -> None:
    stage = nyborg.stage
    await granted(nyborg, "phone")
    await stage.press("mette", "own_started", necessity=WHY)
    gone = (stage.clock.now() - timedelta(days=2)).date().isoformat()
    shown = await stage.press("mette", "own_save", place=PLACE, delete_on=gone)
    assert "Dagen er gået" in words(shown["value"])
    assert (await the_steps(nyborg))["delete_on"] is None


@pytest.mark.rule("A15")
async def test_without_the_ticks_it_is_asked_for_after_the_meeting(nyborg: Town) -> None:
    stage = nyborg.stage
    await granted(nyborg, "virtual")
    await nyborg.begin("virtual", "ole")
    await nyborg.finish("virtual")
    assert "own_recording" in await nyborg.tasks()
    shown = await stage.press("mette", "own_not_made")
    assert "hvorfor kommunen ikke optager selv" in words(shown["value"])
    await stage.press("mette", "own_not_made", not_made_why="Mit apparat virkede ikke.")
    (task,) = await stage.rows("SELECT done_at FROM tasks WHERE kind = 'own_recording'")
    assert task["done_at"] is not None
    assert "Mit apparat virkede ikke." in await nyborg.note()


@pytest.mark.rule("A15", "B20")
async def test_the_meeting_is_told_that_both_record_until_that_is_given_up(nyborg: Town) -> None:
    stage = nyborg.stage
    await granted(nyborg, "virtual")
    await nyborg.begin("virtual", "ole")
    said = words(stage.messages(stage.chat)[-1].card)
    assert "optager også" in said
    await stage.press("mette", "own_not_made", not_made_why="Mit apparat virker ikke i dag.")
    again = words(stage.messages(stage.chat)[-1].card)
    assert "Ole Madsen" in again
    assert "optager også" not in again


@pytest.mark.rule("A15", "B21", "C4")
@pytest.mark.parametrize("municipality", ["frederiksberg", "albertslund"])
async def test_the_others_know_no_such_step(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        stage = town.stage
        await town.ask("virtual")
        if municipality == "frederiksberg":
            found = stage.card(stage.personal("jens"), having="grant")
            criteria = [v for v in words(found.card).split() if v.startswith("verdict.")]
            await stage.press("jens", "grant", **dict.fromkeys(criteria, "for"))
        assert (await stage.request())["state"] == "granted"
        await town.begin("virtual", "ole")
        await town.finish("virtual")
        shown = [v for m in stage.messages(stage.personal("mette")) for v in verbs(m.card)]
        assert not [verb for verb in shown if verb.startswith("own_")]
        assert "own_recording" not in await town.tasks()
        assert await stage.rows("SELECT 1 FROM own_recordings") == []
        assert "optager også" not in words([m.card for m in stage.messages(stage.chat)])
