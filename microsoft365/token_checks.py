"""What every check of a Microsoft token has in common: which key, does the signature hold, is it in time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

import jwt

from microsoft365.signing_keys import SigningKey

SKEW_SECONDS: Final = 300
MAX_TOKEN_LENGTH: Final = 16 * 1024
_BROKEN: Final = (jwt.PyJWTError, ValueError, TypeError, KeyError, AttributeError, RecursionError)


class Refused(Exception):
    """The token is not accepted. ``reason`` is a code and holds nothing of the token."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def key_id(token: str) -> str:
    """The id of the key a token says it is signed with. Raises Refused."""
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


def verified(token: str, key: SigningKey) -> Mapping[str, Any]:
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


def in_time(claims: Mapping[str, Any], now: float) -> datetime:
    """Until when the token holds; ``now`` in seconds since 1970. Raises Refused outside its time."""
    expires_at = moment_of(claims.get("exp"))
    if expires_at is None:
        raise Refused("no_expiry")
    if expires_at.timestamp() + SKEW_SECONDS < now:
        raise Refused("expired")
    if claims.get("nbf") is not None:
        begins = moment_of(claims["nbf"])
        if begins is None or begins.timestamp() - SKEW_SECONDS > now:
            raise Refused("not_yet_valid")
    return expires_at


def moment_of(value: Any) -> datetime | None:
    """A numeric date of a token in UTC; None when it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError):
        return None
