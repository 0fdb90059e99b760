"""A short answer as a card, for places where a client shows no short message of its own."""

from __future__ import annotations

from typing import Any

from cards.parts import card, line
from cards.safe import clean
from texts.catalog import text
from texts.views import Toast


def toast_card(view: Toast) -> dict[str, Any]:
    """The sentence ``toast.<code>`` and nothing else."""
    values = {name: clean(value) for name, value in view.values.items()}
    words = text(f"toast.{view.code}", view.language, **values)
    return card(view.language, words, [line(words)])
