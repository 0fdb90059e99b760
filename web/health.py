"""Whether the process lives (``/healthz``) and whether it can do its work (``/readyz``)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import web

from web.watch_state import counted, told_and_looked_after

Check = Callable[[], Awaitable[None]]
"""Raises when the part is away."""

PATIENCE_SECONDS = 3.0
KEPT_SECONDS = 1.0
"""So long everybody gets one answer: anybody may ask, and each look costs the database a connection."""
log = structlog.get_logger()


@dataclass(frozen=True)
class _Found:
    """What a look found, at this time of the loop's clock."""

    said: Mapping[str, Any]
    at: float


class Readiness:
    """Looks at the parts, one look at a time."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._checks = checks
        self._looking = asyncio.Lock()
        self._found: _Found | None = None

    async def said(self, app: web.Application) -> Mapping[str, Any]:
        """What was found within the last second, by whoever asked."""
        async with self._looking:
            now = asyncio.get_running_loop().time()
            if self._found is None or now - self._found.at >= KEPT_SECONDS:
                said = await self._look(app)
                self._found = _Found(said, asyncio.get_running_loop().time())
            return self._found.said

    async def _look(self, app: web.Application) -> Mapping[str, Any]:
        names = list(self._checks)
        found = await asyncio.gather(*(_answers(name, self._checks[name]) for name in names))
        parts = {name: "ok" if ok else "away" for name, ok in zip(names, found, strict=True)}
        said: dict[str, Any] = {"ready": all(found), "parts": parts}
        if all(found) and (counts := await counted(app)):
            said["watch"] = told_and_looked_after(counts)
        return said


READINESS: web.AppKey[Readiness] = web.AppKey("readiness", Readiness)


async def healthz(_request: web.Request) -> web.Response:
    """200 as long as the event loop turns, whatever else is away."""
    return web.json_response({"alive": True})


async def readyz(request: web.Request) -> web.Response:
    """200 when every part answers; otherwise 503 naming the parts that are away. ``watch`` says of
    how many meetings Graph tells, and how many are only looked at: the latter is no fault."""
    said = await request.app[READINESS].said(request.app)
    return web.json_response(said, status=200 if said["ready"] else 503)


async def _answers(name: str, check: Check) -> bool:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await check()
    except Exception as error:
        log.warning("not_ready", part=name, error=type(error).__name__)
        return False
    return True
