"""What no profile can switch off, and which parameters do not go together; for every guideline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guidelines.profile import ProfileError
from guidelines.profile_check import GUARD_RAILS
from guidelines.profile_harmony import SENTENCES
from tests.unit.guidelines.profiles import OWN, changed, raw_of

Raw = dict[str, Any]


def refused(folder: Path, profile_id: str, **parameters: Any) -> str:
    with pytest.raises(ProfileError) as caught:
        changed(folder, profile_id, **parameters)
    return str(caught.value)


SWITCHED_OFF: dict[str, tuple[object, str]] = {
    "refusal_decider": ("nobody", "a named person decides"),
    "grant_decider": ("automatic", "gives a yes"),
    "reasons_to_person": ("on_request", "always gets the reasons"),
    "record_assessment": (False, "leave the line out"),
    "bulk_decisions": (True, "leave the line out"),
    "automatic_decisions": (True, "leave the line out"),
    "scoring": (True, "never scores"),
    "keep_profile_version": (False, "keeps the version"),
    "video_by_default": (True, "video is never on"),
}


@pytest.mark.parametrize("profile_id", OWN)
@pytest.mark.parametrize("parameter", [rail.parameter for rail in GUARD_RAILS])
def test_no_profile_switches_a_guard_rail_off(
    tmp_path: Path, profile_id: str, parameter: str
) -> None:
    value, said = SWITCHED_OFF[parameter]
    message = refused(tmp_path, profile_id, **{parameter: value})
    assert f"{parameter}: no profile can switch this off" in message
    assert said in message


@pytest.mark.parametrize("profile_id", OWN)
@pytest.mark.parametrize("readers", [["employee", "participants"], ["decider", "everyone"]])
def test_the_ground_is_never_for_the_participants(
    tmp_path: Path, profile_id: str, readers: list[str]
) -> None:
    message = refused(tmp_path, profile_id, ground_readers=readers)
    assert f"ground_readers: the ground is never shown to {readers[1]}" in message
    assert '"hr_legal"' in message


def test_readers_of_the_ground_are_a_list(tmp_path: Path) -> None:
    assert "ground_readers: 'everyone' is not" in refused(
        tmp_path, "nyborg", ground_readers="everyone"
    )


@pytest.mark.parametrize("profile_id", OWN)
def test_a_refusal_always_answers_the_need_in_the_letter(tmp_path: Path, profile_id: str) -> None:
    for flag, value in (("answers_need", False), ("in_letter", False)):
        grounds = raw_of(profile_id)["refusal_grounds"]
        for part in grounds[0]["parts"]:
            part[flag] = value
        message = refused(tmp_path, profile_id, refusal_grounds=grounds)
        assert f"refusal_grounds.{grounds[0]['id']}: the letter must answer" in message


@pytest.mark.parametrize("profile_id", OWN)
def test_a_citizen_may_keep_the_ground(tmp_path: Path, profile_id: str) -> None:
    grounds = [one for one in raw_of(profile_id)["grounds"] if not one.get("undisclosed")]
    assert "a citizen may keep the ground" in refused(tmp_path, profile_id, grounds=grounds)


@pytest.mark.parametrize(
    ("profile_id", "change", "said"),
    [
        ("nyborg", {"prior_request": "notice"}, "grant_decider: 'employee' does not go with"),
        ("albertslund", {"prior_request": "required"}, "allowed: notice with notice or encouraged"),
        ("albertslund", {"refusal_decider": "department"}, "allowed: employee, employee_and_leader"),
        ("frederiksberg", {"refusal_decider": "employee"}, "refusal_decider: 'employee' does not go"),
        ("nyborg", {"undecided_at_start": "permitted"}, "undecided_at_start: must follow"),
        ("albertslund", {"undecided_at_start": "not_permitted"}, "must follow default_stance"),
        ("nyborg", {"criteria": []}, "criteria: a person who answers has something to assess"),
        ("albertslund", {"requester_roles": ["citizen"]}, "employee_meeting_types: must follow"),
        ("albertslund", {"employee_meeting_types": []}, "employee_meeting_types: must follow"),
        ("albertslund", {"meeting_kinds": ["phone"]}, "devices_out is for meetings in person"),
        ("albertslund", {"guidance": []}, 'guidance: is empty while criminal_guidance is "required"'),
    ],
)  # fmt: skip
def test_parameters_go_together(tmp_path: Path, profile_id: str, change: Raw, said: str) -> None:
    assert said in refused(tmp_path, profile_id, **change)


def test_what_rests_on_criteria_has_criteria(tmp_path: Path) -> None:
    grounds = raw_of("albertslund")["refusal_grounds"]
    grounds[2]["from_criteria"] = True
    message = refused(tmp_path, "albertslund", refusal_grounds=grounds)
    assert "refusal_grounds.other_factual: from_criteria with no criteria" in message


@pytest.mark.parametrize("wanted", SENTENCES, ids=lambda wanted: str(wanted.names[0]))
def test_what_is_switched_on_has_its_sentences(tmp_path: Path, wanted: Any) -> None:
    """Each of the texts, taken away alone, is missed by name."""
    profile_id = next(one for one in OWN if wanted.asked_for(raw_of(one)))
    raw = raw_of(profile_id)
    for name in wanted.names:
        texts = {key: value for key, value in raw["texts"].items() if key != name}
        message = refused(tmp_path, profile_id, texts=texts)
        assert f"texts: lacks {name}, for {wanted.because} ({wanted.parameter})" in message


@pytest.mark.parametrize("profile_id", OWN)
def test_a_necessary_text_is_named(tmp_path: Path, profile_id: str) -> None:
    texts = {k: v for k, v in raw_of(profile_id)["texts"].items() if k != "refused_answer"}
    assert "texts: 'refused_answer' is a required" in refused(tmp_path, profile_id, texts=texts)
