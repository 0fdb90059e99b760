"""The tables.

Personal text (names of citizens, contact data, grounds, own words, notes, reasons, letters) stands in
``personal`` alone, sealed field by field, so that it can be deleted without touching the course of a
case. Everything else is course: states, times, ids, codes. All times are UTC.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import (
    BigInteger,
    Boolean,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Common base: naming of constraints and the mapping of Python types."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: DateTime(timezone=True),
        dict[str, Any]: JSONB,
    }


def _id() -> Mapped[UUID]:
    return mapped_column(primary_key=True, default=uuid4)


class Chat(Base):
    """A person's personal chat with the bot, learnt from an install (teams-platform 12)."""

    __tablename__ = "chats"
    oid: Mapped[str] = mapped_column(String(64), primary_key=True)
    mri: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(String(200))
    conversation_id: Mapped[str] = mapped_column(String(400))
    service_url: Mapped[str] = mapped_column(String(400))
    installed: Mapped[bool] = mapped_column(Boolean, default=True)
    seen_at: Mapped[datetime]


class Colleague(Base):
    """The name of somebody who works here, from their Teams or from the directory.

    Kept apart from ``chats``: who is asked may have no chat yet, and Teams need not tell a name."""

    __tablename__ = "colleagues"
    oid: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))


class Meeting(Base):
    """A meeting as the bot knows it: a Teams meeting, or one with no Teams behind it.

    ``kind`` virtual, phone, in_person. ``block_state`` and ``block_reason`` as in
    texts/views MeetingStatus. ``title`` is in ``personal``.
    """

    __tablename__ = "meetings"
    id: Mapped[UUID] = _id()
    kind: Mapped[str] = mapped_column(String(20), default="virtual")
    chat_id: Mapped[str | None] = mapped_column(String(400), unique=True)
    teams_meeting_id: Mapped[str | None] = mapped_column(String(400))
    graph_id: Mapped[str | None] = mapped_column(String(400))
    service_url: Mapped[str | None] = mapped_column(String(400))
    teams_type: Mapped[str | None] = mapped_column(String(40))
    organizer_oid: Mapped[str | None] = mapped_column(String(64), index=True)
    organizer_mri: Mapped[str | None] = mapped_column(String(200))
    organizer_tenant: Mapped[str | None] = mapped_column(String(64))
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(20), default="coming")  # coming, cancelled, past
    app_installed: Mapped[bool] = mapped_column(Boolean, default=False)
    dial_in: Mapped[bool | None]
    phone_possible: Mapped[bool | None]  # what the employee says; None = not asked
    block_state: Mapped[str] = mapped_column(String(20), default="checking")
    block_reason: Mapped[str] = mapped_column(String(40), default="")
    block_read_at: Mapped[datetime | None]
    watched_until: Mapped[datetime | None]  # recording marks have been read up to here
    version: Mapped[int] = mapped_column(Integer, default=1)
    created_at: Mapped[datetime]
    __mapper_args__ = {"version_id_col": version}


class Occurrence(Base):
    """One time the meeting really ran. A recurring series has one chat and many occurrences."""

    __tablename__ = "occurrences"
    id: Mapped[UUID] = _id()
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"), index=True)
    started_at: Mapped[datetime]
    noticed_by: Mapped[str] = mapped_column(String(20))  # event, clock
    ended_at: Mapped[datetime | None]
    announced_at: Mapped[datetime | None]
    # The wishes the meeting was told of last; [] after it was told that none holds any more.
    announced_for: Mapped[list[str] | None] = mapped_column(JSONB)
    tellings: Mapped[int] = mapped_column(Integer, default=0)  # how often the meeting was told
    __table_args__ = (
        Index(
            "uq_occurrences_running", "meeting_id", unique=True, postgresql_where="ended_at IS NULL"
        ),
    )


