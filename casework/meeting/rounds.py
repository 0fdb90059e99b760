"""The round that what is said in a meeting belongs to (docs/decisions 0019).

What holds makes the round. Where the meeting was told of the same before and of something else since,
it is said anew: in a round of its own, so that what was ticked then does not count as said now.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select

from casework.meeting.holds import Holds, is_told, round_of
from store.database import Unit
from store.tables import Occurrence, Telling

REVOKED = "revoked"


async def round_now(unit: Unit, occurrence: Occurrence | None, holds: Holds) -> str:
    """The round of what holds now: the same while it is said and after the meeting was told of it."""
    if occurrence is None:
        return round_in((), holds.content, 1)
    told = await is_told(unit, occurrence, holds)
    number = occurrence.tellings if told else occurrence.tellings + 1
    query = select(Telling.content).where(
        Telling.occurrence_id == occurrence.id, Telling.number < number
    )
    return round_in((await unit.session.scalars(query)).all(), holds.content, number)


def round_in(earlier: Collection[Sequence[str]], content: Sequence[str], number: int) -> str:
    """The round of the ``number``-th telling, of ``content``; ``earlier`` were those before it. Of what
    was never told before it is the same as in an earlier release, whose ticks go on counting."""
    again = [str(number)] if [*content] in [[*one] for one in earlier] else []
    return round_of([*(content or [REVOKED]), *again])
