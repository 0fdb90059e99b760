"""In which language a citizen gets the answer: Danish, unless English was asked for at registration."""

from __future__ import annotations

from collections.abc import Mapping

from texts.views import Language

FIELD = "answer_language"
"""The input of the form, and the sealed field: which language somebody reads says something of them."""


def answer_language(stored: Mapping[str, str]) -> Language:
    """The language of letters and mails to this person; staff read Danish."""
    return "en" if stored.get(FIELD) == "en" else "da"
