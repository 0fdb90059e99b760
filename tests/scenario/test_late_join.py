"""What Teams tells late of somebody who came: they may have left since, and are not taken for being there;
whoever is there is told all the same (B20, C12)."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from clock import ShiftedClock
from sandbox import activities
from tests.scenario.stage import Stage, on_stage
from tests.scenario.test_breaks import LEFT, marks, recorded, told
from tests.scenario.test_guest_left import amal
from tests.scenario.test_leaving import ledger, row_of
from tests.scenario.test_meetings import grant_a_wish
from tests.scenario.wishing import in_town

COMPLETE = "Alle, vi kender til i mødet, er oplyst"


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        await made.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"], dialIn=True)
        await grant_a_wish(made)
        await made.start("ole")
        yield made
        made.calm()


async def come_late(stage: Stage, person: str, *, seconds: int = 40) -> None:
    """Somebody comes, and of that Teams tells after so many seconds."""
    await stage.fault("late_activity", count=1, activity="event", seconds=seconds)
    await stage.join(person)


async def leave(stage: Stage, person: str) -> None:
    await stage.do("leave", person, meeting=stage.meeting, person=person)


@pytest.mark.rule("B20")
async def test_who_left_meanwhile_is_not_told(stage: Stage) -> None:
    await come_late(stage, "nadia")
    await leave(stage, "nadia")
    await stage.pass_time(seconds=41)
    nadia = stage.sandbox.world.people["nadia"].oid
    assert await stage.rows("SELECT 1 FROM informed WHERE oid = :o", o=nadia) == []
    assert "Nadia" not in ledger(stage)


@pytest.mark.rule("B20")
async def test_who_is_there_is_told_at_once(stage: Stage) -> None:
    await come_late(stage, "nadia", seconds=35)
    await stage.rows("UPDATE effects SET due_at = due_at + interval '1 hour'"
                     " WHERE kind = 'look_around' AND done_at IS NULL RETURNING id")  # fmt: skip
    await stage.pass_time(seconds=36)
    assert (await row_of(stage, "nadia"))["grade"] == "accepted"


@pytest.mark.rule("B20")
async def test_a_guest_who_left_meanwhile_is_not_back(stage: Stage) -> None:
    stage.sandbox.world.switches["anonymous_participant_events"] = True
    await stage.join("amal")
    await leave(stage, "amal")
    assert await amal(stage) == ("none", "gone")
    await come_late(stage, "amal")
    await stage.pass_time(seconds=2)
    await leave(stage, "amal")
    await stage.pass_time(seconds=41)
    assert await amal(stage) == ("none", "gone")


@pytest.mark.rule("B20")
async def test_a_guest_who_is_there_is_told(stage: Stage) -> None:
    stage.sandbox.world.switches["anonymous_participant_events"] = True
    await stage.join("amal")
    await leave(stage, "amal")
    await stage.pass_time(seconds=2)
    await come_late(stage, "amal")
    await stage.pass_time(seconds=41)
    assert (await amal(stage))[0] == "posted"


@pytest.mark.rule("C12")
async def test_who_records_and_left_meanwhile_is_not_back(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        stage = town.stage
        await recorded(town)
        await leave(stage, "ole")
        await stage.pass_time(seconds=40)
        await come_late(stage, "ole")
        await leave(stage, "ole")
        await stage.pass_time(seconds=41)
        assert stage.has_card(stage.personal("mette"), LEFT)
        assert await marks(stage) == ["recorder_away"]
        assert told(stage) == ["records"]


# --- by phone -------------------------------------------------------------------------------------


@pytest.mark.rule("B20")
async def test_whoever_phones_in_after_it_was_read_opens_the_list_again(stage: Stage) -> None:
    await stage.press("mette", "read_aloud")
    assert COMPLETE in ledger(stage)
    assert "read_aloud" not in ledger(stage)
    world = stage.sandbox.world
    bent = activities.participant(
        world, world.meetings[stage.meeting], world.people["bent"], joined=True
    )
    bent["value"]["members"][0]["user"]["id"] = "4:+4570123456"
    await stage.sandbox.door.deliver(bent)
    await stage.settle()
    assert COMPLETE not in ledger(stage)
    assert "read_aloud" in ledger(stage)
