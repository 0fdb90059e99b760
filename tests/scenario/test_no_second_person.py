"""Who is no second person of a refusal, however it came about (C27)."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from clock import ShiftedClock
from tests.scenario.refusals import HISTORY, decisions, propose
from tests.scenario.stage import Stage, words
from tests.scenario.test_notice import forge
from tests.scenario.wishing import Town, in_town


@pytest.fixture
async def albertslund(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as town:
        yield town


async def executed(stage: Stage, statement: str) -> None:
    """A row as an earlier version may have left it."""
    async with stage.database.unit() as unit:
        await unit.session.execute(text(statement))


@pytest.mark.rule("C27")
async def test_from_the_queue_nobody_proposes_without_taking_the_talk(albertslund: Town) -> None:
    """Mette typed it in and Nadia works there: neither has the talk yet."""
    stage = albertslund.stage
    await albertslund.ask("in_person", caseworker="department")
    number = str((await stage.request())["id"])
    assert not stage.has_card(stage.personal("mette"), "refuse_open")
    for person in ("mette", "nadia"):
        answer = await forge(stage, person, "refuse_open", {"request_id": number, "version": 1})
        assert "Tag den selv" in words(answer["value"])
        assert "refuse_ground" not in words(answer["value"])
    await stage.press("mette", "queue_take")
    assert "Du har foreslået et nej" in words((await propose(albertslund))["value"])


@pytest.mark.rule("C27")
async def test_who_typed_in_anothers_talk_does_not_propose(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("in_person", caseworker="department")
    await stage.press("jens", "queue")
    await stage.press("jens", "queue_take")
    request = await stage.request()
    assert request["caseworker_oid"] == albertslund.oid("jens")
    data = {"request_id": str(request["id"]), "version": request["version"]}
    answer = await forge(stage, "mette", "refuse_open", data)
    assert "Jens Brandt" in words(answer["value"])
    assert "refuse_ground" not in words(answer["value"])


@pytest.mark.rule("C27")
async def test_the_leader_who_takes_the_talk_confirms_nothing_in_it(albertslund: Town) -> None:
    """Asked to confirm, Jens takes the very talk from the queue: then somebody else is asked."""
    stage = albertslund.stage
    await albertslund.ask("in_person")
    await propose(albertslund)
    await executed(stage, "UPDATE requests SET caseworker_oid = NULL")
    chat = stage.personal("jens")
    card = stage.card(chat, having="refuse_agree")
    old = dict(card.card or {})
    await stage.press("jens", "queue")
    await stage.press("jens", "queue_take")
    request = await stage.request()
    people = stage.sandbox.world.people
    assert (request["caseworker_oid"], request["confirmer_oid"]) == (
        people["jens"].oid, people["lene"].oid,
    )  # fmt: skip
    assert not stage.has_card(chat, "refuse_agree")
    await stage.do("press", "jens", chat=chat, message=card.id, verb="refuse_agree", card=old)
    assert (await stage.request())["state"] == "granted"
    assert await decisions(stage) == 0
    await stage.press("lene", "refuse_agree")
    assert (await stage.request())["confirmed_by"] == people["lene"].oid


@pytest.mark.rule("C27")
async def test_the_deputy_who_takes_the_talk_steps_back_too(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("in_person")
    await propose(albertslund)
    await stage.pass_time(minutes=31)
    await executed(stage, "UPDATE requests SET caseworker_oid = NULL")
    await stage.press("lene", "queue")
    await stage.press("lene", "queue_take")
    request = await stage.request()
    assert request["deputy_oid"] is None
    assert request["confirmer_oid"] == albertslund.oid("jens")
    assert not stage.has_card(stage.personal("lene"), "refuse_agree")
    assert "no_confirmer" in await albertslund.tasks()  # nobody besides Jens is left


@pytest.mark.rule("C27")
async def test_the_deputy_finds_the_proposal_again(albertslund: Town) -> None:
    stage = albertslund.stage
    request = await albertslund.ask("in_person")
    await propose(albertslund)
    await stage.pass_time(minutes=31)
    answer = await forge(stage, "lene", "case", {"request_id": str(request["id"])})
    assert "refuse_agree" in words(answer["value"])
    assert HISTORY["part.conclusion"] in words(answer["value"])
    granting = {"request_id": str(request["id"]), "version": 1}
    await forge(stage, "lene", "grant", granting)
    assert (await stage.request())["decided_by"] is None  # nobody grants what is allowed
