"""Who has left hears nothing that is said then, and is told on coming back, event or not (B20)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from clock import ShiftedClock
from tests.scenario.stage import Stage, on_stage, words
from tests.scenario.test_breaks import away_when_told_anew
from tests.scenario.test_meetings import grant_a_wish
from tests.scenario.test_papers import exported
from tests.scenario.wishing import in_town
from tests.scenario.without_chat import closed, notices
from tests.speech import spoken_in
from texts.catalog import text


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        yield made
        made.calm()


@pytest.fixture(scope="module")
def data_dir() -> str:
    return str(spoken_in("frederiksberg"))


@pytest.fixture
async def spoken(database_url: str, clock: ShiftedClock, data_dir: str) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock, VOICE="1", DATA_DIR=data_dir) as made:
        yield made
        made.calm()


async def row_of(stage: Stage, person: str) -> Any:
    oid = stage.sandbox.world.people[person].oid
    return (await stage.rows("SELECT * FROM informed WHERE oid = :o", o=oid))[0]


def ledger(stage: Stage) -> str:
    return words(stage.card(stage.personal("mette"), having="Hvem er oplyst").card)


@pytest.mark.rule("B20")
async def test_who_comes_back_without_an_event_is_found_and_told(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        stage = town.stage
        await away_when_told_anew(town)
        assert (await row_of(stage, "nadia"))["channel"] == "gone"
        stage.sandbox.world.switches["participant_events"] = False
        await stage.join("nadia")
        assert (await row_of(stage, "nadia"))["channel"] == "gone"
        await stage.pass_time(seconds=21)
        assert (await row_of(stage, "nadia"))["grade"] == "accepted"


@pytest.mark.rule("B20")
async def test_who_left_untold_did_not_hear_what_was_read_afterwards(stage: Stage) -> None:
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"], dialIn=True)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.fault("fail", route="notification", count=None)
    await stage.join("nadia")
    assert (await row_of(stage, "nadia"))["grade"] == "posted"
    await stage.do("leave", "nadia", meeting=stage.meeting, person="nadia")
    assert "Nadia" not in ledger(stage)
    await stage.press("mette", "read_aloud")
    assert (await row_of(stage, "nadia"))["grade"] == "none"
    stage.sandbox.world.faults.clear()
    await stage.join("nadia")
    assert (await row_of(stage, "nadia"))["grade"] == "accepted"


async def test_a_leave_told_late_says_nothing_of_who_is_back(stage: Stage) -> None:
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"])
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.fault("fail", route="notification", count=None)
    await stage.join("nadia")
    await stage.fault("late_activity", count=1, seconds=40)
    await stage.do("leave", "nadia", meeting=stage.meeting, person="nadia")
    await stage.join("nadia")
    await stage.pass_time(seconds=50)
    assert (await row_of(stage, "nadia"))["channel"] == "chat"


async def test_who_was_told_and_left_stays_told(stage: Stage) -> None:
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"])
    await grant_a_wish(stage)
    await stage.start("ole", "nadia")
    before = await row_of(stage, "nadia")
    assert before["grade"] == "accepted"
    await stage.do("leave", "nadia", meeting=stage.meeting, person="nadia")
    await stage.join("nadia")
    await stage.pass_time(seconds=21)
    assert await row_of(stage, "nadia") == before


@pytest.mark.rule("B20")
async def test_a_caller_who_hung_up_has_not_heard_what_was_read_afterwards(spoken: Stage) -> None:
    stage = spoken
    await stage.meet(in_minutes=1, dialIn=True)
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.pass_time(seconds=6)
    await stage.join("bent")
    await stage.do("admit_bot", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=2)
    assert "Telefon 1" in ledger(stage)
    await stage.do("leave", "bent", meeting=stage.meeting, person="bent")
    await stage.pass_time(seconds=2)
    assert "Telefon 1" not in ledger(stage)
    await stage.press("mette", "read_aloud")
    caller = (await stage.rows("SELECT * FROM informed WHERE kind = 'caller'"))[0]
    assert (caller["grade"], caller["channel"]) == ("none", "gone")


async def test_a_guest_who_left_is_not_taken_for_being_back(stage: Stage) -> None:
    """The roster of the chat keeps Amal, and she has no id to ask for: the look knows nothing of her."""
    stage.sandbox.world.switches["anonymous_participant_events"] = True
    await stage.meet(in_minutes=1)
    await grant_a_wish(stage)
    await stage.start("ole", "amal")
    amal = "SELECT grade, channel FROM informed WHERE kind = 'anonymous'"
    assert (await stage.rows(amal))[0]["grade"] == "posted"
    await stage.do("leave", "amal", meeting=stage.meeting, person="amal")
    await stage.pass_time(seconds=21)
    assert (await stage.rows(amal))[0]["channel"] == "gone"
    await stage.join("amal")
    assert (await stage.rows(amal))[0]["grade"] == "posted"


@pytest.mark.rule("B20")
async def test_who_left_the_chat_and_not_the_call_is_still_to_be_told(stage: Stage) -> None:
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"])
    await grant_a_wish(stage)
    await stage.start("ole", "nadia")
    await stage.do("leave_chat", "mette", meeting=stage.meeting, person="nadia")
    kirsten = {"citizen_name": "Kirsten Bay", "contact": "kirsten@borger.example"}
    await grant_a_wish(stage, **kirsten)
    row = await row_of(stage, "nadia")
    assert (row["grade"], row["channel"]) == ("accepted", "in_meeting")
    assert "Nadia" in ledger(stage)
    second = (await stage.rows("SELECT announced_at FROM occurrences"))[0]["announced_at"]
    seen = await stage.rows(
        "SELECT channel FROM evidence WHERE informed_id = :i AND at >= :t", i=row["id"], t=second
    )
    assert [one["channel"] for one in seen] == [
        "in_meeting"
    ]  # the card stands where she does not look


async def away_when_the_chat_is_closed(stage: Stage, *, notified: bool) -> None:
    """Nadia was told that Ole records, and leaves; that Kirsten records too the chat does not take."""
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"])
    await grant_a_wish(stage)
    await stage.start("ole", "nadia")
    assert (await row_of(stage, "nadia"))["grade"] == "accepted"
    await stage.do("leave", "nadia", meeting=stage.meeting, person="nadia")
    await closed(stage, notified=notified)
    await grant_a_wish(stage, citizen_name="Kirsten Bay", contact="kirsten@borger.example")


@pytest.mark.rule("B20")
@pytest.mark.parametrize("notified", [True, False])
async def test_who_was_away_when_the_chat_did_not_take_it_was_not_told(
    stage: Stage, notified: bool
) -> None:
    """Everybody else is told in the meeting, or by the employee who reads it to them."""
    await away_when_the_chat_is_closed(stage, notified=notified)
    if not notified:
        await stage.press("mette", "read_aloud")
    assert (await row_of(stage, "ole"))["grade"] == ("accepted" if notified else "confirmed")
    row = await row_of(stage, "nadia")
    assert (row["grade"], row["channel"]) == ("none", "gone")
    assert len(notices(stage, "nadia")) == 1
    assert "Nadia" not in ledger(stage)
    stage.sandbox.world.faults.clear()
    await closed(stage)
    await stage.join("nadia")
    assert (await row_of(stage, "nadia"))["channel"] == "in_meeting"
    assert len(notices(stage, "nadia")) == 2


async def test_who_is_back_before_it_was_told_is_told_with_the_others(stage: Stage) -> None:
    await away_when_the_chat_is_closed(stage, notified=False)
    await stage.join("nadia")
    await stage.press("mette", "read_aloud")
    assert (await row_of(stage, "nadia"))["grade"] == "confirmed"


# --- what the printed list says of them -------------------------------------------------------------


@pytest.mark.rule("B20")
async def test_of_who_left_before_anything_told_them_the_list_says_so(stage: Stage) -> None:
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"])
    await grant_a_wish(stage)
    await stage.start("ole")
    for what in ("join", "leave"):  # and only then is anything carried out
        await stage.sandbox.do(what, as_="nadia", meeting=stage.meeting, person="nadia")
    await stage.settle()
    assert (await row_of(stage, "nadia"))["channel"] == "gone"
    assert "Alle, vi kender til i mødet, er oplyst" in ledger(stage)
    shown = await exported(stage)
    assert text("account.state.left") in shown
    assert text("account.no_evidence") in shown
    assert "Nadia Friis: gik, før personen var oplyst." in shown
    assert text("account.complete") not in shown
    assert text("account.complete_but") in shown
    assert text("account.state.gone_earlier") not in shown


@pytest.mark.rule("B20")
async def test_a_card_in_the_chat_shows_nothing_of_who_left_after_it(stage: Stage) -> None:
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"])
    await grant_a_wish(stage)
    await stage.start("ole")
    await stage.fault("fail", route="notification", count=None)
    await stage.join("nadia")
    await stage.do("leave", "nadia", meeting=stage.meeting, person="nadia")
    shown = await exported(stage)
    assert "Nadia Friis: gik, før personen var oplyst." in shown
    assert text("account.complete_but") in shown


@pytest.mark.rule("B20")
async def test_of_who_was_told_before_a_break_alone_the_list_says_that(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        await away_when_told_anew(town)
        shown = await exported(town.stage)
        assert text("account.state.gone_earlier") in shown
        assert f"Nadia Friis: {text('account.state.gone_earlier').lower()}." in shown
        assert text("account.complete_but") in shown


async def test_who_was_told_and_left_leaves_the_list_whole(stage: Stage) -> None:
    await stage.meet(in_minutes=1, people=["mette", "jens", "ole", "nadia"])
    await grant_a_wish(stage)
    await stage.start("ole", "nadia")
    await stage.do("leave", "nadia", meeting=stage.meeting, person="nadia")
    shown = await exported(stage)
    assert text("account.complete") in shown
    assert text("account.missing_nobody") in shown
