"""A guest without an id whom the chat still names from an earlier call: nobody can say whether they are
there, so what stands in the chat tells them nothing that could be counted (B20)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scenario.stage import Stage, words
from tests.scenario.test_meetings import grant_a_wish
from tests.scenario.test_papers import exported
from tests.scenario.test_second_call import noticed, quiet
from texts.catalog import text

LISTED = "Amal – står i chatten fra et tidligere møde og er måske med nu; ikke oplyst endnu"


async def second_call(stage: Stage, *people: str, **switches: Any) -> None:
    """Amal was told in the first call of a meeting; in the second she has not come yet."""
    stage.sandbox.world.switches.update(switches)
    await stage.meet(in_minutes=1, minutes=120)
    await grant_a_wish(stage)
    await stage.start("ole", "amal")
    assert await amal(stage) == ("posted", "chat")
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=5)
    await stage.start("ole", *people)
    await stage.pass_time(seconds=1)
    assert await noticed(stage) == [("event", True), ("event", False)]


async def amal(stage: Stage) -> tuple[str, str]:
    """How she stands in the newest call."""
    row = (await stage.rows(
        "SELECT i.grade, i.channel FROM informed i JOIN occurrences o ON o.id = i.occurrence_id"
        " WHERE i.kind = 'anonymous' ORDER BY o.started_at DESC LIMIT 1"
    ))[0]  # fmt: skip
    return row["grade"], row["channel"]


def ledger(stage: Stage) -> str:
    return words(stage.card(stage.personal("mette"), having="Hvem er oplyst").card)


@pytest.mark.rule("B20")
async def test_she_is_not_counted_as_told_and_the_list_says_so(stage: Stage) -> None:
    await second_call(stage)
    assert await amal(stage) == ("none", "unseen")
    assert LISTED in ledger(stage)
    assert "1 af 3 er ikke oplyst" in ledger(stage)
    await quiet(stage, 100)
    assert await amal(stage) == ("none", "unseen")


async def test_a_card_for_somebody_else_tells_her_nothing(stage: Stage) -> None:
    await second_call(stage)
    await stage.join("nadia")
    await stage.pass_time(seconds=2)
    assert await amal(stage) == ("none", "unseen")


async def test_she_is_told_when_teams_tells_that_she_comes(stage: Stage) -> None:
    await second_call(stage, anonymous_participant_events=True)
    assert await amal(stage) == ("none", "unseen")
    await stage.join("amal")
    await stage.pass_time(seconds=2)
    assert await amal(stage) == ("posted", "chat")
    assert LISTED not in ledger(stage)


async def test_read_aloud_she_counts_as_told_unless_she_comes_after_it(stage: Stage) -> None:
    await second_call(stage, anonymous_participant_events=True)
    await stage.press("mette", "read_aloud")
    assert await amal(stage) == ("confirmed", "unseen")
    assert "Amal – er oplyst" not in ledger(stage)
    assert "Amal – måske med; læst op af Mette" in ledger(stage)
    assert "Alle, vi kender til i mødet, er oplyst" in ledger(stage)
    await stage.pass_time(seconds=30)
    await stage.join("amal")
    assert await amal(stage) == ("posted", "chat")


async def test_read_aloud_she_is_no_more_there_than_before_when_all_is_told_anew(
    stage: Stage,
) -> None:
    await second_call(stage)
    await stage.press("mette", "read_aloud")
    await grant_a_wish(stage, citizen_name="Kirsten Bay", contact="kirsten@borger.example")
    await stage.pass_time(seconds=2)
    assert await amal(stage) == ("none", "unseen")


async def test_who_comes_before_it_is_told_is_there(stage: Stage) -> None:
    await second_call(stage, anonymous_participant_events=True)
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=5)
    at_once = (("start", "mette"), ("join", "ole"), ("join", "amal"), ("admit", "amal"))
    for what, person in at_once:  # and only then is anything carried out
        by = "mette" if what == "admit" else person
        await stage.sandbox.do(what, as_=by, meeting=stage.meeting, person=person)
    await stage.settle()
    assert (await amal(stage))[0] == "posted"
    assert LISTED not in ledger(stage)


async def test_the_list_to_print_says_that_nobody_knows(stage: Stage) -> None:
    await second_call(stage)
    page = await exported(stage)
    assert "Måske med: står i chatten fra et tidligere møde" in page
    assert "Amal: ingen ved, om personen var med." in page


@pytest.mark.rule("B20")
async def test_read_aloud_the_list_to_print_does_not_say_that_she_was_told(stage: Stage) -> None:
    await second_call(stage)
    await stage.press("mette", "read_aloud")
    page = await exported(stage)
    hers = page.split("Amal")[1].split("Besked nr.")[0]
    assert text("account.state.maybe") in hers
    assert text("account.state.informed") not in hers
    assert text("account.channel.unseen") in hers
    assert "Amal: teksten blev læst op, men ingen ved, om personen var med." in page
    assert text("account.complete") not in page
    assert text("account.complete_but") in page


@pytest.mark.rule("B20")
async def test_what_was_read_to_her_when_nobody_saw_her_shows_nothing_of_when_she_came(
    stage: Stage,
) -> None:
    await second_call(stage, anonymous_participant_events=True)
    await stage.press("mette", "read_aloud")
    await stage.join("amal")
    await stage.do("leave", "amal", meeting=stage.meeting, person="amal")
    await stage.settle()
    assert await amal(stage) == ("none", "gone")
    assert "Amal: gik, før personen var oplyst." in await exported(stage)


@pytest.mark.rule("B20")
async def test_the_script_does_not_say_that_she_was_told(stage: Stage) -> None:
    await second_call(stage)
    await stage.press("mette", "read_aloud")
    shown = words((await stage.press("mette", "script", having="Hvem er oplyst"))["value"])
    assert "Amal – er oplyst" not in shown
    assert text("card.listener.maybe_heard", "da", name="Amal") in shown


@pytest.mark.rule("B20")
async def test_the_note_does_not_say_that_she_was_told(stage: Stage) -> None:
    await second_call(stage)
    await stage.press("mette", "read_aloud")
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(hours=3)
    note = words(stage.card(stage.personal("mette"), having="note_copied").card)
    assert "Amal: måske med (læst højt for dem, der var der" in note
    assert "2 af 3 kendte deltagere er oplyst" in note


async def test_with_an_id_of_its_own_each_call_she_comes_as_anybody(stage: Stage) -> None:
    await second_call(stage, guests_stay_in_chat=False)
    assert "Amal" not in ledger(stage)
    await stage.join("amal")
    await stage.pass_time(seconds=2)
    assert await amal(stage) == ("posted", "chat")


async def test_a_guest_whom_the_chat_names_since_then_has_come(stage: Stage) -> None:
    """Teams' word of it was lost; the look for who has come finds her."""
    await second_call(stage, guests_stay_in_chat=False)
    await stage.fault("lost_activity", activity="conversationUpdate")
    await stage.join("amal")
    await quiet(stage, 40)
    assert await amal(stage) == ("posted", "chat")


async def test_a_call_in_which_nobody_but_she_may_be_is_over(stage: Stage) -> None:
    """Nobody saw her; whom one can ask for is out."""
    await second_call(stage)
    await stage.fault("missing_chat_rsc")
    await stage.pass_time(minutes=2)
    for person in ("mette", "ole"):
        await stage.do("leave", person, meeting=stage.meeting, person=person)
    await quiet(stage, 180)
    assert await noticed(stage) == [("event", True), ("event", True)]
