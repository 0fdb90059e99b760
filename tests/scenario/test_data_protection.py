"""What the DPO can do: hold a case, see who has looked, and get everything that is stored about a person."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from casework.jobs.retaining import retain
from casework.keeping.exports import Extracts
from casework.office import Bench, Office
from clock import ShiftedClock
from departments import Department, Departments
from guidelines.profile import load_guideline
from guidelines.profile_parts import Retention
from store.jobs import Claim
from store.tables import LegalHold
from tests.scenario.stage import Stage, on_stage, verbs, words
from tests.scenario.test_notice import forge
from tests.scenario.test_papers import _actions, fetch
from tests.system import played
from tests.system.played import GROUND, NAME
from texts.catalog import text

WHY = "Borgeren har klaget til Ombudsmanden."


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        yield made


async def registered(stage: Stage) -> str:
    """A wish of Ole's that Jens is asked about; its number."""
    meeting = await played.meet(stage)
    await played.register(stage, meeting, played.FIRST_WISH)
    return str((await stage.request())["number"])


async def number_of(stage: Stage, state: str) -> str:
    rows = await stage.rows("SELECT number FROM requests WHERE state = :s", s=state)
    return str(rows[0]["number"])


async def press(stage: Stage, person: str, verb: str, data: dict[str, str]) -> Any:
    """Press in the person's own chat, whether or not the button stands there."""
    return await forge(stage, person, verb, data, stage.personal(person))


def path_of(answer: Any) -> str:
    """Where the link of the card leads."""
    action = next(a for a in _actions(answer["value"]) if a["type"] == "Action.OpenUrl")
    return str(action["url"].removeprefix("http://localhost:3978"))


# --- what is held ---------------------------------------------------------------------------------

WRONG = (
    ("hold_set", {"case_number": "", "held_why": WHY}, "case_number_missing"),
    ("hold_set", {"case_number": "L-2222222", "held_why": WHY}, "case_not_found"),
    ("hold_set", {"case_number": "NUMBER", "held_why": " "}, "held_why_missing"),
    ("hold_lift", {"case_number": "NUMBER", "held_why": WHY}, "not_held"),
)


async def test_a_case_is_held_and_let_go(stage: Stage) -> None:
    number = await registered(stage)
    shown = await press(stage, "birgit", "menu", {})
    assert "keeping" in verbs(shown["value"]), words(shown["value"])
    for verb, wrong, problem in WRONG:
        given = {name: value.replace("NUMBER", number) for name, value in wrong.items()}
        answer = await press(stage, "birgit", verb, given)
        assert text(f"problem.{problem}") in words(answer["value"])
        assert given["held_why"].strip() in json.dumps(answer["value"], ensure_ascii=False)
    typed = {"case_number": f" {number.lower()} ", "held_why": WHY, "person": NAME}
    for verb, may in MAY.items():
        for person in {"mette", "jens", "nadia", "lene"} - may:
            shown = await press(stage, person, verb, typed)
            assert text("card.not_yours.nothing") in words(shown["value"]), (verb, person)
    assert await stage.rows("SELECT 1 FROM legal_holds") == []
    assert await stage.rows("SELECT 1 FROM person_exports") == []
    held = words((await press(stage, "birgit", "hold_set", typed))["value"])
    assert text("card.keeping.held") in held
    assert number in held
    assert WHY in held
    again = words((await press(stage, "lene", "hold_set", typed))["value"])
    shown = words((await press(stage, "lene", "keeping", {}))["value"])
    assert number in shown
    assert WHY not in shown  # it is the DPO's, and may speak of the person
    assert WHY in words((await press(stage, "birgit", "keeping", {}))["value"])
    assert text("problem.held_already") in again
    let_go = words((await press(stage, "lene", "hold_lift", typed))["value"])
    assert text("card.keeping.lifted") in let_go
    assert text("card.keeping.none_held") in let_go
    told = await stage.rows("SELECT kind FROM journal WHERE kind IN ('case_held', 'hold_lifted')")
    assert [row["kind"] for row in told] == ["case_held", "hold_lifted"]
    kept = await stage.rows("SELECT field FROM personal JOIN legal_holds ON id = owner_id")
    assert {row["field"] for row in kept} == {"held_why", "lifted_why"}


MAY = {
    "keeping": {"lene"}, "hold_set": {"lene"}, "hold_lift": {"lene"}, "looks": set[str](),
    "person_export": set[str](),
}  # fmt: skip
"""Who besides the DPO may."""


async def test_a_held_case_outlasts_its_time_and_the_receipt_is_shown(stage: Stage) -> None:
    await played.decide(stage)
    held = await number_of(stage, "granted")
    await press(stage, "birgit", "hold_set", {"case_number": held, "held_why": WHY})
    stage.clock.advance(timedelta(days=400))
    await run_out(stage)
    left = await stage.rows(
        "SELECT DISTINCT r.number FROM personal p JOIN requests r ON r.id = p.case_id"
    )
    assert [row["number"] for row in left] == [held]
    async with stage.database.unit() as unit:
        row = await unit.session.scalar(select(LegalHold))
        assert row is not None
        row.lifted_by, row.lifted_at = "birgit", unit.now
    await run_out(stage)
    assert await stage.rows("SELECT 1 FROM personal JOIN requests r ON r.id = case_id") == []
    purposes = await stage.rows("SELECT purpose FROM deletions WHERE cases > 0")
    assert "request" in {row["purpose"] for row in purposes}


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


# --- who has looked, and what is stored about somebody --------------------------------------------


async def test_the_dpo_sees_who_has_looked_at_a_ground(stage: Stage) -> None:
    number = await registered(stage)
    await stage.press("mette", "ground")
    everything = words((await press(stage, "birgit", "looks", {}))["value"])
    one = words((await press(stage, "birgit", "looks", {"case_number": number.lower()}))["value"])
    for shown in (everything, one):
        for said in ("Mette Holm", "Jens Brandt", number):
            assert said in shown
        assert GROUND not in shown
    none = words((await press(stage, "birgit", "looks", {"case_number": "L-2222222"}))["value"])
    assert text("problem.case_not_found") in none


async def test_somebody_is_found_by_their_directory_id(stage: Stage) -> None:
    await registered(stage)
    oid = str(stage.sandbox.world.people["mette"].oid)
    answer = await press(stage, "birgit", "person_export", {"person": f" {oid.upper()} "})
    page = (await fetch(stage, path_of(answer), "POST"))[1]
    assert text("extract.role.caseworker_oid") in page


async def test_who_is_not_found_and_when_the_link_ends(stage: Stage) -> None:
    await registered(stage)
    for typed, problem in (("Xq", "person_too_short"), ("Ukendt Person", "person_not_found")):
        answer = await press(stage, "birgit", "person_export", {"person": typed})
        assert text(f"problem.{problem}") in words(answer["value"])
    path = path_of(await press(stage, "birgit", "person_export", {"person": NAME}))
    place = Departments((Department("a", "A"),), "a")
    office = Office(load_guideline("frederiksberg"), place, "t", "https://x", clock=stage.clock)
    nobody = Extracts(office, stage.database)  # she is no DPO any more
    assert await nobody.open(path.rsplit("/", 1)[-1], "read") is None
    stage.clock.advance(timedelta(minutes=11))
    for method, address in (("GET", path), ("POST", path), ("GET", "/extract/unknown")):
        assert (await fetch(stage, address, method))[0] == 410
