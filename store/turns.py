"""Whose turn it is to send: token buckets with an order of urgency. Pure; the rows are ``budget``'s.

A call is let through when every bucket it draws from has a token, and nobody more urgent is waiting for
one. Otherwise it takes nothing and leaves word, in the buckets that hold it up and in those alone,
until when it will have asked again. So an announcement that waits for its own chat stops nobody else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from store.urgency import Urgency

GRACE = 0.25
"""So many seconds longer than it was told to wait somebody may take to ask again."""
NOTHING = 1e-6
"""Seconds that are none: what is left of a sum of fractions."""
PATIENCE: Mapping[Urgency, float] = {
    Urgency.ANNOUNCE: 30.0,
    Urgency.WARN: 20.0,
    Urgency.LATECOMER: 10.0,
    Urgency.STATUS: 5.0,
    Urgency.PRESENCE: 3.0,
}
"""So many seconds a call waits at most: what is less urgent makes room, and its job comes again."""


@dataclass(frozen=True)
class Rate:
    """At most ``burst`` at once, refilled with ``per_second``."""

    per_second: float
    burst: float


@dataclass
class Bucket:
    """One bucket; ``waits`` says per urgency until when (seconds) somebody is expected to ask again."""

    rate: Rate
    tokens: float
    at: float
    waits: dict[Urgency, float] = field(default_factory=dict)

    def fill(self, now: float) -> None:
        """What has flowed in since; time never runs back."""
        gone = max(0.0, now - self.at)
        self.tokens = min(self.rate.burst, self.tokens + gone * self.rate.per_second)
        self.at = max(self.at, now)
        self.waits = {level: until for level, until in self.waits.items() if until > self.at}

    def wait(self, level: Urgency) -> float:
        """Seconds until this may be asked again with a chance; 0 when it is free now."""
        before = [until for other, until in self.waits.items() if other < level]
        urgent = max(before, default=self.at) - self.at
        missing = (1 - self.tokens) / self.rate.per_second
        return max(urgent, missing if missing > NOTHING else 0.0)


@dataclass(frozen=True)
class Turn:
    """``granted``: send now. Otherwise nothing was taken: ask again after ``wait`` seconds, unless that
    is longer in all than ``patience``."""

    granted: bool
    wait: float
    patience: float


def take(buckets: list[Bucket], level: Urgency, now: float) -> Turn:
    """One call's turn at all its buckets, which are changed by it."""
    for bucket in buckets:
        bucket.fill(now)
    waits = [bucket.wait(level) for bucket in buckets]
    longest = max(waits, default=0.0)
    if longest <= 0:
        for bucket in buckets:
            bucket.tokens -= 1
        return Turn(True, 0.0, PATIENCE[level])
    for bucket, wait in zip(buckets, waits, strict=True):
        if wait > 0:
            until = bucket.at + wait + GRACE
            bucket.waits[level] = max(bucket.waits.get(level, 0.0), until)
    return Turn(False, longest, PATIENCE[level])
