"""Where an employee has done something, was asked or was told (the right of access): when and what, and no
word of whom it was about. The case belongs to somebody else."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import InstrumentedAttribute

from store.database import Unit
from store.tables import (
    Errand,
    GroundLook,
    Incident,
    IncidentStep,
    JournalEntry,
    LegalHold,
    Mark,
    Meeting,
    NoteTaker,
    OwnRecording,
    PersonExport,
    PrintLink,
    Request,
    SaidLine,
    Task,
)
from texts.person_file import Found

ACTED: Sequence[InstrumentedAttribute[Any]] = (
    Request.registered_by, Request.caseworker_oid, Request.approver_oid, Request.deputy_oid,
    Request.decided_by, Request.proposed_by, Request.confirmer_oid, Request.confirmed_by,
    Errand.created_by, Errand.owner_oid, Errand.closed_by, Meeting.organizer_oid, Task.owner_oid,
    Task.done_by, Mark.by_oid, SaidLine.by_oid, OwnRecording.owner_oid, NoteTaker.asked_oid,
    NoteTaker.answered_by, Incident.decider_oid, Incident.file_outcome_by, IncidentStep.who,
    GroundLook.oid, LegalHold.set_by, LegalHold.lifted_by, PersonExport.oid, PrintLink.oid,
)  # fmt: skip
"""Every column that holds the directory id of somebody who acted, was asked or was told."""
MOMENTS = ("at", "created_at", "set_at", "seen_at", "noticed_at", "starts_at", "started_at")


async def gathered(unit: Unit, oids: Collection[str], but: Collection[str]) -> list[Found]:
    """The rows in which one of these ids stands, and what the journals say they did; ``but``: rows that
    are told of whole already."""
    tables = list(dict.fromkeys(column.class_ for column in ACTED))
    found: list[Found] = []
    for table in tables:
        columns = [column for column in ACTED if column.class_ is table]
        query = select(table).where(or_(*(column.in_(oids) for column in columns)))
        found += [
            _row(row, [one.key for one in columns if getattr(row, one.key) in oids])
            for row in await unit.session.scalars(query.order_by(table.id))
            if str(row.id) not in but
        ]
    return [*found, *await _journals(unit, oids, but)]


def _row(row: Any, stands_as: list[str]) -> Found:
    at = next((getattr(row, name) for name in MOMENTS if getattr(row, name, None)), None)
    facts: dict[str, object] = {"stands_as": stands_as}
    if at is not None:
        facts["at"] = at.isoformat()
    if isinstance(row, Task | Mark | IncidentStep | Errand):
        facts["kind"] = row.kind
    number = row.number if isinstance(row, Request | Errand) else ""
    return Found(
        kind=row.__tablename__, id=str(row.id), number=number, whole=False, acted=True, facts=facts
    )


async def _journals(unit: Unit, oids: Collection[str], but: Collection[str]) -> list[Found]:
    query = select(JournalEntry).where(JournalEntry.actor.in_(oids), JournalEntry.kind != "course")
    courses: dict[UUID, list[tuple[Any, str, str]]] = {}
    for entry in await unit.session.scalars(query.order_by(JournalEntry.case_id, JournalEntry.seq)):
        if str(entry.case_id) not in but:
            courses.setdefault(entry.case_id, []).append((entry.at, entry.kind, ""))
    numbers: dict[UUID, str] = {}
    for table in (Request, Errand):
        known = select(table.id, table.number).where(table.id.in_(list(courses)))
        numbers |= {row.id: row.number for row in await unit.session.execute(known)}
    return [
        Found(
            kind="journal", id=str(case_id), number=numbers.get(case_id, ""), whole=False, acted=True,
            course=tuple(course),
        )
        for case_id, course in courses.items()
    ]  # fmt: skip
