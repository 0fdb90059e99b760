"""The extract of what is stored about a person: what is theirs, where they are named, where they have acted."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import inspect

from casework.keeping.acted import ACTED
from casework.keeping.persons import NAMING
from clock import ShiftedClock
from store.base import Base
from tests.scenario.stage import Stage, on_stage, words
from tests.scenario.test_data_protection import number_of, path_of, press
from tests.scenario.test_employee import tell
from tests.scenario.test_papers import fetch
from tests.system import played
from tests.system.played import GROUND, LINK_NAME, MAIL, NAME, NEED, SECOND
from texts.catalog import text


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        yield made


async def extract(stage: Stage, person: str) -> Any:
    """What the file says of whoever is searched for."""
    answer = await press(stage, "birgit", "person_export", {"person": person})
    status, body = await fetch(stage, f"{path_of(answer)}?as=file", "POST")
    assert status == 200
    return json.loads(body)["found"]


async def page(stage: Stage, person: str) -> str:
    answer = await press(stage, "birgit", "person_export", {"person": person})
    status, shown = await fetch(stage, path_of(answer), "POST")
    assert status == 200
    return shown


async def test_everything_about_one_person_and_nothing_of_another(stage: Stage) -> None:
    await played.decide(stage)
    await played.hold(stage)
    answer = await press(stage, "birgit", "person_export", {"person": f"  {NAME.lower()} "})
    path = path_of(answer)
    status, first = await fetch(stage, path)
    assert status == 200
    assert NAME not in first
    status, shown = await fetch(stage, path, "POST")
    assert status == 200
    for said in (NAME, GROUND, MAIL, "Jens Brandt", await number_of(stage, "granted")):
        assert said in shown
    for other in (SECOND, LINK_NAME):
        assert other not in shown
    found = await extract(stage, NAME)
    assert SECOND not in str(found)
    assert {"requests", "informed", "contact_wishes"} <= {one["kind"] for one in found}
    case = next(one for one in found if one["kind"] == "requests")
    assert case["texts"]["citizen_name"] == NAME
    assert case["looks"]
    assert {"request_registered", "decided"} <= {entry[1] for entry in case["course"]}
    assert {"tasks", "marks"} & set(case["facts"])
    for beside in ("tasks", "marks", "own_recordings"):
        for row in case["facts"].get(beside, []):
            assert row
            assert not {"owner_oid", "by_oid", "done_by"} & set(row)
    for typed, expected in (("70 81 92 63", SECOND), (MAIL.upper(), NAME), ("Mette Holm", "chats")):
        assert expected in str(await extract(stage, typed)), typed


async def test_the_link_is_spent_once_whichever_way(stage: Stage) -> None:
    """To read or as a file: after the one there is no other, and each is noted."""
    await played.decide(stage)
    for way in ("", "?as=file"):
        path = path_of(await press(stage, "birgit", "person_export", {"person": NAME}))
        assert (await fetch(stage, path))[0] == 200
        assert (await fetch(stage, path + way, "POST"))[0] == 200
        for later in ("", "?as=file"):
            assert (await fetch(stage, path + later, "POST"))[0] == 410
        assert (await fetch(stage, path))[0] == 410
    told = await stage.rows("SELECT kind FROM journal WHERE kind LIKE 'access_%' ORDER BY at, seq")
    assert sorted(row["kind"] for row in told) == ["access_asked"] * 2 + ["access_given"] * 2


async def test_a_ground_in_an_extract_is_a_look_like_any_other(stage: Stage) -> None:
    await played.decide(stage)
    await press(stage, "birgit", "person_export", {"person": NAME})
    assert "Birgit" not in words((await press(stage, "birgit", "looks", {}))["value"])
    await page(stage, NAME)
    shown = words((await press(stage, "birgit", "looks", {}))["value"])
    assert "Birgit" in shown
    looks = await stage.rows(
        "SELECT 1 FROM journal j JOIN requests r ON r.id = j.case_id "
        "WHERE j.kind = 'ground_read' AND j.actor = :o AND r.number = :n",
        o=stage.sandbox.world.people["birgit"].oid, n=await number_of(stage, "granted"),
    )  # fmt: skip
    assert len(looks) == 1
    other = await number_of(stage, "not_granted")
    kept = await stage.rows(
        "SELECT 1 FROM ground_looks l JOIN requests r ON r.id = l.request_id "
        "WHERE r.number = :n AND l.oid = :o", n=other, o=stage.sandbox.world.people["birgit"].oid,
    )  # fmt: skip
    assert kept == []


async def test_what_others_wrote_and_drafts_are_named_and_not_told(stage: Stage) -> None:
    """Ole's ground names Per Hansen; Jens has begun to write to Ole, and names him too."""
    meeting = await played.meet(stage)
    ground = f"{GROUND}: jeg blev syg, da Per Hansen flyttede"
    await played.register(stage, meeting, played.FIRST_WISH | {"own_words": ground})
    named = {"part.need": f"{NEED} og Per Hansen", "part.weighing": "", "deviation": ""}
    await stage.press("jens", "refuse_open", having=NAME, **played.noted())
    await stage.press("jens", "refuse_preview", **named)
    found = await extract(stage, "Per Hansen")
    (case,) = found
    assert not case["whole"]
    assert case["texts"] == {}
    assert sorted(map(tuple, case["left_out"])) == [
        ("draft", "draft"), ("own_words", "others_words")
    ]  # fmt: skip
    shown = await page(stage, "Per Hansen")
    for secret in (GROUND, NEED, NAME, "flyttede"):
        assert secret not in str(found)
        assert secret not in shown
    assert text("extract.why.others_words") in shown
    assert text("extract.why.draft") in shown
    own = next(one for one in await extract(stage, NAME) if one["kind"] == "requests")
    assert own["texts"]["own_words"] == ground  # Ole's own: told whole, but for what is not sent
    assert NEED not in str(own)
    assert played.NOTE not in str(own)
    assert "verdicts" not in own["facts"]
    assert ["draft", "draft"] in own["left_out"]


