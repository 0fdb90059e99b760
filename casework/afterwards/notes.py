"""The case note of one wish, gathered from what was recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from casework import closed, doubled, showing
from casework.afterwards.heard import heard_aloud
from casework.deciding.outcomes import decider_name
from casework.meeting import holders, marks, own_recording, telling
from casework.office import Office, decides
from guidelines.problem import Problem
from guidelines.profile import Profile
from guidelines.request import is_finished
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.personal import Opened
from store.tables import Incident, Meeting, Occurrence, Request, Task
from texts.notes import (
    IncidentFacts,
    MarkFacts,
    NoteFacts,
    OwnFacts,
    TaskFacts,
    case_note,
)
from texts.views import CaseNote, LedgerLine

COPIED = "note_shown"
"""The sealed field that tells which note was copied."""
TERMS = "told_terms"
"""The sealed field that tells that what to know was gone through (A19)."""


@rule("C20", "C29", surface="note")
async def write_note(
    office: Office,
    unit: Unit,
    request: Request,
    form: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
    *,
    reader: str | None = None,
) -> CaseNote:
    """The note as it stands now; it claims nothing that was not recorded. One that was copied and is
    different since says so; otherwise it stands as it was copied. What only the decider reads (B16) is
    left out for every other ``reader``, and so on the card that comes by itself."""
    meeting = await showing.the_meeting(unit, request)
    facts = await _facts(office, unit, request, meeting)
    absent = await missing(office, unit, request, meeting)
    profile = office.profile_of(request)
    shown = _fingerprint(profile, facts)
    copied_at = request.note_copied_at
    stored = await closed.opened(unit, request)
    copied = stored.get(COPIED, "")
    # Of what does not open now nobody can say that it is another: the copy may be the better one.
    changed = copied_at is not None and copied not in ("", shown) and not stored.closed
    if copied_at is not None and not changed:
        facts = replace(facts, written_at=copied_at)
    if not decides(reader, request):
        facts = replace(facts, withheld=_for_decider(profile))
    if not _reads_grounds(office, request, reader):
        facts = replace(facts, new_facts="")
    return CaseNote(
        request_id=request.id,
        meeting_id=meeting.id,
        number=request.number,
        text=case_note(profile, facts),
        copied=copied_at is not None,
        changed=changed,
        complete=not absent,
        missing=absent,
        shown=shown,
        values=dict(form or {}),
        problems=problems,
        closed=closed.closed_of(stored, reader, ground=_reads_grounds(office, request, reader)),
        shows_ground=bool(facts.new_facts) and "new_facts" in stored,
    )


def _reads_grounds(office: Office, request: Request, reader: str | None) -> bool:
    """Whether what is new since a refusal, which is a ground like any other, is for this reader; the card
    that comes by itself goes to the employee."""
    if reader is None:
        return "employee" in office.profile_of(request).ground_readers
    return office.may_see_ground(reader, request)


@rule("B16", surface="note")
def _for_decider(profile: Profile) -> frozenset[str]:
    """The criteria of which only the assessor and the leader read what was written."""
    return frozenset(one.id for one in profile.criteria if one.decider_only)


def _fingerprint(profile: Profile, facts: NoteFacts) -> str:
    """Stands for what the note says, whenever it is read."""
    timeless = case_note(profile, replace(facts, written_at=facts.asked_at))
    return hashlib.sha256(timeless.encode()).hexdigest()[:32]


async def _facts(office: Office, unit: Unit, request: Request, meeting: Meeting) -> NoteFacts:
    personal = await closed.opened(unit, request)
    ran = await ran_in(unit, request, meeting)
    first, last = (ran[0], ran[-1]) if ran else (None, None)
    ledger, read_aloud_at = await _told(office.profile_of(request), unit, last)
    spoken_at, heard_by = await heard_aloud(unit, last)
    owner = await showing.name_of(unit, holders.responsible(office, request))
    return NoteFacts(
        number=request.number,
        meeting=await showing.meeting_line(unit, meeting),
        meeting_kind=meeting.kind,
        citizen_name=closed.said(personal, "citizen_name"),
        asked_at=request.created_at,
        registered_by=await showing.name_of(unit, request.registered_by),
        written_by=owner or office.department(request.department).name,
        written_at=unit.now,
        state=showing.state_of(request),
        late=request.late,
        new_facts=closed.said(personal, "new_facts"),
        video=personal.get("video", ""),
        decided_by=await decider_name(office, unit, request, request.decided_by),
        decided_at=request.decided_at,
        verdicts=dict(request.verdicts) if request.decided_at else {},
        notes=closed.said_under(personal, "note."),
        **_refused(request, personal),
        confirmed_by=await decider_name(office, unit, request, request.confirmed_by),
        relation=request.relation,
        notice=request.notice,
        employee_type=showing.talk_of(request, personal),
        marks=await _marks(unit, request, ran),
        own=await _own(unit, request),
        tasks=await _tasks(unit, request),
        answer=showing.answer_of(request),
        answer_at=request.answer_at,
        answer_how=request.answer_how or "",
        answer_given_by=closed.said(personal, "answer_given_by"),
        told_terms=personal.get(TERMS) == "true",
        started_at=first.started_at if first else None,
        ended_at=last.ended_at if last else None,
        cancelled=meeting.state == "cancelled",
        announced_at=request.announced_at,
        read_aloud_at=read_aloud_at,
        spoken_at=spoken_at,
        heard_by=heard_by,
        maybe_twice=last is not None and await doubled.maybe_twice(unit, last.id),
        ledger=ledger,
        incidents=await _incidents(unit, meeting, ran),
    )


def _refused(request: Request, personal: Opened) -> dict[str, Any]:
    """What was written of a no, whole or to a part."""
    return {
        "refusal_ground": request.refusal_ground or "",
        "parts": closed.said_under(personal, "part."),
        "partial": request.scope == telling.OWN_PART,
        "devices_out": request.devices_out,
        "devices_place": closed.said(personal, "devices_place"),
        "deviation": closed.said(personal, "deviation"),
    }


@rule("C17", "C19", "C20", surface="note")
async def _marks(unit: Unit, request: Request, ran: Sequence[Occurrence]) -> tuple[MarkFacts, ...]:
    """What was ticked and noted, however long afterwards; of a series until its next call begins."""
    since = ran[0].started_at if ran else None
    until = await _next_call(unit, request, ran[-1]) if ran else None
    rows = await marks.of_request(unit, request, since, until)
    words = await marks.texts_of(unit, rows)
    return tuple(
        [
            MarkFacts(row.kind, row.at, await showing.name_of(unit, row.by_oid), words[row.id])
            for row in rows
        ]
    )


async def _next_call(unit: Unit, request: Request, last: Occurrence) -> datetime | None:
    """When a later day's call of the wish's series began: what is ticked from then on is of that one."""
    every = await find.occurrences_of(unit.session, request.meeting_id)
    later = [one.started_at for one in every if one.started_at > last.started_at]
    return min(later, default=None)


async def _own(unit: Unit, request: Request) -> OwnFacts | None:
    own = await own_recording.of_request(unit, request)
    if own is None:
        return None
    stored = (await unit.personal.opened_where_possible([own.id]))[own.id]
    why = closed.said(stored, "not_made_why" if own.not_made else "necessity")
    return OwnFacts(
        own.started_at,
        own.stopped_at,
        own.not_made,
        closed.said(stored, "place"),
        own.delete_on,
        why,
    )


async def _tasks(unit: Unit, request: Request) -> tuple[TaskFacts, ...]:
    query = select(Task).where(Task.request_id == request.id).order_by(Task.created_at)
    rows = (await unit.session.scalars(query)).all()
    return tuple(
        TaskFacts(row.kind, row.done_on or (row.done_at.date() if row.done_at else None))
        for row in rows
    )


@rule("A16", "C19", "C20", "C29", surface="card")
async def missing(
    office: Office, unit: Unit, request: Request, meeting: Meeting
) -> tuple[str, ...]:
    """What keeps the note from being whole: ``guidance`` (C19, C20), ``terms`` (A19), ``answer`` (A16,
    C29) and ``own_recording`` (A15). Nothing while the matter is open."""
    profile = office.profile_of(request)
    found: list[str] = []
    ran = await ran_in(unit, request, meeting)
    if profile.criminal_guidance == "required" and _was_recorded(request, meeting, ran):
        noted = {mark.kind for mark in await _marks(unit, request, ran)}
        if not noted & {"guided", "not_guided", "not_recorded"}:
            found.append("guidance")
    if await _terms_untold(unit, request, meeting, profile, ran):
        found.append("terms")
    if not is_finished(showing.state_of(request), showing.answer_of(request), request.scope):
        found.append("answer")
    own = await own_recording.of_request(unit, request)
    if request.used_at and own_recording.follow_up(profile, request, own):
        found.append("own_recording")
    return tuple(found)


@rule("A19", "B24", surface="card")
async def _terms_untold(
    unit: Unit,
    request: Request,
    meeting: Meeting,
    profile: Profile,
    ran: Sequence[Occurrence],
) -> bool:
    """Whether it is not noted that what to know was gone through: neither when the answer was given nor in
    the talk itself. So also after a yes that went out by mail (A19)."""
    if profile.acknowledgement != "tick" or not _was_recorded(request, meeting, ran):
        return False
    if (await closed.opened(unit, request)).get(TERMS) == "true":
        return False
    noted = {mark.kind for mark in await _marks(unit, request, ran)}
    return not noted & {"guided", "not_guided", "not_recorded"}


@rule("C19", "C20", surface="note")
def _was_recorded(request: Request, meeting: Meeting, ran: Sequence[Occurrence]) -> bool:
    """Whether sound is taken to have been recorded: it was told of, or it was allowed and the meeting was
    held. That it could not be announced says nothing; that nobody recorded, only a person can say."""
    if request.used_at is not None:
        return True
    held = bool(ran) or (meeting.chat_id is None and meeting.state == "past")
    return request.state == "granted" and held


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
    """Whether the wish's meeting is behind it now, held or cancelled: not one of an earlier week, and
    not a call that was only tried on another day than the meeting's."""
    used = request.used_at is not None
    if request.state not in ("granted", "not_granted", "lapsed", "unanswered") and not used:
        return False
    ran = await ran_in(unit, request, meeting)
    if not ran:
        return meeting.state in ("past", "cancelled")
    if not all(one.ended_at for one in ran) or latest is None:
        return False
    if meeting.state == "cancelled":
        return True
    if showing.repeats(meeting):
        return showing.same_day(ran[-1].started_at, latest.started_at)
    planned = meeting.starts_at or latest.started_at
    return meeting.state == "past" or showing.same_day(latest.started_at, planned)


async def _told(
    profile: Profile, unit: Unit, occurrence: Occurrence | None
) -> tuple[tuple[LedgerLine, ...], datetime | None]:
    if occurrence is None:
        return (), None
    rows = await find.ledger(unit.session, occurrence.id)
    names = await unit.personal.opened_where_possible([row.id for row in rows])
    lines = tuple(telling.line(profile, row, names) for row in rows)
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
