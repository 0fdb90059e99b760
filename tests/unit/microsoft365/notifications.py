"""Notifications as Graph makes them, closed for a key of the test's own; nothing of ours is used."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.padding import PKCS7

EVENT = {"@odata.type": "#microsoft.graph.callevent", "eventType": "callStarted"}


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def closed(key: RSAPublicKey, content: Any = None, *, raw: bytes | None = None) -> dict[str, str]:
    """The four parts of ``encryptedContent``."""
    secret = os.urandom(32)
    padder = PKCS7(128).padder()
    plain = json.dumps(EVENT if content is None else content).encode() if raw is None else raw
    cipher = Cipher(AES(secret), CBC(secret[:16])).encryptor()
    data = cipher.update(padder.update(plain) + padder.finalize()) + cipher.finalize()
    padding = OAEP(mgf=MGF1(SHA1()), algorithm=SHA1(), label=None)
    return {
        "data": b64(data),
        "dataSignature": b64(hmac.new(secret, data, hashlib.sha256).digest()),
        "dataKey": b64(key.encrypt(secret, padding)),
        "encryptionCertificateId": "the-key",
    }


def notification(**changes: Any) -> dict[str, Any]:
    """One basic notification."""
    base = {
        "subscriptionId": "7b3f0000-0000-4000-8000-000000000001",
        "clientState": "secret",
        "tenantId": "22222222-2222-4222-8222-222222222222",
        "changeType": "created",
        "resource": "chats('19:x')/messages('1')",
        "resourceData": {"id": "1", "@odata.etag": 'W/"1"'},
    }
    return {**base, **changes}
