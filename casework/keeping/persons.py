"""Everything that is stored about one person, across all cases (the right of access).

Sealed fields cannot be searched in the database, so each is opened and looked through. Of a case that is
the person's own everything is taken: fields, row, course, and who looked at the ground; but no draft, which
is somebody's own until it is decided. Where they are only named in somebody else's, a field is taken that
holds nothing but them; of a text that names them it is said that it is there. Where they have acted as an
employee: ``acted.py``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from casework import showing
from casework.deciding import precedents
from casework.deciding.drafts import PREFIX
from casework.keeping import acted
from casework.office import Office
from store.base import Base
from store.database import Unit
from store.tables import (
    Chat,
    Colleague,
    ContactWishRow,
    Errand,
    Evidence,
    GroundLook,
    Incident,
    Informed,
    JournalEntry,
    LegalHold,
    Mark,
    Meeting,
    NoteTaker,
    OwnRecording,
    Personal,
    PersonExport,
    RecordedPerson,
    Request,
    SaidLine,
    Task,
    Telling,
)
from texts.person_file import Found, PersonFile

LEAST = 4
DIGITS = 8
"""So many letters or digits a search needs; fewer would name half a municipality."""
IDENTITY = frozenset({"citizen_name", "contact"})
"""Fields that make a case the person's own, when they say nothing else."""
OWN_ROWS = ("informed", "note_takers", "recorded_people", "contact_wishes")
"""Rows that stand for one person each: their name is in ``personal`` (``name``)."""
OWNERS: Mapping[str, type[Base]] = {
    one.__tablename__: one
    for one in (
        Request, Errand, Meeting, Informed, SaidLine, Telling, NoteTaker, RecordedPerson, Incident,
        ContactWishRow, Mark, OwnRecording, LegalHold,
    )
}  # fmt: skip
NAMING: Sequence[InstrumentedAttribute[Any]] = (
    Request.requester_oid, Informed.oid, Incident.initiator_oid, Chat.oid, Colleague.oid,
)  # fmt: skip
"""Columns that hold the directory id of somebody a row is about."""
BATCH = 500
BY_WHOM = ("id", "request_id", "meeting_id", "owner_oid", "by_oid", "done_by", "facts")


_NUMBER = re.compile(r"\+?\d[\d\s().-]{4,}\d")
_HOME = ("0045", "45")
_DIRECTORY_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Term:
    """What is searched for: a name, an address, a number, or a directory id.

    It counts where it stands by itself: "Per Hansen" is not found in "Kasper Hansen", and no part of an
    address is found in a longer one. Numbers are the same however they are spaced, with 45 or without.
    """

    def __init__(self, typed: str) -> None:
        self.words = _plainly(typed)
        self.number = _digits(typed) if not re.search(r"[^\W\d_]", typed) else ""
        self._alone = re.compile(rf"(?<![\w@])(?<!\w[.+-]){re.escape(self.words)}(?![\w@]|[.+-]\w)")

    @property
    def enough(self) -> bool:
        """Whether it says enough to search for."""
        return len(self.words.replace(" ", "")) >= LEAST

    def names(self, value: str) -> bool:
        """Whether the value names whoever is searched for."""
        if len(self.number) >= DIGITS and self.number in _numbers(value):
            return True
        return self._alone.search(_plainly(value)) is not None

    def is_all_of(self, value: str) -> bool:
        """Whether the value is nothing but what is searched for: only then is a case their own."""
        if len(self.number) >= DIGITS and _numbers(value) == {self.number}:
            return True
        return self.words == _plainly(value)


def _plainly(value: str) -> str:
    return " ".join(value.casefold().split())


def _digits(value: str) -> str:
    """A number without spaces, and without Denmark's code."""
    digits = re.sub(r"\D", "", value)
    home = next((code for code in _HOME if digits.startswith(code)), "")
    return digits[len(home) :] if len(digits) == DIGITS + len(home) else digits


def _numbers(value: str) -> set[str]:
    return {_digits(found) for found in _NUMBER.findall(value)}


async def gather(office: Office, unit: Unit, typed: str, by: str) -> PersonFile:
    """Look through everything; changes nothing."""
    term = Term(typed)
    oids = await _oids(unit, term)
    unreadable: set[tuple[UUID, str]] = set()
    hits = await _hits(unit, term, unreadable)
    found: list[Found] = []
    done: set[UUID] = set()
    for row in await _own_cases(unit, term, hits, oids):
        found.append(await _whole(office, unit, row))
        done |= {row.id, *await _owners_of(unit, row.id)}
    for owner, fields in hits.items():
        if owner not in done and (one := await _named(unit, term, owner, fields)) is not None:
            found.append(one)
            done.add(owner)
    for column in NAMING:
        found += await _rows_of(unit, column, oids, done)
    found += await acted.gathered(unit, oids, {one.id for one in found if one.whole})
    return PersonFile(
        municipality=office.profile.municipality,
        searched=typed,
        made_by=await showing.name_of(unit, by),
        made_at=unit.now,
        unreadable=len(unreadable),
        found=tuple(
            sorted(found, key=lambda one: (not one.whole, one.acted, one.kind, one.number, one.id))
        ),
    )


