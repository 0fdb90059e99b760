"""The registration form: a wish or problems, never both, whatever was typed (A12, B9, B17)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.asking.registration import COMPANION, OTHER_MEETING, TYPED, check, cleaned
from guidelines.profile import Profile, load_profile
from texts.catalog import LANGUAGES, problem_text
from texts.limits import MAX_LENGTH

PROFILE = load_profile("frederiksberg")
NYBORG, ALBERTSLUND = load_profile("nyborg"), load_profile("albertslund")
MEETING = "0b0e7a52-6f0e-4b0a-9d38-2f4f6e1d7c10"
KNOWN = {MEETING}
GROUNDS = [ground.id for ground in PROFILE.grounds]
FIELDS = {
    "meeting", "meeting_date", "meeting_time", "meeting_kind", "citizen_name", "answer_by", "contact",
    "ground", "ground_text", "companion", "own_words", "caseworker", "phone_possible", "role",
    "others_affairs",
}  # fmt: skip
GOOD = {
    "meeting": MEETING,
    "citizen_name": "Åse Ærø",
    "answer_by": "email",
    "contact": "aase@borger.example",
    "ground": "remember",
    "caseworker": "me",
}
ELSEWHERE = {
    "meeting": OTHER_MEETING,
    "meeting_kind": "phone",
    "meeting_date": "2026-12-01",
    "meeting_time": "13:00",
}
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
days = st.dates().map(str) | st.sampled_from(["2026-02-30", "i morgen", "2026-1-5", "0001-01-01"])
times = st.times().map(lambda t: t.strftime("%H:%M")) | st.sampled_from(["9", "24:00", "ni"])
mails = st.emails() | st.sampled_from(["a@b", "Ole <ole@borger.example>", "a@b.dk\n", "@"])
phones = st.from_regex(r"\+?[0-9 ().-]{0,20}", fullmatch=True)
likely: dict[str, Any] = {
    "meeting": st.sampled_from([MEETING, OTHER_MEETING, "", "x"]),
    "meeting_date": days,
    "meeting_time": times,
    "meeting_kind": st.sampled_from(["phone", "in_person", "virtual", "x"]),
    "citizen_name": words,
    "answer_by": st.sampled_from(["email", "handed_over", "spoken", "pigeon"]),
    "contact": mails | phones,
    "ground": st.sampled_from([*GROUNDS, "x", " "]),
    "ground_text": words,
    "companion": st.sampled_from([*COMPANION, "x"]),
    "own_words": words,
    "caseworker": st.sampled_from(["me", "department", "x"]),
    "phone_possible": st.sampled_from(["true", "false", "x"]),
    "role": st.sampled_from(["citizen", "representative", "employee", "municipality", "x"]),
    "others_affairs": st.sampled_from(["yes", "no", "unknown", "x"]),
    "wants_video": st.sampled_from(["true", "false", "x"]),
}
forms = st.fixed_dictionaries({}, optional={f: v | words for f, v in likely.items()})


@given(forms | st.dictionaries(words, words, max_size=5))
def test_a_wish_or_problems_and_never_both(form: dict[str, str]) -> None:
    wish, problems = check(form, PROFILE, KNOWN)
    assert (wish is None) == bool(problems)
    assert {problem.field for problem in problems} <= FIELDS
    assert len({(p.field, p.code) for p in problems}) == len(problems)
    for problem in problems:
        assert all(problem_text(problem, language) for language in LANGUAGES)
    if wish is not None:
        assert wish.meeting in (UUID(MEETING), None)
        assert (wish.meeting is None) == (wish.meeting_at is not None)
        assert wish.citizen_name
        assert wish.ground in GROUNDS
        assert wish.companion in ("", *COMPANION)
        assert "" not in wish.personal().values()
        assert wish.meeting_at is None or wish.meeting_at.astimezone(UTC)


@given(st.dictionaries(st.text() | st.integers(), st.text() | st.none() | st.integers()))
def test_only_text_is_taken(form: dict[Any, Any]) -> None:
    assert all(isinstance(k, str) and v == v.strip() for k, v in cleaned(form).items())
    check(form, PROFILE, KNOWN)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("where", [{}, ELSEWHERE, ELSEWHERE | {"meeting_kind": "in_person"}])
@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"answer_by": "email", "contact": "åse.ærø@borger.example"},
        {"answer_by": "handed_over", "contact": ""},
        {"answer_by": "spoken", "contact": "12 34 56 78"},
        {"answer_by": "spoken", "contact": "+45 (12) 34-56-78"},
        {"answer_by": "spoken", "contact": "0046 8 123 456 78"},
    ],
)
def test_everything_valid_is_taken(
    ground: str, where: dict[str, str], answer: dict[str, str]
) -> None:
    form = GOOD | where | answer | {"ground": ground, "ground_text": "Tinnitus"}
    wish, problems = check(form, PROFILE, KNOWN)
    assert problems == ()
    assert wish is not None
    assert wish.ground == ground


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"meeting": ""}, "meeting", "meeting_missing"),
        ({"meeting": "x"}, "meeting", "meeting_unknown"),
        (ELSEWHERE | {"meeting_date": ""}, "meeting_date", "meeting_date_missing"),
        (ELSEWHERE | {"meeting_date": "2026-02-30"}, "meeting_date", "meeting_date_bad"),
        (ELSEWHERE | {"meeting_date": "0001-01-01"}, "meeting_date", "meeting_date_bad"),
        (ELSEWHERE | {"meeting_date": "9999-12-31"}, "meeting_date", "meeting_date_bad"),
        (ELSEWHERE | {"meeting_time": ""}, "meeting_time", "meeting_time_bad"),
        (ELSEWHERE | {"meeting_time": "25:00"}, "meeting_time", "meeting_time_bad"),
        (ELSEWHERE | {"meeting_kind": ""}, "meeting_kind", "meeting_kind_missing"),
        ({"citizen_name": " "}, "citizen_name", "name_missing"),
        ({"answer_by": ""}, "answer_by", "answer_by_missing"),
        ({"contact": ""}, "contact", "contact_missing"),
        ({"contact": "Ole <ole@borger.example>"}, "contact", "contact_email_bad"),
        ({"answer_by": "spoken", "contact": ""}, "contact", "contact_missing"),
        ({"answer_by": "spoken", "contact": "1234567"}, "contact", "contact_phone_bad"),
        ({"ground": ""}, "ground", "ground_missing"),
        ({"ground": "x"}, "ground", "ground_unknown"),
        ({"ground": "other"}, "ground_text", "ground_text_missing"),
        ({"caseworker": ""}, "caseworker", "caseworker_missing"),
        ({"role": "employee"}, "role", "role_not_covered"),
        ({"role": "x"}, "role", "role_not_covered"),
        ({"role": "municipality"}, "role", "municipality_not_covered"),
        *(({field: "x" * (MAX_LENGTH[field] + 1)}, field, "text_too_long") for field in TYPED),
    ],
)
def test_one_fault_is_one_problem_at_its_field(
    changed: dict[str, str], field: str, code: str
) -> None:
    wish, problems = check(GOOD | changed, PROFILE, KNOWN)
    assert wish is None
    found = {(problem.field, problem.code) for problem in problems}
    assert (field, code) in found
    assert found - {(field, code)} <= {
        ("contact", "contact_email_bad")
    }  # a long one is none either


def test_every_problem_at_once() -> None:
    _, problems = check({}, PROFILE, KNOWN)
    assert {problem.field for problem in problems} == {
        "meeting", "citizen_name", "answer_by", "ground", "caseworker",
    }  # fmt: skip


def test_a_meeting_outside_teams_is_at_danish_time() -> None:
    wish, _ = check(GOOD | ELSEWHERE, PROFILE, KNOWN)
    assert wish is not None
    assert wish.meeting_at == datetime(2026, 12, 1, 12, tzinfo=UTC)
    assert (wish.meeting, wish.meeting_kind) == (None, "phone")


def test_what_is_sealed() -> None:
    form = GOOD | {"companion": "yes", "own_words": "Kun lyden", "ground_text": "x"}
    wish, _ = check(form, PROFILE, KNOWN)
    assert wish is not None
    assert wish.personal() == {
        "citizen_name": "Åse Ærø",
        "contact": "aase@borger.example",
        "ground": "remember",
        "ground_text": "x",
        "companion": "yes",
        "own_words": "Kun lyden",
    }


@pytest.mark.parametrize(
    ("day", "far"), [("2026-12-01", False), ("2036-12-01", True), ("2016-12-01", True)]
)
def test_a_year_is_easily_mistyped(day: str, far: bool) -> None:
    now = datetime(2026, 11, 1, tzinfo=UTC)
    _, problems = check(GOOD | ELSEWHERE | {"meeting_date": day}, PROFILE, KNOWN, now)
    assert [(p.field, p.code) for p in problems] == [("meeting_date", "meeting_date_far")] * far


@pytest.mark.rule("A13", "C5")
@pytest.mark.parametrize("profile", [NYBORG, ALBERTSLUND], ids=lambda one: one.id)
def test_a_ground_may_be_left_out(profile: Profile) -> None:
    wish, problems = check(GOOD | {"ground": ""}, profile, KNOWN)
    assert problems == ()
    assert wish is not None
    assert "ground" not in wish.personal()


@pytest.mark.rule("B9")
def test_where_a_list_must_be_answered_not_saying_is_an_answer() -> None:
    assert check(GOOD | {"ground": ""}, PROFILE, KNOWN)[0] is None
    assert check(GOOD | {"ground": "undisclosed"}, PROFILE, KNOWN)[0] is not None


@pytest.mark.rule("C1")
def test_an_employee_is_led_to_the_form_of_her_own() -> None:
    _, problems = check(GOOD | {"role": "employee", "ground": ""}, ALBERTSLUND, KNOWN)
    assert [(p.field, p.code) for p in problems] == [("role", "role_own_form")]


@pytest.mark.rule("C15")
@pytest.mark.parametrize(
    ("said", "kept"), [("yes", True), ("no", False), ("unknown", None), ("x", None), ("", None)]
)
def test_whether_others_affairs_come_up(said: str, kept: bool | None) -> None:
    wish, _ = check(GOOD | {"others_affairs": said}, PROFILE, KNOWN)
    assert wish is not None
    assert wish.others_affairs is kept


@pytest.mark.rule("A20", "B29")
@pytest.mark.parametrize(
    ("allowed", "kept", "sealed"),
    [
        ("prohibited", "prohibited", None),
        ("with_employee_acceptance", "asked", "asked"),
        ("allowed", "allowed", "allowed"),
    ],
)
def test_video_is_what_the_profile_says(allowed: Any, kept: str, sealed: str | None) -> None:
    profile = replace(PROFILE, video=allowed)
    wish, _ = check(GOOD | {"wants_video": "true"}, profile, KNOWN)
    assert wish is not None
    assert (wish.video, wish.personal().get("video")) == (kept, sealed)
    without, _ = check(GOOD | {"wants_video": "false"}, profile, KNOWN)
    assert without is not None
    assert (without.video, without.personal().get("video")) == ("", None)
