"""A refusal that takes two: one proposes, another confirms, and until then nothing changes (C27)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import yaml

from clock import ShiftedClock
from sandbox.cast import CAST, departments
from tests.scenario.refusals import HISTORY, begin, decisions, propose
from tests.scenario.stage import words
from tests.scenario.test_employee import tell
from tests.scenario.wishing import Town, in_town


@pytest.fixture
async def albertslund(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as town:
        yield town


@pytest.mark.rule("C23", "C26", "C27", "C28")
async def test_history_is_proposed_by_one_and_confirmed_by_another(albertslund: Town) -> None:
    stage = albertslund.stage
    row = await albertslund.ask("in_person")
    assert row["state"] == "granted"
    sent = len(stage.sandbox.world.mailbox)
    answer = await propose(albertslund)
    assert "Du har foreslået et nej" in words(answer["value"])
    waiting = await stage.request()
    people = stage.sandbox.world.people
    assert (waiting["state"], waiting["proposed_by"]) == ("granted", people["mette"].oid)
    assert waiting["confirmer_oid"] == people["jens"].oid
    assert len(stage.sandbox.world.mailbox) == sent
    card = words(stage.card(stage.personal("jens"), having="refuse_agree").card)
    for part in HISTORY.values():
        assert part in card
    await stage.press("jens", "refuse_agree")
    request = await stage.request()
    assert (request["state"], request["refusal_ground"]) == ("not_granted", "history")
    assert request["decided_by"] == people["mette"].oid
    assert request["confirmed_by"] == people["jens"].oid
    assert request["answer_state"] == "sent"
    html = stage.sandbox.world.mailbox[-1]["html"]
    assert "Jens Brandt" in html
    assert "Facebook" in html
    entry = (await stage.rows("SELECT * FROM journal WHERE kind = 'decided'"))[0]
    assert entry["actor"] == people["jens"].oid
    assert "Facebook" not in str(entry["facts"])


@pytest.mark.rule("C27")
async def test_the_same_person_never_stands_in_both_places(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("in_person")
    await propose(albertslund)
    chat = stage.personal("jens")
    card = stage.card(chat, having="refuse_agree")
    stage.sandbox.world.chats[chat].members += ["mette", "nadia"]
    for person in ("mette", "nadia"):
        await stage.do("press", person, chat=chat, message=card.id, verb="refuse_agree", data={})
        assert (await stage.request())["state"] == "granted"
    assert await decisions(stage) == 0


@pytest.mark.rule("C27")
async def test_a_leader_who_refuses_needs_the_next_one_up(
    database_url: str, clock: ShiftedClock
) -> None:
    """Jens has the talk himself: he proposes, and never confirms what he proposed."""
    async with in_town("albertslund", database_url, clock) as town:
        stage = town.stage
        await town.ask("in_person", "jens")
        await begin(town, "history", "jens")
        await stage.press("jens", "refuse_preview", **HISTORY)
        await stage.press("jens", "refuse_confirm")
        people = stage.sandbox.world.people
        assert (await stage.request())["confirmer_oid"] == people["lene"].oid
        assert not stage.has_card(stage.personal("jens"), "refuse_agree")
        await stage.press("lene", "refuse_agree")
        assert (await stage.request())["state"] == "not_granted"


@pytest.mark.rule("C27")
async def test_hr_reads_that_no_leader_can_be_reached(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    listed = departments()
    listed["departments"][0].update(approver_oid=None, deputy_oid=None)
    file = tmp_path / "departments.yaml"
    file.write_text(yaml.safe_dump(listed), encoding="utf-8")
    async with in_town("albertslund", database_url, clock, DEPARTMENTS=str(file)) as town:
        await town.stage.fault("no_manager")
        await town.ask("in_person")
        await propose(town)
        card = town.stage.card(town.stage.personal("lene"), having="refuse_agree").card
        assert "Lydhør kan ikke nå nogen leder. Derfor er HR og Jura spurgt" in words(card)


@pytest.mark.rule("C27")
async def test_not_agreed_it_stays_allowed_and_the_proposer_reads_why(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("in_person")
    await propose(albertslund)
    without = await stage.press("jens", "refuse_disagree")
    assert "Skriv kort, hvorfor" in words(without["value"])
    assert (await stage.request())["proposed_by"] is not None
    await stage.press("jens", "refuse_disagree", why="Skriv, hvor det står, at han truede.")
    request = await stage.request()
    assert (request["state"], request["proposed_by"], request["confirmer_oid"]) == (
        "granted", None, None,
    )  # fmt: skip
    assert not stage.has_card(stage.personal("jens"), "refuse_agree")
    assert stage.has_card(stage.personal("mette"), "hvor det står, at han truede")
    assert len(stage.sandbox.world.mailbox) == 1  # the receipt alone
    again = await propose(albertslund, **HISTORY)
    assert "Du har foreslået et nej" in words(again["value"])
    await stage.press("jens", "refuse_agree")
    assert (await stage.request())["state"] == "not_granted"


@pytest.mark.rule("C27")
async def test_what_was_read_is_what_is_confirmed(albertslund: Town) -> None:
    """A card from before the reasons were written anew confirms nothing."""
    stage = albertslund.stage
    await albertslund.ask("in_person")
    await propose(albertslund)
    chat = stage.personal("jens")
    stale = stage.card(chat, having="refuse_agree")
    old = dict(stale.card or {})
    await stage.press("jens", "refuse_disagree", why="Skriv lidt mere om samtalen.")
    await propose(
        albertslund, **(HISTORY | {"part.conclusion": "Noget helt andet vejer nu tungest."})
    )
    answer = await stage.do(
        "press", "jens", chat=chat, message=stale.id, verb="refuse_agree", card=old
    )
    assert (await stage.request())["state"] == "granted"
    assert "Noget helt andet vejer nu tungest" in words(answer["value"])


@pytest.mark.rule("C27")
async def test_two_presses_make_one_decision(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("in_person")
    await propose(albertslund)
    chat = stage.personal("jens")
    card = stage.card(chat, having="refuse_agree")
    answers = await asyncio.gather(
        *(
            stage.sandbox.do(
                "press", as_="jens", chat=chat, message=card.id, verb="refuse_agree", data={}
            )
            for _ in range(2)
        )
    )
    await stage.settle()
    assert all(answer["kind"] == "card" for answer in answers)
    assert await decisions(stage) == 1
    assert len(stage.sandbox.world.mailbox) == 2  # the receipt and the answer


@pytest.mark.rule("C27")
async def test_the_deputy_is_asked_in_time(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("in_person")
    await propose(albertslund)
    assert not stage.has_card(stage.personal("lene"), "refuse_agree")
    await stage.pass_time(minutes=31)
    asked = words(stage.card(stage.personal("lene"), having="refuse_agree").card)
    assert "Du er spurgt som stedfortræder" in asked
    await stage.press("lene", "refuse_agree")
    request = await stage.request()
    assert request["confirmed_by"] == stage.sandbox.world.people["lene"].oid
    assert not stage.has_card(stage.personal("jens"), "refuse_agree")


@pytest.mark.rule("C27")
async def test_nobody_to_confirm_is_a_task_and_changes_nothing(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    listed = departments()
    listed["departments"][0].update(approver_oid=None, deputy_oid=None)
    listed["hr_legal"] = []
    file = tmp_path / "departments.yaml"
    file.write_text(yaml.safe_dump(listed), encoding="utf-8")
    async with in_town("albertslund", database_url, clock, DEPARTMENTS=str(file)) as town:
        await town.stage.fault("no_manager")
        await town.ask("in_person")
        await propose(town)
        assert "no_confirmer" in await town.tasks()
        assert (await town.stage.request())["state"] == "granted"
        assert town.stage.has_card(town.stage.personal("mette"), "Find en leder")


@pytest.mark.rule("C27")
async def test_a_withdrawn_wish_ends_the_proposal(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("in_person")
    await propose(albertslund)
    chat = stage.personal("jens")
    stale = stage.card(chat, having="refuse_agree")
    old = dict(stale.card or {})
    await stage.press("mette", "withdraw")
    assert not stage.has_card(chat, "refuse_agree")
    answer = await stage.do(
        "press", "jens", chat=chat, message=stale.id, verb="refuse_agree", card=old
    )
    assert answer["kind"] == "card"
    request = await stage.request()
    assert (request["state"], request["proposed_by"]) == ("withdrawn", None)
    assert await decisions(stage) == 0


@pytest.mark.rule("C27")
async def test_after_the_meeting_there_is_nothing_to_confirm(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("phone")
    await propose(albertslund)
    await albertslund.begin("phone")
    await albertslund.finish("phone")
    await stage.press("jens", "refuse_agree")
    assert (await stage.request())["state"] == "granted"
    assert await decisions(stage) == 0


@pytest.mark.rule("C27")
async def test_the_leader_who_is_recorded_proposes_and_one_further_up_confirms(
    albertslund: Town,
) -> None:
    """Jens is the counterpart: he cannot confirm, and Nadia never decides on her own notice."""
    stage = albertslund.stage
    people = stage.sandbox.world.people
    await tell(stage, "nadia")
    assert "refuse_open" not in words(stage.card(stage.personal("nadia"), having="Nadia").card)
    await begin(albertslund, "history", "jens")
    await stage.press("jens", "refuse_preview", **HISTORY)
    await stage.press("jens", "refuse_confirm")
    waiting = await stage.request()
    assert (waiting["proposed_by"], waiting["confirmer_oid"]) == (
        people["jens"].oid, people["lene"].oid,
    )  # fmt: skip
    chat = stage.personal("lene")
    card = stage.card(chat, having="refuse_agree")
    old = dict(card.card or {})
    assert "borger" not in words(old).lower()
    stage.sandbox.world.chats[chat].members += ["nadia", "jens"]
    for person in ("nadia", "jens"):
        await stage.do("press", person, chat=chat, message=card.id, verb="refuse_agree", data={})
    assert (await stage.request())["state"] == "granted"
    await stage.do("press", "lene", chat=chat, message=card.id, verb="refuse_agree", card=old)
    request = await stage.request()
    assert (request["state"], request["confirmed_by"]) == ("not_granted", people["lene"].oid)
    assert stage.has_card(stage.personal("nadia"), "Facebook")
    assert stage.sandbox.world.mailbox == []


# --- the talk of an employee ----------------------------------------------------------------------


async def leader_proposes(town: Town) -> None:
    await tell(town.stage, "nadia")
    await begin(town, "history", "jens")
    await town.stage.press("jens", "refuse_preview", **HISTORY)
    await town.stage.press("jens", "refuse_confirm")


def with_deputy(folder: Path, deputy: str) -> dict[str, str]:
    """A unit whose deputy is not HR/Jura."""
    listed = departments()
    listed["departments"][0].update(deputy_oid=person_oid(deputy))
    file = folder / "departments.yaml"
    file.write_text(yaml.safe_dump(listed), encoding="utf-8")
    return {"DEPARTMENTS": str(file)}


def person_oid(key: str) -> str | None:
    return next(person.oid for person in CAST if person.id == key)


@pytest.mark.rule("C27")
async def test_the_counterparts_deputy_confirms_no_employees_refusal(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    settings = with_deputy(tmp_path, "birgit")
    async with in_town("albertslund", database_url, clock, **settings) as town:
        stage = town.stage
        await leader_proposes(town)
        assert (await stage.request())["confirmer_oid"] == town.oid("lene")
        asked = words(stage.card(stage.personal("lene"), having="refuse_agree").card)
        assert "Lederen er selv part i samtalen, og Lydhør kan ikke nå en anden leder" in asked
        await stage.pass_time(minutes=60 * 24)
        request = await stage.request()
        assert (request["state"], request["deputy_oid"]) == ("granted", None)
        assert not stage.has_card(stage.personal("birgit"), "refuse_agree")
        assert "no_confirmer" in await town.tasks()


@pytest.mark.rule("C27")
async def test_the_next_leader_up_is_silent_then_one_further_and_then_hr(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    settings = with_deputy(tmp_path, "mette")
    async with in_town("albertslund", database_url, clock, **settings) as town:
        stage, people = town.stage, town.stage.sandbox.world.people
        await stage.do("install_personal", "ahmed")
        people["jens"].manager, people["ahmed"].manager = "ahmed", "birgit"
        try:
            await leader_proposes(town)
            assert (await stage.request())["confirmer_oid"] == people["ahmed"].oid
            await stage.pass_time(minutes=60 * 24)
            assert (await stage.request())["deputy_oid"] == people["birgit"].oid
            assert not stage.has_card(stage.personal("mette"), "refuse_agree")
            await stage.press("birgit", "refuse_agree")
            assert (await stage.request())["confirmed_by"] == people["birgit"].oid
        finally:
            people["jens"].manager = people["ahmed"].manager = None
