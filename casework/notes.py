"""The case note of one wish, gathered from what was recorded."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from casework import showing, telling
from casework.office import Office
from store import find
from store.database import Unit
from store.tables import Incident, Meeting, Occurrence, Request
from texts.notes import IncidentFacts, NoteFacts, case_note
from texts.views import CaseNote, LedgerLine


async def write_note(office: Office, unit: Unit, request: Request) -> CaseNote:
    """The note as it stands now; it claims nothing that was not recorded."""
    meeting = await showing.the_meeting(unit, request)
    facts = await _facts(office, unit, request, meeting)
    return CaseNote(
        request_id=request.id,
        number=request.number,
        text=case_note(office.profile, facts),
        copied=request.note_copied_at is not None,
    )


async def _facts(office: Office, unit: Unit, request: Request, meeting: Meeting) -> NoteFacts:
    personal = await unit.personal.get(request.id)
    occurrence = await _its_occurrence(unit, request, meeting)
    ledger, read_aloud_at = await _told(office, unit, occurrence)
    owner = await showing.name_of(unit, request.caseworker_oid or request.registered_by)
    return NoteFacts(
        number=request.number,
        meeting=await showing.meeting_line(unit, meeting),
        meeting_kind=meeting.kind,
        citizen_name=personal.get("citizen_name", ""),
        asked_at=request.created_at,
        registered_by=await showing.name_of(unit, request.registered_by),
        written_by=owner,
        written_at=unit.now,
        state=showing.state_of(request),
        late=request.late,
        decided_by=await showing.name_of(unit, request.decided_by),
        decided_at=request.decided_at,
        verdicts=dict(request.verdicts) if request.decided_at else {},
        notes={k.removeprefix("note."): v for k, v in personal.items() if k.startswith("note.")},
        need=personal.get("need", ""),
        weighing=personal.get("weighing", ""),
        answer=showing.answer_of(request),
        answer_at=request.answer_at,
        answer_how=request.answer_how or "",
        answer_given_by=personal.get("answer_given_by", ""),
        started_at=occurrence.started_at if occurrence else None,
        ended_at=occurrence.ended_at if occurrence else None,
        announced_at=occurrence.announced_at if occurrence and request.used_at else None,
        read_aloud_at=read_aloud_at,
        ledger=ledger,
        incidents=await _incidents(unit, meeting, occurrence),
    )


async def _its_occurrence(unit: Unit, request: Request, meeting: Meeting) -> Occurrence | None:
    """The occurrence the wish was used in; for the others the one that ran last."""
    query = select(Occurrence).where(Occurrence.meeting_id == meeting.id)
    if request.used_at:
        used = query.where(Occurrence.started_at >= request.used_at)
        return (await unit.session.scalars(used.order_by(Occurrence.started_at))).first()
    after = query.where(Occurrence.started_at >= request.created_at)
    return (await unit.session.scalars(after.order_by(Occurrence.started_at))).first() or (
        await find.running_occurrence(unit.session, meeting.id)
    )


async def _told(
    office: Office, unit: Unit, occurrence: Occurrence | None
) -> tuple[tuple[LedgerLine, ...], datetime | None]:
    if occurrence is None:
        return (), None
    rows = await find.ledger(unit.session, occurrence.id)
    names = await unit.personal.get_many([row.id for row in rows])
    lines = tuple(telling.line(office, row, names) for row in rows)
    aloud = [row.informed_at for row in rows if row.channel == "read_aloud" and row.informed_at]
    return lines, max(aloud, default=None)


async def _incidents(
    unit: Unit, meeting: Meeting, occurrence: Occurrence | None
) -> tuple[IncidentFacts, ...]:
    if occurrence is None:
        return ()
    query = select(Incident).where(
        Incident.meeting_id == meeting.id, Incident.noticed_at >= occurrence.started_at
    )
    rows = await unit.session.scalars(query.order_by(Incident.noticed_at))
    return tuple(IncidentFacts(row.noticed_at, row.ended_at) for row in rows)
