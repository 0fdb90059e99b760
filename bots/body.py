"""A request's body becomes a JSON object, or is refused; nothing in it may surprise what follows."""

from __future__ import annotations

import asyncio
import json
import math
from typing import Any, NoReturn

from aiohttp import web

MAX_BYTES = 256 * 1024
MAX_DEPTH = 40
READ_SECONDS = 10.0


class RequestError(Exception):
    """The request is not taken. ``status`` is the HTTP answer, ``reason`` a code for the log.

    ``wait_seconds``: when to come again, for 429 and 503.
    """

    def __init__(self, status: int, reason: str, wait_seconds: float = 0.0) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.wait_seconds = wait_seconds


def check_announced(request: web.Request) -> None:
    """What the headers say of the body, before a byte of it is read. Raises RequestError 413, 415."""
    if request.content_type != "application/json":
        raise RequestError(415, "content_type")
    if (request.content_length or 0) > MAX_BYTES:
        raise RequestError(413, "too_large")


async def read_object(request: web.Request) -> dict[str, Any]:
    """Read and parse the body (teams-platform 14.3). Raises RequestError 400, 408 or 413."""
    try:
        async with asyncio.timeout(READ_SECONDS):
            body = await _read(request)
    except TimeoutError:
        raise RequestError(408, "too_slow") from None
    return parse_object(body)


async def _read(request: web.Request) -> bytes:
    """Read at most the cap, counted after decompression."""
    chunks: list[bytes] = []
    size = 0
    try:
        async for chunk in request.content.iter_chunked(64 * 1024):
            size += len(chunk)
            if size > MAX_BYTES:
                raise RequestError(413, "too_large")
            chunks.append(chunk)
    except (web.RequestPayloadError, OSError, ValueError):
        raise RequestError(400, "unreadable") from None
    return b"".join(chunks)


def parse_object(body: bytes) -> dict[str, Any]:
    """Strict JSON: an object, no key twice, finite numbers, no NUL, text that is text, not deep."""
    try:
        data = json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_once,
            parse_constant=_not_finite,
            parse_float=_finite,
        )
    except (ValueError, RecursionError):
        raise RequestError(400, "not_json") from None
    if not isinstance(data, dict):
        raise RequestError(400, "not_an_object")
    _check(data)
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _not_finite(_name: str) -> NoReturn:
    raise ValueError("not finite")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("not finite")
    return value


def _check(data: Any) -> None:
    """Level by level, so that depth costs no stack."""
    level = [data]
    for _ in range(MAX_DEPTH):
        deeper: list[Any] = []
        for value in level:
            if isinstance(value, str):
                _check_text(value)
            elif isinstance(value, dict):
                deeper.extend(value)
                deeper.extend(value.values())
            elif isinstance(value, list):
                deeper.extend(value)
        if not deeper:
            return
        level = deeper
    raise RequestError(400, "too_deep")


def _check_text(text: str) -> None:
    """NUL and lone surrogates cannot be stored or sent on (PostgreSQL, UTF-8)."""
    if "\x00" in text:
        raise RequestError(400, "nul")
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            raise RequestError(400, "not_text") from None
