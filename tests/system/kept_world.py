"""A meeting with everything in it that can be kept of people, and what is left of it after a while."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import text

from casework import effects
from casework.jobs.retaining import retain
from casework.office import Bench
from guidelines.profile_parts import Retention
from store.database import Database, Unit
from store.jobs import Claim
from store.marked import FIELD, MARKED
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
    Mark,
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
from tests.system import rights_world as world

PURPOSES = tuple(
    name for name in (one.name for one in fields(Retention)) if name != "own_recording"
)
DAYS = 30


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
    errand = await an_errand(unit, "legal_question", wish, question="Må man?")
    misuse = await an_errand(unit, "misuse", wish, happened="Delt")
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


async def an_errand(unit: Unit, kind: str, wish: Request, **words: str) -> Errand:
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
