"""Sealing of personal fields: AES-256-GCM under a ring of keys.

A sealed value names its key and is bound to its owner and field, so that it cannot be moved to
another row. The first key of the ring seals; all of them open, which makes rotation possible.

AES-GCM hides no length, and the length of a code tells which one it is. So a value is padded to whole
blocks before it is sealed: every code, date and yes or no is one block.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import re
from collections.abc import Sequence
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
PLAIN, PADDED = 1, 2
"""What stands under the seal: the value, as the first releases sealed it, or the value in whole blocks."""
BLOCK_BYTES = 128
"""One block holds every code: an id in a profile has at most 40 letters."""
KEY_ID = re.compile(r"[A-Za-z0-9_.-]{1,32}")


class SealBroken(Exception):  # noqa: N818
    """A sealed value was changed, belongs elsewhere, or its key is not in the ring."""


class KeyRing:
    """The keys of one deployment, newest first (setting ``ENCRYPTION_KEYS``).

    ``padded=False`` seals as the first releases did, which cannot open anything else (setting
    ``PAD_SEALED``). Both kinds are opened.
    """

    def __init__(self, keys: Sequence[tuple[str, bytes]], *, padded: bool = True) -> None:
        self._format = PADDED if padded else PLAIN
        self._ciphers = {name: AESGCM(key) for name, key in keys}
        self._newest = keys[0][0]
        # The oldest key, so that a person keeps the same hash when a new key is put in front.
        self._person_key = HKDF(SHA256(), KEY_BYTES, None, b"lydhoer person key 1").derive(
            keys[-1][1]
        )

    @classmethod
    def parse(cls, text: str, *, padded: bool = True) -> KeyRing:
        """Read ``id:base64,id:base64``, newest first.

        Raises ValueError that names the faulty entry, never its key.
        """
        keys: dict[str, bytes] = {}
        for number, entry in enumerate(filter(None, (part.strip() for part in text.split(","))), 1):
            name, _, encoded = entry.partition(":")
            if not encoded or not KEY_ID.fullmatch(name):
                raise ValueError(f"key {number}: expected id:base64")
            if name in keys:
                raise ValueError(f"key {number}: its id is there twice")
            keys[name] = _decode(number, encoded)
        if not keys:
            raise ValueError("no key given")
        return cls(list(keys.items()), padded=padded)

    @staticmethod
    def new_entry(name: str = "v1") -> str:
        """A fresh random key as an entry for the setting."""
        return f"{name}:{base64.b64encode(os.urandom(KEY_BYTES)).decode()}"

    def seal(self, owner: UUID, field: str, value: str) -> bytes:
        """Encrypt ``value`` for this owner and field."""
        head = _head(self._format, self._newest)
        nonce = os.urandom(NONCE_BYTES)
        cipher = self._ciphers[self._newest]
        under = _blocks(value.encode()) if self._format == PADDED else value.encode()
        return head + nonce + cipher.encrypt(nonce, under, _bound(head, owner, field))

    def open(self, owner: UUID, field: str, sealed: bytes) -> str:
        """Decrypt a value. Raises SealBroken; its text never holds the value."""
        head, nonce, body = _split(sealed)
        cipher = self._ciphers.get(head[2:].decode(errors="replace"))
        if cipher is None:
            raise SealBroken("the key of this value is not in the ring")
        try:
            under = cipher.decrypt(nonce, body, _bound(head, owner, field))
        except InvalidTag:
            raise SealBroken("the value was changed or belongs elsewhere") from None
        return (_value(under) if head[0] == PADDED else under).decode()

    @property
    def older(self) -> tuple[bytes, ...]:
        """How the values begin that the other keys of the ring have sealed (``store/resealing.py``)."""
        others = [name for name in self._ciphers if name != self._newest]
        return tuple(_head(kind, name) for name in others for kind in (PLAIN, PADDED))

    @property
    def unpadded(self) -> tuple[bytes, ...]:
        """How the newest key's own values begin whose length still tells what they are."""
        return (_head(PLAIN, self._newest),) if self._format == PADDED else ()

    @property
    def alone(self) -> bool:
        """Whether no replica of an earlier release runs beside this one (setting ``PAD_SEALED``)."""
        return self._format == PADDED

    def person_key(self, text: str) -> str:
        """A keyed hash (64 hex digits) for people who have no directory id.

        It stays the same as long as the oldest key stays in the ring.
        """
        return hmac.new(self._person_key, text.encode(), hashlib.sha256).hexdigest()


def _head(kind: int, name: str) -> bytes:
    return bytes([kind, len(name)]) + name.encode()


def _blocks(value: bytes) -> bytes:
    padder = padding.PKCS7(8 * BLOCK_BYTES).padder()
    return padder.update(value) + padder.finalize()


def _value(blocks: bytes) -> bytes:
    unpadder = padding.PKCS7(8 * BLOCK_BYTES).unpadder()
    return unpadder.update(blocks) + unpadder.finalize()


def _decode(number: int, encoded: str) -> bytes:
    try:
        key = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        raise ValueError(f"key {number}: not base64") from None
    if len(key) != KEY_BYTES:
        raise ValueError(f"key {number}: must be {KEY_BYTES} bytes")
    return key


def _split(sealed: bytes) -> tuple[bytes, bytes, bytes]:
    known = len(sealed) >= 2 and sealed[0] in (PLAIN, PADDED)
    if not known or len(sealed) < 2 + sealed[1] + NONCE_BYTES:
        raise SealBroken("not a sealed value")
    end = 2 + sealed[1]
    return sealed[:end], sealed[end : end + NONCE_BYTES], sealed[end + NONCE_BYTES :]


def _bound(head: bytes, owner: UUID, field: str) -> bytes:
    return head + owner.bytes + field.encode()
