"""The round over all subscriptions: what Graph has and we do not know, and the other way about."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import exists, select

from casework import effects
from casework.meeting import subscribed
from casework.office import Bench
from casework.ports import Listed, is_outside
from store import notification_keys
from store.database import Database, Unit
from store.jobs import Claim
from store.tables import Meeting, NotificationKey, Subscription

log = structlog.get_logger()

ROUND = timedelta(minutes=15)
KEYS_KEPT = timedelta(days=7)  # longer than a notification can be underway
AT_ONCE = 200


async def go_round(bench: Bench, claim: Claim) -> str:
    """Remove what nobody knows of, ask again for what is gone, and forget old keys.

    An answer that was lost leaves a subscription behind that counts against the quota. One that is
    just being made is unknown too: only what is unknown at two rounds in a row is removed.
    """
    began = bench.clock.now()
    strangers: list[str] = []
    listed: list[Listed] | None = None
    if await _anything(bench):
        try:
            listed = list(await bench.outside.subscriptions.mine())
            strangers = await _strangers(bench, listed, set(claim.args.get("strangers", ())))
        except Exception as error:
            if not is_outside(error):
                raise
            log.warning("subscriptions_not_listed", error=type(error).__name__)
    async with bench.database.unit() as unit:
        if listed is not None:
            there = {one.graph_id for one in listed}
            await _note_lost(unit, there, began)
        await _note_unreadable(unit)
        await _look_at(bench, unit)
        await _forget_keys(unit)
        args: dict[str, Any] = {"strangers": strangers}
        due = unit.now + ROUND
        await unit.effects.schedule(effects.SUBSCRIPTIONS, claim.key, args=args, due_at=due)
    return "gone_round" if listed is not None else "not_listed"


async def _anything(bench: Bench) -> bool:
    """Whether this deployment subscribes to anything, or did."""
    if bench.office.subscriptions:
        return True
    async with bench.database.unit() as unit:
        return bool(await unit.session.scalar(select(exists().select_from(Subscription))))


async def _strangers(bench: Bench, listed: list[Listed], before: set[str]) -> list[str]:
    """Ids that are not in our table; those that were strangers before are removed now."""
    async with bench.database.unit() as unit:
        known = set(await unit.session.scalars(select(Subscription.graph_id)))
    unknown = [one for one in listed if one.graph_id not in known]
    for one in unknown:
        if one.graph_id in before:
            await bench.outside.subscriptions.remove(one.kind, one.graph_id)
            log.info("subscription_of_nobody_removed", kind=one.kind)
    return [one.graph_id for one in unknown if one.graph_id not in before]


async def _note_lost(unit: Unit, there: set[str], began: Any) -> None:
    """What Graph does not have any more is asked for again, and looked at by ourselves meanwhile."""
    query = select(Subscription).where(
        Subscription.state.in_(("active", "silent")), Subscription.asked_at < began
    )
    for row in await unit.session.scalars(query.with_for_update(skip_locked=True)):
        if row.graph_id not in there:
            row.state, row.reason, row.graph_id = "lost", "gone", None
            await unit.session.flush()
            await effects.subscribe(unit, row.meeting_id)


async def _note_unreadable(unit: Unit) -> None:
    """What is encrypted for a key that is gone tells nothing: it is asked for anew."""
    certificates = select(Subscription.certificate_id).where(
        Subscription.state.in_(("active", "silent")), Subscription.certificate_id.is_not(None)
    )
    for certificate in set(await unit.session.scalars(certificates)):
        if certificate and not await notification_keys.opens(unit, certificate):
            of_it = select(Subscription.meeting_id).where(
                Subscription.certificate_id == certificate
            )
            for meeting in await unit.session.scalars(of_it):
                await effects.subscribe(unit, meeting)


async def _look_at(bench: Bench, unit: Unit) -> None:
    """Meetings near by that Graph tells nothing of yet, as after a change of settings."""
    kinds = bench.office.subscriptions
    of_it = exists().where(Subscription.meeting_id == Meeting.id, Subscription.kind.in_(kinds))
    near = select(Meeting.id).where(
        Meeting.state == "coming",
        Meeting.app_installed,
        Meeting.organizer_tenant == bench.office.tenant_id,
        Meeting.starts_at < unit.now + subscribed.REACH,
        Meeting.starts_at > unit.now - subscribed.REACH,
        ~of_it,
    )
    unwanted = select(Subscription.meeting_id).where(Subscription.kind.not_in(kinds))
    for query in (near, unwanted) if kinds else (unwanted,):
        for meeting in (await unit.session.scalars(query.limit(AT_ONCE))).unique():
            await effects.subscribe(unit, meeting)


async def _forget_keys(unit: Unit) -> None:
    """Old keys stay until nothing is encrypted for them, and a while longer."""
    newest = await notification_keys.newest(unit)
    if newest is None or unit.now - newest.created_at < KEYS_KEPT:
        return
    used = select(Subscription.certificate_id).where(Subscription.certificate_id.is_not(None))
    kept = {newest.id, *(key for key in await unit.session.scalars(used) if key)}
    old = select(NotificationKey.id).where(NotificationKey.id.not_in(kept))
    if (await unit.session.scalars(old)).first():
        await notification_keys.drop_all_but(unit, list(kept))


async def plan_round(database: Database) -> None:
    """Set the round going; every replica may call it at its start."""
    async with database.unit() as unit:
        await unit.effects.schedule(effects.SUBSCRIPTIONS, "all", due_at=unit.now + ROUND)
