"""The tables.

Personal text (names of citizens, contact data, grounds, own words, notes, reasons, letters) stands in
``personal`` alone, sealed field by field, so that it can be deleted without touching the course of a
case. Everything else is course: states, times, ids, codes. All times are UTC.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base
from store.base import new_id as _id
from store.call_tables import Call, Seat, Spoken
from store.incident_tables import IncidentStep, NoteTaker, RecordedPerson
from store.keeping_tables import Deletion, LegalHold, PersonExport
from store.plumbing import (
    Budget,
    Card,
    Effect,
    Inbound,
    JournalEntry,
    JournalHead,
    JournalRoot,
    JournalRooted,
    Personal,
)
from store.post_tables import UnsurePost
from store.told import Evidence, PrintLink, SaidLine, Telling
from store.watch_tables import NotificationKey, Subscription

__all__ = [
    "Base",
    "Budget",
    "Call",
    "Card",
    "Chat",
    "Colleague",
    "ContactWishRow",
    "Deletion",
    "Effect",
    "Errand",
    "Evidence",
    "GroundLook",
    "Inbound",
    "Incident",
    "IncidentStep",
    "Informed",
    "JournalEntry",
    "JournalHead",
    "JournalRoot",
    "JournalRooted",
    "LegalHold",
    "Mark",
    "Meeting",
    "NoteTaker",
    "NotificationKey",
    "Occurrence",
    "OwnRecording",
    "PersonExport",
    "Personal",
    "Precedent",
    "PrintLink",
    "RecordedPerson",
    "Request",
    "SaidLine",
    "Seat",
    "Spoken",
    "Subscription",
    "Task",
    "Telling",
    "UnsurePost",
]


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

    ``kind`` virtual, phone, in_person, home_visit. ``block_state`` and ``block_reason`` as in
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
    block_asked_at: Mapped[datetime | None] = mapped_column(
        index=True
    )  # Graph was asked last, whatever it answered
    held_at: Mapped[datetime | None]  # last read as held
    put_back: Mapped[int] = mapped_column(
        Integer, default=0, server_default="0"
    )  # how often a switch was put back
    put_back_at: Mapped[datetime | None]
    cameras: Mapped[str] = mapped_column(
        String(20), default="untouched", server_default="untouched"
    )  # off, unverifiable
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
    noticed_by: Mapped[str] = mapped_column(String(20))  # event, clock, call_event, chat
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
    """A wish to record, or the notice of it. ``state`` as texts/views RequestState. Personal text is in
    ``personal``: citizen_name, contact, ground, ground_text, own_words, companion.

    ``relation`` citizen or employee (C1); of an employee's, ``caseworker_oid`` is the leader and
    ``requester_oid`` the employee. ``notice``: nobody had to grant it (C6). ``scope`` whole or
    own_part (C31). A refusal that takes two persons stands as a proposal until it is confirmed (C27):
    the wish holds as before meanwhile.
    """

    __tablename__ = "requests"
    id: Mapped[UUID] = _id()
    number: Mapped[str] = mapped_column(String(20), unique=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"), index=True)
    department: Mapped[str] = mapped_column(String(100))
    registered_by: Mapped[str] = mapped_column(String(64))
    caseworker_oid: Mapped[str | None] = mapped_column(String(64), index=True)
    relation: Mapped[str] = mapped_column(String(20), default="citizen")
    role: Mapped[str] = mapped_column(String(20), default="citizen")
    requester_oid: Mapped[str | None] = mapped_column(String(64), index=True)
    employee_type: Mapped[str | None] = mapped_column(String(40))  # of earlier releases; sealed now
    notice: Mapped[bool] = mapped_column(Boolean, default=False)
    others_affairs: Mapped[bool | None]  # others' private affairs come up (C15); None = not asked
    scope: Mapped[str] = mapped_column(String(20), default="whole")
    state: Mapped[str] = mapped_column(String(30))
    late: Mapped[bool] = mapped_column(Boolean, default=False)
    answer_by: Mapped[str] = mapped_column(String(20))
    profile_id: Mapped[str] = mapped_column(String(60))
    profile_version: Mapped[int] = mapped_column(Integer)
    approver_oid: Mapped[str | None] = mapped_column(String(64))
    deputy_oid: Mapped[str | None] = mapped_column(String(64))  # set once the deputy is active
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    refusal_ground: Mapped[str | None] = mapped_column(String(40))
    devices_out: Mapped[bool] = mapped_column(
        Boolean, default=False
    )  # told to leave devices outside
    proposed_by: Mapped[str | None] = mapped_column(String(64))  # who proposes not to allow it
    proposed_at: Mapped[datetime | None]
    confirmer_oid: Mapped[str | None] = mapped_column(String(64))  # who is asked to confirm
    confirmed_by: Mapped[str | None] = mapped_column(String(64))
    precedent_id: Mapped[UUID | None] = mapped_column(ForeignKey("precedents.id"))
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

    ``grade``: none, posted, accepted, prompt_completed, confirmed. It says how it stands now; how it
    came about is in ``evidence``. ``left_at``: when somebody without an id was seen to leave, of whom
    Teams or the call would tell that they are back, or since when somebody with one is known to be outside
    while something waits to be told; what is told from then on they do not hear.
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
    left_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("occurrence_id", "person_key"),)


class Incident(Base):
    """Teams recording was started in a meeting, or may have been. Running until its end is seen.

    ``noticed_by`` switch: recording stood switched on in a running meeting whose chat cannot be
    read. ``started_at`` is then when that was seen, otherwise the time of the chat's own mark, or
    of the file (``noticed_by`` file). ``file_state`` as in casework/meeting/files.py;
    ``file_outcome`` what ``decider_oid`` says was done: deleted, kept, not_ours, none. Why it is
    kept, and where the file lies, are in ``personal``.
    """

    __tablename__ = "incidents"
    id: Mapped[UUID] = _id()
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"), index=True)
    noticed_at: Mapped[datetime]
    noticed_by: Mapped[str] = mapped_column(String(20))  # chat_message, switch, file
    started_at: Mapped[datetime]
    mark_id: Mapped[str | None] = mapped_column(String(200))
    end_mark_id: Mapped[str | None] = mapped_column(String(200))
    initiator_oid: Mapped[str | None] = mapped_column(String(64))
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str | None] = mapped_column(String(20))  # chat_message, person, file
    watch_ended_at: Mapped[datetime | None]  # given up looking for the end, which was not seen
    switch: Mapped[str] = mapped_column(String(20), default="unverifiable")
    file_at: Mapped[datetime | None]  # when Graph told that a file of it is available
    decider_oid: Mapped[str | None] = mapped_column(String(64))  # who decides on the file
    file_state: Mapped[str] = mapped_column(String(20), default="", server_default="")
    file_id: Mapped[str | None] = mapped_column(String(400))  # Graph's callRecording
    file_outcome: Mapped[str | None] = mapped_column(String(20))
    file_outcome_at: Mapped[datetime | None]
    file_outcome_by: Mapped[str | None] = mapped_column(String(64))
    __table_args__ = (UniqueConstraint("meeting_id", "mark_id"),)


class Task(Base):
    """Something a named person must do. ``kind`` as texts/views TaskCard. It is about a request or,
    where nobody wished to record, about the meeting alone (C17)."""

    __tablename__ = "tasks"
    id: Mapped[UUID] = _id()
    request_id: Mapped[UUID | None] = mapped_column(ForeignKey("requests.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meetings.id"), index=True)
    kind: Mapped[str] = mapped_column(String(30))
    owner_oid: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    done_by: Mapped[str | None] = mapped_column(String(64))
    done_on: Mapped[date | None]  # the day it was done, as the person says (A3)
    __table_args__ = (UniqueConstraint("request_id", "kind"),)


class Mark(Base):
    """Something a person ticked or noted of a meeting: guidance given, an oral decision, a recording
    nobody had told of. ``kind`` as in casework/meeting/conduct.py; typed text is in ``personal``."""

    __tablename__ = "marks"
    id: Mapped[UUID] = _id()
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id"), index=True)
    request_id: Mapped[UUID | None] = mapped_column(ForeignKey("requests.id"))
    kind: Mapped[str] = mapped_column(String(40))
    by_oid: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)


class OwnRecording(Base):
    """The municipality's own sound recording of a meeting (A15), as steps. The file is never here;
    where it is kept (``place``) and why it is needed (``necessity``) are in ``personal``."""

    __tablename__ = "own_recordings"
    id: Mapped[UUID] = _id()
    request_id: Mapped[UUID] = mapped_column(ForeignKey("requests.id"), unique=True)
    owner_oid: Mapped[str] = mapped_column(String(64))
    started_at: Mapped[datetime | None]
    stopped_at: Mapped[datetime | None]
    not_made: Mapped[bool] = mapped_column(Boolean, default=False)  # said: none was made
    delete_on: Mapped[date | None]
    deleted_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Precedent(Base):
    """One earlier decision, without persons or free text (C10). ``quarter`` such as 2026-4.

    ``ground`` is the citizen's, empty when none was given; ``outcome`` granted, not_granted, own_part;
    ``against`` codes of what spoke against a recording, also where it was allowed.
    """

    __tablename__ = "precedents"
    id: Mapped[UUID] = _id()
    quarter: Mapped[str] = mapped_column(String(7))
    department: Mapped[str] = mapped_column(String(100))
    relation: Mapped[str] = mapped_column(String(20))
    meeting_kind: Mapped[str] = mapped_column(String(20))
    employee_type: Mapped[str | None] = mapped_column(String(40))
    ground: Mapped[str] = mapped_column(String(40))
    refusal_ground: Mapped[str | None] = mapped_column(String(40))
    outcome: Mapped[str] = mapped_column(String(20))
    against: Mapped[list[str]] = mapped_column(JSONB, server_default="[]")
    __table_args__ = (Index("ix_precedents_like", "relation", "ground"),)


class Errand(Base):
    """Something for a unit or HR/Jura that is no wish to record: ``kind`` printout, legal_question,
    misuse. ``state`` as in casework/afterwards/errands.py. Typed text is in ``personal``."""

    __tablename__ = "errands"
    id: Mapped[UUID] = _id()
    number: Mapped[str] = mapped_column(String(20), unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    department: Mapped[str] = mapped_column(String(100))
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meetings.id"))
    request_id: Mapped[UUID | None] = mapped_column(ForeignKey("requests.id"), index=True)
    created_by: Mapped[str] = mapped_column(String(64))
    owner_oid: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str | None] = mapped_column(String(64))
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    inbound_key: Mapped[str | None] = mapped_column(String(64))
    version: Mapped[int] = mapped_column(Integer, default=1)
    __mapper_args__ = {"version_id_col": version}


class GroundLook(Base):
    """Who looked at a ground, and when."""

    __tablename__ = "ground_looks"
    id: Mapped[UUID] = _id()
    request_id: Mapped[UUID] = mapped_column(ForeignKey("requests.id"), index=True)
    oid: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
