"""Which serviceUrl may be answered: a token is only ever sent to a host that is named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

MAX_LENGTH: Final = 512
_SHAPE: Final = re.compile(
    r"https://(?P<host>[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*)/?",
    re.ASCII | re.IGNORECASE,
)


class ServiceUrls:
    """The allow-list of ``SERVICE_URL_HOSTS``: ``host`` (port 443) or ``host:port``.

    The shape is so narrow that no two readers of addresses can disagree about the host: no user,
    query, fragment, escape, backslash, empty or dotted path segment. Loopback and IP addresses are
    hosts like any other: allowed only when they are named.
    """

    def __init__(self, hosts: Iterable[str]) -> None:
        self._allowed = frozenset(_with_port(host.strip().lower()) for host in hosts)

    def clean(self, url: Any) -> str | None:
        """The address to call, without a closing slash; None when it may not be called."""
        if not isinstance(url, str) or len(url) > MAX_LENGTH:
            return None
        match = _SHAPE.fullmatch(url)
        if match is None:
            return None
        host, port = match["host"].lower(), int(match["port"] or 443)
        if f"{host}:{port}" not in self._allowed:
            return None
        written = host if port == 443 else f"{host}:{port}"
        return f"https://{written}{match['path']}"

    def agree(self, claim: Any, activity: Any) -> bool:
        """Whether the token's claim and the activity name the same allowed address."""
        cleaned = self.clean(claim)
        return cleaned is not None and cleaned == self.clean(activity)


def _with_port(host: str) -> str:
    return host if ":" in host else f"{host}:443"
