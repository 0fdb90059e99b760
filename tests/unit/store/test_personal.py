"""Personal fields: sealed, replaceable, and deletable without touching the course."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import select, text

from store.database import Database
from store.encryption import SealBroken
from store.journal import commitment
from store.salts import SALT_BYTES
from store.tables import JournalEntry, Personal
from store.verify import verify_case


async def test_fields_are_stored_sealed_and_replaced_one_by_one(database: Database) -> None:
    owner, case = uuid4(), uuid4()
    async with database.unit() as unit:
        await unit.personal.put(owner, case, {"citizen_name": "Bent Østergård", "contact": "1"})
        await unit.personal.put(owner, case, {"contact": "2"})
        await unit.personal.put(owner, case, {})
    async with database.unit() as unit:
        assert await unit.personal.get(owner) == {"citizen_name": "Bent Østergård", "contact": "2"}
        assert await unit.personal.get_many([owner, case]) == {
            owner: {"citizen_name": "Bent Østergård", "contact": "2"},
            case: {},
        }
        assert await unit.personal.get_many([]) == {}
        sealed = (await unit.session.scalars(select(Personal.sealed))).all()
    assert all(b"Bent" not in blob for blob in sealed)


async def test_deletion_leaves_a_tombstone_and_a_chain_that_holds(database: Database) -> None:
    owner, case = uuid4(), uuid4()
    async with database.unit() as unit:
        values = {"ground": "hemmeligt", "contact": "12345678"}
        await unit.personal.put(owner, case, values)
        await unit.journal.write(case, "registered", actor="a", personal=values, owner_id=owner)
    async with database.unit() as unit:
        assert await unit.personal.delete(owner, ["ground", "unknown"], case_id=case) == ("ground",)
    async with database.unit() as unit:
        assert await unit.personal.get(owner) == {"contact": "12345678"}
        found = await verify_case(unit, case, database.keys)
        assert (found.sound, found.entries, found.shown, found.hidden) == (True, 2, 1, 1)
        last = (
            await unit.session.scalars(select(JournalEntry).order_by(JournalEntry.seq.desc()))
        ).first()
        assert last is not None
        assert last.kind == "personal_deleted"
        assert last.facts == {"owner": str(owner), "fields": ["ground"]}
        assert await unit.personal.delete(owner, case_id=case, actor="b") == ("contact",)
        assert await unit.personal.delete(owner, case_id=case) == ()
        found = await verify_case(unit, case, database.keys)
    assert (found.sound, found.entries, found.shown, found.hidden) == (True, 3, 0, 2)


async def test_an_unchanged_value_keeps_its_salt_and_a_changed_one_does_not(
    database: Database,
) -> None:
    case = uuid4()
    shown = []
    for value in ("en", "en", "to"):
        async with database.unit() as unit:
            await unit.personal.put(case, case, {"ground": value})
            await unit.journal.write(case, "noted", actor="a", personal={"ground": value})
        async with database.unit() as unit:
            shown.append((await verify_case(unit, case, database.keys)).shown)
    assert shown == [1, 2, 1]


async def test_a_copy_of_the_database_does_not_tell_which_of_a_few_values_it_is(
    database: Database,
) -> None:
    """Whoever holds salt and commitment tries the few codes there are, and needs no key."""
    case, codes = uuid4(), ("hearing", "memory", "anxiety")
    async with database.unit() as unit:
        await unit.personal.put(case, case, {"ground": "memory"})
        await unit.journal.write(case, "noted", actor="a", personal={"ground": "memory"})
    async with database.unit() as unit:
        (row,) = (await unit.session.scalars(select(Personal))).all()
        (entry,) = (await unit.session.scalars(select(JournalEntry))).all()
    (committed,) = entry.commitments.values()
    parts = {row.salt[at : at + SALT_BYTES] for at in range(len(row.salt))} | {row.salt}
    tried = {commitment(salt, case, "ground", code) for salt in parts for code in codes}
    assert committed not in tried


async def test_a_changed_row_is_found_and_may_be_replaced(database: Database) -> None:
    case = uuid4()
    async with database.unit() as unit:
        await unit.personal.put(case, case, {"ground": "a", "contact": "b"})
        swap = "UPDATE personal SET sealed = (SELECT sealed FROM personal WHERE field = 'contact')"
        await unit.session.execute(text(swap))
        with pytest.raises(SealBroken):
            await unit.personal.get(case)
        found = await verify_case(unit, case, database.keys)
        assert [finding.code for finding in found.findings] == ["seal"]
    async with database.unit() as unit:
        await unit.personal.put(case, case, {"ground": "c"})
        assert await unit.personal.get(case) == {"ground": "c", "contact": "b"}
