"""To whoever owns the guideline: a date of it is near, or over (domain 2.5)."""

from __future__ import annotations

from typing import Any

from cards.parts import card, heading, line, row, say, state
from texts.dates import long_date
from texts.views import GuidelineDate


def guideline_date_card(view: GuidelineDate) -> dict[str, Any]:
    """Which day it is, what holds till then and after it, and whom it lies with."""
    language = view.language
    which = f"{view.parameter}_{'passed' if view.passed else 'soon'}"
    title = say(f"guideline.{which}_title", language)
    body = [
        heading(title),
        state("look" if view.passed else "open", say(f"guideline.{which}", language)),
        row(say("guideline.day", language), long_date(view.day, language)),
        row(say("guideline.which", language), f"{view.municipality}, version {view.version}", 120),
        line(say("guideline.yours", language), spacing="Small"),
    ]
    return card(language, title, body)
