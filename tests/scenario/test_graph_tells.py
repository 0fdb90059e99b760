"""Graph tells of a recording: the organiser is warned at once, and nothing forged changes anything."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from clock import ShiftedClock
from tests.scenario.graph_tells import (
    at_graph,
    incidents,
    journal,
    outcomes,
    quiet,
    record,
    run,
    said,
    states,
    stop,
    told_stage,
)
from tests.scenario.stage import Stage

WARNED = "Teams optager mødet"


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with told_stage(database_url, clock) as made:
        yield made
        made.calm()


async def test_a_meeting_that_is_taken_in_is_subscribed_to(stage: Stage) -> None:
    await stage.meet(in_minutes=60)
    assert await states(stage) == dict.fromkeys(("call_events", "chat", "recordings"), "active")
    assert sorted(row.kind for row in at_graph(stage)) == ["call_events", "chat", "recordings"]


@pytest.mark.rule("B29")
async def test_the_organiser_is_warned_without_any_time_passing(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["switch"]) == ("chat_message", "off_again")
    assert incident["noticed_at"] - incident["started_at"] < timedelta(seconds=5)
    assert said(stage, "mette").count(WARNED) == 1
    assert said(stage, "jens").count(WARNED) == 1
    await stop(stage)
    (incident,) = await incidents(stage)
    assert incident["ended_at"] is not None


async def test_a_notification_that_is_lost_is_made_up_for_by_looking(stage: Stage) -> None:
    await run(stage)
    await stage.fault("lost_notification", kind="chat")
    await record(stage)
    assert await incidents(stage) == []
    for _ in range(4):
        await stage.pass_time(seconds=31)
    assert len(await incidents(stage)) == 1
    assert (await states(stage))["chat"] == "silent:not_told"
    assert await journal(stage, "signal_missed") == [{"kind": "chat"}]
    assert await due(stage) <= timedelta(seconds=10)  # looked often again
    stage.sandbox.world.faults.clear()
    await stop(stage)
    assert (await states(stage))["chat"] == "active"
    assert await due(stage) > timedelta(seconds=20)


async def test_told_twice_it_is_one_recording_and_one_warning(stage: Stage) -> None:
    await run(stage)
    await stage.fault("duplicate_notification")
    await record(stage)
    await stop(stage)
    assert len(await incidents(stage)) == 1
    assert said(stage, "mette").count(WARNED) <= 1
    assert len(await journal(stage, "recording_seen")) == 1


async def test_told_in_the_wrong_order_it_is_the_same(stage: Stage) -> None:
    await run(stage)
    await stage.fault("late_notification", seconds=40)
    await record(stage)
    stage.sandbox.world.faults.clear()
    await stage.fault("reordered_notifications")
    await stage.sandbox.do("stop_record", as_="mette", meeting=stage.meeting)
    await stage.pass_time(seconds=45)
    (incident,) = await incidents(stage)
    assert incident["ended_at"] is not None


async def test_an_old_notification_sent_again_changes_nothing(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    await stop(stage)
    await quiet(stage)
    before = await outcomes(stage)
    (chat,) = at_graph(stage, "chat")
    for number in range(len(chat.sent)):
        stage.sandbox.notifier.replay(chat, number)
    calls = stage.sandbox.world.count("GET", "messages")
    await stage.do("clear_faults")
    assert len(await incidents(stage)) == 1
    assert stage.sandbox.world.count("GET", "messages") == calls
    assert (await outcomes(stage))["taken"] > before["taken"]  # believed, and known already


# --- what the call itself tells -----------------------------------------------------------------


@pytest.mark.rule("B20")
async def test_a_start_without_a_start_event_is_noticed_at_once(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await stage.fault("lost_start_event")
    await stage.do("start", "mette", meeting=stage.meeting)
    (occurrence,) = await stage.rows("SELECT * FROM occurrences")
    assert occurrence["noticed_by"] == "call_event"


async def test_an_end_without_an_end_event_is_noticed_and_an_old_start_begins_nothing(
    stage: Stage,
) -> None:
    await run(stage)
    await stage.pass_time(minutes=10)
    await stage.fault("lost_activity")
    await stage.do("end", "mette", meeting=stage.meeting)
    (occurrence,) = await stage.rows("SELECT * FROM occurrences")
    assert occurrence["ended_at"] is not None
    (calls,) = at_graph(stage, "call_events")
    event = {"eventType": "callStarted", "eventDateTime": occurrence["started_at"].isoformat()}
    await again(stage, calls, event)
    assert len(await stage.rows("SELECT * FROM occurrences")) == 1


@pytest.mark.rule("B20")
async def test_who_joins_without_a_word_from_teams_is_looked_for_at_once(stage: Stage) -> None:
    stage.sandbox.world.switches["participant_events"] = False
    await run(stage)
    await stage.pass_time(seconds=30)
    looks = stage.sandbox.world.count("GET", "/participants/")
    await stage.join("jens")
    assert stage.sandbox.world.count("GET", "/participants/") > looks


async def test_a_recording_that_only_the_call_tells_of_is_certain_and_ends(stage: Stage) -> None:
    stage.sandbox.world.switches["call_state_events"] = True
    await run(stage)
    await stage.fault("missing_chat_rsc")
    await stage.fault("lost_notification", kind="chat")
    await record(stage)
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["switch"]) == ("call_event", "off_again")
    assert WARNED in said(stage, "mette")
    await stop(stage)
    (incident,) = await incidents(stage)
    assert incident["ended_by"] == "call_event"


async def test_recording_told_of_before_the_start_is_not_lost(stage: Stage) -> None:
    """What is recorded runs, also when its own beginning is told of later; the chat is closed to us."""
    await stage.meet(in_minutes=1)
    await stage.fault("missing_chat_rsc")
    (calls,) = at_graph(stage, "call_events")
    now = stage.clock.now().isoformat()
    state = {"sequenceNumber": 1, "state": "active"}
    event = {"eventType": "recordingStateUpdated", "eventDateTime": now, "recordingState": state}
    changed = stage.sandbox.world.count("PATCH", "onlineMeetings")
    await again(stage, calls, event)
    await quiet(stage)
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["switch"]) == ("call_event", "off_again")
    assert (
        stage.sandbox.world.count("PATCH", "onlineMeetings") > changed
    )  # off again, whatever was read
    await stage.start("ole")
    assert len(await stage.rows("SELECT * FROM occurrences")) == 1
    assert len(await incidents(stage)) == 1


async def test_call_and_chat_tell_of_one_recording(stage: Stage) -> None:
    stage.sandbox.world.switches["call_state_events"] = True
    stage.sandbox.world.switches["system_message_delay"] = 40
    await run(stage)
    await record(stage)
    (incident,) = await incidents(stage)
    assert incident["noticed_by"] == "call_event"
    await stage.pass_time(seconds=41)
    await stage.pass_time(seconds=3)
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["ended_at"]) == ("chat_message", None)
    assert len(await journal(stage, "recording_seen")) == 2


async def test_a_start_read_after_the_call_told_of_the_end_is_the_same_recording(
    stage: Stage,
) -> None:
    """The call tells of start and end at once; the chat's own messages can be read later."""
    stage.sandbox.world.switches["call_state_events"] = True
    stage.sandbox.world.switches["system_message_delay"] = 40
    await run(stage)
    await record(stage)
    await stage.pass_time(seconds=10)
    await stop(stage)
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["ended_by"]) == ("call_event", "call_event")
    for _ in range(6):
        await stage.pass_time(seconds=11)
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["ended_by"]) == ("chat_message", "chat_message")
    assert incident["started_at"] < incident["ended_at"]
    assert said(stage, "mette").count("Teams har optaget mødet") == 1


