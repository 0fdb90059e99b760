"""What is said of a recording, to the meeting and by the employee: who records, never why (B20)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from guidelines.profile import Profile
from guidelines.rules import rule
from guidelines.wording import fields_of, fill
from texts.catalog import catalogue, text
from texts.views import Language

_SENTENCE_END = re.compile(r"(?<=[.?:])\s+")


@dataclass(frozen=True)
class Told:
    """What is told, in both languages, paragraph by paragraph."""

    da: tuple[str, ...]
    en: tuple[str, ...]


@rule("A15", "B20", "C31", surface="chat")
def announcement(
    profile: Profile,
    recorder: str,
    *,
    own_part: bool = False,
    both_record: bool = False,
    relation: str = "citizen",
    video: bool = False,
) -> Told:
    """What the meeting is told when it begins (T1). ``recorder`` may be several names.

    ``own_part``: only the part about the recorder may be recorded (C31). ``both_record``: the
    municipality makes its own sound recording too (A15). ``video``: pictures too were said yes to.
    """
    first, *rest = profile.announcement
    extra = _extra(profile, own_part=own_part, both_record=both_record, video=video)
    return _told(profile, (first, *extra, *rest), recorder, relation)


@rule("B20", surface="chat")
def late_joiner(
    profile: Profile,
    recorder: str,
    *,
    own_part: bool = False,
    both_record: bool = False,
    relation: str = "citizen",
    video: bool = False,
) -> Told:
    """What those are told who come late (T3); it names nobody but the recorder."""
    extra = _extra(profile, own_part=own_part, both_record=both_record, video=video)
    return _told(profile, ("says_late", *extra), recorder, relation)


@rule("C6", "C12", surface="chat")
def revoked(profile: Profile) -> Told:
    """What the meeting is told when what was announced no longer holds; it names nobody.

    Where telling is enough, nobody's leave has ended: what holds for everybody is said anew (C6, C12).
    """
    keys = (f"announcement.revoked_{profile.leave}", "announcement.ask")
    return Told(da=tuple(text(k, "da") for k in keys), en=tuple(text(k, "en") for k in keys))


@rule("C12", surface="chat")
def paused() -> Told:
    """What the meeting is told when a break begins; it names nobody."""
    keys = ("announcement.paused", "announcement.paused_until")
    return Told(da=tuple(text(k, "da") for k in keys), en=tuple(text(k, "en") for k in keys))


@rule("B20", surface="script")
def read_aloud_script(
    profile: Profile,
    recorder: str,
    *,
    phone: bool = True,
    language: Language = "da",
    own_part: bool = False,
    both_record: bool = False,
    relation: str = "citizen",
    video: bool = False,
) -> tuple[str, ...]:
    """What the employee reads aloud, one sentence per line (T1).

    ``phone`` adds what is said to those who listen by phone and see no chat.
    """
    first, *rest = profile.announcement
    extra = _extra(profile, own_part=own_part, both_record=both_record, video=video)
    names = ["script_opening", first, *extra, *rest]
    if phone:
        names.extend(profile.phone_lines)
    names.append("script_closing")
    lines = _lines(profile, names, language, relation)
    return tuple(fill(line, {"navn": recorder}) for line in lines)


@rule("A8", "B1", surface="script")
def phone_script(
    profile: Profile,
    employee: str,
    *,
    relation: str = "citizen",
    own_part: bool = False,
    both_record: bool = False,
    language: Language = "da",
) -> tuple[str, ...]:
    """What the employee says in a phone call that may be recorded, one sentence per line (T4).

    Of the announcement, what names nobody is said, unless the profile has ``phone_terms``, which
    speak to the one person there.
    """
    names = ("phone_terms",) if profile.says("phone_terms") else profile.announcement
    lines = _lines(profile, names, language, relation)
    told = (line for line in lines if not fields_of(line))
    return (
        text("phone.hello", language, employee=employee, municipality=profile.municipality),
        text("phone.alone", language),
        text(f"phone.may_{profile.legal_label if not profile.is_notice else 'notice'}", language),
        text("phone.recording_now", language),
        *((text("phone.both", language),) if both_record else ()),
        *((text("phone.own_part", language),) if own_part else ()),
        *dict.fromkeys(told),
        text(f"phone.begin_{relation}", language),
        text("phone.repeat", language),
        text("phone.end", language),
        text("phone.stop", language),
    )


@rule("A7", "A18", "B19", "C6", "C28", surface="script")
def start_sentence(
    profile: Profile,
    what: Literal["permitted", "refused", "undecided"],
    *,
    relation: str = "citizen",
    language: Language = "da",
    answer: str = "delivered",
) -> str:
    """What the employee says at the start when there is no announcement to read (T2, T2U).

    Where nobody asked, nothing is said at all: that is for the caller to see to. ``answer``: how a
    refusal's reasons stand. That they were given is said only when that was recorded (A16, B19).
    """
    if what == "refused" and answer != "delivered":
        return text("said.refused_sent" if answer == "sent" else "said.refused_untold", language)
    return profile.words(f"employee_sentence_{what}", relation)[language]


@rule("B10", surface="card")
def own_sentence(
    profile: Profile, name: str, relation: str = "citizen", language: Language = "da"
) -> str:
    """One of the municipality's own sentences as it is read, with its links (B10)."""
    return fill(profile.words(name, relation)[language], profile.links)


