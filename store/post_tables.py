"""The table of postings nobody knew the end of: looked for, found, or sent again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base
from store.base import new_id as _id


class UnsurePost(Base):
    """One message whose answer was lost, or whose process was killed, while it was being posted.

    ``outcome``: found (Teams had it, and it was taken over), again (sent once more, so it may have
    come twice), given_up (not sent a third time; a person says it). ``kind`` and ``about`` are of the
    card's purpose: what it is, and which request, meeting or occurrence it is about.
    """

    __tablename__ = "unsure_posts"
    id: Mapped[UUID] = _id()
    operation: Mapped[str] = mapped_column(String(32), unique=True)
    purpose: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(40))
    about: Mapped[UUID | None] = mapped_column(index=True)
    conversation_id: Mapped[str] = mapped_column(String(400))
    outcome: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
