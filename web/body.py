"""The body of a call from a machine: JSON of a bounded size, or a refusal."""

from __future__ import annotations

import asyncio
from typing import Any

import orjson
from aiohttp import web

from web.in_hand import Held, TooMuch

READ_SECONDS = 10.0


class BodyError(Exception):
    """The body is not taken. ``status`` is the HTTP answer, ``reason`` a code for the log."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


async def read_json(request: web.Request, max_bytes: int, held: Held) -> Any:
    """Read and parse at most ``max_bytes``, counted in ``held``. Raises BodyError 400, 408, 413, 415, or 429
    when the address has too much in hand."""
    if request.content_type != "application/json":
        raise BodyError(415, "content_type")
    if (request.content_length or 0) > max_bytes:
        raise BodyError(413, "too_large")
    try:
        async with asyncio.timeout(READ_SECONDS):
            body = await _read(request, max_bytes, held)
    except TimeoutError:
        raise BodyError(408, "too_slow") from None
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        raise BodyError(400, "not_json") from None


async def _read(request: web.Request, max_bytes: int, held: Held) -> bytes:
    """Counted after decompression."""
    body = bytearray()
    try:
        async for chunk in request.content.iter_chunked(64 * 1024):
            held.add(len(chunk))
            body += chunk
            if len(body) > max_bytes:
                raise BodyError(413, "too_large")
    except TooMuch:
        raise BodyError(429, "too_much_in_hand") from None
    except (web.RequestPayloadError, OSError, ValueError):
        raise BodyError(400, "unreadable") from None
    return bytes(body)