@rule("C12", surface="script")
def break_words(kind: str, language: Language = "da") -> tuple[str, ...]:
    """Said when a break begins: who takes no part does not record (T20, C12). ``kind`` caucus, lobby,
    handover or recorder_left."""
    return tuple(_SENTENCE_END.split(text(f"said.break_{kind}", language)))


@rule("C16", "C18", surface="script", later="panel")
def says_guidance(profile: Profile, language: Language = "da") -> tuple[str, ...]:
    """Said when what follows is guidance and no decision (T17)."""
    return tuple(_lines(profile, ("says_guidance",), language))


@rule("C17", "C18", surface="script", later="panel")
def says_decision(profile: Profile, language: Language = "da") -> tuple[str, ...]:
    """Said when an oral decision is made (T16)."""
    return tuple(_lines(profile, ("says_decision",), language))


@rule("B23", surface="chat")
def answer_how_to_record(profile: Profile, language: Language = "da") -> str:
    """The kind answer to *hvordan optager jeg?*, as the profile has it (B22, B23)."""
    return fill(profile.texts["how_to_record"][language], profile.links)


@rule("B26", "C35", surface="chat")
def answer_may_i_share(profile: Profile, language: Language = "da") -> str:
    """The guidance on *må jeg dele den?*, which is still given (B23–B26)."""
    return fill(profile.texts["may_i_share"][language], profile.links)


@rule("A5", "A6", "A9", "A11", "B6", "B7", "B9", "C5", "C8", surface="chat", later="page")
def answer_may_i_record(profile: Profile, language: Language = "da") -> tuple[str, str]:
    """The answer to *må jeg optage?*: who sets the frame, and what counts for the one who asks."""
    frame, own = (profile.texts[name][language] for name in ("no_special_right", "circumstances"))
    return fill(frame, profile.links), fill(own, profile.links)


@rule("A20", "B29", "C6", surface="chat", later="page")
def answer_video(profile: Profile, language: Language = "da") -> str:
    """The answer to *må jeg filme?*: sound only and why; or whom to ask, where video may be recorded."""
    if profile.video == "prohibited":
        return profile.texts["video_answer"][language]
    return text(f"answer.video_{profile.video}", language)


def _told(profile: Profile, names: Iterable[str], recorder: str, relation: str) -> Told:
    values, names = {"navn": recorder}, tuple(names)
    return Told(
        da=tuple(fill(_words(profile, name, "da", relation), values) for name in names),
        en=tuple(fill(_words(profile, name, "en", relation), values) for name in names),
    )


@rule("A20", "C6", surface="chat")
def _extra(profile: Profile, *, own_part: bool, both_record: bool, video: bool) -> tuple[str, ...]:
    """The texts said only when they are true, right after who records. Where video takes a yes, its
    absence is said too."""
    only_sound = profile.video == "with_employee_acceptance" and not video
    said = (
        ("says_video", video),
        ("says_both", both_record),
        ("says_own_part", own_part),
        ("says_only_sound", only_sound),
    )
    return tuple(name for name, true in said if true)


def _words(profile: Profile, name: str, language: Language, relation: str) -> str:
    """The profile's text; what only some profiles have words for has words of its own."""
    if profile.says(name):
        return profile.words(name, relation)[language]
    return catalogue(language)[f"said.{name}"]


def _lines(
    profile: Profile, names: Iterable[str], language: Language, relation: str = "citizen"
) -> Iterator[str]:
    """The sentences of those texts, one by one, their fields not filled yet."""
    for name in names:
        yield from _SENTENCE_END.split(_words(profile, name, language, relation))
