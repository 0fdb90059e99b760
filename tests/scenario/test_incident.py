"""One incident from the signal to the receipt: who was told when, who was recorded, what became of the file."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from casework import effects
from casework.meeting import watching
from sandbox.chats import SYSTEM
from store import find
from tests.scenario.stage import Stage, on_stage, words
from tests.scenario.test_recording import incidents, journal, record, run, said, stop
from texts.catalog import text


async def signal(stage: Stage) -> None:
    """Graph tells of the recording at once (teams-platform 5): the watch is woken, not waited for."""
    async with stage.database.unit() as unit:
        found = await find.meeting_by_chat(unit.session, stage.chat)
        assert found is not None
        args = {"meeting_id": str(found.id)}
        await unit.effects.schedule(effects.WATCH, str(found.id), args=args)
    await stage.settle()


async def course(stage: Stage) -> list[Any]:
    return await stage.rows("SELECT * FROM incident_steps ORDER BY at, kind")


async def kinds(stage: Stage) -> list[str]:
    return [row["kind"] for row in await course(stage)]


def oid(stage: Stage, person: str) -> str:
    return str(stage.sandbox.world.people[person].oid)


def cards(stage: Stage, person: str, having: str) -> int:
    """How many messages with these words the person has got."""
    found = stage.messages(stage.personal(person))
    return sum(1 for message in found if message.card and having in words(message.card))


@pytest.mark.rule("A20", "B29", "C4")
async def test_the_organizer_is_warned_within_five_seconds_of_the_signal(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    await signal(stage)
    (incident,) = await incidents(stage)
    warned = next(r for r in await course(stage) if r["who"] == oid(stage, "mette"))
    assert warned["kind"] in ("warned", "asked_to_stop")
    assert warned["at"] - incident["started_at"] < timedelta(seconds=5)
    assert cards(stage, "mette", "Teams optager mødet") == 1
    assert "Du kan sige" in said(stage, "mette")
    assert "Jens Brandt bestemmer" in said(stage, "mette")


async def test_who_is_told_follows_the_guideline(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    await signal(stage)
    told = {row["who"] for row in await course(stage) if row["kind"] == "warned"}
    assert told == {oid(stage, p) for p in ("mette", "jens", "birgit")}
    assert "Teams optager mødet" not in said(stage, "lene")
    assert "Du kan sige" not in said(stage, "birgit")


async def test_hr_and_legal_are_told_where_the_guideline_says_so(
    database_url: str, clock: Any
) -> None:
    async with on_stage(database_url, clock, MUNICIPALITY="albertslund") as stage:
        await run(stage)
        await record(stage)
        await signal(stage)
        assert cards(stage, "lene", "Teams optager mødet") == 1
        stage.calm()


@pytest.mark.rule("A20", "B29", "C4")
async def test_the_course_is_one_line_for_each_thing_that_happened(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    await stage.pass_time(seconds=11)
    await stage.press("mette", "recording_stopped")
    await stop(stage)
    await stage.pass_time(seconds=11)
    assert {"signal", "warned", "asked_to_stop", "put_back", "said_stopped", "end_seen", "decides",
            "file_found"} <= set(await kinds(stage))  # fmt: skip
    shown = said(stage, "jens")
    for line in ("Vi så det", "Mette Holm fik besked", "Mette Holm blev bedt om at stoppe den",
                 "Optagelse er slået fra og læst efter", "Filen er fundet"):  # fmt: skip
        assert line in shown
    assert "Mette Holm sagde, at den er stoppet" in shown


async def test_flipped_back_five_times_is_one_incident_and_one_card(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    await stage.pass_time(seconds=11)
    for _ in range(5):
        await stage.do("set_option", "mette", meeting=stage.meeting, allowRecording=True)
        await stage.pass_time(seconds=11)
    assert len(await incidents(stage)) == 1
    (put_back,) = [row for row in await course(stage) if row["kind"] == "put_back"]
    assert put_back["times"] >= 5
    for person in ("mette", "jens", "birgit"):
        assert cards(stage, person, "Teams optager mødet") == 1
    assert f"{put_back['times']} gange" in said(stage, "mette")


async def test_what_the_sweep_puts_back_counts_in_the_course_too(stage: Stage) -> None:
    """Nothing else looks: the watch is taken away. Still one card each, however often."""
    await run(stage)
    await record(stage)
    await stage.pass_time(seconds=11)
    for times in range(2, 7):
        async with stage.database.unit() as unit:
            row = (await stage.rows("SELECT id FROM meetings"))[0]
            await unit.effects.cancel(effects.WATCH, str(row["id"]))
        await stage.do("set_option", "mette", meeting=stage.meeting, allowRecording=True)
        await stage.pass_time(minutes=3)
        (put_back,) = [step for step in await course(stage) if step["kind"] == "put_back"]
        assert put_back["times"] == times
        assert f"{times} gange" in said(stage, "mette")
    (incident,) = await incidents(stage)
    assert (incident["switch"], incident["ended_at"]) == ("off_again", None)
    assert (await stage.rows("SELECT put_back FROM meetings"))[0]["put_back"] == 6
    for person in ("mette", "jens", "birgit"):
        assert cards(stage, person, "Teams optager mødet") == 1
    assert cards(stage, "mette", text("card.put_back.why", "da")) == 0  # the warning says it
    assert cards(stage, "mette", "Lad optagelse og transskribering være slået fra") == 1


@pytest.mark.parametrize("changed", [False, True])
async def test_only_what_was_changed_is_told_as_put_back(stage: Stage, changed: bool) -> None:
    await run(stage)
    async with stage.database.unit() as unit:
        found = await find.meeting_by_chat(unit.session, stage.chat)
        assert found is not None
        await watching.told_start(unit, found, unit.now)
        await watching.note_switch(unit, found, "off_again", changed=changed)
    assert ("put_back" in await kinds(stage)) == changed
    assert [row["switch"] for row in await incidents(stage)] == ["off_again"]


async def test_a_switch_read_long_after_the_call_changes_no_old_card(stage: Stage) -> None:
    await run(stage)
    await stage.fault("throttle", route="onlineMeetings", count=None, retryAfter=600)
    await record(stage)
    await stage.pass_time(seconds=11)
    await stop(stage)
    await stage.pass_time(seconds=11)
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=31)
    (before,) = await incidents(stage)
    assert (before["switch"], before["ended_at"] is not None) == ("unverifiable", True)
    stage.sandbox.world.faults.clear()
    await stage.pass_time(minutes=20)
    (after,) = await incidents(stage)
    assert after["switch"] == "unverifiable"


async def test_marks_twice_late_and_out_of_order_are_one_incident(stage: Stage) -> None:
    """The end is seen before the start, and the start comes again under its own id."""
    await run(stage)
    world = stage.sandbox.world
    meeting = world.meetings[stage.meeting]
    world.switches["system_message_delay"] = 25
    await record(stage)
    world.switches["system_message_delay"] = 0
    await stage.pass_time(seconds=4)
    await stop(stage)
    await stage.pass_time(seconds=11)
    assert await incidents(stage) == []
    for _ in range(4):
        await stage.pass_time(seconds=11)
    (incident,) = await incidents(stage)
    assert incident["ended_by"] == "chat_message"
    assert incident["started_at"] < incident["ended_at"]
    first = next(m for m in meeting.chat.messages if _status(m) == "initial")
    meeting.chat.messages.append(first)
    await stage.pass_time(seconds=11)
    assert len(await incidents(stage)) == 1
    assert cards(stage, "mette", "Teams har optaget mødet") == 1


def _status(message: Any) -> str:
    return str((message.event or {}).get("callRecordingStatus")) if message.sender == SYSTEM else ""


async def test_graph_in_trouble_delays_the_incident_and_never_doubles_it(stage: Stage) -> None:
    await run(stage)
    for route in ("messages", "onlineMeetings"):
        await stage.fault("throttle", route=route, count=None, retryAfter=600)
    await record(stage)
    for _ in range(3):
        await stage.pass_time(seconds=11)
    assert await incidents(stage) == []
    stage.sandbox.world.faults.clear()
    await stage.fault("throttle", route="onlineMeetings", count=None, retryAfter=600)
    for _ in range(2):
        await stage.pass_time(seconds=11)
    (incident,) = await incidents(stage)
    assert incident["switch"] != "off_again"
    assert "put_back" not in await kinds(stage)
    assert cards(stage, "mette", "Teams optager mødet") == 1
    stage.sandbox.world.faults.clear()
    await stage.pass_time(seconds=11)
    assert "put_back" in await kinds(stage)
    assert cards(stage, "mette", "Teams optager mødet") == 1


@pytest.mark.parametrize("status", [429, 503])
async def test_graph_that_fails_for_a_while_delays_the_warning_and_loses_nothing(
    stage: Stage, status: int
) -> None:
    await run(stage)
    if status == 429:
        await stage.fault("throttle", route="messages", count=None, retryAfter=600)
    else:
        await stage.fault("fail", route="/messages", count=None, status=status)
    await record(stage)
    await stage.pass_time(seconds=11)
    assert await incidents(stage) == []
    stage.sandbox.world.faults.clear()
    for _ in range(2):
        await stage.pass_time(seconds=11)
    (incident,) = await incidents(stage)
    assert (incident["noticed_by"], incident["switch"]) == ("chat_message", "off_again")
    assert cards(stage, "mette", "Teams optager mødet") == 1


# --- who was recorded -------------------------------------------------------------------------


async def test_who_was_recorded_is_said_as_far_as_it_can_be_seen(stage: Stage) -> None:
    await run(stage, dialIn=True, people=["mette", "jens", "ole"])
    await stage.join("amal")
    await record(stage)
    await signal(stage)
    shown = said(stage, "mette")
    for line in ("Mette Holm: var i mødet", "Ole Madsen: var i mødet", "Amal: står i mødets chat",
                 "så vidt det kan ses", "på telefon"):  # fmt: skip
        assert line in shown, line
    assert "Jens Brandt: " not in shown  # on the roster, and known to be outside
    assert "Ole Madsen" in said(stage, "birgit")
    assert "Ole Madsen" not in said(stage, "jens")
    for table in ("recorded_people", "journal", "incident_steps", "effects"):
        stored = str(await stage.rows(f"SELECT * FROM {table}"))
        assert "Ole Madsen" not in stored, table


async def test_who_comes_while_it_records_is_recorded_too(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    await signal(stage)
    assert "Nadia Friis" not in said(stage, "mette")
    await stage.join("nadia")
    assert "Nadia Friis: var i mødet" in said(stage, "mette")
    await stop(stage)
    await stage.pass_time(seconds=11)
    await stage.join("jens")
    assert "Jens Brandt: var i mødet" not in said(stage, "mette")


# --- the file ---------------------------------------------------------------------------------


async def ended(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    await stage.pass_time(seconds=11)
    await stop(stage)
    await stage.pass_time(seconds=11)


@pytest.mark.rule("A20", "B29", "C4")
async def test_the_named_person_says_what_became_of_the_file(stage: Stage) -> None:
    await ended(stage)
    assert cards(stage, "jens", "Hvad sker der med filen?") == 1
    assert cards(stage, "mette", "Hvad sker der med filen?") == 0
    await stage.press("jens", "file_decided", outcome="")
    await stage.press("jens", "file_decided", outcome="kept", kept_why="")
    (incident,) = await incidents(stage)
    assert incident["file_outcome"] is None
    answer = await stage.press("jens", "file_decided", outcome="deleted")
    assert "Filen er slettet" in words(answer["value"])
    (incident,) = await incidents(stage)
    assert (incident["file_outcome"], incident["file_outcome_by"]) == (
        "deleted",
        oid(stage, "jens"),
    )
    for person in ("mette", "birgit"):
        assert "Jens Brandt har sagt, at filen er slettet" in said(stage, person)
    assert [f["outcome"] for f in await journal(stage, "file_decided")] == ["deleted"]
    assert stage.sandbox.world.count("DELETE", "") == 0


async def test_why_a_file_is_kept_is_sealed_and_the_others_see_only_that_it_is(
    stage: Stage,
) -> None:
    await ended(stage)
    await stage.press("jens", "file_decided", outcome="kept", kept_why="Ole vil klage")
    assert "Jens Brandt har sagt, at filen bliver gemt i sagen" in said(stage, "mette")
    assert "Ole vil klage" not in said(stage, "mette") + said(stage, "birgit")
    for table in ("incidents", "journal", "incident_steps"):
        assert "Ole vil klage" not in str(await stage.rows(f"SELECT * FROM {table}"))


async def test_nobody_else_decides_on_the_file(stage: Stage) -> None:
    await ended(stage)
    message = stage.card(stage.personal("jens"), having="file_decided")
    data = {"incident_id": str((await incidents(stage))[0]["id"]), "outcome": "deleted"}
    chat = stage.personal("mette")
    other = stage.card(chat, having="Teams har optaget mødet")
    await stage.sandbox.do(
        "press", as_="mette", chat=chat, message=other.id, verb="file_decided", data=data,
        card=message.card,
    )  # fmt: skip
    assert (await incidents(stage))[0]["file_outcome"] is None


async def test_the_decider_is_reminded_until_it_is_said(stage: Stage) -> None:
    await ended(stage)
    await stage.pass_time(days=4)
    await stage.pass_time(days=4)
    assert cards(stage, "jens", "Hvad sker der med filen?") >= 2
    await stage.press("jens", "file_decided", outcome="none")
    before = cards(stage, "jens", "Hvad sker der med filen?")
    await stage.pass_time(days=9)
    assert cards(stage, "jens", "Hvad sker der med filen?") == before
    assert "Hvad har du gjort" not in said(stage, "jens")


async def test_an_end_that_is_never_seen_still_leads_to_the_question_of_the_file(
    stage: Stage,
) -> None:
    await run(stage, minutes=5)
    await record(stage)
    await stage.pass_time(seconds=11)
    stage.sandbox.world.meetings[stage.meeting].recording = False
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=11)
    await stage.pass_time(hours=24)
    for hours in (0.1, 0.1, 0.1, 0.3, 0.7, 1.1, 6.1, 16.1):
        await stage.pass_time(hours=hours)
    (incident,) = await incidents(stage)
    assert incident["ended_at"] is None
    assert incident["file_state"] == "not_found"
    assert "end_not_seen" in await kinds(stage)
    assert "Vi har ikke set, at den stoppede" in said(stage, "jens")


async def test_another_organisations_meeting_has_its_own_truth(stage: Stage) -> None:
    await run(stage, foreignOrganizer=True)
    stage.sandbox.teams._begin_recording(
        stage.sandbox.world.meetings[stage.meeting], stage.sandbox.world.people["mette"]
    )
    await stage.pass_time(seconds=11)
    (incident,) = await incidents(stage)
    assert incident["ended_at"] is None
    assert incident["decider_oid"] == oid(stage, "birgit")  # no organizer of ours, so no leader
    assert oid(stage, "birgit") in {row["who"] for row in await course(stage)}
    assert "asked_to_stop" not in await kinds(stage)
