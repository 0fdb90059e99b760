"""Where Graph reports of the calls Lydhør makes, and where Microsoft fetches what is played.

``/api/calls/<key>``: one unguessable address per call. What is reported is stored and answered with
202 at once; the work is done by jobs. ``/api/calls``: the calling webhook that an Azure bot must
name; nobody can call Lydhør, so nothing is done there (teams-platform 6.3).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import astuple
from typing import Any, Final, Protocol

import orjson
import structlog
from aiohttp import web

from casework.call_ports import CallEvent
from casework.meeting.call_commands import CallReported
from casework.meeting.calls import UnknownCall
from microsoft365.call_events import call_events, is_legacy
from microsoft365.errors import MicrosoftError
from microsoft365.inbound import Refused
from store.database import DatabaseAway
from texts.shelf import Shelf

MAX_BYTES: Final = 256 * 1024
READ_SECONDS: Final = 10.0
STORE_SECONDS: Final = 10.0
LONGEST_KEY: Final = 64
RETRY_AFTER: Final = {"Retry-After": "5"}
log = structlog.get_logger()

Report = Callable[[CallReported], Awaitable[object]]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ChecksCalls(Protocol):
    """``microsoft365.inbound.CallTokenValidator``."""

    async def check_call(self, auth_header: str | None) -> None:
        """Returns for a good token; Refused, or Unavailable when the keys are out of reach."""
        ...


class NotTaken(Exception):  # noqa: N818
    """The request is not taken; ``status`` is the answer."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


class CallsEndpoint:
    """Handles what comes from Graph about calls."""

    def __init__(self, validator: ChecksCalls, report: Report) -> None:
        self._validator = validator
        self._report = report

    async def reported(self, request: web.Request) -> web.Response:
        """A report of a call of ours."""
        try:
            body = await self._let_in(request)
            if is_legacy(body):
                return web.Response(status=204)
            await self._store(request.match_info["key"], body)
        except NotTaken as refusal:
            return _refusal(refusal.status)
        return web.Response(status=202)

    async def incoming(self, request: web.Request) -> web.Response:
        """Somebody calls the bot: it is not answered. A body from before Graph gets 204, so that it
        is sent again in Graph's form."""
        try:
            body = await self._let_in(request)
        except NotTaken as refusal:
            return _refusal(refusal.status)
        return web.Response(status=204 if is_legacy(body) else 202)

    async def _let_in(self, request: web.Request) -> Mapping[str, Any]:
        """The body of a verified request. Raises NotTaken."""
        try:
            await self._validator.check_call(request.headers.get("Authorization"))
        except Refused as refused:
            log.info("call_report_refused", reason=refused.reason)
            raise NotTaken(401) from None
        except (MicrosoftError, TimeoutError):
            raise NotTaken(503) from None
        try:
            # Unlike the standard library's reader it takes no half of a character, and no NaN.
            data = orjson.loads(await _read(request))
        except orjson.JSONDecodeError:
            raise NotTaken(400) from None
        if not isinstance(data, dict):
            raise NotTaken(400)
        return data

    async def _store(self, key: str, body: Mapping[str, Any]) -> None:
        events = tuple(CallEvent(*astuple(event)) for event in call_events(body))
        if len(key) > LONGEST_KEY:
            raise NotTaken(404)
        try:
            async with asyncio.timeout(STORE_SECONDS):
                await self._report(CallReported(callback_key=key, events=events))
        except UnknownCall:
            raise NotTaken(404) from None
        except (DatabaseAway, TimeoutError):
            raise NotTaken(503) from None


async def _read(request: web.Request) -> bytes:
    """The body, at most the cap, counted after decompression. Raises NotTaken."""
    if request.content_type != "application/json":
        raise NotTaken(415)
    body = bytearray()
    try:
        async with asyncio.timeout(READ_SECONDS):
            async for chunk in request.content.iter_chunked(64 * 1024):
                body += chunk
                if len(body) > MAX_BYTES:
                    raise NotTaken(413)
    except TimeoutError:
        raise NotTaken(408) from None
    except (web.RequestPayloadError, OSError, ValueError):
        raise NotTaken(400) from None
    return bytes(body)


def _refusal(status: int) -> web.Response:
    """A status, and no reason to learn from."""
    if status == 401:
        return web.Response(status=401, headers={"WWW-Authenticate": "Bearer"})
    return web.Response(status=status, headers=RETRY_AFTER if status == 503 else {})


def prompts_from(shelf: Shelf | None) -> Handler:
    """Serves what is spoken, and beside it what it says. Fetched without a token: it says the same in
    every meeting and names nobody, and nobody can tell its address who was not given it."""

    async def prompt(request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        path = shelf.file(name) if shelf else None
        if path is None:
            raise web.HTTPNotFound
        sound = name.endswith(".wav")
        return web.Response(
            body=await asyncio.to_thread(path.read_bytes),
            content_type="audio/wav" if sound else "text/plain",
            charset=None if sound else "utf-8",
            headers={"Cache-Control": "public, max-age=31536000, immutable"},
        )

    return prompt
