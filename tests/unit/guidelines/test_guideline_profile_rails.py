"""What no profile can switch off; for every guideline."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidelines.profile_check import GUARD_RAILS
from tests.unit.guidelines.profiles import OWN, raw_of, refused

SWITCHED_OFF: dict[str, tuple[object, str]] = {
    "refusal_decider": ("nobody", "et menneske med navn afgør et nej"),
    "grant_decider": ("automatic", "giver et ja"),
    "reasons_to_person": ("on_request", "får altid begrundelsen"),
    "late_request": ("refused", "at spørge sent er aldrig en grund til et nej"),
    "record_assessment": (False, "tilladt: at slette linjen"),
    "bulk_decisions": (True, "tilladt: at slette linjen"),
    "automatic_decisions": (True, "tilladt: at slette linjen"),
    "scoring": (True, "giver aldrig point"),
    "keep_profile_version": (False, "beholder den version"),
    "video_by_default": (True, "video er aldrig slået til"),
}


@pytest.mark.parametrize("profile_id", OWN)
@pytest.mark.parametrize("parameter", [rail.parameter for rail in GUARD_RAILS])
def test_no_profile_switches_a_guard_rail_off(
    tmp_path: Path, profile_id: str, parameter: str
) -> None:
    value, said = SWITCHED_OFF[parameter]
    message = refused(tmp_path, profile_id, **{parameter: value})
    assert f"{parameter}: ingen profil kan slå det fra" in message
    assert said in message


@pytest.mark.parametrize("profile_id", OWN)
@pytest.mark.parametrize("readers", [["employee", "participants"], ["decider", "everyone"]])
def test_the_ground_is_never_for_the_participants(
    tmp_path: Path, profile_id: str, readers: list[str]
) -> None:
    message = refused(tmp_path, profile_id, ground_readers=readers)
    assert f"ground_readers: grunden bliver aldrig vist for {readers[1]}" in message
    assert '"hr_legal"' in message


def test_readers_of_the_ground_are_a_list(tmp_path: Path) -> None:
    assert 'ground_readers: der står "everyone"; tilladt: en liste' in refused(
        tmp_path, "nyborg", ground_readers="everyone"
    )


@pytest.mark.parametrize("profile_id", OWN)
def test_a_necessary_text_is_named(tmp_path: Path, profile_id: str) -> None:
    texts = {k: v for k, v in raw_of(profile_id)["texts"].items() if k != "refused_answer"}
    assert "texts.refused_answer: mangler; tilladt: at tilføje linjen" in refused(
        tmp_path, profile_id, texts=texts
    )


@pytest.mark.parametrize("profile_id", OWN)
def test_a_late_request_follows_who_grants(tmp_path: Path, profile_id: str) -> None:
    other = {"permitted": "assessed", "assessed": "permitted"}[raw_of(profile_id)["late_request"]]
    assert "late_request: skal følge grant_decider" in refused(
        tmp_path, profile_id, late_request=other
    )


def test_an_objection_can_be_weighed_only_where_a_ground_weighs_it(tmp_path: Path) -> None:
    assert "participant_objection: weigh kræver en grund" in refused(
        tmp_path, "nyborg", participant_objection="weigh"
    )


@pytest.mark.parametrize("languages", [["da"], ["da", "en", "de"]])
def test_other_languages_cannot_be_chosen(tmp_path: Path, languages: list[str]) -> None:
    assert "languages" in refused(tmp_path, "nyborg", languages=languages)


@pytest.mark.parametrize(
    "address",
    ["http://intranet.example", "intranet.example", "https://", "https://a b.example", "", 7],
)
def test_the_way_to_the_guide_for_staff_is_https(tmp_path: Path, address: object) -> None:
    told = refused(tmp_path, "albertslund", links={"internal_guide": address})
    assert "links.internal_guide" in told


def test_the_guide_for_staff_is_in_no_sentence(tmp_path: Path) -> None:
    """A citizen's letter never leads into the municipality's own house (C14)."""
    raw = raw_of("frederiksberg")
    links = raw["links"] | {"internal_guide": "https://intranet.example/optagelse"}
    read_more = {
        lang: f"{said} {{internal_guide}}" for lang, said in raw["texts"]["read_more"].items()
    }
    texts = raw["texts"] | {"read_more": read_more}
    assert "{internal_guide} kan ikke fyldes ud i" in refused(
        tmp_path, "frederiksberg", links=links, texts=texts
    )
