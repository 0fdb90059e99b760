"""How long what a person types may be, in characters.

One place for the forms (``cards/`` passes them on to the client) and for the handlers, which check
them again and answer ``text_too_long``. Every card that shows such a text once more stays under
28 KB with them (teams-platform 8).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guidelines.decision import LONGEST_NOTE, LONGEST_REASON

SHORT, LONG, REPORT = 200, 2000, 1000
MAX_LENGTH: Mapping[str, int] = MappingProxyType(
    {
        "citizen_name": SHORT,
        "contact": SHORT,
        "companion": SHORT,
        "ground_text": LONG,
        "own_words": LONG,
        "new_facts": LONG,
        "note": LONGEST_NOTE,
        "part": LONGEST_REASON,
        "deviation": LONGEST_REASON,
        "devices_place": SHORT,
        "who": SHORT,
        "what": LONG,
        "why": LONG,
        "not_guided_why": LONG,
        "decision_text": LONG,
        "necessity": LONG,
        "place": SHORT,
        "not_made_why": LONG,
        "companion_name": SHORT,
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
"""Input id (``note`` for each ``note.<criterion>``, ``part`` for each ``part.<id>``) -> greatest number of characters."""
