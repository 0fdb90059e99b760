"""Every sentence of the profiles, those of the test folder too: plain, easy, in its own legal words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from guidelines.demands import said_in
from guidelines.profile import Profile
from tests.unit.guidelines.profiles import ALL, profile_of
from tests.unit.texts.plain_danish import faults, lix

LANGUAGES = ("da", "en")
HARDEST, TARGET = 35, 30
SHORT = 8  # so few words that LIX says nothing
WITH_EMPLOYEES = [one for one in ALL if "employee" in profile_of(one).requester_roles]
HEARD = ("granted_terms", "announcement", "preparation", "guidance", "undisclosed_steps")
AVOID = re.compile(r"\b(?:kopi\w*|anmeldelse\w*)\b", re.IGNORECASE)
"""Further words of the *avoid* column (4.1); the others are in ``plain_danish``."""
BY_LABEL: Mapping[str, str] = {
    "beslutning": r"\b(?:afgørelse\w*|aftale om at optage|procesbeslutning\w*)\b",
    "aftale": r"\b(?:afgørelse\w*|tilladelse\w*|procesbeslutning\w*)\b",
    "procesbeslutning": r"\b(?:tilladelse\w*|ansøg\w*)\b",
}
"""Words that belong to another kind of answer (2.2 K16)."""
IN_REFUSALS = re.compile(r"\b(?:afgørelse\w*|klagefrist\w*|klagevejledning\w*)\b", re.IGNORECASE)


def sentences(profile: Profile, language: str) -> Iterator[tuple[str, str]]:
    """Everything the profile says to anybody, with where it stands."""
    for name, words in profile.texts.items():
        yield f"texts.{name}", words[language]
    for kind in (
        "grounds",
        "criteria",
        "alternatives",
        "refusal_grounds",
        "employee_meeting_types",
    ):
        for item in getattr(profile, kind):
            yield f"{kind}.{item.id}", item.label[language]
    for criterion in profile.criteria:
        yield f"criteria.{criterion.id}.help", criterion.help[language]
    for ground in profile.refusal_grounds:
        for part in ground.parts:
            for what, words in (
                ("label", part.label),
                ("help", part.help),
                ("heading", part.heading),
            ):
                yield f"refusal_grounds.{ground.id}.{part.id}.{what}", words[language]
    for assumption in profile.assumptions:
        yield f"assumptions.{assumption.parameter}", assumption.text[language]
    if profile.presumption:
        yield "presumption", profile.presumption[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile_id", ALL)
def test_profiles_are_plain_and_calm(profile_id: str, language: str) -> None:
    said = dict(sentences(profile_of(profile_id), language))
    wrong = {where: found for where, text in said.items() if (found := faults(text, language))}
    assert wrong == {}


@pytest.mark.parametrize("profile_id", ALL)
def test_words_to_avoid_are_avoided(profile_id: str) -> None:
    profile = profile_of(profile_id)
    other = re.compile(BY_LABEL[profile.legal_label], re.IGNORECASE)
    wrong = {
        where: found
        for where, text in sentences(profile, "da")
        if (found := AVOID.findall(text) + other.findall(text))
    }
    assert wrong == {}


@pytest.mark.rule("C25")
@pytest.mark.parametrize("profile_id", ALL)
def test_a_refusal_is_no_administrative_decision(profile_id: str) -> None:
    profile = profile_of(profile_id)
    said = [
        words["da"] for words in said_in(profile, "refusal") + said_in(profile, "refuser_notes")
    ]
    said += [part.help["da"] for ground in profile.refusal_grounds for part in ground.parts]
    assert [text for text in said if IN_REFUSALS.search(text)] == []


@pytest.mark.rule("C2")
@pytest.mark.parametrize("profile_id", WITH_EMPLOYEES)
def test_who_records_towards_a_leader_is_never_called_medarbejder(profile_id: str) -> None:
    """And whoever meets the citizen is never called *ansat*."""
    profile = profile_of(profile_id)
    outlets = ("granted_terms", "announcement", "guidance", "refusal", "undisclosed_steps")
    towards = [words["da"] for name in outlets for words in said_in(profile, name, "employee")]
    towards += [words["da"] for words in said_in(profile, "employee")]
    towards += [kind.label["da"] for kind in profile.employee_meeting_types]
    assert [text for text in towards if re.search(r"medarbejder", text, re.IGNORECASE)] == []
    citizens = [words["da"] for name in outlets for words in said_in(profile, name)]
    assert [text for text in citizens if re.search(r"\bansat", text, re.IGNORECASE)] == []


@pytest.mark.parametrize("profile_id", ALL)
def test_what_people_read_or_hear_is_easy(profile_id: str) -> None:
    """LIX: at most 35 for any one text, at most 30 for most and on average (domain 4.3)."""
    texts = profile_of(profile_id).texts.items()
    long = {name: words["da"] for name, words in texts if len(words["da"].split()) > SHORT}
    measured = {name: lix(text) for name, text in long.items()}
    assert {name: value for name, value in measured.items() if value > HARDEST} == {}
    assert sum(value <= TARGET for value in measured.values()) >= 0.9 * len(measured), measured
    assert sum(measured.values()) / len(measured) <= TARGET


@pytest.mark.parametrize("outlet", HEARD)
@pytest.mark.parametrize("profile_id", ALL)
def test_what_is_read_in_one_go_is_easy(profile_id: str, outlet: str) -> None:
    profile = profile_of(profile_id)
    for relation in ("citizen", "employee"):
        whole = "\n".join(words["da"] for words in said_in(profile, outlet, relation))
        assert lix(whole) <= TARGET, (outlet, relation, lix(whole))


@pytest.mark.parametrize("profile_id", ALL)
def test_both_languages_hold_the_same_fields(profile_id: str) -> None:
    texts = profile_of(profile_id).texts
    uneven = {
        name
        for name, words in texts.items()
        if set(re.findall(r"\{\w+\}", words["da"])) != set(re.findall(r"\{\w+\}", words["en"]))
    }
    assert uneven == set()
