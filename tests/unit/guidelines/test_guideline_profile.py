"""Reading a guideline: how the loader answers a faulty file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from guidelines.profile import ProfileError, load_guideline, load_profile, read_profile
from guidelines.profile_check import BOUNDS, SCHEMA, overlapping
from tests.unit.guidelines.profiles import (
    ALL,
    FURTHER,
    changed,
    guideline_of,
    profile_of,
    raw_of,
    write,
)

Change = Callable[[dict[str, Any]], object]


def refused(folder: Path, raw: dict[str, Any]) -> str:
    """What the loader says; every line names the file."""
    path = write(folder, raw)
    with pytest.raises(ProfileError) as caught:
        read_profile(path)
    assert all(line.startswith(path.name) for line in caught.value.lines)
    return str(caught.value)


def line_of(path: Path, begins: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.lstrip().startswith(begins))


@pytest.mark.parametrize("profile_id", ALL)
def test_every_guideline_loads_and_reads_back_the_same(profile_id: str, tmp_path: Path) -> None:
    assert changed(tmp_path, profile_id) == guideline_of(profile_id).versions[0]


def test_four_more_municipalities_are_there() -> None:
    assert FURTHER == ("gladsaxe", "holbaek", "nordfyn", "silkeborg")


def test_an_unknown_profile_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"tilladt: albertslund, frederiksberg, nyborg"):
        load_profile("../frederiksberg")
    with pytest.raises(
        ProfileError, match=rf"ingen profil »andeby« i {tmp_path.name}/; tilladt: en"
    ):
        load_guideline(str(tmp_path / "andeby.yaml"))


# --- faults: file, line, parameter, what is allowed --------------------------------------------


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"default_stance": "no"}, 'default_stance: der står "no"; tilladt: "deny_unless_need"'),
        ({"least_evidence": "posted"}, 'least_evidence: der står "posted"; tilladt: "accepted"'),
        ({"video": "on"}, 'video: der står "on"; tilladt: "prohibited"'),
        ({"lead_working_days": 0}, "lead_working_days: der står 0; tilladt: mindst 1"),
        ({"lead_working_days": 31}, "lead_working_days: der står 31; tilladt: højst 30"),
        ({"colour": "red"}, "colour: navnet kendes ikke; tilladt: acknowledgement, adopted_by"),
        ({"grounds": []}, "grounds: der er 0 på listen; tilladt: mindst 1"),
        ({"refusal_grounds": []}, "refusal_grounds: der er 0 på listen; tilladt: mindst 1"),
        ({"id": "andeby"}, 'id: der står "andeby"; tilladt: "frederiksberg", som filen hedder'),
        ({"id": "zealand"}, 'id: der står "zealand"; tilladt: "frederiksberg"'),
        ({"valid_from": "2026-13-01"}, "valid_from: dagen findes ikke; tilladt: en dato som"),
        ({"evaluate_on": "2026-02-30"}, "evaluate_on: dagen findes ikke"),
        ({"valid_to": "2020-01-01"}, "valid_to: ligger før valid_from; tilladt: 2026-11-01 eller"),
        ({"granted_terms": ["song"]}, "granted_terms: »song« er ikke blandt teksterne; tilladt: et"),
        ({"undisclosed_steps": ["song"]}, "undisclosed_steps: »song« er ikke blandt teksterne"),
        ({"texts": {"Bad Name": {}}}, 'texts: navnet er "Bad Name"; tilladt: et navn på højst 40'),
        ({"texts": {7: {}}}, "texts: navnet er 7; tilladt: tekst"),
        ({"incident_tells": ["dpo"]},
         'incident_tells: "organizer" mangler på listen; tilladt: en liste med "organizer"'),
        ({"presumption": "always"},
         'presumption: der står "always"; tilladt: null eller en sætning på dansk (da) og engelsk (en)'),
        ({"legal_label": "afgørelse"}, 'legal_label: der står "afgørelse"; tilladt: "aftale"'),
        ({"lead_working_days": "fem"},
         'lead_working_days: der står "fem"; tilladt: et helt tal eller null'),
        ({"evaluate_on": "snart"}, 'evaluate_on: der står "snart"; tilladt: en dato som 2026-12-01'),
        ({"source_url": "frederiksberg.dk"},
         'source_url: der står "frederiksberg.dk"; tilladt: en adresse, der begynder med https://'),
        ({"languages": ["da", "da"]},
         'languages: "da" står mere end én gang; tilladt: hver én gang'),
        ({"languages": ["da"]}, "languages: der er 1 på listen; tilladt: mindst 2"),
        ({"municipality": ""}, 'municipality: der står ""; tilladt: mindst 1 tegn'),
        ({"assumptions": [{"parameter": "mood.x", "rule": "B1", "text": {"da": "a", "en": "b"}}]},
         "assumptions: »mood.x« er ikke en parameter; tilladt: en parameter"),
        ({"demands": [{"rule": "B1", "outlet": "radio", "says": {"da": "a", "en": "b"}}]},
         "demands: outlet »radio« kendes ikke; tilladt: granted_terms"),
    ],
)  # fmt: skip
def test_a_fault_names_file_parameter_and_what_is_allowed(
    tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    raw = {**raw_of("frederiksberg"), **change}
    path = tmp_path / "frederiksberg.yaml"
    path.write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        read_profile(path)
    assert said in str(caught.value)


def test_every_pattern_and_type_of_the_schema_has_words() -> None:
    from guidelines.profile_check import PATTERNS, TYPES

    def told(schema: Any) -> tuple[set[str], set[str]]:
        parts = schema.values() if isinstance(schema, dict) else schema
        inner = [told(one) for one in parts if isinstance(one, dict | list)]
        patterns, types = (
            set[str]().union(*(p for p, _ in inner)),
            set[str]().union(*(t for _, t in inner)),
        )
        own = schema if isinstance(schema, dict) else {}
        if isinstance(own.get("pattern"), str):
            patterns.add(own["pattern"])
        if isinstance(own.get("type"), str | list):
            types |= {own["type"]} if isinstance(own["type"], str) else set(own["type"])
        return patterns, types

    patterns, types = told(yaml.safe_load(SCHEMA.read_text(encoding="utf-8")))
    assert patterns == set(PATTERNS)
    assert types == set(TYPES)


TOLD = {
    *("additionalProperties", "contains", "enum", "minItems", "oneOf", "pattern", "required"),
    *("type", "uniqueItems", *BOUNDS),
}
"""The schema's rules of which the loader says in Danish what is wrong."""
NO_RULE_ITSELF = {"$defs", "$ref", "const", "items", "properties", "propertyNames"}


