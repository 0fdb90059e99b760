"""Claiming an effect before it is carried out, and writing down how it ended."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from procrastinate import App
from sqlalchemy import select, text
from sqlalchemy.engine import CursorResult

from clock import Clock
from store.database import Database, DatabaseAway
from store.effects import WakeUp, wake_up
from store.tables import Effect

CLAIM = text("""
    UPDATE effects SET claims = effects.claims + 1, claimed_at = :now
    FROM (SELECT id, claimed_at FROM effects WHERE id = :id FOR UPDATE) AS before
    WHERE effects.id = before.id AND generation = :generation AND done_at IS NULL
        AND due_at <= :now AND kind = ANY(:known) AND claims < :most
    RETURNING effects.id, kind, key, args, claims, generation,
        before.claimed_at IS NOT NULL AS again_after_crash
""")
# Moved or cancelled meanwhile: the row is no longer ours to end, only to let go of.
FINISH = text("""
    UPDATE effects SET claimed_at = NULL,
        done_at = CASE WHEN generation = :generation AND done_at IS NULL THEN :now ELSE done_at END,
        outcome = CASE WHEN generation = :generation AND done_at IS NULL THEN :outcome
                       ELSE outcome END
    WHERE id = :id
""")
# An earlier claim that ended without a result stays visible until one ends well.
PUT_OFF = text("""
    UPDATE effects SET due_at = :due_at, outcome = :reason,
        claimed_at = CASE WHEN :uncertain THEN claimed_at END
    WHERE id = :id AND generation = :generation AND done_at IS NULL
""")
# They are due again before anything is done about them: whoever dies meanwhile costs one round.
CLAIM_TOGETHER = text("""
    WITH due AS MATERIALIZED (
        SELECT id FROM effects WHERE kind = :kind AND done_at IS NULL AND due_at <= :now
        ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED
    )
    UPDATE effects SET due_at = :again, args = args
        || jsonb_build_object('round', coalesce(CAST(args ->> 'round' AS integer), 0) + 1)
    FROM due WHERE effects.id = due.id
    RETURNING effects.id, kind, key, args, claims, generation, false AS again_after_crash
""")
END_TOGETHER = text("""
    UPDATE effects SET done_at = :now, outcome = ended.outcome
    FROM unnest(CAST(:ids AS bigint[]), CAST(:generations AS integer[]), CAST(:outcomes AS text[]))
        AS ended(id, generation, outcome)
    WHERE effects.id = ended.id AND effects.generation = ended.generation AND done_at IS NULL
""")
LET_GO = text("UPDATE effects SET claimed_at = NULL WHERE id = :id")
FINISH_PAUSES = (0.5, 1.5)  # seconds
# By chance, or an older replica that polls at the same pace as a newer one is first every time. Less than
# the two seconds after which a sweep would make a second wake-up.
NOT_OURS_SECONDS = (0.5, 1.9)
chance = random.SystemRandom()
log = structlog.get_logger()


@dataclass(frozen=True)
class Claim:
    """One try at one effect. ``claims`` counts tries from 1.

    ``again_after_crash``: an earlier try ended without a result, so the outside may have seen it.
    """

    id: int
    kind: str
    key: str
    args: Mapping[str, Any]
    claims: int
    again_after_crash: bool
    generation: int


@dataclass(frozen=True)
class NotDue:
    """Not for us now: it is due later by our clock, or another release's. Ask again after ``seconds``."""

    seconds: float


@dataclass(frozen=True)
class Exhausted:
    """The last allowed try ended without a result."""

    claim: Claim


