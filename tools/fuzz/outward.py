"""Where this process connects to, and which names it looks up: nothing but what it was told may be there."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

HERE: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_open: list[Outward] = []
_hung = False


class Outward:
    """Counts connections by address. ``ports``: those of the stand-ins and of the product, all on this
    machine; whatever else is connected to or looked up is ``elsewhere``."""

    def __init__(self, ports: set[int]) -> None:
        self.ports = ports
        self.seen: Counter[str] = Counter()
        self.elsewhere: list[str] = []

    def take(self) -> list[str]:
        """What was elsewhere since the last time."""
        taken, self.elsewhere = self.elsewhere, []
        return taken

    def heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        """One event of Python's own audit."""
        if event == "socket.connect":
            address = arguments[1]
            host, port = (address[0], address[1]) if isinstance(address, tuple) else (address, 0)
            self.seen[f"{host}:{port}"] += 1
            if host not in HERE or port not in self.ports:
                self.elsewhere.append(f"a connection to {host}:{port}")
        elif event == "socket.getaddrinfo":
            host, port = arguments[0], arguments[1]
            name = host.decode("idna", "replace") if isinstance(host, bytes) else host
            if name is not None and name not in HERE:
                self.elsewhere.append(f"a look-up of {name}:{port}")


@contextlib.contextmanager
def recorded(ports: set[int]) -> Iterator[Outward]:
    """Record while the block runs. Python's audit tells of every socket it connects, whoever opens it."""
    global _hung
    if not _hung:
        sys.addaudithook(_tell)
        _hung = True
    outward = Outward(ports)
    _open.append(outward)
    try:
        yield outward
    finally:
        _open.remove(outward)


def _tell(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo"):
        for one in _open:
            one.heard(event, arguments)
