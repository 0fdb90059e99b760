"""Trap 14: an edited text that no longer says what a rule wants said warns with the rule's id."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from guidelines.demands import Missing, missing, said_in, unkept
from guidelines.profile import Demand, Guideline, Profile, Retention, load_profile
from guidelines.profile_review import Due, dates_due, review
from tests.unit.guidelines.profiles import ALL, OWN, profile_of, raw_of, write
from tools.profile_check import report

NOTHING = {"da": "-", "en": "-"}
DEMANDS = [
    pytest.param(name, demand, id=f"{demand.rule}-{demand.outlet}-{number}",
                 marks=pytest.mark.rule(demand.rule))
    for name in OWN
    for number, demand in enumerate(load_profile(name).demands)
]  # fmt: skip


def silenced(profile: Profile, demand: Demand) -> Profile:
    """The profile with the demanded words gone from everything it says, or the unwanted ones put in."""
    if demand.never:
        said = {lang: words.split("|")[0] for lang, words in demand.says.items()}
        added = {lang: f"- {words} -" for lang, words in said.items()}
        return replace(profile, texts=dict.fromkeys(profile.texts, added))
    return replace(
        profile,
        texts=dict.fromkeys(profile.texts, NOTHING),
        presumption=NOTHING if profile.presumption else None,
        alternatives=tuple(replace(one, label=NOTHING) for one in profile.alternatives),
    )


@pytest.mark.parametrize("profile_id", ALL)
def test_every_profile_says_what_its_rules_want_said(profile_id: str) -> None:
    profile = profile_of(profile_id)
    assert profile.demands
    assert missing(profile) == ()


@pytest.mark.parametrize(("profile_id", "demand"), DEMANDS)
def test_a_text_that_no_longer_says_it_warns_with_the_rule(profile_id: str, demand: Demand) -> None:
    found = missing(silenced(load_profile(profile_id), demand))
    for language in ("da", "en"):
        words = demand.says[language]
        assert Missing(demand.rule, demand.outlet, language, words, demand.never) in found


@pytest.mark.rule("B6", "B7", "B10")
def test_frederiksberg_says_there_is_no_special_right_and_links_the_ombudsman() -> None:
    profile = load_profile("frederiksberg")
    for name, rules in (("no_special_right", {"B6", "B7"}), ("refuser_help", {"B10"})):
        found = missing(replace(profile, texts={**profile.texts, name: NOTHING}))
        assert {one.rule for one in found} == rules


def test_one_language_alone_is_told() -> None:
    profile = load_profile("nyborg")
    edited = {**profile.words("video_answer"), "en": "No."}
    found = missing(replace(profile, texts={**profile.texts, "video_answer": edited}))
    assert [(one.rule, one.language) for one in found] == [("A20", "en")]


def test_capital_letters_do_not_matter() -> None:
    profile = load_profile("nyborg")
    loud = {lang: words.upper() for lang, words in profile.words("video_answer").items()}
    assert missing(replace(profile, texts={**profile.texts, "video_answer": loud})) == ()


@pytest.mark.rule("C2")
def test_what_only_employees_read_is_measured_too() -> None:
    profile = load_profile("albertslund")
    for name, rule in (("granted_answer_employee", "C1"), ("noted_employee", "C20")):
        found = missing(replace(profile, texts={**profile.texts, name: NOTHING}))
        assert rule in {one.rule for one in found}
    wrong = {"da": "Vi siger det til din medarbejder, din leder.", "en": "We tell your leader."}
    texts = {**profile.texts, "granted_answer_employee": wrong}
    found = missing(replace(profile, texts=texts))
    assert ("C2", True) in {(one.rule, one.never) for one in found}


@pytest.mark.rule("C25")
@pytest.mark.parametrize("name", ["refused_answer", "devices_out", "intro_others", "decided_with"])
def test_a_refusal_is_never_called_an_administrative_decision(name: str) -> None:
    profile = load_profile("albertslund")
    wrong = {**profile.words(name), "da": profile.words(name)["da"] + " Det er en afgørelse."}
    found = missing(replace(profile, texts={**profile.texts, name: wrong}))
    assert [(one.rule, one.words) for one in found] == [("C25", "afgørelse")]


def test_outlets() -> None:
    albertslund, nyborg = load_profile("albertslund"), load_profile("nyborg")
    assert said_in(nyborg, "presumption") == (nyborg.presumption,)
    assert said_in(albertslund, "presumption") == ()
    assert said_in(nyborg, "employee") == ()
    assert albertslund.words("noted_employee") in said_in(albertslund, "employee")
    assert albertslund.words("noted_employee") in said_in(albertslund, "granted_terms", "employee")
    headings = [part.heading for one in albertslund.refusal_grounds for part in one.parts]
    assert all(heading in said_in(albertslund, "refusal") for heading in headings)
    own = replace(nyborg, texts={**nyborg.texts, "about": NOTHING})  # a name of the municipality's
    assert said_in(own, "about") == (NOTHING,)
    with pytest.raises(KeyError):
        said_in(nyborg, "radio")


@pytest.mark.rule("A3")
def test_minutes_that_are_promised_are_somebodys_task() -> None:
    nyborg = load_profile("nyborg")
    assert unkept(nyborg) == ()
    found = missing(replace(nyborg, promised_tasks=()))
    assert [(one.rule, one.outlet, one.words) for one in found] == [
        ("A3", "promised_tasks", "minutes")
    ] * 2
    assert [(one.language, one.never) for one in found] == [("da", False), ("en", False)]


@pytest.mark.rule("A3", "B5")
def test_what_the_source_promises_is_owed_whatever_the_letter_says() -> None:
    """The general guideline promises minutes, Frederiksberg a printout; a letter may leave it unsaid."""
    told = {"nyborg": {"A3"}, "frederiksberg": {"B5"}, "albertslund": set()}
    for name, rules in told.items():
        profile = load_profile(name)
        silent = replace(profile, texts=dict.fromkeys(profile.texts, NOTHING), promised_tasks=())
        assert {one.rule for one in unkept(silent)} == rules


@pytest.mark.rule("B5")
def test_a_printout_that_is_promised_is_somebodys_task() -> None:
    frederiksberg = load_profile("frederiksberg")
    assert unkept(frederiksberg) == ()
    found = missing(replace(frederiksberg, promised_tasks=("minutes",)))
    assert [(one.rule, one.words) for one in found] == [("B5", "printout")] * 2


@pytest.mark.rule("A3")
def test_a_letter_of_any_guideline_that_promises_minutes_needs_the_task() -> None:
    """Albertslund promises none; a letter that says so all the same is told of, by its language."""
    albertslund = load_profile("albertslund")
    assert unkept(albertslund) == ()
    said = {"da": "Du kan altid få et REFERAT af mødet.", "en": "You can always ask."}
    promising = replace(
        albertslund, texts={**albertslund.texts, albertslund.granted_terms[0]: said}
    )
    assert [(one.rule, one.language) for one in unkept(promising)] == [("A3", "da")]
    assert unkept(replace(promising, promised_tasks=("minutes",))) == ()


@pytest.mark.rule("B5")
def test_a_letter_of_any_guideline_that_promises_a_printout_needs_that_task_alone() -> None:
    albertslund = load_profile("albertslund")
    said = {"da": "Du kan få en udskrift af referatet.", "en": "You get a printout of the minutes."}
    promising = replace(
        albertslund, texts={**albertslund.texts, albertslund.granted_terms[0]: said}
    )
    found = [(one.rule, one.language, one.words) for one in unkept(promising)]
    assert found == [("B5", "da", "printout"), ("B5", "en", "printout")]


def test_the_owner_is_told_which_promise_nobody_keeps(tmp_path: Path) -> None:
    path = write(tmp_path, raw_of("nyborg") | {"promised_tasks": []})
    lines, usable = report(str(path), TODAY)
    assert usable
    assert any(
        "A3 promised_tasks (da): reglen eller brevet lover det, men »referat«" in line
        for line in lines
    )


# --- what the owner has to look at ---------------------------------------------------------------

TODAY = date(2026, 11, 22)


@pytest.mark.rule("B28", "B29")
def test_what_the_source_does_not_state_is_listed_to_be_confirmed() -> None:
    found = {
        one.rule: one.parameter for one in review(load_profile("frederiksberg"), TODAY).assumptions
    }
    assert {"B28", "B29"} <= found.keys()


@pytest.mark.parametrize(
    ("dates", "due"),
    [
        ({}, ()),
        ({"valid_from": TODAY}, ()),
        ({"valid_from": TODAY + timedelta(1)}, (Due("valid_from", TODAY + timedelta(1), False),)),
        ({"valid_to": TODAY + timedelta(60)}, (Due("valid_to", TODAY + timedelta(60), False),)),
        ({"valid_to": TODAY + timedelta(61)}, ()),
        ({"valid_to": TODAY}, (Due("valid_to", TODAY, False),)),
        ({"evaluate_on": TODAY - timedelta(1)}, (Due("evaluate_on", TODAY - timedelta(1), True),)),
    ],
)
def test_dates_that_come_near(dates: dict[str, Any], due: tuple[Due, ...]) -> None:
    assert review(replace(load_profile("nyborg"), **dates), TODAY).due == due


def test_what_only_the_municipality_can_fill_in() -> None:
    profile = load_profile("frederiksberg")
    assert "retention.ground" in review(profile, TODAY).unfilled
    assert "contacts" not in review(profile, TODAY).unfilled
    assert "contacts" in review(replace(profile, contacts=()), TODAY).unfilled
    said = Retention(**{piece.name: 30 for piece in fields(Retention)})
    assert "links.internal_guide" in review(profile, TODAY).unfilled
    links = {**profile.links, "internal_guide": "https://intranet.example"}
    filled = replace(profile, adopted_by="byrådet", approved_by="Lene", retention=said, links=links)
    assert review(filled, TODAY).unfilled == ()


def test_what_the_texts_no_longer_say_is_among_it() -> None:
    profile = load_profile("nyborg")
    edited = replace(profile, texts={**profile.texts, "video_answer": NOTHING})
    assert [one.rule for one in review(edited, TODAY).unsaid] == ["A20", "A20"]


def test_the_days_of_the_version_in_force_are_told() -> None:
    profile = replace(load_profile("nyborg"), valid_from=TODAY - timedelta(9), valid_to=TODAY)
    later = replace(profile, version=2, valid_from=TODAY + timedelta(1), valid_to=None)
    both = Guideline((profile, later))
    assert dates_due(both, TODAY) == ()
    assert dates_due(both, TODAY + timedelta(1)) == ()
    gap = Guideline((profile, replace(later, valid_from=TODAY + timedelta(2))))
    assert dates_due(gap, TODAY) == (Due("valid_to", TODAY, False),)
    alone = Guideline((profile,))
    assert dates_due(alone, TODAY + timedelta(1)) == (Due("valid_to", TODAY, True),)
    assert dates_due(Guideline((later,)), TODAY) == ()


def test_a_version_that_went_before_does_not_follow() -> None:
    """The last version ends soon: the one before it takes nothing over."""
    ends = TODAY + timedelta(9)
    before = replace(load_profile("nyborg"), valid_from=TODAY - timedelta(9), valid_to=TODAY)
    last = replace(before, version=2, valid_from=TODAY + timedelta(1), valid_to=ends)
    due = dates_due(Guideline((before, last)), TODAY + timedelta(1))
    assert due == (Due("valid_to", ends, False),)


def test_a_sentence_about_review_is_part_of_the_refusal() -> None:
    profile = load_profile("albertslund")
    told = {"da": "Der er en klagefrist.", "en": "There is a deadline for complaints."}
    found = missing(replace(profile, review_text=told))
    assert {one.rule for one in found} == {"C25"}
