"""The case note of one wish, gathered from what was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

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
        text=case_note(office.profile_of(request), facts),
        copied=request.note_copied_at is not None,
    )


async def _facts(office: Office, unit: Unit, request: Request, meeting: Meeting) -> NoteFacts:
    personal = await unit.personal.get(request.id)
    ran = await ran_in(unit, request, meeting)
    first, last = (ran[0], ran[-1]) if ran else (None, None)
    ledger, read_aloud_at = await _told(office, unit, last)
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
        decided_by=await showing.decider_name(office, unit, request, request.decided_by),
        decided_at=request.decided_at,
        verdicts=dict(request.verdicts) if request.decided_at else {},
        notes={k.removeprefix("note."): v for k, v in personal.items() if k.startswith("note.")},
        need=personal.get("need", ""),
        weighing=personal.get("weighing", ""),
        answer=showing.answer_of(request),
        answer_at=request.answer_at,
        answer_how=request.answer_how or "",
        answer_given_by=personal.get("answer_given_by", ""),
        started_at=first.started_at if first else None,
        ended_at=last.ended_at if last else None,
        announced_at=request.announced_at,
        read_aloud_at=read_aloud_at,
        ledger=ledger,
        incidents=await _incidents(unit, meeting, ran),
    )


async def ran_in(unit: Unit, request: Request, meeting: Meeting) -> list[Occurrence]:
    """The times the wish's meeting ran: one as a rule, several when the call was tried before or
    broke off; in a series those of one day."""
    since = request.used_at or request.created_at
    ran = [
        occurrence
        for occurrence in await find.occurrences_of(unit.session, meeting.id)
        if occurrence.ended_at is None or occurrence.ended_at >= since
    ]
    if not showing.repeats(meeting):
        return ran
    return [one for one in ran if showing.same_day(one.started_at, ran[0].started_at)]


async def is_closed(
    unit: Unit, request: Request, meeting: Meeting, latest: Occurrence | None
) -> bool:
    """Whether the wish's meeting is behind it now: not one of an earlier week, and not a call that
    was only tried on another day than the meeting's."""
    used = request.used_at is not None
    if request.state not in ("granted", "not_granted", "lapsed") and not used:
        return False
    ran = await ran_in(unit, request, meeting)
    if not ran:
        return meeting.state == "past"
    if not all(one.ended_at for one in ran) or latest is None:
        return False
    if showing.repeats(meeting):
        return showing.same_day(ran[-1].started_at, latest.started_at)
    planned = meeting.starts_at or latest.started_at
    return meeting.state == "past" or showing.same_day(latest.started_at, planned)


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
    unit: Unit, meeting: Meeting, ran: Sequence[Occurrence]
) -> tuple[IncidentFacts, ...]:
    if not ran:
        return ()
    query = select(Incident).where(
        Incident.meeting_id == meeting.id, Incident.noticed_at >= ran[0].started_at
    )
    if ran[-1].ended_at:
        query = query.where(Incident.noticed_at <= ran[-1].ended_at + timedelta(minutes=15))
    rows = await unit.session.scalars(query.order_by(Incident.noticed_at))
    who = await showing.name_of(unit, meeting.organizer_oid)
    return tuple(
        IncidentFacts(
            row.noticed_at,
            row.ended_at,
            certain=row.mark_id is not None,
            seen_by=row.ended_by or "",
            who=who,
        )
        for row in rows
    )
