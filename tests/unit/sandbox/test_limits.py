"""Teams' rate limits as the sandbox holds them (teams-platform 9), by a clock in the test's hand."""

from __future__ import annotations

import pytest

from sandbox.answers import ApiError
from sandbox.limits import ROSTER, SEND, TENANT, Limits, Windows
from sandbox.world import World


def let_through(windows: Windows, seconds: float, each: float) -> int:
    """How many of the calls that come so often, for so long, are let through."""
    now, through, refused = [0.0], 0, 0
    limits = Limits(World(), lambda: now[0])
    while now[0] < seconds:
        try:
            limits.count("x", windows)
            through += 1
        except ApiError:
            refused += 1
        now[0] += each
    assert refused
    return through


@pytest.mark.parametrize(
    ("windows", "seconds", "each", "most"),
    [
        (SEND, 1, 0.01, 7),
        (SEND, 2, 0.01, 8),
        (SEND, 30, 0.1, 60),
        (SEND, 3600, 1, 1800),
        (ROSTER, 1, 0.01, 14),
        (ROSTER, 30, 0.1, 120),
        (TENANT, 1, 0.001, 50),
    ],
)
def test_so_many_and_no_more(windows: Windows, seconds: float, each: float, most: int) -> None:
    assert let_through(windows, seconds, each) <= most
    assert let_through(windows, seconds, each) >= most * 0.8


def test_one_conversation_does_not_count_for_another_and_limits_can_be_switched_off() -> None:
    world = World()
    limits = Limits(world, lambda: 0.0)
    for number in range(8):
        limits.count(str(number), SEND)
    for _ in range(6):
        limits.count("0", SEND)
    with pytest.raises(ApiError) as refused:
        limits.count("0", SEND)
    assert (refused.value.status, refused.value.headers) == (429, {"Retry-After": "1"})
    world.switches["rate_limits"] = False
    for _ in range(100):
        limits.count("0", SEND)
