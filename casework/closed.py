"""What is stored of a wish and cannot be opened (``SealBroken``): the cards show the rest and say so."""

from __future__ import annotations

from typing import Final

from casework.deciding.drafts import PREFIX
from store.database import Unit
from store.keeping import GROUND
from store.personal import Opened
from store.tables import Request

UNSHOWN: Final = frozenset({"precedent"})
"""Fields that no card shows: which line among the earlier decisions is the wish's own."""


async def opened(unit: Unit, request: Request) -> Opened:
    """What is stored of a wish, for a card: a field that does not open keeps nobody from the rest."""
    return (await unit.personal.opened_where_possible([request.id]))[request.id]


def closed_of(stored: Opened, reader: str | None, *, ground: bool) -> tuple[str, ...]:
    """The fields of which a card has to say that they do not open; the ground's to its readers alone, and
    of drafts the reader's own."""
    own = f"{PREFIX}{reader}."
    named = {"draft" if name.startswith(own) else name for name in stored.closed}
    hidden = UNSHOWN if ground else UNSHOWN.union(GROUND)
    return tuple(sorted(n for n in named if n not in hidden and not n.startswith(PREFIX)))