async def _oids(unit: Unit, term: Term) -> frozenset[str]:
    """The directory ids whose name or id is searched for. What was typed is put into a query only where it
    is an id: a database may log its queries, and here names and CPR numbers are typed."""
    known: set[tuple[str, str]] = set()
    for table in (Chat, Colleague):
        known |= {
            (row.oid, row.name) for row in await unit.session.execute(select(table.oid, table.name))
        }
    named = {oid for oid, name in known if term.words == " ".join(name.casefold().split())}
    typed = {term.words} if _DIRECTORY_ID.fullmatch(term.words) else set[str]()
    return frozenset(named | typed)


async def _hits(
    unit: Unit, term: Term, unreadable: set[tuple[UUID, str]]
) -> dict[UUID, dict[str, str]]:
    """Every sealed field that names them: by the row it belongs to. One that does not open may name them
    too: it keeps nobody from what is theirs, and it is said."""
    found: dict[UUID, dict[str, str]] = {}
    exports = set(await unit.session.scalars(select(PersonExport.id)))
    owners = list(await unit.session.scalars(select(Personal.owner_id).distinct()))
    for start in range(0, len(owners), BATCH):
        opened = await unit.personal.opened_where_possible(owners[start : start + BATCH])
        for owner, fields in opened.items():
            unreadable |= {(owner, name) for name in fields.closed}
            named = {name: value for name, value in fields.items() if term.names(value)}
            if named and owner not in exports:
                found[owner] = named
    return found


async def _own_cases(
    unit: Unit, term: Term, hits: Mapping[UUID, Mapping[str, str]], oids: Iterable[str]
) -> list[Request | Errand]:
    ids = [
        owner
        for owner, fields in hits.items()
        if any(term.is_all_of(fields[name]) for name in IDENTITY & set(fields))
    ]
    rows: list[Request | Errand] = []
    rows += await unit.session.scalars(select(Request).where(Request.id.in_(ids)))
    rows += await unit.session.scalars(select(Errand).where(Errand.id.in_(ids)))
    there = {row.id for row in rows}
    theirs = select(Request).where(Request.requester_oid.in_(list(oids)))
    return [*rows, *[r for r in await unit.session.scalars(theirs) if r.id not in there]]


async def _owners_of(unit: Unit, case_id: UUID) -> list[UUID]:
    query = select(Personal.owner_id).where(Personal.case_id == case_id).distinct()
    return list(await unit.session.scalars(query))


async def _whole(office: Office, unit: Unit, row: Request | Errand) -> Found:
    """A case of their own, with everything that hangs on it."""
    owners = await _owners_of(unit, row.id)
    stored = await unit.personal.opened_where_possible(owners)
    texts = {
        name if owner == row.id else f"{name} ({owner})": value
        for owner, fields in stored.items()
        for name, value in fields.items()
        if not name.startswith(PREFIX) and name != precedents.OWN
    }
    drafted = any(name.startswith(PREFIX) for fields in stored.values() for name in fields)
    if isinstance(row, Request) and "ground" in texts:
        texts["ground"] = showing.ground_label(office.profile_of(row), texts["ground"])
    if isinstance(row, Request) and showing.TALK in texts:
        talk = office.profile_of(row).employee_meeting(texts[showing.TALK])
        texts[showing.TALK] = talk.label["da"] if talk else texts[showing.TALK]
    if "letter" in texts:
        texts["letter"] = _letter(texts["letter"])
    looks = await unit.session.scalars(
        select(GroundLook).where(GroundLook.request_id == row.id).order_by(GroundLook.at)
    )
    facts = _facts(row)
    left_out = [
        (name, "unreadable")
        for _, fields in sorted(stored.items())
        for name in sorted(fields.closed)
    ]
    if isinstance(row, Request):
        if row.decided_at is None and facts.pop("verdicts", None):
            drafted = True
        left_out += await _errands_about(unit, row)
        if (counted := await precedents.own_row(unit, row)) is not None:
            facts["counted_as"] = _facts(counted)
        facts |= await _beside(unit, row)
        meeting = await showing.the_meeting(unit, row)
        line = await showing.meeting_line(unit, meeting)
        facts |= {"meeting_title": line.title, "meeting_starts_at": _plain(line.starts_at)}
    return Found(
        kind=row.__tablename__,
        id=str(row.id),
        number=row.number,
        whole=True,
        facts=facts,
        texts=dict(sorted(texts.items())),
        course=await _course(unit, row.id),
        looks=tuple([(look.at, await _who(unit, look.oid)) for look in looks]),
        left_out=(*([("draft", "draft")] if drafted else []), *left_out),
    )


