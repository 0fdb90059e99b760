"""Nothing is kept beyond its purpose: every marked column of every table, receipts, holds, the journal."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import LargeBinary, String, text
from sqlalchemy.dialects.postgresql import JSONB

from casework import effects
from casework.jobs.retaining import periods, retain
from casework.office import Bench
from clock import ShiftedClock
from guidelines.profile_parts import Retention
from store.base import Base
from store.database import Database, DatabaseBusy, Unit
from store.jobs import Claim
from store.legal_holds import keep_still
from store.marked import FIELD, MARKED, PLAIN
from store.tables import (
    Call,
    Card,
    Chat,
    Colleague,
    ContactWishRow,
    Errand,
    Evidence,
    GroundLook,
    Incident,
    Informed,
    LegalHold,
    Mark,
    Meeting,
    NoteTaker,
    Occurrence,
    OwnRecording,
    PersonExport,
    RecordedPerson,
    Request,
    SaidLine,
    Seat,
    Spoken,
    Telling,
    UnsurePost,
)
from store.verify import verify_case
from tests.system import rights_world as world
from tools.journal_dump import dump
from tools.verify import read_dump, verify

PURPOSES = tuple(
    name for name in (one.name for one in fields(Retention)) if name != "own_recording"
)
DAYS = 30


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


@pytest.fixture
def bench(database: Database, clock: ShiftedClock) -> Bench:
    nobody: Any = None  # nothing outside is asked
    return Bench(replace(world.office(), clock=clock), nobody, database, clock)


def kept(bench: Bench, **days: int) -> Bench:
    """The same municipality, with these purposes lasting so long."""
    version = bench.office.profile
    guideline = replace(
        bench.office.guideline, versions=(replace(version, retention=Retention(**days)),)
    )
    return replace(bench, office=replace(bench.office, guideline=guideline))


async def run(bench: Bench) -> str:
    return await retain(bench, Claim(1, effects.RETAIN, "daily", {}, 1, False, 1))


async def add(unit: Unit, case: UUID | None, row: Any, **words: str) -> Any:
    """Store a row with its sealed words."""
    unit.session.add(row)
    await unit.session.flush()
    if case is not None:
        await unit.personal.put(row.id, case, words)
        await unit.journal.write(case, "told", actor="system", personal=words, owner_id=row.id)
    return row


async def fill(unit: Unit) -> dict[str, UUID]:
    """A meeting with everything in it that can be kept of people."""
    office, now = world.office(), unit.now
    about = await world.meeting(
        unit,
        "past",
        graph_id="g",
        teams_meeting_id="t",
        service_url="https://s",
        organizer_mri="29:o",
    )
    words = {"title": "Samtale"}
    await unit.personal.put(about.id, about.id, words)
    await unit.journal.write(about.id, "meeting_taken_in", actor="system", personal=words)
    wish = await world.wish(unit, about, office, caseworker_oid="mette", registered_by="gone")
    said = {"ground_text": "Sygdom", "new_facts": "Nyt", "letter": "{}", "contact": "a@b.dk"}
    await unit.personal.put(wish.id, wish.id, said)
    await unit.journal.write(wish.id, "request_registered", actor="per", personal=said)
    ran = await add(
        unit,
        None,
        Occurrence(
            id=uuid4(),
            meeting_id=about.id,
            started_at=now,
            noticed_by="event",
            ended_at=now,
            tellings=1,
        ),
    )
    heard = await add(
        unit,
        about.id,
        Informed(
            id=uuid4(),
            occurrence_id=ran.id,
            person_key="p",
            mri="29:x",
            oid="x",
            kind="guest",
            grade="confirmed",
            channel="voice",
            evidence="by:mette",
            created_at=now,
        ),
        name="Amal",
    )
    await add(
        unit,
        None,
        Evidence(
            id=uuid4(),
            occurrence_id=ran.id,
            informed_id=heard.id,
            kind="guest",
            grade="confirmed",
            channel="voice",
            evidence="by:mette",
            at=now,
        ),
    )
    await add(
        unit,
        about.id,
        SaidLine(id=uuid4(), occurrence_id=ran.id, round="1", line="hello", by_oid="mette", at=now),
        said="Hej",
    )
    await add(
        unit,
        about.id,
        Telling(
            id=uuid4(),
            occurrence_id=ran.id,
            number=1,
            what="recorded",
            how="chat",
            content=[],
            profile_id="x",
            profile_version=1,
            at=now,
        ),
        words_da="Ole optager",
    )
    call = await add(
        unit,
        None,
        Call(
            id=uuid4(),
            occurrence_id=ran.id,
            attempt=1,
            callback_key="c",
            graph_id="g",
            my_participant_id="m",
            state="ended",
            asked_at=now,
            ended_at=now,
            created_at=now,
        ),
    )
    await add(
        unit,
        None,
        Seat(
            id=uuid4(),
            call_id=call.id,
            participant_id="p",
            kind="phone",
            mark="m",
            informed_id=heard.id,
        ),
    )
    await add(
        unit,
        None,
        Spoken(
            id=uuid4(),
            call_id=call.id,
            telling=1,
            outcome="granted",
            sounds=["x"],
            seconds=3,
            operation_id="o",
            asked_at=now,
        ),
    )
    await add(
        unit,
        about.id,
        NoteTaker(
            id=uuid4(),
            meeting_id=about.id,
            occurrence_id=ran.id,
            person_key="n",
            sign="name",
            seen_at=now,
            asked_oid="mette",
        ),
        name="Notebot",
    )
    await add(
        unit,
        about.id,
        ContactWishRow(
            id=uuid4(), meeting_id=about.id, person_key="w", anonymous=True, created_at=now
        ),
        name="Amal",
    )
    incident = await add(
        unit,
        about.id,
        Incident(
            id=uuid4(),
            meeting_id=about.id,
            noticed_at=now,
            noticed_by="switch",
            started_at=now,
            ended_at=now,
        ),
        file_url="https://x/Samtale.mp4",
        kept_why="Klage",
    )
    await add(
        unit,
        about.id,
        RecordedPerson(
            id=uuid4(),
            incident_id=incident.id,
            person_key="r",
            kind="guest",
            seen="roster",
            first_at=now,
            last_at=now,
        ),
        name="Amal",
    )
    await add(
        unit,
        about.id,
        Mark(id=uuid4(), meeting_id=about.id, kind="undisclosed", by_oid="mette", at=now, facts={}),
        text="En telefon lå fremme",
    )
    await add(
        unit,
        wish.id,
        Mark(
            id=uuid4(),
            meeting_id=about.id,
            request_id=wish.id,
            kind="oral_decision",
            by_oid="mette",
            at=now,
            facts={},
        ),
        text="Vi aftalte",
    )
    await add(
        unit,
        wish.id,
        OwnRecording(
            id=uuid4(),
            request_id=wish.id,
            owner_oid="mette",
            started_at=now,
            stopped_at=now,
            deleted_at=now,
            created_at=now,
        ),
        place="Skuffen",
    )
    errand = await _errand(unit, "legal_question", wish, question="Må man?")
    misuse = await _errand(unit, "misuse", wish, happened="Delt")
    export = PersonExport(id=uuid4(), token_hash="h", oid="birgit", created_at=now, expires_at=now)
    await add(unit, export.id, export, subject="Ole Madsen")
    await add(unit, None, GroundLook(id=uuid4(), request_id=wish.id, oid="boss", at=now))
    unit.session.add_all([
        UnsurePost(id=uuid4(), operation="o", purpose="case:x", kind="case", conversation_id="a:2",
                   outcome="again", at=now),
        Chat(oid="ole", mri="29:ole", name="Ole", conversation_id="a:1", service_url="https://s",
             seen_at=now),
        Chat(oid="mette", mri="29:m", name="Mette", conversation_id="a:2", service_url="https://s",
             seen_at=now),
        Colleague(oid="gone", name="Tidligere Kollega"), Colleague(oid="per", name="Per"),
        Card(purpose=f"case:{wish.id}", service_url="https://s", conversation_id="a:2",
             activity_id="1", posted_at=now, uncertain=0),
    ])  # fmt: skip
    await unit.session.flush()
    return {
        "meeting": about.id, "wish": wish.id, "occurrence": ran.id, "incident": incident.id,
        "errand": errand.id, "misuse": misuse.id,
    }  # fmt: skip


async def _errand(unit: Unit, kind: str, wish: Request, **words: str) -> Errand:
    row = Errand(
        id=uuid4(), number=f"U-{kind[:5]}", kind=kind, state="done", department="a", facts={},
        request_id=wish.id, created_by="boss", created_at=unit.now, closed_at=unit.now,
        closed_by="lene",
    )  # fmt: skip
    unit.session.add(row)
    await unit.session.flush()
    await unit.personal.put(row.id, row.id, words)
    await unit.journal.write(row.id, "errand_opened", actor="boss", personal=words)
    return row


STAFF = {"chats": "mette", "colleagues": "per"}
"""Who is listed as employed stays known."""


async def left(database: Database) -> dict[str, int]:
    """How much stands in every marked place, those of listed employees apart."""
    found = {}
    async with database.unit() as unit:
        for table, (purpose, how, columns) in MARKED.items():
            if purpose == "tidied":
                continue
            where = f"num_nonnulls({', '.join(columns)}) > 0" if how == FIELD else "true"
            if table in STAFF:
                where = f"oid <> '{STAFF[table]}'"
            query = text(f"SELECT count(*) FROM {table} WHERE {where}")
            found[table] = (await unit.session.execute(query)).scalar_one()
    return found


@pytest.fixture
async def filled(database: Database, clock: ShiftedClock) -> Mapping[str, UUID]:
    async with database.unit() as unit:
        ids = await fill(unit)
    before = await left(database)
    assert all(before.values()), before
    clock.advance(timedelta(days=DAYS + 1))
    return ids


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
    others = [table for table in before if table not in ("personal", "person_exports")]
    assert {t: after[t] for t in others} == {t: before[t] for t in others}
    # An extract is of no case; and the other errand is not held by this one.
    assert gone == (2 if of == "errand" else 1)
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
