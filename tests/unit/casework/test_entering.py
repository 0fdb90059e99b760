"""Where a wish begins, and what late means, in every profile (A6, A13, B8, B18, C6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from casework.asking.entering import came_late, case_number, first_state
from guidelines.profile import Profile, load_profile, read_profile

NYBORG, FREDERIKSBERG = load_profile("nyborg"), load_profile("frederiksberg")
ALBERTSLUND = load_profile("albertslund")
STARTS = datetime(2026, 12, 7, 12, tzinfo=UTC)  # a Monday
FOURTH = sorted((Path(__file__).parents[2] / "profiles").glob("*.yaml"))


@pytest.mark.rule("A6", "A13", "B8", "C6")
@pytest.mark.parametrize(
    ("profile", "ground", "state"),
    [
        (NYBORG, "memory", "received"),
        (NYBORG, "", "awaiting_information"),
        (FREDERIKSBERG, "remember", "received"),
        (FREDERIKSBERG, "undisclosed", "received"),
        (ALBERTSLUND, "", "granted"),
        (ALBERTSLUND, "memory", "granted"),
    ],
)
def test_where_a_wish_begins(profile: Profile, ground: str, state: str) -> None:
    assert first_state(profile, ground) == state


@pytest.mark.rule("A9", "B18", "C6")
def test_late_is_a_mark_and_never_the_mark_of_a_plain_notice() -> None:
    after = STARTS + timedelta(minutes=1)
    assert came_late(NYBORG, after, STARTS)
    assert came_late(FREDERIKSBERG, after, STARTS)
    assert not came_late(ALBERTSLUND, after, STARTS)
    assert not came_late(NYBORG, STARTS - timedelta(minutes=1), STARTS)


@pytest.mark.rule("C6")
def test_a_notice_against_working_days_is_marked_late() -> None:
    five = replace(ALBERTSLUND, lead_working_days=5)
    assert came_late(five, STARTS - timedelta(days=5), STARTS)  # a week-end lies between
    assert not came_late(five, STARTS - timedelta(days=10), STARTS)
    assert first_state(five, "") == "granted"  # and holds all the same


@pytest.mark.parametrize("path", FOURTH, ids=lambda path: path.stem)
def test_a_fourth_municipality_begins_by_its_parameters(path: Path) -> None:
    profile = read_profile(path)
    assert (first_state(profile, "") == "granted") == profile.is_notice


def test_numbers_can_be_said_aloud_and_not_guessed() -> None:
    numbers = {case_number() for _ in range(200)}
    assert len(numbers) == 200
    assert all(number.startswith("L-") and not set("01OI") & set(number) for number in numbers)
