"""The file of a Teams recording: looked for until found or given up, and told as what is known."""

from __future__ import annotations

from typing import Any

import pytest

from casework import effects
from store import find
from tests.scenario.stage import Stage
from tests.scenario.test_recording import due, incidents, journal, record, run, stop


async def recorded(stage: Stage) -> None:
    """A recording that has ended, seen in the chat."""
    await run(stage)
    await record(stage)
    await stage.pass_time(seconds=11)
    await stop(stage)
    await stage.pass_time(seconds=11)


async def course(stage: Stage) -> list[str]:
    rows = await stage.rows("SELECT kind FROM incident_steps ORDER BY at, kind")
    return [row["kind"] for row in rows]


def without_address(stage: Stage) -> None:
    """Teams stores the file, and the chat does not tell where."""
    for message in stage.sandbox.world.meetings[stage.meeting].chat.messages:
        if message.event and message.event.get("callRecordingUrl"):
            message.event["callRecordingUrl"] = None


async def ended_without_address(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    await stage.pass_time(seconds=11)
    await stage.sandbox.do("stop_record", as_="mette", meeting=stage.meeting)
    without_address(stage)
    await stage.pass_time(seconds=11)


async def the(stage: Stage) -> Any:
    (incident,) = await incidents(stage)
    return incident


async def test_the_chat_tells_where_the_file_is(stage: Stage) -> None:
    await recorded(stage)
    assert (await the(stage))["file_state"] == "found"
    assert "file_found" in await course(stage)
    stored = await stage.rows("SELECT 1 FROM personal WHERE field = 'file_url'")
    assert len(stored) == 1


async def test_a_file_the_chat_does_not_tell_of_is_looked_for_until_it_is_there(
    stage: Stage,
) -> None:
    await ended_without_address(stage)
    assert (await the(stage))["file_state"] == ""
    await stage.pass_time(seconds=61)
    assert (await the(stage))["file_state"] == "waiting"
    for _ in range(3):
        await stage.pass_time(minutes=3)
    assert (await the(stage))["file_state"] == "found"
    assert await due(stage, "recording_file") is None
    assert (await course(stage)).count("file_found") == 1


async def test_a_file_that_never_comes_is_given_up_and_said_so(stage: Stage) -> None:
    stage.sandbox.world.switches["recording_file_delay"] = 10**7
    await ended_without_address(stage)
    for hours in (0.02, 0.02, 0.04, 0.1, 0.3, 0.7, 1.1, 6.1, 16.1):
        await stage.pass_time(hours=hours)
    assert (await the(stage))["file_state"] == "not_found"
    assert await due(stage, "recording_file") is None
    assert (await course(stage))[-1] == "file_not_found"


@pytest.mark.parametrize("fault", ["missing_permission", "missing_access_policy"])
async def test_not_allowed_to_look_is_no_missing_file(stage: Stage, fault: str) -> None:
    await ended_without_address(stage)
    await stage.fault(fault)
    await stage.pass_time(seconds=61)
    assert (await the(stage))["file_state"] == "not_allowed"
    assert await due(stage, "recording_file") is None


async def test_no_answer_is_no_answer_and_is_asked_again(stage: Stage) -> None:
    await ended_without_address(stage)
    await stage.fault("fail", route="/recordings", status=503, count=None)
    await stage.pass_time(seconds=61)
    assert (await the(stage))["file_state"] == ""
    stage.sandbox.world.faults.clear()
    await stage.pass_time(minutes=10)
    assert (await the(stage))["file_state"] == "found"


async def test_a_recording_that_only_its_file_gives_away_is_an_incident(stage: Stage) -> None:
    """Every signal was lost while it ran; Teams tells afterwards that a recording is available."""
    await run(stage)
    world = stage.sandbox.world
    world.switches["system_message_delay"] = 10**6
    await record(stage)
    await stage.sandbox.do("stop_record", as_="mette", meeting=stage.meeting)
    await stage.pass_time(minutes=6)
    assert await incidents(stage) == []
    async with stage.database.unit() as unit:
        found = await find.meeting_by_chat(unit.session, stage.chat)
        assert found is not None
        await effects.find_file(unit, found)
    await stage.settle()
    incident = await the(stage)
    assert (incident["noticed_by"], incident["ended_by"]) == ("file", "file")
    assert incident["file_state"] == "found"
    assert [f["seen_by"] for f in await journal(stage, "recording_seen")] == ["file"]


async def test_another_organisations_file_is_not_looked_for_here(stage: Stage) -> None:
    await run(stage, foreignOrganizer=True)
    stage.sandbox.teams._begin_recording(
        stage.sandbox.world.meetings[stage.meeting], stage.sandbox.world.people["mette"]
    )
    await stage.pass_time(seconds=11)
    await stop(stage)
    await stage.pass_time(minutes=2)
    assert stage.sandbox.world.count("GET", "recordings") == 0
    assert (await the(stage))["file_state"] in ("found", "elsewhere")


async def test_the_end_of_the_meeting_has_the_file_looked_for_whatever_the_chat_tells(
    stage: Stage,
) -> None:
    """The end of the recording is told late; the meeting is over, so the file is looked for."""
    await run(stage)
    await record(stage)
    await stage.pass_time(seconds=11)
    stage.sandbox.world.switches["system_message_delay"] = 10**6
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=61)
    assert (await the(stage))["ended_at"] is None
    assert stage.sandbox.world.count("GET", "recordings") > 0
    for _ in range(4):
        await stage.pass_time(minutes=3)
    assert (await the(stage))["file_state"] == "found"
    assert len(await incidents(stage)) == 1


async def test_the_end_of_a_meeting_nobody_recorded_looks_for_no_file(stage: Stage) -> None:
    await run(stage)
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=2)
    assert stage.sandbox.world.count("GET", "recordings") == 0
    assert await due(stage, "recording_file") is None


async def test_a_file_that_was_begun_before_the_app_came_is_found_too(stage: Stage) -> None:
    await stage.meet(in_minutes=1, install=False)
    await stage.start("ole")
    await record(stage)
    await stage.pass_time(minutes=20)
    await stage.do("install_app", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=1)
    await stage.sandbox.do("stop_record", as_="mette", meeting=stage.meeting)
    without_address(stage)
    for _ in range(5):
        await stage.pass_time(minutes=3)
    assert (await the(stage))["file_state"] == "found"
