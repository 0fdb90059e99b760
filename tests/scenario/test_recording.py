"""Recording in Teams: every recording is seen, its end is its own, and no card says more than that."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from clock import ShiftedClock
from sandbox.cast import departments
from tests.scenario.stage import Stage, on_stage, words

MEETING = "GET /connector/v1/meetings/{meeting}"


async def run(stage: Stage, **options: Any) -> None:
    """A meeting of Mette's that runs."""
    await stage.meet(in_minutes=1, **options)
    await stage.start("ole")


async def record(stage: Stage) -> None:
    """Mette switches recording on again and records."""
    assert not (await stage.do("record", "mette", meeting=stage.meeting, force=True))["refused"]


async def stop(stage: Stage) -> None:
    await stage.do("stop_record", "mette", meeting=stage.meeting)


async def incidents(stage: Stage) -> list[Any]:
    return await stage.rows("SELECT * FROM incidents ORDER BY started_at")


async def journal(stage: Stage, kind: str) -> list[Any]:
    rows = await stage.rows("SELECT facts FROM journal WHERE kind = :k ORDER BY seq", k=kind)
    return [row["facts"] for row in rows]


async def the_meeting(stage: Stage) -> Any:
    return (await stage.rows("SELECT * FROM meetings ORDER BY created_at DESC LIMIT 1"))[0]


async def due(stage: Stage, kind: str) -> Any:
    """How long until the next job of this kind; None when none is coming."""
    rows = await stage.rows(
        "SELECT min(due_at) AS at FROM effects WHERE kind = :k AND done_at IS NULL", k=kind
    )
    return rows[0]["at"] - stage.clock.now() if rows[0]["at"] else None


def said(stage: Stage, person: str) -> str:
    return " | ".join(words(m.card) for m in stage.messages(stage.personal(person)) if m.card)


def switches(stage: Stage) -> dict[str, Any]:
    return stage.sandbox.world.meetings[stage.meeting].options


# --- which end belongs to which recording -----------------------------------------------------


