"""A series, and the day after: what an earlier time left behind is no word on this one, and nobody who
comes to this one was recorded then."""

from __future__ import annotations

import pytest

from tests.scenario.stage import Stage
from tests.scenario.test_incident import cards, kinds, oid
from tests.scenario.test_incident_shown import OFF_AGAIN
from tests.scenario.test_recording import incidents, record, said, stop, the_meeting


async def flip(stage: Stage, times: int) -> None:
    for _ in range(times):
        await stage.do("set_option", "mette", meeting=stage.meeting, allowRecording=True)
        await stage.pass_time(minutes=3)


async def once_more(stage: Stage, **later: float) -> None:
    """The call ends, and the next time of the series begins."""
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(**later)
    await stage.start("ole")


# --- put back -----------------------------------------------------------------------------------


async def test_each_time_of_a_series_counts_for_itself_and_is_told_on_a_card_of_its_own(
    stage: Stage,
) -> None:
    await stage.meet(in_minutes=1, recurring=True)
    await stage.start("ole")
    await flip(stage, 2)
    assert cards(stage, "mette", OFF_AGAIN) == 1
    await once_more(stage, days=7)
    await flip(stage, 1)
    assert (await the_meeting(stage))["put_back"] == 1
    assert cards(stage, "mette", OFF_AGAIN) == 2  # an old card that changes is seen by nobody
    assert "keep_switched_off" not in str(await stage.rows("SELECT kind FROM tasks"))
    await flip(stage, 1)
    assert cards(stage, "mette", OFF_AGAIN) == 2
    await flip(stage, 1)
    assert "keep_switched_off" in str(await stage.rows("SELECT kind FROM tasks"))


async def test_a_single_meetings_switch_is_counted_over_days_and_told_on_a_new_card(
    stage: Stage,
) -> None:
    await stage.meet(in_minutes=60 * 24 * 7)
    for _ in range(2):
        await stage.do("set_option", "mette", meeting=stage.meeting, allowRecording=True)
        await stage.pass_time(hours=13)
    assert (await the_meeting(stage))["put_back"] == 2
    assert cards(stage, "mette", OFF_AGAIN) == 2


# --- a recording whose end nobody saw ---------------------------------------------------------------


async def left_open(stage: Stage) -> None:
    """A daily meeting is recorded on the first day, and nobody sees the end."""
    await stage.meet(in_minutes=1, recurring=True, minutes=10)
    await stage.start("ole")
    await record(stage)
    await stage.pass_time(seconds=11)
    stage.sandbox.world.meetings[stage.meeting].recording = False


@pytest.mark.rule("A20", "B29", "C4")
async def test_who_comes_the_next_day_was_not_recorded_the_day_before(stage: Stage) -> None:
    await left_open(stage)
    await stage.do("leave", "ole", meeting=stage.meeting, person="ole")
    before = {row["person_key"] for row in await stage.rows("SELECT * FROM recorded_people")}
    assert len(before) == 2
    await once_more(stage, hours=23)
    await stage.join("nadia")
    await stage.pass_time(minutes=3)
    after = {row["person_key"] for row in await stage.rows("SELECT * FROM recorded_people")}
    assert after == before


async def test_a_daily_series_gives_an_unseen_end_up_after_a_day(stage: Stage) -> None:
    await left_open(stage)
    await once_more(stage, hours=23)
    await stage.pass_time(minutes=3)
    (incident,) = await incidents(stage)
    assert incident["watch_ended_at"] is None
    await once_more(stage, hours=23)
    await stage.pass_time(minutes=3)
    (incident,) = await incidents(stage)
    assert incident["watch_ended_at"] is not None
    assert "end_not_seen" in await kinds(stage)
    assert "Det er ikke set, at optagelsen er stoppet" in said(stage, "jens")


# --- Graph is silent until long after the call ---------------------------------------------------


async def recorded_unseen(stage: Stage) -> None:
    """It is recorded while the chat does not answer, and the call ends."""
    await stage.meet(in_minutes=1, minutes=10)
    await stage.start("ole")
    await stage.pass_time(seconds=30)
    await stage.fault("fail", route="/messages", count=None, status=503)
    await record(stage)
    await stage.pass_time(minutes=5)
    await stop(stage)
    await stage.pass_time(minutes=1)
    await stage.do("end", "mette", meeting=stage.meeting)
    for _ in range(20):
        await stage.pass_time(minutes=1)


@pytest.mark.rule("A20", "B29", "C4")
async def test_a_chat_that_answers_long_after_the_call_still_tells_that_it_was_recorded(
    stage: Stage,
) -> None:
    await recorded_unseen(stage)
    assert await incidents(stage) == []
    stage.sandbox.world.faults.clear()
    await stage.pass_time(minutes=6)
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["ended_by"]) == ("chat_message", "chat_message")
    assert "Teams har optaget mødet" in said(stage, "mette")
    assert oid(stage, "mette") == incident["initiator_oid"]
    assert await waits(stage)  # its end is read, and so is the file
    await stage.pass_time(minutes=11)
    assert not await waits(stage)


async def test_a_chat_that_may_not_be_read_is_not_looked_at_for_a_day(stage: Stage) -> None:
    await stage.fault("missing_chat_rsc")
    await stage.meet(in_minutes=1, minutes=10)
    await stage.start("ole")
    await stage.pass_time(minutes=10)
    await stage.do("end", "mette", meeting=stage.meeting)
    for _ in range(12):
        await stage.pass_time(minutes=1)
    assert not await waits(stage)


async def waits(stage: Stage) -> bool:
    """Whether the chat is looked at again."""
    query = "SELECT 1 FROM effects WHERE kind = 'watch' AND done_at IS NULL"
    return bool(await stage.rows(query))
