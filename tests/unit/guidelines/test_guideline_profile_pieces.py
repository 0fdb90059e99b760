"""What the loader makes of a file: pieces that are found by their id, versions by their number."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from guidelines.profile import Profile, load_guideline
from tests.unit.guidelines.profiles import ALL, profile_of, raw_of, write

every_profile = pytest.mark.parametrize("profile", [profile_of(one) for one in ALL], ids=ALL)


@every_profile
def test_each_piece_is_found_by_its_own_id_and_by_no_other(profile: Profile) -> None:
    for find, pieces in (
        (profile.ground, profile.grounds),
        (profile.refusal_ground, profile.refusal_grounds),
        (profile.employee_meeting, profile.employee_meeting_types),
    ):
        for piece in pieces:
            found = find("".join(list(piece.id)))  # equal, as it comes from a form
            assert found is piece
        assert find("") is find("a") is find("zzz") is None


@every_profile
def test_nothing_in_a_profile_can_be_changed_in_place(profile: Profile) -> None:
    kept = {field.name: getattr(profile, field.name) for field in fields(profile)}
    assert [name for name, value in kept.items() if isinstance(value, list)] == []


def test_a_version_is_found_by_its_own_number(tmp_path: Path) -> None:
    raw = raw_of("nyborg") | {"valid_from": "2026-01-01", "valid_to": "2026-06-30"}
    path = write(tmp_path, raw)
    later = raw | {"version": 2000, "valid_from": "2026-07-01", "valid_to": None}
    write(tmp_path, later, "nyborg-v2")
    guideline = load_guideline(str(path))
    assert guideline.version(int("2000")).version == 2000
    for number in (0, 2, 3000):
        with pytest.raises(KeyError):
            guideline.version(number)


def test_what_a_piece_does_not_say_is_no() -> None:
    """The general guideline's parts and grounds say nothing of these."""
    nyborg = profile_of("nyborg")
    ground, part = nyborg.refusal_grounds[0], nyborg.refusal_grounds[0].parts[1]
    assert (ground.from_criteria, ground.partial, ground.devices_out) == (False, False, False)
    assert ground.legal_advice == "offered"
    assert (part.answers_need, part.in_letter) == (False, True)
    assert (nyborg.grounds[0].asks_for_text, nyborg.grounds[0].undisclosed) == (False, False)
    assert (nyborg.criteria[0].never_alone, nyborg.criteria[0].decider_only) == (False, False)
    assert not any(demand.never for demand in nyborg.demands)
    assert profile_of("frederiksberg").criteria[0].note == "when_against"
    assert {one.task for one in nyborg.alternatives} >= {"", "minutes"}
