"""What Graph is to tell of which meeting, for how long, and which meetings come first (5.4)."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, case, exists, func, select

from casework import effects, showing
from casework.office import Office
from casework.ports import RecordingMark
from guidelines.meeting import RECORDING_STARTS
from store import find
from store.database import Unit
from store.tables import Incident, Meeting, Occurrence, Request, Subscription

KINDS = ("chat", "recordings", "call_events")
HELD = ("creating", "active", "silent")
"""States that count against what Graph allows."""
LIFETIME = timedelta(minutes=4200)  # at most 4 320, in one of Microsoft's tables 4 230 (5.4)
MARGIN = timedelta(hours=24)  # renewed daily
REACH = timedelta(hours=24)
AFTER, AFTER_INCIDENT = timedelta(hours=2), timedelta(hours=24)
NO_END = timedelta(hours=8)
TELLS_WITHIN = timedelta(seconds=60)  # teams-platform 5: a minute at the most


class Window(NamedTuple):
    """Whether Graph is to tell of a meeting now, and when that is to be asked again."""

    wanted: bool
    again: datetime | None


async def window(office: Office, unit: Unit, meeting: Meeting) -> Window:
    """From a day before the meeting until its aftermath; while it runs in any case."""
    ours = meeting.organizer_tenant == office.tenant_id
    if not (meeting.app_installed and ours and meeting.chat_id) or meeting.state == "cancelled":
        return Window(False, None)
    latest = await find.latest_occurrence(unit.session, meeting.id)
    if latest and latest.ended_at is None and showing.counts_as_now(latest, unit.now):
        return Window(True, unit.now + MARGIN)
    if latest and latest.ended_at:
        seen = exists().where(Incident.meeting_id == meeting.id)
        recorded = await unit.session.scalar(select(seen))
        over = latest.ended_at + (AFTER_INCIDENT if recorded else AFTER)
        if unit.now < over:
            return Window(True, over)
    if showing.repeats(meeting):
        requests = await find.requests_of(unit.session, meeting.id, *find.OPEN_STATES, "granted")
        waits = any(r.state != "granted" or r.used_at is None for r in requests)
        return Window(waits, unit.now + MARGIN)
    return _by_its_time(unit, meeting)


def _by_its_time(unit: Unit, meeting: Meeting) -> Window:
    begins = (meeting.starts_at or meeting.created_at) - REACH
    over = (meeting.ends_at or (meeting.starts_at or meeting.created_at) + NO_END) + AFTER
    if meeting.state == "past" or unit.now >= over:
        return Window(False, None)
    return Window(False, begins) if unit.now < begins else Window(True, over)


async def of_meeting(unit: Unit, meeting_id: UUID) -> Mapping[str, Subscription]:
    """What Graph was asked to tell of the meeting, by kind."""
    query = select(Subscription).where(Subscription.meeting_id == meeting_id)
    newest = query.execution_options(populate_existing=True)
    return {row.kind: row for row in await unit.session.scalars(newest)}


async def locked(unit: Unit, subscription_id: UUID) -> Subscription | None:
    """One subscription, for change."""
    return await unit.session.get(
        Subscription, subscription_id, with_for_update=True, populate_existing=True
    )


def hashed(client_state: str) -> str:
    """What is kept of ``clientState``: long and random, so that a plain hash is enough."""
    return hashlib.sha256(client_state.encode()).hexdigest()


async def recognised(unit: Unit, told: Sequence[tuple[str, str]]) -> Sequence[Subscription | None]:
    """The subscription that each id and secret (``clientState``) name, None where they name none.

    The database is asked once, however many there are: whoever forges knows no secret, and must not
    hold a connection. Graph may tell something before its answer to our asking was stored: then the
    secret alone says which it is. Compared in constant time.
    """
    if not told:
        return []
    query = select(Subscription).where(
        Subscription.graph_id.in_({graph_id for graph_id, _ in told})
        | (Subscription.graph_id.is_(None) & (Subscription.state == "creating"))
    )
    rows = list(await unit.session.scalars(query))
    asked = [row for row in rows if row.graph_id is None]
    named: dict[str, list[Subscription]] = {}
    for row in rows:
        if row.graph_id is not None:
            named.setdefault(row.graph_id, []).append(row)
    return [_knows([*named.get(graph_id, ()), *asked], secret) for graph_id, secret in told]


def _knows(rows: Iterable[Subscription], client_state: str) -> Subscription | None:
    given = hashed(client_state)
    known = [row for row in rows if hmac.compare_digest(row.secret_hash, given)]
    return known[0] if known else None


# --- which meetings come first ------------------------------------------------------------------


def _need() -> ColumnElement[int]:
    """Meetings that run come first, then those with a wish, then the others."""
    runs = exists().where(Occurrence.meeting_id == Meeting.id, Occurrence.ended_at.is_(None))
    wish = exists().where(
        Request.meeting_id == Meeting.id, Request.state.in_((*find.OPEN_STATES, "granted"))
    )
    return case((runs, 0), (wish, 1), else_=2)


async def room_for(
    office: Office, unit: Unit, meeting: Meeting, kind: str
) -> Literal["yes", "soon", "no"]:
    """Whether there is room below the ceiling. ``soon``: a meeting that needs it less has been told
    to give its place up."""
    held = Subscription.kind == kind, Subscription.state.in_(HELD)
    count = select(func.count()).select_from(Subscription)
    mine = Subscription.meeting_id != meeting.id
    if (await unit.session.scalar(count.where(*held, mine)) or 0) < office.subscription_ceiling:
        return "yes"
    need, at = _need(), func.coalesce(Meeting.starts_at, Meeting.created_at)
    own = (await unit.session.execute(select(need, at).where(Meeting.id == meeting.id))).one()
    least = (
        select(Subscription, need, at)
        .join(Meeting, Meeting.id == Subscription.meeting_id)
        .where(*held, mine, Subscription.reason != "displaced")
        .order_by(need.desc(), at.desc())
        .limit(1)
        .with_for_update(of=Subscription, skip_locked=True)
    )
    found = (await unit.session.execute(least)).first()
    if found is None or (own[0], own[1]) >= (found[1], found[2]):
        return "no"
    found[0].reason = "displaced"
    await unit.session.flush()
    await effects.subscribe(unit, found[0].meeting_id)
    return "soon"


# --- is it telling? -----------------------------------------------------------------------------


async def tells_of_recording(unit: Unit, meeting_id: UUID) -> bool:
    """Whether Graph can be relied on to tell of a recording in this meeting just now."""
    row = (await of_meeting(unit, meeting_id)).get("chat")
    return row is not None and row.state == "active" and (row.expires_at or unit.now) > unit.now


async def note_silence(unit: Unit, meeting: Meeting, marks: Iterable[RecordingMark]) -> None:
    """What was found by looking and not told of in time: it is looked often again."""
    starts = [mark for mark in marks if mark.status == RECORDING_STARTS]
    row = (await of_meeting(unit, meeting.id)).get("chat") if starts else None
    if row is None or row.state != "active" or row.active_since is None:
        return
    for mark in starts:
        told = row.notified_at is not None and row.notified_at >= mark.at
        late = mark.at + TELLS_WITHIN < unit.now
        if mark.at > row.active_since and late and not told:
            row.state, row.reason, row.failures = "silent", "not_told", row.failures + 1
            await unit.session.flush()
            facts = {"kind": row.kind}
            await unit.journal.write(meeting.id, "signal_missed", actor="system", facts=facts)
            return


async def counts(unit: Unit) -> Sequence[tuple[str, str, int]]:
    """How many there are of each kind and state."""
    query = select(Subscription.kind, Subscription.state, func.count()).group_by(
        Subscription.kind, Subscription.state
    )
    return [(kind, state, number) for kind, state, number in await unit.session.execute(query)]
