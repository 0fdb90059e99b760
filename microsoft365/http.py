"""One pooled https client for everything Microsoft: time-outs, Retry-After, careful repeating.

A call is repeated when nothing was done (no connection, 429, 412) or when the caller says that
repeating is harmless; a POST whose answer was lost or was a 5xx raises ``Ambiguous`` at once.
"""

from __future__ import annotations

import asyncio
import random
import ssl
import time
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol

import aiohttp
import orjson
import structlog
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, stop_any
from tenacity.stop import stop_before_delay
from yarl import URL

from microsoft365.egress import Egress, ForbiddenAddress, JudgingResolver
from microsoft365.errors import Ambiguous, Denied, MicrosoftError, Missing, Unavailable
from microsoft365.pauses import Again, pause, retry_after_seconds
from microsoft365.payload import error_code
from microsoft365.proxy import proxy_for

log = structlog.get_logger()
chance = random.SystemRandom()

MAX_ANSWER_BYTES: Final = 8 * 1024 * 1024
NOTHING_DONE: Final = frozenset({412, 429})
NOTHING_SENT: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)


class Turn(Protocol):
    """Whether a call may be made now; if not, when to ask again, and how long in all."""

    @property
    def granted(self) -> bool:
        """The call may be made now, and is counted."""
        ...

    @property
    def wait(self) -> float:
        """Seconds after which to ask again."""
        ...

    @property
    def patience(self) -> float:
        """Seconds this call waits at most."""
        ...


class Budget(Protocol):
    """Send limits shared by all replicas (teams-platform 9)."""

    async def take(self, keys: Sequence[str]) -> Turn:
        """One call's turn under every key."""
        ...


@dataclass(frozen=True)
class Limits:
    """Time limits in seconds. ``patience`` bounds all attempts of one call together."""

    connect: float = 5.0
    total: float = 15.0
    attempts: int = 4
    patience: float = 20.0
    longest_queue: float = 30.0


@dataclass(frozen=True)
class Answer:
    """What came back. ``json`` is None when the body was empty or no JSON."""

    status: int
    json: Any
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class Call:
    """One call to make."""

    method: str
    url: URL
    route: str
    headers: Mapping[str, str]
    body: bytes | None
    repeat_safe: bool
    budget: Sequence[str]
    accept: Collection[int]


Observer = Callable[[str, str, int, float], None]
"""Told of every attempt: method, route template, status (0 = no answer), seconds."""


