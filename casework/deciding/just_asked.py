"""Pressed between the arrival of a card and our note of whom it asked: to be carried out in a moment.

The card is posted first and noted after, so that nobody counts as asked who never saw the question. A
process that dies in between leaves seconds in which the right person has the card and no right yet.
"""

from __future__ import annotations

from store import find
from store.database import DatabaseBusy, Unit
from store.tables import Request


class AskedJustNow(DatabaseBusy):
    """Nothing was stored; the same press is right in a moment, and what was typed stays."""


async def wait_for_the_note(unit: Unit, request: Request, oid: str | None, purpose: str) -> None:
    """Raises AskedJustNow when the card with this purpose (``decide``, ``confirm``) has been sent to this
    person. To be asked only while nobody is noted as asked."""
    if oid and await find.card(unit.session, f"{purpose}:{request.id}:{oid}") is not None:
        raise AskedJustNow("the card stands there, who was asked is not noted yet")
