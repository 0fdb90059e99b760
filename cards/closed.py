"""What is stored and cannot be opened: said in its place, and once whom to call. Never as if nothing were there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from microsoft_teams.cards import CardElement

from cards.parts import line as plain
from cards.parts import panel, say, state
from texts.catalog import text
from texts.views import Language

_GROUND = ("ground", "ground_text", "own_words", "new_facts")
_NAMED = (
    *("citizen_name", *_GROUND, "companion", "video", "spoken"),
    *("question", "legal_answer", "place", "draft"),
)


def or_closed(field: str, value: str, closed: Collection[str], language: Language) -> str:
    """The value, or that it is there and cannot be opened."""
    return say("common.closed", language) if field in closed else value


def closed_lines(
    closed: Sequence[str], language: Language, *, deciding: bool = False
) -> list[CardElement]:
    """Which fields cannot be opened, and whom to call; to whoever is ``deciding`` also that the ground was
    given and cannot be shown."""
    if not closed:
        return []
    names = [text(f"extract.field.{one}", language) for one in _NAMED if one in closed]
    if len(names) < len(set(closed)):
        names.append(say("closed.other", language))
    shown: list[CardElement] = [
        state("look", say("closed.fields", language, fields=", ".join(names)))
    ]
    if deciding and any(one in closed for one in _GROUND):
        shown.append(plain(say("closed.ground", language), spacing="Small"))
    shown.append(plain(say("closed.call", language), spacing="Small"))
    return [panel(shown)]
