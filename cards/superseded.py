"""A card that came twice: this one no longer counts, the newer one does."""

from __future__ import annotations

from typing import Any

from cards.parts import card, heading, line, say
from texts.views import Superseded


def superseded_card(view: Superseded) -> dict[str, Any]:
    """Which card counts, and that what was pressed is not lost."""
    title = say("superseded.title", view.language)
    body = [heading(title), line(say("superseded.text", view.language))]
    return card(view.language, title, body)
