"""Nothing was stored: please try again."""

from __future__ import annotations

from typing import Any

from cards.parts import card, heading, line, say
from texts.views import TryAgain


def try_again_card(view: TryAgain) -> dict[str, Any]:
    """Says plainly that nothing was saved."""
    title = say("again.title", view.language)
    return card(view.language, title, [heading(title), line(say("again.text", view.language))])
