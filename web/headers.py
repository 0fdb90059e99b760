"""Headers that every response carries."""

from __future__ import annotations

from typing import Final

from aiohttp import web

from web.page import policy

ALWAYS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": policy("'none'"),
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
}


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Add what the handler has not set, and leave out which server this is."""
    for name, value in ALWAYS.items():
        response.headers.setdefault(name, value)
    response.headers.pop("Server", None)
