"""The tokens that vouch for a rich notification: every one is checked (teams-platform 5.4)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from clock import Clock, SystemClock
from microsoft365.config import authority
from microsoft365.http import Http
from microsoft365.signing_keys import SigningKeys
from microsoft365.token_checks import MAX_TOKEN_LENGTH, Refused, in_time, key_id, verified

PUBLISHER: Final = "0bf30f3b-4a52-48df-9a82-234910c4a086"
"""Microsoft's own application that sends change notifications."""
ISSUERS: Final = ("https://sts.windows.net/{}/", "https://login.microsoftonline.com/{}/v2.0")


class NotificationTokens:
    """Checks ``validationTokens`` of one tenant. ``clock`` is the machine's, however ours is moved."""

    def __init__(
        self,
        http: Http,
        *,
        entra_authority: str,
        tenant_id: str,
        app_id: str,
        clock: Clock | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        tenant = tenant_id.lower()
        base = authority(entra_authority, tenant)
        metadata = f"{base}/v2.0/.well-known/openid-configuration"
        self._keys = SigningKeys(http, metadata, seconds=seconds)
        # Also the authority that the settings name, for sovereign clouds and the sandbox.
        self._issuers = {form.format(tenant) for form in ISSUERS} | {f"{base}/v2.0".lower()}
        self._tenant, self._app_id = tenant, app_id.lower()
        self._clock = clock or SystemClock()

    async def check(self, tokens: Sequence[str]) -> None:
        """Raises Refused unless there are tokens and all are good; Unavailable when Entra's keys
        are out of reach."""
        if not tokens:
            raise Refused("no_validation_token")
        for token in tokens:
            await self._check(token)

    async def _check(self, token: str) -> None:
        if len(token) > MAX_TOKEN_LENGTH:
            raise Refused("too_long")
        key = await self._keys.find(key_id(token))
        if key is None:
            raise Refused("unknown_key")
        claims = verified(token, key)
        if _word(claims, "iss") not in self._issuers:
            raise Refused("wrong_issuer")
        if _word(claims, "tid") not in ("", self._tenant):
            raise Refused("wrong_tenant")
        if _word(claims, "aud") != self._app_id:
            raise Refused("wrong_audience")
        in_time(claims, self._clock.now().timestamp())
        # appid in tokens of version 1, azp in those of version 2; whichever is there has to be it.
        callers = {_word(claims, name) for name in ("appid", "azp")} - {""}
        if callers != {PUBLISHER}:
            raise Refused("wrong_publisher")


def _word(claims: Mapping[str, Any], name: str) -> str:
    value = claims.get(name)
    return value.lower() if isinstance(value, str) else ("" if value is None else "?")
