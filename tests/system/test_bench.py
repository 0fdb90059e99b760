"""The day on paper: it runs, gives the same numbers each time, and stays inside what Graph allows."""

from __future__ import annotations

import pytest

from bench.graph_day import QUOTA, sample, simulate, sweep_of, table
from casework.meeting import cadence


def test_the_same_seed_gives_the_same_day() -> None:
    one, other = (simulate(1_000, 500, subscribing=True, seed=3) for _ in range(2))
    assert one == other
    assert simulate(1_000, 500, subscribing=True, seed=4) != one


@pytest.mark.parametrize(("employees", "meetings"), [(10_000, 5_000), (40_000, 20_000)])
def test_a_day_stays_inside_the_budget_and_the_quota(employees: int, meetings: int) -> None:
    day = simulate(employees, meetings, subscribing=True)
    assert day.budget_used < 0.9
    assert max(day.subscriptions.values()) < QUOTA
    assert day.requests < day.alone
    assert day.batches * 20 >= day.calls["sweep"]
    told = table([day])
    assert f"{meetings:,}" in told


def test_what_is_above_the_ceiling_is_looked_at_instead() -> None:
    small = simulate(1_000, 500, subscribing=True)
    large = simulate(40_000, 20_000, subscribing=True)
    assert (small.without, small.subscriptions["chat"] > 0) == (0, True)
    assert large.without > 0
    assert large.calls["marks"] / 20_000 > small.calls["marks"] / 500
    assert simulate(1_000, 500, subscribing=False).subscriptions == {"chat": 0, "recordings": 0}


def test_the_numbers_follow_the_products_own_paces(monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = sample(7)[0]
    before = len(sweep_of(meeting, cadence.TICK))
    monkeypatch.setattr(cadence, "NEAR", cadence.NEAR / 3)
    assert len(sweep_of(meeting, cadence.TICK)) > before
