"""What must be in place before a wish is granted or not granted.

The rules here look for what is missing, never for which answer is right: they do not score, and
whether a reason is good stays a person's judgement.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from guidelines.problem import Problem
from guidelines.profile import Profile

VERDICTS = frozenset({"for", "against", "neutral"})
LONGEST_NOTE = 600
LONGEST_REASON = 1000
_COMPANION = re.compile(r"bisid|companion|ledsage", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")


def check_grant(
    profile: Profile, verdicts: Mapping[str, str], notes: Mapping[str, str]
) -> tuple[Problem, ...]:
    """What is missing before *Giv lov*: every criterion considered (B11–B16).

    ``verdicts`` and ``notes`` are by criterion id. A note is needed only where a criterion speaks
    against; for the purpose of the recording it must hold facts (B16), which a person judges.
    """
    problems = []
    for criterion in profile.criteria:
        verdict = verdicts.get(criterion.id, "")
        note = notes.get(criterion.id, "").strip()
        if verdict not in VERDICTS:
            problems.append(Problem(f"verdict.{criterion.id}", "verdict_missing"))
        if verdict == "against" and not _normal(note):
            problems.append(Problem(f"note.{criterion.id}", "note_missing"))
        if len(note) > LONGEST_NOTE:
            problems.append(Problem(f"note.{criterion.id}", "text_too_long"))
    return tuple(problems)


def check_refusal(
    profile: Profile,
    verdicts: Mapping[str, str],
    notes: Mapping[str, str],
    need: str,
    weighing: str,
    earlier: Sequence[str],
) -> tuple[Problem, ...]:
    """What is missing before *Giv ikke lov* (B8, B11–B16, B19).

    ``need``: the stated need and why it is not met. ``weighing``: what about this meeting weighs
    against. ``earlier``: what earlier refusals of the same unit said, field by field or joined.
    One problem at most for each of the two fields.
    """
    problems = list(check_grant(profile, verdicts, notes))
    need_code = _fault(profile, need, "need_missing", earlier)
    weighing_code = _fault(profile, weighing, "weighing_missing", earlier)
    if not need_code and rests_on_companion_alone(profile, verdicts, need):
        need_code = "only_companion"
    if not weighing_code:
        weighing_code = _fault_together(profile, verdicts, need, weighing, earlier)
    if need_code:
        problems.append(Problem("need", need_code))
    if weighing_code:
        problems.append(Problem("weighing", weighing_code))
    return tuple(problems)


def rests_on_companion_alone(profile: Profile, verdicts: Mapping[str, str], need: str) -> bool:
    """Whether only the companion speaks against, and the need is answered with nothing else (B15).

    A possible companion does not remove the need: what is said of the need, apart from sentences
    about a companion, must still be long enough to say something.
    """
    alone = {criterion.id for criterion in profile.criteria if criterion.never_alone}
    against = _against(profile, verdicts)
    if not against or not against <= alone:
        return False
    rest = " ".join(part for part in _SENTENCE_END.split(need) if not _COMPANION.search(part))
    return len(_normal(rest).split()) < profile.refusal_least_words


def similarity(one: str, other: str) -> float:
    """How alike two texts are, 0 to 100, whatever their case, punctuation and order of words."""
    first, second = _normal(one), _normal(other)
    if not first or not second:
        return 100.0 if first == second else 0.0
    return float(max(fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second)))


def is_stock(profile: Profile, text: str) -> bool:
    """Whether every sentence of ``text`` is a stock phrase of the profile, or nearly (B8, B19)."""
    if _any_like(profile, text, profile.stock_phrases):
        return True
    sentences = [part for part in _SENTENCE_END.split(text) if _normal(part)]
    return bool(sentences) and all(
        _any_like(profile, sentence, profile.stock_phrases) for sentence in sentences
    )


def _fault(profile: Profile, text: str, missing: str, earlier: Sequence[str]) -> str:
    normal = _normal(text)
    if not normal:
        return missing
    if len(text) > LONGEST_REASON:
        return "text_too_long"
    if is_stock(profile, text):
        return "stock_text"
    if len(normal.split()) < profile.refusal_least_words:
        return "too_short"
    if _any_like(profile, text, earlier):
        return "too_like_earlier"
    return ""


def _fault_together(
    profile: Profile,
    verdicts: Mapping[str, str],
    need: str,
    weighing: str,
    earlier: Sequence[str],
) -> str:
    if _any_like(profile, weighing, (need,)):
        return "same_text"
    if _any_like(profile, f"{need} {weighing}", earlier):
        return "too_like_earlier"
    considered = all(verdicts.get(criterion.id) in VERDICTS for criterion in profile.criteria)
    from_criteria = any(ground.from_criteria for ground in profile.refusal_grounds)
    if from_criteria and considered and not _against(profile, verdicts):
        return "nothing_against"
    return ""


def _against(profile: Profile, verdicts: Mapping[str, str]) -> frozenset[str]:
    return frozenset(
        criterion.id for criterion in profile.criteria if verdicts.get(criterion.id) == "against"
    )


def _any_like(profile: Profile, text: str, others: Sequence[str]) -> bool:
    return any(
        _normal(other) and similarity(text, other) >= profile.similar_refusal_percent
        for other in others
    )


def _normal(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", folded).split())
