"""What must be in place before a yes and before a no (B8, B11–B16, B19)."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.decision import (
    LONGEST_NOTE,
    LONGEST_REASON,
    VERDICTS,
    check_grant,
    check_refusal,
    is_stock,
    similarity,
)
from guidelines.problem import Problem
from guidelines.profile import load_profile
from texts.limits import MAX_LENGTH

P = load_profile("frederiksberg")
IDS = [criterion.id for criterion in P.criteria]
FOR = dict.fromkeys(IDS, "for")
WEIGHED = {**FOR, "cooperation": "against"}
NOTES = {"cooperation": "Et tidligere møde måtte stoppes."}
NEED = "Du har svært ved at huske, og derfor skriver vi de vigtigste aftaler ned undervejs."
WEIGHING = "På mødet taler vi også om din nabos helbred, og hun har bedt om ro."


def refuse(
    need: str = NEED,
    weighing: str = WEIGHING,
    *,
    verdicts: dict[str, str] | None = None,
    earlier: tuple[str, ...] = (),
) -> set[tuple[str, str]]:
    given_verdicts = WEIGHED if verdicts is None else verdicts
    notes = dict.fromkeys(IDS, "Det er sket før.")
    found = check_refusal(P, given_verdicts, notes, need, weighing, earlier)
    return {(problem.field, problem.code) for problem in found}


def test_a_yes_needs_every_criterion() -> None:
    assert check_grant(P, FOR, {}) == ()
    missing = check_grant(P, {**FOR, "remember": ""}, {})
    assert missing == (Problem("verdict.remember", "verdict_missing"),)
    assert len(check_grant(P, {}, {})) == 5
    assert check_grant(P, {**FOR, "remember": "maybe"}, {}) == missing


def test_what_speaks_against_needs_a_note_with_facts() -> None:
    """B16: taler imod without facts is blocked; punctuation is no fact."""
    against = {**FOR, "purpose": "against"}
    missing = (Problem("note.purpose", "note_missing"),)
    assert check_grant(P, against, {}) == missing
    assert check_grant(P, against, {"purpose": " … "}) == missing
    assert check_grant(P, against, {"purpose": "Truede på mødet den 3. maj."}) == ()


def test_limits_are_those_of_the_form() -> None:
    long = check_grant(P, FOR, {"purpose": "a" * (LONGEST_NOTE + 1)})
    assert long == (Problem("note.purpose", "text_too_long"),)
    assert refuse("ord " * LONGEST_REASON) == {("need", "text_too_long")}
    assert MAX_LENGTH["note"] == LONGEST_NOTE
    assert MAX_LENGTH["need"] == MAX_LENGTH["weighing"] == LONGEST_REASON


def test_a_no_with_both_reasons_passes() -> None:
    assert refuse() == set()


def test_a_no_needs_the_criteria_too() -> None:
    assert refuse(verdicts={}) == {(f"verdict.{i}", "verdict_missing") for i in IDS}


@pytest.mark.parametrize("empty", ["", "   ", "\n", "—", "."])
def test_each_field_is_asked_for(empty: str) -> None:
    assert refuse(empty, empty) == {("need", "need_missing"), ("weighing", "weighing_missing")}


def test_the_two_fields_say_different_things() -> None:
    assert refuse(NEED, NEED.upper() + "!") == {("weighing", "same_text")}


@pytest.mark.parametrize("phrase", P.stock_phrases)
def test_every_stock_phrase_is_recognised(phrase: str) -> None:
    assert refuse(phrase, WEIGHING) == {("need", "stock_text")}
    assert refuse(NEED, f"{phrase.upper()} …") == {("weighing", "stock_text")}


def test_stock_phrases_in_a_row_are_stock() -> None:
    assert is_stock(P, f"{P.stock_phrases[0]}. {P.stock_phrases[3]}!\n{P.stock_phrases[6]}")
    assert not is_stock(P, f"{P.stock_phrases[0]}. {WEIGHING}")
    assert not is_stock(P, "…")


def test_a_few_words_are_too_few() -> None:
    assert refuse("Det går nok.", WEIGHING) == {("need", "too_short")}


def test_nearly_an_earlier_no_is_turned_back() -> None:
    like = WEIGHING.replace("nabos", "nabo")
    assert refuse(earlier=("", like)) == {("weighing", "too_like_earlier")}
    assert refuse(earlier=(NEED,)) == {("need", "too_like_earlier")}
    assert refuse(earlier=(f"{NEED}\n{WEIGHING}",)) == {("weighing", "too_like_earlier")}
    assert refuse(earlier=("Noget helt andet om en anden borger og et andet møde.",)) == set()


def test_a_companion_does_not_answer_the_need() -> None:
    """B15: a refusal that rests on the companion alone must still meet the need."""
    alone = {**FOR, "companion": "against"}
    only = "Din bisidder kan huske det hele for dig, så det går nok."
    assert refuse(only, verdicts=alone) == {("need", "only_companion")}
    assert refuse(f"{only} {NEED}", verdicts=alone) == set()
    assert refuse(only, verdicts={**alone, "purpose": "against"}) == set()


def test_a_no_cannot_come_from_five_points_that_speak_for() -> None:
    """B11: the reasons come from the criteria, where the profile says so."""
    assert refuse(verdicts=FOR) == {("weighing", "nothing_against")}
    notes = dict.fromkeys(IDS, "")
    open_list = dataclasses.replace(P, refusal_grounds="open")
    assert check_refusal(open_list, FOR, notes, NEED, WEIGHING, ()) == ()


def test_similarity_does_not_care_for_form() -> None:
    assert similarity("Æbler, og pærer.", "æbler OG  pærer") == 100
    assert similarity("pærer og æbler", "æbler og pærer") == 100
    assert similarity("", "…") == 100
    assert similarity("", "a") == 0
    assert similarity("abc", "xyz") == 0


texts = st.text(max_size=60)
verdicts = st.sampled_from(["", "for", "against", "neutral", "yes"])
assessments = st.fixed_dictionaries(dict.fromkeys(IDS, verdicts))


@given(texts, texts)
def test_similarity_is_fair(one: str, other: str) -> None:
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 100
    assert similarity(one, one) == 100


@given(assessments, st.dictionaries(st.sampled_from(IDS), texts))
def test_a_yes_passes_exactly_when_everything_is_considered(
    chosen: dict[str, str], notes: dict[str, str]
) -> None:
    problems = check_grant(P, chosen, notes)
    if any(verdict not in VERDICTS for verdict in chosen.values()):
        assert any(problem.code == "verdict_missing" for problem in problems)
    elif "against" not in chosen.values():
        assert problems == ()


@given(assessments, texts, texts, st.lists(texts, max_size=3))
def test_a_no_never_asks_for_less_than_a_yes(
    chosen: dict[str, str], need: str, weighing: str, earlier: list[str]
) -> None:
    notes: dict[str, str] = {}
    problems = check_refusal(P, chosen, notes, need, weighing, earlier)
    assert set(map(repr, check_grant(P, chosen, notes))) <= set(map(repr, problems))
    fields = [problem.field for problem in problems]
    assert len(fields) == len(set(fields))
    if not need.strip() or not weighing.strip():
        assert problems


@given(st.lists(texts, min_size=1, max_size=9))
def test_an_earlier_no_is_never_repeated_word_for_word(words: list[str]) -> None:
    text = " ".join(words)
    problems = check_refusal(P, WEIGHED, NOTES, NEED, text, [text])
    assert "weighing" in {problem.field for problem in problems}
