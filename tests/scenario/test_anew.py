"""What is new since a refusal is read by whoever decides and stands in the note; an employee may tell anew."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from clock import ShiftedClock
from sandbox.cast import departments
from tests.scenario.refusals import begin
from tests.scenario.stage import Stage, verbs, words
from tests.scenario.test_employee import REFUSED, tell
from tests.scenario.test_mended_notice import NEW, refused, states
from tests.scenario.wishing import Town, in_town

SHE = "Jeg har slettet optagelsen fra marts og sagt undskyld til Jens."


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as made:
        yield made


def shows(stage: Stage, person: str, said: str) -> bool:
    return any(said in words(m.card_for(person)) for m in stage.messages(stage.personal(person)))


async def told_anew(town: Town) -> Any:
    """Ole was refused, and tells again with what is new; the new wish."""
    where = await refused(town, "phone")
    return await town.tell(where, after_refusal="new_facts", new_facts=NEW)


@pytest.mark.rule("C27")
async def test_the_employee_reads_what_is_new_behind_the_logged_look(town: Town) -> None:
    stage = town.stage
    again = await told_anew(town)
    assert not shows(stage, "mette", NEW)
    shown = await stage.press("mette", "ground", having=again["number"])
    assert NEW in words(shown["value"])
    looks = await stage.rows("SELECT * FROM ground_looks")
    assert {str(row["request_id"]) for row in looks} >= {str(again["id"])}


@pytest.mark.rule("C27")
async def test_both_who_refuse_again_read_what_is_new(town: Town) -> None:
    stage = town.stage
    again = await told_anew(town)
    card = await begin(town, "history", having=again["number"])
    assert NEW in words(card["value"])
    assert not shows(stage, "jens", NEW)


@pytest.mark.rule("C29")
async def test_what_is_new_stands_in_the_note(town: Town) -> None:
    stage = town.stage
    again = await told_anew(town)
    await town.begin("phone")
    await town.finish("phone")
    shown = await stage.press("mette", "note", having=again["number"])
    assert NEW in words(shown["value"])


@pytest.mark.rule("C29")
async def test_what_is_new_in_a_note_is_a_look_like_any_other(town: Town) -> None:
    """Also on the card that comes by itself: once for each card, however often it is drawn anew."""
    stage = town.stage
    again = await told_anew(town)

    async def looks() -> list[str]:
        query = "SELECT oid FROM ground_looks WHERE request_id = :id"
        return [row["oid"] for row in await stage.rows(query, id=again["id"])]

    await town.begin("phone")
    assert await looks() == []
    await town.finish("phone")
    assert shows(stage, "mette", NEW)
    mette = stage.sandbox.world.people["mette"].oid
    assert await looks() == [mette]
    await stage.press("mette", "note_guidance", having=again["number"], guidance="guided")
    assert await looks() == [mette]
    await stage.press("mette", "note", having=again["number"])
    assert await looks() == [mette, mette]
    await stage.press("mette", "note_copied", having=again["number"])
    assert (await stage.request())["note_copied_at"] is not None
    assert await looks() == [mette, mette]


async def she_is_refused(town: Town) -> None:
    stage = town.stage
    await tell(stage)
    await stage.press("jens", "refuse_open")
    await stage.press("jens", "refuse_ground", ground="history")
    await stage.press("jens", "refuse_preview", **REFUSED)
    await stage.press("jens", "refuse_confirm")
    await stage.press("lene", "refuse_agree")


@pytest.mark.rule("C26", "C27")
async def test_a_refused_employee_may_tell_what_is_new(town: Town) -> None:
    stage = town.stage
    await she_is_refused(town)
    empty = await stage.press("nadia", "employee_anew")
    assert "Skriv, hvad der er nyt" in words(empty["value"])
    long = await stage.press("nadia", "employee_anew", new_facts="å" * 1001)
    assert "for lang" in words(long["value"])
    assert await states(stage) == ["not_granted"]
    shown = await stage.press("nadia", "employee_anew", new_facts=SHE)
    assert "Du må gerne optage lyden" in words(shown["value"])
    assert "Samtale om sygefravær" in words(shown["value"])
    assert await states(stage) == ["not_granted", "granted"]
    kinds = await town.journal()
    assert kinds.count("told_after_refusal") == kinds.count("told_anew") == 1
    facts = await stage.rows("SELECT facts::text AS facts FROM journal")
    assert not any("undskyld" in row["facts"] for row in facts)
    again = await stage.request()
    read = await stage.press("jens", "ground", having=again["number"])
    assert SHE in words(read["value"])


@pytest.mark.rule("C27")
async def test_pressed_twice_it_is_told_once(town: Town) -> None:
    stage = town.stage
    await she_is_refused(town)
    old = next(
        m for m in stage.messages(stage.personal("nadia"))
        if "employee_anew" in verbs(m.card_for("nadia"))
    )  # fmt: skip
    for _ in range(2):
        await stage.do(
            "press", "nadia", chat=stage.personal("nadia"), message=old.id,
            verb="employee_anew", data={"new_facts": SHE},
        )  # fmt: skip
        if "employee_anew" not in verbs(old.card_for("nadia")):
            break
    assert await states(stage) == ["not_granted", "granted"]


@pytest.mark.rule("C1")
async def test_nobody_is_named_who_records_as_whom_to_turn_to(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    """No leader, no manager, no HR/Jura: neither the letter nor the note makes her the municipality."""
    file = tmp_path / "departments.yaml"
    file.write_text(yaml.safe_dump(departments() | {"hr_legal": []}), encoding="utf-8")
    async with in_town("albertslund", database_url, clock, DEPARTMENTS=str(file)) as alone:
        stage = alone.stage
        await stage.fault("no_manager")
        shown = await tell(stage, leader="manager")
        said = words(shown["value"]).replace("Kære Nadia Friis", "")
        assert "Nadia" not in said
        await stage.pass_time(hours=30)
        await stage.pass_time(hours=72)
        note = next(
            words(m.card_for("jens")) for m in stage.messages(stage.personal("jens"))
            if "Noteret af" in words(m.card_for("jens"))
        )  # fmt: skip
        assert "Noteret af Nadia" not in note
        assert "Noteret af Jens" in note


@pytest.mark.rule("C27")
async def test_what_is_new_can_be_refused_again_by_two(town: Town) -> None:
    stage = town.stage
    again = await told_anew(town)
    await begin(town, "history", having=again["number"])
    assert await states(stage) == ["not_granted", "granted"]
    await propose_again(town)
    assert shows(stage, "jens", NEW)
    await stage.press("jens", "refuse_agree")
    assert await states(stage) == ["not_granted", "not_granted"]


async def propose_again(town: Town) -> None:
    """The reasons of a second refusal, in words of their own."""
    parts = {
        "part.history": "I april kom der en optagelse mere på nettet, denne gang af Jens. Sagen har den.",
        "part.this_meeting": "Ole skrev i morges, at han sender samtalen direkte til sin side i dag.",
        "part.our_interest": "Vi skal kunne tale om hans økonomi, uden at fremmede hører det imens.",
        "part.their_need": "Lone kommer med som bisidder, og beløbene bliver skrevet ned til dem begge.",
        "part.conclusion": "Underskriften ændrer ikke det, han skrev i morges. Derfor er det et nej.",
        "deviation": "Ingen af de andre har skrevet, at de sender samtalen direkte.",
    }  # fmt: skip
    preview = await town.stage.press("mette", "refuse_preview", **parts)
    assert "refuse_confirm" in verbs(preview["value"]), words(preview["value"])
    await town.stage.press("mette", "refuse_confirm")
