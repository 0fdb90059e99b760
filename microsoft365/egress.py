"""Where a connection may lead: to public addresses, and to the one stand-in on loopback that is named.

The name is looked up once, every address found is judged, and the connection goes to an address that
was judged: a name that turns into a metadata service or a private network between two look-ups (DNS
rebinding) gets no byte of ours. An IP address in the URL is judged the same way.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver

from microsoft365.config import Microsoft365Settings

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

HTTPS_PORT: Final = 443
NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
NOT_PUBLIC: Final = tuple(
    ipaddress.ip_network(one)
    for one in ("192.0.0.0/24", "192.88.99.0/24", "fec0::/10", "3fff::/20", "2620:4f:8000::/48")
)
"""IANA's list and old site-local addresses, where a Python that is some months old calls them global."""
AZURE_HOST: Final = ipaddress.ip_address("168.63.129.16")
"""What Azure serves to its own machines; it looks like any public address. The others are link-local."""


class ForbiddenAddress(Exception):
    """The connection would lead to an address that is not public. Nothing was sent."""


class Egress:
    """The judge. ``named`` are ``host:port`` of the settings; only loopback among them counts."""

    def __init__(self, named: Iterable[str] = ()) -> None:
        self._named = frozenset(one.lower() for one in named if _is_stand_in(one))
        self._ports = frozenset(one.rpartition(":")[2] for one in self._named)

    def check(self, host: str, port: int, address: str) -> None:
        """Raises ForbiddenAddress unless ``host`` may be reached at ``address``."""
        found = _parse(address)
        if found is None or not is_public(found):
            written = f"[{host}]" if ":" in host else host
            named = f"{written}:{port}".lower() in self._named
            if not (named and found is not None and _bare(found).is_loopback):
                raise ForbiddenAddress

    def check_written(self, host: str, port: int) -> None:
        """As ``check`` for an address that stands in the URL itself; names are judged when looked up."""
        if _parse(host) is not None:
            self.check(host, port, host)

    def open_socket(self, info: tuple[Any, ...]) -> socket.socket:
        """A socket for exactly this address (aiohttp's ``socket_factory``): the last gate."""
        family, kind, protocol, _, target = info
        found = _parse(str(target[0]))
        stand_in = found is not None and _bare(found).is_loopback and str(target[1]) in self._ports
        if found is None or not (stand_in or is_public(found)):
            raise ForbiddenAddress
        return socket.socket(family=family, type=kind, proto=protocol)


class JudgingResolver(AbstractResolver):
    """Looks names up and hands out only what was judged."""

    def __init__(self, egress: Egress, inner: AbstractResolver | None = None) -> None:
        self._egress = egress
        self._inner = inner or DefaultResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Every address of the name; ForbiddenAddress when a single one is not public."""
        found = await self._inner.resolve(host, port, family)
        for one in found:
            self._egress.check(host, port, one["host"])
        return found

    async def close(self) -> None:
        """Close what is behind."""
        await self._inner.close()


def is_public(address: Address) -> bool:
    """Whether it is an address of the internet (IANA's list); one wrapped into another is unwrapped."""
    bare = _bare(address)
    ours = bare.is_multicast or bare.is_reserved or bare == AZURE_HOST
    listed = any(bare in network for network in NOT_PUBLIC)
    return bare.is_global and not ours and not listed


def egress_for(settings: Microsoft365Settings) -> Egress:
    """The judge of one deployment: a loopback address counts where a setting names it."""
    urls = (
        settings.bot_openid_metadata,
        settings.calls_openid_metadata,
        settings.entra_authority,
        settings.graph_url,
    )
    named = {host_and_port(url) for url in urls}
    hosts = (host.strip().lower() for host in settings.service_url_hosts)
    return Egress(named | {host_and_port(f"https://{host}") for host in hosts})


def host_and_port(url: str) -> str:
    """``host:port`` of an https address, lower case."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    return f"{f'[{host}]' if ':' in host else host}:{parts.port or HTTPS_PORT}"


def _is_stand_in(named: str) -> bool:
    """Whether the name itself says loopback: a public name never may lead there."""
    host = named.rpartition(":")[0].strip("[]").lower()
    address = _parse(host)
    return address.is_loopback if address else host == "localhost" or host.endswith(".localhost")


def _parse(address: str) -> Address | None:
    try:
        return ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return None


def _bare(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one, where there is one."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    teredo = address.teredo
    inner = address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
    if inner is None and address in NAT64:
        inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return inner or address