class Http:
    """The pooled client. Open for as long as the process; ``close`` at the end."""

    def __init__(
        self,
        *,
        ca_bundle: Path | None = None,
        egress: Egress | None = None,
        budget: Budget | None = None,
        limits: Limits | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        observe: Observer | None = None,
    ) -> None:
        self._tls = ssl.create_default_context(cafile=str(ca_bundle) if ca_bundle else None)
        self._egress = egress or Egress()
        self._budget = budget
        self._limits = limits or Limits()
        self._sleep = sleep
        self._observe = observe
        self._sessions: dict[bool, aiohttp.ClientSession] = {}

    async def close(self) -> None:
        """Close every connection."""
        for session in self._sessions.values():
            await session.close()

    async def request(
        self,
        method: str,
        url: str,
        *,
        route: str,
        repeat_safe: bool,
        token: str | None = None,
        json: Any = None,
        data: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        budget: Sequence[str] = (),
        accept: Collection[int] = (),
        attempts: int | None = None,
    ) -> Answer:
        """Make the call; returns 2xx answers and those whose status is in ``accept``.

        The body is ``json``, or ``data`` as it is (``headers`` then name its type).

        Raises Unavailable, Ambiguous, Denied or Missing. ``route`` is the template that errors
        and logs name instead of the address.
        """
        call = Call(
            method=method,
            url=_https(method, url, route),
            route=route,
            headers=_headers(token, json is not None, headers),
            body=data if json is None else orjson.dumps(json),
            repeat_safe=repeat_safe,
            budget=budget,
            accept=accept,
        )
        return await self._persist(call, attempts or self._limits.attempts)

    async def _persist(self, call: Call, attempts: int) -> Answer:
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(Again),
            wait=pause,
            stop=stop_any(stop_after_attempt(attempts), stop_before_delay(self._limits.patience)),
            sleep=self._sleep,
            reraise=True,
        )
        try:
            return await retrying(self._attempt, call)
        except Again as again:
            raise again.error from None

    async def _attempt(self, call: Call) -> Answer:
        await self._queue(call)
        started = time.monotonic()
        status = 0
        try:
            answer = await self._exchange(call)
            status = answer.status
        except ForbiddenAddress:
            log.error("address_refused", method=call.method, route=call.route)
            raise Unavailable(call.method, call.route) from None
        except NOTHING_SENT:
            raise Again(Unavailable(call.method, call.route)) from None
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            raise _lost(call, 0, None) from None
        finally:
            if self._observe is not None:
                self._observe(call.method, call.route, status, time.monotonic() - started)
        return _judge(call, answer)

    async def _queue(self, call: Call) -> None:
        if self._budget is None or not call.budget:
            return
        waited = 0.0
        while not (turn := await self._budget.take(call.budget)).granted:
            if waited + turn.wait > min(turn.patience, self._limits.longest_queue):
                raise Unavailable(call.method, call.route, 0, turn.wait)
            pause_ = turn.wait + chance.uniform(0, 0.02)  # not all at the same moment
            await self._sleep(pause_)
            waited += pause_

    async def _exchange(self, call: Call) -> Answer:
        proxy = proxy_for(str(call.url))
        self._egress.check_written(call.url.host or "", call.url.port or 443)
        async with self._open(direct=proxy is None).request(
            call.method,
            call.url,
            data=call.body,
            headers=call.headers,
            allow_redirects=False,
            proxy=proxy,
        ) as response:
            body = await _read(response)
            return Answer(response.status, _parse(body), response.headers, body)

    def _open(self, *, direct: bool) -> aiohttp.ClientSession:
        """Connections of our own are judged; a proxy is the operator's, and looks names up itself."""
        if direct not in self._sessions:
            limits = self._limits
            judged: dict[str, Any] = {
                "resolver": JudgingResolver(self._egress),
                "socket_factory": self._egress.open_socket,
            }
            self._sessions[direct] = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    ssl=self._tls, limit=100, keepalive_timeout=15, **(judged if direct else {})
                ),
                timeout=aiohttp.ClientTimeout(
                    total=limits.total, connect=limits.connect, sock_connect=limits.connect
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": "Lydhoer"},
                json_serialize=_json,
            )
        return self._sessions[direct]


def _https(method: str, url: str, route: str) -> URL:
    try:
        parsed = URL(url, encoded=True)
        good = parsed.scheme == "https" and bool(parsed.host) and parsed.user is None
    except ValueError:
        good = False
    if not good:
        raise Denied(method, route, 0, "https_required")
    return parsed


def _headers(token: str | None, with_body: bool, more: Mapping[str, str] | None) -> dict[str, str]:
    headers = {"Accept": "application/json", **(more or {})}
    if with_body:
        headers["Content-Type"] = "application/json"
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    return headers


async def _read(response: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in response.content.iter_chunked(65536):
        body += chunk
        if len(body) > MAX_ANSWER_BYTES:
            raise ValueError("answer too large")
    return bytes(body)


def _parse(body: bytes) -> Any:
    try:
        return orjson.loads(body) if body else None
    except orjson.JSONDecodeError:
        return None


def _judge(call: Call, answer: Answer) -> Answer:
    status = answer.status
    if 200 <= status < 300 or status in call.accept:
        return answer
    if status in (404, 410):
        raise Missing(call.method, call.route, status)
    wait = retry_after_seconds(answer.headers.get("Retry-After"))
    if status in NOTHING_DONE:
        raise Again(Unavailable(call.method, call.route, status, wait))
    if status >= 500 or status == 408:
        raise _lost(call, status, wait)
    raise Denied(call.method, call.route, status, error_code(answer.json))


def _lost(call: Call, status: int, wait: float | None) -> Again | MicrosoftError:
    """What to make of an answer that is missing or says that the service failed underway."""
    if call.repeat_safe:
        return Again(Unavailable(call.method, call.route, status, wait))
    log.warning("microsoft_answer_lost", method=call.method, route=call.route, status=status)
    return Ambiguous(call.method, call.route, status)


def _json(value: object) -> str:
    """UTF-8 as it is: a card with æ, ø and å written as escapes would be half as large again."""
    return orjson.dumps(value).decode()
