"""Tokens for outgoing calls: got in a thread, kept, fetched once for all who wait.

A token is renewed in the background before it expires; as long as the old one is valid nobody
waits, and trouble with the token service is not felt.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

import structlog

from microsoft365.credentials import Credential
from microsoft365.errors import Denied, Unavailable

log = structlog.get_logger()

ROUTE: Final = "token"
EARLIEST_RENEWAL_SECONDS: Final = 300.0
SHARE_OF_LIFE: Final = 0.2
PAUSE_AFTER_FAILURE_SECONDS: Final = 5.0
REFUSALS: Final = frozenset(
    {
        "access_denied", "invalid_client", "invalid_grant", "invalid_request", "invalid_resource",
        "invalid_scope", "unauthorized_client", "unsupported_grant_type",
    }
)  # fmt: skip
"""With these (RFC 6749, 5.2; Entra's own) asking again does not help; whatever else is said may pass."""


@dataclass(frozen=True)
class _Held:
    value: str
    renew_at: float
    expires_at: float


class TokenSource:
    """Tokens by scope. ``seconds`` is a monotonic clock."""

    def __init__(
        self, credential: Credential, *, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._credential = credential
        self._seconds = seconds
        self._held: dict[str, _Held] = {}
        self._flights: dict[str, asyncio.Task[str]] = {}

    async def token(self, scope: str) -> str:
        """A valid token. Raises Unavailable, or Denied when the app's credentials are refused."""
        held = self._held.get(scope)
        now = self._seconds()
        if held is not None and now < held.renew_at:
            return held.value
        flight = self._flights.get(scope) or self._start(scope)
        if held is not None and now < held.expires_at:
            return held.value
        return await asyncio.shield(flight)

    def forget(self, scope: str, token: str) -> None:
        """A service refused this token: the next caller gets a new one."""
        held = self._held.get(scope)
        if held is not None and held.value == token:
            del self._held[scope]

    async def close(self) -> None:
        """Drop what is underway and close the connections."""
        flights = list(self._flights.values())
        for flight in flights:
            flight.cancel()
        await asyncio.gather(*flights, return_exceptions=True)
        self._credential.close()

    def _start(self, scope: str) -> asyncio.Task[str]:
        flight = asyncio.create_task(self._fetch(scope))
        self._flights[scope] = flight
        flight.add_done_callback(lambda done: self._landed(scope, done))
        return flight

    def _landed(self, scope: str, flight: asyncio.Task[str]) -> None:
        del self._flights[scope]
        if flight.cancelled() or flight.exception() is None:
            return
        if held := self._held.get(scope):
            later = self._seconds() + PAUSE_AFTER_FAILURE_SECONDS
            self._held[scope] = replace(held, renew_at=later)

    async def _fetch(self, scope: str) -> str:
        try:
            answer = await asyncio.to_thread(self._credential.acquire, scope)
        except Exception as error:
            log.warning("token_service_unreachable", cause=type(error).__name__)
            raise Unavailable("POST", ROUTE) from None
        return self._keep(scope, answer)

    def _keep(self, scope: str, answer: dict[str, Any]) -> str:
        value = answer.get("access_token")
        if not isinstance(value, str) or not value:
            raise _refusal(answer)
        life = float(answer.get("expires_in") or 0)
        now = self._seconds()
        early = min(EARLIEST_RENEWAL_SECONDS, life * SHARE_OF_LIFE)
        self._held[scope] = _Held(value, now + life - early, now + life)
        return value


def _refusal(answer: dict[str, Any]) -> Exception:
    said = answer.get("error")
    code = said[:64] if isinstance(said, str) and said else "no_token"
    if code in REFUSALS:
        log.error("token_refused", code=code)
        return Denied("POST", ROUTE, 400, code)
    log.warning("token_not_given", code=code)
    return Unavailable("POST", ROUTE)
