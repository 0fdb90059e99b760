"""What a unit changes in a case's rows stands in the journal, whoever forgot to write it there."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from store import blocks
from store.course import CASE_OF, KIND, tracked_columns
from store.database import Database
from store.tables import JournalEntry, Meeting, Request
from tools.verify import rebuilt


async def entries(database: Database, kind: str = KIND) -> list[JournalEntry]:
    async with database.unit() as unit:
        query = select(JournalEntry).where(JournalEntry.kind == kind).order_by(JournalEntry.seq)
        return list(await unit.session.scalars(query))


async def meeting_in(database: Database) -> Meeting:
    async with database.unit() as unit:
        meeting = Meeting(id=uuid4(), kind="virtual", created_at=unit.now)
        unit.session.add(meeting)
    return meeting


async def test_a_new_row_is_told_whole_and_a_changed_one_by_what_changed(
    database: Database,
) -> None:
    meeting = await meeting_in(database)
    async with database.unit() as unit:
        found = await unit.session.get(Meeting, meeting.id)
        assert found is not None
        found.state = "cancelled"
        await unit.journal.write(meeting.id, "meeting_cancelled", actor="teams")
    first, second = await entries(database)
    assert (first.actor, second.actor) == ("system", "teams")
    assert set(first.facts["rows"][0]["set"]) == set(tracked_columns(Meeting))
    assert second.facts["rows"] == [
        {"table": "meetings", "id": str(meeting.id), "set": {"state": "cancelled"}}
    ]


async def test_several_changes_in_one_unit_are_one_entry_with_the_last_value(
    database: Database,
) -> None:
    meeting = await meeting_in(database)
    async with database.unit() as unit:
        found = await unit.session.get(Meeting, meeting.id)
        assert found is not None
        for state in ("past", "cancelled", "coming", "past"):
            found.state = state
            await unit.session.flush()
    assert [e.facts["rows"][0]["set"] for e in await entries(database)][1:] == [{"state": "past"}]


async def test_what_the_sweep_read_is_no_part_of_the_course(database: Database) -> None:
    """It is written for many meetings at once, past the journal: found by make chaos."""
    meeting = await meeting_in(database)
    tracked = tracked_columns(Meeting)
    before = {name: getattr(meeting, name) for name in tracked}
    async with database.unit() as unit:
        await blocks.asked(unit.session, [meeting.id], unit.now)
        await blocks.read_as_before(unit.session, [meeting.id], unit.now)
    async with database.unit() as unit:
        found = await unit.session.get_one(Meeting, meeting.id)
        assert found.held_at is not None
        assert {name: getattr(found, name) for name in tracked} == before


async def broken_off(database: Database, meeting: Meeting) -> None:
    async with database.unit() as unit:
        found = await unit.session.get(Meeting, meeting.id)
        assert found is not None
        found.state = "past"
        await unit.session.flush()
        raise RuntimeError


async def test_what_did_not_happen_is_not_told(database: Database) -> None:
    meeting = await meeting_in(database)
    with pytest.raises(RuntimeError):
        await broken_off(database, meeting)
    async with database.unit() as unit:
        found = await unit.session.get(Meeting, meeting.id)
        assert found is not None
        found.state = "past"
        await unit.session.flush()
        await unit.session.rollback()
    assert len(await entries(database)) == 1


async def test_plumbing_is_no_course(database: Database) -> None:
    meeting = await meeting_in(database)
    async with database.unit() as unit:
        found = await unit.session.get(Meeting, meeting.id)
        assert found is not None
        found.watched_until = unit.now
        found.chat_id = "19:chat"
    assert len(await entries(database)) == 1


def test_the_course_of_a_request_is_all_but_plumbing() -> None:
    assert {*Request.__table__.columns.keys()} - {*tracked_columns(Request)} == {
        "inbound_key", "precedent_id", "version",
    }  # fmt: skip
    assert {table.__tablename__ for table in CASE_OF} == {
        "meetings", "requests", "errands", "occurrences", "incidents", "tasks",
    }  # fmt: skip


async def test_what_is_told_rebuilds_the_row(database: Database) -> None:
    meeting = await meeting_in(database)
    told: list[dict[str, Any]] = [
        {"kind": entry.kind, "facts": entry.facts} for entry in await entries(database)
    ]
    row = rebuilt(told)["meetings", str(meeting.id)]
    assert (row["state"], row["kind"], row["dial_in"]) == ("coming", "virtual", None)
