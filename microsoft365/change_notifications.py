"""Graph's change notifications: read, checked, opened (teams-platform 5.4).

Nothing of a notification is believed before it is checked, and no fault tells what stood in it:
whatever is wrong becomes ``Refused`` with a code.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import orjson
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.padding import PKCS7

from microsoft365.payload import member, moment, text
from microsoft365.token_checks import Refused

MOST_NOTIFICATIONS: Final = 200
"""A post with more is refused whole, before anything is looked up: what was in it is found by looking."""
MOST_TOKENS: Final = 50
BLOCK: Final = 16
KEY_SIZES: Final = (16, 24, 32)


@dataclass(frozen=True)
class Encrypted:
    """What a rich notification brings, still closed."""

    data: str
    signature: str
    data_key: str
    certificate_id: str


@dataclass(frozen=True)
class Notification:
    """One notification as it says of itself; ``lifecycle`` is empty for an ordinary one.

    ``mark`` tells two changes of the same thing apart where Graph says so, otherwise it is empty.
    """

    subscription_id: str
    client_state: str
    tenant_id: str
    change: str
    resource: str
    mark: str
    lifecycle: str
    encrypted: Encrypted | None


@dataclass(frozen=True)
class Batch:
    """One request of Graph's: its notifications and the tokens that vouch for the rich ones."""

    notifications: tuple[Notification, ...]
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class CallEvent:
    """What happened in a call. ``what``: call_started, call_ended, roster, recording_on,
    recording_off, transcription_on, transcription_off, or other."""

    what: str
    at: datetime | None


def parse(body: Any) -> Batch:
    """Read a request body. Raises Refused when it is none of Graph's."""
    value = member(body, "value")
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        raise Refused("not_notifications")
    tokens = member(body, "validationTokens")
    tokens = [] if tokens is None else tokens
    if not isinstance(tokens, list) or not all(isinstance(token, str) for token in tokens):
        raise Refused("not_notifications")
    if len(value) > MOST_NOTIFICATIONS or len(tokens) > MOST_TOKENS:
        raise Refused("too_many")
    return Batch(tuple(_notification(row) for row in value), tuple(tokens))


def _notification(row: Mapping[str, Any]) -> Notification:
    data = member(row, "resourceData")
    closed = member(row, "encryptedContent")
    return Notification(
        subscription_id=text(row, "subscriptionId"),
        client_state=text(row, "clientState"),
        tenant_id=text(row, "tenantId"),
        change=text(row, "changeType").lower(),
        resource=text(row, "resource"),
        mark=text(data, "@odata.etag"),
        lifecycle=text(row, "lifecycleEvent").lower(),
        encrypted=_encrypted(closed) if isinstance(closed, Mapping) else None,
    )


def _encrypted(content: Mapping[str, Any]) -> Encrypted:
    return Encrypted(
        data=text(content, "data"),
        signature=text(content, "dataSignature"),
        data_key=text(content, "dataKey"),
        certificate_id=text(content, "encryptionCertificateId"),
    )


def same_change(notification: Notification) -> str | None:
    """A key (64 hex digits) that the same change has every time it is told; None when nothing
    tells it from a later change of the same thing."""
    sign = notification.mark
    if notification.encrypted is not None:
        sign = sign or notification.encrypted.signature
    if not sign and notification.change != "created":
        return None
    parts = (notification.subscription_id, notification.resource, notification.change, sign)
    return hashlib.sha256("\n".join(("graph", *parts)).encode()).hexdigest()


def open_content(content: Encrypted, key: RSAPrivateKey) -> Mapping[str, Any]:
    """The resource data: signature checked first, then decrypted. Raises Refused."""
    data = _bytes(content.data)
    secret = _data_key(content, key)
    signed = hmac.new(secret, data, hashlib.sha256).digest()
    if not hmac.compare_digest(signed, _bytes(content.signature)):
        raise Refused("bad_data_signature")
    try:
        plain = _decrypted(secret, data)
        opened = orjson.loads(plain)
    except ValueError:
        raise Refused("bad_data") from None
    if not isinstance(opened, Mapping):
        raise Refused("bad_data")
    return opened


def _data_key(content: Encrypted, key: RSAPrivateKey) -> bytes:
    # Microsoft's protocol says OAEP with SHA-1 (5.4); it hides a random key, nothing is signed.
    padding = OAEP(mgf=MGF1(SHA1()), algorithm=SHA1(), label=None)  # noqa: S303
    try:
        secret = key.decrypt(_bytes(content.data_key), padding)
    except ValueError:
        raise Refused("bad_data_key") from None
    if len(secret) not in KEY_SIZES:
        raise Refused("bad_data_key")
    return secret


def _decrypted(secret: bytes, data: bytes) -> bytes:
    decryptor = Cipher(AES(secret), CBC(secret[:BLOCK])).decryptor()
    unpadder = PKCS7(BLOCK * 8).unpadder()
    padded = decryptor.update(data) + decryptor.finalize()
    return unpadder.update(padded) + unpadder.finalize()


def _bytes(value: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise Refused("not_base64") from None


_NAMES: Final = {
    "callstarted": "call_started",
    "callended": "call_ended",
    "rosterupdated": "roster",
}
_STATES: Final = {
    "recordingstateupdated": "recording",
    "transcriptionstateupdated": "transcription",
}


def call_event(data: Mapping[str, Any]) -> CallEvent:
    """What a call event says; kinds that nobody knows yet are ``other`` (5.1)."""
    kind = (text(data, "eventType") or text(data, "callEventType")).lower()
    at = moment(member(data, "eventDateTime"))
    if kind in _NAMES:
        return CallEvent(_NAMES[kind], at)
    if kind in _STATES:
        state = text(member(data, f"{_STATES[kind]}State"), "state").lower()
        word = {"active": "on", "inactive": "off"}.get(state)
        return CallEvent(f"{_STATES[kind]}_{word}" if word else "other", at)
    return CallEvent("other", at)
