"""The acceptance set (domain.md 7): iii and iv in Frederiksberg's way, xi in everybody's."""

from __future__ import annotations

import pytest

from clock import ShiftedClock
from tests.scenario.stage import CRITERIA, verdicts, words
from tests.scenario.wishing import in_town


@pytest.mark.rule("B11", "B12", "B13", "B14", "B15", "B16", "B20", "B21")
async def test_iii_five_criteria_and_everybody_is_told(
    database_url: str, clock: ShiftedClock
) -> None:
    """(iii) B, virtual with dial-in and late joiner, five criteria, all informed."""
    async with in_town("frederiksberg", database_url, clock) as town:
        stage = town.stage
        await town.tell(await town.where("virtual", dialIn=True), phone_possible="true")
        for left_out in CRITERIA:
            some = {k: v for k, v in verdicts().items() if k != f"verdict.{left_out}"}
            await stage.press("jens", "grant", **some, **{f"verdict.{left_out}": ""})
            assert (await stage.request())["state"] != "granted", left_out
        await stage.press("jens", "grant", **verdicts())
        assert (await stage.request())["decided_by"] == town.oid("jens")
        assert "Du skal selv" in town.letter()

        await town.begin("virtual", "jens", "ole")
        told = words(stage.card(stage.chat, having="Ole Madsen").card)
        assert "Kommunen optager ikke" in told
        assert "glemmer" not in told
        await stage.join("amal")
        await stage.join("bent")
        untold = await stage.rows("SELECT * FROM informed WHERE informed_at IS NULL")
        assert {row["kind"] for row in untold} >= {"phone"}
        seen = await stage.rows("SELECT * FROM informed WHERE kind <> 'phone'")
        assert len(seen) >= 4, "Mette, Jens, Ole and Amal, who came late"
        # Whoever came late was told by a message of their own, before anything was read aloud.
        assert all(row["grade"] != "none" and row["channel"] != "read_aloud" for row in seen)
        await stage.press("mette", "read_aloud")
        rows = await stage.rows("SELECT * FROM informed")
        assert len(rows) >= 5, "Mette, Jens, Ole, Amal and who is on the phone"
        assert all(row["informed_at"] and row["grade"] for row in rows)
        await town.finish("virtual")
        note = await town.note()
        for person in ("Jens Brandt", "Ole Madsen", "Amal"):
            assert person in note


@pytest.mark.rule("B5")
async def test_iv_a_printout_without_any_recording(database_url: str, clock: ShiftedClock) -> None:
    """(iv) B, printout without recording."""
    async with in_town("frederiksberg", database_url, clock) as town:
        stage = town.stage
        await stage.press("mette", "printout_open")
        await stage.press(
            "mette", "printout_submit", citizen_name="Ole Madsen", contact="Søndervej 4",
            about_day=town.day(), about="Mødet om hjælp i hverdagen",
        )  # fmt: skip
        assert await stage.rows("SELECT 1 FROM requests") == []
        for colleague in ("mette", "nadia"):
            assert stage.has_card(stage.personal(colleague), "errand_take")
        assert not stage.has_card(stage.personal("birgit"), "Søndervej")
        await stage.press("nadia", "errand_take")
        undated = await stage.press("nadia", "errand_close")
        assert "errand_close" in words(undated["value"])
        await stage.press("nadia", "errand_close", done_on=town.day())
        errand = (await stage.rows("SELECT * FROM errands"))[0]
        assert (errand["kind"], errand["state"]) == ("printout", "done")
        assert errand["owner_oid"] == town.oid("nadia")


@pytest.mark.parametrize("municipality", ["nyborg", "frederiksberg", "albertslund"])
@pytest.mark.rule("A20", "B29", "C4")
async def test_xi_a_recording_in_teams_is_warned_of(
    database_url: str, clock: ShiftedClock, municipality: str
) -> None:
    """(xi) Teams recording alert."""
    async with in_town(municipality, database_url, clock) as town:
        stage = town.stage
        await stage.meet(people=["mette", "jens", "ole"])
        options = stage.sandbox.world.meetings[stage.meeting].options
        assert options["allowRecording"] is False
        await stage.start("ole")
        refused = await stage.do("record", "ole", meeting=stage.meeting)
        assert refused["refused"]
        await stage.do("record", "mette", meeting=stage.meeting, force=True)
        await stage.pass_time(seconds=11)
        assert options["allowRecording"] is False
        assert stage.has_card(stage.personal("mette"), "recording_stopped")
        assert stage.has_card(stage.personal("jens"), "Samtale")
        said = " ".join(words(m.card) for m in stage.messages(stage.chat)) + " ".join(
            m.text for m in stage.messages(stage.chat)
        )
        assert "ulovlig" not in said
        await stage.do("stop_record", "mette", meeting=stage.meeting)
        await stage.pass_time(seconds=11)
        assert (await stage.rows("SELECT * FROM incidents"))[0]["ended_at"] is not None
