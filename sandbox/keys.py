"""Signing keys that rotate, their JWKS document, and the tokens signed with them."""

from __future__ import annotations

import time
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm


def new_key() -> rsa.RSAPrivateKey:
    """A key that nobody has had before."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class KeySet:
    """RSA keys of one issuer. The newest signs; earlier ones stay published unless dropped."""

    def __init__(self, endorsements: Sequence[str] = ()) -> None:
        self.endorsements = list(endorsements)
        self._keys: list[tuple[str, rsa.RSAPrivateKey]] = []
        self._verified: dict[str, dict[str, Any]] = {}
        self.rotate()

    def rotate(self, *, drop_old: bool = False) -> str:
        """Sign with a new key from now on; returns its ``kid``."""
        self._verified.clear()
        if drop_old:
            self._keys.clear()
        kid = uuid.uuid4().hex
        self._keys.append((kid, new_key()))
        return kid

    def jwks(self) -> dict[str, Any]:
        """The published keys; endorsements only where the issuer has them (Bot Framework)."""
        return {"keys": [self._public(kid, key) for kid, key in self._keys]}

    def _public(self, kid: str, key: rsa.RSAPrivateKey) -> dict[str, Any]:
        public = RSAAlgorithm.to_jwk(key.public_key(), as_dict=True)
        entry = {"kty": "RSA", "use": "sig", "kid": kid, "n": public["n"], "e": public["e"]}
        if self.endorsements:
            entry["endorsements"] = self.endorsements
        return entry

    def sign(self, claims: Mapping[str, Any], *, lifetime: int = 3600, **extra: Any) -> str:
        """A signed JWT; ``extra`` claims overwrite, so that a test can make a wrong one."""
        now = int(time.time())
        body = {"iat": now, "nbf": now - 5, "exp": now + lifetime, **claims, **extra}
        kid, key = self._keys[-1]
        return jwt.encode(body, key, algorithm="RS256", headers={"kid": kid, "x5t": kid})

    def verify(self, token: str) -> dict[str, Any]:
        """The claims of a token of ours; raises ``jwt.PyJWTError`` for anything else."""
        seen = self._verified.get(token)
        # One token comes with hundreds of calls; what ends is judged each time, the signature once.
        if seen is not None and seen["exp"] > time.time():
            return dict(seen)
        kid = jwt.get_unverified_header(token).get("kid")
        for known, key in self._keys:
            if known == kid:
                claims: dict[str, Any] = jwt.decode(
                    token,
                    key.public_key(),
                    algorithms=["RS256"],
                    options={"verify_aud": False, "require": ["exp", "iss", "aud"]},
                )
                self._verified[token] = claims
                return dict(claims)
        raise jwt.InvalidKeyError("unknown key")