def test_every_rule_of_the_schema_is_told_in_danish() -> None:
    def keywords(schema: Any) -> set[str]:
        if not isinstance(schema, dict):
            return set()
        named = [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()]
        inner = [schema.get(name) for name in ("items", "contains", "propertyNames")]
        inner += [schema.get("additionalProperties"), *schema.get("oneOf", [])]
        return set(schema).union(*(keywords(one) for one in (*named, *inner)))

    found = keywords(yaml.safe_load(SCHEMA.read_text(encoding="utf-8")))
    assert found - NO_RULE_ITSELF - {"$schema", "title"} == TOLD


def test_what_is_unknown_is_told_each_with_its_own_line(tmp_path: Path) -> None:
    raw = raw_of("nyborg") | {"colour": "red", "shape": "round"}
    raw["criteria"][0]["weight"] = 3
    del raw["criteria"][0]["label"], raw["video"], raw["journal"]
    message = refused(tmp_path, raw)
    path = tmp_path / "nyborg.yaml"
    for name, begins in (("colour", '"colour"'), ("shape", '"shape"')):
        assert f"nyborg.yaml:{line_of(path, begins)}: {name}: navnet kendes ikke;" in message
    weight = (
        f"nyborg.yaml:{line_of(path, chr(34) + 'weight')}: criteria[0].weight: navnet kendes ikke"
    )
    assert f"{weight}; tilladt: decider_only, help, id, label" in message
    for name in ("video", "journal"):
        assert message.count(f"nyborg.yaml: {name}: mangler; tilladt: at tilføje linjen") == 1
    assert ": criteria[0].label: mangler; tilladt: at tilføje linjen" in message


