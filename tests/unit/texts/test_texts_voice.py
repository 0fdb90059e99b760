"""What is said aloud: names nobody, is plain, and is a sound that Teams can play."""

from __future__ import annotations

import array
import hashlib
import io
import math
import wave
from pathlib import Path

import pytest

from guidelines.profile import Guideline, Profile, load_guideline
from tests.unit.texts.outcomes import LANGUAGES, PROFILES
from tests.unit.texts.plain_danish import lix
from texts.shelf import Shelf
from texts.sound import RATE, BadSound, Sound, as_wav, looked_at
from texts.views import Language
from texts.voice import GRANTED, OUTCOMES, RELATIONS, everything, outcome_of, spoken

ALL = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)


def tone(seconds: float = 2.0, level: int = 9000, silence: float = 0.0) -> bytes:
    quiet = [0] * int(silence * RATE)
    loud = [int(level * math.sin(n / 9)) for n in range(int(seconds * RATE))]
    return as_wav(array.array("h", quiet + loud).tobytes())


def wav(rate: int = RATE, channels: int = 1, width: int = 2, seconds: float = 2.0) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(b"\x10\x20" * int(rate * channels * width * seconds / 2))
    return out.getvalue()


@pytest.mark.rule("B20")
@ALL
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_that_sound_is_recorded_and_to_those_on_the_phone_too(
    profile: Profile, language: Language
) -> None:
    for outcome in GRANTED:
        for relation in RELATIONS:
            said = spoken(profile, outcome, relation, language)
            assert {"da": "optaget lyd", "en": "Sound is recorded"}[language] in said
            assert {"da": "telefon", "en": "phone"}[language] in said
            assert profile.municipality in said


@ALL
def test_it_names_nobody_and_is_easy(profile: Profile) -> None:
    for outcome in OUTCOMES:
        for relation in RELATIONS:
            said = spoken(profile, outcome, relation, "da")
            assert "{" not in said
            assert "!" not in said
            assert lix(said) <= 30, (outcome, lix(said))


def test_which_prompt_tells_what_holds() -> None:
    assert outcome_of(holds=True) == "one"
    assert outcome_of(holds=True, both=True) == "both"
    assert outcome_of(holds=True, own_part=True) == "part"
    assert outcome_of(holds=True, own_part=True, both=True) == "part_both"
    assert outcome_of(holds=False, both=True) == "revoked"
    said = {outcome: spoken(PROFILES["nyborg"], outcome) for outcome in OUTCOMES}
    assert len(set(said.values())) == len(OUTCOMES)


def test_a_profile_may_have_words_of_its_own_unless_they_name_somebody(tmp_path: Path) -> None:
    profile = PROFILES["nyborg"]
    own = {"da": "Der optages i dag, siger byen.", "en": "The town says so."}
    texts = {**profile.texts, "says_aloud": own}
    object.__setattr__(profile, "texts", texts)
    try:
        assert own["da"] in spoken(profile, "one")
        texts["says_aloud"] = {"da": "{navn} optager.", "en": "{navn} records."}
        assert "{navn}" not in spoken(profile, "one")
    finally:
        texts.pop("says_aloud")


def test_a_good_sound_is_taken() -> None:
    assert looked_at(tone(2.5)).seconds == pytest.approx(2.5)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b"not a sound", "ikke en WAV-fil"),
        (tone()[:5000], "skåret over"),
        (wav(rate=8000), "8000 Hz, 1 spor og 16 bit"),
        (wav(channels=2), "2 spor"),
        (wav(width=1), "8 bit"),
        (tone(61), "Gør den kortere"),
        (tone(0.5), "kortere end et sekund"),
        (tone(2, level=100), "ingen lyd"),
        (tone(2, silence=4), "stilhed"),
        (as_wav(b"\xff\x7f" * 32000), "højt op"),
    ],
)  # fmt: skip
def test_a_sound_that_cannot_be_used_says_why(bad: bytes, why: str) -> None:
    with pytest.raises(BadSound, match=why):
        looked_at(bad)


def filled(shelf: Shelf, guideline: Guideline, sound: Sound) -> None:
    shelf.put((lang, words, sound, "test") for lang, _, words in everything(guideline))


def test_new_content_has_a_new_address(tmp_path: Path) -> None:
    shelf, guideline = Shelf(tmp_path), load_guideline("nyborg")
    profile = guideline.versions[-1]
    assert shelf.said(profile, "one", "citizen") == ()
    assert len(shelf.missing(guideline)) == len(list(everything(guideline)))
    filled(shelf, guideline, looked_at(tone(2)))
    first = shelf.said(profile, "one", "citizen")
    assert len(first) == 2
    assert shelf.missing(guideline) == ()
    filled(Shelf(tmp_path), guideline, looked_at(tone(3)))
    second = shelf.said(profile, "one", "citizen")
    assert second[0].id != first[0].id
    assert second[0].resource_id != first[0].resource_id
    assert shelf.file(f"{second[0].id}.wav") is not None
    assert shelf.file(f"{second[0].id}.txt") is not None


def test_an_address_cannot_be_told_from_the_sound(tmp_path: Path) -> None:
    guideline, sound = load_guideline("nyborg"), looked_at(tone(2))
    one, other = Shelf(tmp_path / "one"), Shelf(tmp_path / "other")
    for shelf in (one, other, one):
        filled(shelf, guideline, sound)
    ids = [shelf.said(guideline.versions[-1], "one", "citizen")[0].id for shelf in (one, other)]
    assert len({*ids, hashlib.sha256(sound.wav).hexdigest()[:40]}) == 3
    assert len(list((tmp_path / "one").glob("*.wav"))) == 1
    assert (tmp_path / "one" / "addresses.key").stat().st_mode & 0o777 == 0o600
    assert one.file("addresses.key") is None


def test_nothing_else_is_reached_by_a_name(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "speech")
    (tmp_path / "secret.wav").write_bytes(b"x")
    filled(shelf, load_guideline("nyborg"), looked_at(tone(2)))
    for name in ("../secret.wav", "index.json", "a.wav", "", "0" * 40 + ".wav", "%2e%2e"):
        assert shelf.file(name) is None


def test_a_shelf_that_cannot_be_read_is_empty(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text("[1]", encoding="utf-8")
    assert Shelf(tmp_path).find("da", "x") is None
