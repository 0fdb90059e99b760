"""Every letter, announcement and script of every profile: easy, calm, in both languages."""

from __future__ import annotations

import re

import pytest

from guidelines.profile import Profile
from tests.unit.texts.outcomes import (
    LANGUAGES,
    PROFILES,
    grants,
    letters,
    product_words,
    refusals,
    relations,
    words,
)
from tests.unit.texts.plain_danish import CLOSED_WORDS, faults, lix
from texts.announcement import (
    announcement,
    break_words,
    late_joiner,
    paused,
    phone_script,
    read_aloud_script,
    says_decision,
    says_guidance,
    start_sentence,
)
from texts.catalog import text
from texts.letters import (
    granted_letter,
    receipt_letter,
    refused_letter,
    spoken_explanation,
    unanswered_letter,
)
from texts.views import Language

ALL = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
TARGET, NEVER = 30, 35
SENTENCES = ("permitted", "refused", "undecided")


@ALL
def test_whole_letters_are_easy(profile: Profile) -> None:
    """LIX without what the decider wrote: at most 30, 35 never (domain 4.3)."""
    measured = [lix(words(granted_letter(profile, grant))) for grant in grants(profile)]
    for made in (unanswered_letter, receipt_letter):
        measured += [lix(words(made(profile, grant))) for grant in grants(profile)]
    measured += [lix(product_words(refused_letter(profile, no), no)) for no in refusals(profile)]
    assert max(measured) <= TARGET, measured
    assert max(measured) < NEVER


def _said(profile: Profile, language: Language) -> dict[str, str]:
    """Everything that is said aloud or told to a meeting under the profile."""
    breaks = ("caucus", "lobby", "handover", "recorder_left")
    found = {f"pause-{one}": " ".join(break_words(one, language)) for one in breaks}
    found["paused"] = " ".join(getattr(paused(), language))
    for relation in relations(profile):
        for part in (True, False):
            both = part and profile.parallel_recording != "none"
            told = announcement(profile, "Ole", own_part=part, both_record=both, relation=relation)
            late = late_joiner(profile, "Ole", own_part=part, both_record=both, relation=relation)
            script = read_aloud_script(
                profile, "Ole", language=language, own_part=part, both_record=both,
                relation=relation,
            )  # fmt: skip
            phone = phone_script(
                profile, "Mette", language=language, own_part=part, both_record=both,
                relation=relation,
            )  # fmt: skip
            key = f"{relation}-{part}"
            found |= {
                f"told-{key}": "\n".join(getattr(told, language)),
                f"late-{key}": "\n".join(getattr(late, language)),
                f"script-{key}": "\n".join(script),
                f"phone-{key}": "\n".join(phone),
            }
        found |= {
            f"{what}-{relation}": start_sentence(
                profile, what, relation=relation, language=language
            )
            for what in SENTENCES
        }
    found["guidance"] = "\n".join(says_guidance(profile, language))
    found["decision"] = "\n".join(says_decision(profile, language))
    return found


@ALL
def test_what_is_said_aloud_is_easy(profile: Profile) -> None:
    measured = {key: lix(said) for key, said in _said(profile, "da").items()}
    assert {key: value for key, value in measured.items() if value > NEVER} == {}
    over = [key for key, value in measured.items() if value > TARGET]
    assert len(over) <= len(measured) / 5, over


@ALL
@LANGUAGE
def test_nothing_harsh_is_said(profile: Profile, language: Language) -> None:
    """The *avoid* column of the word list (domain 4.1), in all that leaves the house."""
    spoken = _said(profile, language)
    written = {str(i): words(one) for i, one in enumerate(letters(profile, language))}
    wrong = {
        key: found
        for key, said in {**spoken, **written}.items()
        if (found := faults(" ".join(said.split()), language))
    }
    assert wrong == {}


@pytest.mark.rule("C25")
@ALL
@LANGUAGE
def test_words_closed_under_the_profiles_legal_label(profile: Profile, language: Language) -> None:
    """A no is never an *afgørelse*, has no *klagefrist* and no *klagevejledning* (C25, K16)."""
    closed = CLOSED_WORDS[language]
    for no in refusals(profile, language):
        letter = refused_letter(profile, no)
        texts = (letter.subject, words(letter), spoken_explanation(profile, no))
        for one in texts:
            plain = re.sub(r"https?://\S+", "", one)
            assert closed[profile.legal_label].search(plain) is None, plain


@ALL
def test_an_employee_is_no_medarbejder_in_what_is_said(profile: Profile) -> None:
    for key, said in _said(profile, "da").items():
        if "employee" in key:
            assert "medarbejder" not in said.casefold(), key


@ALL
def test_both_languages_say_the_same_things(profile: Profile) -> None:
    for danish, english in zip(letters(profile, "da"), letters(profile, "en"), strict=True):
        only = len(english.paragraphs) - len(danish.paragraphs)
        untranslated = text("letter.reasons_in_danish", "en") in english.paragraphs
        assert only == int(untranslated)
        assert not set(danish.paragraphs[1:-1]) & set(english.paragraphs[1:-1]) - _same(profile)
    said = _said(profile, "da"), _said(profile, "en")
    assert said[0].keys() == said[1].keys()
    assert all(said[0][key] != said[1][key] for key in said[0])


def _same(profile: Profile) -> set[str]:
    """Paragraphs that are names and addresses only, which no language changes."""
    return {profile.municipality} | {
        "\n".join([contact.name["da"], *contact.address]) for contact in profile.contacts
    }


@ALL
@LANGUAGE
def test_the_subject_tells_nothing(profile: Profile, language: Language) -> None:
    """It shows in notifications: neither the answer, nor recording, nor a name."""
    receipt = {receipt_letter(profile, grant).subject for grant in grants(profile, language)}
    answers = {letter.subject for letter in letters(profile, language)} - receipt
    assert len(answers) == len(receipt) == 1  # whatever the answer is, it is the same
    for subject in answers | receipt:
        assert not re.search(r"optag|lyd|record|sound|Ole|Mette", subject, re.IGNORECASE)


@ALL
def test_no_ground_of_a_citizen_is_told_to_anybody(profile: Profile) -> None:
    for language in LANGUAGES:
        labels = [g.label[language].casefold() for g in profile.grounds if not g.asks_for_text]
        said = "\n".join(_said(profile, language).values()).casefold()
        written = "\n".join(words(letter) for letter in letters(profile, language)).casefold()
        assert not [label for label in labels if label in said + written]
