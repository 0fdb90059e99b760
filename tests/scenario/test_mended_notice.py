"""Notices and refusals: what one press must not undo, and who sees what of a recording."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from clock import ShiftedClock
from sandbox.cast import departments
from tests.scenario.refusals import propose
from tests.scenario.stage import Stage, verbs, words
from tests.scenario.test_employee import REFUSED, talk, tell
from tests.scenario.test_notice import forge
from tests.scenario.wishing import KINDS, Town, in_town
from texts.catalog import text

NEW = "Ole har i dag skrevet under på, at han sletter optagelsen, når han har hørt den."


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as made:
        yield made


async def states(stage: Stage) -> list[str]:
    return [r["state"] for r in await stage.rows("SELECT state FROM requests ORDER BY created_at")]


async def refused(town: Town, kind: str) -> dict[str, str]:
    """Ole's notice, refused by Mette and Jens; the meeting as the form takes it."""
    where = await town.where(kind)
    await town.tell(where)
    await propose(town)
    await town.stage.press("jens", "refuse_agree")
    assert await states(town.stage) == ["not_granted"]
    return where


# --- a refusal by two persons stands (C26, C27, C28) ----------------------------------------------


@pytest.mark.rule("C26", "C27")
@pytest.mark.parametrize("kind", KINDS)
async def test_a_second_notice_does_not_undo_what_two_persons_refused(
    town: Town, kind: str
) -> None:
    stage = town.stage
    where = await refused(town, kind)
    number = (await stage.request())["number"]
    await stage.press("mette", "register_open")
    typed = {"citizen_name": "Ole Madsen", "answer_by": "handed_over", "caseworker": "me"} | where
    shown = await stage.press("mette", "register_submit", **typed)
    said = words(shown["value"])
    assert number in said
    assert "Nejet gælder stadig" in said
    same = await stage.press("mette", "register_submit", **typed, after_refusal="other_person")
    assert "samme navn" in words(same["value"])
    empty = await stage.press("mette", "register_submit", **typed, after_refusal="new_facts")
    assert "Skriv, hvad der er nyt" in words(empty["value"])
    assert await states(stage) == ["not_granted"]


@pytest.mark.rule("C26", "C27")
async def test_somebody_else_may_still_record_and_that_is_written_down(town: Town) -> None:
    stage = town.stage
    where = await refused(town, "virtual")
    await stage.press("mette", "register_open")
    typed = {"citizen_name": "Lis Madsen", "answer_by": "handed_over", "caseworker": "me"} | where
    asked = await stage.press("mette", "register_submit", **typed)
    assert "after_refusal" in words(asked["value"])
    assert "Ole" not in words(asked["value"]).replace("Ole Madsens", "")
    await stage.press("mette", "register_submit", **typed, after_refusal="other_person")
    assert await states(stage) == ["not_granted", "granted"]
    kinds = await town.journal()
    assert "told_after_refusal" in kinds
    assert "told_anew" in kinds


@pytest.mark.rule("C27")
async def test_what_is_new_is_kept_sealed_and_the_refused_case_says_so(town: Town) -> None:
    stage = town.stage
    where = await refused(town, "phone")
    number = (await stage.request())["number"]
    await town.tell(where, after_refusal="new_facts", new_facts=NEW)
    assert await states(stage) == ["not_granted", "granted"]
    facts = await stage.rows("SELECT facts::text AS facts FROM journal")
    assert not any("skrevet under" in row["facts"] for row in facts)
    case = stage.card(stage.personal("mette"), having="ny besked om optagelse")
    assert number in words(case.card)


@pytest.mark.rule("C27")
async def test_another_talk_on_another_day_is_not_asked_about(town: Town) -> None:
    await refused(town, "phone")
    await town.tell(await town.where("phone", in_minutes=60 * 50))
    assert await states(town.stage) == ["not_granted", "granted"]


@pytest.mark.rule("C27", "C28")
async def test_an_employee_who_tells_again_sees_the_refusal(town: Town) -> None:
    stage = town.stage
    form = talk(stage)
    await tell(stage, **form)
    await stage.press("jens", "refuse_open")
    await stage.press("jens", "refuse_ground", ground="history")
    await stage.press("jens", "refuse_preview", **REFUSED)
    await stage.press("jens", "refuse_confirm")
    await stage.press("lene", "refuse_agree")
    for leader in (form["leader"], "manager"):
        answer = await forge(stage, "nadia", "employee_submit", form | {"leader": leader})
        assert "Truslen vejer tungest" in words(answer["value"])
    assert await states(stage) == ["not_granted"]


