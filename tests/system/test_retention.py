"""Nothing is kept beyond its purpose: every marked column of every table, receipts, holds, the journal."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import LargeBinary, String, text
from sqlalchemy.dialects.postgresql import JSONB

from casework.jobs.retaining import periods
from casework.office import Bench
from clock import ShiftedClock
from store import keeping
from store.base import Base
from store.database import Database, DatabaseBusy, Unit
from store.legal_holds import keep_still
from store.marked import MARKED, PLAIN
from store.tables import (
    LegalHold,
    Meeting,
)
from store.verify import verify_case
from tests.system import rights_world as world
from tests.system.kept_world import DAYS, PURPOSES, kept, left, run
from tools.journal_dump import dump
from tools.verify import read_dump, verify


def test_every_column_is_judged() -> None:
    """A new column that can hold text stands in ``store/marked.py``, on one list or the other."""
    for table in Base.metadata.sorted_tables:
        _, _, marked = MARKED.get(table.name, ("", "", ()))
        judged = {*marked, *PLAIN.get(table.name, ())}
        assert not set(marked) & set(PLAIN.get(table.name, ())), table.name
        holds = {
            column.name
            for column in table.columns
            if isinstance(column.type, String | LargeBinary | JSONB)
        }
        assert holds == judged & holds == judged, (table.name, holds ^ judged)


def test_every_purpose_is_somebodys_to_say() -> None:
    assert set(periods(world.office())) == set(PURPOSES)
    named = {purpose for purpose, _, _ in MARKED.values()}
    assert named <= {*PURPOSES, "tidied", "each its own"}


async def test_retention_reaches_everything_that_is_marked(
    bench: Bench, database: Database, filled: Mapping[str, UUID]
) -> None:
    assert await run(kept(bench, **dict.fromkeys(PURPOSES, DAYS))) == "deleted"
    assert {table: count for table, count in (await left(database)).items() if count} == {}
    async with database.unit() as unit:  # the course of the cases stays
        for table in ("requests", "meetings", "occurrences", "incidents", "errands", "marks"):
            assert await unit.session.scalar(text(f"SELECT count(*) FROM {table}")), table
        assert await unit.session.scalar(text("SELECT count(*) FROM chats")) == 1


async def test_nothing_goes_that_nobody_has_set_a_time_for(
    bench: Bench, database: Database, filled: Mapping[str, UUID]
) -> None:
    before = await left(database)
    assert await run(kept(bench)) == "nothing_due"
    assert await left(database) == before


@pytest.mark.parametrize("purpose", PURPOSES)
async def test_each_purpose_for_itself(
    bench: Bench, database: Database, filled: Mapping[str, UUID], purpose: str
) -> None:
    before = await left(database)
    await run(kept(bench, **{purpose: DAYS + 10}))
    assert await left(database) == before  # not yet
    await run(kept(bench, **{purpose: DAYS}))
    after = await left(database)
    assert after != before
    for table, (whose, _, _) in MARKED.items():
        if whose in PURPOSES:
            assert (after[table] == 0) == (whose == purpose), table


async def test_the_journal_still_holds(
    bench: Bench, database: Database, filled: Mapping[str, UUID]
) -> None:
    await run(kept(bench, **dict.fromkeys(PURPOSES, DAYS)))
    async with database.unit() as unit:
        for name in ("meeting", "wish", "errand", "misuse"):
            report = await verify_case(unit, filled[name], database.keys)
            assert report.sound, name
            assert report.shown == 0, name  # every commitment has lost its salt
            assert report.hidden > 0, name
        told = "SELECT count(*) FROM journal WHERE kind = 'personal_deleted'"
        assert await unit.session.scalar(text(told)) > 8
    out = io.StringIO()
    await asyncio.to_thread(dump, database.url, out)
    assert verify(read_dump(out.getvalue().splitlines()), ()).findings == []


async def test_a_purpose_that_fails_keeps_no_other_from_it(
    bench: Bench,
    database: Database,
    filled: Mapping[str, UUID],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def fails(_unit: Unit, _id: UUID) -> keeping.Kinds:
        raise RuntimeError

    monkeypatch.setattr(keeping, "CLEAR", {**keeping.CLEAR, "request": fails})
    with pytest.raises(RuntimeError):
        await run(kept(bench, **dict.fromkeys(PURPOSES, DAYS)))
    assert set(await receipts(database)) == {*PURPOSES} - {"request"}


async def test_the_receipts(bench: Bench, database: Database, filled: Mapping[str, UUID]) -> None:
    everything = kept(bench, **dict.fromkeys(PURPOSES, DAYS))
    await run(everything)
    first = await receipts(database)
    await run(everything)  # carried out twice
    assert await receipts(database) == first
    assert set(first) == set(PURPOSES)
    assert first["ledger"] == (1, DAYS, {
        "call_seats": 1, "calls": 1, "evidence": 1, "fields": 4, "informed": 1, "note_takers": 1,
        "said_lines": 1, "spoken": 1,
    })  # fmt: skip
    assert first["incident"] == (1, DAYS, {"fields": 3, "recorded_people": 1})
    assert first["people"] == (
        4,
        DAYS,
        {"cards": 1, "chats": 1, "colleagues": 1, "unsure_posts": 1},
    )
    told = str(first)
    assert not [one for one in filled.values() if str(one) in told]


async def receipts(database: Database) -> dict[str, tuple[int, int, dict[str, int]]]:
    async with database.unit() as unit:
        rows = await unit.session.execute(text("SELECT purpose, cases, days, kinds FROM deletions"))
        return {row.purpose: (row.cases, row.days, row.kinds) for row in rows}


async def test_a_case_somebody_works_on_is_left_alone(
    bench: Bench, database: Database, filled: Mapping[str, UUID]
) -> None:
    async with database.unit() as unit:
        await unit.journal.write(filled["wish"], "answer_delivered", actor="mette")
    await run(kept(bench, request=DAYS, ground=DAYS))
    assert (await receipts(database))["request"][0] == 0
    async with database.unit() as unit:
        assert "citizen_name" in await unit.personal.get(filled["wish"])


async def test_an_own_recording_that_was_not_deleted_is_not_forgotten(
    bench: Bench, database: Database, filled: Mapping[str, UUID]
) -> None:
    async with database.unit() as unit:
        await unit.session.execute(text("UPDATE own_recordings SET deleted_at = NULL"))
    await run(kept(bench, request=DAYS))
    assert (await receipts(database))["request"][0] == 0


@pytest.mark.parametrize("of", ["wish", "errand"])
async def test_what_is_held_stays_whole(
    bench: Bench, database: Database, filled: Mapping[str, UUID], of: str
) -> None:
    """A held wish keeps its meeting, its ledger and its errands; and a held errand its wish."""
    async with database.unit() as unit:
        unit.session.add(
            LegalHold(id=uuid4(), case_id=filled[of], set_by="birgit", set_at=unit.now)
        )
    before = await left(database)
    await run(kept(bench, **dict.fromkeys([p for p in PURPOSES if p != "people"], DAYS)))
    gone = before["personal"] - (await left(database))["personal"]
    after = await left(database)
    others = [table for table in before if table != "personal"]
    assert {t: after[t] for t in others} == {t: before[t] for t in others}
    assert gone == (of == "errand")  # the other errand is not held by this one
    async with database.unit() as unit:
        await unit.session.execute(text("UPDATE legal_holds SET lifted_at = now()"))
    await run(kept(bench, **dict.fromkeys(PURPOSES, DAYS)))
    assert (await left(database))["personal"] == 0


async def test_the_job_is_due_every_day(bench: Bench, database: Database) -> None:
    await run(kept(bench))
    async with database.unit() as unit:
        due = await unit.session.scalar(
            text("SELECT due_at FROM effects WHERE kind = 'retain' AND done_at IS NULL")
        )
        assert timedelta(hours=23) < due - unit.now <= timedelta(days=1)


async def test_a_meeting_that_still_comes_keeps_its_chat(
    bench: Bench, database: Database, clock: ShiftedClock
) -> None:
    async with database.unit() as unit:
        about = await world.meeting(unit)
        about.starts_at = unit.now + timedelta(days=90)
        await world.wish(unit, about, world.office())
    clock.advance(timedelta(days=DAYS + 1))
    await run(kept(bench, meeting=DAYS, request=DAYS))
    async with database.unit() as unit:
        row = await unit.session.get_one(Meeting, about.id)
        assert (row.chat_id, row.state) == (about.chat_id, "coming")
        assert await unit.session.scalar(text("SELECT count(*) FROM personal")) > 0


@pytest.mark.parametrize("how", ["series", "no time"])
@pytest.mark.parametrize("state", ["under_assessment", "granted"])
async def test_what_may_still_come_is_kept_however_long_ago_it_began(
    bench: Bench, database: Database, clock: ShiftedClock, how: str, state: str
) -> None:
    """The time of a series is its first one's, and a meeting without a time is over when it is said."""
    async with database.unit() as unit:
        about = await world.meeting(unit)
        if how == "series":
            about.teams_type, about.starts_at = "Recurring", unit.now - timedelta(days=7)
            about.ends_at = unit.now - timedelta(days=7) + timedelta(hours=1)
        else:
            about.starts_at, about.ends_at = None, None
        wish = await world.wish(unit, about, world.office())
        wish.state = state
    clock.advance(timedelta(days=DAYS + 1))
    await run(kept(bench, meeting=DAYS, request=DAYS))
    async with database.unit() as unit:
        row = await unit.session.get_one(Meeting, about.id)
        assert (row.chat_id, row.state) == (about.chat_id, "coming")
        assert "citizen_name" in await unit.personal.get(wish.id)


async def test_no_case_is_held_in_the_middle_of_a_deletion(
    database: Database, filled: Mapping[str, UUID]
) -> None:
    hold = LegalHold(id=uuid4(), case_id=filled["wish"], set_by="dpo", set_at=datetime.now(UTC))
    async with database.unit() as deleting:
        await keep_still(deleting)
        with pytest.raises(DatabaseBusy):
            await _hold_at_once(database, hold)


async def _hold_at_once(database: Database, hold: LegalHold) -> None:
    async with database.unit() as unit:
        await unit.session.execute(text("SET LOCAL lock_timeout = '50ms'"))
        unit.session.add(hold)
        await unit.session.flush()
