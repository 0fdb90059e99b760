"""The door: ``POST /api/messages``, step by step as teams-platform 14.3 asks.

What the headers announce, token, body, service URL (claim = body = allow-list), channel, tenant, pace,
shape, then the turn. Nobody's body is read before the token holds (teams-platform 14.3 has it the other
way round: then a stranger may keep us reading). Whoever fails before the turn never reaches a handler; no content of a request causes a 5xx. With the
database or the key service away an activity gets 503, so that Teams delivers it again, and a pressed
button the card *prøv igen*: never a success that is not stored.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol

import structlog
from aiohttp import web

from bots import answers
from bots.actions import press_of_invoke
from bots.adapter import Adapter
from bots.body import RequestError, check_announced, read_object
from bots.incoming import Incoming, check_shape, pick
from bots.recording_bot import HEARD, RecordingBot
from clock import Clock
from microsoft365.errors import MicrosoftError
from microsoft365.inbound import Claims, Refused
from microsoft365.service_urls import ServiceUrls
from store.database import DatabaseAway

CHANNEL: Final = "msteams"
TURN_SECONDS: Final = 12.0
RETRY_SECONDS: Final = 5.0
log = structlog.get_logger()

Observe = Callable[[str, int, float], None]
"""Told of every answer: kind of activity (``refused`` before the turn), status, seconds."""

Pace = Callable[[str], float]
"""Asked with a tenant before every turn: 0, or the seconds to wait (``web.pace.Pace.take``)."""


class ChecksTokens(Protocol):
    """``microsoft365.inbound.TokenValidator``."""

    async def check(self, auth_header: str | None) -> Claims:
        """The claims of a good token; Refused, or Unavailable when the keys are out of reach."""
        ...


@dataclass(frozen=True)
class Door:
    """Who may come in: the one tenant, and the service URLs that may be answered."""

    validator: ChecksTokens
    service_urls: ServiceUrls
    tenant_id: str
    clock: Clock
    pace: Pace | None = None


class MessagesEndpoint:
    """Handles ``POST /api/messages``."""

    def __init__(
        self, door: Door, adapter: Adapter, bot: RecordingBot, observe: Observe | None = None
    ) -> None:
        self._door = door
        self._adapter = adapter
        self._bot = bot
        self._observe = observe

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one request."""
        started = time.perf_counter()
        kind = "refused"
        try:
            incoming = await self._let_in(request)
            kind = _kind(incoming)
            response = await self._turn(incoming)
        except RequestError as refusal:
            log.info("not_let_in", status=refusal.status, reason=refusal.reason)
            response = _refusal(refusal)
        if self._observe is not None:
            self._observe(kind, response.status, time.perf_counter() - started)
        return response

    async def _let_in(self, request: web.Request) -> Incoming:
        """The verified activity. Raises RequestError for anything else."""
        check_announced(request)
        claims = await self._authenticate(request)
        raw = await read_object(request)
        service_url = self._service_url(claims, raw)
        if raw.get("channelId") != CHANNEL:
            raise RequestError(403, "other_channel")
        self._check_tenant(raw)
        self._check_pace()
        check_shape(raw)
        return Incoming(raw, service_url, self._door.tenant_id, self._door.clock.now())

    async def _authenticate(self, request: web.Request) -> Claims:
        try:
            return await self._door.validator.check(request.headers.get("Authorization"))
        except Refused as refused:
            raise RequestError(401, refused.reason) from None
        except (MicrosoftError, TimeoutError):
            raise RequestError(503, "keys_away", RETRY_SECONDS) from None

    def _service_url(self, claims: Claims, raw: dict[str, Any]) -> str:
        """The address that token and body agree on; the body's own word is never enough."""
        urls = self._door.service_urls
        if not urls.agree(claims.service_url, raw.get("serviceUrl")):
            raise RequestError(401, "service_url")
        cleaned = urls.clean(claims.service_url)
        if cleaned is None:
            raise RequestError(401, "service_url")
        return cleaned

    def _check_tenant(self, raw: dict[str, Any]) -> None:
        """Every tenant the activity names is ours, and it names at least one."""
        named = [
            pick(raw, "channelData", "tenant", "id"),
            pick(raw, "conversation", "tenantId"),
        ]
        told = [tenant for tenant in named if tenant not in (None, "")]
        ours = self._door.tenant_id.casefold()
        if not told or any(not isinstance(t, str) or t.casefold() != ours for t in told):
            raise RequestError(403, "other_tenant")

    def _check_pace(self) -> None:
        """The one tenant that gets this far may not keep a replica busy without end."""
        pace = self._door.pace
        wait = pace(self._door.tenant_id) if pace else 0.0
        if wait > 0:
            raise RequestError(429, "too_many", wait)

    async def _turn(self, incoming: Incoming) -> web.Response:
        try:
            async with asyncio.timeout(TURN_SECONDS):
                answer = await self._adapter.process_activity(incoming, self._bot.on_turn)
        except (DatabaseAway, TimeoutError) as error:
            log.warning("turn_put_off", kind=_kind(incoming), error=type(error).__name__)
            return _put_off(incoming, 503)
        except RequestError:
            raise
        except Exception:
            log.exception("turn_failed", kind=_kind(incoming))
            return _put_off(incoming, 500)
        if answer is None:
            return web.Response(status=200)
        return web.json_response(answer.body, status=answer.status)


def _put_off(incoming: Incoming, status: int) -> web.Response:
    """Nothing was stored, and the answer says so."""
    if incoming.type == "invoke":
        press = press_of_invoke(incoming.raw.get("value"))
        return web.json_response(answers.try_again(incoming.language, press))
    return web.Response(status=status, headers=_retry_after(RETRY_SECONDS))


def _refusal(refusal: RequestError) -> web.Response:
    """A status, and no reason to learn from."""
    if refusal.status == 401:
        return web.Response(status=401, headers={"WWW-Authenticate": "Bearer"})
    headers = _retry_after(refusal.wait_seconds) if refusal.wait_seconds else {}
    return web.Response(status=refusal.status, headers=headers)


def _retry_after(seconds: float) -> dict[str, str]:
    return {"Retry-After": str(math.ceil(seconds))}


def _kind(incoming: Incoming) -> str:
    """The type for logs and counters: one that is known, so that no text slips in."""
    return incoming.type if incoming.type in HEARD else "other"
