"""Questions to the tables that several handlers ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.tables import (
    Call,
    Card,
    Chat,
    ContactWishRow,
    Incident,
    Informed,
    Meeting,
    Occurrence,
    OwnRecording,
    Request,
    Task,
)

OPEN_STATES = ("received", "under_assessment", "awaiting_information", "awaiting_leader")


async def meeting_by_chat(
    session: AsyncSession, chat_id: str, *, lock: bool = False
) -> Meeting | None:
    """The meeting whose chat this is."""
    query = select(Meeting).where(Meeting.chat_id == chat_id)
    return (await session.scalars(query.with_for_update() if lock else query)).first()


async def meeting(session: AsyncSession, meeting_id: UUID, *, lock: bool = False) -> Meeting | None:
    """The meeting with this id."""
    return await session.get(Meeting, meeting_id, with_for_update=lock, populate_existing=lock)


async def meetings(session: AsyncSession, ids: Sequence[UUID]) -> Mapping[UUID, Meeting]:
    """The meetings with these ids, as far as they are there."""
    rows = await session.scalars(select(Meeting).where(Meeting.id.in_(ids)))
    return {row.id: row for row in rows.all()}


async def request(session: AsyncSession, request_id: UUID, *, lock: bool = False) -> Request | None:
    """The request with this id; ``lock`` makes two deciders wait for each other."""
    return await session.get(Request, request_id, with_for_update=lock, populate_existing=lock)


async def coming_meetings(
    session: AsyncSession, organizers: Sequence[str], since: datetime
) -> Sequence[Meeting]:
    """Teams meetings of these organizers that are not over, soonest first."""
    query = (
        select(Meeting)
        .where(
            Meeting.organizer_oid.in_(organizers),
            Meeting.state == "coming",
            Meeting.chat_id.is_not(None),
            # Graph tells a series' first time only, so its end says nothing of the next.
            Meeting.ends_at.is_(None)
            | (Meeting.ends_at >= since)
            | Meeting.teams_type.icontains("recurring"),
        )
        .order_by(Meeting.starts_at.nulls_last(), Meeting.created_at)
        .limit(50)
    )
    return (await session.scalars(query)).all()


async def running_occurrence(session: AsyncSession, meeting_id: UUID) -> Occurrence | None:
    """The occurrence that is running now, if any."""
    query = select(Occurrence).where(
        Occurrence.meeting_id == meeting_id, Occurrence.ended_at.is_(None)
    )
    return (await session.scalars(query)).first()


async def latest_occurrence(session: AsyncSession, meeting_id: UUID) -> Occurrence | None:
    """The occurrence that started last."""
    query = (
        select(Occurrence)
        .where(Occurrence.meeting_id == meeting_id)
        .order_by(Occurrence.started_at.desc())
        .limit(1)
    )
    return (await session.scalars(query)).first()


async def running_or_latest(session: AsyncSession, meeting_id: UUID) -> Occurrence | None:
    """The occurrence that is running now; where none is, the one that started last."""
    query = (
        select(Occurrence)
        .where(Occurrence.meeting_id == meeting_id)
        .order_by(Occurrence.ended_at.is_not(None), Occurrence.started_at.desc())
        .limit(1)
        .execution_options(populate_existing=True)  # what was read before a lock may have ended
    )
    return (await session.scalars(query)).first()


async def requests_of(session: AsyncSession, meeting_id: UUID, *states: str) -> Sequence[Request]:
    """The meeting's requests, oldest first; only those in ``states`` when any are named."""
    query = select(Request).where(Request.meeting_id == meeting_id).order_by(Request.created_at)
    if states:
        query = query.where(Request.state.in_(states))
    return (await session.scalars(query)).all()


async def requests_of_many(
    session: AsyncSession, meeting_ids: Sequence[UUID]
) -> Mapping[UUID, Sequence[Request]]:
    """The requests of several meetings, each oldest first."""
    query = select(Request).where(Request.meeting_id.in_(meeting_ids)).order_by(Request.created_at)
    found: dict[UUID, list[Request]] = {}
    for request in (await session.scalars(query)).all():
        found.setdefault(request.meeting_id, []).append(request)
    return found


async def queue_of(session: AsyncSession, department: str) -> Sequence[Request]:
    """Wishes of the department that no caseworker has taken (B17), oldest first."""
    query = (
        select(Request)
        .where(
            Request.department == department,
            Request.relation == "citizen",  # an employee's own talk is in nobody's queue (C1)
            Request.caseworker_oid.is_(None),
            Request.state.not_in(("withdrawn", "lapsed")),
        )
        .order_by(Request.created_at)
    )
    return (await session.scalars(query)).all()