class ClaimBook:
    """The claims of all engines, in the table ``effects``."""

    def __init__(self, database: Database, clock: Clock, app: App, max_claims: int) -> None:
        self._database = database
        self._clock = clock
        self._app = app
        self._max_claims = max_claims

    async def due(self, limit: int = 100, *, but: Collection[str] = ()) -> list[tuple[int, int]]:
        """Id and generation of what is due and undone, oldest first; ``but`` of these kinds."""
        query = (
            select(Effect.id, Effect.generation)
            .where(Effect.done_at.is_(None), Effect.due_at <= self._clock.now())
            .where(Effect.kind.not_in(list(but)))
            .order_by(Effect.due_at, Effect.id)
            .limit(limit)
        )
        async with self._database.unit() as unit:
            return [(row.id, row.generation) for row in await unit.session.execute(query)]

    async def claim(
        self, effect: int, generation: int, known: Collection[str]
    ) -> Claim | NotDue | Exhausted | None:
        """Claim a try. None: done, cancelled or moved. Only with the effect's presence lock.

        A kind that is not ``known`` here is another release's, whose replica takes it (docs/upgrades.md).
        """
        now = self._clock.now()
        rows = await self._database.statement(
            CLAIM,
            {
                "id": effect,
                "generation": generation,
                "now": now,
                "known": list(known),
                "most": self._max_claims,
            },
        )
        if rows:
            return Claim(**rows[0]._mapping)
        return await self._not_claimed(effect, generation, known, now)

    async def claim_together(self, kind: str, every: timedelta, most: int) -> list[Claim]:
        """So many that are due, longest overdue first; due again after ``every`` unless they are ended.
        ``round`` in their args counts from 1 since they were planned."""
        now = self._clock.now()
        values = {"kind": kind, "now": now, "again": now + every, "most": most}
        rows = await self._database.statement(CLAIM_TOGETHER, values)
        return [Claim(**row._mapping) for row in rows]

    async def end_together(self, claims: Sequence[Claim], outcomes: Mapping[int, str]) -> None:
        """Of these claims end those with an outcome (by effect), unless they were planned anew meanwhile."""
        ended = [claim for claim in claims if claim.id in outcomes]
        if ended:
            values = {
                "now": self._clock.now(),
                "ids": [claim.id for claim in ended],
                "generations": [claim.generation for claim in ended],
                "outcomes": [outcomes[claim.id] for claim in ended],
            }
            await self._database.statement(END_TOGETHER, values)

    async def _not_claimed(
        self, effect: int, generation: int, known: Collection[str], now: datetime
    ) -> NotDue | Exhausted | None:
        """Why it is not to be had."""
        async with self._database.unit() as unit:
            row = await unit.session.get(Effect, effect)
        if row is None or row.done_at is not None or row.generation != generation:
            return None
        if row.due_at > now:
            return NotDue((row.due_at - now).total_seconds())
        if row.kind not in known:
            log.info("effect_of_another_release", effect=row.id, kind=row.kind)
            return NotDue(chance.uniform(*NOT_OURS_SECONDS))
        if row.claims < self._max_claims:
            return NotDue(0.0)  # opened again in this moment
        return Exhausted(
            Claim(
                id=row.id,
                kind=row.kind,
                key=row.key,
                args=row.args,
                claims=row.claims,
                again_after_crash=row.claimed_at is not None,
                generation=row.generation,
            )
        )

    async def finish(self, claim: Claim, outcome: str) -> None:
        """Mark the effect done, unless it was moved or cancelled meanwhile.

        A short absence of the database is waited out: what was carried out is worth remembering.
        """
        for pause in FINISH_PAUSES:
            try:
                return await self._finish(claim, outcome)
            except DatabaseAway:
                await asyncio.sleep(pause)
        return await self._finish(claim, outcome)

    async def _finish(self, claim: Claim, outcome: str) -> None:
        await self._database.statement(
            FINISH,
            {
                "id": claim.id,
                "generation": claim.generation,
                "now": self._clock.now(),
                "outcome": outcome[:60],
            },
        )

    async def put_off(
        self, claim: Claim, by: timedelta, reason: str, *, maybe_done: bool = False
    ) -> None:
        """Make the effect due again later and wake for it, unless it was moved or cancelled.

        ``maybe_done``: the outside may have seen this try; the next one is told as after a crash.
        """
        unsure = claim.again_after_crash or maybe_done
        async with self._database.unit() as unit:
            values = {
                "id": claim.id,
                "generation": claim.generation,
                "due_at": self._clock.now() + by,
                "reason": reason[:60],
                "uncertain": unsure,
            }
            changed = await unit.session.execute(PUT_OFF, values)
            if isinstance(changed, CursorResult) and changed.rowcount > 0:
                again = WakeUp(claim.id, claim.generation, claim.kind, by.total_seconds())
                await wake_up(unit.session, self._app, [again])
            elif not unsure:
                await unit.session.execute(LET_GO, {"id": claim.id})
