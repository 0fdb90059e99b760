"""What must be in place before a yes, and when two texts are one (A14, B8, B11–B16)."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.decision import (
    LONGEST_NOTE,
    LONGEST_OF_MANY,
    LONGEST_REASON,
    VERDICTS,
    any_like,
    check_grant,
    is_stock,
    longest_reason,
    normal,
    similarity,
)
from guidelines.problem import Problem
from guidelines.profile import Profile, load_profile
from texts.limits import MAX_LENGTH

P, NYBORG, ALBERTSLUND = (load_profile(n) for n in ("frederiksberg", "nyborg", "albertslund"))
IDS = [criterion.id for criterion in P.criteria]
FOR = dict.fromkeys(IDS, "for")


@pytest.mark.rule("B8", "B11", "B12", "B13", "B14", "B15", "B16")
def test_a_yes_needs_every_criterion() -> None:
    assert check_grant(P, FOR, {}) == ()
    missing = check_grant(P, {**FOR, "remember": ""}, {})
    assert missing == (Problem("verdict.remember", "verdict_missing"),)
    assert check_grant(P, {**FOR, "remember": "maybe"}, {}) == missing
    assert {p.field for p in check_grant(P, {}, {})} == {
        "verdict.communication", "verdict.remember", "verdict.cooperation",
        "verdict.companion", "verdict.purpose",
    }  # fmt: skip


@pytest.mark.rule("B16")
def test_what_speaks_against_needs_a_note_with_facts() -> None:
    """Taler imod without facts is blocked; punctuation is no fact."""
    against = {**FOR, "purpose": "against"}
    missing = (Problem("note.purpose", "note_missing"),)
    assert check_grant(P, against, {}) == missing
    assert check_grant(P, against, {"purpose": " … "}) == missing
    assert check_grant(P, against, {"purpose": "Truede på mødet den 3. maj."}) == ()


@pytest.mark.rule("A14")
@pytest.mark.parametrize("verdict", sorted(VERDICTS))
def test_a_free_assessment_is_written_for_a_yes_too(verdict: str) -> None:
    def check(note: str) -> tuple[Problem, ...]:
        return check_grant(NYBORG, {"need": verdict}, {"need": note})

    assert check("") == check(" … ") == (Problem("note.need", "assessment_missing"),)
    assert check(NYBORG.stock_phrases[0]) == (Problem("note.need", "stock_text"),)
    assert check("Har svært ved at holde fast i aftaler efter sin ulykke.") == ()
    assert check("x") == check("Set på. I orden.") == (Problem("note.need", "too_short"),)
    assert check("ord " * LONGEST_NOTE) == (Problem("note.need", "text_too_long"),)
    assert check_grant(NYBORG, {}, {}) == (
        Problem("verdict.need", "verdict_missing"),
        Problem("note.need", "assessment_missing"),
    )


@pytest.mark.rule("A14")
def test_an_assessment_is_no_template() -> None:
    """What was written of another citizen is no assessment of this one, and what is written of one
    criterion among several is free."""
    before = ["Har svært ved at holde fast i aftaler efter sin ulykke."]
    notes = {"need": "har svært ved at holde fast i aftaler, efter sin ulykke"}
    again = check_grant(NYBORG, {"need": "for"}, notes, earlier=before)
    assert again == (Problem("note.need", "too_like_earlier"),)
    other = {"need": "Hører dårligt på venstre øre og vil høre tallene igen."}
    assert check_grant(NYBORG, {"need": "for"}, other, earlier=before) == ()
    assert check_grant(P, FOR, {"remember": before[0]}, earlier=before) == ()


@pytest.mark.rule("C15")
@pytest.mark.parametrize("profile", [NYBORG, P], ids=lambda p: p.id)
def test_others_affairs_are_weighed_in_words(profile: Profile) -> None:
    verdicts = {one.id: "for" for one in profile.criteria}
    notes = {one.id: "Har svært ved at huske det aftalte bagefter." for one in profile.criteria}

    def check(words: str) -> tuple[Problem, ...]:
        return check_grant(profile, verdicts, {**notes, "others": words}, others_affairs=True)

    assert check("") == check(" … ") == (Problem("note.others", "others_missing"),)
    assert check("Set.") == (Problem("note.others", "too_short"),)
    assert check(profile.stock_phrases[0]) == (Problem("note.others", "stock_text"),)
    longest = "lange " * (LONGEST_NOTE // 6 - 1) + "langes"
    assert check(longest) == ()
    assert check(f"{longest}s") == (Problem("note.others", "text_too_long"),)
    assert check("Sønnen er voksen og har sagt ja til det på forhånd.") == ()
    assert check_grant(profile, verdicts, notes) == ()
    assert check_grant(ALBERTSLUND, {}, {}, others_affairs=True) == ()


def test_a_remark_beside_a_criterion_may_be_anything() -> None:
    assert check_grant(P, FOR, {"remember": P.stock_phrases[0]}) == ()


@pytest.mark.rule("C6")
def test_where_telling_is_enough_there_is_nothing_to_weigh() -> None:
    assert check_grant(ALBERTSLUND, {}, {}) == ()


def test_limits_are_those_of_the_form() -> None:
    long = check_grant(P, FOR, {"purpose": "a" * (LONGEST_NOTE + 1)})
    assert long == (Problem("note.purpose", "text_too_long"),)
    assert check_grant(P, FOR, {"purpose": " " + "a" * LONGEST_NOTE + " "}) == ()
    assert (LONGEST_NOTE, LONGEST_REASON, LONGEST_OF_MANY) == (600, 1000, 550)
    assert MAX_LENGTH["note"] == LONGEST_NOTE


@pytest.mark.rule("B19", "A17")
def test_stock_phrases_in_a_row_are_stock() -> None:
    concrete = "På mødet taler vi også om din nabos helbred."
    assert is_stock(P, f"{P.stock_phrases[0]}. {P.stock_phrases[3]}!\n{P.stock_phrases[6]}")
    assert not is_stock(P, f"{P.stock_phrases[0]}. {concrete}")
    assert not is_stock(P, "…")


def test_nearly_is_by_the_profiles_own_measure() -> None:
    one, other = "abcdefghij", "abcdefghix"
    assert similarity(one, other) == 90
    assert any_like(P, one, ["", "…", other])
    assert not any_like(dataclasses.replace(P, similar_refusal_percent=91), one, [other])
    assert not any_like(P, "", ["", "…"])


def test_similarity_does_not_care_for_form() -> None:
    assert similarity("Æbler, og pærer.", "æbler OG  pærer") == 100
    assert similarity("pærer og æbler", "æbler og pærer") == 100
    assert similarity("", "…") == 100
    assert similarity("", "a") == similarity("a", "") == 0
    assert similarity("abc", "xyz") == 0
    assert normal(" Ét_ord,\n ﬁre! ") == "ét ord fire"


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


def test_a_reason_may_be_long_where_there_are_few_of_them() -> None:
    """All of them stand on one card."""
    assert [longest_reason(parts) for parts in (1, 2)] == [LONGEST_REASON] * 2
    assert [longest_reason(parts) for parts in (3, 4)] == [LONGEST_OF_MANY] * 2
    assert LONGEST_OF_MANY < LONGEST_REASON