def test_a_fault_names_the_line(tmp_path: Path) -> None:
    raw = raw_of("albertslund")
    raw["grounds"][2]["rule"] = "rule five"
    raw["texts"]["noted"]["en"] = ""
    raw["statistics"] = "yes"
    path = write(tmp_path, raw)
    with pytest.raises(ProfileError) as caught:
        read_profile(path)
    ground, statistics, noted = caught.value.lines
    fifth, yes = line_of(path, '"rule": "rule five"'), line_of(path, '"statistics":')
    empty = line_of(path, '"en": ""')
    assert ground.startswith(f"albertslund.yaml:{fifth}: grounds[2].rule: ")
    assert statistics.startswith(f"albertslund.yaml:{yes}: statistics: ")
    assert noted.startswith(f"albertslund.yaml:{empty}: texts.noted.en: ")


def test_what_is_missing_stands_at_the_nearest_line(tmp_path: Path) -> None:
    raw = raw_of("nyborg")
    del raw["criteria"]
    assert "nyborg.yaml: criteria: mangler; tilladt: at tilføje linjen" in refused(tmp_path, raw)
    raw = raw_of("nyborg")
    raw["refusal_grounds"][0]["intro"] = "song"
    line = line_of(write(tmp_path, raw), '"intro": "song"')
    assert f"nyborg.yaml:{line}: refusal_grounds.assessed.intro: »song«" in refused(tmp_path, raw)


def test_an_assumption_may_be_about_a_part_of_a_parameter(tmp_path: Path) -> None:
    words = {"da": "Vi gætter.", "en": "We guess."}
    found = changed(
        tmp_path,
        "nyborg",
        assumptions=[{"parameter": "retention.ground", "rule": "A5", "text": words}],
    )
    assert [one.parameter for one in found.assumptions] == ["retention.ground"]


def test_an_id_stands_once(tmp_path: Path) -> None:
    raw = raw_of("frederiksberg")
    raw["grounds"].append(raw["grounds"][0])
    assert "grounds: id »communication« står mere end én gang" in refused(tmp_path, raw)


def test_fields_of_texts_are_checked(tmp_path: Path) -> None:
    raw = raw_of("frederiksberg")
    raw["texts"]["says_who"]["da"] = "{nvan} optager"
    raw["texts"]["voice"]["en"] = "{navn} speaks"
    raw["texts"]["companion"]["da"] = "Tag {en bisidder} med"
    message = refused(tmp_path, raw)
    assert "texts.says_who.da: {nvan} kan ikke fyldes ud i announcement; tilladt: {navn}" in message
    assert (
        "texts.voice.en: {navn} kan ikke fyldes ud i granted_terms, guidance;"
        " tilladt: {data_protection}, {ombudsman}"
    ) in message
    assert "texts.companion.da: en klamme hører ikke til et felt; tilladt: {" in message


def test_what_employees_read_may_hold_the_same_fields(tmp_path: Path) -> None:
    raw = raw_of("albertslund")
    raw["texts"]["granted_answer_employee"]["da"] = "Leder, {tid} og {navn}"
    raw["texts"]["says_guidance"]["da"] = "Vejledning, {navn}"
    message = refused(tmp_path, raw)
    assert (
        "texts.granted_answer_employee.da: {navn} kan ikke fyldes ud her; tilladt: {tid}" in message
    )
    assert "texts.says_guidance.da: {navn} kan ikke fyldes ud her; tilladt: ingen felter" in message


@pytest.mark.rule("B28")
def test_phone_hours_that_say_two_things_are_refused(tmp_path: Path) -> None:
    """The source has Friday 10–15 and 10–13."""
    raw = raw_of("frederiksberg")
    raw["contacts"][0]["hours"] = [
        {"first_day": 1, "last_day": 5, "opens": "10:00", "closes": "15:00"},
        {"first_day": 5, "last_day": 5, "opens": "10:00", "closes": "13:00"},
    ]
    assert "contacts.legal.hours: to linjer dækker samme dag" in refused(tmp_path, raw)


