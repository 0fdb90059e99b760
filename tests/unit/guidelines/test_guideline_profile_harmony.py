"""Which parameters do not go together; for every guideline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guidelines.profile_harmony import SENTENCES
from tests.unit.guidelines.profiles import ALL, OWN, changed, raw_of, refused

Raw = dict[str, Any]


@pytest.mark.parametrize("profile_id", ALL)
def test_what_goes_together_is_accepted(tmp_path: Path, profile_id: str) -> None:
    assert changed(tmp_path, profile_id).id == profile_id


def test_what_is_not_asked_for_may_be_missing(tmp_path: Path) -> None:
    """A version of one day; no meeting in person where no ground keeps devices out."""
    one_day = changed(tmp_path, "nyborg", valid_to=raw_of("nyborg")["valid_from"])
    assert one_day.valid_to == one_day.valid_from
    assert changed(tmp_path, "nyborg", meeting_kinds=["virtual"]).meeting_kinds == ("virtual",)


def without(raw: Raw, *names: str) -> Raw:
    """The parameters without these texts and without what is demanded of them."""
    texts = {name: words for name, words in raw["texts"].items() if name not in names}
    demands = [demand for demand in raw["demands"] if demand["outlet"] not in names]
    return {**raw, "texts": texts, "demands": demands}


def test_sentences_are_asked_for_only_where_somebody_reads_them(tmp_path: Path) -> None:
    nyborg, albertslund = raw_of("nyborg"), raw_of("albertslund")
    noted = {name: albertslund["texts"][name] for name in ("noted", "noted_refusal")}
    required = {"journal": "required", "texts": {**nyborg["texts"], **noted}}
    assert changed(tmp_path, "nyborg", **required).journal == "required"
    alone = without(albertslund, "noted_employee", "noted_refusal_employee")
    assert changed(tmp_path, "albertslund", **alone | {"journal": "recommended"})
    covered = [kind for kind in albertslund["employee_meeting_types"] if kind["covered"]]
    rest = without(albertslund, "talk_not_covered") | {"employee_meeting_types": covered}
    assert changed(tmp_path, "albertslund", **rest)


def test_a_part_that_does_not_say_so_answers_no_need(tmp_path: Path) -> None:
    grounds = raw_of("nyborg")["refusal_grounds"]
    for part in grounds[0]["parts"]:
        part.pop("answers_need", None)
    message = refused(tmp_path, "nyborg", refusal_grounds=grounds)
    assert "refusal_grounds.assessed: brevet skal svare på behovet" in message


@pytest.mark.parametrize("profile_id", OWN)
def test_a_refusal_always_answers_the_need_in_the_letter(tmp_path: Path, profile_id: str) -> None:
    for flag, value in (("answers_need", False), ("in_letter", False)):
        grounds = raw_of(profile_id)["refusal_grounds"]
        for part in grounds[0]["parts"]:
            part[flag] = value
        message = refused(tmp_path, profile_id, refusal_grounds=grounds)
        assert f"refusal_grounds.{grounds[0]['id']}: brevet skal svare på behovet" in message


@pytest.mark.parametrize("profile_id", OWN)
def test_a_citizen_may_keep_the_ground(tmp_path: Path, profile_id: str) -> None:
    grounds = [one for one in raw_of(profile_id)["grounds"] if not one.get("undisclosed")]
    assert "grounds: borgeren skal kunne lade være" in refused(
        tmp_path, profile_id, grounds=grounds
    )


@pytest.mark.parametrize(
    ("profile_id", "change", "said"),
    [
        ("nyborg", {"prior_request": "notice"}, "grant_decider: »employee« passer ikke til prior_request »notice«"),
        ("albertslund", {"prior_request": "required"}, "tilladt: notice, når prior_request er notice eller encouraged"),
        ("albertslund", {"refusal_decider": "department"}, "tilladt: employee, employee_and_leader"),
        ("frederiksberg", {"refusal_decider": "employee"}, "refusal_decider: »employee« passer ikke til"),
        ("nyborg", {"undecided_at_start": "permitted"}, "undecided_at_start: skal følge"),
        ("albertslund", {"undecided_at_start": "not_permitted"}, "skal følge default_stance; tilladt: permitted ved"),
        ("nyborg", {"valid_to": "2020-01-01"}, "valid_to: ligger før valid_from; tilladt: 2026-11-01 eller senere"),
        ("nyborg", {"criteria": []}, "criteria: den, der svarer, skal have noget at vurdere"),
        ("albertslund", {"requester_roles": ["citizen"]}, "employee_meeting_types: skal følge"),
        ("albertslund", {"employee_meeting_types": []}, "employee_meeting_types: skal følge"),
        ("albertslund", {"meeting_kinds": ["phone"]}, "devices_out er til møder ansigt til ansigt"),
        ("albertslund", {"guidance": []}, 'guidance: er tom, mens criminal_guidance er "required"'),
    ],
)  # fmt: skip
def test_parameters_go_together(tmp_path: Path, profile_id: str, change: Raw, said: str) -> None:
    assert said in refused(tmp_path, profile_id, **change)


def test_what_rests_on_criteria_has_criteria(tmp_path: Path) -> None:
    grounds = raw_of("albertslund")["refusal_grounds"]
    grounds[2]["from_criteria"] = True
    message = refused(tmp_path, "albertslund", refusal_grounds=grounds)
    assert "refusal_grounds.other_factual: from_criteria kræver kriterier" in message


@pytest.mark.parametrize("wanted", SENTENCES, ids=lambda wanted: str(wanted.names[0]))
def test_what_is_switched_on_has_its_sentences(tmp_path: Path, wanted: Any) -> None:
    """Each of the texts, taken away alone, is missed by name."""
    profile_id = next(one for one in OWN if wanted.asked_for(raw_of(one)))
    raw = raw_of(profile_id)
    for name in wanted.names:
        texts = {key: value for key, value in raw["texts"].items() if key != name}
        message = refused(tmp_path, profile_id, texts=texts)
        assert (
            f"texts: {name} mangler, fordi {wanted.because} ({wanted.parameter}); tilladt:"
            in message
        )
