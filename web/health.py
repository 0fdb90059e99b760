"""Whether the process lives (``/healthz``) and whether it can do its work (``/readyz``)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from aiohttp import web

from web.watch_state import counted, told_and_looked_after

Check = Callable[[], Awaitable[None]]
"""Raises when the part is away."""

PATIENCE_SECONDS = 3.0
CHECKS: web.AppKey[Mapping[str, Check]] = web.AppKey("health_checks", Mapping)
log = structlog.get_logger()


async def healthz(_request: web.Request) -> web.Response:
    """200 as long as the event loop turns, whatever else is away."""
    return web.json_response({"alive": True})


async def readyz(request: web.Request) -> web.Response:
    """200 when every part answers; otherwise 503 naming the parts that are away. ``watch`` says of
    how many meetings Graph tells, and how many are only looked at: the latter is no fault."""
    checks = request.app[CHECKS]
    found = await asyncio.gather(*(_answers(name, check) for name, check in checks.items()))
    parts = dict(zip(checks, found, strict=True))
    ready = all(found)
    said: dict[str, Any] = {"ready": ready}
    said["parts"] = {name: "ok" if ok else "away" for name, ok in parts.items()}
    if ready and (counts := await counted(request.app)):
        said["watch"] = told_and_looked_after(counts)
    return web.json_response(said, status=200 if ready else 503)


async def _answers(name: str, check: Check) -> bool:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await check()
    except Exception as error:
        log.warning("not_ready", part=name, error=type(error).__name__)
        return False
    return True
