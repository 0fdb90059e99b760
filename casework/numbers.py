"""Numbers that people can say aloud and nobody can guess the next of."""

from __future__ import annotations

import re
import secrets
from uuid import UUID

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CASE = re.compile(r"[A-Z]-[0-9A-Z]{7}")


def errand_number() -> str:
    """The number of something that is no wish to record: ``E-`` and seven characters."""
    return "E-" + "".join(secrets.choice(ALPHABET) for _ in range(7))


def typed_number(typed: str) -> str:
    """The number of a wish or an errand as it is kept, however it was typed; empty when it can be none.
    Only a number is looked for: whoever types a name or a CPR number there would otherwise have it in a
    query in clear, which a database may log."""
    plain = typed.strip().upper()
    return plain if CASE.fullmatch(plain) else ""


def meeting_number(meeting_id: UUID) -> str:
    """What a meeting is called where somebody has to name it, with or without a wish in it: ``M-`` and the
    first eight characters of its id. Nothing opens by it."""
    return f"M-{meeting_id.hex[:8].upper()}"
