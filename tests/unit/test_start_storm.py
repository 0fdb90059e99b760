"""What the storm of starts calls met."""

from __future__ import annotations

import pytest

from bench.start_storm import not_met


@pytest.mark.parametrize(
    ("took", "over", "found"),
    [
        ([0.9] * 95 + [4.9] * 5, 60.0, []),
        ([0.9] * 94 + [1.1] * 6, 60.0, ["p95 1.10 s, 1 allowed"]),
        ([0.9] * 98 + [5.1] * 2, 60.0, ["p99 5.10 s, 5 allowed"]),
        ([0.9] * 99, 60.0, ["1 were never told"]),
        ([2.1] * 100, 0.0, []),
        ([2.1] * 99 + [2.3], 0.0, ["at once: the last after 2.3 s, 2.2 allowed"]),
        ([], 0.0, ["100 were never told"]),
    ],
)
def test_what_is_asked_for(took: list[float], over: float, found: list[str]) -> None:
    assert not_met(took, 100, over=over) == found
