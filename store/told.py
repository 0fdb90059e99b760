"""The tables of what was said in a meeting, to whom, on what evidence, and the links to print it.

``informed`` says how it stands now; these say how it came about, and nothing in them is replaced. What
was said and who was named stands sealed in ``personal``.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base
from store.base import new_id as _id


class Telling(Base):
    """Once the meeting was told what holds. ``how`` chat, voice, late (to who came later); in_meeting and
    spoken where the chat did not take it. The words as they were are in ``personal`` (``words_da``, ``words_en``), with a gap for the recorder's name."""

    __tablename__ = "tellings"
    id: Mapped[UUID] = _id()
    occurrence_id: Mapped[UUID] = mapped_column(ForeignKey("occurrences.id"), index=True)
    number: Mapped[int] = mapped_column(Integer)
    what: Mapped[str] = mapped_column(String(20))  # recorded, paused, revoked
    how: Mapped[str] = mapped_column(String(20))
    content: Mapped[list[str]] = mapped_column(JSONB)  # as in occurrences.announced_for
    profile_id: Mapped[str] = mapped_column(String(60))
    profile_version: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime]


class Evidence(Base):
    """One piece of evidence that somebody was told; ``informed_id`` is the person's row on the ledger,
    which may be gone again. Never changed, whatever is told later."""

    __tablename__ = "evidence"
    id: Mapped[UUID] = _id()
    occurrence_id: Mapped[UUID] = mapped_column(ForeignKey("occurrences.id"), index=True)
    informed_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(20))
    grade: Mapped[str] = mapped_column(String(20))
    channel: Mapped[str] = mapped_column(String(20))
    evidence: Mapped[str] = mapped_column(String(400))
    at: Mapped[datetime]


class SaidLine(Base):
    """A sentence of the script that somebody ticked as said; the sentence is in ``personal`` (``said``).

    ``round`` stands for what held when it was said: when that changes, or holds again after something else
    was told, it is all said again (``casework/meeting/rounds.py``).
    """

    __tablename__ = "said_lines"
    id: Mapped[UUID] = _id()
    occurrence_id: Mapped[UUID] = mapped_column(ForeignKey("occurrences.id"))
    round: Mapped[str] = mapped_column(String(20))
    line: Mapped[str] = mapped_column(String(40))
    by_oid: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("occurrence_id", "round", "line"),)


class PrintLink(Base):
    """A link to a page to print, for a short time. The link itself is known only to whoever got it:
    here stands its hash. ``kind`` script (names nobody), ledger (opened once) or file (leads on
    once to the file of the recording ``incident_id``)."""

    __tablename__ = "print_links"
    id: Mapped[UUID] = _id()
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"), index=True)
    occurrence_id: Mapped[UUID | None] = mapped_column(ForeignKey("occurrences.id"))
    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    oid: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
