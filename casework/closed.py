"""What is stored of a wish and cannot be opened (``SealBroken``): the cards show the rest and say so."""

from __future__ import annotations

from typing import Final

from casework.deciding.drafts import PREFIX
from store.database import Unit
from store.keeping import GROUND
from store.personal import Opened
from store.tables import Request
from texts.catalog import text
from texts.views import Language

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


def said(stored: Opened, field: str, language: Language = "da") -> str:
    """What is stored there, in words: also that it is there and does not open."""
    return text("card.common.closed", language) if field in stored.closed else stored.get(field, "")


def explained(stored: Opened, language: Language = "da") -> str:
    """How a no is explained aloud; or that it is written and does not open."""
    if "spoken" in stored.closed:
        return text("card.closed.spoken", language)
    return stored.get("spoken", "")


def name_of(stored: Opened, field: str = "name", language: Language = "da") -> str:
    """Somebody's name; or that it is there and does not open."""
    return text("names.closed", language) if field in stored.closed else stored.get(field, "")


def said_under(stored: Opened, prefix: str) -> dict[str, str]:
    """As ``said``, for every field that begins so, by what follows."""
    names = sorted(name for name in {*stored, *stored.closed} if name.startswith(prefix))
    return {name.removeprefix(prefix): said(stored, name) for name in names}
