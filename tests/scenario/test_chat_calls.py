"""Calls whose beginning or end Teams' events never tell of: the chat's own messages do (B20, decision 30)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sandbox import activities
from sandbox.chats import SYSTEM
from tests.scenario.stage import Stage
from tests.scenario.test_meetings import grant_a_wish
from tests.scenario.test_second_call import END, noticed, quiet


async def told(stage: Stage) -> int:
    """So many announcements were made; those for who came later are not among them."""
    return len(await stage.rows("SELECT 1 FROM tellings WHERE how = 'chat'"))


async def a_call(stage: Stage) -> None:
    """A recorded meeting that began as it should; a guest without an id is in it, whom nobody can ask for."""
    await stage.meet(in_minutes=10, minutes=120)
    await grant_a_wish(stage)
    await stage.pass_time(minutes=10)
    await stage.start("ole", "amal")
    assert await noticed(stage) == [("event", False)]
    assert await told(stage) == 1
    await stage.pass_time(minutes=5)


async def ends_unheard(stage: Stage) -> None:
    await stage.fault("lost_activity", **END)
    await stage.do("end", "mette", meeting=stage.meeting)


@pytest.mark.rule("B20")
async def test_end_and_next_beginning_both_lost_are_read_in_the_chat(stage: Stage) -> None:
    await a_call(stage)
    await ends_unheard(stage)
    await stage.fault("lost_start_event", count=1)
    await stage.start("ole")
    await stage.pass_time(seconds=5)
    assert await noticed(stage) == [("event", True), ("chat", False)]
    assert await told(stage) == 2
    ends = await stage.rows("SELECT facts FROM journal WHERE kind = 'meeting_ended'")
    assert [end["facts"]["noticed_by"] for end in ends] == ["chat"]


async def test_read_again_they_tell_nothing_new(stage: Stage) -> None:
    """Each look goes back two minutes; the messages of two calls stand in the chat."""
    await a_call(stage)
    await ends_unheard(stage)
    await stage.fault("lost_start_event", count=1)
    await stage.start("ole")
    await quiet(stage, 100)
    await stage.do("end", "mette", meeting=stage.meeting)
    await quiet(stage, 180)
    assert await noticed(stage) == [("event", True), ("chat", True)]
    assert await told(stage) == 2
    assert len(await stage.rows("SELECT 1 FROM journal WHERE kind = 'meeting_ended'")) == 2


async def test_the_events_that_come_after_the_chat_tell_nothing_new(stage: Stage) -> None:
    await a_call(stage)
    ended = activities.start_or_end(
        stage.sandbox.world, stage.sandbox.world.meetings[stage.meeting], start=False
    )
    await ends_unheard(stage)
    await stage.fault("lost_start_event", count=1)
    await stage.start("ole")
    await stage.pass_time(seconds=5)
    begun = activities.start_or_end(
        stage.sandbox.world, stage.sandbox.world.meetings[stage.meeting], start=True
    )
    for late in (begun, ended):
        assert (await stage.sandbox.door.deliver(late)).ok
        await stage.settle()
    assert await noticed(stage) == [("event", True), ("chat", False)]
    assert await told(stage) == 2


async def test_a_beginning_that_is_written_late_divides_no_call(stage: Stage) -> None:
    await a_call(stage)
    world = stage.sandbox.world
    late = {"@odata.type": "#microsoft.graph.callStartedEventMessageDetail", "callId": "1"}
    world.post(world.meetings[stage.meeting].chat, SYSTEM, "Mødet er begyndt.", event=late)
    await quiet(stage, 60)
    assert await noticed(stage) == [("event", False)]
    assert await told(stage) == 1


async def test_a_beginning_after_a_known_end_is_another_call(stage: Stage) -> None:
    """Found by the chat before the clock looks for anybody."""
    await a_call(stage)
    await stage.do("end", "mette", meeting=stage.meeting)
    assert await noticed(stage) == [("event", True)]
    await stage.pass_time(seconds=5)
    await stage.fault("fail", route="participants", count=None, status=404)
    await stage.fault("lost_start_event", count=1)
    await stage.start("ole")
    await stage.pass_time(seconds=35)
    assert await noticed(stage) == [("event", True), ("chat", False)]
    assert await told(stage) == 2


async def test_what_was_found_late_is_no_call_of_hours_ago(stage: Stage) -> None:
    """The first look in a call that the clock found goes back for hours; calls of then are over."""
    await stage.meet(in_minutes=10, minutes=120)
    await grant_a_wish(stage)
    world = stage.sandbox.world
    for kind, ago in (("Started", 3), ("Ended", 2)):
        event = {"@odata.type": f"#microsoft.graph.call{kind}EventMessageDetail", "callId": "0"}
        message = world.post(world.meetings[stage.meeting].chat, SYSTEM, "Mødet", event=event)
        message.at -= timedelta(hours=ago)
    await stage.pass_time(minutes=10)
    await stage.fault("lost_start_event", count=1)
    await stage.start("ole")
    await quiet(stage, 60)
    assert await noticed(stage) == [("clock", False)]
    assert await told(stage) == 1


def write(stage: Stage, kind: str, call: str, *, before: timedelta = timedelta(0)) -> None:
    """Teams' own message of a call, as Graph shows it."""
    world = stage.sandbox.world
    event = {"@odata.type": f"#microsoft.graph.call{kind}EventMessageDetail", "callId": call}
    message = world.post(world.meetings[stage.meeting].chat, SYSTEM, "Mødet", event=event)
    message.at -= before


