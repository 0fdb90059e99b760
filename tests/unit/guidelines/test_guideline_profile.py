"""The Frederiksberg profile, and how the loader answers a bad one."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from guidelines.profile import HERE, Profile, ProfileError, load_profile, read_profile
from guidelines.profile_check import GUARD_RAILS, overlapping


@pytest.fixture
def raw() -> dict[str, Any]:
    loaded = yaml.safe_load((HERE / "frederiksberg.yaml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def load(tmp_path: Path, raw: dict[str, Any], name: str = "frederiksberg") -> Profile:
    path = tmp_path / f"{name}.yaml"
    path.write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    return read_profile(path)


def refused(tmp_path: Path, raw: dict[str, Any]) -> str:
    with pytest.raises(ProfileError) as caught:
        load(tmp_path, raw)
    assert all(line.startswith("frederiksberg.yaml: ") for line in caught.value.lines)
    return str(caught.value)


def test_frederiksberg_says_what_its_guideline_says() -> None:
    profile = load_profile("frederiksberg")
    assert profile.default_stance == "individual_assessment"  # B3, B8
    assert profile.presumption is None
    assert profile.legal_label == "aftale"  # B11
    assert [c.rule for c in profile.criteria] == ["B12", "B13", "B14", "B15", "B16"]
    assert [c.id for c in profile.criteria if c.never_alone] == ["companion"]  # B15
    assert [g.id for g in profile.grounds][-2:] == ["other", "undisclosed"]  # B9
    assert profile.request_addressee == "department"  # B17
    assert profile.guide_days is None  # B18
    assert profile.parallel_recording == "none"  # B21
    assert profile.technical_assistance == "none"  # B22, B23
    assert profile.inform_participants == "required"  # B20
    assert profile.least_evidence == "accepted"
    assert profile.video == "prohibited"  # B29
    assert profile.similar_refusal_percent == 90
    assert profile.deputy_after == timedelta(hours=4)
    assert profile.valid_from == date(2026, 12, 1)
    assert profile.ground("remember") is not None
    assert profile.ground("nothing") is None


def test_what_the_source_does_not_state_is_an_assumption() -> None:
    assumed = {a.parameter: a.rule for a in load_profile("frederiksberg").assumptions}
    assert assumed["video"] == "B29"
    assert assumed["guide_days"] == "B18"
    assert assumed["contacts.legal.hours"] == "B28"
    assert assumed["least_evidence"] == "B20"
    assert assumed["deputy_after_minutes"] == "B17"


def test_every_assumption_names_a_parameter_of_the_profile(raw: dict[str, Any]) -> None:
    for assumption in raw["assumptions"]:
        assert assumption["parameter"].split(".")[0] in raw


def test_an_unknown_profile_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ProfileError, match=r"allowed: .*frederiksberg"):
        load_profile("../frederiksberg")


def test_the_same_profile_is_read_back(tmp_path: Path, raw: dict[str, Any]) -> None:
    assert load(tmp_path, raw) == load_profile("frederiksberg")


@pytest.mark.parametrize(
    ("parameter", "value", "said"),
    [
        ("refusal_decider", "nobody", "a named person decides"),
        ("grant_decider", "automatic", "gives a yes"),
        ("reasons_to_person", "on_request", "always gets the reasons"),
        ("record_assessment", False, "leave the line out"),
        ("bulk_decisions", True, "leave the line out"),
        ("automatic_decisions", True, "leave the line out"),
        ("scoring", True, "never scores"),
        ("keep_profile_version", False, "keeps the version"),
        ("video", "on", "video is never on"),
    ],
)
def test_no_profile_switches_a_guard_rail_off(
    tmp_path: Path, raw: dict[str, Any], parameter: str, value: object, said: str
) -> None:
    assert parameter in {rail.parameter for rail in GUARD_RAILS}
    message = refused(tmp_path, {**raw, parameter: value})
    assert f"{parameter}: no profile can switch this off" in message
    assert said in message


def test_the_ground_is_never_for_the_participants(tmp_path: Path, raw: dict[str, Any]) -> None:
    message = refused(tmp_path, {**raw, "ground_readers": ["employee", "participants"]})
    assert "ground_readers: the ground is never shown to participants" in message
    assert '"hr_legal"' in message
    assert "ground_readers" in refused(tmp_path, {**raw, "ground_readers": "everyone"})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"default_stance": "no"}, 'default_stance: is "no"; allowed: "deny_unless_need"'),
        ({"least_evidence": "posted"}, 'least_evidence: is "posted"; allowed: "accepted"'),
        ({"similar_refusal_percent": 20}, "similar_refusal_percent: 20 is less than the minimum"),
        ({"colour": "red"}, "allowed: alternatives"),
        ({"criteria": []}, "criteria: "),
        ({"id": "nyborg"}, "id: is 'nyborg'; allowed: 'frederiksberg'"),
        ({"valid_from": "2026-13-01"}, "valid_from: is no date"),
        ({"granted_terms": ["song"]}, "granted_terms: 'song' is not among the texts"),
        ({"municipality": ""}, "municipality: "),
    ],
)
def test_a_fault_names_file_parameter_and_what_is_allowed(
    tmp_path: Path, raw: dict[str, Any], change: dict[str, Any], said: str
) -> None:
    assert said in refused(tmp_path, {**raw, **change})


def test_a_missing_parameter_is_named(tmp_path: Path, raw: dict[str, Any]) -> None:
    del raw["criteria"]
    assert "'criteria' is a required property" in refused(tmp_path, raw)


def test_an_id_stands_once(tmp_path: Path, raw: dict[str, Any]) -> None:
    raw["grounds"].append(raw["grounds"][0])
    assert "grounds: the id 'communication' is there twice" in refused(tmp_path, raw)


def test_fields_of_texts_are_checked(tmp_path: Path, raw: dict[str, Any]) -> None:
    raw["texts"]["says_who"]["da"] = "{nvan} optager"
    raw["texts"]["voice"]["en"] = "{navn} speaks"
    raw["texts"]["companion"]["da"] = "Tag {en bisidder} med"
    message = refused(tmp_path, raw)
    assert "texts.says_who.da: unknown field nvan; allowed: {navn}" in message
    assert "texts.voice.en: unknown field navn; allowed: no fields" in message
    assert "texts.companion.da: a brace" in message


def test_phone_hours_that_say_two_things_are_refused(tmp_path: Path, raw: dict[str, Any]) -> None:
    """B28: the source has Friday 10–15 and 10–13."""
    raw["contacts"][0]["hours"] = [
        {"first_day": 1, "last_day": 5, "opens": "10:00", "closes": "15:00"},
        {"first_day": 5, "last_day": 5, "opens": "10:00", "closes": "13:00"},
    ]
    assert "contacts.legal.hours: two lines cover the same day" in refused(tmp_path, raw)


def test_hours_overlap_only_on_a_common_day_and_time() -> None:
    morning = {"first_day": 1, "last_day": 5, "opens": "08:00", "closes": "12:00"}
    noon = {"first_day": 1, "last_day": 5, "opens": "12:00", "closes": "14:00"}
    saturday = {"first_day": 6, "last_day": 6, "opens": "08:00", "closes": "12:00"}
    assert not overlapping([morning, noon, saturday])
    assert overlapping([morning, saturday, morning])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"id: a\nid: b\n", "given twice near line 1: id"),
        (b"id: [", "not valid YAML"),
        (b"\xff\xfe\xfa", "not valid YAML"),
        (b"- one\n", "holds no parameters"),
    ],
)
def test_a_file_that_is_no_profile(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "frederiksberg.yaml"
    path.write_bytes(content)
    with pytest.raises(ProfileError, match=said):
        read_profile(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"nyborg\.yaml: the file cannot be read"):
        read_profile(tmp_path / "nyborg.yaml")
