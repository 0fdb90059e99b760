"""Meetings: the block, the start without an event, latecomers, moves, and what cannot be governed."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

import pytest

from casework.ports import NotReachable
from tests.scenario.stage import WISH, Stage, verdicts, words

REMOVED = "Lydhør er fjernet fra et møde"


async def grant_a_wish(stage: Stage, **changed: str) -> None:
    """A wish is registered for the newest meeting and granted."""
    row = (await stage.rows("SELECT id FROM meetings ORDER BY created_at DESC LIMIT 1"))[0]
    await stage.press("mette", "register_open")
    await stage.press("mette", "register_submit", **{**WISH, "meeting": str(row["id"]), **changed})
    await stage.press("jens", "grant", **verdicts())
    assert (await stage.request())["state"] == "granted"


async def the_meeting(stage: Stage) -> object:
    return (await stage.rows("SELECT * FROM meetings ORDER BY created_at DESC LIMIT 1"))[0]


def announcements(stage: Stage) -> int:
    """How often the meeting was told that Ole Madsen records."""
    return sum(
        1
        for m in stage.messages(stage.chat)
        if m.card and "Ole Madsen" in words(m.card) and "want_to_record" not in words(m.card)
    )


@pytest.mark.rule("B20")
async def test_a_lost_start_event_is_made_good_within_a_minute(stage: Stage) -> None:
    """B20: the clock's own look announces when the event never comes."""
    await stage.meet(in_minutes=10)
    await grant_a_wish(stage)
    await stage.fault("lost_start_event")
    await stage.pass_time(minutes=10)
    await stage.start("ole")
    assert announcements(stage) == 0
    for _ in range(3):
        await stage.pass_time(seconds=20)
    assert announcements(stage) == 1
    occurrence = (await stage.rows("SELECT * FROM occurrences"))[0]
    assert occurrence["noticed_by"] == "clock"


async def test_a_late_start_event_does_not_announce_twice(stage: Stage) -> None:
    await stage.meet(in_minutes=10)
    await grant_a_wish(stage)
    await stage.fault("late_start_event", seconds=120)
    await stage.pass_time(minutes=10)
    await stage.start("ole")
    for _ in range(9):
        await stage.pass_time(seconds=20)
    assert announcements(stage) == 1
    assert len(await stage.rows("SELECT 1 FROM occurrences")) == 1


async def test_nothing_is_announced_when_nobody_asked(stage: Stage) -> None:
    await stage.meet(in_minutes=10)
    before = len(stage.messages(stage.chat))
    await stage.start("ole")
    await stage.pass_time(seconds=60)
    assert len(stage.messages(stage.chat)) == before
    assert await stage.rows("SELECT 1 FROM informed") == []


