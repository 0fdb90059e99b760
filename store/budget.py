"""Shared send budgets: token buckets in the database, so that all replicas spend from one purse."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
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
LOCKED = text("""
    SELECT key, tokens, CAST(extract(epoch FROM at) AS float8) AS at, waits,
           CAST(extract(epoch FROM clock_timestamp()) AS float8) AS now
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
QUICK = text("SET LOCAL synchronous_commit = off")
FORGET = text("DELETE FROM budgets WHERE at < clock_timestamp() - CAST(:older AS interval)")


class SharedBudget:
    """Token buckets. A key is ``kind:rest``; its kind (before the colon) names the rate."""

    def __init__(self, database: Database, rates: Mapping[str, Rate] = RATES) -> None:
        self._database = database
        self._rates = rates

    async def take(self, keys: Sequence[str]) -> Turn:
        """One call's turn at every key's bucket, as urgent as what is being done (``urgency``).

        Granted, the call is made at once; otherwise nothing is taken and it is asked again. Raises
        KeyError on a kind without a rate, DatabaseAway when the database is away.
        """
        rates = {_short(key): self._rates[key.partition(":")[0]] for key in keys}
        async with self._database.unit() as unit:
            await unit.session.execute(QUICK)
            rows = await self._locked(unit, rates)
            now = max(row.now for row in rows)
            buckets = [
                Bucket(rates[row.key], row.tokens, row.at, _levels(row.waits)) for row in rows
            ]
            turn = take(buckets, current(), now)
            await unit.session.execute(
                WRITE,
                {
                    "keys": [row.key for row in rows],
                    "tokens": [float(bucket.tokens) for bucket in buckets],
                    "ats": [float(bucket.at) for bucket in buckets],
                    "waits": [json.dumps(bucket.waits) for bucket in buckets],
                },
            )
        return turn

    async def _locked(self, unit: Unit, rates: Mapping[str, Rate]) -> Sequence[Any]:
        """The rows, locked in one order for all, so that nobody waits in a circle."""
        keys = sorted(rates)
        rows = (await unit.session.execute(LOCKED, {"keys": keys})).all()
        if len(rows) < len(keys):
            bursts = [rates[key].burst for key in keys]
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
