"""Numbers that people can say aloud and nobody can guess the next of."""

from __future__ import annotations

import secrets
from uuid import UUID

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def errand_number() -> str:
    """The number of something that is no wish to record: ``E-`` and seven characters."""
    return "E-" + "".join(secrets.choice(ALPHABET) for _ in range(7))


def meeting_number(meeting_id: UUID) -> str:
    """What a meeting is called where somebody has to name it, with or without a wish in it: ``M-`` and the
    first eight characters of its id. Nothing opens by it."""
    return f"M-{meeting_id.hex[:8].upper()}"