async def test_a_field_that_does_not_open_keeps_nobody_from_the_rest(stage: Stage) -> None:
    await played.decide(stage)
    broken = await stage.rows(
        "UPDATE personal SET sealed = substring(sealed FROM 1 FOR 30) WHERE field = 'own_words'"
        " RETURNING field"
    )
    found = await extract(stage, NAME)
    case = next(one for one in found if one["kind"] == "requests" and one["whole"])
    assert case["texts"]["citizen_name"] == NAME
    assert ["own_words", "unreadable"] in case["left_out"]
    shown = await page(stage, NAME)
    assert text("extract.why.unreadable") in shown
    assert text("extract.unreadable", count=str(len(broken))) in shown


async def test_the_kind_of_an_employees_talk_is_told_in_the_words_of_the_guideline(
    database_url: str, clock: ShiftedClock
) -> None:
    """Nobody knows what »sickness« is the code of: the extract says it as the form did."""
    async with on_stage(database_url, clock, MUNICIPALITY="albertslund") as stage:
        await tell(stage)
        found = await extract(stage, "Nadia Friis")
        case = next(one for one in found if one["kind"] == "requests" and one["whole"])
        assert case["texts"]["employee_type"] == "Samtale om sygefravær"
        assert "Samtale om sygefravær" in await page(stage, "Nadia Friis")


async def test_a_row_found_by_the_directory_alone_tells_what_the_person_was_told(
    stage: Stage,
) -> None:
    await played.decide(stage)
    await played.hold(stage)
    (oid,) = {
        row["oid"] for row in await stage.rows("SELECT oid FROM informed WHERE kind = 'guest'")
    }
    told = [one for one in await extract(stage, oid) if one["kind"] == "informed"]
    assert told
    for one in told:
        assert one["facts"]["told"]
        assert one["texts"]["name"] == NAME


async def test_an_employee_is_found_where_they_acted_were_asked_and_told(stage: Stage) -> None:
    await played.decide(stage)
    await played.hold(stage)
    found = await extract(stage, "Jens Brandt")
    acted = [one for one in found if one["acted"]]
    asked = [one for one in acted if one["kind"] == "requests"]
    assert len(asked) == 2
    for one in asked:
        assert {"approver_oid", "decided_by"} <= set(one["facts"]["stands_as"])
        assert one["texts"] == {}
    did = {entry[1] for one in acted if one["kind"] == "journal" for entry in one["course"]}
    assert "decided" in did
    mette = [one for one in await extract(stage, "Mette Holm") if one["acted"]]
    assert {"meetings", "requests", "ground_looks", "incident_steps", "tasks"} <= {
        one["kind"] for one in mette
    }  # fmt: skip
    for secret in (NAME, SECOND, GROUND, MAIL):
        assert secret not in str(acted)
        assert secret not in str(mette)
    shown = await page(stage, "Jens Brandt")
    assert text("extract.acted") in shown
    assert text("extract.role.approver_oid") in shown


def test_every_column_with_a_directory_id_is_looked_through() -> None:
    """When this fails a new column holds somebody's id: name it in ``acted.ACTED`` or ``persons.NAMING``."""
    known = {(column.class_.__tablename__, column.key) for column in (*ACTED, *NAMING)}
    there = set()
    for mapper in Base.registry.mappers:
        for column in inspect(mapper.class_).column_attrs:
            name = column.key
            if name in ("actor", "who", "oid") or name.endswith(("_oid", "_by")):
                there.add((mapper.class_.__tablename__, name))
    codes = {("occurrences", "noticed_by"), ("incidents", "noticed_by"), ("incidents", "ended_by"),
             ("requests", "answer_by")}  # fmt: skip
    assert there - known - codes == {("journal", "actor")}
