"""What kind of talk an employee's wish is about: where an earlier release wrote it in the row, it is moved."""

from __future__ import annotations

import asyncio
import io
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, text

from casework import showing
from casework.afterwards.notes import write_note
from clock import ShiftedClock
from store import keeping
from store.database import Database
from store.encryption import KeyRing
from store.resealing import seal_talks
from store.tables import JournalEntry, Request
from store.verify import verify_case
from tests.system import rights_world as world
from tools import journal_dump
from tools.verify import read_dump, verify

EMPLOYEE = {"relation": "employee", "requester_oid": "nadia", "employee_type": "sickness"}


async def of_an_earlier_release(database: Database) -> UUID:
    office = world.office("albertslund")
    async with database.unit() as unit:
        about = await world.meeting(unit, "past")
        row = await world.wish(unit, about, office, state="not_granted", **EMPLOYEE)
    return row.id


async def test_what_an_earlier_release_wrote_in_the_row_is_sealed_and_the_journal_holds(
    database: Database, database_url: str
) -> None:
    wish = await of_an_earlier_release(database)
    async with database.unit() as unit:
        version = (await unit.session.get_one(Request, wish)).version
    assert await seal_talks(database) == 1
    assert await seal_talks(database) == 0
    async with database.unit() as unit:
        row = await unit.session.get_one(Request, wish)
        assert row.employee_type is None
        assert row.version == version  # no card grows old by it
        stored = await unit.personal.get(wish)
        assert stored[showing.TALK] == "sickness"
        assert showing.talk_of(row, stored) == "sickness"
        note = await write_note(world.office("albertslund"), unit, row, reader="boss")
        assert "Samtale om sygefravær" in note.text
        assert (await verify_case(unit, wish, database.keys)).sound
        kept = await unit.session.scalars(select(JournalEntry).where(JournalEntry.case_id == wish))
        told = [entry.kind for entry in kept if "sickness" in str(entry.facts)]
    assert told == ["course"]  # SECURITY.md says so
    out = io.StringIO()
    await asyncio.to_thread(journal_dump.dump, database_url, out)
    assert verify(read_dump(out.getvalue().splitlines()), ()).findings == []


async def test_nothing_is_kept_longer_by_it(database: Database, clock: ShiftedClock) -> None:
    wish = await of_an_earlier_release(database)
    clock.advance(timedelta(days=31))
    assert await seal_talks(database) == 1
    async with database.unit() as unit:
        ran_out = await keeping.due(unit, "request", unit.now - timedelta(days=30), [])
    assert ran_out == [wish]


async def test_of_a_wish_that_was_deleted_nothing_comes_back(database: Database) -> None:
    wish = await of_an_earlier_release(database)
    async with database.unit() as unit:
        await unit.personal.delete(wish, case_id=wish)
    assert await seal_talks(database) == 1
    async with database.unit() as unit:
        assert await unit.personal.get(wish) == {}
        assert (await unit.session.get_one(Request, wish)).employee_type is None


async def test_beside_an_earlier_release_that_reads_the_row_it_stays(database: Database) -> None:
    database.keys = KeyRing.parse(KeyRing.new_entry(), padded=False)
    await of_an_earlier_release(database)
    assert await seal_talks(database) == 0
    async with database.unit() as unit:
        left = text("SELECT employee_type FROM requests")
        assert await unit.session.scalar(left) == "sickness"
