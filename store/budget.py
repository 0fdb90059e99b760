"""Shared send budgets: token buckets in the database, so that all replicas spend from one purse."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import text

from store.database import Database, Unit
from store.turns import Bucket, Rate, Turn, take
from store.urgency import Urgency, current

__all__ = ["RATES", "Rate", "SharedBudget"]

# teams-platform 9, and what a bucket lets through in any time (burst + seconds * per_second). Sent into
# one conversation: 7 in 1 s, 8 in 2 s, 60 in 30 s, and 1,800 in an hour; its roster: 14, 16, 120 and
# 3,600; one app in one tenant: 50 in 1 s.
RATES: Mapping[str, Rate] = MappingProxyType(
    {
        "conversation": Rate(per_second=1.8, burst=4),
        "hour": Rate(per_second=1 / 3, burst=550),
        "roster": Rate(per_second=3.4, burst=9),
        "roster_hour": Rate(per_second=0.6, burst=1400),
        "tenant": Rate(per_second=46, burst=2),
        # Graph lets 130 000 calls through in 10 s; twenty to a batch make this at most 480.
        "graph_batch": Rate(per_second=2, burst=4),
    }
)

# The database's time: replicas' clocks differ, and a moved test clock must not make Teams faster.
NEW = text("""
    INSERT INTO budgets (key, tokens, at, waits)
    SELECT key, burst, clock_timestamp(), '{}'
    FROM unnest(CAST(:keys AS text[]), CAST(:bursts AS float8[])) AS wanted(key, burst)
    ON CONFLICT (key) DO NOTHING
""")
# The time is of before the wait for the locks, so never too late: a little too few tokens at most.
# Nobody waits for the disk: a purse that a crash of the database sets back by a moment does no harm.
LOCKED = text("""
    SELECT key, tokens, CAST(extract(epoch FROM at) AS float8) AS at, waits,
           CAST(extract(epoch FROM clock_timestamp()) AS float8) AS now,
           set_config('synchronous_commit', 'off', true) AS quick
    FROM budgets WHERE key = ANY(:keys) ORDER BY key FOR UPDATE
""")
WRITE = text("""
    UPDATE budgets SET tokens = told.tokens, at = to_timestamp(told.at),
        waits = CAST(told.waits AS jsonb)
    FROM unnest(
        CAST(:keys AS text[]), CAST(:tokens AS float8[]), CAST(:ats AS float8[]),
        CAST(:waits AS text[])
    ) AS told(key, tokens, at, waits)
    WHERE budgets.key = told.key
""")
FORGET = text("DELETE FROM budgets WHERE at < clock_timestamp() - CAST(:older AS interval)")
MOST_AT_ONCE = 30


@dataclass(eq=False)
class _Asked:
    """Somebody who waits for a turn."""

    keys: Collection[str]
    level: Urgency
    answer: asyncio.Future[Turn]


class SharedBudget:
    """Token buckets. A key is ``kind:rest``; its kind (before the colon) names the rate.

    Whoever asks while this process is asking the database waits, and all of them are answered with the
    next question: under load many turns cost one transaction.
    """

    def __init__(self, database: Database, rates: Mapping[str, Rate] = RATES) -> None:
        self._database = database
        self._rates = rates
        self._asking = asyncio.Lock()
        self._waiting: list[_Asked] = []

    async def take(self, keys: Sequence[str]) -> Turn:
        """One call's turn at every key's bucket, as urgent as what is being done (``urgency``).

        Granted, the call is made at once; otherwise nothing is taken and it is asked again. Raises
        KeyError on a kind without a rate, DatabaseAway when the database is away.
        """
        for key in keys:
            self._rate(key)
        answer: asyncio.Future[Turn] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Asked({_short(key) for key in keys}, current(), answer))
        try:
            async with self._asking:
                while not answer.done():
                    await self._answer_some()
            return await answer
        finally:
            answer.cancel()  # whoever gives up is asked for no more

    async def _answer_some(self) -> None:
        """Answer the first who wait, the most urgent of them first. Cut off, they go on waiting."""
        batch = self._waiting[:MOST_AT_ONCE]
        wanted = sorted((o for o in batch if not o.answer.done()), key=lambda one: one.level)
        try:
            turns = await self._turns(wanted) if wanted else []
        except Exception as fault:
            for one in wanted:
                if not one.answer.done():
                    one.answer.set_exception(fault)
        else:
            for one, turn in zip(wanted, turns, strict=True):
                if not one.answer.done():
                    one.answer.set_result(turn)
        del self._waiting[: len(batch)]

    async def _turns(self, batch: Sequence[_Asked]) -> list[Turn]:
        async with self._database.unit() as unit:
            rows = await self._locked(unit, sorted({key for one in batch for key in one.keys}))
            now = max(row.now for row in rows)
            buckets = {
                row.key: Bucket(self._rate(row.key), row.tokens, row.at, _levels(row.waits))
                for row in rows
            }
            turns = [take([buckets[key] for key in one.keys], one.level, now) for one in batch]
            await unit.session.execute(
                WRITE,
                {
                    "keys": list(buckets),
                    "tokens": [float(bucket.tokens) for bucket in buckets.values()],
                    "ats": [float(bucket.at) for bucket in buckets.values()],
                    "waits": [json.dumps(bucket.waits) for bucket in buckets.values()],
                },
            )
        return turns

    def _rate(self, key: str) -> Rate:
        return self._rates[key.partition(":")[0]]

    async def _locked(self, unit: Unit, keys: Sequence[str]) -> Sequence[Any]:
        """The rows, locked in one order for all, so that nobody waits in a circle."""
        rows = (await unit.session.execute(LOCKED, {"keys": keys})).all()
        if len(rows) < len(keys):
            bursts = [self._rate(key).burst for key in keys]
            await unit.session.execute(NEW, {"keys": keys, "bursts": bursts})
            rows = (await unit.session.execute(LOCKED, {"keys": keys})).all()
        return rows

    async def forget(self, older: timedelta = timedelta(days=1)) -> None:
        """Delete buckets nobody used for ``older``; they are full anyway."""
        async with self._database.unit() as unit:
            await unit.session.execute(FORGET, {"older": older})


def _levels(waits: Mapping[str, float]) -> dict[Urgency, float]:
    return {Urgency(int(level)): until for level, until in waits.items()}


def _short(key: str) -> str:
    """The key as stored: conversation ids are kept as hashes, nobody needs to read them here."""
    kind, _, rest = key.partition(":")
    return f"{kind}:{hashlib.sha256(rest.encode()).hexdigest()[:32]}" if rest else kind
