"""The sandbox's own certificate authority: https is never switched off, only its root is ours."""

from __future__ import annotations

import ssl
from pathlib import Path

import trustme


def make_certificates(ca_file: Path) -> ssl.SSLContext:
    """Make a CA and a server certificate for localhost; write the CA to ``ca_file``."""
    ca = trustme.CA(organization_name="Lydhør sandkasse")
    certificate = ca.issue_cert("localhost", "127.0.0.1")
    ca_file.parent.mkdir(parents=True, exist_ok=True)
    ca_file.write_bytes(ca.cert_pem.bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context
