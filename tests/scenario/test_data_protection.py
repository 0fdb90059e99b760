"""What the DPO can do: hold a case, see who has looked, and get everything that is stored about a person."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.jobs.retaining import retain
from casework.keeping.exports import Extracts
from casework.office import Bench, Office
from clock import ShiftedClock
from departments import Department, Departments
from guidelines.profile import load_guideline
from guidelines.profile_parts import Retention
from store.jobs import Claim
from tests.scenario.stage import Stage, on_stage, verbs, words
from tests.scenario.test_notice import forge
from tests.scenario.test_papers import _actions, fetch
from tests.system import played
from tests.system.played import GROUND, LINK_NAME, MAIL, NAME, SECOND
from texts.catalog import text

WHY = "Borgeren har klaget til Ombudsmanden."


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        await played.decide(made)
        await played.hold(made)
        yield made


async def number_of(stage: Stage, state: str) -> str:
    rows = await stage.rows("SELECT number FROM requests WHERE state = :s", s=state)
    return str(rows[0]["number"])


def path_of(answer: Any) -> str:
    """Where the link of the card leads."""
    action = next(a for a in _actions(answer["value"]) if a["type"] == "Action.OpenUrl")
    return str(action["url"].removeprefix("http://localhost:3978"))


# --- what is held ---------------------------------------------------------------------------------


async def test_a_case_is_held_and_let_go(stage: Stage) -> None:
    shown = await forge(stage, "birgit", "menu", {})
    assert "keeping" in verbs(shown["value"])
    number = await number_of(stage, "granted")
    typed = {"case_number": f" {number.lower()} ", "held_why": WHY}
    held = words((await forge(stage, "birgit", "hold_set", typed))["value"])
    assert text("card.keeping.held") in held
    assert number in held
    assert WHY in held
    again = words((await forge(stage, "lene", "hold_set", typed))["value"])
    assert text("problem.held_already") in again
    let_go = words((await forge(stage, "lene", "hold_lift", typed))["value"])
    assert text("card.keeping.lifted") in let_go
    assert text("card.keeping.none_held") in let_go
    told = await stage.rows("SELECT kind FROM journal WHERE kind IN ('case_held', 'hold_lifted')")
    assert [row["kind"] for row in told] == ["case_held", "hold_lifted"]
    kept = await stage.rows("SELECT field FROM personal JOIN legal_holds ON id = owner_id")
    assert {row["field"] for row in kept} == {"held_why", "lifted_why"}


@pytest.mark.parametrize(
    ("verb", "typed", "problem"),
    [
        ("hold_set", {"case_number": "", "held_why": WHY}, "case_number_missing"),
        ("hold_set", {"case_number": "L-2222222", "held_why": WHY}, "case_not_found"),
        ("hold_set", {"case_number": "GRANTED", "held_why": " "}, "held_why_missing"),
        ("hold_lift", {"case_number": "GRANTED", "held_why": WHY}, "not_held"),
    ],
)
async def test_what_is_wrong_is_said_and_what_was_typed_stays(
    stage: Stage, verb: str, typed: dict[str, str], problem: str
) -> None:
    number = await number_of(stage, "granted")
    typed = {name: value.replace("GRANTED", number) for name, value in typed.items()}
    shown = await forge(stage, "birgit", verb, typed)
    assert text(f"problem.{problem}") in words(shown["value"])
    assert typed["held_why"].strip() in json.dumps(shown["value"], ensure_ascii=False)
    assert await stage.rows("SELECT 1 FROM legal_holds") == []


async def test_nobody_else_holds_or_looks(stage: Stage) -> None:
    typed = {"case_number": await number_of(stage, "granted"), "held_why": WHY, "person": NAME}
    ways = {"keeping": ("birgit", "lene"), "hold_set": (), "looks": ("birgit",)}
    for verb, may in {**ways, "person_export": ("birgit",)}.items():
        for person in {"mette", "jens", "nadia", "ole", "lene"} - set(may):
            if verb == "hold_set" and person == "lene":
                continue
            shown = await forge(stage, person, verb, typed)
            assert text("card.not_yours.nothing") in words(shown["value"]), (verb, person)
    assert await stage.rows("SELECT 1 FROM legal_holds") == []
    assert await stage.rows("SELECT 1 FROM person_exports") == []


async def test_a_held_case_outlasts_its_time_and_the_receipt_is_shown(stage: Stage) -> None:
    held = await number_of(stage, "granted")
    await forge(stage, "birgit", "hold_set", {"case_number": held, "held_why": WHY})
    stage.clock.advance(timedelta(days=400))
    await run_out(stage)
    left = await stage.rows(
        "SELECT DISTINCT r.number FROM personal p JOIN requests r ON r.id = p.case_id"
    )
    assert [row["number"] for row in left] == [held]
    shown = words((await forge(stage, "birgit", "keeping", {}))["value"])
    assert text("card.purpose.request") in shown
    await forge(stage, "birgit", "hold_lift", {"case_number": held, "held_why": WHY})
    stage.clock.advance(timedelta(days=400))
    await run_out(stage)
    assert await stage.rows("SELECT 1 FROM personal JOIN requests r ON r.id = case_id") == []


async def run_out(stage: Stage) -> None:
    """Every purpose has run out after thirty days."""
    guideline = load_guideline("frederiksberg")
    days = Retention(None, *([30] * 10))
    guideline = replace(
        guideline, versions=tuple(replace(one, retention=days) for one in guideline.versions)
    )
    nobody: Any = None
    place = Departments((Department("a", "A"),), "a")
    office = Office(guideline, place, "t", "https://x", clock=stage.clock)
    await retain(
        Bench(office, nobody, stage.database, stage.clock), Claim(1, "retain", "x", {}, 1, False, 1)
    )


# --- who has looked -------------------------------------------------------------------------------


async def test_the_dpo_sees_who_has_looked_at_a_ground(stage: Stage) -> None:
    refused, granted = await number_of(stage, "not_granted"), await number_of(stage, "granted")
    everything = words((await forge(stage, "birgit", "looks", {}))["value"])
    for said in ("Mette Holm", "Jens Brandt", refused, granted):
        assert said in everything
    one = words((await forge(stage, "birgit", "looks", {"case_number": granted}))["value"])
    assert refused not in one
    assert "Jens Brandt" in one
    none = words((await forge(stage, "birgit", "looks", {"case_number": "L-2222222"}))["value"])
    assert text("problem.case_not_found") in none
    for shown in (everything, one):
        assert GROUND not in shown


# --- what is stored about somebody ----------------------------------------------------------------


async def test_everything_about_one_person_and_nothing_of_another(stage: Stage) -> None:
    answer = await forge(stage, "birgit", "person_export", {"person": f"  {NAME.lower()} "})
    assert NAME not in json.dumps(answer)
    path = path_of(answer)
    status, first = await fetch(stage, path)
    assert status == 200
    assert NAME not in first
    status, page = await fetch(stage, path, "POST")
    assert status == 200
    for said in (NAME, GROUND, MAIL, "Jens Brandt", await number_of(stage, "granted")):
        assert said in page
    assert SECOND not in page
    assert LINK_NAME not in page
    assert (await fetch(stage, path, "POST"))[0] == 410  # once
    status, body = await fetch(stage, f"{path}?as=file", "POST")
    assert status == 200
    stored = json.loads(body)
    kinds = {one["kind"] for one in stored["found"]}
    assert {"requests", "informed", "contact_wishes"} <= kinds
    case = next(one for one in stored["found"] if one["kind"] == "requests")
    assert case["texts"]["citizen_name"] == NAME
    assert case["looks"]
    assert {"request_registered", "decided"} <= {entry[1] for entry in case["course"]}
    assert SECOND not in body
    assert (await fetch(stage, f"{path}?as=file", "POST"))[0] == 410
    assert (await fetch(stage, path))[0] == 410
    told = await stage.rows("SELECT kind FROM journal WHERE kind LIKE 'access_%' ORDER BY at, seq")
    assert [row["kind"] for row in told] == ["access_asked", "access_given", "access_given"]


async def test_a_phone_number_an_address_and_an_employee_are_found_too(stage: Stage) -> None:
    for typed, expected in (("70 81 92 63", SECOND), (MAIL.upper(), NAME), ("Mette Holm", "chats")):
        answer = await forge(stage, "birgit", "person_export", {"person": typed})
        body = (await fetch(stage, f"{path_of(answer)}?as=file", "POST"))[1]
        assert expected in body, typed


@pytest.mark.parametrize(
    ("typed", "problem"), [("Xq", "person_too_short"), ("Ukendt Person", "person_not_found")]
)
async def test_who_is_not_found(stage: Stage, typed: str, problem: str) -> None:
    answer = await forge(stage, "birgit", "person_export", {"person": typed})
    assert text(f"problem.{problem}") in words(answer["value"])


async def test_the_link_ends_and_needs_a_dpo_who_still_is_one(stage: Stage) -> None:
    path = path_of(await forge(stage, "birgit", "person_export", {"person": NAME}))
    place = Departments((Department("a", "A"),), "a")
    office = Office(load_guideline("frederiksberg"), place, "t", "https://x", clock=stage.clock)
    nobody = Extracts(office, stage.database)
    assert await nobody.open(path.rsplit("/", 1)[-1], "read") is None
    stage.clock.advance(timedelta(minutes=11))
    assert (await fetch(stage, path))[0] == 410
    assert (await fetch(stage, path, "POST"))[0] == 410
    assert (await fetch(stage, "/extract/unknown"))[0] == 410
