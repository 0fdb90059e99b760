"""The list of who was told, as a lawyer reads it: of its own call alone, and of all that reached nobody (B20)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from clock import ShiftedClock
from tests.scenario.stage import Stage, on_stage
from tests.scenario.test_breaks import pause
from tests.scenario.test_meetings import grant_a_wish
from tests.scenario.test_notice import forge
from tests.scenario.test_papers import exported, talk_told
from tests.scenario.test_script import say_next, shown_now
from tests.scenario.wishing import Town, in_town
from tests.scenario.without_chat import closed
from tests.speech import spoken_in
from texts.catalog import text


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as made:
        yield made


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        yield made
        made.calm()


@pytest.fixture(scope="module")
def data_dir() -> str:
    return str(spoken_in("frederiksberg"))


@pytest.fixture
async def spoken(database_url: str, clock: ShiftedClock, data_dir: str) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock, VOICE="1", DATA_DIR=data_dir) as made:
        yield made
        made.calm()


async def occurrences(stage: Stage) -> list[Any]:
    return await stage.rows("SELECT * FROM occurrences ORDER BY started_at")


def event(key: str, language: str = "da") -> str:
    return text(f"account.event.{key}", "en" if language == "en" else "da")


async def say_who_records(stage: Stage) -> None:
    """Mette says the first sentences of the script, as far as who records."""
    card = (await stage.press("mette", "script", having="Hvem er oplyst"))["value"]
    while "Ole Madsen" not in shown_now(card):
        card = await say_next(stage, card)
    await say_next(stage, card)


# --- its own call alone -----------------------------------------------------------------------------


@pytest.mark.rule("B20")
async def test_of_a_series_each_list_tells_of_its_own_day(town: Town) -> None:
    stage = town.stage
    await stage.meet(people=["mette", "jens", "ole"], in_minutes=5, recurring=True)
    meeting = {"meeting": str((await town.meeting())["id"])}
    first = (await town.tell(meeting))["number"]
    await stage.start("ole")
    await say_who_records(stage)
    before = await exported(stage)
    assert text("account.complete") in before
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(days=7)
    second = (await town.tell(meeting, citizen_name="Amal Nor"))["number"]
    one = (await occurrences(stage))[0]["id"]
    between = await exported(stage, one)  # Amal's is allowed, and not told of yet
    assert second not in between
    assert text("account.complete") in between
    await stage.start("ole")
    await pause(town)
    one, other = [row["id"] for row in await occurrences(stage)]
    earlier, later = await exported(stage, one), await exported(stage, other)
    assert first in earlier
    assert second not in earlier
    assert "Amal Nor" not in earlier
    assert text("account.complete") in earlier
    assert event("caucus") not in earlier
    assert said(earlier) == said(before)
    assert "Ole Madsen" in said(earlier)
    assert second in later
    assert first not in later
    assert event("caucus") in later


def said(shown: str) -> str:
    """What stands there sentence by sentence."""
    table = shown.split(text("account.said_caption"))[1]
    return table.split(text("account.missing"))[0]


@pytest.mark.rule("B20")
async def test_of_a_series_it_names_the_day_it_is_of_and_not_the_one_that_is_planned(
    town: Town,
) -> None:
    stage = town.stage
    await stage.meet(people=["mette", "jens", "ole"], in_minutes=5, recurring=True)
    meeting = {"meeting": str((await town.meeting())["id"])}
    await town.tell(meeting)
    await stage.start("ole")
    await stage.do("end", "mette", meeting=stage.meeting)
    one = (await occurrences(stage))[0]["id"]
    before = await exported(stage, one)
    await stage.rows("UPDATE meetings SET starts_at = starts_at + interval '7 days' RETURNING id")
    assert day(await exported(stage, one)) == day(before)


def day(shown: str) -> str:
    return shown.split("Sager:")[0].rsplit("·", 1)[1]


@pytest.mark.rule("B20")
async def test_a_name_stands_only_in_what_was_said_when_it_was_so(town: Town) -> None:
    """Kirsten's wish came after Mette had said that Ole records."""
    stage = town.stage
    await stage.meet(people=["mette", "jens", "ole"], in_minutes=5)
    meeting = {"meeting": str((await town.meeting())["id"])}
    await town.tell(meeting)
    await stage.start("ole")
    await say_who_records(stage)
    await town.tell(meeting, citizen_name="Kirsten Bay")
    shown = await exported(stage)
    assert "Optager: Ole Madsen, Kirsten Bay" in shown
    assert "Ole Madsen" in said(shown)
    assert "Kirsten Bay" not in said(shown)


@pytest.mark.rule("B20")
async def test_what_was_done_in_the_next_call_of_the_day_stands_there_alone(stage: Stage) -> None:
    await stage.meet(in_minutes=1, minutes=120)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=5)
    await closed(stage, notified=False)
    await stage.start("ole")
    await stage.pass_time(seconds=5)
    await stage.press("mette", "read_aloud")
    await stage.do("remove_app", "mette", meeting=stage.meeting)
    one, other = [row["id"] for row in await occurrences(stage)]
    first, second = await exported(stage, one), await exported(stage, other)
    for key in ("task_read_aloud", "task_done", "read_aloud", "app_removed"):
        assert event(key) not in first, key
        assert event(key) in second, key


