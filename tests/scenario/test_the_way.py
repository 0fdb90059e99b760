"""The main job: ask, decide, tell everyone, block video (Frederiksberg)."""

from __future__ import annotations

import pytest

from tests.scenario.stage import WISH, Stage, verdicts, words


@pytest.mark.rule("B20")
async def test_the_whole_way(stage: Stage) -> None:
    """B4, B5, B8, B11–B17, B19–B26: from the phone call to the case note."""
    await stage.meet(in_minutes=30, people=["mette", "jens", "ole"])
    meeting = stage.sandbox.world.meetings[stage.meeting]
    assert meeting.options["allowRecording"] is False
    assert meeting.options["allowTranscription"] is False
    assert meeting.options["recordAutomatically"] is False
    row = (await stage.rows("SELECT * FROM meetings"))[0]
    assert (row["block_state"], row["block_reason"]) == ("held", "")
    assert row["block_read_at"] is not None

    await stage.press("mette", "register_open")
    answer = await stage.press("mette", "register_submit", **WISH, meeting=str(row["id"]))
    assert answer["kind"] == "card"
    request = await stage.request()
    assert (request["state"], request["late"]) == ("awaiting_leader", False)
    assert "Ole Madsen" in words(stage.card(stage.personal("mette"), having="Ole Madsen").card)

    await stage.press("jens", "grant", **verdicts())
    request = await stage.request()
    assert request["state"] == "granted"
    assert request["answer_state"] == "sent"
    assert stage.answers()[0]["to"] == "ole@borger.example"

    await stage.press("mette", "handover_open")
    await stage.press("mette", "handover_save", how="email_confirmed", told_terms="true")
    assert (await stage.request())["answer_state"] == "delivered"

    await stage.start("ole")
    announcement = stage.card(stage.chat, having="Ole Madsen")
    said = words(announcement.card)
    assert "glemmer" not in said
    ledger = await stage.rows("SELECT * FROM informed")
    assert {r["kind"] for r in ledger} >= {"member", "guest"}

    await stage.join("amal")
    ledger = await stage.rows("SELECT * FROM informed WHERE kind = 'anonymous'")
    assert [r["grade"] for r in ledger] == ["posted"]
    assert ledger[0]["informed_at"] is None

    await stage.press("mette", "read_aloud")
    rows = await stage.rows("SELECT * FROM informed WHERE informed_at IS NULL")
    assert rows == []

    pressed = await stage.do("record", "mette", meeting=stage.meeting, force=True)
    assert pressed["refused"] is False
    await stage.pass_time(seconds=11)
    assert meeting.options["allowRecording"] is False
    incident = (await stage.rows("SELECT * FROM incidents"))[0]
    assert incident["ended_at"] is None
    assert incident["switch"] == "off_again"
    assert stage.has_card(stage.personal("jens"), "Samtale")
    await stage.do("stop_record", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=11)
    assert (await stage.rows("SELECT * FROM incidents"))[0]["ended_at"] is not None

    await stage.do("end", "mette", meeting=stage.meeting)
    note = stage.card(stage.personal("mette"), having="note_copied")
    assert "Ole Madsen" in words(note.card)
    assert [t["kind"] for t in await stage.rows("SELECT * FROM tasks")] == ["printout"]
