"""How much Graph tells by itself, and how much has to be looked after: said, and no fault."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog
from aiohttp import web

Counts = Sequence[tuple[str, str, int]]
"""Kind of subscription, its state, how many."""
WatchState = Callable[[], Awaitable[Counts]]

PATIENCE_SECONDS = 2.0
TELLING = frozenset({"active"})
WATCH: web.AppKey[WatchState] = web.AppKey("watch_state")
log = structlog.get_logger()


async def nothing_watched() -> Counts:
    """For a deployment without subscriptions."""
    return ()


async def counted(app: web.Application) -> Counts | None:
    """The counts now; None when they cannot be read."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await app[WATCH]()
    except Exception as error:
        log.warning("watch_not_counted", error=type(error).__name__)
        return None


def told_and_looked_after(counts: Counts) -> dict[str, dict[str, int]]:
    """By kind: of how many meetings Graph tells (``told``), and how many are only looked at."""
    found: dict[str, dict[str, int]] = {}
    for kind, state, number in counts:
        of_kind = found.setdefault(kind, {"told": 0, "looked_at": 0})
        of_kind["told" if state in TELLING else "looked_at"] += number
    return found