async def test_an_end_that_is_written_late_ends_no_later_call(stage: Stage) -> None:
    await a_call(stage)
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=10)
    await stage.start("ole")
    await stage.pass_time(seconds=10)
    write(stage, "Ended", f"{stage.meeting}-1")
    await quiet(stage, 60)
    assert await noticed(stage) == [("event", True), ("event", False)]
    assert await told(stage) == 2


async def test_a_start_that_teams_tells_divides_a_call_that_the_chat_told_of(stage: Stage) -> None:
    await a_call(stage)
    await ends_unheard(stage)
    await stage.fault("lost_start_event", count=1)
    await stage.start("ole")
    await stage.pass_time(seconds=5)
    await stage.fault("missing_chat_rsc")
    await stage.pass_time(minutes=5)
    await ends_unheard(stage)
    await stage.pass_time(seconds=20)
    stage.sandbox.world.faults.clear("lost_start_event")
    await stage.start("ole")
    assert await noticed(stage) == [("event", True), ("chat", True), ("event", False)]
    assert await told(stage) == 3


async def test_a_recording_of_the_call_before_makes_the_next_one_no_older(stage: Stage) -> None:
    """Its end is not written yet when the clock finds the next call, whose start was lost."""
    await a_call(stage)
    await stage.do("record", "mette", meeting=stage.meeting, force=True)
    await stage.pass_time(minutes=1)
    world = stage.sandbox.world
    await stage.do("end", "mette", meeting=stage.meeting)
    chat = world.meetings[stage.meeting].chat
    for message in chat.messages:  # what the end of the recording wrote comes later
        if message.event and message.event.get("callRecordingStatus") in (
            "chunkFinished",
            "success",
        ):
            message.visible_at = world.now() + timedelta(minutes=30)
    await stage.pass_time(minutes=11)
    await stage.fault("lost_start_event", count=1)
    began = stage.clock.now()
    await stage.start("ole")
    await quiet(stage, 60)
    rows = await stage.rows("SELECT noticed_by, started_at, ended_at FROM occurrences ORDER BY 2")
    assert [(row["noticed_by"], row["ended_at"] is None) for row in rows] == [
        ("event", False), ("clock", True),
    ]  # fmt: skip
    assert rows[1]["started_at"] >= began
    assert await told(stage) == 2