def test_hours_overlap_only_on_a_common_day_and_time() -> None:
    morning = {"first_day": 1, "last_day": 5, "opens": "08:00", "closes": "12:00"}
    noon = {"first_day": 1, "last_day": 5, "opens": "12:00", "closes": "14:00"}
    saturday = {"first_day": 6, "last_day": 6, "opens": "08:00", "closes": "12:00"}
    assert not overlapping([morning, noon, saturday])
    assert not overlapping([noon, morning])
    assert not overlapping([saturday, morning])
    assert overlapping([morning, saturday, morning])
    friday = {"first_day": 5, "last_day": 5, "opens": "11:00", "closes": "13:00"}
    assert overlapping([friday, morning])
    assert overlapping([morning, friday])
    evening = {"first_day": 1, "last_day": 5, "opens": "16:00", "closes": "18:00"}
    assert not overlapping([evening, morning])
    assert not overlapping([morning, evening])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"id: a\nid: b\n", "yaml:2: id: står mere end én gang; tilladt: én gang"),
        (b"id: a\nx: [\n", "yaml:3: filen kan ikke læses som YAML, her eller på linjen før"),
        (b"id: \x07\n", r"yaml: filen kan ikke læses som YAML \(.+\); tilladt: gyldig YAML"),
        (b"\xff\xfe\xfa", "yaml: filen er ikke gemt som UTF-8; tilladt: en tekstfil i UTF-8"),
        (b"- one\n", "yaml: filen har ingen parametre; tilladt: en linje for hver parameter"),
        (b"", "yaml: filen har ingen parametre"),
        (
            b"municipality: !!binary aGVq\n",
            r"""yaml:1: municipality: der står "b'hej'"; tilladt: tekst""",
        ),
    ],
)
def test_a_file_that_is_no_profile(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "frederiksberg.yaml"
    path.write_bytes(content)
    with pytest.raises(ProfileError, match=said):
        read_profile(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"nyborg\.yaml: filen kan ikke læses; tilladt: en"):
        read_profile(tmp_path / "nyborg.yaml")


def test_the_published_schema_is_one() -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(yaml.safe_load(SCHEMA.read_text(encoding="utf-8")))


# --- what a profile answers --------------------------------------------------------------------


def test_employees_read_their_own_sentence_where_there_is_one() -> None:
    profile = load_profile("albertslund")
    assert "personalesag" in profile.words("noted", "employee")["da"]
    assert "personalesag" not in profile.words("noted")["da"]
    assert profile.words("sound_only", "employee") == profile.words("sound_only")
    assert profile.says("noted")
    assert not profile.says("song")
    with pytest.raises(KeyError):
        profile.words("song")


def test_pieces_are_found_by_their_id() -> None:
    profile = load_profile("albertslund")
    found = profile.ground("memory"), profile.refusal_ground("history")
    assert [piece.rule for piece in found if piece] == ["C5", "C23"]
    talk = profile.employee_meeting("appraisal")
    assert talk is not None
    assert not talk.covered
    assert profile.ground("x") is None
    assert profile.refusal_ground("x") is None
    assert profile.employee_meeting("x") is None


def test_times_are_times() -> None:
    profile = load_profile("frederiksberg")
    assert profile.deputy_after.total_seconds() == profile.deputy_after_minutes * 60
    assert (profile.is_notice, profile.two_persons) == (False, False)
    assert load_profile("albertslund").is_notice
    assert load_profile("albertslund").two_persons


def test_what_lets_somebody_record_is_spoken_of_as_the_guideline_does() -> None:
    leave = {one: profile_of(one).leave for one in ALL}
    assert leave == {
        "albertslund": "notice",
        "frederiksberg": "agreement",
        "nyborg": "permission",
        "gladsaxe": "notice",
        "holbaek": "notice",
        "nordfyn": "permission",
        "silkeborg": "notice",
    }
