"""An employee records a talk of official character with her leader (C1, C2, C7)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from casework.deciding import precedents
from clock import COPENHAGEN, ShiftedClock
from sandbox.cast import departments
from tests.scenario.stage import Stage, on_stage, verbs, words
from tests.scenario.test_notice import NOTICE, forge, register
from tests.system.watching import tables

REFUSED = {
    "part.history": "Den 3. marts lagde Nadia en optagelse af Jens på nettet. Det står i sagen.",
    "part.this_meeting": "I går skrev hun til os, at dagens samtale også ender på Facebook.",
    "part.our_interest": "Jens skal kunne tale frit med Nadia uden at blive hængt ud bagefter.",
    "part.their_need": "Hun siger, at hun vil huske tallene. Dem får hun på skrift samme dag.",
    "part.conclusion": "Truslen vejer tungest her. Uden den var samtalen blevet optaget.",
}


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock, MUNICIPALITY="albertslund") as made:
        yield made
        made.calm()


def oid(stage: Stage, person: str) -> str:
    found = stage.sandbox.world.people[person].oid
    assert found is not None
    return found


def talk(stage: Stage, **changed: str) -> dict[str, str]:
    """A sickness-absence talk in person tomorrow."""
    at = (stage.clock.now() + timedelta(days=1)).astimezone(COPENHAGEN)
    return {
        "employee_type": "sickness", "leader": oid(stage, "jens"), "meeting": "other",
        "meeting_kind": "in_person", "meeting_date": f"{at:%Y-%m-%d}",
        "meeting_time": f"{at:%H:%M}", "companion": "yes",
    } | changed  # fmt: skip


async def tell(stage: Stage, person: str = "nadia", **changed: str) -> Any:
    await stage.press(person, "employee_open")
    return await stage.press(person, "employee_submit", **talk(stage, **changed))


def seen_by(stage: Stage, person: str) -> str:
    """Everything that stands in somebody's chat with the bot."""
    return " ".join(
        words(m.card_for(person)) + m.text for m in stage.messages(stage.personal(person))
    )


@pytest.mark.rule("C1", "C2", "C6", "C7")
async def test_an_employee_tells_and_may_record(stage: Stage) -> None:
    answer = await tell(stage)
    said = words(answer["value"])
    assert "Du må gerne optage lyden" in said
    assert "medarbejder" not in said.lower()
    request = await stage.request()
    assert (request["relation"], request["state"], request["notice"]) == (
        "employee", "granted", True,
    )  # fmt: skip
    assert request["requester_oid"] == oid(stage, "nadia")
    assert request["caseworker_oid"] == oid(stage, "jens")
    async with stage.database.unit() as unit:
        assert (await unit.personal.get(request["id"]))["employee_type"] == "sickness"
    assert request["answer_state"] == "sent"  # it stands in her own chat
    assert stage.answers() == []


async def test_that_somebody_is_ill_stands_nowhere_in_clear_beside_who_it_is(stage: Stage) -> None:
    await tell(stage)
    request = await stage.request()
    assert request["employee_type"] is None
    await stage.press("nadia", "employee_withdraw")
    async with stage.database.unit() as unit:
        assert precedents.OWN not in await unit.personal.get(request["id"])
    kept = await asyncio.to_thread(tables, stage.database.url)
    said = {name for name, told in kept.items() if "sickness" in told}
    assert said <= {"precedents"}  # which names nobody


@pytest.mark.rule("C1")
async def test_the_leader_gets_a_calm_card_and_nobody_else_hears_of_it(stage: Stage) -> None:
    await tell(stage)
    jens = stage.card(stage.personal("jens"), having="Nadia Friis")
    assert "⚠" not in words(jens.card)
    assert "borger" not in words(jens.card).lower()
    for person in ("mette", "lene", "birgit"):
        assert "Nadia Friis optager" not in seen_by(stage, person)
        assert (await stage.request())["number"] not in seen_by(stage, person)


@pytest.mark.rule("C1")
async def test_an_employees_talk_is_in_no_citizen_queue_and_a_citizens_in_no_receipt(
    stage: Stage,
) -> None:
    await tell(stage)
    number = (await stage.request())["number"]
    await register(stage, NOTICE | {"caseworker": "department"} | _elsewhere(stage))
    citizen = (await stage.request())["number"]
    for person in ("mette", "jens", "lene"):
        queue = await forge(stage, person, "queue", {})
        assert number not in words(queue["value"])
        assert citizen in words(queue["value"])
    receipt = stage.card(stage.personal("nadia"), having="employee_receipt")
    assert citizen not in words(receipt.card)


