"""Is this request really from Teams? The token check of the door (teams-platform 14.1, 14.3)."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from clock import Clock, SystemClock
from microsoft365.config import BOT_ISSUER
from microsoft365.http import Http
from microsoft365.payload import member
from microsoft365.signing_keys import SigningKey, SigningKeys
from microsoft365.token_checks import (
    MAX_TOKEN_LENGTH,
    Refused,
    in_time,
    key_id,
    moment_of,
    verified,
)

__all__ = ["CallTokenValidator", "Claims", "Refused", "TokenValidator"]

CHANNEL: Final = "msteams"
CALL_ISSUERS: Final = (BOT_ISSUER, "https://graph.microsoft.com")
"""Who signs reports of calls: documented, and what Microsoft's own sample accepts too (6.3)."""


@dataclass(frozen=True)
class Claims:
    """What an accepted token says. ``service_url`` is to be the activity's and allow-listed."""

    service_url: str
    app_id: str
    issued_at: datetime | None
    expires_at: datetime


class TokenValidator:
    """Checks Bot Framework tokens. ``clock`` is the machine's, however the product's is moved."""

    def __init__(
        self,
        http: Http,
        metadata_url: str,
        app_id: str,
        *,
        clock: Clock | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._keys = SigningKeys(http, metadata_url, seconds=seconds)
        self._app_id = app_id
        self._clock = clock or SystemClock()

    async def check(self, auth_header: str | None) -> Claims:
        """The claims of a good token.

        Raises Refused for every other token, and Unavailable when the key service is out of reach.
        """
        claims, key, expires_at = await self._signed(auth_header, (BOT_ISSUER,))
        if CHANNEL not in key.endorsements:
            raise Refused("not_endorsed")
        service_url = member(claims, "serviceurl")
        if not isinstance(service_url, str) or not service_url:
            raise Refused("no_service_url")
        return Claims(service_url, self._app_id, moment_of(claims.get("iat")), expires_at)

    async def _signed(
        self, auth_header: str | None, issuers: Collection[str]
    ) -> tuple[Mapping[str, Any], SigningKey, datetime]:
        """The claims of a token that is signed, in time, for us and from one of ``issuers``."""
        token = _bearer(auth_header)
        key = await self._keys.find(key_id(token))
        if key is None:
            raise Refused("unknown_key")
        claims = verified(token, key)
        if claims.get("iss") not in issuers:
            raise Refused("wrong_issuer")
        if claims.get("aud") != self._app_id:
            raise Refused("wrong_audience")
        return claims, key, in_time(claims, self._clock.now().timestamp())


class CallTokenValidator(TokenValidator):
    """Checks the tokens that reports of calls come with (teams-platform 6.3)."""

    def __init__(self, http: Http, metadata_url: str, app_id: str, tenant_id: str) -> None:
        super().__init__(http, metadata_url, app_id)
        self._tenant_id = tenant_id.lower()

    async def check_call(self, auth_header: str | None) -> None:
        """Returns for a good token of our own tenant; raises as ``check`` does otherwise."""
        claims, _, _ = await self._signed(auth_header, CALL_ISSUERS)
        if str(claims.get("tid", "")).lower() != self._tenant_id:
            raise Refused("other_tenant")


def _bearer(auth_header: str | None) -> str:
    if not auth_header:
        raise Refused("no_token")
    if len(auth_header) > MAX_TOKEN_LENGTH:
        raise Refused("too_long")
    scheme, _, token = auth_header.partition(" ")
    if scheme.lower() != "bearer" or token.count(".") != 2:
        raise Refused("not_bearer")
    return token
