"""Numbers that people can say aloud and nobody can guess the next of."""

from __future__ import annotations

import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def errand_number() -> str:
    """The number of something that is no wish to record: ``E-`` and seven characters."""
    return "E-" + "".join(secrets.choice(ALPHABET) for _ in range(7))
