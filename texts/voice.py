"""What Lydhør itself says aloud in a meeting: the same for every meeting of the profile (B20).

A prompt is made once, beforehand, and anybody with its address can hear it. So it names no citizen,
no meeting and no ground; whatever in the profile would need a name is left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Literal, get_args

from guidelines.profile import Guideline, Profile
from guidelines.rules import rule
from guidelines.wording import fields_of
from texts.catalog import LANGUAGES, text
from texts.views import Language

Outcome = Literal["one", "both", "part", "part_both", "revoked", "stop", "again"]
"""One person records · the municipality records too (A15) · only a part may be recorded (C31) · both
of these · the agreement holds no more · the recording is to stop for a while (C12) · it goes on."""

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
RELATIONS = ("citizen", "employee")
GRANTED: tuple[Outcome, ...] = ("one", "both", "part", "part_both")


def outcome_of(*, holds: bool, own_part: bool = False, both: bool = False) -> Outcome:
    """Which prompt tells what holds now."""
    if not holds:
        return "revoked"
    if own_part:
        return "part_both" if both else "part"
    return "both" if both else "one"


@rule("B20", surface="script")
def spoken(
    profile: Profile, outcome: Outcome, relation: str = "citizen", language: Language = "da"
) -> str:
    """The words of one prompt in one language, ready to be read by a voice.

    A profile may have words of its own for it (``says_aloud``). The sentences the employee reads are
    not used: they speak as *I* and to *you*, and name who records.
    """
    said = [text("voice.hello", language, municipality=profile.municipality)]
    if outcome in GRANTED:
        said += _granted(profile, outcome, relation, language)
    else:
        said.append(text(f"voice.{outcome}{_leave(profile, outcome)}", language))
    said.append(text("voice.phone", language))
    return " ".join(said)


def _granted(profile: Profile, outcome: Outcome, relation: str, language: Language) -> list[str]:
    own = _nameless(profile, "says_aloud", relation, language)
    both, part = outcome in ("both", "part_both"), outcome in ("part", "part_both")
    return [
        own or text(f"voice.granted_{relation}_{profile.leave}", language),
        text("voice.both" if both else "voice.one", language),
        *([text("voice.part", language)] if part else ()),
        *_sound_only(profile, relation, language),
    ]


@rule("A20", "B29", "C6", surface="script")
def _sound_only(profile: Profile, relation: str, language: Language) -> Iterator[str]:
    """That it is sound only; nothing where the guideline allows video too. Where somebody does take
    pictures, a person reads instead of Lydhør."""
    if profile.video != "allowed":
        yield _nameless(profile, "says_sound", relation, language) or text("voice.sound", language)


def _leave(profile: Profile, outcome: Outcome) -> str:
    """What no longer holds has words for what let somebody record here (B11, C6)."""
    return f"_{profile.leave}" if outcome == "revoked" else ""


def _nameless(profile: Profile, name: str, relation: str, language: Language) -> str:
    """The profile's text when it has one that says the same in every meeting."""
    words = profile.words(name, relation)[language] if profile.says(name) else ""
    return "" if fields_of(words) else words


def everything(guideline: Guideline) -> Iterator[tuple[Language, str, str]]:
    """All that may be said under the guideline, each once: language, what for, words."""
    seen: set[str] = set()
    for profile in guideline.versions:
        for outcome in OUTCOMES:
            for relation in RELATIONS:
                for language in LANGUAGES:
                    words = spoken(profile, outcome, relation, language)
                    if words_id(language, words) not in seen:
                        seen.add(words_id(language, words))
                        yield language, f"{outcome}-{relation}-v{profile.version}", words


def words_id(language: Language, words: str) -> str:
    """What stands for these words in this language (40 hex digits)."""
    return hashlib.sha256(f"{language}\n{words}".encode()).hexdigest()[:40]
