"""The key pair that rich notifications are encrypted for: made here, its private half leaves never."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

BITS: Final = 2048  # Graph takes 2048 to 4096 (5.4)
VALID: Final = timedelta(days=730)


@dataclass(frozen=True)
class KeyPair:
    """``certificate``: base64 of DER, as Graph wants it; ``private``: PEM, to be sealed."""

    certificate: str
    private: str


def new_key_pair(now: datetime) -> KeyPair:
    """A key pair under a certificate that signs itself. Takes a moment: call it in a thread."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Lydhoer notifications")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + VALID)
        .sign(key, SHA256())
    )
    der = certificate.public_bytes(Encoding.DER)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return KeyPair(base64.b64encode(der).decode(), private.decode())


def private_key(pem: str) -> rsa.RSAPrivateKey:
    """The private half as the library holds it."""
    key = load_pem_private_key(pem.encode(), None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("not an RSA key")
    return key
