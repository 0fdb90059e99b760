"""Whose request is it? The address that limits are counted by, and no more than that.

The peer's own, unless the peer is a proxy the operator trusts: then the last address in
``X-Forwarded-For`` that is no such proxy. What stands further left was written by the client.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import Final

from aiohttp import web

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

UNKNOWN: Final = "unknown"
MOST_HOPS: Final = 16
V6_NETWORK_BITS: Final = 64
"""One customer has a whole network of IPv6 addresses: they count as one."""


class Clients:
    """Reads addresses; ``trusted`` are the networks of the operator's proxies."""

    def __init__(self, trusted: Sequence[str] = ()) -> None:
        self._trusted: tuple[Network, ...] = tuple(ipaddress.ip_network(one) for one in trusted)

    def of(self, request: web.Request) -> str:
        """The key to count this request under."""
        peer = _parse(request.remote or "")
        if peer is None:
            return UNKNOWN
        if not self._is_proxy(peer):
            return _key(peer)
        told = ",".join(request.headers.getall("X-Forwarded-For", ()))
        for hop in reversed(told.split(",")[-MOST_HOPS:]):
            address = _parse(_without_port(hop.strip()))
            if address is None:
                break
            if not self._is_proxy(address):
                return _key(address)
        return _key(peer)

    def key_of(self, address: str) -> str:
        """The key to count a connection from this address under."""
        parsed = _parse(address)
        return _key(parsed) if parsed is not None else UNKNOWN

    def is_trusted(self, address: str) -> bool:
        """Whether this is the address of such a proxy."""
        parsed = _parse(address)
        return parsed is not None and self._is_proxy(parsed)

    def _is_proxy(self, address: Address) -> bool:
        return any(address in network for network in self._trusted)


def _key(address: Address) -> str:
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    return str(ipaddress.ip_network((address, V6_NETWORK_BITS), strict=False))


def _parse(text: str) -> Address | None:
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def _without_port(hop: str) -> str:
    """``1.2.3.4:5678`` and ``[2001:db8::1]:5678`` are written by some gateways."""
    if hop.startswith("["):
        return hop[1:].partition("]")[0]
    return hop.partition(":")[0] if hop.count(":") == 1 else hop
