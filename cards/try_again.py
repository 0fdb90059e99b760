"""Nothing was stored: please try again."""

from __future__ import annotations

from typing import Any

from cards.parts import buttons, card, heading, line, press, say
from texts.views import TryAgain


def try_again_card(view: TryAgain) -> dict[str, Any]:
    """Says plainly that nothing was saved, and lets the same press be made again."""
    title = say("again.title", view.language)
    body = [heading(title), line(say("again.text", view.language))]
    again = [buttons(press(title, view.verb, view.data, primary=True))] if view.verb else []
    return card(view.language, title, [*body, *again])
