"""Which meetings' switches are to be read again, and how many are held: the tables' side of the sweep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Interval,
    Select,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    text,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from store.tables import Meeting, Occurrence


@dataclass(frozen=True)
class Paces:
    """How long after it was last asked a meeting is asked again (casework/meeting/cadence.py)."""

    running: timedelta
    near: timedelta
    far: timedelta
    past: timedelta
    soon_is: timedelta
    may_be_moved: timedelta


@dataclass(frozen=True)
class Watched:
    """How many meetings' chats are looked at just now: those that run and of which nobody but the look tells
    (``often``), and the others (``seldom``): Graph tells of them by itself, or the call is over."""

    often: int
    seldom: int = 0


WATCHED = text("""
    WITH looks AS MATERIALIZED (
        SELECT key FROM effects WHERE kind = 'watch' AND done_at IS NULL AND due_at <= :soon
    )
    SELECT count(*) AS every, count(*) FILTER (WHERE EXISTS (
        SELECT FROM occurrences o WHERE o.meeting_id = CAST(looks.key AS uuid) AND o.ended_at IS NULL
    ) AND NOT EXISTS (
        SELECT FROM subscriptions s WHERE s.meeting_id = CAST(looks.key AS uuid)
            AND s.kind = 'chat' AND s.state = 'active' AND s.expires_at > :now
    )) AS often FROM looks
""")


async def watched(session: AsyncSession, now: datetime, within: timedelta) -> Watched:
    """The meetings whose next look is due ``within`` so long."""
    row = (await session.execute(WATCHED, {"now": now, "soon": now + within})).one()
    return Watched(int(row.often), int(row.every) - int(row.often))


async def due(
    session: AsyncSession,
    tenant_id: str,
    paces: Paces,
    now: datetime,
    limit: int,
    *,
    running_first: bool = True,
) -> Sequence[Meeting]:
    """Meetings of ours in Graph that have not been asked about for their pace: those that run, then the
    longest overdue. By the time they were due, so that one that did not answer waits its turn again."""
    asked, pace = Meeting.block_asked_at, _pace(paces, now)
    due_at = asked + pace
    query = _ours(tenant_id).where(pace.is_not(None), asked.is_(None) | (due_at <= now))
    order = [due_at.asc().nulls_first(), Meeting.id]
    if running_first:
        order.insert(0, case((_runs(), 0), else_=1))
    return (await session.scalars(query.order_by(*order).limit(limit))).all()


def _ours(tenant_id: str) -> Select[Meeting]:
    return select(Meeting).where(
        Meeting.app_installed,
        Meeting.organizer_tenant == tenant_id,
        Meeting.organizer_oid.is_not(None),
        Meeting.graph_id.is_not(None),
    )


def _pace(paces: Paces, now: datetime) -> ColumnElement[timedelta]:
    """How long after it was asked a meeting is due again; null for one that is not swept."""
    coming = Meeting.state == "coming"
    soon = or_(Meeting.starts_at.is_(None), Meeting.starts_at < now + paces.soon_is)
    past = Meeting.state == "past"
    just_now = and_(past, Meeting.ends_at > now - paces.soon_is)
    lately = and_(past, Meeting.ends_at > now - paces.may_be_moved)
    tiers = [
        (_runs(), paces.running),
        (and_(coming, soon), paces.near),
        (coming, paces.far),
        (just_now, paces.far),
        (lately, paces.past),
    ]
    return case(*((tier, literal(pace, Interval())) for tier, pace in tiers))


def _runs() -> ColumnElement[bool]:
    return (
        select(true())
        .where(Occurrence.meeting_id == Meeting.id, Occurrence.ended_at.is_(None))
        .exists()
    )


async def read_as_before(session: AsyncSession, meetings: Sequence[UUID], now: datetime) -> None:
    """They were read, and are held as they were."""
    seen = {"block_asked_at": now, "block_read_at": now, "held_at": now}
    await _set(session, meetings, seen)


async def asked(session: AsyncSession, meetings: Sequence[UUID], at: datetime) -> None:
    """They were asked about, with whatever answer; the next time counts from ``at``."""
    await _set(session, meetings, {"block_asked_at": at})


async def _set(
    session: AsyncSession, meetings: Sequence[UUID], values: Mapping[str, datetime]
) -> None:
    if meetings:
        await session.execute(
            update(Meeting)
            .where(Meeting.id.in_(meetings))
            .values(**values)
            .execution_options(synchronize_session=False)
        )


async def running_of(session: AsyncSession, meetings: Sequence[UUID]) -> frozenset[UUID]:
    """Those of the meetings that run now."""
    query = select(Occurrence.meeting_id).where(
        Occurrence.meeting_id.in_(meetings), Occurrence.ended_at.is_(None)
    )
    return frozenset((await session.scalars(query)).all())


async def count(session: AsyncSession) -> Mapping[str, int]:
    """How many coming and running meetings stand in each state of the block."""
    query = (
        select(Meeting.block_state, func.count())
        .where(Meeting.chat_id.is_not(None), Meeting.app_installed, Meeting.state == "coming")
        .group_by(Meeting.block_state)
    )
    rows = (await session.execute(query)).all()
    return {str(row[0]): int(row[1]) for row in rows}
