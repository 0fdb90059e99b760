"""How often somebody may come: so many a second, with bursts, by key. Kept in this process alone.

Each replica counts for itself: these limits guard a process, not a contract. Nothing in here wakes up
by itself; a key that has been quiet is forgotten when room is needed.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

BURST_SECONDS: Final = 5.0
MOST_KEYS: Final = 20_000


class Pace:
    """``per_second`` requests by key; ``burst`` seconds' worth of them may come at once (GCRA)."""

    def __init__(
        self,
        per_second: float,
        *,
        burst: float = BURST_SECONDS,
        seconds: Callable[[], float] = time.monotonic,
        most_keys: int = MOST_KEYS,
    ) -> None:
        self._step = 1.0 / per_second
        self._slack = max(burst, self._step)
        self._seconds = seconds
        self._most_keys = most_keys
        self._used_up: OrderedDict[str, float] = OrderedDict()

    def take(self, key: str) -> float:
        """0 when one more may come now; otherwise the seconds to wait (and nothing is counted)."""
        now = self._seconds()
        then = max(self._used_up.get(key, now), now) + self._step
        if then - now > self._slack + 1e-9:
            return then - now - self._slack
        self._used_up[key] = then
        self._used_up.move_to_end(key)
        if len(self._used_up) > self._most_keys:
            self._used_up.popitem(last=False)
        return 0.0
