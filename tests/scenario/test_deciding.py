"""Who decides, and that there is one decision (B8, B11–B16, B19)."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from sqlalchemy import text

from clock import ShiftedClock
from sandbox.cast import departments
from tests.scenario.stage import CRITERIA, WISH, Stage, on_stage, verdicts, words

NEED = (
    "Du har fortalt, at du har svært ved at huske det, vi aftaler. Vi skriver aftalerne ned sammen "
    "undervejs, og du får dem med hjem på papir."
)
WEIGHING = (
    "På mødet taler din søster om sin egen økonomi, og hun har bedt om ikke at blive optaget."
)


@pytest.fixture
async def asked(stage: Stage) -> Stage:
    """A wish has been registered by Mette, and Jens has been asked."""
    await stage.meet(in_minutes=120)
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    await stage.press("mette", "register_open")
    await stage.press("mette", "register_submit", **WISH, meeting=str(row["id"]))
    return stage


def reasons(need: str, weighing: str) -> dict[str, str]:
    """The two parts of a refusal here, as the inputs name them."""
    return {"part.need": need, "part.weighing": weighing}


def refusing() -> dict[str, str]:
    return verdicts(cooperation="against")


@pytest.mark.rule("B8", "B11")
async def test_nothing_is_granted_before_every_criterion_is_considered(asked: Stage) -> None:
    half = verdicts()
    del half["verdict.purpose"]
    answer = await asked.press("jens", "grant", **half)
    assert answer["kind"] == "card"
    assert (await asked.request())["state"] == "awaiting_leader"
    full = await asked.press("jens", "grant", **verdicts())
    assert full["kind"] == "card"
    assert (await asked.request())["state"] == "granted"


async def test_what_was_ticked_is_kept_when_something_is_missing(asked: Stage) -> None:
    answer = await asked.press(
        "jens", "grant", **{"verdict.remember": "against", "note.remember": "Husker godt datoer."}
    )
    assert "Husker godt datoer." in words(answer["value"])
    kept = await asked.press("jens", "refuse_open", having="Husker godt datoer.")
    assert "Husker godt datoer." in words(kept["value"])


@pytest.mark.rule("B19")
async def test_a_refusal_shows_the_letter_before_it_is_sent(asked: Stage) -> None:
    await asked.press("jens", "refuse_open", **refusing())
    preview = await asked.press("jens", "refuse_preview", **reasons(NEED, WEIGHING))
    assert NEED in words(preview["value"])
    assert asked.answers() == []
    await asked.press("jens", "refuse_confirm")
    request = await asked.request()
    assert (request["state"], request["answer_state"]) == ("not_granted", "sent")
    mail = asked.answers()[0]
    assert "søster" in mail["html"]
    assert "huske" not in mail["subject"]


@pytest.mark.rule("A17", "B19")
@pytest.mark.parametrize(
    ("need", "weighing", "said"),
    [
        ("", WEIGHING, "Skriv, hvad borgeren har brug for"),
        (NEED, "", "Alle dele af begrundelsen skal med"),
        (NEED, NEED, "Det her står også i et andet felt"),
        (NEED, "Vores retningslinjer tillader det ikke.", "Det her kunne stå i alle svar"),
        ("Det er kommunens politik", WEIGHING, "Det her kunne stå i alle svar"),
    ],
)
async def test_a_refusal_without_real_reasons_is_turned_back(
    asked: Stage, need: str, weighing: str, said: str
) -> None:
    await asked.press("jens", "refuse_open", **refusing())
    answer = await asked.press("jens", "refuse_preview", **reasons(need, weighing))
    assert "refuse_confirm" not in words(answer["value"])
    assert said in words(answer["value"])
    assert (need or weighing) in words(answer["value"])
    assert (await asked.request())["state"] == "awaiting_leader"


@pytest.mark.rule("A17")
async def test_a_refusal_like_an_earlier_one_is_turned_back(asked: Stage) -> None:
    await asked.press("jens", "refuse_open", **refusing())
    await asked.press("jens", "refuse_preview", **reasons(NEED, WEIGHING))
    await asked.press("jens", "refuse_confirm")
    await asked.press("mette", "register_open")
    row = (await asked.rows("SELECT id FROM meetings"))[0]
    second = {**WISH, "citizen_name": "Amal", "contact": "amal@borger.example"}
    await asked.press("mette", "register_submit", **second, meeting=str(row["id"]))
    await asked.press("jens", "refuse_open", having="Amal", **refusing())
    again = await asked.press(
        "jens", "refuse_preview", having="Amal", **reasons(NEED + " ", WEIGHING.upper())
    )
    assert "refuse_confirm" not in words(again["value"])


async def test_nobody_else_can_decide(asked: Stage) -> None:
    chat = asked.personal("jens")
    card = asked.card(chat, having="grant")
    world = asked.sandbox.world
    world.chats[chat].members.append("nadia")
    answer = await asked.do(
        "press", "nadia", chat=chat, message=card.id, verb="grant", data=verdicts()
    )
    assert "Jens" in words(answer["value"])
    assert (await asked.request())["state"] == "awaiting_leader"


async def test_a_second_press_and_a_stale_card_meet_the_one_decision(asked: Stage) -> None:
    chat = asked.personal("jens")
    stale = asked.card(chat, having="grant")
    old = dict(stale.card or {})
    await asked.press("jens", "grant", **verdicts())
    for verb in ("grant", "refuse_open"):
        answer = await asked.do(
            "press", "jens", chat=chat, message=stale.id, verb=verb, data=verdicts(), card=old
        )
        assert "grant" not in words(answer["value"]).split()
    request = await asked.request()
    assert request["state"] == "granted"
    entries = await asked.rows("SELECT 1 FROM journal WHERE kind = 'decided'")
    assert len(entries) == 1
    assert len(asked.answers()) == 1


async def test_the_deputy_is_asked_in_time_and_two_deciders_make_one_decision(
    asked: Stage,
) -> None:
    assert not asked.has_card(asked.personal("lene"), "grant")
    await asked.pass_time(minutes=61)
    assert asked.has_card(asked.personal("lene"), "grant")
    cards = {p: asked.card(asked.personal(p), having="grant") for p in ("jens", "lene")}
    answers = await asyncio.gather(
        *(
            asked.sandbox.do(
                "press", as_=p, chat=asked.personal(p), message=c.id, verb=verb, data=verdicts()
            )
            for (p, c), verb in zip(cards.items(), ("grant", "grant"), strict=True)
        )
    )
    await asked.settle()
    assert all(a["kind"] == "card" for a in answers)
    assert len(await asked.rows("SELECT 1 FROM journal WHERE kind = 'decided'")) == 1
    assert len(asked.answers()) == 1
    for person in ("jens", "lene"):
        assert not asked.has_card(asked.personal(person), "grant")


async def test_the_deputy_cannot_decide_before_being_asked(asked: Stage) -> None:
    chat = asked.personal("jens")
    card = asked.card(chat, having="grant")
    asked.sandbox.world.chats[chat].members.append("lene")
    await asked.do("press", "lene", chat=chat, message=card.id, verb="grant", data=verdicts())
    assert (await asked.request())["state"] == "awaiting_leader"


async def test_without_an_approver_the_manager_and_then_the_deputy_is_asked(stage: Stage) -> None:
    people = stage.sandbox.world.people
    people["jens"] = replace(people["jens"], enabled=False)
    await stage.meet(in_minutes=120)
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    await stage.fault("no_manager")
    await stage.press("mette", "register_open")
    await stage.press("mette", "register_submit", **WISH, meeting=str(row["id"]))
    assert stage.has_card(stage.personal("lene"), "grant")
    assert not stage.has_card(stage.personal("jens"), "grant")


async def test_a_leader_never_decides_his_own_request(stage: Stage) -> None:
    await stage.meet(in_minutes=120)
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    await stage.press("jens", "register_open")
    await stage.press("jens", "register_submit", **WISH, meeting=str(row["id"]))
    assert not stage.has_card(stage.personal("jens"), "grant")
    assert stage.has_card(stage.personal("lene"), "grant")


async def test_duplicate_delivery_changes_nothing(asked: Stage) -> None:
    await asked.fault("duplicate_delivery", together=True)
    await asked.press("jens", "grant", **verdicts())
    assert (await asked.request())["state"] == "granted"
    assert len(await asked.rows("SELECT 1 FROM journal WHERE kind = 'decided'")) == 1
    assert len(asked.answers()) == 1


async def test_without_a_configured_approver_the_graph_manager_is_asked(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    listed = departments()
    listed["departments"][0]["approver_oid"] = None
    file = tmp_path / "departments.yaml"
    file.write_text(yaml.safe_dump(listed), encoding="utf-8")
    async with on_stage(database_url, clock, DEPARTMENTS=str(file)) as stage:
        await stage.meet(in_minutes=120)
        row = (await stage.rows("SELECT id FROM meetings"))[0]
        await stage.press("mette", "register_open")
        await stage.press("mette", "register_submit", **WISH, meeting=str(row["id"]))
        jens = stage.sandbox.world.people["jens"].oid
        assert (await stage.request())["approver_oid"] == jens
        assert stage.has_card(stage.personal("jens"), "grant")
        stage.calm()


async def test_when_nobody_can_be_asked_the_employee_is_told(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    listed = departments()
    listed["departments"][0].update(approver_oid=None, deputy_oid=None)
    file = tmp_path / "departments.yaml"
    file.write_text(yaml.safe_dump(listed), encoding="utf-8")
    async with on_stage(database_url, clock, DEPARTMENTS=str(file)) as stage:
        await stage.fault("no_manager")
        await stage.meet(in_minutes=120)
        row = (await stage.rows("SELECT id FROM meetings"))[0]
        await stage.press("mette", "register_open")
        await stage.press("mette", "register_submit", **WISH, meeting=str(row["id"]))
        assert (await stage.request())["state"] == "received"
        assert [t["kind"] for t in await stage.rows("SELECT kind FROM tasks")] == ["no_approver"]
        stage.calm()


async def test_what_somebody_else_ticked_is_not_ones_own_consideration(asked: Stage) -> None:
    """Clients leave empty inputs out: an empty card of the deputy must not grant."""
    half = verdicts()
    del half["verdict.purpose"]
    await asked.press("jens", "grant", **half)
    await asked.pass_time(minutes=61)
    chat = asked.personal("lene")
    card = asked.card(chat, having="grant")
    bare = {f"verdict.{c}": "" for c in CRITERIA} | {"verdict.purpose": "for"}
    await asked.do("press", "lene", chat=chat, message=card.id, verb="grant", data=bare)
    assert (await asked.request())["state"] == "awaiting_leader"


async def test_back_from_the_letter_the_criteria_are_kept(asked: Stage) -> None:
    await asked.press("jens", "refuse_open", **refusing())
    await asked.press("jens", "refuse_preview", **reasons(NEED, WEIGHING))
    back = await asked.press("jens", "refuse_open")
    assert "refuse_preview" in words(back["value"])
    assert NEED in words(back["value"])
    emptied = await asked.press("jens", "refuse_preview", **reasons("", ""))
    assert "refuse_confirm" not in words(emptied["value"])


async def test_nobody_signs_what_somebody_else_considered(asked: Stage) -> None:
    """Jens writes, Lene ticks otherwise, Jens confirms: what Jens considered is what was decided."""
    await asked.pass_time(minutes=61)
    mine = refusing() | {"note.cooperation": "Jens har set det selv."}
    await asked.press("jens", "refuse_open", **mine)
    await asked.press("jens", "refuse_preview", **reasons(NEED, WEIGHING))
    theirs = verdicts(purpose="against") | {"note.purpose": "Lene skriver noget andet."}
    opened = await asked.press("lene", "refuse_open", **theirs)
    assert NEED not in words(opened["value"])
    await asked.press("jens", "refuse_confirm")
    request = await asked.request()
    people = asked.sandbox.world.people
    assert (request["state"], request["decided_by"]) == ("not_granted", people["jens"].oid)
    assert request["verdicts"] == {c: "against" if c == "cooperation" else "for" for c in CRITERIA}
    async with asked.database.unit() as unit:
        sealed = await unit.personal.get(request["id"])
    assert sealed["note.cooperation"] == "Jens har set det selv."
    assert sealed["note.purpose"] == ""
    assert [name for name in sealed if name.startswith("draft.")] == []


async def test_a_withdrawn_wish_leaves_no_draft(asked: Stage) -> None:
    half = verdicts()
    del half["verdict.purpose"]
    await asked.press("jens", "grant", **half)
    await asked.press("mette", "withdraw")
    request = await asked.request()
    async with asked.database.unit() as unit:
        sealed = await unit.personal.get(request["id"])
    assert (request["state"], request["verdicts"]) == ("withdrawn", {})
    assert [name for name in sealed if name.startswith("draft.")] == []


async def test_an_old_card_that_withdraws_a_refusal_meets_the_current_one(asked: Stage) -> None:
    chat = asked.personal("mette")
    stale = asked.card(chat, having="withdraw")
    old = dict(stale.card or {})
    await asked.press("jens", "refuse_open", **refusing())
    await asked.press("jens", "refuse_preview", **reasons(NEED, WEIGHING))
    await asked.press("jens", "refuse_confirm")
    answer = await asked.do(
        "press", "mette", chat=chat, message=stale.id, verb="withdraw", card=old
    )
    assert answer["kind"] == "card"
    assert "Ikke imødekommet" in words(answer["value"])
    assert (await asked.request())["state"] == "not_granted"


async def test_a_withdrawn_wish_gets_no_answer(asked: Stage) -> None:
    """The letter waits for its job; the wish is withdrawn before."""
    chat = asked.personal("jens")
    card = asked.card(chat, having="grant")
    press = {"chat": chat, "message": card.id, "verb": "grant", "data": verdicts()}
    await asked.sandbox.do("press", as_="jens", **press)
    own = asked.personal("mette")
    await asked.sandbox.do(
        "press", as_="mette", chat=own, message=asked.card(own, having="withdraw").id,
        verb="withdraw",
    )  # fmt: skip
    await asked.settle()
    assert (await asked.request())["state"] == "withdrawn"
    assert asked.answers() == []


@pytest.mark.parametrize("named", [True, False])
async def test_the_letter_names_who_decided(stage: Stage, named: bool) -> None:
    """Whether or not Teams tells names with what people do: then the directory does."""
    stage.sandbox.world.switches["names_in_from"] = named
    await refuse_from_the_beginning(stage)
    assert "Jens Brandt har taget beslutningen." in stage.answers()[0]["html"]
    assert stage.has_card(stage.personal("mette"), "Jens Brandt")


async def refuse_from_the_beginning(stage: Stage) -> None:
    await stage.meet(in_minutes=120)
    row = (await stage.rows("SELECT id FROM meetings"))[0]
    await stage.press("mette", "register_open")
    await stage.press("mette", "register_submit", **WISH, meeting=str(row["id"]))
    await stage.press("jens", "refuse_open", **refusing())
    await stage.press("jens", "refuse_preview", **reasons(NEED, WEIGHING))
    await stage.press("jens", "refuse_confirm")


async def test_a_letter_whose_decider_nobody_can_name_says_who_it_was(stage: Stage) -> None:
    people = stage.sandbox.world.people
    people["jens"] = replace(people["jens"], name="")
    async with stage.database.unit() as unit:
        await unit.session.execute(text("DELETE FROM colleagues"))
        await unit.session.execute(text("UPDATE chats SET name = ''"))
    await refuse_from_the_beginning(stage)
    html = stage.answers()[0]["html"]
    assert "Lederen i Familieafdelingen har taget beslutningen." in html
