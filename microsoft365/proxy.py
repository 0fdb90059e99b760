"""Which proxy leads to a host, from the environment; the machine itself never goes through one."""

from __future__ import annotations

import ipaddress
import os
from urllib.parse import urlsplit


def proxy_for(url: str) -> str | None:
    """The proxy for an https address (``HTTPS_PROXY``, ``NO_PROXY``, any case), or None."""
    host = (urlsplit(url).hostname or "").lower()
    if _is_this_machine(host) or _is_exempt(host):
        return None
    return _variable("https_proxy") or None


def _variable(name: str) -> str:
    return os.environ.get(name) or os.environ.get(name.upper()) or ""


def _is_exempt(host: str) -> bool:
    for entry in _variable("no_proxy").lower().split(","):
        name = entry.strip().removeprefix("*").removeprefix(".").partition(":")[0]
        if entry.strip() == "*" or (name and (host == name or host.endswith(f".{name}"))):
            return True
    return False


def _is_this_machine(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
