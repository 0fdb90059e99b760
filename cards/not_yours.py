"""A friendly word to somebody who pressed what is another's to press."""

from __future__ import annotations

from typing import Any

from cards.parts import card, heading, line, say
from texts.views import NotYours


def not_yours_card(view: NotYours) -> dict[str, Any]:
    """Whose it is, and that nothing happened."""
    title = say("not_yours.title", view.language)
    words = (
        say("not_yours.text", view.language, name=view.who)
        if view.who.strip()
        else say("not_yours.text_unnamed", view.language)
    )
    nothing = line(say("not_yours.nothing", view.language), spacing="Small")
    return card(view.language, title, [heading(title), line(words), nothing])