async def _beside(unit: Unit, request: Request) -> dict[str, object]:
    """What stands in rows of their own: the municipality's own recording, what was noted of the wish in the
    meeting, and what somebody had to do about it. By whom is told in the course."""
    found: dict[str, object] = {}
    for table in (OwnRecording, Mark, Task):
        rows = await unit.session.scalars(
            select(table).where(table.request_id == request.id).order_by(table.id)
        )
        if told := [{k: v for k, v in _facts(row).items() if k not in BY_WHOM} for row in rows]:
            found[table.__tablename__] = told
    return found


async def _errands_about(unit: Unit, request: Request) -> list[tuple[str, str]]:
    """What was asked of HR/Jura or reported to them about the case: it is there, and written by others."""
    query = select(Errand.kind).where(Errand.request_id == request.id, Errand.kind != "printout")
    return [(kind, "others_words") for kind in sorted(await unit.session.scalars(query))]


def _letter(stored: str) -> str:
    """The letter as it was read, line by line."""
    letter = json.loads(stored)
    return "\n".join([letter.get("subject", ""), *letter.get("paragraphs", ())]).strip()


async def _course(unit: Unit, case_id: UUID) -> tuple[tuple[datetime, str, str], ...]:
    query = select(JournalEntry).where(
        JournalEntry.case_id == case_id, JournalEntry.kind != "course"
    )
    rows = await unit.session.scalars(query.order_by(JournalEntry.seq))
    return tuple([(row.at, row.kind, await _who(unit, row.actor)) for row in rows])


async def _who(unit: Unit, actor: str) -> str:
    return await showing.name_of(unit, actor) or actor


async def _named(unit: Unit, term: Term, owner: UUID, fields: Mapping[str, str]) -> Found | None:
    """What names them: the whole row where it stands for a person, otherwise a field that holds nothing
    but them. What others wrote may be about those others most of all: of that it is said where it is."""
    told = {
        name: value for name, value in fields.items() if name == "name" or term.is_all_of(value)
    }
    left_out = [
        ("draft", "draft") if name.startswith(PREFIX) else (name, "others_words")
        for name in sorted(set(fields) - set(told))
    ]
    for name, table in OWNERS.items():
        row = await unit.session.get(table, owner)
        if row is None:
            continue
        own = name in OWN_ROWS and "name" in fields
        return Found(
            kind=name,
            id=str(owner),
            number=await _number(unit, row),
            whole=own,
            facts=await _all_of(unit, row) if own else {},
            texts={name: told[name] for name in told if not name.startswith(PREFIX)},
            left_out=tuple(dict.fromkeys(left_out)),
        )
    return None


async def _number(unit: Unit, row: Any) -> str:
    if isinstance(row, Request | Errand):
        return row.number
    about = getattr(row, "request_id", None) or getattr(row, "case_id", None)
    found = await unit.session.get(Request, about) if about else None
    return found.number if found else ""


async def _all_of(unit: Unit, row: Base) -> dict[str, object]:
    """A row of theirs, and on the ledger what they were told and when."""
    facts = _facts(row)
    if isinstance(row, Informed):
        heard = select(Evidence).where(Evidence.informed_id == row.id).order_by(Evidence.at)
        facts["told"] = [
            {"at": _plain(one.at), "grade": one.grade, "channel": one.channel}
            for one in await unit.session.scalars(heard)
        ]
    return facts


async def _rows_of(
    unit: Unit, column: InstrumentedAttribute[Any], oids: Iterable[str], done: set[UUID]
) -> list[Found]:
    """Rows about a directory id that no sealed field has led to."""
    table = column.class_
    rows = await unit.session.scalars(select(table).where(or_(column.in_(list(oids)))))
    found = []
    for row in rows:
        key = getattr(row, "id", None)
        if key in done:
            continue
        done |= {key} if key else set()
        found.append(
            Found(
                kind=table.__tablename__, id=str(key or row.oid), number=await _number(unit, row),
                whole=True, facts=await _all_of(unit, row), texts=await _own_name(unit, row),
            )
        )  # fmt: skip
    return found


async def _own_name(unit: Unit, row: Base) -> dict[str, str]:
    """The name that stands sealed with a row about one person."""
    key = getattr(row, "id", None)
    if key is None or row.__tablename__ not in OWN_ROWS:
        return {}
    stored = (await unit.personal.opened_where_possible([key]))[key]
    return {"name": stored["name"]} if "name" in stored else {}


def _facts(row: Base) -> dict[str, object]:
    """The row's columns as they are stored; empty ones left out."""
    facts = {attr.key: _plain(getattr(row, attr.key)) for attr in inspect(type(row)).column_attrs}
    return {name: value for name, value in facts.items() if value not in (None, "", {}, [])}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
