"""Two measures of plain language: LIX, and words to stay away from (domain 4.1, 4.3, 5.4)."""

from __future__ import annotations

import re

AVOID_DA = re.compile(
    r"\b(?:forbud\w*|forbyd\w*|afslag\w*|afslå\w*|ansøg\w*|afgørelse\w*|klagefrist\w*|klagevejledning\w*"
    r"|bevilg\w*|autoriser\w*|nægt\w*|klient\w*|bruger(?:e|en|ne)\b|chef\w*|overordnet\w*|diagnose\w*|dokumentation\w*"
    r"|score\w*|screening\w*|risikoprofil\w*|vidne\w*|ledsage\w*|transskription\w*|båndoptag\w*|advarsel\w*"
    r"|samtykke\w*|vilkår\w*|trussel\w*|præcedens\w*|aflyt\w*|ulovlig\w*|såfremt|vedrørende|i henhold til"
    r"|objektiv\w*|skjult\w*|databasen?|afvis\w*|foranledig\w*|sanktion\w*|overtræd\w*|påkrævet|ugyldig\w*|fejl\w*|venligst|pågældende)\b",
    re.IGNORECASE,
)
ALLOWED_DA = re.compile(
    r"(?:mundtlige?|træffer?(?: jeg| vi| nu)? en|er ikke en|får en|begynder en) afgørelse\w*"
    r"|uden samtykke|samtykke fra|ikke at have givet samtykke",
    re.IGNORECASE,
)
"""Where the words are right: a decision in the case itself (C17, C18), and passing on without consent
(C19). A refusal to record is never an *afgørelse*, and being told is never a *samtykke*, as
the account of who was told says."""
_NO_DECISION_DA = r"afgørelse|klagefrist|klagevejledning|klage over|afslå|afslag|forvaltningslov"
_NO_DECISION_EN = r"appeal|complaint|right to complain|administrative decision|rejected"
CLOSED_WORDS = {
    "da": {
        "procesbeslutning": re.compile(rf"{_NO_DECISION_DA}|ansøg|tilladelse", re.IGNORECASE),
        "beslutning": re.compile(rf"{_NO_DECISION_DA}|ansøg", re.IGNORECASE),
        "aftale": re.compile(rf"{_NO_DECISION_DA}|ansøg|tilladelse", re.IGNORECASE),
    },
    "en": {
        "procesbeslutning": re.compile(rf"{_NO_DECISION_EN}|permit to", re.IGNORECASE),
        "beslutning": re.compile(_NO_DECISION_EN, re.IGNORECASE),
        "aftale": re.compile(_NO_DECISION_EN, re.IGNORECASE),
    },
}
"""Words that stand in no refusal, by language and the profile's legal label (C25, K16)."""
AVOID_EN = re.compile(
    r"\b(?:forbidden|application\w*|applicant\w*|rejected|violation\w*|sanction\w*|mandatory|invalid|illegal\w*)\b",
    re.IGNORECASE,
)
_DECISION_DA = re.compile(r"\b(?:afgørelse\w*|klagevejledning)\b", re.IGNORECASE)
_NO_LETTERS = re.compile(
    r"\b(?:naar|paa|maa\w*|moede\w*|foer|vaere?|gaa\w*|faa\w*|ogsaa|aar|oenske\w*|laes\w*|hoer\w*)\b",
    re.IGNORECASE,
)
NAME = "Ole"


def lix(text: str) -> float:
    """Mean length of a sentence plus the share of words over six letters (LIX).

    Line breaks and colons end a sentence; fields count as a short name, addresses do not count.
    """
    plain = re.sub(r"https?://\S+", "", re.sub(r"\{\w+\}", NAME, text))
    sentences = [
        part for part in re.split(r"[.!?:\n]+(?=\s|$)|\n", plain) if re.search(r"\w", part)
    ]
    words = re.findall(r"[^\W_]+(?:[-'][^\W_]+)*", plain)
    long_words = [word for word in words if len(word) > 6]
    return len(words) / max(1, len(sentences)) + 100 * len(long_words) / max(1, len(words))


def faults(sentence: str, language: str, *, decision: bool = False) -> list[str]:
    """What is wrong with a sentence: words to avoid, exclamation marks, loose spaces, dots.

    ``decision``: it is about a decision in the case itself, made in the meeting, which is an
    *afgørelse* with *klagevejledning* (C17).
    """
    sentence = re.sub(r"https?://\S+", "-", sentence)
    sentence = ALLOWED_DA.sub("-", sentence) if language == "da" else sentence
    sentence = _DECISION_DA.sub("-", sentence) if decision else sentence
    found = list((AVOID_DA if language == "da" else AVOID_EN).findall(sentence))
    found += ["!"] if "!" in sentence else []
    found += ["white space"] if sentence != sentence.strip() or "  " in sentence else []
    found += ["…"] if "..." in sentence else []
    found += ["not Danish letters"] if language == "da" and _NO_LETTERS.search(sentence) else []
    return found
