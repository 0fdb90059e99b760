"""What lies behind a wish: only to those who may read it, and every look is written down."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from microsoft_teams.cards import CardElement

from cards.closed import closed_lines, or_closed
from cards.parts import card, heading, line, press, row, say, words_of
from texts.dates import short_moment
from texts.limits import MAX_LENGTH
from texts.views import GroundShown, Language

_MOST_READERS = 10


def ground_card(view: GroundShown) -> dict[str, Any]:
    """The ground, the citizen's own words, and who has looked before."""
    language = view.language
    title = say("ground.title", language, number=view.number)
    body: list[CardElement] = [
        heading(title),
        *closed_lines(view.closed, language),
        *ground_rows(
            view.ground, view.ground_text, view.own_words, language, view.new_facts, view.closed
        ),
        companion_row(view.companion, view.closed, language),
        line(say("ground.logged", language)),
    ]
    if view.readers:
        body.append(line(say("ground.readers", language), bold=True))
    for name, at in view.readers[-_MOST_READERS:]:
        when = short_moment(at, language)
        body.append(line(say("ground.reader", language, name=name, when=when), spacing="Small"))
    back = press(say("ground.back", language), "case", {"request_id": view.request_id})
    return card(language, title, body, [back])


def ground_rows(
    ground: str,
    ground_text: str,
    own_words: str,
    language: Language,
    new_facts: str = "",
    closed: Collection[str] = (),
    *,
    hidden: bool = False,
) -> list[CardElement]:
    """The ground as chosen, its own text, the citizen's words if there are any, and what is new since a
    refusal of the same talk (C27). What is in ``closed`` was given, and cannot be opened; ``hidden``: it
    was given, and is not for the reader."""
    none = say("common.hidden_ground" if hidden else "common.no_ground", language)
    chosen = or_closed("ground", ground or none, closed, language)
    ground_text = or_closed("ground_text", ground_text, closed, language)
    own_words = or_closed("own_words", own_words, closed, language)
    new_facts = or_closed("new_facts", new_facts, closed, language)
    return [
        row(say("common.ground", language), chosen),
        *words_of(say("common.ground_text", language), ground_text, MAX_LENGTH["ground_text"]),
        *words_of(say("common.own_words", language), own_words, MAX_LENGTH["own_words"]),
        *words_of(say("common.new_facts", language), new_facts, MAX_LENGTH["new_facts"]),
    ]


def companion_row(companion: str, closed: Collection[str], language: Language) -> CardElement:
    """Whether a companion comes, as far as it can be read."""
    words = or_closed("companion", companion_words(companion, language), closed, language)
    return row(say("common.companion", language), words)


def companion_words(companion: str, language: Language) -> str:
    """Yes, no or not known, in words; anything else as it was written."""
    if companion in ("yes", "no", "unknown"):
        return say(f"companion.{companion}", language)
    return companion or say("companion.unknown", language)