async def test_a_second_recording_is_not_closed_by_the_end_of_the_first(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    await stage.pass_time(seconds=6)
    await stop(stage)
    await stage.pass_time(seconds=6)
    await record(stage)
    for _ in range(6):
        await stage.pass_time(seconds=11)
    first, second = await incidents(stage)
    assert second["ended_at"] is None
    assert first["ended_by"] == "chat_message"
    assert first["started_at"] < first["ended_at"] < second["started_at"]
    await stop(stage)
    await stage.pass_time(seconds=11)
    _, second = await incidents(stage)
    assert second["ended_at"] > second["started_at"]
    assert len(await journal(stage, "recording_ended")) == 2


async def test_an_end_that_was_told_before_is_not_spent_on_a_later_recording(stage: Stage) -> None:
    """The organizer says stopped, Teams tells of the end later, and meanwhile it records again."""
    await run(stage)
    await record(stage)
    await stage.pass_time(seconds=11)
    stage.sandbox.world.meetings[stage.meeting].recording = False  # stopped, the file not yet kept
    await stage.press("mette", "recording_stopped")
    await record(stage)
    await stage.pass_time(seconds=11)
    stage.sandbox.teams._recording_event(
        stage.sandbox.world.meetings[stage.meeting], stage.sandbox.world.people["mette"], "success"
    )
    for _ in range(3):
        await stage.pass_time(seconds=11)
    first, second = await incidents(stage)
    assert first["ended_by"] == "chat_message"
    assert second["ended_at"] is None


@pytest.mark.rule("A20")
async def test_the_organizers_word_is_told_as_their_word(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    await stage.pass_time(seconds=11)
    await stage.press("mette", "recording_stopped")
    for person in ("mette", "jens"):
        assert "Arrangøren har sagt" in said(stage, person)
        assert "Optagelsen er stoppet kl." not in said(stage, person)
    await stop(stage)
    await stage.pass_time(seconds=11)
    assert "Optagelsen er stoppet kl." in said(stage, "jens")


# --- the switch ---------------------------------------------------------------------------------


async def test_a_switch_that_stays_on_is_never_called_put_back(stage: Stage) -> None:
    await run(stage)
    await stage.fault("ignored_patch", property="allowRecording")
    await stage.do("set_option", "mette", meeting=stage.meeting, allowRecording=True)
    await stage.pass_time(minutes=3)  # the sweep
    for _ in range(6):
        await stage.pass_time(seconds=11)
    assert switches(stage)["allowRecording"] is True
    assert await journal(stage, "switch_put_back") == []
    told = [f for f in await journal(stage, "block_read") if f["reason"] == "unchanged"]
    assert len(told) == 1
    stage.sandbox.world.faults.clear()
    for _ in range(3):
        await stage.pass_time(seconds=11)
    assert await journal(stage, "switch_put_back") == [{"outcome": "held"}]


async def test_a_switch_that_may_not_be_changed_is_never_called_put_back(stage: Stage) -> None:
    await run(stage)
    await stage.do("set_option", "mette", meeting=stage.meeting, allowRecording=True)
    route = "PATCH /graph/v1.0/users/{user}/onlineMeetings/{meeting}"
    await stage.fault("fail", route=route, status=403, count=None)
    for _ in range(3):
        await stage.pass_time(minutes=3)
    assert switches(stage)["allowRecording"] is True
    assert await journal(stage, "switch_put_back") == []
    assert (await the_meeting(stage))["block_reason"] == "permission_missing"


async def test_transcription_switched_on_is_put_back_and_is_no_recording(stage: Stage) -> None:
    await stage.fault("missing_chat_rsc")
    await run(stage)
    await stage.do("set_option", "mette", meeting=stage.meeting, allowTranscription=True)
    await stage.pass_time(seconds=11)
    assert switches(stage)["allowTranscription"] is False
    assert await journal(stage, "switch_put_back") == [{"outcome": "held"}]
    assert await incidents(stage) == []


async def test_a_foreign_organizers_meeting_is_not_asked_for_in_our_graph(stage: Stage) -> None:
    await run(stage, foreignOrganizer=True)
    for _ in range(2):
        await stage.pass_time(seconds=11)
    assert stage.sandbox.world.count("GET", "onlineMeetings") == 0
    assert (await the_meeting(stage))["block_reason"] == "foreign_organizer"


# --- a chat that cannot be read -----------------------------------------------------------------


async def test_a_recording_in_a_chat_that_cannot_be_read_is_warned_of_as_possible(
    stage: Stage,
) -> None:
    await stage.fault("missing_chat_rsc")
    await run(stage)
    await record(stage)
    for _ in range(3):
        await stage.pass_time(seconds=11)
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["switch"]) == ("switch", "off_again")
    for person in ("mette", "jens"):
        assert said(stage, person).count("Mødet kan være optaget i Teams") == 1
        assert "Vi kan ikke læse mødets chat" in said(stage, person)
        assert "Teams optager mødet" not in said(stage, person)
    assert len(await journal(stage, "recording_possible")) == 1
    assert await journal(stage, "recording_seen") == []


async def test_a_possible_recording_becomes_certain_when_the_chat_opens(stage: Stage) -> None:
    await stage.fault("missing_chat_rsc")
    await run(stage)
    await record(stage)
    for _ in range(20):
        await stage.pass_time(seconds=11)
    stage.sandbox.world.faults.clear()
    await stage.pass_time(seconds=11)
    (incident,) = await incidents(stage)
    assert incident["noticed_by"] == "chat_message"
    assert "Teams optager mødet" in said(stage, "mette")


async def test_a_switch_that_stays_on_is_warned_of_once_whatever_is_said(stage: Stage) -> None:
    await stage.fault("missing_chat_rsc")
    await run(stage)
    await stage.fault("ignored_patch", property="allowRecording")
    await record(stage)
    await stage.pass_time(seconds=11)
    await stage.press("mette", "recording_stopped")
    for _ in range(3):
        await stage.pass_time(seconds=11)
    (incident,) = await incidents(stage)
    assert (incident["switch"], incident["ended_by"]) == ("still_on", "person")


# --- who is warned ------------------------------------------------------------------------------


@pytest.fixture
async def unled(database_url: str, clock: ShiftedClock, tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage whose default unit has another leader, and where Mette is in a unit without one."""
    sandbox: Any = departments()
    (unit,) = sandbox["departments"]
    file = {
        "departments": [
            {"id": "anden", "name": "Anden", "approver_oid": unit["deputy_oid"]},
            {"id": "familie", "name": "Familie", "members": unit["members"]},
        ]
    }
    path = tmp_path / "units.yaml"
    path.write_text(yaml.safe_dump(file), encoding="utf-8")
    async with on_stage(database_url, clock, DEPARTMENTS=str(path)) as made:
        yield made


async def test_without_an_approver_the_organizers_manager_is_warned(unled: Stage) -> None:
    await run(unled)
    await record(unled)
    await unled.pass_time(seconds=11)
    assert "Teams optager mødet" in said(unled, "mette")
    assert "Teams optager mødet" in said(unled, "jens")
    assert "Teams optager mødet" not in said(unled, "lene")


async def test_while_the_directory_is_away_the_file_stays_with_who_was_named(unled: Stage) -> None:
    """Who leads Mette only the directory can say: that it does not answer is no word on them."""
    await run(unled)
    await record(unled)
    await unled.pass_time(seconds=11)
    await stop(unled)
    await unled.pass_time(seconds=11)
    (before,) = await incidents(unled)
    await unled.fault("fail", route="/manager", count=None, status=503)
    await unled.rows(
        "UPDATE effects SET due_at = :later WHERE kind <> 'file_card' RETURNING key",
        later=unled.clock.now() + timedelta(days=9),
    )
    await unled.pass_time(days=1)
    (after,) = await incidents(unled)
    jens = unled.sandbox.world.people["jens"].oid
    assert before["decider_oid"] == after["decider_oid"] == jens
    asked = await unled.rows("SELECT 1 FROM cards WHERE purpose LIKE :again", again="file:%:2")
    assert len(asked) == 1


async def test_a_warning_that_reaches_nobody_is_tried_again(stage: Stage) -> None:
    await run(stage)
    await stage.fault("fail", route="activities", status=403, count=None)
    await record(stage)
    await stage.pass_time(seconds=11)
    assert "Teams optager mødet" not in said(stage, "mette")
    stage.sandbox.world.faults.clear()
    await stage.pass_time(minutes=2)
    assert "Teams optager mødet" in said(stage, "mette")
    assert "Teams optager mødet" in said(stage, "jens")


# --- how long is looked -------------------------------------------------------------------------


async def test_an_end_that_is_never_seen_is_looked_for_slowly_and_not_for_ever(
    stage: Stage,
) -> None:
    await run(stage, minutes=5)
    await record(stage)
    await stage.pass_time(seconds=11)
    stage.sandbox.world.meetings[stage.meeting].recording = False  # Teams never tells of the end
    await stage.pass_time(minutes=5)
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=10)
    assert (await due(stage, "watch") or timedelta()) <= timedelta(seconds=32)
    await stage.pass_time(minutes=11)
    assert timedelta(minutes=4) < (await due(stage, "watch") or timedelta())
    await stage.pass_time(hours=24)
    assert await due(stage, "watch") is None
    (incident,) = await incidents(stage)
    assert incident["ended_at"] is None
    assert len(await journal(stage, "recording_end_not_seen")) == 1
    for person in ("mette", "jens"):
        assert "Det er ikke set, at optagelsen er stoppet" in said(stage, person)


async def test_passing_trouble_neither_stops_nor_slows_the_watch(stage: Stage) -> None:
    await run(stage)
    await stage.fault("throttle", route="messages", count=None, retryAfter=600)
    await stage.do("set_option", "mette", meeting=stage.meeting, allowRecording=True)
    for _ in range(3):
        await stage.pass_time(seconds=11)
    assert switches(stage)["allowRecording"] is False
    assert await incidents(stage) == []  # the chat may be read, only not just now
    await stage.fault("throttle", route="onlineMeetings", count=None, retryAfter=600)
    await record(stage)
    for _ in range(3):
        await stage.pass_time(seconds=11)
    row = await the_meeting(stage)
    assert (row["block_state"], row["block_reason"]) == ("unverifiable", "no_answer")
    assert await due(stage, "watch") < timedelta(seconds=11)
    stage.sandbox.world.faults.clear()
    await stage.pass_time(seconds=11)
    assert (await the_meeting(stage))["block_state"] == "held"
    assert len(await incidents(stage)) == 1


# --- the block before the meeting ---------------------------------------------------------------


async def test_passing_trouble_neither_stops_nor_slows_the_block(stage: Stage) -> None:
    await stage.meet(in_minutes=600)
    await stage.fault("throttle", route="onlineMeetings", count=None, retryAfter=600)
    for _ in range(25):
        await stage.pass_time(minutes=16)
    assert (await the_meeting(stage))["block_reason"] == "no_answer"
    stage.sandbox.world.faults.clear()
    await stage.pass_time(minutes=11)  # Graph asked for ten
    assert (await the_meeting(stage))["block_state"] == "held"


async def test_a_meeting_unknown_on_install_is_asked_for_again(stage: Stage) -> None:
    await stage.fault("fail", route=MEETING, status=404, count=1)
    await stage.meet(in_minutes=120)
    row = await the_meeting(stage)
    assert (row["graph_id"], row["organizer_oid"]) == (None, None)
    await stage.pass_time(minutes=16)
    row = await the_meeting(stage)
    assert row["graph_id"] is not None
    assert row["block_state"] == "held"
    assert (await due(stage, "take_in")) is None
    assert [f["known"] for f in await journal(stage, "meeting_taken_in")] == [False, True]


async def test_a_meeting_that_stays_unknown_is_written_down_once(stage: Stage) -> None:
    await stage.fault("fail", route=MEETING, status=404, count=None)
    await stage.meet(in_minutes=120)
    for _ in range(5):
        await stage.pass_time(minutes=16)
    assert len(await journal(stage, "meeting_taken_in")) == 1
    assert (await due(stage, "take_in")) is not None


async def test_a_meeting_whose_time_is_past_is_never_called_cancelled(stage: Stage) -> None:
    await stage.meet(in_minutes=20, minutes=5)
    await stage.pass_time(minutes=26)
    await stage.do("cancel", "mette", meeting=stage.meeting)  # as Graph forgets old meetings
    await stage.pass_time(minutes=16)
    assert (await the_meeting(stage))["state"] == "coming"
    assert await journal(stage, "meeting_cancelled") == []


async def test_a_running_meeting_is_never_called_cancelled(stage: Stage) -> None:
    await run(stage)
    stage.sandbox.world.meetings[stage.meeting].state = "cancelled"
    await stage.pass_time(minutes=16)
    assert (await the_meeting(stage))["state"] == "coming"
    assert (await due(stage, "watch")) is not None
