"""The versions of a guideline follow each other, and a request keeps the one it began under."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from guidelines.profile import ProfileError, load_guideline, load_profile
from tests.unit.guidelines.profiles import (
    raw_of,
    write,
)

# --- versions --------------------------------------------------------------------------------


def two_versions(folder: Path, **second: Any) -> str:
    raw = raw_of("nyborg")
    path = write(folder, {**raw, "valid_from": "2026-01-01", "valid_to": "2026-06-30"})
    write(folder, {**raw, "version": 2, "valid_from": "2026-07-01", **second}, "nyborg-v2")
    return str(path)


@pytest.mark.rule("A5", "B7", "C8")
def test_a_request_keeps_the_version_it_began_under(tmp_path: Path) -> None:
    guideline = load_guideline(two_versions(tmp_path))
    assert guideline.on(date(2025, 1, 1)).version == 1  # before the first, the first
    assert guideline.on(date(2026, 6, 30)).version == 1
    assert guideline.on(date(2026, 7, 1)).version == 2
    assert guideline.on(date(2036, 1, 1)).version == 2
    assert guideline.version(1).valid_to == date(2026, 6, 30)
    assert guideline.version(2).valid_to is None
    with pytest.raises(KeyError):
        guideline.version(3)


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (
            {"valid_from": "2026-06-30"},
            "nyborg: valid_to: version 1 skal slutte, før version 2 begynder",
        ),
        ({"valid_from": "2026-03-01"}, "begynder; tilladt: en dato før 2026-03-01"),
        ({"version": 1}, "version: 1 står i mere end én fil; tilladt: hvert nummer én gang"),
    ],
)
def test_versions_follow_each_other(tmp_path: Path, second: dict[str, Any], said: str) -> None:
    with pytest.raises(ProfileError) as caught:
        load_guideline(two_versions(tmp_path, **second))
    assert said in str(caught.value)


def test_a_high_number_given_twice_is_found_too(tmp_path: Path) -> None:
    path = two_versions(tmp_path, version=2000)
    later = {"version": 2000, "valid_from": "2027-01-01"}
    write(tmp_path, raw_of("nyborg") | later, "nyborg-v3")
    with pytest.raises(ProfileError, match="version: 2000 står i mere end én fil"):
        load_guideline(path)


def test_the_newest_version_is_the_profile(tmp_path: Path) -> None:
    assert load_profile(two_versions(tmp_path)).version == 2


def test_a_version_without_an_end_has_no_next(tmp_path: Path) -> None:
    path = two_versions(tmp_path)
    write(tmp_path, raw_of("nyborg"))  # the first again, without an end
    with pytest.raises(ProfileError, match="skal slutte"):
        load_guideline(path)
