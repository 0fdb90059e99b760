"""How long what a person types may be, in characters.

One place for the forms (``cards/`` passes them on to the client) and for the handlers, which check
them again and answer ``text_too_long``. Every card that shows such a text once more stays under
28 KB with them (teams-platform 8).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guidelines.decision import LONGEST_NOTE, LONGEST_REASON

SHORT, LONG = 200, 2000
MAX_LENGTH: Mapping[str, int] = MappingProxyType(
    {
        "citizen_name": SHORT,
        "contact": SHORT,
        "companion": SHORT,
        "ground_text": LONG,
        "own_words": LONG,
        "note": LONGEST_NOTE,
        "need": LONGEST_REASON,
        "weighing": LONGEST_REASON,
        "who": SHORT,
    }
)
"""Input id (``note`` for each ``note.<criterion>``) -> greatest number of characters."""
