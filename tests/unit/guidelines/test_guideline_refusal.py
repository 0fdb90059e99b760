"""What must be in place before a no (A10, A13, A17, B8, B15, B19, C9, C10, C23–C33)."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.decision import LONGEST_REASON, VERDICTS, check_grant
from guidelines.problem import Problem
from guidelines.profile import Profile, load_profile
from guidelines.refusal import (
    RefusalDraft,
    check_refusal,
    check_two_persons,
    chosen_ground,
    ground_for_others,
    may_keep_devices_out,
    rests_on_manipulation_alone,
)

A, B, C = (load_profile(name) for name in ("nyborg", "frederiksberg", "albertslund"))
IDS = [criterion.id for criterion in B.criteria]
FOR = dict.fromkeys(IDS, "for")
WEIGHED = {**FOR, "cooperation": "against"}
FACTS = dict.fromkeys([*IDS, "need"], "Et tidligere møde måtte stoppes.")
NEED = "Du har svært ved at huske, og derfor skriver vi de vigtigste aftaler ned undervejs."
WEIGHING = "På mødet taler vi også om din nabos helbred, og hun har bedt om ro."
FILLED = {
    "history": "Den 3. maj og den 9. juni lagde du klip af vores samtaler på nettet med trusler.",
    "this_meeting": "I mandags skrev du, at også denne samtale skal ud på sociale medier.",
    "our_interest": "Medarbejderen har været sygemeldt efter truslerne og skal kunne passe sit arbejde.",
    "their_need": "Du kan selv tage noter og har ikke fortalt om noget, der gør det svært.",
    "interest": "Du vil gerne kunne høre igen, hvad vi aftaler om din søns skolegang.",
    "other_ways": "Din søster kan være bisidder, og vi deler samtalen op i to dele.",
    "others_interest": "To andre børn i klassen bliver nævnt med oplysninger om deres helbred.",
    "reason": "Samtalen holdes på et krisecenter, hvor ingen må kunne genkendes på stemmen.",
    "conclusion": "Hensynet til dem, der bliver truet, vejer tungest denne gang.",
}


def draft(profile: Profile, ground: str = "", **changes: Any) -> RefusalDraft:
    """A draft that passes under the profile, but for the changes."""
    chosen = chosen_ground(profile, ground)
    assert chosen is not None
    parts = {**FILLED, "need": NEED, "weighing": WEIGHING}
    typed = changes.pop("parts", {})
    kept = {part.id: typed.get(part.id, parts[part.id]) for part in chosen.parts}
    verdicts = WEIGHED if profile is B else {"need": "against"}
    given: dict[str, Any] = {"ground": ground, "verdicts": verdicts, "notes": FACTS, **changes}
    return RefusalDraft(parts=kept, **given)


def faults(
    profile: Profile,
    written: RefusalDraft,
    *,
    earlier: tuple[str, ...] = (),
    like_cases: int = 0,
    kind: str = "in_person",
    asked: bool = True,
) -> set[tuple[str, str]]:
    found = check_refusal(
        profile, written, earlier=earlier, like_cases=like_cases, meeting_kind=kind,
        asked_for_ground=asked,
    )  # fmt: skip
    fields = [problem.field for problem in found]
    assert len(fields) == len(set(fields)), "one problem at most for each field"
    return {(problem.field, problem.code) for problem in found}


def refuse(need: str = NEED, weighing: str = WEIGHING, **more: Any) -> set[tuple[str, str]]:
    """Faults of a Frederiksberg refusal."""
    checked = {key: more.pop(key) for key in ("earlier",) if key in more}
    return faults(B, draft(B, parts={"need": need, "weighing": weighing}, **more), **checked)


EVERY = [(p, g.id) for p in (A, B, C) for g in p.refusal_grounds]
every_ground = pytest.mark.parametrize(
    ("profile", "ground"), EVERY, ids=[f"{p.id}-{g}" for p, g in EVERY]
)


@pytest.mark.rule("A17", "B19", "C9", "C23", "C26", "C31")
@every_ground
def test_a_no_with_every_part_passes_and_without_any_one_does_not(
    profile: Profile, ground: str
) -> None:
    whole = draft(profile, ground)
    assert faults(profile, whole) == set()
    for part in whole.parts:
        for empty in ("", "   ", "\n", "—", "."):
            left = {
                field for field, _ in faults(profile, draft(profile, ground, parts={part: empty}))
            }
            assert left == {f"part.{part}"}


@pytest.mark.rule("A17", "B8", "B19", "C28")
@every_ground
def test_every_stock_phrase_is_recognised_in_every_part(profile: Profile, ground: str) -> None:
    last = draft(profile, ground).parts.keys()
    for phrase in profile.stock_phrases:
        for part in last:
            found = faults(profile, draft(profile, ground, parts={part: f"{phrase.upper()} …"}))
            assert found == {(f"part.{part}", "stock_text")}


@pytest.mark.rule("C9")
def test_a_no_needs_a_ground_on_the_list() -> None:
    for ground in ("", "policy", "assessed"):
        found = check_refusal(
            C, RefusalDraft(ground, parts=FILLED), earlier=(), like_cases=0, meeting_kind="phone"
        )
        assert found == (Problem("ground", "refusal_ground_missing"),)
    assert chosen_ground(B, "") == chosen_ground(B, "assessed") == B.refusal_grounds[0]
    assert chosen_ground(B, "history") is None


@pytest.mark.rule("B11", "A14")
def test_a_no_needs_the_criteria_too() -> None:
    assert refuse(verdicts={}) == {(f"verdict.{i}", "verdict_missing") for i in IDS}
    assert faults(A, draft(A, notes={})) == {("note.need", "assessment_missing")}


@pytest.mark.rule("A10")
def test_the_need_is_answered() -> None:
    assert refuse("", "") == {("part.need", "need_missing"), ("part.weighing", "part_missing")}
    memory = draft(A, parts={"need": ""})
    assert faults(A, memory) == {("part.need", "need_missing")}


def test_the_parts_say_different_things() -> None:
    assert refuse(NEED, NEED.upper() + "!") == {("part.weighing", "same_text")}
    again = draft(C, "history", parts={"conclusion": FILLED["this_meeting"]})
    assert faults(C, again) == {("part.conclusion", "same_text")}


def test_a_few_words_are_too_few_and_many_too_many() -> None:
    assert refuse("Det går nok.", WEIGHING) == {("part.need", "too_short")}
    assert refuse("Det går fint uden her.", WEIGHING) == set(), "five words are enough"
    assert refuse("ord " * LONGEST_REASON) == {("part.need", "text_too_long")}
    longest = ("Ole husker tal " * LONGEST_REASON)[: LONGEST_REASON - 1] + "r"
    assert refuse(longest) == set()
    assert refuse(f"{longest}s") == {("part.need", "text_too_long")}


@pytest.mark.rule("A14", "A17", "B8", "B19")
@pytest.mark.parametrize(
    "words",
    [
        "Det er ikke noget vi plejer at give lov til her hos os",
        "Vi har truffet det valg, at der ikke bliver givet lov til nogen",
        "xx yy zz aa bb",
        "bbbb cccc dddd ffff gggg",
        "aaa eee iii ooo uuu",
        "Efter en samlet vurdering kan ønsket desværre ikke imødekommes",
        "It is not something that we usually permit here",
    ],
)
def test_words_that_say_nothing_of_this_meeting_are_turned_back(words: str) -> None:
    assert refuse(NEED, words) == {("part.weighing", "stock_text")}
    assert faults(A, draft(A, notes={"need": words})) == {("note.need", "stock_text")}


@pytest.mark.parametrize("words", ["Sønnen har gæld på 12 konti", "Ole er døv, og der er tolk på"])
def test_two_words_of_its_own_are_enough(words: str) -> None:
    assert refuse(NEED, words) == set()


@pytest.mark.rule("A17", "B19")
def test_nearly_an_earlier_no_is_turned_back() -> None:
    like = WEIGHING.replace("nabos", "nabo")
    assert refuse(earlier=("", like)) == {("part.weighing", "too_like_earlier")}
    assert refuse(earlier=(NEED,)) == {("part.need", "too_like_earlier")}
    assert refuse(earlier=(f"{NEED}\n{WEIGHING}",)) == {("part.weighing", "too_like_earlier")}
    assert refuse(earlier=("Noget helt andet om en anden borger og et andet møde.",)) == set()


@pytest.mark.rule("B15")
def test_a_companion_does_not_answer_the_need() -> None:
    """A refusal that rests on the companion alone must still meet the need."""
    alone = {**FOR, "companion": "against"}
    only = "Din bisidder kan huske det hele for dig, så det går nok."
    assert refuse(only, verdicts=alone) == {("part.need", "only_companion")}
    assert refuse(f"{only} {NEED}", verdicts=alone) == set()
    for who in (
        "Hendes voksne datter kan sagtens være med til mødet og hjælpe.",
        "En god veninde vil gerne til stede hele vejen igennem.",
        "Her voice is fine and her brother can come along on Monday.",
    ):
        assert refuse(who, verdicts=alone) == {("part.need", "only_companion")}
        assert refuse(f"{who} {NEED}", verdicts=alone) == set()
    assert refuse("hendes datter kan være med", verdicts=alone) == {("part.need", "stock_text")}
    about = "Din datter har selv svært ved at huske, så vi skriver det hele ned."
    assert refuse(about, verdicts=alone) == set()
    assert refuse(only, verdicts={**alone, "purpose": "against"}) == set()
    two = [dataclasses.replace(c, never_alone=c.id in ("companion", "purpose")) for c in B.criteria]
    both = dataclasses.replace(B, criteria=tuple(two))
    assert faults(both, draft(B, verdicts=alone, parts={"need": only})) == {
        ("part.need", "only_companion")
    }
    free = dataclasses.replace(
        B, refusal_grounds=(dataclasses.replace(B.refusal_grounds[0], from_criteria=False),)
    )
    bound = draft(B, verdicts=alone, parts={"need": only})
    assert faults(free, bound) == set(), "only where the ground comes from the criteria"


@pytest.mark.rule("B11")
def test_a_no_cannot_come_from_five_points_that_speak_for() -> None:
    """The reasons come from the criteria, where the profile says so."""
    assert refuse(verdicts=FOR) == {("part.weighing", "nothing_against")}
    assert refuse("", verdicts=FOR) == {
        ("part.need", "need_missing"),
        ("part.weighing", "nothing_against"),
    }
    assert faults(A, draft(A, verdicts={"need": "for"})) == set()


@pytest.mark.rule("C23")
def test_what_happened_and_this_meeting_are_needed_both() -> None:
    def without(*names: str) -> set[tuple[str, str]]:
        return faults(C, draft(C, "history", parts=dict.fromkeys(names, " ")))

    assert without("this_meeting") == {("part.this_meeting", "history_alone")}
    assert without("history") == {("part.history", "this_meeting_alone")}
    both = {("part.history", "part_missing"), ("part.this_meeting", "part_missing")}
    assert without("history", "this_meeting") == both
    lone = dataclasses.replace(C.refusal_grounds[0], parts=C.refusal_grounds[0].parts[:1])
    profile = dataclasses.replace(C, refusal_grounds=(lone,))
    nothing = RefusalDraft("history", parts={"this_meeting": FILLED["this_meeting"]})
    assert faults(profile, nothing) == {("part.history", "part_missing")}
    halves = dataclasses.replace(lone, parts=C.refusal_grounds[0].parts[:2])
    profile = dataclasses.replace(C, refusal_grounds=(halves,))
    assert faults(profile, nothing) == {("part.history", "this_meeting_alone")}


@pytest.mark.rule("C24")
def test_devices_stay_out_only_with_the_history_and_in_person() -> None:
    history, others, other = C.refusal_grounds
    for ground in (history, others, other):
        for kind in ("in_person", "phone", "virtual", "home_visit"):
            here = ground is history and kind == "in_person"
            assert may_keep_devices_out(ground, kind) == here
            told = draft(C, ground.id, devices_out=True, devices_place="Skabet ved døren")
            wrong = set() if here else {("devices_out", "devices_not_here")}
            assert faults(C, told, kind=kind) == wrong
    nowhere = draft(C, "history", devices_out=True, devices_place=" … ")
    assert faults(C, nowhere) == {("devices_place", "devices_place_missing")}
    assert faults(C, draft(C, "history"), kind="phone") == set()


@pytest.mark.rule("C31")
def test_a_part_may_be_recorded_only_where_others_are_the_ground() -> None:
    assert faults(C, draft(C, "others_affairs", partial=True)) == set()
    for profile, ground in ((C, "history"), (A, ""), (B, "")):
        found = faults(profile, draft(profile, ground, partial=True))
        assert found == {("partial", "partial_not_here")}


@pytest.mark.rule("C10")
@every_ground
def test_one_like_case_asks_what_is_different(profile: Profile, ground: str) -> None:
    def found(deviation: str, like_cases: int = 1) -> set[tuple[str, str]]:
        written = draft(profile, ground, deviation=deviation)
        return faults(profile, written, like_cases=like_cases)

    other = "Denne gang er der tre børn med, og de har bedt om ikke at blive optaget."
    assert found(other) == found(other, 7) == set()
    assert found(" . ") == found("", 7) == {("deviation", "deviation_missing")}
    assert found("Det er anderledes.") == {("deviation", "too_short")}
    assert found(profile.stock_phrases[0]) == {("deviation", "stock_text")}
    assert found("ord " * LONGEST_REASON) == {("deviation", "text_too_long")}
    repeated = next(iter(draft(profile, ground).parts.values()))
    assert found(repeated) == {("deviation", "same_text")}
    assert found("", 0) == found("Kort.", 0) == set()


@pytest.mark.rule("A13")
def test_nobody_refuses_before_the_citizen_was_asked_for_the_ground() -> None:
    assert faults(A, draft(A), asked=False) == {("", "ask_ground_first")}
    assert faults(B, draft(B), asked=False) == set()


@pytest.mark.rule("C33")
@pytest.mark.parametrize(
    "claim",
    [
        "En optagelse kan jo altid blive manipuleret bagefter af hvem som helst.",
        "Lyden kan let blive klippet om og forfalsket på en hvilken som helst computer.",
        "Any recording could be tampered with afterwards by just about anybody.",
    ],
)
def test_that_a_recording_can_be_manipulated_is_no_reason(claim: str) -> None:
    assert rests_on_manipulation_alone(C, claim)
    for ground in C.refusal_grounds:
        alone = draft(C, ground.id, parts={ground.parts[0].id: claim})
        assert faults(C, alone) == {(f"part.{ground.parts[0].id}", "only_manipulation")}
        more = draft(C, ground.id, parts={ground.parts[0].id: f"{claim} {WEIGHING}"})
        assert faults(C, more) == set()
    happened = "Den 3. maj forfalskede du et klip fra mødet og sendte det til avisen."
    assert not rests_on_manipulation_alone(C, happened)
    enough = " ".join(WEIGHING.split()[: C.refusal_least_words])
    assert not rests_on_manipulation_alone(C, f"{claim} {enough}")
    assert rests_on_manipulation_alone(C, f"{claim} {enough.rsplit(maxsplit=1)[0]}")
    assert not rests_on_manipulation_alone(C, "Det går nok.")


@pytest.mark.rule("C27")
@pytest.mark.parametrize(
    ("proposer", "confirmer", "requester", "code"),
    [
        ("mette", "jens", "ole", ""), ("mette", "jens", None, ""),
        ("mette", "mette", None, "same_person"), ("mette", None, None, "confirmer_missing"),
        ("mette", "", None, "confirmer_missing"), ("", "jens", None, "proposer_missing"),
        ("nadia", "jens", "nadia", "own_request"), ("jens", "nadia", "nadia", "own_request"),
    ],
)  # fmt: skip
def test_two_different_people_stand_behind_a_no(
    proposer: str, confirmer: str | None, requester: str | None, code: str
) -> None:
    found = check_two_persons(C, proposer=proposer, confirmer=confirmer, requester=requester)
    assert found == (Problem("", code) if code else None)


def test_one_person_is_enough_elsewhere_but_never_the_one_who_asks() -> None:
    for profile in (A, B):
        one = check_two_persons(profile, proposer="mette", confirmer=None, requester="ole")
        assert one is None
        same = check_two_persons(profile, proposer="mette", confirmer="mette", requester=None)
        assert same is None
        own = check_two_persons(profile, proposer="ole", confirmer=None, requester="ole")
        assert own == Problem("", "own_request")
        nobody = check_two_persons(profile, proposer="", confirmer=None, requester=None)
        assert nobody == Problem("", "proposer_missing")


texts = st.text(max_size=60)
verdicts = st.sampled_from(["", "for", "against", "neutral", "yes"])
assessments = st.fixed_dictionaries(dict.fromkeys(IDS, verdicts))


@given(assessments, texts, texts, st.lists(texts, max_size=3))
def test_a_no_never_asks_for_less_than_a_yes(
    chosen: dict[str, str], need: str, weighing: str, earlier: list[str]
) -> None:
    written = RefusalDraft("", parts={"need": need, "weighing": weighing}, verdicts=chosen)
    found = faults(B, written, earlier=tuple(earlier))
    assert {(p.field, p.code) for p in check_grant(B, chosen, {})} <= found
    if not need.strip() or not weighing.strip():
        assert found
    if not set(chosen.values()) <= VERDICTS:
        assert any(code == "verdict_missing" for _, code in found)


@given(st.lists(texts, min_size=1, max_size=9))
def test_an_earlier_no_is_never_repeated_word_for_word(words: list[str]) -> None:
    text = " ".join(words)
    found = faults(B, draft(B, parts={"weighing": text}), earlier=(text,))
    assert "part.weighing" in {field for field, _ in found}


@pytest.mark.rule("C15")
def test_the_choice_begins_where_others_are_weighed() -> None:
    """Only where they must be weighed and come up; and there is always another ground to choose."""
    assert ground_for_others(C, others_affairs=True) == "others_affairs"
    if_wanted = dataclasses.replace(C, others_weighing="on")
    for profile, come_up in ((C, False), (if_wanted, True), (A, True), (B, True)):
        assert ground_for_others(profile, others_affairs=come_up) == ""
    alone = dataclasses.replace(C, refusal_grounds=C.refusal_grounds[:1])
    assert not alone.refusal_grounds[0].partial
    assert ground_for_others(alone, others_affairs=True) == ""


@pytest.mark.rule("A14", "C15")
def test_a_no_rests_on_the_same_assessment_as_a_yes() -> None:
    """No template and no silence about others, whatever the answer."""

    def check(written: RefusalDraft, **more: Any) -> set[tuple[str, str]]:
        found = check_refusal(A, written, earlier=(), like_cases=0, meeting_kind="virtual", **more)
        return {(problem.field, problem.code) for problem in found}

    written = draft(A)
    assert check(written) == set()
    repeated = {("note.need", "too_like_earlier")}
    assert check(written, earlier_notes=[FACTS["need"]]) == repeated
    assert check(written, others_affairs=True) == {("note.others", "others_missing")}
