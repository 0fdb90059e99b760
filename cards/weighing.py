"""What whoever refuses, or confirms it, sees besides the reasons: like cases, advice, what to know.

Nothing here leans to an answer: the like cases stand as they were decided, without persons and units.
"""

from __future__ import annotations

from microsoft_teams.cards import CardElement

from cards.parts import buttons, internal_guide, lawyers, line, panel, row, say, words_of
from guidelines.rules import rule
from texts.views import Language, LikeLine, Weighing

_KINDS = ("in_person", "phone", "virtual", "home_visit")
_MOST_LIKE, _MOST_LEGAL, _LEGAL = 5, 2, 200


def weighing_rows(weighing: Weighing, language: Language) -> list[CardElement]:
    """The profile's sentences, the like cases, and what HR/Jura was asked."""
    shown: list[CardElement] = [
        line(words, spacing="Small" if after else "Default", subtle=True)
        for after, words in enumerate(weighing.notes[:5])
    ]
    if weighing.ask_legal and not any(one.answer for one in weighing.legal):
        shown.append(
            line(
                say("refusal.ask_legal", language, office=lawyers(weighing.route, language)),
                bold=True,
            )
        )
    shown += [*like_rows(weighing.like, language), *_legal(weighing, language)]
    guide = internal_guide(weighing.internal_guide, language)
    return [*shown, buttons(*guide)] if guide else shown


def ask_title(weighing: Weighing, language: Language) -> str:
    """What the button to HR/Jura is called here."""
    return say("legal.title", language, office=lawyers(weighing.route, language))


def like_rows(like: tuple[LikeLine, ...], language: Language) -> list[CardElement]:
    """The earlier decisions in like cases, even a single one (C10). Those that were no refusal come first,
    for they have to be answered; each kind newest first."""
    if not like:
        return []
    like = tuple(sorted(like, key=lambda one: one.outcome == "not_granted"))
    shown: list[CardElement] = [line(say("like.title", language), bold=True)]
    shown += [line(like_words(one, language), spacing="Small") for one in like[:_MOST_LIKE]]
    if len(like) > _MOST_LIKE:
        more = say("like.more", language, count=str(len(like) - _MOST_LIKE))
        shown.append(line(more, spacing="Small"))
    return [panel(shown)]


@rule("C10", surface="card")
def like_words(one: LikeLine, language: Language) -> str:
    """One earlier decision in words: the quarter, the kind of meeting and what came of it."""
    year, _, quarter = one.quarter.partition("-")
    kind = one.meeting_kind if one.meeting_kind in _KINDS else "other"
    known = ("granted", "own_part", "not_granted")
    outcome = one.outcome if one.outcome in known else "not_granted"
    return say(
        "like.line_talk" if one.talk else "like.line",
        language,
        talk=one.talk,
        quarter=quarter,
        year=year,
        kind=say(f"like.kind_{kind}", language),
        outcome=say(f"like.{outcome}", language),
    )


def _legal(weighing: Weighing, language: Language) -> list[CardElement]:
    shown: list[CardElement] = []
    for one in weighing.legal[-_MOST_LEGAL:]:
        shown.append(row(say("refusal.asked_legal", language), one.question, _LEGAL))
        if one.answer:
            shown += words_of(say("refusal.legal_said", language), one.answer, _LEGAL)
        else:
            shown.append(line(say("refusal.legal_waits", language), spacing="Small"))
    return [panel(shown)] if shown else []
