"""Teams' rate limits (teams-platform 9): windows of seconds, each with the most calls it lets through."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable

from sandbox.answers import ApiError
from sandbox.world import World

Windows = tuple[tuple[float, int], ...]
SEND: Windows = ((1, 7), (2, 8), (30, 60), (3600, 1800))
"""Into one conversation, and for making conversations."""
ROSTER: Windows = ((1, 14), (2, 16), (30, 120), (3600, 3600))
TENANT: Windows = ((1, 50),)
"""Everything one app asks of the Bot Connector."""


class Limits:
    """Counts calls by the machine's time: a moved clock makes nothing faster."""

    def __init__(self, world: World, now: Callable[[], float] | None = None) -> None:
        self.world = world
        self._now = now or (lambda: asyncio.get_running_loop().time())
        self._made: defaultdict[str, deque[float]] = defaultdict(deque)

    def count(self, key: str, windows: Windows) -> None:
        """One more call under the key; 429 when a window is full, and then it does not count."""
        if not self.world.switches["rate_limits"]:
            return
        made, now = self._made[key], self._now()
        while made and now - made[0] > windows[-1][0]:
            made.popleft()
        for seconds, most in windows:
            if sum(1 for moment in made if now - moment < seconds) >= most:
                retry = {"Retry-After": "1"}
                text = "API calls quota exceeded."
                raise ApiError(429, "TooManyRequests", text, headers=retry)
        made.append(now)