async def test_two_recordings_close_together_are_two_however_late_they_are_read(
    stage: Stage,
) -> None:
    stage.sandbox.world.switches["call_state_events"] = True
    stage.sandbox.world.switches["system_message_delay"] = 50
    await run(stage)
    for _ in range(2):
        await record(stage)
        await stage.pass_time(seconds=10)
        await stop(stage)
        await stage.pass_time(seconds=10)
    assert len(await incidents(stage)) == 2
    for _ in range(6):
        await stage.pass_time(seconds=11)
    first, second = await incidents(stage)
    assert first["started_at"] < first["ended_at"] < second["started_at"] < second["ended_at"]
    assert {first["noticed_by"], second["noticed_by"]} == {"chat_message"}
    assert first["mark_id"] != second["mark_id"]


async def test_a_file_that_is_there_before_its_messages_is_of_the_same_recording(
    stage: Stage,
) -> None:
    stage.sandbox.world.switches["system_message_delay"] = 60
    stage.sandbox.world.switches["recording_file_delay"] = 5
    await run(stage)
    await record(stage)
    await stop(stage)
    await stage.pass_time(seconds=10)
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["file_state"]) == ("file", "found")
    for _ in range(6):
        await stage.pass_time(seconds=11)
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], bool(incident["mark_id"])) == ("file", True)


