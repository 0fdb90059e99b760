"""How much of what strangers send is held in memory at once, by address.

Where a body has to be read before anybody can say who sent it, requests are cheap to count and their bodies
are not: a hundred at once of the largest kind would be more than a replica has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

MOST_BYTES: Final = 16 * 1024 * 1024
"""Of one address; four posts of the largest kind, or some thousands of the usual one."""


class TooMuch(Exception):  # noqa: N818
    """One address has more in hand than it may."""


class InHand:
    """Counts the bytes of bodies that are being read or worked on, by address."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._bytes: Counter[str] = Counter()

    @contextmanager
    def of(self, address: str) -> Iterator[Held]:
        """What one request holds; given back at its end, however it ends."""
        held = Held(self, address)
        try:
            yield held
        finally:
            self._bytes[address] -= held.size
            if self._bytes[address] <= 0:
                del self._bytes[address]

    def take(self, address: str, size: int) -> None:
        """So many bytes more. Raises TooMuch."""
        if self._bytes[address] + size > self._most:
            raise TooMuch
        self._bytes[address] += size


class Held:
    """The bytes of one request."""

    def __init__(self, in_hand: InHand, address: str) -> None:
        self._in_hand = in_hand
        self._address = address
        self.size = 0

    def add(self, size: int) -> None:
        """Another piece has come. Raises TooMuch; then it is not counted, and not to be kept."""
        self._in_hand.take(self._address, size)
        self.size += size
