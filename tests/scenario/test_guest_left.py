"""A guest without an id who left hears nothing that is told from then on, although the chat names them still;
nobody can ask for them, so that they left is kept (B20)."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from clock import ShiftedClock
from tests.scenario.stage import Stage, on_stage, words
from tests.scenario.test_meetings import grant_a_wish
from tests.scenario.test_papers import exported
from tests.scenario.test_voice import let_in
from tests.speech import spoken_in
from texts.catalog import text

KIRSTEN = {"citizen_name": "Kirsten Bay", "contact": "kirsten@borger.example"}


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        made.sandbox.world.switches["anonymous_participant_events"] = True
        await made.meet(in_minutes=1, dialIn=True)
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


async def amal(stage: Stage) -> tuple[str, str]:
    row = (await stage.rows("SELECT grade, channel FROM informed WHERE kind = 'anonymous'"))[0]
    return row["grade"], row["channel"]


async def leave(stage: Stage, person: str = "amal") -> None:
    await stage.do("leave", person, meeting=stage.meeting, person=person)


def ledger(stage: Stage) -> str:
    return words(stage.card(stage.personal("mette"), having="Hvem er oplyst").card)


# --- told, and gone when something else is told -----------------------------------------------------


async def read_to(stage: Stage) -> None:
    """Ole records, and Mette has read that to Amal."""
    await grant_a_wish(stage)
    await stage.start("ole", "amal")
    await stage.press("mette", "read_aloud")
    assert await amal(stage) == ("confirmed", "read_aloud")


@pytest.mark.rule("B20")
async def test_who_left_told_does_not_hear_what_is_told_anew(stage: Stage) -> None:
    await read_to(stage)
    await leave(stage)
    assert await amal(stage) == ("confirmed", "read_aloud")  # it is still true of what was told
    await grant_a_wish(stage, **KIRSTEN)
    assert await amal(stage) == ("none", "gone")
    assert "Amal" not in ledger(stage)
    await stage.press("mette", "read_aloud")
    assert await amal(stage) == ("none", "gone")
    shown = await exported(stage)
    assert f"Amal: {text('account.state.gone_earlier').lower()}." in shown
    assert text("account.complete") not in shown
    await stage.join("amal")
    assert (await amal(stage))[0] == "posted"


async def test_who_left_told_and_is_back_is_told_nothing_twice(stage: Stage) -> None:
    await read_to(stage)
    before = len(stage.messages(stage.chat))
    await leave(stage)
    await stage.join("amal")
    await stage.pass_time(seconds=21)
    assert await amal(stage) == ("confirmed", "read_aloud")
    assert len(stage.messages(stage.chat)) == before
    await grant_a_wish(stage, **KIRSTEN)
    assert (await amal(stage))[0] == "posted"  # and is there for what comes next


async def test_a_leave_that_is_told_late_says_nothing_of_who_was_told(stage: Stage) -> None:
    await read_to(stage)
    await stage.fault("late_activity", count=1, seconds=40)
    await leave(stage)
    await stage.join("amal")
    await stage.pass_time(seconds=50)
    await grant_a_wish(stage, **KIRSTEN)
    assert (await amal(stage))[0] == "posted"


# --- gone before there is anything to tell ------------------------------------------------------------


@pytest.mark.rule("B20")
async def test_who_left_before_it_was_told_has_not_heard_it(stage: Stage) -> None:
    await stage.start("ole", "amal")
    await leave(stage)
    named = "SELECT 1 FROM personal p JOIN informed i ON i.id = p.owner_id"
    assert await stage.rows(named) == []  # there is nothing to tell yet
    assert await stage.rows("SELECT 1 FROM informed WHERE mri IS NOT NULL") == []
    await grant_a_wish(stage)
    assert await amal(stage) == ("none", "gone")
    await stage.press("mette", "read_aloud")
    assert await amal(stage) == ("none", "gone")
    assert "Amal" not in ledger(stage)
    assert "Amal: gik, før personen var oplyst." in await exported(stage)
    await stage.join("amal")
    assert (await amal(stage))[0] == "posted"
    assert "Amal" in ledger(stage)


async def test_who_is_back_before_it_is_told_is_told_with_the_others(stage: Stage) -> None:
    await stage.start("ole", "amal")
    await leave(stage)
    await stage.join("amal")
    await grant_a_wish(stage)
    assert (await amal(stage))[0] == "posted"
    assert await stage.rows("SELECT 1 FROM cards WHERE purpose LIKE 'late:%'") == []


# --- seen in the call -----------------------------------------------------------------------------------


@pytest.mark.rule("B20")
async def test_whom_the_call_saw_leave_does_not_hear_what_is_read_then(spoken: Stage) -> None:
    """Teams tells nothing of guests; Lydhør sits in the call and sees it."""
    stage = spoken
    await stage.meet(in_minutes=1, dialIn=True)
    await grant_a_wish(stage)
    await stage.start("ole", "amal", "bent")
    await stage.pass_time(seconds=6)
    await let_in(stage)
    await stage.pass_time(seconds=60)
    assert (await amal(stage))[0] == "prompt_completed"
    for person in ("amal", "bent"):
        await leave(stage, person)
    await stage.pass_time(seconds=2)
    assert (await amal(stage))[0] == "prompt_completed"
    await grant_a_wish(stage, **KIRSTEN)
    await stage.press("mette", "read_aloud")
    gone = "SELECT grade, channel FROM informed WHERE kind IN ('anonymous', 'caller')"
    rows = await stage.rows(gone)
    assert [(row["grade"], row["channel"]) for row in rows] == [("none", "gone")] * 2
    await stage.join("amal")
    await stage.pass_time(seconds=2)
    assert (await amal(stage))[0] == "posted"


async def test_without_the_call_nobody_says_that_a_guest_is_still_away(spoken: Stage) -> None:
    stage = spoken
    await stage.meet(in_minutes=1, dialIn=True)
    await grant_a_wish(stage)
    await stage.start("ole", "amal")
    await stage.pass_time(seconds=6)
    await let_in(stage)
    await stage.pass_time(seconds=60)
    await leave(stage)
    await stage.pass_time(seconds=2)
    await stage.do("remove_bot", "mette", meeting=stage.meeting)
    await stage.join("amal")
    await grant_a_wish(stage, **KIRSTEN)
    assert (await amal(stage))[0] == "posted"