# --- who records never leads the talk (C1, C19) ---------------------------------------------------


async def marks(stage: Stage) -> list[str]:
    return [r["kind"] for r in await stage.rows("SELECT kind FROM marks ORDER BY at, kind")]


def sees(stage: Stage, person: str, verb: str) -> bool:
    shown = [m.card_for(person) for m in stage.messages(stage.personal(person))]
    return any(verb in verbs(card) for card in shown)


async def try_to_lead(stage: Stage, person: str, meeting: Any) -> None:
    """The one who records presses everything that only who holds the talk may press."""
    data = {"meeting_id": str(meeting["id"])}
    for verb, more in {
        "guide": {},
        "guided": {},
        "script_said": {"line": "tell.1", "round": "once"},
        "script": {},
        "talk_end": {},
        "guide_turn": {"turn": "deciding"},
        "guide_done": {"situation": "caucus"},
    }.items():
        answer = await forge(stage, person, verb, data | more)
        assert "guided" not in words(answer["value"]).split(), verb
    assert await marks(stage) == []


@pytest.mark.rule("C1", "C19", "C20")
async def test_who_records_a_talk_outside_teams_does_not_hold_it(town: Town) -> None:
    stage = town.stage
    await tell(stage)
    meeting = await town.meeting()
    assert meeting["organizer_oid"] == town.oid("jens")
    await try_to_lead(stage, "nadia", meeting)
    shown = await stage.press("jens", "guide")
    assert "Før I går i gang" in words(shown["value"])


@pytest.mark.rule("C1", "C13", "C19")
async def test_who_records_the_meeting_she_called_does_not_hold_it(town: Town) -> None:
    stage = town.stage
    await stage.meet(people=["mette", "jens"], in_minutes=5)
    meeting = await town.meeting()
    await tell(stage, "mette", meeting=str(meeting["id"]))
    await stage.start("jens")
    await try_to_lead(stage, "mette", meeting)
    assert not sees(stage, "mette", "guided")
    assert sees(stage, "jens", "guided")
    now = await forge(stage, "mette", "guide", {})
    assert "ikke se, at du er i et møde" in str(now["value"])


@pytest.mark.rule("C1")
async def test_who_records_gets_no_account_of_who_was_told(town: Town) -> None:
    """Be it the DPO, who gets that of any other talk."""
    stage = town.stage
    await tell(stage, "birgit")
    meeting = {"meeting_id": str((await town.meeting())["id"])}
    await forge(stage, "jens", "script_start", meeting)
    data = {"occurrence_id": str((await stage.rows("SELECT id FROM occurrences"))[0]["id"])}
    refused = await forge(stage, "birgit", "ledger_export", data)
    assert text("toast.only_those_who_may_export") in words(refused)
    assert "/print/" in str(await forge(stage, "jens", "ledger_export", data))


@pytest.mark.rule("C1")
async def test_while_no_leader_is_found_nothing_to_be_done_goes_to_who_records(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    """Entra names no manager and the municipality has no HR/Jura: a leader gets it, never Nadia."""
    file = tmp_path / "departments.yaml"
    file.write_text(yaml.safe_dump(departments() | {"hr_legal": []}), encoding="utf-8")
    async with in_town("albertslund", database_url, clock, DEPARTMENTS=str(file)) as town:
        stage = town.stage
        await stage.fault("no_manager")
        await tell(stage, leader="manager")
        await stage.pass_time(hours=30)
        assert (await stage.request())["caseworker_oid"] is None
        assert "note_reminded" not in await town.journal()
        await stage.pass_time(hours=72)
        assert "note_reminded" in await town.journal()
        assert not sees(stage, "nadia", "note_copied")
        assert not sees(stage, "nadia", "note")
        assert sees(stage, "jens", "note_copied") or sees(stage, "jens", "note")
        tasks = await stage.rows("SELECT owner_oid FROM tasks")
        assert town.oid("nadia") not in {row["owner_oid"] for row in tasks}
