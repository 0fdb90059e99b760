"""Breaks in a Teams meeting: while whoever records takes no part nothing is recorded (C12)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from clock import ShiftedClock
from tests.scenario.stage import Stage, words
from tests.scenario.test_notice import forge
from tests.scenario.wishing import Town, in_town
from texts.catalog import text

PAUSED = "Optagelsen skal være stoppet så længe"
LEFT = "optagelsen skal stoppe"


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as made:
        yield made


async def recorded(town: Town, *people: str) -> None:
    """Ole's recorded meeting runs; he and these people are in it."""
    await town.ask("virtual")
    await town.begin("virtual", "ole", *people)


async def pause(town: Town, kind: str = "caucus") -> Any:
    """Mette says that there is a break; the card *Under mødet* afterwards."""
    await town.stage.press("mette", "guide_situation", situation=kind)
    return (await town.stage.press("mette", "guide_done", situation=kind))["value"]


def told(stage: Stage) -> list[str]:
    """What the chat was told, in order: it is recorded, or there is a break."""
    said = [words(m.card) for m in stage.messages(stage.chat) if m.card]
    return ["pause" if PAUSED in one else "records" for one in said if "til alle i mødet" in one]


async def marks(stage: Stage) -> list[str]:
    return [r["kind"] for r in await stage.rows("SELECT kind FROM marks ORDER BY at, id")]


@pytest.mark.rule("C12")
@pytest.mark.parametrize("kind", ["caucus", "lobby"])
async def test_a_break_is_told_in_the_chat_and_so_is_its_end(town: Town, kind: str) -> None:
    stage = town.stage
    await recorded(town)
    shown = await pause(town, kind)
    assert "Pause siden" in words(shown)
    assert told(stage) == ["records", "pause"]
    assert text("card.status.paused") in words(stage.messages(stage.chat)[0].card)
    await stage.pass_time(minutes=5)
    await stage.press("mette", "break_over")
    assert told(stage) == ["records", "pause", "records"]
    assert text("card.status.paused") not in words(stage.messages(stage.chat)[0].card)
    assert await marks(stage) == [kind, "resumed"]
    rows = await stage.rows("SELECT what, how FROM tellings ORDER BY at")
    assert [row["what"] for row in rows] == ["recorded", "paused", "recorded"]
    await stage.press("mette", "guide")
    await stage.press("mette", "guided")
    await town.finish("virtual")
    note = await town.note()
    assert "Alle var med igen kl." in note


@pytest.mark.rule("C12")
async def test_the_ledger_begins_anew_after_a_break_and_its_evidence_stays(town: Town) -> None:
    stage = town.stage
    await recorded(town)
    await stage.press("mette", "phone_possible")
    await stage.press("mette", "read_aloud")
    assert {r["grade"] for r in await stage.rows("SELECT grade FROM informed")} == {"confirmed"}
    await pause(town)
    card = stage.card(stage.personal("mette"), having="Hvem er oplyst")
    assert "Pause siden" in words(card.card)
    await stage.press("mette", "break_over", having="Hvem er oplyst")
    grades = {r["grade"] for r in await stage.rows("SELECT grade FROM informed")}
    assert "confirmed" not in grades
    kept = await stage.rows("SELECT 1 FROM evidence WHERE grade = 'confirmed'")
    assert len(kept) == len(await stage.rows("SELECT 1 FROM informed"))


@pytest.mark.rule("C12")
async def test_who_comes_in_a_break_is_told_when_it_is_over(town: Town) -> None:
    stage = town.stage
    await town.stage.meet(people=["mette", "jens", "ole", "nadia"], in_minutes=5)
    await town.tell({"meeting": str((await town.meeting())["id"])})
    await stage.start("ole")
    await pause(town)
    await stage.join("nadia")
    await stage.pass_time(seconds=45)
    nadia = "SELECT grade FROM informed WHERE oid = :oid"
    assert told(stage)[-1] == "pause"
    assert [r["grade"] for r in await stage.rows(nadia, oid=town.oid("nadia"))] == ["none"]
    await stage.press("mette", "break_over", having="Under mødet")
    rows = await stage.rows(nadia, oid=town.oid("nadia"))
    assert [r["grade"] for r in rows] == ["accepted"]


@pytest.mark.rule("C12")
async def test_a_break_pressed_twice_is_one_break(town: Town) -> None:
    stage = town.stage
    await recorded(town)
    await pause(town)
    old = {"meeting_id": str((await town.meeting())["id"]), "situation": "caucus"}
    await forge(stage, "mette", "guide_done", old)  # an older card on another screen
    assert await marks(stage) == ["caucus"]
    await stage.press("mette", "break_over")
    await forge(stage, "mette", "break_over", old)
    assert await marks(stage) == ["caucus", "resumed"]


