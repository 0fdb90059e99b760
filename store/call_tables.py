"""The tables of the calls Lydhør makes into meetings: the call, who sits in it, what was spoken.

No number and no name stands here: a caller is a keyed hash, a name is in ``personal`` with the row
of the informed ledger that the seat points to.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base
from store.base import new_id as _id

LIVE = "state IN ('joining', 'lobby', 'established', 'reconciled', 'playing', 'spoken', 'muted')"


class Call(Base):
    """One try to be in one occurrence's call. ``state`` as in casework/meeting/call_states.py.

    ``callback_key`` is the unguessable end of the address Microsoft reports to: what is told there
    is about this row, also when the answer that named ``graph_id`` was lost.
    """

    __tablename__ = "calls"
    id: Mapped[UUID] = _id()
    occurrence_id: Mapped[UUID] = mapped_column(ForeignKey("occurrences.id"), index=True)
    attempt: Mapped[int] = mapped_column(Integer)
    callback_key: Mapped[str] = mapped_column(String(64), unique=True)
    graph_id: Mapped[str | None] = mapped_column(String(200), index=True)
    my_participant_id: Mapped[str | None] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(20), default="joining")
    why: Mapped[str] = mapped_column(String(60), default="")  # Microsoft's code of the end
    asked_at: Mapped[datetime]
    established_at: Mapped[datetime | None]
    reconciled_at: Mapped[datetime | None]
    speak_at: Mapped[datetime | None]  # when the collected latecomers are spoken to
    ended_at: Mapped[datetime | None]
    hung_up_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    __table_args__ = (
        UniqueConstraint("occurrence_id", "attempt"),
        Index("uq_calls_live", "occurrence_id", unique=True, postgresql_where=LIVE),
    )


class Seat(Base):
    """Somebody in the call's roster. ``here_since``: from when they hear without a break; None in the
    lobby, on hold, and when they have left. ``informed_id`` is their row on the ledger."""

    __tablename__ = "call_seats"
    id: Mapped[UUID] = _id()
    call_id: Mapped[UUID] = mapped_column(ForeignKey("calls.id"), index=True)
    participant_id: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20))
    mark: Mapped[str] = mapped_column(String(64))  # keyed hash of who it is, to know who comes back
    here_since: Mapped[datetime | None]
    left_at: Mapped[datetime | None]
    informed_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("informed.id", ondelete="SET NULL"), index=True
    )
    __table_args__ = (UniqueConstraint("call_id", "participant_id"),)


class Spoken(Base):
    """One prompt played into a call. Its id is the ``clientContext`` Microsoft reports back with.

    ``state``: asked, playing, completed, failed. ``silent``: the bot was muted at some time meanwhile.
    ``sounds`` are the ids on the shelf, ``telling`` counts as in ``occurrences.tellings``.
    """

    __tablename__ = "spoken"
    id: Mapped[UUID] = _id()
    call_id: Mapped[UUID] = mapped_column(ForeignKey("calls.id"), index=True)
    telling: Mapped[int] = mapped_column(Integer)
    outcome: Mapped[str] = mapped_column(String(20))
    sounds: Mapped[list[Any]] = mapped_column(JSONB)
    seconds: Mapped[int] = mapped_column(Integer)
    operation_id: Mapped[str | None] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(20), default="asked")
    silent: Mapped[bool] = mapped_column(Boolean, default=False)
    why: Mapped[str] = mapped_column(String(60), default="")
    asked_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    counted_at: Mapped[datetime | None]
