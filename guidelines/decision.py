"""What must be in place before a wish is granted, and when one text says no more than another.

The rules here look for what is missing, never for which answer is right: they do not score, and
whether a reason is good stays a person's judgement. What a refusal needs besides is in ``refusal``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from guidelines.own_words import LEAST_OWN, own_words
from guidelines.problem import Problem
from guidelines.profile import Criterion, Profile
from guidelines.rules import rule
from guidelines.wording import length

VERDICTS = frozenset({"for", "against", "neutral"})
LONGEST_NOTE = 600
OTHERS = "others"
"""The note, beside those of the criteria, in which other people's interests are weighed."""
LONGEST_REASON, LONGEST_OF_MANY = 1000, 550
"""The greatest length of a reason where a refusal has few parts, and where it has many: all of them stand
on one card."""
FEW_PARTS = 2
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")


def longest_reason(parts: int) -> int:
    """How long each reason of a refusal with so many parts may be (``wording.length``)."""
    return LONGEST_REASON if parts <= FEW_PARTS else LONGEST_OF_MANY


@rule("A14", "B8", "B11", "B12", "B13", "B14", "B15", "B16", surface="card")
def check_grant(
    profile: Profile,
    verdicts: Mapping[str, str],
    notes: Mapping[str, str],
    *,
    earlier: Sequence[str] = (),
    others_affairs: bool = False,
) -> tuple[Problem, ...]:
    """What is missing before *Giv lov*: every criterion considered (A14, B11–B16).

    ``verdicts`` and ``notes`` are by criterion id. A note is needed where a criterion speaks against,
    and always where the profile says so; for the purpose of the recording it must hold facts (B16),
    which a person judges. ``earlier``: assessments written before in the same unit, which one that
    is always written must not repeat (A14). ``others_affairs``: other people's private affairs come
    up, and were to be weighed (field ``note.others``).
    """
    problems = []
    for criterion in profile.criteria:
        verdict = verdicts.get(criterion.id, "")
        if verdict not in VERDICTS:
            problems.append(Problem(f"verdict.{criterion.id}", "verdict_missing"))
        note = notes.get(criterion.id, "").strip()
        fault = _fault_note(profile, criterion, verdict, note, earlier)
        if fault:
            problems.append(Problem(f"note.{criterion.id}", fault))
    if others_affairs:
        problems += check_others(profile, notes.get(OTHERS, "").strip())
    return tuple(problems)


@rule("C15", surface="card")
def check_others(profile: Profile, note: str) -> tuple[Problem, ...]:
    """Whether other people's interests were weighed in words, where a wish is assessed. Where telling
    is enough, the ground of a refusal asks for it instead (C31)."""
    if profile.is_notice:
        return ()
    fault = _fault_written(profile, note) if normal(note) else "others_missing"
    return (Problem(f"note.{OTHERS}", fault),) if fault else ()


def _fault_note(
    profile: Profile, criterion: Criterion, verdict: str, note: str, earlier: Sequence[str]
) -> str:
    always = criterion.note == "always"
    if normal(note) and always:
        return _fault_written(profile, note, earlier)
    if length(note) > LONGEST_NOTE:
        return "text_too_long"
    if normal(note):
        return ""
    if always:
        return "assessment_missing"
    return "note_missing" if verdict == "against" else ""


def _fault_written(profile: Profile, note: str, earlier: Sequence[str] = ()) -> str:
    """The fault of what must be written: too long, a stock phrase, too little, or said before."""
    if length(note) > LONGEST_NOTE:
        return "text_too_long"
    if is_stock(profile, note):
        return "stock_text"
    if len(normal(note).split()) < profile.refusal_least_words:
        return "too_short"
    if says_nothing(note):
        return "stock_text"
    return "too_like_earlier" if any_like(profile, note, earlier) else ""


def spoken_against(profile: Profile, verdicts: Mapping[str, str]) -> frozenset[str]:
    """The ids of the criteria that speak against."""
    return frozenset(
        criterion.id for criterion in profile.criteria if verdicts.get(criterion.id) == "against"
    )


def similarity(one: str, other: str) -> float:
    """How alike two texts are, 0 to 100, whatever their case, punctuation and order of words."""
    first, second = normal(one), normal(other)
    if not first or not second:
        return 100.0 if first == second else 0.0
    return float(max(fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second)))


@rule("A17", "B8", "B19", surface="card")
def is_stock(profile: Profile, text: str) -> bool:
    """Whether every sentence of ``text`` is a stock phrase of the profile, or nearly (A17, B8, B19)."""
    if any_like(profile, text, profile.stock_phrases):
        return True
    parts = [part for part in sentences(text) if normal(part)]
    return bool(parts) and all(any_like(profile, part, profile.stock_phrases) for part in parts)


@rule("A14", "A17", "B8", "B19", surface="card")
def says_nothing(text: str) -> bool:
    """Whether a text holds no words of its own: nothing of this person or this meeting (A17)."""
    return len(own_words(normal(text))) < LEAST_OWN


def any_like(profile: Profile, text: str, others: Iterable[str]) -> bool:
    """Whether the text is one of the others, or nearly, by the profile's measure. Empty ones count
    for nothing."""
    return any(
        normal(other) and similarity(text, other) >= profile.similar_refusal_percent
        for other in others
    )


def sentences(text: str) -> Sequence[str]:
    """The sentences of a text."""
    return _SENTENCE_END.split(text)


def normal(text: str) -> str:
    """The words of a text alone: no case, no punctuation, one space between."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", folded).split())