@pytest.mark.rule("C12")
async def test_who_records_leaves_and_comes_back_and_it_is_told_anew(town: Town) -> None:
    stage = town.stage
    await recorded(town)
    await stage.do("leave", "ole", meeting=stage.meeting, person="ole")
    await stage.pass_time(seconds=40)
    assert stage.has_card(stage.personal("mette"), "optagelsen skal stoppe")
    assert told(stage) == ["records"]  # that somebody left is nobody else's business
    await stage.pass_time(minutes=3)
    await stage.join("ole")
    assert told(stage) == ["records", "records"]
    assert await marks(stage) == ["recorder_away", "recorder_back"]


@pytest.mark.rule("C12")
async def test_a_break_that_she_noted_ends_when_who_records_is_seen_again(town: Town) -> None:
    stage = town.stage
    await recorded(town)
    await stage.do("leave", "ole", meeting=stage.meeting, person="ole")
    await stage.pass_time(seconds=40)
    await stage.press("mette", "guide_done", situation="recorder_left")
    assert told(stage) == ["records", "pause"]
    await stage.join("ole")
    assert told(stage) == ["records", "pause", "records"]
    assert await marks(stage) == ["recorder_away", "recorder_left", "recorder_back"]


@pytest.mark.rule("C12")
async def test_without_events_a_look_finds_that_who_records_left(town: Town) -> None:
    stage = town.stage
    stage.sandbox.world.switches["participant_events"] = False
    await recorded(town)
    await stage.pass_time(seconds=45)
    assert await marks(stage) == []
    await stage.do("leave", "ole", meeting=stage.meeting, person="ole")
    await stage.pass_time(seconds=45)
    assert stage.has_card(stage.personal("mette"), "optagelsen skal stoppe")
    await stage.join("ole")
    await stage.pass_time(seconds=45)
    assert await marks(stage) == ["recorder_away", "recorder_back"]
    assert told(stage) == ["records", "records"]


COMES_IN = {"event": {"late_activity": {"seconds": 5}}, "look": {"lost_activity": {}}}


@pytest.mark.rule("C12")
@pytest.mark.parametrize("seen_by", COMES_IN)
async def test_what_she_said_before_teams_showed_them_again_is_not_told_again(
    town: Town, seen_by: str
) -> None:
    """Teams' word that Ole is back is late, or lost and found by the next look."""
    stage = town.stage
    await recorded(town)
    await stage.press("mette", "phone_possible")
    await stage.do("leave", "ole", meeting=stage.meeting, person="ole")
    await stage.pass_time(seconds=40)
    await stage.press("mette", "guide_done", situation="recorder_left")
    for fault, more in COMES_IN[seen_by].items():
        await stage.fault(fault, count=1, activity="event", **more)
    await stage.join("ole")
    await stage.press("mette", "break_over")
    await stage.press("mette", "read_aloud")
    await stage.pass_time(seconds=6 if seen_by == "event" else 45)
    assert told(stage) == ["records", "pause", "records"]
    assert await marks(stage) == ["recorder_away", "recorder_left", "resumed"]
    grades = await stage.rows("SELECT grade FROM informed")
    assert {row["grade"] for row in grades} == {"confirmed"}


@pytest.mark.rule("C12")
async def test_who_is_not_there_when_she_says_that_all_are_is_looked_for(town: Town) -> None:
    stage = town.stage
    await recorded(town)
    await stage.do("leave", "ole", meeting=stage.meeting, person="ole")
    await stage.pass_time(seconds=40)
    await stage.press("mette", "guide_done", situation="recorder_left")
    await stage.press("mette", "break_over")
    await stage.pass_time(seconds=21)
    assert (await marks(stage))[-2:] == ["resumed", "recorder_away"]
    assert stage.has_card(stage.personal("mette"), LEFT)


@pytest.mark.rule("C12")
async def test_each_time_they_leave_the_employee_gets_a_card_of_its_own(town: Town) -> None:
    stage = town.stage
    await recorded(town)
    prompts = []
    for _ in range(2):
        await stage.do("leave", "ole", meeting=stage.meeting, person="ole")
        await stage.pass_time(seconds=40)
        prompts.append(stage.card(stage.personal("mette"), having=LEFT).id)
        await stage.pass_time(seconds=21)  # still away: the same card
        shown = [m.id for m in stage.messages(stage.personal("mette")) if LEFT in words(m.card)]
        assert shown == prompts
        await stage.join("ole")
        await stage.pass_time(minutes=30)
    assert len(set(prompts)) == 2


