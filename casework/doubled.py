"""Messages that may have come twice: what is known of them, and what a press on one of them tells.

A second card decides nothing: whichever is pressed, the request is locked and the one decision stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from casework import effects
from casework.command_kinds import PersonCommand
from store import find
from store.database import Unit
from store.tables import Chat, Occurrence, UnsurePost

LEFT_ALONE = timedelta(minutes=15)
"""Whoever works on the older of two cards finishes what they began on it."""
IN_MEETING = ("announce", "late")


async def maybe_twice(unit: Unit, occurrence_id: UUID) -> bool:
    """Whether what the meeting was told may stand in its chat twice."""
    query = select(UnsurePost.id).where(
        UnsurePost.about == occurrence_id,
        UnsurePost.kind.in_(IN_MEETING),
        UnsurePost.outcome != "found",
    )
    return await unit.session.scalar(query.limit(1)) is not None


def short(content: Sequence[str]) -> str:
    """Stands for what was told and to whom, in the name of a card: the same again is the same card."""
    return hashlib.sha256(",".join(content).encode()).hexdigest()[:12]


async def left_open(unit: Unit, occurrence: Occurrence) -> str:
    """The announcement that was given up since the meeting was told last, by the purpose of its card;
    empty when there is none. It may stand in the chat, and say something else than was told."""
    query = select(UnsurePost).where(
        UnsurePost.about == occurrence.id,
        UnsurePost.kind == "announce",
        UnsurePost.outcome == "given_up",
    )
    last = (await unit.session.scalars(query.order_by(UnsurePost.at.desc()).limit(1))).first()
    if last is None or (occurrence.announced_at is not None and last.at < occurrence.announced_at):
        return ""
    told = occurrence.announced_for
    return "" if told is not None and last.purpose.endswith(f":{short(told)}") else last.purpose


async def pressed(unit: Unit, command: PersonCommand) -> None:
    """A press tells the id of the card it came from. When that is a card that came twice, and not the
    one that is kept up to date, it is soon replaced by a word that the other one counts."""
    query = select(UnsurePost).where(
        UnsurePost.operation == command.operation, UnsurePost.outcome == "again"
    )
    row = (await unit.session.scalars(query)).first()
    chat = await unit.session.get(Chat, command.actor.oid) if command.actor.oid else None
    if row is None or chat is None or chat.conversation_id != row.conversation_id:
        return
    card = await find.card(unit.session, row.purpose)
    if card is None or card.activity_id in (None, command.pressed_on) or not command.pressed_on:
        return
    args = {"post_id": str(row.id), "card": command.pressed_on}
    due_at = unit.now + LEFT_ALONE
    await unit.effects.schedule(
        effects.SUPERSEDE, f"{row.id}:{command.pressed_on}"[:200], args=args, due_at=due_at
    )


async def counts(unit: Unit) -> Mapping[str, int]:
    """How many postings nobody knew the end of there have been, by what became of them."""
    query = select(UnsurePost.outcome, func.count().label("number")).group_by(UnsurePost.outcome)
    return {row.outcome: row.number for row in await unit.session.execute(query)}
