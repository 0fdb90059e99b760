"""The tables under the house: sealed fields, the journal, what is due, what was sent and received."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base


class Card(Base):
    """A posted card that may be updated later. ``purpose`` is e.g. ``status:<meeting>``."""

    __tablename__ = "cards"
    purpose: Mapped[str] = mapped_column(String(200), primary_key=True)
    service_url: Mapped[str] = mapped_column(String(400))
    conversation_id: Mapped[str] = mapped_column(String(400))
    activity_id: Mapped[str | None] = mapped_column(String(200))
    posted_at: Mapped[datetime | None]
    claimed_at: Mapped[datetime | None]  # set before sending; posted_at missing = uncertain
    uncertain: Mapped[int] = mapped_column(Integer, default=0)  # tries nobody knows the end of
    operation: Mapped[str | None] = mapped_column(String(32))  # what the message is known by


class Inbound(Base):
    """Activities already carried out, for de-duplication (teams-platform 9)."""

    __tablename__ = "inbound"
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[datetime]
    answer: Mapped[bytes | None] = mapped_column(LargeBinary)  # sealed: casework/kept_answers.py


class Personal(Base):
    """One sealed personal field. ``owner_id`` is the row it belongs to, ``case_id`` the case whose
    journal holds its commitment; ``salt`` opens that commitment and goes with the field, sealed
    like it (``store/salts.py``)."""

    __tablename__ = "personal"
    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(String(160), primary_key=True)
    case_id: Mapped[UUID] = mapped_column(index=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime]


class JournalHead(Base):
    """The head of one case's chain; locked while an entry is added, so cases never wait for each
    other."""

    __tablename__ = "journal_heads"
    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(Integer)
    hash: Mapped[bytes] = mapped_column(LargeBinary)


class JournalEntry(Base):
    """One entry of one case's hash chain (design: the journal)."""

    __tablename__ = "journal"
    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(60))
    actor: Mapped[str] = mapped_column(String(64))
    facts: Mapped[dict[str, Any]]
    commitments: Mapped[dict[str, Any]]
    previous: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary)


class JournalRooted(Base):
    """Where each chain ended in the newest root; only drawing a root writes here."""

    __tablename__ = "journal_rooted"
    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(Integer)
    hash: Mapped[bytes] = mapped_column(LargeBinary)


class JournalRoot(Base):
    """A root over all heads. ``heads``: those that changed since the root before, as
    [case, seq, hash in hex]. ``exported_at``: when its file was handed out."""

    __tablename__ = "journal_roots"
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    cases: Mapped[int] = mapped_column(Integer)
    previous: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary)
    heads: Mapped[list[Any]] = mapped_column(JSONB)
    exported_at: Mapped[datetime | None]


class Effect(Base):
    """What is due: one consequence to be carried out. The procrastinate job is only the wake-up.

    Unique per ``kind`` and ``key``; a move raises ``generation``; a cancel sets ``done_at``.
    """

    __tablename__ = "effects"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    kind: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(200))
    args: Mapped[dict[str, Any]]
    due_at: Mapped[datetime]
    generation: Mapped[int] = mapped_column(Integer, default=1)
    claimed_at: Mapped[datetime | None]
    claims: Mapped[int] = mapped_column(Integer, default=0)
    done_at: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(String(60))
    __table_args__ = (
        UniqueConstraint("kind", "key"),
        Index("ix_effects_due", "due_at", postgresql_where="done_at IS NULL"),
    )


class Budget(Base):
    """Shared send budgets (per conversation and tenant-wide) as token buckets."""

    __tablename__ = "budgets"
    key: Mapped[str] = mapped_column(String(100), primary_key=True)
    tokens: Mapped[float]
    at: Mapped[datetime]
    waits: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    # per urgency until when somebody will have asked again
