"""What a meeting is told when it is recorded (B20): who records, never why; sound only (B29)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guidelines.profile import Profile
from guidelines.wording import fill
from texts.catalog import text
from texts.views import Language

_SENTENCE_END = re.compile(r"(?<=[.?:])\s+")


@dataclass(frozen=True)
class Told:
    """What is told, in both languages, paragraph by paragraph."""

    da: tuple[str, ...]
    en: tuple[str, ...]


def announcement(profile: Profile, recorder: str) -> Told:
    """What the meeting is told when it begins (T1). ``recorder`` may be several names."""
    return _told(profile, profile.announcement, recorder)


def late_joiner(profile: Profile, recorder: str) -> Told:
    """What those are told who come late (T3); it names nobody but the recorder."""
    return _told(profile, ("says_late",), recorder)


def revoked() -> Told:
    """What the meeting is told when an announced agreement no longer holds; it names nobody."""
    keys = ("announcement.revoked", "announcement.ask")
    return Told(da=tuple(text(k, "da") for k in keys), en=tuple(text(k, "en") for k in keys))


def read_aloud_script(
    profile: Profile, recorder: str, *, phone: bool = True, language: Language = "da"
) -> tuple[str, ...]:
    """What the employee reads aloud, one sentence per line (T1, T4).

    ``phone`` adds what is said to those who listen by phone and see no chat.
    """
    names = ["script_opening", *profile.announcement]
    if phone:
        names.extend(profile.phone_lines)
    names.append("script_closing")
    sentences = (
        sentence
        for name in names
        for sentence in _SENTENCE_END.split(profile.texts[name][language])
    )
    return tuple(fill(sentence, {"navn": recorder}) for sentence in sentences)


def answer_how_to_record(profile: Profile, language: Language = "da") -> str:
    """The kind answer to *hvordan optager jeg?*: no help and no teaching (B22, B23)."""
    return fill(profile.texts["how_to_record"][language], profile.links)


def answer_may_i_share(profile: Profile, language: Language = "da") -> str:
    """The guidance on *må jeg dele den?*, which is still given (B23–B26)."""
    return fill(profile.texts["may_i_share"][language], profile.links)


def _told(profile: Profile, names: tuple[str, ...], recorder: str) -> Told:
    return Told(
        da=tuple(fill(profile.texts[name]["da"], {"navn": recorder}) for name in names),
        en=tuple(fill(profile.texts[name]["en"], {"navn": recorder}) for name in names),
    )
