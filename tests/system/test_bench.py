"""The day on paper: it runs, gives the same numbers each time, and stays inside what Graph allows."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.graph_day import (
    CHATS_IN_A_SECOND,
    HEAVY,
    PER_USER_AND_MONTH,
    QUOTA,
    SIZES,
    of_an_organizer,
    on_paper,
    sample,
    simulate,
    sweep_of,
    table,
)
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
    assert large.slowest_told > small.slowest_told
    assert large.slowest == 0  # what runs is told of, whatever is above the ceiling
    assert simulate(1_000, 500, subscribing=False).subscriptions == {"chat": 0, "recordings": 0}


def test_the_numbers_follow_the_products_own_paces(monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = sample(7)[0]
    before = len(sweep_of(meeting))
    monkeypatch.setattr(cadence, "NEAR", cadence.NEAR / 3)
    assert len(sweep_of(meeting)) > before


@pytest.mark.parametrize("subscribing", [False, True])
@pytest.mark.parametrize(("employees", "meetings"), SIZES)
def test_chats_are_never_read_faster_than_graph_allows(
    employees: int, meetings: int, subscribing: bool
) -> None:
    """Nor a meeting's switches more often than Graph's worst reading of its limit."""
    day = simulate(employees, meetings, subscribing=subscribing)
    assert round(day.chats, 3) <= cadence.CHATS_A_SECOND < CHATS_IN_A_SECOND
    assert day.per_organizer_and_month < PER_USER_AND_MONTH


def test_the_page_says_what_the_bench_prints() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "blocking.md").read_text("utf-8")
    for employees, meetings in SIZES:
        for subscribing in (False, True):
            row = on_paper(simulate(employees, meetings, subscribing=subscribing))
            assert row in page, row
        for reads_chats in (True, False):
            day = simulate(employees, meetings, subscribing=False, reads_chats=reads_chats)
            assert of_an_organizer(day) in page, of_an_organizer(day)


def test_what_one_organizer_reads_is_told_and_not_only_the_average() -> None:
    day = simulate(10_000, 5_000, subscribing=False)
    within = day.meetings_within
    assert within * day.reads_per_meeting <= PER_USER_AND_MONTH
    assert (within + 1) * day.reads_per_meeting > PER_USER_AND_MONTH
    assert day.per_organizer_and_month < PER_USER_AND_MONTH < HEAVY * day.reads_per_meeting
    assert f"{HEAVY * day.reads_per_meeting:,.0f}" in table([day])


def test_without_the_chat_each_look_reads_the_switches() -> None:
    read = simulate(10_000, 5_000, subscribing=False)
    none = simulate(10_000, 5_000, subscribing=False, reads_chats=False)
    assert none.calls["chats by the clock"] == 0 == none.chats
    assert none.calls["switches by the clock"] == read.calls["chats by the clock"] > 0
    assert none.reads_per_meeting > read.reads_per_meeting
    assert none.requests == read.requests


def test_few_meetings_are_looked_at_within_five_seconds_without_a_word_from_graph() -> None:
    day = simulate(600, 300, subscribing=False)
    assert day.slowest < 5
    assert simulate(10_000, 5_000, subscribing=False).slowest > 5  # said so in docs/blocking.md
