"""Jobs on what Graph tells by itself: ask for it, renew it, let it go, and clear up what was lost."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Literal, NamedTuple
from uuid import UUID, uuid4

import structlog
from sqlalchemy import select

from casework import effects
from casework.jobs.meeting import load, meeting_id
from casework.meeting import subscribed
from casework.office import Bench
from casework.ports import Subscribed, is_outside
from store import find, notification_keys
from store.database import Unit
from store.jobs import Claim
from store.tables import Effect, Meeting, NotificationKey, Subscription

log = structlog.get_logger()

KEY_AGE = timedelta(days=180)
ROOM_AGAIN = {"soon": timedelta(seconds=10), "no": timedelta(minutes=15)}
SHORTEST, LONGEST = timedelta(seconds=5), timedelta(minutes=15)
HOURS = timedelta(hours=6)
PATIENCE = {
    "not_validated": LONGEST,
    "quota": timedelta(minutes=30),
    "meeting_unknown": timedelta(hours=1),
    "no_join_link": timedelta(hours=1),
    "exists": timedelta(hours=1),
}
"""When Graph is asked again after a refusal; anything else is for an administrator to mend."""


class Step(NamedTuple):
    """What is to be done about one subscription now, or when it is to be looked at again."""

    do: Literal["wait", "create", "renew", "reauthorize", "remake", "give_up"]
    row: UUID
    graph_id: str = ""
    secret: str = ""
    clear: bool = False
    at: datetime | None = None


async def subscribe(bench: Bench, claim: Claim) -> str:
    """Bring what Graph tells of this meeting in line with what is wanted now (5.4)."""
    meeting = await load(bench, meeting_id(claim))
    if meeting is None:
        return "gone"
    async with bench.database.unit() as unit:
        window = await subscribed.window(bench.office, unit, meeting)
        rows = await subscribed.of_meeting(unit, meeting.id)
    wanted = bench.office.subscriptions if window.wanted else ()
    times = [window.again] if bench.office.subscriptions else []
    for kind in subscribed.KINDS:
        if kind in wanted and _possible(kind, meeting):
            times.append(await _keep(bench, meeting, kind))
        elif kind in rows:
            times.append(await _let_go(bench, rows[kind]))
    await _plan(bench, claim, [at for at in times if at])
    return "wanted" if wanted else "not_wanted"


def _possible(kind: str, meeting: Meeting) -> bool:
    if kind == "chat":
        return bool(meeting.chat_id)
    if kind == "recordings":
        return bool(meeting.graph_id)
    return bool(meeting.teams_meeting_id and meeting.service_url)


async def _plan(bench: Bench, claim: Claim, times: list[datetime]) -> None:
    """The next look, unless somebody asked for an earlier one while this one went on."""
    if not times:
        return
    async with bench.database.unit() as unit:
        query = select(Effect.generation).where(Effect.id == claim.id).with_for_update()
        if await unit.session.scalar(query) == claim.generation:
            await effects.subscribe(unit, meeting_id(claim), max(min(times), unit.now + SHORTEST))


async def _keep(bench: Bench, meeting: Meeting, kind: str) -> datetime | None:
    """One subscription, made or kept; when to look at it again."""
    async with bench.database.unit() as unit:
        step = await _next_step(bench, unit, meeting, kind)
    if step.do == "wait":
        return step.at
    try:
        answer = await _take(bench, meeting, kind, step)
    except Exception as error:
        if not is_outside(error):
            raise
        log.warning("subscription_no_answer", kind=kind, error=type(error).__name__)
        return await _failed(bench, step.row)
    return await _enter(bench, meeting.id, step, answer)


async def _next_step(bench: Bench, unit: Unit, meeting: Meeting, kind: str) -> Step:
    row = (await subscribed.of_meeting(unit, meeting.id)).get(kind)
    if row is None:
        row = Subscription(
            id=uuid4(), meeting_id=meeting.id, kind=kind, state="lost", asked_at=unit.now
        )
        unit.session.add(row)
        await unit.session.flush()
    else:
        row = await subscribed.locked(unit, row.id) or row
    if row.reason == "displaced":
        return Step("give_up", row.id, row.graph_id or "")
    expires = row.expires_at or unit.now
    if row.state in ("active", "silent") and row.graph_id and expires > unit.now:
        if row.reason == "reauthorize":
            return Step("reauthorize", row.id, row.graph_id)
        if await _is_outdated(unit, meeting, row):
            return Step("remake", row.id, row.graph_id)
        again = expires - subscribed.MARGIN
        return Step("wait" if again > unit.now else "renew", row.id, row.graph_id, at=again)
    ask_again = row.asked_at + PATIENCE.get(row.reason, HOURS)
    if (row.state == "refused" or row.reason == "quota") and ask_again > unit.now:
        return Step("wait", row.id, at=ask_again)
    return await _begin(bench, unit, meeting, row)


async def _is_outdated(unit: Unit, meeting: Meeting, row: Subscription) -> bool:
    """Whether it is encrypted for a key that has been replaced, or that is gone.

    A call that runs would not be told of by a new subscription (5.1): while the old key opens what
    is told of it, it is kept until the call is over.
    """
    if row.certificate_id is None:
        return False
    if not await notification_keys.opens(unit, row.certificate_id):
        return True
    newest = await notification_keys.newest(unit)
    replaced = newest is not None and newest.id != row.certificate_id
    return replaced and await find.running_occurrence(unit.session, meeting.id) is None


async def _begin(bench: Bench, unit: Unit, meeting: Meeting, row: Subscription) -> Step:
    """Write down that Graph is about to be asked: it may tell before it answers."""
    answer_lost = row.state == "creating"
    room = await subscribed.room_for(bench.office, unit, meeting, row.kind)
    if room != "yes":
        row.state, row.reason, row.asked_at = "waiting", "ceiling", unit.now
        return Step("wait", row.id, at=unit.now + ROOM_AGAIN[room])
    secret = secrets.token_urlsafe(48)
    row.state, row.reason, row.graph_id = "creating", "", None
    row.secret_hash, row.asked_at = subscribed.hashed(secret), unit.now
    return Step("create", row.id, secret=secret, clear=answer_lost)


async def _take(bench: Bench, meeting: Meeting, kind: str, step: Step) -> Subscribed | None:
    """The call itself; None when there is none to be made."""
    graph = bench.outside.subscriptions
    if step.do in ("remake", "give_up"):
        await graph.remove(kind, step.graph_id)
        return None
    if step.do == "reauthorize":
        return await graph.reauthorize(kind, step.graph_id)
    until = bench.clock.now() + subscribed.LIFETIME
    if step.do == "renew":
        return await graph.renew(kind, step.graph_id, until)
    target = await _target(bench, meeting, kind)
    if target is None:
        return _NO_JOIN_LINK
    if step.clear:
        await graph.clear(kind, target)
    answer = await _create(bench, kind, target, step, until)
    if answer.outcome == "exists" and await graph.clear(kind, target):
        answer = await _create(bench, kind, target, step, until)
    return answer


async def _create(bench: Bench, kind: str, target: str, step: Step, until: datetime) -> Subscribed:
    key = await _current_key(bench) if kind == "call_events" else None
    if key:
        async with bench.database.unit() as unit:
            row = await subscribed.locked(unit, step.row)
            if row:
                row.certificate_id = key.id
    return await bench.outside.subscriptions.create(
        kind,
        target,
        until=until,
        client_state=step.secret,
        certificate_id=str(key.id) if key else "",
        certificate=key.certificate if key else "",
    )


async def _target(bench: Bench, meeting: Meeting, kind: str) -> str | None:
    """What Graph knows it by. The join link is asked for, and kept nowhere."""
    if kind == "chat":
        return meeting.chat_id
    if kind == "recordings":
        return meeting.graph_id
    details = await bench.outside.meetings.details(
        meeting.service_url or "", meeting.teams_meeting_id or ""
    )
    return details.join_url if details else None


async def _current_key(bench: Bench) -> NotificationKey:
    """The newest key pair; made when there is none that opens anything, and anew twice a year."""
    async with bench.database.unit() as unit:
        key = await notification_keys.newest(unit)
        young = key is not None and unit.now - key.created_at < KEY_AGE
        if key and young and await notification_keys.opens(unit, key.id):
            return key
    pair = await bench.outside.subscriptions.new_key_pair(bench.clock.now())
    async with bench.database.unit() as unit:
        return await notification_keys.add(unit, pair.certificate, pair.private)


class _Refusal(NamedTuple):
    outcome: str
    graph_id: str = ""
    expires_at: datetime | None = None


_NO_JOIN_LINK = _Refusal("no_join_link")


async def _failed(bench: Bench, row_id: UUID) -> datetime:
    """Trouble on the way: soon again, then more and more seldom."""
    async with bench.database.unit() as unit:
        row = await subscribed.locked(unit, row_id)
        failures = row.failures if row else 0
        if row:
            row.failures += 1
        wait: timedelta = min(LONGEST, SHORTEST * (1 << min(failures, 10)))
        return unit.now + wait


async def _enter(
    bench: Bench, found: UUID, step: Step, answer: Subscribed | None
) -> datetime | None:
    """What Graph answered, into the row; when to look at it again."""
    async with bench.database.unit() as unit:
        # The meeting first, as everywhere: whoever holds it may go on to what Graph tells of it.
        await find.meeting(unit.session, found, lock=True)
        row = await subscribed.locked(unit, step.row)
        if row is None:
            return None
        before = row.state
        again = _entered(unit, row, step, answer)
        await unit.session.flush()
        if before != row.state and "active" in (before, row.state):
            facts = {"kind": row.kind, "state": row.state, "reason": row.reason}
            await unit.journal.write(row.meeting_id, "signals", actor="system", facts=facts)
        return again


def _entered(unit: Unit, row: Subscription, step: Step, answer: Subscribed | None) -> datetime:
    if answer is None:
        row.graph_id = None
        given_up = step.do == "give_up"
        row.state, row.reason = ("waiting", "ceiling") if given_up else ("lost", "")
        return unit.now + (LONGEST if given_up else timedelta())
    if answer.outcome == "active":
        row.graph_id = answer.graph_id or row.graph_id
        if step.do == "create":
            row.active_since, row.expires_at, row.notified_at = row.asked_at, None, None
        asked_for = unit.now + subscribed.LIFETIME
        row.expires_at = answer.expires_at or row.expires_at or asked_for
        row.state = "silent" if row.state == "silent" else "active"
        row.reason, row.failures = "", 0
        return max(row.expires_at - subscribed.MARGIN, unit.now)
    row.graph_id = None
    if answer.outcome == "gone":
        row.state, row.reason = "lost", "gone"
        return unit.now
    row.state = "waiting" if answer.outcome == "quota" else "refused"
    row.reason, row.asked_at = answer.outcome, unit.now
    return unit.now + PATIENCE.get(answer.outcome, HOURS)


async def _let_go(bench: Bench, row: Subscription) -> datetime | None:
    """Graph stops telling; what it tells all the same belongs to nothing any more."""
    if row.graph_id:
        try:
            await bench.outside.subscriptions.remove(row.kind, row.graph_id)
        except Exception as error:
            if not is_outside(error):
                raise
            log.warning("subscription_not_removed", kind=row.kind, error=type(error).__name__)
            return await _failed(bench, row.id)
    async with bench.database.unit() as unit:
        meeting = await find.meeting(unit.session, row.meeting_id, lock=True)
        found = await subscribed.locked(unit, row.id)
        if found and meeting:
            facts = {"kind": row.kind, "state": "ended", "reason": ""}
            await unit.journal.write(meeting.id, "signals", actor="system", facts=facts)
            await unit.session.delete(found)
    return None
