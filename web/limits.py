"""The first thing every request meets: how much one address may ask, and in which HTTP.

AddressLimits guard the process against one noisy address; they count before anything is read or checked.
"""

from __future__ import annotations

import asyncio
import math
from dataclasses import dataclass, field

import structlog
from aiohttp import HttpVersion10, HttpVersion11, web
from aiohttp.typedefs import Handler, Middleware

from web.clients import Clients
from web.errors import sorry
from web.pace import Pace

log = structlog.get_logger()


@dataclass(frozen=True)
class AddressLimits:
    """What one address may do. ``at_once`` requests of it are answered at a time; ``in_line`` more wait,
    each at most ``patience`` seconds: whatever Teams tells comes from few addresses, an event that is
    turned away is not told again, and hundreds of meetings begin on the hour."""

    pace: Pace = field(default_factory=lambda: Pace(200))
    at_once: int = 100
    clients: Clients = field(default_factory=Clients)
    in_line: int = 1000
    patience: float = 10.0


@dataclass
class _Line:
    """One address: its places, and how many requests have one or wait for one."""

    places: asyncio.Semaphore
    here: int = 0


def limited(limits: AddressLimits) -> Middleware:
    """The middleware: 429 with ``Retry-After`` for who asks too much, 400 for odd HTTP."""
    lines: dict[str, _Line] = {}

    @web.middleware
    async def limit(request: web.Request, handler: Handler) -> web.StreamResponse:
        if _is_odd(request):
            return _closing(sorry(request, 400))
        client = limits.clients.of(request)
        if (wait := limits.pace.take(client)) > 0:
            return _too_many(request, wait)
        line = lines.setdefault(client, _Line(asyncio.Semaphore(limits.at_once)))
        if line.here >= limits.at_once + limits.in_line:
            return _too_many(request, 0)
        line.here += 1
        try:
            if not await _has_place(line, limits.patience):
                return _too_many(request, 0)
            try:
                return await handler(request)
            finally:
                line.places.release()
        finally:
            line.here -= 1
            if not line.here:
                del lines[client]

    return limit


async def _has_place(line: _Line, patience: float) -> bool:
    try:
        async with asyncio.timeout(patience):
            await line.places.acquire()
    except TimeoutError:
        return False
    return True


def _too_many(request: web.Request, wait: float) -> web.StreamResponse:
    log.info("too_many", at_once=wait <= 0)
    return _closing(sorry(request, 429), wait)


def _is_odd(request: web.Request) -> bool:
    """HTTP before 1.0, or chunks before 1.1 (RFC 9112, 6.1): two readers may see two requests.

    And a NUL in the address, which PostgreSQL cannot look up: what is named so does not exist.
    """
    if request.version < HttpVersion10 or "\x00" in request.path + request.query_string:
        return True
    return request.version < HttpVersion11 and "Transfer-Encoding" in request.headers


def _closing(response: web.Response, wait: float | None = None) -> web.Response:
    response.force_close()
    if wait is not None:
        response.headers["Retry-After"] = str(max(1, math.ceil(wait)))
    return response