@pytest.mark.rule("B20")
async def test_of_a_talk_that_was_broken_off_the_list_is_still_whole(town: Town) -> None:
    """Outside Teams the script tells how it stands; it is asked of that call, not of the one that runs."""
    stage = town.stage
    await talk_told(town)
    one = (await occurrences(stage))[0]["id"]
    assert text("account.complete") in await exported(stage, one)
    await stage.press("mette", "talk_end")
    await stage.press("mette", "script_start")
    assert len(await occurrences(stage)) == 2
    assert text("account.complete") in await exported(stage, one)


@pytest.mark.rule("B20")
async def test_what_became_of_a_wish_after_the_call_changes_nothing_of_who_was_told(
    town: Town,
) -> None:
    stage = town.stage
    await stage.meet(people=["mette", "jens", "ole"], in_minutes=5, recurring=True)
    request = await town.tell({"meeting": str((await town.meeting())["id"])})
    await stage.start("ole")
    await stage.do("end", "mette", meeting=stage.meeting)
    assert text("account.complete") in await exported(stage)
    await stage.pass_time(hours=1)
    pressed = {"request_id": str(request["id"]), "version": (await stage.request())["version"]}
    await forge(stage, "mette", "withdraw", pressed)
    assert (await stage.request())["state"] == "withdrawn"
    assert text("account.complete") in await exported(stage)


# --- what became of Lydhør's own call ---------------------------------------------------------------


async def called(spoken: Stage) -> None:
    """A recorded meeting that one can dial into; Lydhør waits in the lobby."""
    await spoken.meet(in_minutes=1, dialIn=True)
    await grant_a_wish(spoken)
    await spoken.start("ole")
    await spoken.pass_time(seconds=6)


@pytest.mark.rule("B20")
async def test_the_list_tells_what_became_of_the_call(spoken: Stage) -> None:
    stage = spoken
    await called(stage)
    await stage.join("bent")
    await stage.do("admit_bot", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=60)
    await stage.do("mute_bot", "mette", meeting=stage.meeting, muted=True)
    await stage.pass_time(seconds=5)
    await stage.do("remove_bot", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=5)
    shown, english = await exported(stage), await exported(stage, language="en")
    for key in ("asked", "lobby", "muted", "removed"):
        assert event(f"call_{key}") in shown, key
        assert event(f"call_{key}", "en") in english, key
    assert event("prompt_heard") in shown
    assert text("account.kind.caller") in shown
    assert text("account.kind.unknown") not in shown


@pytest.mark.rule("B20")
async def test_a_call_that_was_not_let_in_stands_there(spoken: Stage) -> None:
    await called(spoken)
    await spoken.do("remove_bot", "mette", meeting=spoken.meeting)
    await spoken.pass_time(seconds=5)
    assert event("call_denied") in await exported(spoken)


@pytest.mark.rule("B20")
async def test_what_can_be_looked_up_is_shown_and_no_row_of_ours(spoken: Stage) -> None:
    stage = spoken
    await called(stage)
    await stage.join("bent")
    await stage.do("admit_bot", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=60)
    shown = await exported(stage)
    found = await stage.rows("SELECT id, evidence FROM evidence")
    for row in found:
        assert row["id"].hex[:8] not in shown
        kind, _, known_as = row["evidence"].partition(":")
        key = kind if kind in ("post", "prompt") else "answer"
        assert text(f"account.proof.{key}", "da", id=known_as or kind) in shown
    assert {row["evidence"].partition(":")[0] for row in found} == {"post", "202", "prompt"}
    for person in stage.sandbox.world.people.values():
        assert not person.oid or person.oid not in shown


# --- who was put on the list, and what failed ---------------------------------------------------------


@pytest.mark.rule("B20")
async def test_who_was_put_on_the_list_and_taken_off_it_is_told_without_a_name(
    stage: Stage,
) -> None:
    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    await stage.start("ole")
    typed = {"listener_name": "Karen Holm", "listener_kind": "interpreter"}
    await stage.press("mette", "listener_add", having="Hvem er oplyst", **typed)
    row = (await stage.rows("SELECT id FROM informed WHERE kind = 'interpreter'"))[0]["id"]
    await stage.press("mette", "script", having="Hvem er oplyst")
    await stage.press("mette", "listener_drop", listener=str(row))
    shown = await exported(stage)
    for key in ("listener_added", "listener_dropped"):
        assert f"{event(key)} (Tolk) Mette" in shown, key
    assert "Karen" not in shown
    await stage.press("mette", "phone_possible", having="Hvem er oplyst")
    assert event("phone_possible") in await exported(stage)


@pytest.mark.rule("B20")
async def test_work_that_tells_nobody_and_failed_is_no_message_that_failed(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    await stage.start("ole")
    meeting = (await stage.rows("SELECT id FROM meetings"))[0]["id"]

    async def gave_up(kind: str) -> str:
        async with stage.database.unit() as unit:
            await unit.journal.write(meeting, "gave_up", actor="system", facts={"kind": kind})
        return await exported(stage)

    shown = await gave_up("watch")
    assert event("gave_up") not in shown
    shown = await gave_up("roll_call")
    assert event("gave_up_looking") in shown
    assert event("gave_up") not in shown
    assert event("gave_up") in await gave_up("announce")
