"""A recording whose people cannot be reached: the next person is told and asked, and no end is silent."""

from __future__ import annotations

import pytest

from tests.scenario.stage import Stage
from tests.scenario.test_incident import cards, course, oid
from tests.scenario.test_reaching import exhaust
from tests.scenario.test_readiness import report
from tests.scenario.test_recording import incidents, record, run, said, stop
from tools.readiness import as_text, exit_code

FILE = "Hvad sker der med filen?"


async def gone(stage: Stage, *people: str) -> None:
    """They take the app off."""
    for person in people:
        await stage.do("remove_personal", person, person=person)


async def who(stage: Stage, kind: str) -> set[str]:
    return {row["who"] for row in await course(stage) if row["kind"] == kind}


async def recorded(stage: Stage) -> None:
    await record(stage)
    await stage.pass_time(seconds=11)
    await stop(stage)
    await stage.pass_time(seconds=11)


@pytest.mark.rule("A20", "B29", "C4")
async def test_an_organizer_who_cannot_be_warned_is_named_to_those_who_can(stage: Stage) -> None:
    await run(stage)
    await gone(stage, "mette")
    await record(stage)
    await stage.pass_time(seconds=11)
    assert await who(stage, "not_reached") == {oid(stage, "mette")}
    assert "Teams optager mødet" in said(stage, "jens")
    await stage.pass_time(seconds=11)
    assert "Mette Holm kunne ikke få besked i Teams" in said(stage, "jens")


async def test_where_all_who_are_named_cannot_be_told_the_next_person_is(stage: Stage) -> None:
    await run(stage)
    await gone(stage, "mette", "jens", "birgit")
    await record(stage)
    await stage.pass_time(seconds=11)
    assert "Teams optager mødet" in said(stage, "lene")
    assert await who(stage, "warned") == {oid(stage, "lene")}


@pytest.mark.rule("A20", "B29", "C4")
async def test_a_decider_who_cannot_be_reached_is_followed_by_the_next(stage: Stage) -> None:
    await run(stage)
    await gone(stage, "jens")
    await recorded(stage)
    assert cards(stage, "birgit", FILE) == 1
    (incident,) = await incidents(stage)
    assert incident["decider_oid"] == oid(stage, "birgit")
    assert "Birgit" in said(stage, "mette")
    await stage.press("birgit", "file_decided", outcome="deleted")
    (incident,) = await incidents(stage)
    assert incident["file_outcome_by"] == oid(stage, "birgit")


async def test_a_decider_who_leaves_later_is_followed_the_next_morning(stage: Stage) -> None:
    await run(stage)
    await recorded(stage)
    assert cards(stage, "jens", FILE) == 1
    await gone(stage, "jens")
    await stage.pass_time(days=4)
    assert cards(stage, "birgit", FILE) == 1


async def test_a_file_card_that_failed_for_good_goes_to_the_next(stage: Stage) -> None:
    await run(stage)
    await recorded(stage)
    await exhaust(stage, "file_card")
    assert cards(stage, "birgit", FILE) == 1


async def test_what_nobody_was_told_of_stands_in_the_readiness_report(stage: Stage) -> None:
    await run(stage)
    people = stage.sandbox.world.people
    await gone(stage, *(one for one in people if people[one].in_directory))
    await recorded(stage)
    assert await who(stage, "warned") == set()
    await stage.pass_time(minutes=11)
    found = await report(stage)
    assert (found.untold, found.unasked) == (1, 1)
    assert exit_code(found) == 1
    assert "MANGLER: 1 optagelser i Teams, som ingen har fået besked om" in as_text(found)
    assert "MANGLER: 1 optagelser, hvor ingen kan spørges om filen" in as_text(found)
    await exhaust(stage, "warn")
    for person in ("jens", "mette"):
        await stage.do("install_personal", person, person=person)
    await stage.pass_time(days=4)
    assert "Teams har optaget mødet" in said(stage, "jens")
    assert cards(stage, "jens", FILE) == 1
    found = await report(stage)
    assert (found.untold, found.unasked) == (0, 0)


async def decides_now(stage: Stage, person: str) -> None:
    """It was this person who was named, when the list of departments was another one."""
    await stage.rows("UPDATE incidents SET decider_oid = :o RETURNING id", o=oid(stage, person))


async def test_a_decider_with_another_job_is_followed_by_who_is_named_now(stage: Stage) -> None:
    await run(stage)
    await recorded(stage)
    await decides_now(stage, "nadia")
    await stage.pass_time(days=1)
    assert cards(stage, "nadia", FILE) == 0
    (incident,) = await incidents(stage)
    assert incident["decider_oid"] == oid(stage, "jens")
    assert oid(stage, "nadia") not in await who(stage, "not_reached")  # nobody tried to


# --- the app is taken out ---------------------------------------------------------------------------


async def test_the_app_taken_out_while_it_records_stands_in_the_course(stage: Stage) -> None:
    await run(stage)
    await record(stage)
    await stage.pass_time(seconds=11)
    await stage.do("remove_app", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=1)
    assert "Lydhør blev fjernet fra mødet" in said(stage, "jens")
    assert "Det er ikke set, at optagelsen er stoppet" in said(stage, "jens")
