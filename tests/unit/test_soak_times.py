"""What the soak calls met."""

from __future__ import annotations

import pytest

from tools.chaos.soak import not_met


@pytest.mark.parametrize(
    ("lost", "late", "found"),
    [
        ([59.0] * 3, [1.0] * 95 + [9.0] * 5, []),
        ([], [], []),
        (
            [59.0, 61.5],
            [1.0],
            ["event lost: 1 of 3 told after more than 60 s, the last after 61.5"],
        ),
        ([1.0], [1.0] * 94 + [5.1] * 6, ["latecomers: p95 5.10 s, 5 allowed"]),
    ],
)
def test_what_is_asked_for(lost: list[float], late: list[float], found: list[str]) -> None:
    times = {"event": [90.0], "clock": lost, "chat": [2.0], "late": late}
    assert not_met(times) == found
