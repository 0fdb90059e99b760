"""Is this request really from Teams? The token check of the door (teams-platform 14.1, 14.3)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import jwt

from clock import Clock, SystemClock
from microsoft365.config import BOT_ISSUER
from microsoft365.http import Http
from microsoft365.payload import member
from microsoft365.signing_keys import SigningKey, SigningKeys

CHANNEL: Final = "msteams"
SKEW_SECONDS: Final = 300
MAX_TOKEN_LENGTH: Final = 16 * 1024
_BROKEN: Final = (jwt.PyJWTError, ValueError, TypeError, KeyError, AttributeError, RecursionError)


class Refused(Exception):
    """The token is not accepted. ``reason`` is a code and holds nothing of the token."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


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
        token = _bearer(auth_header)
        key = await self._keys.find(_key_id(token))
        if key is None:
            raise Refused("unknown_key")
        claims = _verified(token, key)
        if claims.get("iss") != BOT_ISSUER:
            raise Refused("wrong_issuer")
        if claims.get("aud") != self._app_id:
            raise Refused("wrong_audience")
        expires_at = self._in_time(claims)
        if CHANNEL not in key.endorsements:
            raise Refused("not_endorsed")
        service_url = member(claims, "serviceurl")
        if not isinstance(service_url, str) or not service_url:
            raise Refused("no_service_url")
        return Claims(service_url, self._app_id, _moment(claims.get("iat")), expires_at)

    def _in_time(self, claims: Mapping[str, Any]) -> datetime:
        now = self._clock.now().timestamp()
        expires_at = _moment(claims.get("exp"))
        if expires_at is None:
            raise Refused("no_expiry")
        if expires_at.timestamp() + SKEW_SECONDS < now:
            raise Refused("expired")
        if claims.get("nbf") is not None:
            begins = _moment(claims["nbf"])
            if begins is None or begins.timestamp() - SKEW_SECONDS > now:
                raise Refused("not_yet_valid")
        return expires_at


def _bearer(auth_header: str | None) -> str:
    if not auth_header:
        raise Refused("no_token")
    if len(auth_header) > MAX_TOKEN_LENGTH:
        raise Refused("too_long")
    scheme, _, token = auth_header.partition(" ")
    if scheme.lower() != "bearer" or token.count(".") != 2:
        raise Refused("not_bearer")
    return token


def _key_id(token: str) -> str:
    try:
        header = jwt.get_unverified_header(token)
    except _BROKEN:
        raise Refused("malformed") from None
    if header.get("alg") != "RS256":
        raise Refused("wrong_algorithm")
    kid = header.get("kid")
    if not isinstance(kid, str) or not kid:
        raise Refused("no_key_id")
    return kid


def _verified(token: str, key: SigningKey) -> Mapping[str, Any]:
    """The claims once the signature holds; their values are judged by us, with our clock."""
    try:
        return jwt.decode(
            token,
            key.public,
            algorithms=["RS256"],
            options={
                "verify_signature": True,
                "verify_exp": False,
                "verify_nbf": False,
                "verify_iat": False,
                "verify_aud": False,
                "verify_iss": False,
                "verify_sub": False,
                "verify_jti": False,
            },
        )
    except jwt.InvalidSignatureError:
        raise Refused("bad_signature") from None
    except _BROKEN:
        raise Refused("malformed") from None


def _moment(value: Any) -> datetime | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError):
        return None
