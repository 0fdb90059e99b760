"""The first thing every request meets: how much one address may ask, and in which HTTP.

AddressLimits guard the process against one noisy address; they count before anything is read or checked.
"""

from __future__ import annotations

import math
from collections import Counter
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
    """What one address may do. ``at_once`` counts requests being answered."""

    pace: Pace = field(default_factory=lambda: Pace(200))
    at_once: int = 100
    clients: Clients = field(default_factory=Clients)


def limited(limits: AddressLimits) -> Middleware:
    """The middleware: 429 with ``Retry-After`` for who asks too much, 400 for odd HTTP."""
    busy: Counter[str] = Counter()

    @web.middleware
    async def limit(request: web.Request, handler: Handler) -> web.StreamResponse:
        if _is_odd(request):
            return _closing(sorry(request, 400))
        client = limits.clients.of(request)
        wait = limits.pace.take(client)
        if wait > 0 or busy[client] >= limits.at_once:
            log.info("too_many", at_once=wait <= 0)
            return _closing(sorry(request, 429), wait)
        busy[client] += 1
        try:
            return await handler(request)
        finally:
            busy[client] -= 1
            if not busy[client]:
                del busy[client]

    return limit


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
