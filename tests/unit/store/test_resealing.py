"""A new key in front: what the old one has sealed is sealed anew, and then the old one can go."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from store import resealing, salts
from store.database import Database
from store.encryption import KeyRing
from store.resealing import reseal
from store.verify import verify_case

OLD, NEW = KeyRing.new_entry("v1"), KeyRing.new_entry("v2")
WORDS = {"citizen_name": "Bent Østergård", "ground": "hemmeligt", "contact": "12345678"}


@dataclass
class Kept:
    """A case whose fields were sealed with the first key."""

    database: Database
    case: UUID


@pytest.fixture
async def kept(database: Database) -> Kept:
    database.keys = KeyRing.parse(OLD)
    case = uuid4()
    async with database.unit() as unit:
        await unit.personal.put(case, case, WORDS)
        await unit.journal.write(case, "registered", actor="a", personal=WORDS)
    return Kept(database, case)


@pytest.mark.parametrize("at_once", [500, 2])
async def test_the_old_key_can_be_taken_away(
    kept: Kept, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resealing, "BATCH", at_once)
    kept.database.keys = KeyRing.parse(f"{NEW},{OLD}")
    assert await reseal(kept.database) == (3, 0)
    assert await reseal(kept.database) == (0, 0)
    kept.database.keys = KeyRing.parse(NEW)
    async with kept.database.unit() as unit:
        assert await unit.personal.get(kept.case) == WORDS
        report = await verify_case(unit, kept.case, kept.database.keys)
    assert (report.sound, report.shown, report.hidden) == (True, 3, 0)


async def test_a_value_that_does_not_open_is_left_and_counted(kept: Kept) -> None:
    kept.database.keys = KeyRing.parse(f"{NEW},{OLD}")
    async with kept.database.unit() as unit:
        broken = (
            "UPDATE personal SET sealed = substring(sealed FROM 1 FOR 30) WHERE field = 'ground'"
        )
        await unit.session.execute(text(broken))
    assert await reseal(kept.database) == (2, 1)


async def test_with_one_key_nothing_is_touched(kept: Kept) -> None:
    before = await sealed(kept.database)
    assert await reseal(kept.database) == (0, 0)
    assert await sealed(kept.database) == before


async def test_what_an_earlier_release_sealed_is_sealed_anew_to_one_length(
    database: Database,
) -> None:
    """Its length told which ground it was. The value and its commitments stay as they are."""
    case = uuid4()
    database.keys = KeyRing.parse(OLD, padded=False)
    async with database.unit() as unit:
        await unit.personal.put(case, case, WORDS)
        await unit.journal.write(case, "registered", actor="a", personal=WORDS)
    assert len({len(one) for one in await sealed(database)}) == 3
    assert await reseal(database) == (0, 0)  # an older replica beside this one could not open it
    database.keys = KeyRing.parse(OLD)
    assert await reseal(database) == (3, 0)
    assert await reseal(database) == (0, 0)
    assert len({len(one) for one in await sealed(database)}) == 1
    async with database.unit() as unit:
        assert await unit.personal.get(case) == WORDS
        report = await verify_case(unit, case, database.keys)
    assert (report.sound, report.shown, report.hidden) == (True, 3, 0)


async def test_what_an_earlier_release_left_open_the_salts_is_sealed(database: Database) -> None:
    """Beside a release that reads them in the open they stay so; then the value stays, and its commitments."""
    case = uuid4()
    database.keys = KeyRing.parse(OLD, padded=False)
    async with database.unit() as unit:
        await unit.personal.put(case, case, WORDS)
        await unit.journal.write(case, "registered", actor="a", personal=WORDS)
    assert {len(one) for one in await stored(database, "salt")} == {salts.SALT_BYTES}
    database.keys = KeyRing.parse(OLD)
    assert await reseal(database) == (3, 0)
    assert min(len(one) for one in await stored(database, "salt")) > salts.SALT_BYTES
    database.keys = KeyRing.parse(f"{NEW},{OLD}")
    assert await reseal(database) == (3, 0)
    database.keys = KeyRing.parse(NEW)
    async with database.unit() as unit:
        await unit.journal.write(case, "noted", actor="a", personal=WORDS)
        report = await verify_case(unit, case, database.keys)
    assert (report.sound, report.shown, report.hidden) == (True, 6, 0)


async def test_a_salt_alone_under_the_older_key_is_sealed_anew(database: Database) -> None:
    """A replica of an earlier release that writes the value again keeps the salt as it found it."""
    case = uuid4()
    database.keys = KeyRing.parse(OLD)
    async with database.unit() as unit:
        await unit.personal.put(case, case, WORDS)
    older = await stored(database, "salt")
    database.keys = KeyRing.parse(f"{NEW},{OLD}")
    assert await reseal(database) == (3, 0)
    put_back = text("UPDATE personal SET salt = :salt WHERE field = :field")
    async with database.unit() as unit:
        for field, salt in zip(sorted(WORDS), older, strict=True):
            await unit.session.execute(put_back, {"field": field, "salt": salt})
    assert await reseal(database) == (3, 0)
    assert await reseal(database) == (0, 0)


async def test_a_broken_value_without_padding_needs_no_older_key(database: Database) -> None:
    case = uuid4()
    database.keys = KeyRing.parse(OLD, padded=False)
    async with database.unit() as unit:
        await unit.personal.put(case, case, WORDS)
        broken = "UPDATE personal SET sealed = substring(sealed FROM 1 FOR 30) WHERE field='ground'"
        await unit.session.execute(text(broken))
    database.keys = KeyRing.parse(OLD)
    assert await reseal(database) == (2, 0)


async def sealed(database: Database) -> list[bytes]:
    return await stored(database, "sealed")


async def stored(database: Database, column: str) -> list[bytes]:
    async with database.unit() as unit:
        query = text(f"SELECT {column} FROM personal ORDER BY field")
        return list(await unit.session.scalars(query))
