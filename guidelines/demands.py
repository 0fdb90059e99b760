"""Does the profile still say what its rules want said (trap 14)?

A municipality may change every sentence of its profile. What a rule wants said, or never wants said,
stands in the profile's ``demands``; an edited text that no longer says it is a warning with the
rule's id, for the owner of the profile to judge. It is no fault: words can be put in other ways. A
demand that was taken out of the file is measured by the product's own list (guidelines/demanded.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from guidelines.demanded import DEMANDED
from guidelines.profile import Demand, Profile, Words
from guidelines.profile_check import OUTLETS
from guidelines.rules import rule

LANGUAGES = ("da", "en")
EITHER = "|"
"""Between words of which one is enough: ``rammen|rammer``."""
PROMISED = "promised_tasks"
PROMISES: tuple[tuple[str, str, Words], ...] = (
    ("A3", "minutes", {"da": "referat", "en": "minutes"}),
    ("B5", "printout", {"da": "udskrift", "en": "printout"}),
)
"""What is promised: the rule, the kind of task it becomes, and the word a letter promises it with."""


class Missing(NamedTuple):
    """What a rule wants said and no text of the outlet says, in one language. ``never``: the other
    way round, a word that must not be there is."""

    rule: str
    outlet: str
    language: str
    words: str
    never: bool = False


@rule("A2", "A3", "A4", "A19", "A20", "B4", "B5", "B21", "B22", "B24", "B25", "B26", "C2", "C25",
      "C35", "C36", "C37", "C38", surface="profile check")  # fmt: skip
def missing(profile: Profile) -> tuple[Missing, ...]:
    """Every demand of the profile that its texts do not meet, in the order of the demands; then those
    of the product's own list that the profile neither states any more nor meets; last the promises of
    the letters that become nobody's task.

    Capital letters do not matter. What an employee reads is measured too where employees may record.
    """
    unsaid = tuple(
        Missing(demand.rule, demand.outlet, language, demand.says[language], demand.never)
        for demand in (*profile.demands, *_taken_out(profile))
        for language in LANGUAGES
        if not _met(profile, demand, language)
    )
    return (*unsaid, *unkept(profile))


@rule("A3", "B5", surface="profile check")
def unkept(profile: Profile) -> tuple[Missing, ...]:
    """What a letter or the source promises always, and ``promised_tasks`` gives nobody to do (A3, B5)."""
    return tuple(
        Missing(rule_id, PROMISED, language, kind)
        for rule_id, kind, words in PROMISES
        for language in LANGUAGES
        if kind not in profile.promised_tasks
        and (rule_id[0] in _sources(profile) or _promises(profile, language, words[language]))
    )


def _promises(profile: Profile, language: str, word: str) -> bool:
    printed = PROMISES[1][2][language]  # a printout of minutes is a printout
    said = [words[language].casefold() for words in said_in(profile, "granted_terms")]
    return any(word in one and (word == printed or printed not in one) for one in said)


def _sources(profile: Profile) -> set[str]:
    """The sources the profile follows: its rules begin with A, B or C."""
    rules = {one.rule for one in profile.grounds} | {one.rule for one in profile.criteria}
    rules |= {one.rule for one in profile.refusal_grounds}
    rules |= {one.rule for one in profile.alternatives}
    return {one[0] for one in rules}


def _taken_out(profile: Profile) -> Iterator[Demand]:
    """The product's demands for the sources the profile follows (its rules begin with A, B or C) that
    the file no longer states, in these words or in others."""
    sources = _sources(profile)
    stated = Counter((one.rule, one.outlet, one.never) for one in profile.demands)
    wanted = Counter((one.rule, one.outlet, one.never) for one in DEMANDED)
    for demand in DEMANDED:
        key = (demand.rule, demand.outlet, demand.never)
        fewer = stated[key] < wanted[key] and demand not in profile.demands
        if fewer and demand.rule[0] in sources:
            yield demand


def said_in(profile: Profile, outlet: str, relation: str = "citizen") -> tuple[Words, ...]:
    """The texts of an outlet towards citizens or employees: of a list, all a refusal says, all that
    employees alone read, the labels of the alternatives, the presumption, or one text.

    Raises ``KeyError`` for an outlet that is none of these; the loader lets none through.
    """
    if outlet == "refusal":
        return tuple(_refusal(profile, relation))
    if outlet == "employee":
        return tuple(words for name, words in profile.texts.items() if name.endswith("_employee"))
    if outlet == "alternatives":
        return tuple(alternative.label for alternative in profile.alternatives)
    if outlet == "presumption":
        return (profile.presumption,) if profile.presumption else ()
    names = (outlet,) if outlet in profile.texts else getattr(profile, outlet, None)
    if names is None:
        raise KeyError(outlet)
    return tuple(profile.words(name, relation) for name in names)


REFUSAL = ("refused_answer", "refused_part", "decided_with", "devices_out", "noted_refusal")


def _refusal(profile: Profile, relation: str) -> Iterator[Words]:
    yield from (profile.words(name, relation) for name in REFUSAL if profile.says(name))
    for ground in profile.refusal_grounds:
        yield profile.words(ground.intro, relation)
        yield from (part.heading for part in ground.parts)
    yield from said_in(profile, "alternatives")
    yield from (profile.review_text,) if profile.review_text else ()


def _met(profile: Profile, demand: Demand, language: str) -> bool:
    relations = ("citizen", "employee") if "employee" in profile.requester_roles else ("citizen",)
    wanted = [words.casefold() for words in demand.says[language].split(EITHER)]
    if demand.outlet not in (*OUTLETS, *profile.texts):  # a text that was taken out says nothing
        return demand.never
    for relation in relations:
        said = [words[language].casefold() for words in said_in(profile, demand.outlet, relation)]
        found = any(words in sentence for words in wanted for sentence in said)
        if found == demand.never:
            return False
    return True
