"""Shared send budgets: token buckets in the database, so that all replicas spend from one purse."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from sqlalchemy import text

from store.database import Database


@dataclass(frozen=True)
class Rate:
    """At most ``burst`` at once, refilled with ``per_second``."""

    per_second: float
    burst: float


# teams-platform 9: per conversation 7 in 1 s, 8 in 2 s, 60 in 30 s; per tenant 50 in 1 s. A bucket
# lets burst + seconds * per_second through, so it stays below each of them.
RATES: Mapping[str, Rate] = MappingProxyType(
    {
        "conversation": Rate(per_second=1.8, burst=4),
        "tenant": Rate(per_second=30, burst=15),
        # Graph lets 130 000 calls through in 10 s; twenty to a batch make this at most 480.
        "graph_batch": Rate(per_second=2, burst=4),
    }
)

# The database's time: replicas' clocks differ, and a moved test clock must not make Teams faster.
TAKE = text("""
    INSERT INTO budgets (key, tokens, at) VALUES (:key, :burst - 1, clock_timestamp())
    ON CONFLICT (key) DO UPDATE SET
        at = greatest(budgets.at, excluded.at),
        tokens = least(
            CAST(:burst AS float8),
            budgets.tokens + :per_second * greatest(
                0, CAST(extract(epoch FROM excluded.at - budgets.at) AS float8)
            )
        ) - 1
    RETURNING tokens
""").bindparams(burst=1.0, per_second=1.0)
QUICK = text("SET LOCAL synchronous_commit = off")
FORGET = text("DELETE FROM budgets WHERE at < clock_timestamp() - CAST(:older AS interval)")


class SharedBudget:
    """Token buckets. A key is ``kind:rest``; its kind (before the colon) names the rate."""

    def __init__(self, database: Database, rates: Mapping[str, Rate] = RATES) -> None:
        self._database = database
        self._rates = rates

    async def take(self, keys: Sequence[str]) -> float:
        """Reserve one send from every key's bucket; the seconds to wait before sending.

        The place is taken: after the wait the caller sends without asking again. Raises KeyError on
        a kind without a rate, DatabaseAway when the database is away.
        """
        wait = 0.0
        async with self._database.unit() as unit:
            await unit.session.execute(QUICK)
            for key in sorted(set(keys)):  # one order for all, so that nobody waits in a circle
                rate = self._rates[key.partition(":")[0]]
                values = {"key": _short(key), "burst": rate.burst, "per_second": rate.per_second}
                tokens = await unit.session.scalar(TAKE, values)
                wait = max(wait, -float(tokens or 0) / rate.per_second)
        return wait

    async def forget(self, older: timedelta = timedelta(days=1)) -> None:
        """Delete buckets nobody used for ``older``; they are full anyway."""
        async with self._database.unit() as unit:
            await unit.session.execute(FORGET, {"older": older})


def _short(key: str) -> str:
    """The key as stored: conversation ids are kept as hashes, nobody needs to read them here."""
    kind, _, rest = key.partition(":")
    return f"{kind}:{hashlib.sha256(rest.encode()).hexdigest()[:32]}" if rest else kind
