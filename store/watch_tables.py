"""The tables of the watch: what Graph has been asked to tell, and the keys of what it tells."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base
from store.base import new_id as _id


class Subscription(Base):
    """What Graph tells of one meeting. ``kind`` chat, recordings, call_events.

    ``state``: creating (asked for, no answer yet), active, silent (something happened that it did
    not tell of), lost (gone at Graph), refused, waiting (above the ceiling). ``reason`` is a code
    where it is not active. Of ``clientState`` only the hash is kept; Graph alone tells it.
    """

    __tablename__ = "subscriptions"
    id: Mapped[UUID] = _id()
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"))
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(String(40), default="")
    graph_id: Mapped[str | None] = mapped_column(String(100), unique=True)
    secret_hash: Mapped[str] = mapped_column(String(64), default="")
    certificate_id: Mapped[UUID | None]  # of the key that opens what it tells
    expires_at: Mapped[datetime | None]
    asked_at: Mapped[datetime]  # when Graph was last asked for it
    active_since: Mapped[datetime | None]
    notified_at: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(Integer, default=0)
    __table_args__ = (
        UniqueConstraint("meeting_id", "kind"),
        Index("ix_subscriptions_kind", "kind", "state"),
    )


class NotificationKey(Base):
    """A key pair for encrypted notifications; the private half is sealed. The id names it to Graph."""

    __tablename__ = "notification_keys"
    id: Mapped[UUID] = _id()
    certificate: Mapped[str] = mapped_column(String(4000))  # base64 of DER
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]
