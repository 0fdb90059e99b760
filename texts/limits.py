"""How long what a person types may be, counted as a client counts it (``guidelines.wording.length``).

One place for the forms (``cards/`` passes them on to the client, and says them at the field) and for the
handlers, which check them again and answer ``text_too_long``. Every card that shows such a text once
more stays under 28 KB with them, whatever the alphabet (teams-platform 8): what was taken is never cut.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guidelines.decision import LONGEST_NOTE, LONGEST_OF_MANY
from guidelines.problem import Problem
from guidelines.wording import length

SHORT, LONG, REPORT = 200, 1000, 1000
MAX_LENGTH: Mapping[str, int] = MappingProxyType(
    {
        "citizen_name": SHORT,
        "case_number": SHORT,
        "held_why": LONG,
        "person": SHORT,
        "contact": SHORT,
        "companion": SHORT,
        "ground_text": LONG,
        "own_words": LONG,
        "new_facts": LONG,
        "note": LONGEST_NOTE,
        "deviation": LONGEST_OF_MANY,
        "disagreed_why": LONGEST_OF_MANY,
        "devices_place": SHORT,
        "who": SHORT,
        "what": LONG,
        "why": LONG,
        "kept_why": LONG,
        "stays_why": LONG,
        "not_guided_why": LONG,
        "decision_text": LONG,
        "necessity": LONG,
        "place": SHORT,
        "not_made_why": LONG,
        "companion_name": SHORT,
        "listener_name": SHORT,
        "number": SHORT,
        "about": LONG,
        "question": LONG,
        "legal_answer": LONG,
        "happened": REPORT,
        "where_when": REPORT,
        "shared": REPORT,
        "others": REPORT,
        "evidence": REPORT,
        "reasons": LONG,
    }
)
"""Input id (``note`` for each ``note.<criterion>``) -> greatest length. That of a ``part.<id>`` follows from how
many there are (``guidelines.decision.longest_reason``)."""


def too_long(form: Mapping[str, str], *names: str) -> tuple[Problem, ...]:
    """Which of these fields hold more than may be stored."""
    return tuple(
        Problem(name, "text_too_long", {"max": str(MAX_LENGTH[name])})
        for name in names
        if length(form.get(name, "")) > MAX_LENGTH[name]
    )