def _elsewhere(stage: Stage) -> dict[str, str]:
    at = (stage.clock.now() + timedelta(days=3)).astimezone(COPENHAGEN)
    return {"meeting": "other", "meeting_kind": "phone", "meeting_date": f"{at:%Y-%m-%d}",
            "meeting_time": f"{at:%H:%M}"}  # fmt: skip


@pytest.mark.rule("C7")
@pytest.mark.parametrize("kind", ["appraisal", "one_to_one"])
async def test_an_ordinary_talk_is_not_covered_and_nothing_is_stored(
    stage: Stage, kind: str
) -> None:
    answer = await tell(stage, employee_type=kind)
    said = words(answer["value"])
    assert "leder" in said
    assert "ikke gemt noget" in said
    assert "Ret" not in said.split()
    assert await stage.rows("SELECT 1 FROM requests") == []
    assert await stage.rows("SELECT 1 FROM meetings") == []


@pytest.mark.rule("C5")
async def test_what_is_missing_is_asked_for_and_a_reason_never_is(stage: Stage) -> None:
    answer = await tell(stage, employee_type="", leader="", meeting="")
    said = words(answer["value"])
    assert "employee_submit" in said
    assert "behøver ikke at sige, hvorfor" in said
    assert await stage.rows("SELECT 1 FROM requests") == []
    await stage.press("nadia", "employee_submit", **talk(stage))
    assert len(await stage.rows("SELECT 1 FROM requests")) == 1


@pytest.mark.rule("C1", "C6")
async def test_she_sees_her_receipt_and_takes_it_back_but_never_handles_it(stage: Stage) -> None:
    await tell(stage)
    request = await stage.request()
    data = {"request_id": str(request["id"]), "version": request["version"]}
    for verb in (
        "case",
        "note",
        "ground",
        "refuse_open",
        "withdraw",
        "queue_take",
        "handover_open",
    ):
        answer = await forge(stage, "nadia", verb, data)
        told = words(answer["value"])
        assert "message" in answer["type"] or "Der er ikke ændret noget" in told, verb
    assert (await stage.request())["state"] == "granted"
    await stage.press("nadia", "employee_withdraw")
    assert (await stage.request())["state"] == "withdrawn"
    assert stage.has_card(stage.personal("nadia"), "Du har taget beskeden tilbage")
    journal = await stage.rows("SELECT actor FROM journal WHERE kind = 'withdrawn'")
    assert [row["actor"] for row in journal] == [oid(stage, "nadia")]


@pytest.mark.rule("C1")
async def test_nobody_opens_or_takes_back_anothers_receipt(stage: Stage) -> None:
    await tell(stage)
    request = await stage.request()
    data = {"request_id": str(request["id"]), "version": request["version"]}
    for person in ("mette", "jens", "lene"):
        for verb in ("employee_receipt", "employee_withdraw", "employee_read"):
            answer = await forge(stage, person, verb, data)
            assert request["number"] not in str(answer)
    assert (await stage.request())["state"] == "granted"


@pytest.mark.rule("C1")
async def test_two_presses_are_one_notice_and_another_talk_is_another(stage: Stage) -> None:
    await tell(stage)
    form = talk(stage)
    await forge(stage, "nadia", "employee_submit", form)
    assert len(await stage.rows("SELECT 1 FROM requests")) == 1
    await forge(stage, "nadia", "employee_submit", form | _elsewhere(stage))
    assert len(await stage.rows("SELECT 1 FROM requests")) == 2