async def refused_in(session: AsyncSession, department: str, limit: int = 500) -> Sequence[UUID]:
    """The department's latest refusals, for the comparison of reasons."""
    query = (
        select(Request.id)
        .where(
            Request.department == department,
            (Request.state == "not_granted") | (Request.scope == "own_part"),
        )
        .order_by(Request.decided_at.desc())
        .limit(limit)
    )
    return (await session.scalars(query)).all()


async def decided_in(session: AsyncSession, department: str, limit: int = 200) -> Sequence[UUID]:
    """The department's latest decisions by a person, for the comparison of assessments."""
    query = (
        select(Request.id)
        .where(Request.department == department, Request.decided_at.is_not(None))
        .order_by(Request.decided_at.desc())
        .limit(limit)
    )
    return (await session.scalars(query)).all()


async def wishes_since(session: AsyncSession, meeting_id: UUID, since: datetime) -> int:
    """How many contact wishes the meeting has had since then."""
    query = select(func.count()).where(
        ContactWishRow.meeting_id == meeting_id, ContactWishRow.created_at >= since
    )
    return (await session.scalar(query)) or 0


async def ledger(
    session: AsyncSession, occurrence_id: UUID, *, lock: bool = False
) -> Sequence[Informed]:
    """The informed ledger of one occurrence; ``lock`` for whoever enters evidence."""
    query = (
        select(Informed)
        .where(Informed.occurrence_id == occurrence_id)
        .order_by(Informed.created_at, Informed.id)
    )
    found = query.with_for_update().execution_options(populate_existing=True) if lock else query
    return (await session.scalars(found)).all()


async def latest_call(session: AsyncSession, occurrence_id: UUID) -> Call | None:
    """The last try to be in this occurrence's call."""
    query = select(Call).where(Call.occurrence_id == occurrence_id).order_by(Call.attempt.desc())
    return (await session.scalars(query.limit(1))).first()


async def occurrences_of(session: AsyncSession, meeting_id: UUID) -> Sequence[Occurrence]:
    """Every time the meeting ran, oldest first."""
    query = select(Occurrence).where(Occurrence.meeting_id == meeting_id)
    return (await session.scalars(query.order_by(Occurrence.started_at))).all()


async def open_incidents(session: AsyncSession, meeting_id: UUID) -> Sequence[Incident]:
    """Recordings whose end has not been seen."""
    query = select(Incident).where(Incident.meeting_id == meeting_id, Incident.ended_at.is_(None))
    return (await session.scalars(query)).all()


async def chat_of(session: AsyncSession, oid: str) -> Chat | None:
    """The person's chat with the bot, while the app is installed."""
    chat = await session.get(Chat, oid)
    return chat if chat and chat.installed else None


async def latest_service_url(session: AsyncSession) -> str | None:
    """The service URL a chat told last (teams-platform 12). Where nobody has the app for themselves yet, a
    meeting that has it told one too."""
    of_person = select(Chat.service_url).order_by(Chat.installed.desc(), Chat.seen_at.desc())
    known = Meeting.service_url.is_not(None)
    of_meeting = select(Meeting.service_url).where(known).order_by(Meeting.created_at.desc())
    for query in (of_person.where(Chat.installed), of_meeting.where(Meeting.app_installed)):
        if found := await session.scalar(query.limit(1)):
            return found
    return await session.scalar(of_person.limit(1)) or await session.scalar(of_meeting.limit(1))


async def card(session: AsyncSession, purpose: str) -> Card | None:
    """The posted card with this purpose; locked."""
    return await session.get(Card, purpose, with_for_update=True, populate_existing=True)


async def cards_like(session: AsyncSession, prefix: str) -> Sequence[Card]:
    """All posted cards whose purpose begins so."""
    return (await session.scalars(select(Card).where(Card.purpose.startswith(prefix)))).all()


async def task(session: AsyncSession, request_id: UUID, kind: str) -> Task | None:
    """The task of this kind on the request."""
    query = select(Task).where(Task.request_id == request_id, Task.kind == kind)
    return (await session.scalars(query)).first()


async def own_recording(
    session: AsyncSession, request_id: UUID, *, lock: bool = False
) -> OwnRecording | None:
    """The steps of the municipality's own recording, once they have begun (A15)."""
    query = select(OwnRecording).where(OwnRecording.request_id == request_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return (await session.scalars(query)).first()
