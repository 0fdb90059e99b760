"""*Stop the recording* said aloud in a break, for whoever listens by phone and sees no chat (C12)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from casework.meeting import call_states
from store.database import Unit
from store.tables import Call, Occurrence, Spoken

MOST_TRIES = 3
"""So often it is tried to say it in one break, before it is left to the employee."""


async def tries(unit: Unit, occurrence: Occurrence) -> Sequence[Spoken]:
    """The tries of this break, oldest first: those since the meeting was told last."""
    query = (
        select(Spoken)
        .join(Call, Call.id == Spoken.call_id)
        .where(Call.occurrence_id == occurrence.id, Spoken.outcome == "stop")
        .order_by(Spoken.asked_at)
    )
    since = occurrence.announced_at
    found = (await unit.session.scalars(query)).all()
    return [one for one in found if since is None or one.asked_at >= since]


def is_said(spoken: Spoken) -> bool:
    """Whether it was said to its end and could be heard, or is being said now."""
    if spoken.state in ("asked", "playing"):
        return True
    return spoken.state == "completed" and not spoken.silent


async def is_to_be_said(unit: Unit, occurrence: Occurrence) -> bool:
    """Whether Lydhør is to say it now: nobody has heard it, and there is a try left."""
    made = await tries(unit, occurrence)
    return len(made) < MOST_TRIES and not any(is_said(one) for one in made)


async def is_left_to_a_person(unit: Unit, occurrence: Occurrence, call: Call) -> bool:
    """Whether nobody has heard it, and Lydhør cannot say it as the call stands or does not try again."""
    made = await tries(unit, occurrence)
    if any(is_said(one) for one in made):
        return False
    return call.state not in call_states.CAN_SPEAK or len(made) >= MOST_TRIES
