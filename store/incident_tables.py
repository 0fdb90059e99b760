"""Tables round a recording in Teams: its course, who was recorded, and bots that take notes.

Names stand in ``personal`` under the row's id; here are ids, codes and times alone.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base
from store.base import new_id as _id


class IncidentStep(Base):
    """One line of an incident's course. ``kind`` as in casework/meeting/course.py; ``who`` an
    employee's id, or empty. What happens again is the same line: ``times`` and ``last_at``."""

    __tablename__ = "incident_steps"
    id: Mapped[UUID] = _id()
    incident_id: Mapped[UUID] = mapped_column(ForeignKey("incidents.id"), index=True)
    kind: Mapped[str] = mapped_column(String(30))
    who: Mapped[str] = mapped_column(String(64), default="")
    at: Mapped[datetime]
    last_at: Mapped[datetime]
    times: Mapped[int] = mapped_column(Integer, default=1)
    __table_args__ = (UniqueConstraint("incident_id", "kind", "who"),)


class RecordedPerson(Base):
    """Somebody who was in the meeting, or may have been, while it was recorded. ``seen`` in_call
    (Teams said so) or roster (in the meeting's chat, which is not the same)."""

    __tablename__ = "recorded_people"
    id: Mapped[UUID] = _id()
    incident_id: Mapped[UUID] = mapped_column(ForeignKey("incidents.id"), index=True)
    person_key: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(20))
    seen: Mapped[str] = mapped_column(String(20))
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("incident_id", "person_key"),)


class NoteTaker(Base):
    """What may be a bot that takes notes, once per occurrence. ``sign`` why it was asked about: kind,
    name or unknown. ``answer`` the organizer's: asked_out, stays or no_bot."""

    __tablename__ = "note_takers"
    id: Mapped[UUID] = _id()
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"), index=True)
    occurrence_id: Mapped[UUID] = mapped_column(ForeignKey("occurrences.id"))
    person_key: Mapped[str] = mapped_column(String(64))
    sign: Mapped[str] = mapped_column(String(20))
    seen_at: Mapped[datetime]
    asked_oid: Mapped[str | None] = mapped_column(String(64))
    answer: Mapped[str | None] = mapped_column(String(20))
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[str | None] = mapped_column(String(64))
    __table_args__ = (UniqueConstraint("occurrence_id", "person_key"),)
