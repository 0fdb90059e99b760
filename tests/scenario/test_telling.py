"""All are told, and told again when what holds changes (B20)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sandbox import activities
from tests.scenario.stage import WISH, Stage, verdicts, words
from tests.scenario.test_meetings import announcements, grant_a_wish, the_meeting

AMAL = {"citizen_name": "Amal Noor", "contact": "amal@borger.example"}


def told_revoked(stage: Stage) -> int:
    return sum("gælder ikke længere" in words(m.card) for m in stage.messages(stage.chat))


async def test_a_second_citizen_who_may_record_is_told_of_to_everybody(stage: Stage) -> None:
    await stage.meet(in_minutes=1, dialIn=True)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.press("mette", "read_aloud")
    before = stage.sandbox.world.count("POST", "notification")
    await stage.pass_time(minutes=3)
    await grant_a_wish(stage, **AMAL)
    card = stage.messages(stage.chat)[-1]
    assert "Amal Noor" in words(card.card)
    assert "Ole Madsen" in words(card.card)
    assert stage.sandbox.world.count("POST", "notification") > before
    rows = await stage.rows("SELECT grade, channel FROM informed WHERE kind <> 'phone'")
    assert {r["channel"] for r in rows} == {"in_meeting"}  # the reading aloud was of Ole alone
    times = await stage.rows("SELECT announced_at, decided_at FROM requests")
    assert all(t["announced_at"] >= t["decided_at"] for t in times)


async def test_two_wishes_granted_before_the_meeting_are_told_of_together(stage: Stage) -> None:
    await stage.meet(in_minutes=10)
    await grant_a_wish(stage)
    await grant_a_wish(stage, **AMAL)
    await stage.start("ole")
    posted = [
        m
        for m in stage.messages(stage.chat)
        if "Amal Noor" in words(m.card) and "want_to_record" not in words(m.card)
    ]
    assert len(posted) == 1
    assert "Ole Madsen" in words(posted[0].card)


async def test_a_withdrawn_wish_is_told_of_and_latecomers_hear_no_untruth(stage: Stage) -> None:
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"])
    await grant_a_wish(stage)
    await stage.start("ole")
    assert told_revoked(stage) == 0
    await stage.press("mette", "withdraw")
    assert told_revoked(stage) == 1
    entries = await stage.rows("SELECT 1 FROM journal WHERE kind = 'announcement_revoked'")
    assert len(entries) == 1
    status = stage.messages(stage.chat)[0]
    assert "Ole Madsen" not in words(status.card)
    await stage.join("nadia")
    nadia = stage.sandbox.world.people["nadia"].oid
    assert await stage.rows("SELECT 1 FROM informed WHERE oid = :o", o=nadia) == []
    assert told_revoked(stage) == 1
    await stage.do("end", "mette", meeting=stage.meeting)
    assert stage.has_card(stage.personal("mette"), "note_copied")


@pytest.mark.rule("B20")
async def test_when_the_chat_is_closed_the_employee_reads_aloud_at_once(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    chat = stage.sandbox.world.chat(stage.chat)
    assert chat is not None
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    chat.installed = False  # Teams refuses to write, and has told nobody
    await stage.settle()
    assert announcements(stage) == 0
    assert [t["kind"] for t in await stage.rows("SELECT kind FROM tasks")] == ["read_aloud"]
    await stage.press("mette", "read_aloud")
    row = (await stage.rows("SELECT * FROM occurrences"))[0]
    assert row["announced_at"] is not None


async def test_the_app_taken_out_and_put_back_goes_on_telling(stage: Stage) -> None:
    stage.sandbox.world.switches["participant_events"] = False
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"])
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.do("remove_app", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=1)
    await stage.do("install_app", "mette", meeting=stage.meeting)
    await stage.join("nadia")
    await stage.pass_time(seconds=21)
    nadia = stage.sandbox.world.people["nadia"].oid
    row = (await stage.rows("SELECT * FROM informed WHERE oid = :o", o=nadia))[0]
    assert row["grade"] == "accepted"


async def test_a_meeting_without_the_app_ends_by_the_clock(stage: Stage) -> None:
    await stage.meet(in_minutes=1, minutes=30)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.do("remove_app", "mette", meeting=stage.meeting)
    await stage.do("end", "mette", meeting=stage.meeting)
    for _ in range(3):
        await stage.pass_time(minutes=20)
    assert (await stage.rows("SELECT ended_at FROM occurrences"))[0]["ended_at"] is not None
    assert stage.has_card(stage.personal("mette"), "note_copied")


async def test_being_added_to_the_chat_is_not_being_in_the_call(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    await stage.start("ole")
    world = stage.sandbox.world
    nadia = world.people["nadia"]
    chat = world.chat(stage.chat)
    assert chat is not None
    chat.members.append("nadia")
    await stage.pass_time(seconds=21)
    assert await stage.rows("SELECT 1 FROM informed WHERE oid = :o", o=nadia.oid) == []
    await stage.join("nadia")
    row = (await stage.rows("SELECT * FROM informed WHERE oid = :o", o=nadia.oid))[0]
    assert row["grade"] == "accepted"


@pytest.mark.rule("B20")
async def test_a_late_caller_has_not_heard_what_was_read_before(stage: Stage) -> None:
    await stage.meet(in_minutes=1, dialIn=True)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.press("mette", "read_aloud")
    stage.sandbox.world.switches["anonymous_participant_events"] = True
    await stage.join("bent")
    phones = await stage.rows("SELECT grade, mri FROM informed WHERE kind = 'phone'")
    assert len(phones) == 1
    assert phones[0]["mri"] is None


async def test_a_series_whose_second_start_event_is_lost_is_still_announced(stage: Stage) -> None:
    await stage.meet(in_minutes=5, recurring=True)
    await stage.start("ole")
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(days=7)
    await grant_a_wish(stage)
    await stage.fault("lost_start_event")
    await stage.start("ole")
    for _ in range(3):
        await stage.pass_time(seconds=20)
    assert announcements(stage) == 1


async def test_a_meeting_that_ended_early_is_closed_when_its_time_is_over(stage: Stage) -> None:
    await stage.meet(in_minutes=5, minutes=60)
    row = await the_meeting(stage)
    await stage.press("mette", "register_open")
    await stage.press("mette", "register_submit", **WISH, meeting=str(row["id"]))
    await stage.start("ole")
    await stage.do("end", "mette", meeting=stage.meeting)
    assert (await stage.request())["state"] == "awaiting_leader"
    await stage.pass_time(hours=2)
    assert (await the_meeting(stage))["state"] == "past"
    assert (await stage.request())["state"] == "unanswered"
    assert stage.has_card(stage.personal("mette"), "note_copied")


async def test_a_meeting_nobody_saw_gets_its_note_too(stage: Stage) -> None:
    await stage.meet(in_minutes=5, minutes=30)
    await grant_a_wish(stage)
    await stage.pass_time(hours=2)
    assert (await the_meeting(stage))["state"] == "past"
    assert stage.has_card(stage.personal("mette"), "note_copied")


async def test_a_cancelled_meeting_that_runs_after_all_is_held(stage: Stage) -> None:
    await stage.meet(in_minutes=60)
    await stage.rows("UPDATE meetings SET state = 'cancelled' RETURNING id")
    await stage.start("ole")
    await stage.do("set_option", "mette", meeting=stage.meeting, allowRecording=True)
    await stage.pass_time(minutes=3)
    assert (await the_meeting(stage))["state"] == "coming"
    assert stage.sandbox.world.meetings[stage.meeting].options["allowRecording"] is False


async def test_used_wishes_do_not_lapse_when_graph_forgets_the_meeting(stage: Stage) -> None:
    await stage.meet(in_minutes=1, recurring=True)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.do("cancel", "mette", meeting=stage.meeting)
    await stage.pass_time(hours=7)
    assert (await stage.request())["state"] == "granted"


async def test_refused_with_a_pending_mail_and_withdrawn_gets_no_letter(stage: Stage) -> None:
    await stage.meet(in_minutes=60)
    row = await the_meeting(stage)
    await stage.press("mette", "register_open")
    await stage.press("mette", "register_submit", **WISH, meeting=str(row["id"]))
    await stage.fault("fail", route="sendMail", count=None, status=503)
    with pytest.raises(Exception, match="sendMail"):
        await stage.press("jens", "grant", **verdicts())
    await stage.press("mette", "withdraw")
    stage.sandbox.world.faults.clear()
    await stage.pass_time(minutes=30)
    assert stage.answers() == []


async def test_a_call_tried_the_day_before_does_not_use_the_agreement_up(stage: Stage) -> None:
    await stage.meet(in_minutes=24 * 60 + 30)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.do("end", "mette", meeting=stage.meeting)
    assert not stage.has_card(stage.personal("mette"), "note_copied")
    first = announcements(stage)
    await stage.pass_time(hours=24, minutes=30)
    await stage.start("ole")
    assert announcements(stage) == first + 1


async def test_a_broken_off_meeting_that_is_moved_keeps_its_answer(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.do("end", "mette", meeting=stage.meeting)
    first = announcements(stage)
    later = stage.clock.now() + timedelta(days=1)
    await stage.do("move", "mette", meeting=stage.meeting, startsAt=later.isoformat())
    await stage.pass_time(minutes=16)
    await stage.pass_time(days=1)
    await stage.start("ole")
    assert announcements(stage) == first + 1


async def test_a_meeting_that_was_missed_and_moved_is_followed_again(stage: Stage) -> None:
    await stage.meet(in_minutes=5, minutes=30)
    await grant_a_wish(stage)
    await stage.pass_time(hours=2)
    assert (await the_meeting(stage))["state"] == "past"
    later = stage.clock.now() + timedelta(days=2)
    await stage.do("move", "mette", meeting=stage.meeting, startsAt=later.isoformat())
    await stage.pass_time(hours=7)
    assert (await the_meeting(stage))["state"] == "coming"
    await stage.pass_time(hours=41)
    await stage.fault("lost_start_event")
    await stage.start("ole")
    for _ in range(3):
        await stage.pass_time(seconds=20)
    assert announcements(stage) == 1


async def test_with_the_chat_closed_a_change_is_not_called_told(stage: Stage) -> None:
    await stage.meet(in_minutes=1, dialIn=True)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.press("mette", "read_aloud")
    await stage.do("remove_app", "mette", meeting=stage.meeting)
    await grant_a_wish(stage, **AMAL)
    asked = stage.card(stage.personal("mette"), having="read_aloud")
    assert "Ole Madsen og Amal Noor" in words(asked.card)
    await stage.press("mette", "read_aloud")
    told = await stage.rows("SELECT announced_at FROM requests")
    assert all(t["announced_at"] for t in told)
    await stage.press("mette", "withdraw", having="Amal Noor")
    await stage.press("mette", "withdraw", having="Ole Madsen")
    asked = stage.card(stage.personal("mette"), having="read_aloud")
    assert "gælder ikke længere" in words(asked.card)
    await stage.press("mette", "read_aloud")
    assert (await stage.rows("SELECT announced_for FROM occurrences"))[0]["announced_for"] == []


async def test_nobody_is_shown_the_opposite_in_the_meeting_window(stage: Stage) -> None:
    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.press("mette", "withdraw")
    notices = stage.sandbox.world.meetings[stage.meeting].notices
    assert "revoked" in str(notices[-1])
    last = stage.messages(stage.chat)[-1]
    assert last.alert


async def test_taking_the_app_out_afterwards_tells_nothing_untrue(stage: Stage) -> None:
    await stage.meet(in_minutes=1, minutes=30)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(hours=3)
    await stage.do("remove_app", "mette", meeting=stage.meeting)
    assert not stage.has_card(stage.personal("mette"), "Lydhør er fjernet")


@pytest.mark.rule("B20")
async def test_a_call_that_begins_after_one_whose_end_was_lost_is_told_anew(stage: Stage) -> None:
    """Teams tells of two beginnings and of no end between: two calls, and each is announced once."""
    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    await stage.start("ole")
    assert announcements(stage) == 1
    await stage.pass_time(minutes=5)
    await stage.fault("missing_chat_rsc")  # nor does the chat tell of it
    await stage.fault(
        "lost_activity", activity="event", name="application/vnd.microsoft.meetingEnd"
    )
    await stage.do("end", "mette", meeting=stage.meeting)
    stage.sandbox.world.faults.clear("lost_activity")
    assert [r["ended_at"] for r in await stage.rows("SELECT ended_at FROM occurrences")] == [None]
    await stage.pass_time(minutes=1)
    await stage.start("ole")
    first, second = await stage.rows("SELECT * FROM occurrences ORDER BY started_at")
    assert first["ended_at"] == second["started_at"]
    assert announcements(stage) == 2
    await late_copy(stage)
    assert len(await stage.rows("SELECT 1 FROM occurrences")) == 2
    assert announcements(stage) == 2


async def late_copy(stage: Stage) -> None:
    """The last beginning is told once more."""
    world = stage.sandbox.world
    again = activities.start_or_end(world, world.meetings[stage.meeting], start=True)
    assert (await stage.sandbox.door.deliver(again)).ok
    await stage.settle()
