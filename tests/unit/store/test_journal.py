"""The journal: what was edited, removed or swapped is found; cases do not wait for each other."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from store.database import Database
from store.encryption import KeyRing
from store.journal import plain
from store.verify import ChainReport, verify_case

LENGTH = 5
keys_and_words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
facts = st.dictionaries(
    keys_and_words,
    st.recursive(
        st.none() | st.booleans() | st.integers() | keys_and_words,
        lambda inner: st.lists(inner, max_size=3),
        max_leaves=4,
    ),
    max_size=4,
)
ALTERATIONS = {
    "edit": "UPDATE journal SET kind = kind || 'x' WHERE case_id = :case AND seq = :seq",
    "edit_facts": "UPDATE journal SET facts = '{\"a\": 1}' WHERE case_id = :case AND seq = :seq",
    "edit_time": "UPDATE journal SET at = at + interval '1 microsecond'"
    " WHERE case_id = :case AND seq = :seq",
    "edit_actor": "UPDATE journal SET actor = 'another' WHERE case_id = :case AND seq = :seq",
    "edit_hash": "UPDATE journal SET hash = sha256(hash) WHERE case_id = :case AND seq = :seq",
    "remove": "DELETE FROM journal WHERE case_id = :case AND seq = :seq",
    "remove_end": "DELETE FROM journal WHERE case_id = :case AND seq >= :seq",
    "swap": "UPDATE journal SET seq = CASE seq WHEN :seq THEN -:seq ELSE 0 END"
    " WHERE case_id = :case AND seq = :seq",
    "move_head": "UPDATE journal_heads SET seq = :seq - 1 WHERE case_id = :case",
    "remove_head": "DELETE FROM journal_heads WHERE case_id = :case AND :seq > 0",
}


async def write(database: Database, case: UUID, kind: str = "noted", **facts: object) -> int:
    async with database.unit() as unit:
        return await unit.journal.write(case, kind, actor="system", facts=facts)


async def report(database: Database, case: UUID) -> ChainReport:
    async with database.unit() as unit:
        return await verify_case(unit, case, database.keys)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(said=facts)
async def test_whatever_is_told_is_read_back_as_it_was_hashed(
    database: Database, said: dict[str, object]
) -> None:
    case = uuid4()
    async with database.unit() as unit:
        await unit.journal.write(case, "noted", actor="system", facts=said)
    assert (await report(database, case)).sound


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(alteration=st.sampled_from(sorted(ALTERATIONS)), seq=st.integers(1, LENGTH))
async def test_alterations_are_found(database: Database, alteration: str, seq: int) -> None:
    case = uuid4()
    for number in range(LENGTH):
        assert await write(database, case, number=number) == number + 1
    assert (await report(database, case)).sound
    async with database.unit() as unit:
        await unit.session.execute(text(ALTERATIONS[alteration]), {"case": case, "seq": seq})
    assert not (await report(database, case)).sound


async def test_two_entries_that_change_places_are_found(database: Database) -> None:
    case = uuid4()
    await write(database, case, "first")
    await write(database, case, "second")
    async with database.unit() as unit:
        for before, after in ((1, 0), (2, 1), (0, 2)):
            statement = "UPDATE journal SET seq = :after WHERE case_id = :case AND seq = :before"
            values = {"case": case, "before": before, "after": after}
            await unit.session.execute(text(statement), values)
    codes = {finding.code for finding in (await report(database, case)).findings}
    assert codes == {"broken", "changed", "head"}


async def test_an_entry_of_another_case_does_not_fit(database: Database) -> None:
    one, other = uuid4(), uuid4()
    await write(database, one)
    await write(database, other)
    async with database.unit() as unit:
        delete = "DELETE FROM journal WHERE case_id = :one"
        await unit.session.execute(text(delete), {"one": one})
        move = "UPDATE journal SET case_id = :one WHERE case_id = :other"
        await unit.session.execute(text(move), {"one": one, "other": other})
    assert not (await report(database, one)).sound
    assert not (await report(database, other)).sound


async def test_two_cases_do_not_wait_for_each_other(database: Database) -> None:
    one, other = uuid4(), uuid4()
    async with database.unit() as first, database.unit() as second:
        await first.journal.write(one, "noted", actor="system")
        async with asyncio.timeout(4):  # below the database's own limit for waiting
            await second.journal.write(other, "noted", actor="system")
    assert (await report(database, one)).sound


async def test_writers_of_one_case_queue_up(database: Database) -> None:
    case = uuid4()
    numbers = await asyncio.gather(*(write(database, case) for _ in range(8)))
    assert sorted(numbers) == list(range(1, 9))
    assert (await report(database, case)).sound


async def test_several_entries_of_one_unit_follow_each_other(database: Database) -> None:
    case, other = uuid4(), uuid4()

    async def write_three(kind: str) -> list[int]:
        async with database.unit() as unit:
            numbers = []
            for _ in range(3):
                numbers.append(await unit.journal.write(case, kind, actor="system"))
                await unit.journal.write(other, kind, actor="system")
            return numbers

    told = await asyncio.gather(*(write_three(kind) for kind in ("one", "two", "three")))
    assert sorted(told) == [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
    for found in (await report(database, case), await report(database, other)):
        assert (found.entries, found.sound) == (9, True)


async def test_a_unit_that_fails_leaves_no_entry(database: Database) -> None:
    case = uuid4()

    async def fail() -> None:
        async with database.unit() as unit:
            await unit.journal.write(case, "noted", actor="system")
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    found = await report(database, case)
    assert (found.entries, found.sound) == (0, True)


def test_what_an_entry_keeps() -> None:
    name = uuid4()
    moment = datetime(2026, 12, 1, 12, tzinfo=UTC)
    told = {"id": name, "at": moment, "day": date(2026, 12, 1), "many": (1, True, None)}
    assert plain(told) == {
        "id": str(name),
        "at": "2026-12-01T12:00:00+00:00",
        "day": "2026-12-01",
        "many": [1, True, None],
    }
    for refused in (1.5, b"x", {1, 2}):
        with pytest.raises(TypeError):
            plain(refused)


async def test_personal_values_enter_as_commitments_only(database: Database, keys: KeyRing) -> None:
    case = uuid4()
    async with database.unit() as unit:
        values = {"ground": "Jeg har svært ved at huske", "citizen_name": "Amal"}
        await unit.journal.write(case, "registered", actor="a", personal=values)
        await unit.personal.put(case, case, values)
    async with database.unit() as unit:
        stored = (await unit.session.execute(text("SELECT j::text FROM journal j"))).scalar_one()
        assert "huske" not in stored
        assert "Amal" not in stored
        found = await verify_case(unit, case, keys)
    assert (found.sound, found.shown, found.hidden) == (True, 2, 0)