@pytest.mark.rule("C1", "C27")
async def test_who_leads_the_unit_is_led_by_somebody_else(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    """Jens leads the unit: his leader is who Entra names, and as it names none, HR/Jura."""
    file = tmp_path / "departments.yaml"
    file.write_text(yaml.safe_dump(departments()), encoding="utf-8")
    async with on_stage(
        database_url, clock, MUNICIPALITY="albertslund", DEPARTMENTS=str(file)
    ) as stage:
        form = await stage.press("jens", "employee_open")
        assert oid(stage, "jens") not in words(form["value"])
        await stage.press("jens", "employee_submit", **talk(stage, leader="manager"))
        request = await stage.request()
        assert request["caseworker_oid"] == oid(stage, "lene")
        assert "Lene Krogh" in seen_by(stage, "jens")
        stage.calm()


@pytest.mark.rule("C1")
async def test_the_leader_that_entra_names_is_looked_up(stage: Stage) -> None:
    await tell(stage, leader="manager")
    assert (await stage.request())["caseworker_oid"] == oid(stage, "jens")


@pytest.mark.rule("C1", "C12")
async def test_a_talk_in_teams_is_told_of_in_its_own_chat(stage: Stage) -> None:
    """Nadia presses in the chat of the meeting that Mette called; the form knows that meeting."""
    await stage.meet(people=["mette", "nadia"])
    await stage.press("nadia", "register_open", chat=stage.chat)
    form = await stage.press("nadia", "employee_open", chat=stage.chat)
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    assert str(row["id"]) in words(form["value"])
    sent = talk(stage, meeting=str(row["id"]))
    await stage.press("nadia", "employee_submit", chat=stage.chat, **sent)
    assert (await stage.request())["meeting_id"] == row["id"]
    for message in stage.messages(stage.chat):  # the chat learns nothing before the meeting
        assert "Nadia" not in words(message.card_for("mette"))


@pytest.mark.rule("C1", "A1")
async def test_a_guest_and_an_outsider_have_no_such_form(stage: Stage) -> None:
    await stage.meet(people=["mette", "ole"])
    status = stage.card(stage.chat, having="want_to_record")
    assert "employee_open" not in verbs(status.card_for("ole"))
    for person in ("ole", "karla"):
        world = stage.sandbox.world
        assert world.people[person].kind != "member"
        answer = await forge(stage, person, "employee_open", {}, stage.chat)
        assert "employee_submit" not in words(answer.get("value"))


@pytest.mark.rule("A1")
@pytest.mark.parametrize("municipality", ["nyborg", "frederiksberg"])
async def test_where_only_citizens_are_covered_the_employee_is_told_so(
    database_url: str, clock: ShiftedClock, municipality: str
) -> None:
    async with on_stage(database_url, clock, MUNICIPALITY=municipality) as stage:
        answer = await forge(stage, "nadia", "employee_open", {})
        assert "Retningslinjen gælder kun borgere" in str(answer["value"])
        answer = await forge(stage, "nadia", "employee_submit", talk(stage))
        assert "Retningslinjen gælder kun borgere" in str(answer["value"])
        assert await stage.rows("SELECT 1 FROM requests") == []
        stage.calm()


@pytest.mark.rule("C27", "C28")
async def test_a_refusal_is_read_by_her_before_it_counts_as_delivered(stage: Stage) -> None:
    """Jens proposes, Lene confirms; the reasons stand on Nadia's own card, and she says she read them."""
    await tell(stage)
    await stage.press("jens", "refuse_open")
    await stage.press("jens", "refuse_ground", ground="history")
    await stage.press("jens", "refuse_preview", **REFUSED)
    await stage.press("jens", "refuse_confirm")
    assert (await stage.request())["state"] == "granted"
    await stage.press("lene", "refuse_agree")
    request = await stage.request()
    assert (request["state"], request["answer_state"]) == ("not_granted", "sent")
    assert "Truslen vejer tungest" in seen_by(stage, "nadia")
    await stage.press("nadia", "employee_read")
    request = await stage.request()
    assert (request["answer_state"], request["answer_how"]) == ("delivered", "read_in_teams")
    kinds = [row["kind"] for row in await stage.rows("SELECT kind FROM journal")]
    assert kinds.count("answer_delivered") == 1
    assert stage.answers() == []


@pytest.mark.rule("C1")
async def test_both_kinds_in_one_meeting_are_kept_apart(stage: Stage) -> None:
    """In one Teams meeting a citizen and an employee record: nobody's card tells of the other."""
    await stage.meet(people=["mette", "nadia", "ole"])
    await register(stage, NOTICE)
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    form = talk(stage, meeting=str(row["id"]))
    await stage.press("nadia", "register_open", chat=stage.chat)
    await stage.press("nadia", "employee_open", chat=stage.chat)
    await stage.press("nadia", "employee_submit", chat=stage.chat, **form)
    assert len(await stage.rows("SELECT 1 FROM requests")) == 2
    assert "Nadia Friis" not in seen_by(stage, "mette")
    assert "Ole Madsen" not in seen_by(stage, "jens")
    assert "Ole Madsen" not in seen_by(stage, "nadia")
