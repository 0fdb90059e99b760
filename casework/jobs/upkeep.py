"""The job that clears away what nobody needs any more, once an hour."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, select, update

from casework import effects
from casework.deciding import precedents
from casework.jobs.rooting import HOURLY
from casework.meeting import papers
from casework.office import Bench
from store.budget import SharedBudget
from store.database import Database
from store.jobs import Claim
from store.resealing import reseal, seal_talks
from store.tables import Effect, Inbound

DAILY = timedelta(days=1)
DELIVERIES_KEPT = timedelta(days=7)
ANSWERS_KEPT = timedelta(hours=1)
"""What a press was answered; Teams delivers again within minutes."""
DONE_KEPT = timedelta(days=30)


async def tidy(bench: Bench, claim: Claim) -> str:
    """Forget old deliveries, carried-out effects and idle budgets; seal anew what an older key has
    sealed. What a case tells is not touched."""
    async with bench.database.unit() as unit:
        old = unit.now - DELIVERIES_KEPT
        await unit.session.execute(delete(Inbound).where(Inbound.at < old))
        answered = Inbound.at < unit.now - ANSWERS_KEPT, Inbound.answer.is_not(None)
        await unit.session.execute(update(Inbound).where(*answered).values(answer=None))
        done = unit.now - DONE_KEPT
        await unit.session.execute(delete(Effect).where(Effect.done_at < done))
        await papers.forget_links(unit, DAILY)
        await precedents.seal_links(unit)
        await unit.effects.schedule(effects.TIDY, claim.key, due_at=unit.now + HOURLY)
    await SharedBudget(bench.database).forget(DAILY)
    await seal_talks(bench.database)
    await reseal(bench.database)
    return "tidied"


async def plan_upkeep(database: Database) -> None:
    """Set the rounds going; every replica may call it at its start, and puts none off by it."""
    rounds = (
        (effects.TIDY, "daily", HOURLY),
        (effects.ROOT, "hourly", HOURLY),
        (effects.RETAIN, "daily", DAILY),
        (effects.GUIDELINE, "daily", HOURLY),  # the first time soon after the start
    )
    async with database.unit() as unit:
        for kind, key, pause in rounds:
            going = select(Effect.id).where(
                Effect.kind == kind, Effect.key == key, Effect.done_at.is_(None)
            )
            if await unit.session.scalar(going) is None:
                await unit.effects.schedule(kind, key, due_at=unit.now + pause)
