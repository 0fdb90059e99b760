"""What no profile can take away of its texts, and the floors under its numbers (domain 2.3, end)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guidelines.demanded import DEMANDED
from guidelines.demands import missing
from guidelines.essentials import ESSENTIALS
from guidelines.profile import ProfileError, load_profile
from guidelines.profile_file import read
from tests.unit.guidelines.profiles import OWN, changed, profile_of, raw_of

Raw = dict[str, Any]


def refused(folder: Path, profile_id: str, **parameters: Any) -> str:
    with pytest.raises(ProfileError) as caught:
        changed(folder, profile_id, **parameters)
    return str(caught.value)


@pytest.mark.parametrize("profile_id", OWN)
@pytest.mark.parametrize(
    ("number", "value"),
    [("refusal_least_words", 4), ("similar_refusal_percent", 96), ("similar_refusal_percent", 49)],
)
def test_the_numbers_have_floors(tmp_path: Path, profile_id: str, number: str, value: int) -> None:
    assert f"{number}: der står {value}; tilladt: " in refused(
        tmp_path, profile_id, **{number: value}
    )


@pytest.mark.parametrize("profile_id", OWN)
def test_the_letter_of_a_refusal_holds_a_reason(tmp_path: Path, profile_id: str) -> None:
    grounds = raw_of(profile_id)["refusal_grounds"]
    for part in grounds[-1]["parts"]:
        part["in_letter"] = part.get("answers_need", False)
    assert "brevet skal have en begrundelse ud over behovet (A16)" in refused(
        tmp_path, profile_id, refusal_grounds=grounds
    )


def test_one_tick_is_no_assessment(tmp_path: Path) -> None:
    criteria = raw_of("nyborg")["criteria"]
    criteria[0]["note"] = "when_against"
    assert "ét flueben er ikke en vurdering" in refused(tmp_path, "nyborg", criteria=criteria)


@pytest.mark.parametrize("profile_id", OWN)
def test_nobody_is_told_nothing(tmp_path: Path, profile_id: str) -> None:
    raw = raw_of(profile_id)
    for listed in (["script_closing"], [one for one in raw["announcement"] if one != "says_who"]):
        message = refused(tmp_path, profile_id, announcement=listed)
        assert "announcement (da): ingen profil kan tage det væk: alle får at vide, hvem" in message
        assert (
            "tilladt: en tekst, der siger »{navn}« sammen med »records« eller »may record«"
            in message
        )


def silent(raw: Raw, outlet: str, wanted: tuple[str, ...], language: str) -> Raw:
    """The profile with the first of the words gone, in one language, from every text of the outlet."""
    named = [outlet, *raw.get(outlet, [])]
    for name in (one for base in named for one in (base, f"{base}_employee")):
        if name in raw["texts"]:
            for word in wanted[0].split("|"):
                said = raw["texts"][name][language]
                raw["texts"][name][language] = said.replace(word, "…").replace(word.title(), "…")
    return raw


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("number", range(len(ESSENTIALS)))
def test_an_essential_that_is_gone_stops_the_profile(
    tmp_path: Path, number: int, language: str
) -> None:
    one = ESSENTIALS[number]
    profile_id = "nyborg" if one.outlet == "own_recording_deleted" else "albertslund"
    raw = silent(raw_of(profile_id), one.outlet, (one.da if language == "da" else one.en), language)
    message = refused(tmp_path, profile_id, **raw)
    assert f"{one.outlet} ({language}): ingen profil kan tage det væk: {one.why}" in message


def test_what_an_employee_is_told_counts_by_itself(tmp_path: Path) -> None:
    raw = raw_of("albertslund")
    raw["texts"]["refused_answer_employee"]["da"] = "Nej tak {tid}."
    message = refused(tmp_path, "albertslund", **raw)
    assert "refused_answer (da): ingen profil kan tage det væk" in message


@pytest.mark.parametrize(
    ("outlet", "at"), [("guidance", "guidance"), ("devices_out", "texts.devices_out.en")]
)
def test_what_is_gone_is_told_with_its_line(tmp_path: Path, outlet: str, at: str) -> None:
    """The line of the list, or of the text in its language."""
    one = next(one for one in ESSENTIALS if one.outlet == outlet)
    raw = silent(raw_of("albertslund"), outlet, one.en, "en")
    message = refused(tmp_path, "albertslund", **raw)
    line = read(tmp_path / "albertslund.yaml").lines[at]
    assert f"albertslund.yaml:{line}: {outlet} (en): ingen profil" in message


def test_a_list_is_looked_through_whatever_its_texts_are_called(tmp_path: Path) -> None:
    """Also where the first name sorts before that of the list, and stands alone in it."""
    texts = {**raw_of("albertslund")["texts"], "about": {"da": "Hej.", "en": "Hello."}}
    message = refused(tmp_path, "albertslund", texts=texts, guidance=["about"])
    assert "guidance (da): ingen profil kan tage det væk: det bliver sagt, hvad" in message


@pytest.mark.parametrize(("video", "loads"), [("with_employee_acceptance", True), ("allowed", True),
                                              ("prohibited", False)])  # fmt: skip
def test_sound_alone_is_said_only_where_video_may_not_be_recorded(
    tmp_path: Path, video: str, loads: bool
) -> None:
    raw = raw_of("nyborg") | {"video": video}
    raw["announcement"].remove("says_sound")
    raw["granted_terms"].remove("sound_only")
    if loads:
        assert changed(tmp_path, "nyborg", **raw).video == video
    else:
        assert "der må ikke optages video" in refused(tmp_path, "nyborg", **raw)


@pytest.mark.parametrize("said", [" ", ".", "…", "12"])
def test_a_text_without_a_letter_is_no_text(tmp_path: Path, said: str) -> None:
    raw = raw_of("nyborg")
    raw["texts"]["assessed"]["da"] = said
    message = refused(tmp_path, "nyborg", **raw)
    assert "texts.assessed.da" in message
    assert "tilladt: ord" in message


@pytest.mark.parametrize("said", ["minutes for {navn}", "minutes {", "minutes }"])
def test_a_label_holds_no_field(tmp_path: Path, said: str) -> None:
    raw = raw_of("nyborg")
    raw["alternatives"][0]["label"]["en"] = said
    assert "alternatives[0].label.en: en klamme kan ikke stå her" in refused(
        tmp_path, "nyborg", **raw
    )


def test_a_brace_too_many_is_told_of_each_language(tmp_path: Path) -> None:
    raw = raw_of("nyborg")
    raw["texts"]["assessed"] = {"da": "Vi har set på din situation {", "en": "Your situation {"}
    message = refused(tmp_path, "nyborg", **raw)
    assert "texts.assessed.da: " in message
    assert "texts.assessed.en: " in message


@pytest.mark.parametrize("profile_id", OWN)
def test_what_begins_a_refusal_holds_what_a_letter_can_fill(
    tmp_path: Path, profile_id: str
) -> None:
    raw = raw_of(profile_id)
    intro = raw["refusal_grounds"][0]["intro"]
    raw["texts"][intro]["en"] += " {navn}"
    message = refused(tmp_path, profile_id, **raw)
    assert f"texts.{intro}.en: {{navn}} kan ikke fyldes ud i intro; tilladt: {{tid}}" in message


def test_a_text_that_is_never_said_may_hold_any_field(tmp_path: Path) -> None:
    texts = raw_of("nyborg")["texts"]
    kept = {**texts, "kept": {"da": "Til {navn}, {sted}", "en": "For {navn}, {sted}"}}
    assert changed(tmp_path, "nyborg", texts=kept).says("kept")
    kept["kept"]["da"] = "Til {nvan}"
    assert "texts.kept.da: {nvan} kan ikke fyldes ud her" in refused(tmp_path, "nyborg", texts=kept)


def test_the_products_own_list_is_what_the_three_profiles_demand() -> None:
    assert tuple(one for name in OWN for one in load_profile(name).demands) == tuple(
        sorted(DEMANDED, key=lambda one: OWN.index(SOURCE[one.rule[0]]))
    )


SOURCE = {"A": "nyborg", "B": "frederiksberg", "C": "albertslund"}


@pytest.mark.parametrize("number", range(len(DEMANDED)))
def test_a_demand_taken_out_with_its_sentence_still_warns(number: int) -> None:
    gone = DEMANDED[number]
    profile = load_profile(SOURCE[gone.rule[0]])
    said = {t: gone.says[t].split("|")[0] for t in ("da", "en")} if gone.never else None
    words = said or {"da": "-", "en": "-"}
    edited = replace(
        profile,
        texts=dict.fromkeys(profile.texts, words),
        presumption=None,
        alternatives=tuple(replace(one, label=words) for one in profile.alternatives),
        demands=tuple(one for one in profile.demands if one != gone),
    )
    assert (gone.rule, gone.outlet) in {(one.rule, one.outlet) for one in missing(edited)}


def test_a_demand_taken_out_whose_sentence_stands_warns_of_nothing() -> None:
    for name in OWN:
        assert missing(replace(profile_of(name), demands=())) == ()


def test_a_demand_put_in_other_words_is_the_owners_to_judge() -> None:
    profile = load_profile("nyborg")
    first = profile.demands[0]
    other = replace(first, says={"da": "samtale", "en": "talk"})
    texts = {**profile.texts, first.outlet: {"da": "En god samtale.", "en": "A good talk."}}
    edited = replace(profile, texts=texts, demands=(other, *profile.demands[1:]))
    assert missing(edited) == ()
    assert missing(replace(edited, demands=profile.demands[1:])) != ()


def test_more_demands_than_the_products_own_are_no_fewer() -> None:
    """In other words and with one more: the owner has looked at it twice, and nothing was taken out."""
    profile = load_profile("nyborg")
    first = profile.demands[0]
    other = replace(first, says={"da": "samtale", "en": "talk"})
    texts = {**profile.texts, first.outlet: {"da": "En god samtale.", "en": "A good talk."}}
    more = (other, replace(other, says={"da": "god", "en": "good"}), *profile.demands[1:])
    assert missing(replace(profile, texts=texts, demands=more)) == ()


def test_a_text_that_is_gone_says_nothing() -> None:
    profile = load_profile("albertslund")
    texts = {name: words for name, words in profile.texts.items() if name != "talk_not_covered"}
    kept = tuple(one for one in profile.demands if one.outlet != "talk_not_covered")
    found = missing(replace(profile, texts=texts, demands=kept))
    assert {one.rule for one in found} == {"C7"}


@pytest.mark.parametrize("profile_id", ["holbaek", "nordfyn"])
def test_a_municipality_with_rules_of_its_own_is_measured_by_them_alone(profile_id: str) -> None:
    assert missing(replace(profile_of(profile_id), demands=())) == ()