async def away_when_told_anew(town: Town) -> None:
    """Nadia leaves, and a break and its end are told while she is away."""
    await town.stage.meet(people=["mette", "jens", "ole", "nadia"], in_minutes=5)
    await town.tell({"meeting": str((await town.meeting())["id"])})
    await town.stage.start("ole", "nadia")
    await town.stage.do("leave", "nadia", meeting=town.stage.meeting, person="nadia")
    await pause(town)
    await town.stage.press("mette", "break_over")


@pytest.mark.rule("B20")
async def test_who_was_away_when_it_was_told_anew_is_told_on_coming_back(town: Town) -> None:
    stage = town.stage
    await away_when_told_anew(town)
    nadia = "SELECT grade, channel FROM informed WHERE oid = :oid"
    rows = await stage.rows(nadia, oid=town.oid("nadia"))
    assert [(r["grade"], r["channel"]) for r in rows] == [("none", "gone")]
    assert "Nadia" not in words(stage.card(stage.personal("mette"), having="Hvem er oplyst").card)
    await stage.join("nadia")
    rows = await stage.rows(nadia, oid=town.oid("nadia"))
    assert [r["grade"] for r in rows] == ["accepted"]


@pytest.mark.rule("C12")
async def test_a_break_left_open_is_not_one_in_the_next_meeting_of_a_series(town: Town) -> None:
    stage = town.stage
    await stage.meet(people=["mette", "jens", "ole"], in_minutes=5, recurring=True)
    meeting = {"meeting": str((await town.meeting())["id"])}
    await town.tell(meeting)
    await stage.start("ole")
    await pause(town)
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(days=7)
    await town.tell(meeting, citizen_name="Amal Nor")
    await stage.start("ole")
    assert told(stage)[-1] == "records"


@pytest.mark.rule("C12")
async def test_a_break_that_only_she_sees_lasts_until_she_ends_it(town: Town) -> None:
    """Ole went away from his device, which stays in the call."""
    stage = town.stage
    await recorded(town)
    await stage.press("mette", "guide_situation", situation="recorder_left")
    await stage.press("mette", "guide_done", situation="recorder_left")
    await stage.pass_time(seconds=45)
    assert told(stage) == ["records", "pause"]
    await stage.join("nadia")
    await stage.pass_time(seconds=21)
    assert await marks(stage) == ["recorder_left"]
    await stage.press("mette", "break_over")
    assert told(stage) == ["records", "pause", "records"]


@pytest.mark.rule("C12")
async def test_a_break_that_only_she_saw_first_ends_when_teams_saw_them_leave_and_come_back(
    town: Town,
) -> None:
    stage = town.stage
    await recorded(town)
    await stage.press("mette", "guide_situation", situation="recorder_left")
    await stage.press("mette", "guide_done", situation="recorder_left")
    stage.sandbox.world.switches["participant_events"] = False
    await stage.do("leave", "ole", meeting=stage.meeting, person="ole")
    await stage.pass_time(seconds=21)
    assert await marks(stage) == ["recorder_left", "recorder_away"]
    await stage.join("ole")
    await stage.pass_time(seconds=21)
    assert told(stage) == ["records", "pause", "records"]


@pytest.mark.rule("C12")
async def test_who_is_back_soon_after_she_said_that_they_left_ends_the_break(town: Town) -> None:
    """She is quicker than the half minute after which Teams' word that somebody left counts."""
    stage = town.stage
    await recorded(town)
    await stage.do("leave", "ole", meeting=stage.meeting, person="ole")
    await stage.press("mette", "guide_situation", situation="recorder_left")
    await stage.press("mette", "guide_done", situation="recorder_left")
    await stage.pass_time(seconds=5)
    await stage.join("ole")
    assert told(stage) == ["records", "pause", "records"]


@pytest.mark.rule("C12")
async def test_where_two_record_one_of_them_does_not_end_the_break_made_for_the_other(
    town: Town,
) -> None:
    stage = town.stage
    await stage.meet(people=["mette", "jens", "ole", "nadia"], in_minutes=5)
    meeting = {"meeting": str((await town.meeting())["id"])}
    await town.tell(meeting)
    await town.tell(meeting, citizen_name="Nadia Friis")
    await stage.start("ole", "nadia")
    for person in ("ole", "nadia"):
        await stage.do("leave", person, meeting=stage.meeting, person=person)
    await stage.pass_time(seconds=40)
    await stage.press("mette", "guide_done", situation="recorder_left")
    await stage.join("nadia")
    await stage.pass_time(seconds=45)
    assert told(stage)[-1] == "pause"
    await stage.press("mette", "break_over")
    assert told(stage)[-1] == "records"