@pytest.mark.rule("B20")
async def test_a_grant_during_the_meeting_is_announced_at_once(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await stage.start("ole")
    await grant_a_wish(stage)
    assert announcements(stage) == 1


@pytest.mark.rule("B20")
async def test_members_who_come_late_are_told_once_even_if_they_leave_and_return(
    stage: Stage,
) -> None:
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"])
    await grant_a_wish(stage)
    await stage.start("ole")
    count = stage.sandbox.world.count("POST", "notification")
    await stage.join("nadia")
    nadia = stage.sandbox.world.people["nadia"].oid
    row = (await stage.rows("SELECT * FROM informed WHERE oid = :o", o=nadia))[0]
    assert row["grade"] == "accepted"
    assert row["informed_at"] is not None
    assert stage.sandbox.world.count("POST", "notification") == count + 1
    await stage.do("leave", "nadia", meeting=stage.meeting, person="nadia")
    await stage.join("nadia")
    assert stage.sandbox.world.count("POST", "notification") == count + 1


async def test_a_latecomer_without_an_event_is_found_by_looking(stage: Stage) -> None:
    stage.sandbox.world.switches["participant_events"] = False
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"])
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.join("nadia")
    await stage.pass_time(seconds=21)
    nadia = stage.sandbox.world.people["nadia"].oid
    row = (await stage.rows("SELECT * FROM informed WHERE oid = :o", o=nadia))[0]
    assert row["grade"] == "accepted"


@pytest.mark.rule("B20")
async def test_possible_phone_listeners_keep_the_ledger_incomplete(stage: Stage) -> None:
    await stage.meet(in_minutes=1, dialIn=True)
    await grant_a_wish(stage)
    await stage.start("ole")
    phone = (await stage.rows("SELECT * FROM informed WHERE kind = 'phone'"))[0]
    assert phone["informed_at"] is None
    await stage.press("mette", "read_aloud")
    phone = (await stage.rows("SELECT * FROM informed WHERE kind = 'phone'"))[0]
    assert (phone["grade"], phone["channel"]) == ("confirmed", "read_aloud")


async def test_without_dial_in_the_employee_may_say_that_somebody_phones(stage: Stage) -> None:
    await stage.meet(in_minutes=1, dialIn=False)
    await grant_a_wish(stage)
    await stage.start("ole")
    assert await stage.rows("SELECT 1 FROM informed WHERE kind = 'phone'") == []
    await stage.press("mette", "phone_possible")
    assert len(await stage.rows("SELECT 1 FROM informed WHERE kind = 'phone'")) == 1


async def test_a_missing_access_policy_is_told_and_never_called_blocked(stage: Stage) -> None:
    await stage.fault("missing_access_policy")
    await stage.meet(in_minutes=60)
    row = await the_meeting(stage)
    assert (row["block_state"], row["block_reason"]) == ("unverifiable", "access_policy_missing")
    assert row["block_read_at"] is None
    stage.sandbox.world.faults.clear()
    await stage.pass_time(minutes=16)
    assert (await the_meeting(stage))["block_state"] == "held"


async def test_a_patch_that_changes_nothing_is_seen_by_reading_back(stage: Stage) -> None:
    await stage.fault("ignored_patch", property="allowRecording")
    await stage.meet(in_minutes=60)
    row = await the_meeting(stage)
    assert (row["block_state"], row["block_reason"]) == ("unverifiable", "unchanged")


async def test_a_foreign_organizers_meeting_is_out_of_reach(stage: Stage) -> None:
    await stage.meet(in_minutes=60, foreignOrganizer=True)
    row = await the_meeting(stage)
    assert (row["block_state"], row["block_reason"]) == ("out_of_reach", "foreign_organizer")
    assert stage.sandbox.world.count("PATCH", "onlineMeetings") == 0


async def test_a_moved_meeting_takes_its_answer_along(stage: Stage) -> None:
    await stage.meet(in_minutes=120)
    await grant_a_wish(stage)
    later = stage.clock.now() + timedelta(hours=5)
    await stage.do("move", "mette", meeting=stage.meeting, startsAt=later.isoformat())
    await stage.pass_time(minutes=16)
    assert abs((await the_meeting(stage))["starts_at"] - later) < timedelta(seconds=1)
    assert (await stage.request())["state"] == "granted"
    assert len(await stage.rows("SELECT 1 FROM journal WHERE kind = 'meeting_moved'")) == 1


async def test_a_cancelled_meeting_lets_the_wish_lapse_and_tells_the_employee(
    stage: Stage,
) -> None:
    await stage.meet(in_minutes=120)
    await grant_a_wish(stage)
    await stage.do("cancel", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=16)
    assert (await the_meeting(stage))["state"] == "cancelled"
    assert (await stage.request())["state"] == "lapsed"


async def test_a_series_asks_anew_for_each_meeting(stage: Stage) -> None:
    await stage.meet(in_minutes=5, recurring=True)
    await grant_a_wish(stage)
    await stage.start("ole")
    assert announcements(stage) == 1
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(days=7)
    await stage.start("ole")
    assert len(await stage.rows("SELECT 1 FROM occurrences")) == 2
    assert announcements(stage) == 1


async def test_a_call_that_breaks_off_is_the_same_meeting(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=2)
    await stage.start("ole")
    assert announcements(stage) == 2  # whoever is in the new call is told in it


async def test_the_app_taken_out_leaves_the_script_with_the_employee(stage: Stage) -> None:
    await stage.meet(in_minutes=60)
    await grant_a_wish(stage)
    await stage.do("remove_app", "mette", meeting=stage.meeting)
    assert (await the_meeting(stage))["app_installed"] is False
    said = [words(m.card) for m in stage.messages(stage.personal("mette"))]
    assert any("Ole Madsen optager" in s for s in said)


async def test_taken_out_again_it_is_said_again(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    await stage.start("ole")
    for cards in (1, 2):
        await stage.do("remove_app", "mette", meeting=stage.meeting)
        said = [words(m.card) for m in stage.messages(stage.personal("mette"))]
        assert sum(REMOVED in s for s in said) == cards
        await stage.pass_time(minutes=1)
        await stage.do("install_app", "mette", meeting=stage.meeting)


async def test_taken_out_where_the_employee_cannot_be_written_to_leaves_a_task(
    stage: Stage,
) -> None:
    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    await stage.start("ole")
    stage.sandbox.world.personal_chat("mette").installed = False
    with suppress(NotReachable):  # nor can her task be shown to her
        await stage.do("remove_app", "mette", meeting=stage.meeting)
    tasks = await stage.rows("SELECT kind FROM tasks WHERE done_at IS NULL")
    assert "read_aloud" in [task["kind"] for task in tasks]


async def test_an_already_granted_wish_is_told_when_the_app_comes_into_the_call(
    stage: Stage,
) -> None:
    await stage.meet(in_minutes=30)
    await grant_a_wish(stage)
    await stage.do("remove_app", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=30)
    await stage.start("ole")
    assert announcements(stage) == 0
    await stage.do("install_app", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=41)
    assert announcements(stage) == 1


async def test_the_app_added_to_a_running_meeting_announces(stage: Stage) -> None:
    await stage.meet(in_minutes=1, install=False)
    await stage.start("ole")
    await stage.do("install_app", "mette", meeting=stage.meeting)
    await grant_a_wish(stage)
    await stage.pass_time(seconds=21)
    assert announcements(stage) == 1


@pytest.mark.rule("A20", "C4")
async def test_a_switch_turned_on_is_put_back(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await stage.start("ole")
    await stage.do("set_option", "mette", meeting=stage.meeting, allowRecording=True)
    await stage.pass_time(minutes=3)
    options = stage.sandbox.world.meetings[stage.meeting].options
    assert options["allowRecording"] is False
    assert len(await stage.rows("SELECT 1 FROM journal WHERE kind = 'switch_put_back'")) == 1


async def test_pressing_record_while_blocked_is_refused_by_teams(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await stage.start("ole")
    pressed = await stage.do("record", "mette", meeting=stage.meeting)
    assert pressed["refused"] is True


async def test_without_the_right_to_read_the_chat_the_switch_is_still_watched(
    stage: Stage,
) -> None:
    await stage.fault("missing_chat_rsc")
    await stage.meet(in_minutes=1)
    await stage.start("ole")
    await stage.do("record", "mette", meeting=stage.meeting, force=True)
    await stage.pass_time(seconds=11)
    options = stage.sandbox.world.meetings[stage.meeting].options
    assert options["allowRecording"] is False


@pytest.mark.parametrize("route", ["activities", "onlineMeetings", "notification", "sendMail"])
async def test_throttling_loses_nothing(stage: Stage, route: str) -> None:
    await stage.meet(in_minutes=1)
    await stage.fault("throttle", route=route, count=1, retryAfter=1)
    await grant_a_wish(stage)
    await stage.start("ole")
    stage.sandbox.world.faults.clear()
    await stage.pass_time(minutes=1)
    assert announcements(stage) == 1
    assert (await stage.request())["answer_state"] == "sent"
