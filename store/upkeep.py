"""What keeps wake-ups from getting lost: rescue after a crash, and the sweep over what is due."""

from __future__ import annotations

from datetime import datetime, timedelta

from procrastinate import App
from sqlalchemy import text

from store.database import Database
from store.effects import TOGETHER, WakeUp, wake_up

# One statement, so that two rescuers never take the same job (jobs.md 4). No queueing locks here.
# A wake-up that kills every worker is dropped; the sweep makes a new one, and claims are counted.
RESCUE = text("""
    WITH dead AS (
        SELECT job.id, job.attempts FROM procrastinate_jobs job
        LEFT JOIN procrastinate_workers worker ON worker.id = job.worker_id
        WHERE job.status = 'doing' AND (
            worker.id IS NULL
            OR worker.last_heartbeat < now() - make_interval(secs => :stall)
        )
        FOR UPDATE OF job SKIP LOCKED
    )
    SELECT id, CASE
        WHEN attempts < :cap
        THEN procrastinate_retry_job_v2(id, now(), NULL, NULL, NULL)::text
        ELSE procrastinate_finish_job_v1(id, 'failed', true)::text
    END FROM dead
""")
ALONE = text("SELECT pg_try_advisory_xact_lock(:lock)")
LOST = text("""
    SELECT effect.id, effect.generation, effect.kind FROM effects effect
    WHERE effect.done_at IS NULL AND effect.due_at <= :before AND effect.kind <> ALL(:together)
    AND NOT EXISTS (
        SELECT FROM procrastinate_jobs job
        WHERE job.args ->> 'effect' = effect.id::text
            AND job.args ->> 'generation' = effect.generation::text
            AND job.status IN ('todo', 'doing')
            AND (job.status = 'doing' OR job.scheduled_at IS NULL
                 OR job.scheduled_at <= now() + interval '2 seconds')
    )
    ORDER BY effect.due_at LIMIT 500
""")
SWEEP_LOCK = 0x6C79737770


async def rescue(database: Database, *, stall: float, cap: int) -> int:
    """Give the jobs of dead workers back; how many. ``stall`` is seconds without a heartbeat."""
    async with database.unit() as unit:
        return len((await unit.session.execute(RESCUE, {"stall": stall, "cap": cap})).all())


async def sweep(database: Database, app: App, *, now: datetime, grace: timedelta) -> int:
    """Wake for everything due for ``grace`` that has no ripe wake-up; how many.

    This also makes a moved clock work: the wake-up lies at the machine's time, the row at ours.
    """
    async with database.unit() as unit:
        if not await unit.session.scalar(ALONE, {"lock": SWEEP_LOCK}):
            return 0  # another replica is at it
        lost = {"before": now - grace, "together": list(TOGETHER)}
        rows = (await unit.session.execute(LOST, lost)).all()
        await wake_up(unit.session, app, [WakeUp(r.id, r.generation, r.kind) for r in rows])
    return len(rows)
