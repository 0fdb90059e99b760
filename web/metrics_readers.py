"""Who may read the counters: whoever brings the agreed token; without one nobody, but on a machine that
nobody is led to from outside (a try-out) that machine itself."""

from __future__ import annotations

import hmac
import ipaddress
from typing import Final

from aiohttp import web

FORWARDED: Final = ("X-Forwarded-For", "X-Real-IP", "Forwarded", "Via")
"""What a proxy writes: behind one on this machine everybody seems to be this machine."""
TOKEN: web.AppKey[str] = web.AppKey("metrics_token", str)
HERE: web.AppKey[bool] = web.AppKey("metrics_here", bool)
"""Whether this machine may read them without a token. Where a public address leads to a proxy on the same
machine everybody comes from here, and not every proxy writes that it is one."""


def may_read(request: web.Request) -> bool:
    """Whether this request may read the counters. ``METRICS_TOKEN`` unset: where this machine may, loopback
    past no proxy."""
    token = request.app[TOKEN]
    if token:
        scheme, _, brought = request.headers.get("Authorization", "").partition(" ")
        same = hmac.compare_digest(
            brought.strip().encode("utf-8", "surrogateescape"), token.encode()
        )
        return scheme.lower() == "bearer" and same
    if not request.app[HERE] or any(name in request.headers for name in FORWARDED):
        return False
    return _is_loopback(request.remote)


def _is_loopback(remote: str | None) -> bool:
    try:
        address = ipaddress.ip_address((remote or "").partition("%")[0])
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback
