"""What a case note is made of: plain facts, as they were recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from texts.views import AnswerState, Language, LedgerLine, MeetingLine, RequestState


@dataclass(frozen=True)
class IncidentFacts:
    """Teams recording was started; ``ended_at`` None while its end has not been seen.

    ``certain`` False: recording stood switched on, and nobody could see whether it was used.
    ``seen_by`` person: the end is the organizer's word; ``who`` is their name, if it is known.
    """

    noticed_at: datetime
    ended_at: datetime | None
    certain: bool = True
    seen_by: str = "chat_message"
    who: str = ""


@dataclass(frozen=True)
class MarkFacts:
    """Something a person ticked or noted of the meeting; ``kind`` as in casework/meeting/conduct.py, ``by``
    a name, ``text`` what was typed, empty where nothing was."""

    kind: str
    at: datetime
    by: str = ""
    text: str = ""


@dataclass(frozen=True)
class OwnFacts:
    """The steps of the municipality's own sound recording (A15). None or empty: not noted.

    ``necessity``: why it was needed; of one that was not made, why it was not.
    """

    started_at: datetime | None = None
    stopped_at: datetime | None = None
    not_made: bool = False
    place: str = ""
    delete_on: date | None = None
    necessity: str = ""


@dataclass(frozen=True)
class TaskFacts:
    """Something that was promised: minutes, printout … ``done_on`` None while it is open."""

    kind: str
    done_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NoteFacts:
    """What the note tells. ``meeting_kind``: virtual, phone, in_person, home_visit.

    ``relation`` citizen or employee; of an employee's talk the note goes into the personnel file
    (C1, C29). ``notice``: nobody had to grant the wish (C6). ``verdicts`` and ``notes`` are by
    criterion id, ``parts`` (what was written of a no) by part id. ``confirmed_by``: who decided it
    too (C27). ``ledger`` holds one line per person, and the phone row if there is one. ``answer_how``
    and ``answer_given_by`` are what was recorded at delivery; ``answer_at`` is when it was delivered,
    or sent while that is all that is known.
    """

    number: str
    meeting: MeetingLine
    meeting_kind: str
    citizen_name: str
    asked_at: datetime
    registered_by: str
    written_by: str
    written_at: datetime
    state: RequestState
    relation: str = "citizen"
    employee_type: str = ""
    notice: bool = False
    late: bool = False
    video: str = ""  # asked, accepted, declined, allowed
    new_facts: str = ""  # what was new since a refusal of the same talk (C27)
    decided_by: str = ""
    decided_at: datetime | None = None
    confirmed_by: str = ""
    verdicts: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()  # criteria whose words this reader does not see (B16)
    refusal_ground: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    deviation: str = ""
    partial: bool = False
    devices_out: bool = False
    devices_place: str = ""
    answer: AnswerState = "none"
    answer_at: datetime | None = None
    answer_how: str = ""
    answer_given_by: str = ""
    told_terms: bool = False  # what to know was gone through with the yes (A19)
    started_at: datetime | None = None
    ended_at: datetime | None = None
    cancelled: bool = False
    announced_at: datetime | None = None
    read_aloud_at: datetime | None = None
    spoken_at: datetime | None = None  # when Lydhør had first said it in the call
    heard_by: Sequence[str] = ()  # who heard that to its end, by name
    maybe_twice: bool = False  # what the meeting was told may stand in its chat twice
    ledger: Sequence[LedgerLine] = ()
    incidents: Sequence[IncidentFacts] = ()
    marks: Sequence[MarkFacts] = ()
    own: OwnFacts | None = None
    tasks: Sequence[TaskFacts] = ()
    language: Language = "da"

    @property
    def refused(self) -> bool:
        """Whether the wish was not met, wholly or for a part (C31)."""
        return self.state == "not_granted" or (self.partial and self.state in ("granted", "lapsed"))

    @property
    def unasked(self) -> bool:
        """Whether the recording only became known in the meeting (C21)."""
        return any(mark.kind == "undisclosed" for mark in self.marks)

    @property
    def took_place(self) -> bool:
        """Whether the meeting has begun, as far as anybody knows."""
        if self.cancelled and self.started_at is None and not self.marks:
            return False
        begins = self.started_at or self.meeting.starts_at
        return bool(self.marks) or (begins is not None and begins <= self.written_at)