class Request(Base):
    """A wish to record. ``state`` as texts/views RequestState. Personal text is in ``personal``:
    citizen_name, contact, ground, ground_text, own_words, companion."""

    __tablename__ = "requests"
    id: Mapped[UUID] = _id()
    number: Mapped[str] = mapped_column(String(20), unique=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"), index=True)
    department: Mapped[str] = mapped_column(String(100))
    registered_by: Mapped[str] = mapped_column(String(64))
    caseworker_oid: Mapped[str | None] = mapped_column(String(64), index=True)
    state: Mapped[str] = mapped_column(String(30))
    late: Mapped[bool] = mapped_column(Boolean, default=False)
    answer_by: Mapped[str] = mapped_column(String(20))
    profile_id: Mapped[str] = mapped_column(String(60))
    profile_version: Mapped[int] = mapped_column(Integer)
    approver_oid: Mapped[str | None] = mapped_column(String(64))
    deputy_oid: Mapped[str | None] = mapped_column(String(64))  # set once the deputy is active
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    # criterion -> for, against or neutral; before the decision per person: oid -> the same
    verdicts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    answer_state: Mapped[str] = mapped_column(String(20), default="none")
    answer_at: Mapped[datetime | None]
    answer_how: Mapped[str | None] = mapped_column(String(30))
    announced_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]  # start of the first occurrence it was announced in
    note_copied_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    inbound_key: Mapped[str | None] = mapped_column(String(64))  # the delivery it came with
    version: Mapped[int] = mapped_column(Integer, default=1)
    __mapper_args__ = {"version_id_col": version}


class ContactWishRow(Base):
    """Somebody in a meeting chat pressed *Jeg vil gerne optage*. ``person_key`` is a keyed hash."""

    __tablename__ = "contact_wishes"
    id: Mapped[UUID] = _id()
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"))
    person_key: Mapped[str] = mapped_column(String(64))
    anonymous: Mapped[bool] = mapped_column(Boolean)
    request_id: Mapped[UUID | None] = mapped_column(ForeignKey("requests.id"))
    created_at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("meeting_id", "person_key"),)


class Informed(Base):
    """The informed ledger: one row per occurrence and person (B20). The name is in ``personal``.

    ``grade``: none, posted, accepted, prompt_completed, confirmed.
    """

    __tablename__ = "informed"
    id: Mapped[UUID] = _id()
    occurrence_id: Mapped[UUID] = mapped_column(ForeignKey("occurrences.id"))
    person_key: Mapped[str] = mapped_column(String(64))
    mri: Mapped[str | None] = mapped_column(String(200))
    oid: Mapped[str | None] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(20))
    grade: Mapped[str] = mapped_column(String(20), default="none")
    channel: Mapped[str] = mapped_column(String(20), default="")
    evidence: Mapped[str] = mapped_column(String(400), default="")
    informed_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("occurrence_id", "person_key"),)


class Incident(Base):
    """Teams recording was started in a meeting, or may have been. Running until its end is seen.

    ``noticed_by`` switch: recording stood switched on in a running meeting whose chat cannot be
    read. ``started_at`` is then when that was seen, otherwise the time of the chat's own mark.
    """

    __tablename__ = "incidents"
    id: Mapped[UUID] = _id()
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"), index=True)
    noticed_at: Mapped[datetime]
    noticed_by: Mapped[str] = mapped_column(String(20))  # chat_message, switch
    started_at: Mapped[datetime]
    mark_id: Mapped[str | None] = mapped_column(String(200))
    end_mark_id: Mapped[str | None] = mapped_column(String(200))
    initiator_oid: Mapped[str | None] = mapped_column(String(64))
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str | None] = mapped_column(String(20))  # chat_message, person
    watch_ended_at: Mapped[datetime | None]  # given up looking for the end, which was not seen
    switch: Mapped[str] = mapped_column(String(20), default="unverifiable")
    __table_args__ = (UniqueConstraint("meeting_id", "mark_id"),)


class Task(Base):
    """Something a named person must do. ``kind`` as texts/views TaskCard."""

    __tablename__ = "tasks"
    id: Mapped[UUID] = _id()
    request_id: Mapped[UUID] = mapped_column(ForeignKey("requests.id"), index=True)
    kind: Mapped[str] = mapped_column(String(30))
    owner_oid: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    done_by: Mapped[str | None] = mapped_column(String(64))
    __table_args__ = (UniqueConstraint("request_id", "kind"),)


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


class GroundLook(Base):
    """Who looked at a ground, and when."""

    __tablename__ = "ground_looks"
    id: Mapped[UUID] = _id()
    request_id: Mapped[UUID] = mapped_column(ForeignKey("requests.id"), index=True)
    oid: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


class Inbound(Base):
    """Activities already carried out, for de-duplication (teams-platform 9)."""

    __tablename__ = "inbound"
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[datetime]


class Personal(Base):
    """One sealed personal field. ``owner_id`` is the row it belongs to, ``case_id`` the case whose
    journal holds its commitment; ``salt`` opens that commitment and goes with the field."""

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
