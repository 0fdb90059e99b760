"""How far a hold reaches: names, cards and extracts too; and an open report of misuse holds by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text

from cards import CARDS
from casework import commands
from casework.bus import Bus
from casework.meeting import incidents
from casework.numbers import meeting_number
from casework.office import Bench
from clock import ShiftedClock
from store.base import Base
from store.database import Database
from store.legal_holds import held_ids
from store.marked import MARKED, PLAIN
from store.tables import (
    Card,
    Chat,
    Colleague,
    Incident,
    LegalHold,
    Meeting,
    Occurrence,
    PersonExport,
    Task,
    UnsurePost,
)
from store.verify import verify_case
from tests.system import rights_world as world
from tests.system.kept_world import DAYS, PURPOSES, kept, left, run
from texts import views

WITHOUT_PERSONS: Mapping[str, str] = {}
"""Tables that hold no text at all, each with the reason why nothing goes."""


def test_every_table_has_a_purpose_or_a_reason() -> None:
    """A new table is named in ``store/marked.py``: what goes when, or that it holds no more than course."""
    for table in Base.metadata.sorted_tables:
        assert table.name in {*MARKED, *PLAIN, *WITHOUT_PERSONS}, table.name
    stored = {table.name for table in Base.metadata.sorted_tables}
    assert {*MARKED, *PLAIN} <= stored


async def hold(database: Database, case_id: UUID) -> None:
    async with database.unit() as unit:
        unit.session.add(LegalHold(id=uuid4(), case_id=case_id, set_by="birgit", set_at=unit.now))


async def count(database: Database, query: str, **values: Any) -> int:
    async with database.unit() as unit:
        return int((await unit.session.execute(text(query), values)).scalar_one())


async def test_who_stands_in_a_held_case_keeps_their_name_and_its_cards(
    bench: Bench,
    database: Database,
    filled: Mapping[str, UUID],
) -> None:
    async with database.unit() as unit:
        await unit.session.execute(
            text("UPDATE requests SET requester_oid = 'gone1' WHERE id = :id"),
            {"id": filled["wish"]},
        )
        old = unit.now.replace(year=unit.now.year - 2)
        for oid in ("gone1", "gone2"):
            unit.session.add(Colleague(oid=oid, name=f"Navn {oid}"))
            unit.session.add(Chat(
                oid=oid, mri=f"29:{oid}", name=f"Navn {oid}", conversation_id=oid, service_url="u",
                seen_at=old,
            ))  # fmt: skip
        for number, case in enumerate((filled["wish"], uuid4())):
            unit.session.add(Card(
                purpose=f"decide:{case}:y", service_url="u", conversation_id="c", posted_at=old
            ))  # fmt: skip
            unit.session.add(UnsurePost(
                id=uuid4(), operation=f"o{number}", purpose=f"decide:{case}:x", kind="decide", about=None,
                conversation_id="c", outcome="again", at=old,
            ))  # fmt: skip
    await hold(database, filled["wish"])
    for names, stays in ((["gone1"], True), ([], False)):
        await run(kept(bench, people=DAYS))
        async with database.unit() as unit:
            query = text("SELECT oid FROM {} WHERE oid LIKE 'gone_' ORDER BY oid")
            for table in ("colleagues", "chats"):
                rows = await unit.session.execute(text(query.text.format(table)))
                assert list(rows.scalars()) == names, table
        for table in ("cards", "unsure_posts"):
            there = f"SELECT count(*) FROM {table} WHERE purpose LIKE 'decide:%'"
            of_it = f"SELECT count(*) FROM {table} WHERE purpose LIKE :p"
            assert await count(database, there) == stays, table
            assert (await count(database, of_it, p=f"decide:{filled['wish']}%")) == stays, table
        async with database.unit() as unit:
            await unit.session.execute(text("UPDATE legal_holds SET lifted_at = now()"))


ROWS = ("occurrences", "incidents", "contact_wishes", "tasks")


@pytest.mark.parametrize("table", ROWS)
async def test_cards_about_a_part_of_a_held_case_stay_with_it(
    bench: Bench, database: Database, filled: Mapping[str, UUID], table: str
) -> None:
    """What was announced, who was warned, what somebody was asked to do."""
    async with database.unit() as unit:
        task = Task(
            id=uuid4(), request_id=filled["wish"], kind="note_missing", owner_oid="gone3",
            created_at=unit.now,
        )  # fmt: skip
        unit.session.add(task)
        await unit.session.flush()
        part = await unit.session.scalar(text(f"SELECT id FROM {table} LIMIT 1"))
        old = unit.now.replace(year=unit.now.year - 2)
        for purpose in (f"about:{part}:x", f"about:{uuid4()}:x"):
            unit.session.add(
                Card(purpose=purpose, service_url="u", conversation_id="c", posted_at=old)
            )
    await hold(database, filled["wish"])
    await run(kept(bench, people=DAYS))
    assert await count(database, "SELECT count(*) FROM cards WHERE purpose LIKE 'about:%'") == 1
    async with database.unit() as unit:
        await unit.session.execute(text("UPDATE legal_holds SET lifted_at = now()"))
    await run(kept(bench, people=DAYS))
    assert await count(database, "SELECT count(*) FROM cards WHERE purpose LIKE 'about:%'") == 0


@pytest.mark.parametrize(
    "where",
    [
        "UPDATE incidents SET initiator_oid = 'gone4'",
        "UPDATE incidents SET decider_oid = 'gone4'",
        "INSERT INTO incident_steps (id, incident_id, kind, who, at, last_at, times)"
        " SELECT gen_random_uuid(), id, 'warned', 'gone4', now(), now(), 1 FROM incidents",
        "INSERT INTO tasks (id, request_id, kind, owner_oid, created_at)"
        " SELECT gen_random_uuid(), id, 'note_missing', 'gone4', now() FROM requests",
    ],
)
async def test_who_was_told_or_asked_in_a_held_case_keeps_their_name(
    bench: Bench, database: Database, filled: Mapping[str, UUID], where: str
) -> None:
    async with database.unit() as unit:
        await unit.session.execute(text(where))
        unit.session.add(Colleague(oid="gone4", name="Navn"))
    await hold(database, filled["wish"])
    await run(kept(bench, people=DAYS))
    assert await count(database, "SELECT count(*) FROM colleagues WHERE oid = 'gone4'") == 1


async def test_an_open_report_of_misuse_holds_its_case(
    bench: Bench,
    database: Database,
    filled: Mapping[str, UUID],
) -> None:
    """Without anybody having held it: while HR/Jura assesses, nothing of it goes."""
    async with database.unit() as unit:
        await unit.session.execute(
            text("UPDATE errands SET closed_at = NULL, state = 'assessing' WHERE kind = 'misuse'")
        )
    before = await left(database)
    purposes = [one for one in PURPOSES if one not in ("people", "access")]
    await run(kept(bench, **dict.fromkeys(purposes, DAYS)))
    assert await left(database) == before
    async with database.unit() as unit:
        await unit.session.execute(
            text("UPDATE errands SET closed_at = created_at WHERE kind = 'misuse'")
        )
    await run(kept(bench, **dict.fromkeys(PURPOSES, DAYS)))
    assert (await left(database))["personal"] == 0


@pytest.mark.parametrize(
    ("subject", "stays"),
    [("Ole Madsen", True), ("Helt Anden", False), ("of a case that cannot be read", True)],
)
async def test_an_extract_of_somebody_in_a_held_case_is_kept_with_it(
    bench: Bench,
    database: Database,
    filled: Mapping[str, UUID],
    subject: str,
    *,
    stays: bool,
) -> None:
    async with database.unit() as unit:
        await unit.session.execute(text("DELETE FROM person_exports"))
        old = unit.now.replace(year=unit.now.year - 2)
        row = PersonExport(
            id=uuid4(), token_hash=subject, oid="birgit", created_at=old, expires_at=old
        )
        unit.session.add(row)
        await unit.session.flush()
        await unit.personal.put(row.id, row.id, {"subject": subject})
        if subject.startswith("of a case"):
            broken = (
                "UPDATE personal SET sealed = substring(sealed FROM 1 FOR 30) WHERE owner_id = :id"
            )
            await unit.session.execute(text(broken), {"id": filled["wish"]})
    await hold(database, filled["wish"])
    await run(kept(bench, access=DAYS))
    assert await count(database, "SELECT count(*) FROM person_exports") == stays
    async with database.unit() as unit:
        await unit.session.execute(text("UPDATE legal_holds SET lifted_at = now()"))
    await run(kept(bench, access=DAYS))
    assert await count(database, "SELECT count(*) FROM person_exports") == 0


COURSE = views.CourseLine("warned", datetime(2026, 12, 1, tzinfo=UTC))


async def a_recorded_meeting(database: Database) -> UUID:
    """A meeting in which nobody wished to record, and somebody pressed record in Teams."""
    async with database.unit() as unit:
        about = await world.meeting(unit, "past")
        occurrence = Occurrence(
            id=uuid4(),
            meeting_id=about.id,
            started_at=unit.now,
            ended_at=unit.now,
            noticed_by="event",
        )
        incident = Incident(
            id=uuid4(), meeting_id=about.id, noticed_at=unit.now, noticed_by="chat_message",
            started_at=unit.now, ended_at=unit.now, initiator_oid="ahmed", switch="off_again",
        )  # fmt: skip
        unit.session.add_all([occurrence, incident])
        await unit.session.flush()
        words = {"kept_why": "Klagen er ikke afgjort"}
        await unit.personal.put(incident.id, about.id, words)
    return about.id


async def test_a_meeting_without_a_wish_is_held_with_what_happened_in_it(
    bench: Bench, database: Database, clock: ShiftedClock
) -> None:
    meeting = await a_recorded_meeting(database)
    number, words = (
        meeting_number(meeting),
        "SELECT count(*) FROM personal WHERE field = 'kept_why'",
    )
    async with database.unit() as unit:
        (incident,) = (await unit.session.scalars(select(Incident))).all()
        about = await unit.session.get_one(Meeting, meeting)
        card = await incidents.warning(bench.office, unit, about, incident, "mette")
        assert number in str(CARDS[type(card)](replace(card, course=(COURSE,))))
    form = {"case_number": f" {number.lower()} ", "held_why": "Klage"}
    for person in ("mette", "ahmed"):  # called it, started the recording: no keepers anyway
        assert await pressed(bench, database, commands.HoldCase, person, form) is None
    shown = await pressed(bench, database, commands.HoldCase, "birgit", form)
    assert shown is not None
    assert [one.number for one in shown.held] == [number]
    clock.advance(timedelta(days=DAYS + 1))
    await run(kept(bench, incident=DAYS, ledger=DAYS, meeting=DAYS))
    assert await count(database, words) == 1
    shown = await pressed(bench, database, commands.LiftHold, "lene", form)
    assert shown is not None
    assert shown.held == ()
    await run(kept(bench, incident=DAYS, ledger=DAYS, meeting=DAYS))
    assert await count(database, words) == 0
    told = (
        "SELECT count(*) FROM journal WHERE case_id = :m AND kind IN ('case_held', 'hold_lifted')"
    )
    assert await count(database, told, m=meeting) == 2
    async with database.unit() as unit:
        assert (await verify_case(unit, meeting, database.keys)).sound


@pytest.mark.parametrize("side", ["organizer_oid", "initiator_oid", "decider_oid"])
async def test_nobody_holds_a_meeting_in_which_they_have_a_side(
    bench: Bench, database: Database, side: str
) -> None:
    meeting = await a_recorded_meeting(database)
    table = "meetings" if side == "organizer_oid" else "incidents"
    async with database.unit() as unit:
        await unit.session.execute(text(f"UPDATE {table} SET {side} = 'lene'"))
    form = {"case_number": meeting_number(meeting), "held_why": "Klage"}
    assert await pressed(bench, database, commands.HoldCase, "lene", form) is None
    assert await count(database, "SELECT count(*) FROM legal_holds") == 0
    assert await pressed(bench, database, commands.HoldCase, "birgit", form) is not None


async def test_a_held_meeting_holds_the_wishes_in_it(
    bench: Bench, database: Database, filled: Mapping[str, UUID]
) -> None:
    before = await left(database)
    await hold(database, filled["meeting"])
    purposes = [one for one in PURPOSES if one not in ("people", "access")]
    await run(kept(bench, **dict.fromkeys(purposes, DAYS)))
    assert await left(database) == before
    async with database.unit() as unit:
        held = await held_ids(unit)
    assert {filled["meeting"], filled["wish"]} <= held


async def pressed(
    bench: Bench, database: Database, kind: Any, person: str, form: Mapping[str, str]
) -> views.Keeping | None:
    """The card after the press; None where the table of rights says no."""
    actor = commands.Actor(f"29:{person}", person, person.title())
    view = await Bus(database, bench.office).handle(kind(actor=actor, form=form))
    return view if isinstance(view, views.Keeping) else None
