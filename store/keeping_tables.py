"""The tables of what is kept and for how long: receipts of deletion, and what may not be deleted."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base
from store.base import new_id as _id


class Deletion(Base):
    """A receipt: what was deleted on one day for one purpose. ``days``: how long it was to be kept.
    ``kinds``: how many of each kind; no id and no name."""

    __tablename__ = "deletions"
    purpose: Mapped[str] = mapped_column(String(40), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    days: Mapped[int] = mapped_column(Integer)
    cases: Mapped[int] = mapped_column(Integer, default=0)
    kinds: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]


class LegalHold(Base):
    """A case that may not be deleted for the time being. Why it is held, and why no longer, are in
    ``personal`` (``held_why``, ``lifted_why``). At most one stands for a case."""

    __tablename__ = "legal_holds"
    id: Mapped[UUID] = _id()
    case_id: Mapped[UUID]  # of a wish, an errand or a meeting
    set_by: Mapped[str] = mapped_column(String(64))
    set_at: Mapped[datetime]
    lifted_by: Mapped[str | None] = mapped_column(String(64))
    lifted_at: Mapped[datetime | None]
    __table_args__ = (
        Index(
            "uq_legal_holds_standing", "case_id", unique=True, postgresql_where="lifted_at IS NULL"
        ),
    )


class PersonExport(Base):
    """An extract of everything stored about one person, behind a link for a short time. Whom it was
    searched for is in ``personal`` (``subject``); the link itself only whoever asked knows."""

    __tablename__ = "person_exports"
    id: Mapped[UUID] = _id()
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    oid: Mapped[str] = mapped_column(String(64))  # the DPO who asked
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    read_at: Mapped[datetime | None]  # opened to read
    fetched_at: Mapped[datetime | None]  # taken as a file
