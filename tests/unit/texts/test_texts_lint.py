"""Every sentence in the catalogues: complete, fitting, plain. Profiles: test_texts_profiles.py."""

from __future__ import annotations

import re

import pytest

from guidelines.wording import fields_of
from tests.unit.texts.plain_danish import faults, lix
from texts.catalog import HERE, LANGUAGES, catalogue, read_catalogue

FILES = sorted(path.name for path in (HERE / "da").glob("*.po"))
CONTRACT = {
    "problem": "meeting_missing meeting_unknown meeting_cancelled meeting_date_missing meeting_date_bad meeting_time_bad "
    "meeting_kind_missing name_missing text_too_long answer_by_missing contact_missing contact_email_bad contact_phone_bad "
    "ground_missing ground_unknown ground_text_missing caseworker_missing verdict_missing note_missing need_missing "
    "part_missing same_text stock_text too_like_earlier too_short only_companion nothing_against how_missing "
    "date_missing date_bad date_in_future date_before_decision time_bad who_missing changed_meanwhile",
    "toast": "wish_received wish_already wish_too_many not_yours only_employees nothing_in_queue taken_already taken "
    "task_done note_copied recorded already_decided no_longer_possible try_again unknown_action phone_noted "
    "recording_stopped_noted meeting_unknown",
    "notice": "registered registered_late in_queue asked_leader asked_deputy no_approver no_deputy answer_sent answer_failed "
    "delivered moved cancelled withdrawn changed_meanwhile",
}


# Sentences about a decision made in the meeting, and the switch between guiding and deciding (C18).
ORAL_DECISION = re.compile(
    r"oral_decision|decision_text|write_decision|\bturn|_deciding|\bdeciding|guide\.decided"
)


def test_both_languages_have_the_same_files() -> None:
    assert sorted(path.name for path in (HERE / "en").glob("*.po")) == FILES
    assert {"messages.po", "letters.po"} <= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_both_languages_have_the_same_keys_and_fields(name: str) -> None:
    danish, english = (read_catalogue(HERE / lang / name, lang) for lang in LANGUAGES)
    assert danish.keys() == english.keys()
    for key, sentence in danish.items():
        assert fields_of(sentence) == fields_of(english[key]), key


@pytest.mark.parametrize(("kind", "codes"), CONTRACT.items())
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_sentence(language: str, kind: str, codes: str) -> None:
    sentences = catalogue(language)
    assert {f"{kind}.{code}" for code in codes.split()} <= sentences.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_catalogues_are_plain(name: str, language: str) -> None:
    wrong = {
        key: found
        for key, sentence in read_catalogue(HERE / language / name, language).items()
        if (found := faults(sentence, language, decision=bool(ORAL_DECISION.search(key))))
    }
    assert wrong == {}


def test_problems_instruct_and_toasts_stay_calm() -> None:
    """DKFDS: say what to do; never that a field is required."""
    for key, sentence in catalogue("da").items():
        if key.startswith(("problem.", "toast.", "notice.")) and not re.fullmatch(
            r"\{\w+\}", sentence
        ):
            assert sentence[0].isupper(), key
            assert sentence.endswith("."), key
            assert len(sentence.split()) <= 10 or lix(sentence) <= 40, (key, lix(sentence))
            assert not re.search(r"\b(?:skal udfyldes|er påkrævet)\b", sentence), key


def test_lix_is_the_known_measure() -> None:
    assert lix("Vi ses i morgen. Det er godt.") == 3.5
    assert lix("Kommunen optager") == 102
    assert lix("{navn} optager ikke") == pytest.approx(3 + 100 / 3)
    assert lix("") == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "Det er forbudt.",
        "Du har fået afslag.",
        "Din ansøgning.",
        "Husk det!",
        "En  ting.",
        "Moede naa.",
    ],
)
def test_the_lint_sees_what_it_should(sentence: str) -> None:
    assert faults(sentence, "da")