async def test_a_possible_recording_becomes_certain_when_the_call_tells_of_it(
    stage: Stage,
) -> None:
    stage.sandbox.world.switches["call_state_events"] = True
    await stage.fault("missing_chat_rsc")
    await run(stage)
    await stage.fault("late_notification", kind="call_events", seconds=20)
    await record(stage)
    await stage.pass_time(seconds=5)
    (incident,) = await incidents(stage)
    assert incident["noticed_by"] == "switch"
    await stage.pass_time(seconds=20)
    (incident,) = await incidents(stage)
    assert incident["noticed_by"] == "call_event"
    assert WARNED in said(stage, "mette")
    stage.sandbox.world.faults.clear("late_notification")
    await stop(stage)
    assert (await incidents(stage))[0]["ended_by"] == "call_event"


async def test_a_file_that_comes_is_looked_for_when_graph_tells(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    await stop(stage)
    await stage.pass_time(seconds=301)
    assert (await incidents(stage))[0]["file_state"] == "found"
    assert (await outcomes(stage, "recordings"))["taken"] == 1


# --- what Graph tells of itself -----------------------------------------------------------------


async def tell(stage: Stage, event: str, kind: str = "chat") -> None:
    (row,) = at_graph(stage, kind)
    stage.sandbox.notifier.lifecycle(row, event)
    await stage.do("clear_faults")


async def test_a_subscription_that_has_to_be_authorized_again_is(stage: Stage) -> None:
    await run(stage)
    await tell(stage, "reauthorizationRequired")
    assert not at_graph(stage, "chat")[0].stopped
    await record(stage)
    assert len(await incidents(stage)) == 1


async def test_a_subscription_that_is_removed_is_made_again(stage: Stage) -> None:
    await run(stage)
    before = at_graph(stage, "chat")[0].id
    await tell(stage, "subscriptionRemoved")
    await stage.pass_time(seconds=6)
    (row,) = at_graph(stage, "chat")
    assert row.id != before
    await record(stage)
    assert len(await incidents(stage)) == 1


async def test_what_graph_says_it_missed_is_looked_for_at_once(stage: Stage) -> None:
    await run(stage)
    await stage.fault("lost_notification", kind="chat")
    await record(stage)
    assert await incidents(stage) == []
    await stage.do("clear_faults")  # what is told of the subscription itself comes through again
    await tell(stage, "missed")
    assert len(await incidents(stage)) == 1


async def due(stage: Stage) -> timedelta:
    """How long until the next look for a recording."""
    rows = await stage.rows(
        "SELECT min(due_at) AS at FROM effects WHERE kind = 'watch' AND done_at IS NULL"
    )
    return rows[0]["at"] - stage.clock.now()


async def again(stage: Stage, row: Any, content: dict[str, Any]) -> None:
    """Graph tells such a call event now."""
    notifier = stage.sandbox.notifier
    body = {
        "value": [
            {
                "subscriptionId": row.id,
                "clientState": row.body["clientState"],
                "tenantId": stage.sandbox.world.tenant_id,
                "changeType": "updated",
                "resource": row.body["resource"],
                "encryptedContent": notifier.encrypted(row.certificate, row, content),
            }
        ],
        "validationTokens": [notifier.validation_token()],
    }
    assert await notifier.send(row.body["notificationUrl"], body) == 202
    await stage.settle()
