"""The keys Microsoft signs with: fetched when needed, kept a day, asked for again with care."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import jwt
import structlog
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from microsoft365.errors import MicrosoftError, Unavailable
from microsoft365.http import Http
from microsoft365.payload import member, rows, text

log = structlog.get_logger()

KEEP_SECONDS: Final = 24 * 3600.0
KEEP_IN_TROUBLE_SECONDS: Final = 48 * 3600.0
PAUSE_SECONDS: Final = 10.0
FETCH_SECONDS: Final = 8.0
LEAST_KEY_BITS: Final = 2048
_METADATA: Final = "openid metadata"
_KEYS: Final = "signing keys"


@dataclass(frozen=True)
class SigningKey:
    """One published RSA key and the channels it may sign for."""

    public: RSAPublicKey
    endorsements: frozenset[str]


class SigningKeys:
    """The keys behind one OpenID metadata address. ``seconds`` is a monotonic clock.

    An unknown ``kid`` leads to at most one look in ten seconds, so that forged tokens cannot make
    us hammer the key service, and a new key is known ten seconds later at the latest.
    """

    def __init__(
        self, http: Http, metadata_url: str, *, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._http = http
        self._metadata_url = metadata_url
        self._seconds = seconds
        self._keys: dict[str, SigningKey] = {}
        self._fetched_at: float | None = None
        self._tried_at: float | None = None
        self._failing = False
        self._lock = asyncio.Lock()

    async def find(self, kid: str) -> SigningKey | None:
        """The key, or None when it is not published. Raises Unavailable when nobody can tell."""
        if not self._needs_look(kid):
            return self._keys[kid]
        async with self._lock:
            if self._needs_look(kid) and self._may_look():
                await self._look()
        key = self._keys.get(kid) if self._age() < KEEP_IN_TROUBLE_SECONDS else None
        if key is None and self._failing:
            raise Unavailable("GET", _KEYS)
        return key

    def _needs_look(self, kid: str) -> bool:
        return kid not in self._keys or self._age() >= KEEP_SECONDS

    def _may_look(self) -> bool:
        return self._tried_at is None or self._seconds() - self._tried_at >= PAUSE_SECONDS

    def _age(self) -> float:
        return float("inf") if self._fetched_at is None else self._seconds() - self._fetched_at

    async def _look(self) -> None:
        self._tried_at = self._seconds()
        self._failing = True
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                self._keys = await self._fetch()
        except (MicrosoftError, TimeoutError) as error:
            log.warning("signing_keys_unreachable", cause=type(error).__name__)
            return
        self._failing = False
        self._fetched_at = self._seconds()
        log.info("signing_keys_read", count=len(self._keys))

    async def _fetch(self) -> dict[str, SigningKey]:
        metadata = await self._get(self._metadata_url, _METADATA)
        published = await self._get(text(metadata, "jwks_uri"), _KEYS)
        keys = {
            kid: key
            for entry in rows(published, "keys")
            if (kid := text(entry, "kid")) and (key := _parse(entry)) is not None
        }
        if not keys:
            raise Unavailable("GET", _KEYS)
        return keys

    async def _get(self, url: str, route: str) -> Any:
        answer = await self._http.request("GET", url, route=route, repeat_safe=True, attempts=2)
        return answer.json


def _parse(entry: Mapping[str, Any]) -> SigningKey | None:
    if text(entry, "kty") != "RSA" or text(entry, "use") not in ("", "sig"):
        return None
    try:
        public = jwt.PyJWK({"kty": "RSA", "n": entry["n"], "e": entry["e"]}, "RS256").key
    except (jwt.PyJWTError, KeyError, ValueError, TypeError):
        return None
    if not isinstance(public, RSAPublicKey) or public.key_size < LEAST_KEY_BITS:
        return None
    named = member(entry, "endorsements")
    channels = named if isinstance(named, list) else []
    return SigningKey(public, frozenset(item for item in channels if isinstance(item, str)))
