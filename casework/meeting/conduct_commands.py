"""Commands of the employee during a meeting: what was said, what happened, the own recording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from casework.command_kinds import PersonCommand, RequestCommand


@dataclass(frozen=True, kw_only=True)
class ShowGuide(PersonCommand):
    """The employee opens *Under mødet*; without ``meeting_id`` that of the meeting she is in."""

    meeting_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class BeginElsewhere(PersonCommand):
    """A talk outside Teams begins now that nobody told of: ``form`` has its ``kind``."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ShowSituation(PersonCommand):
    """Something happens in the meeting: ``form`` has ``situation``, one of casework/meeting/conduct.py."""

    meeting_id: UUID
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class NoteSituation(PersonCommand):
    """The steps are done: ``form`` has ``situation``, ``what`` and, where it was asked for, ``who``."""

    meeting_id: UUID
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class NoteGuidance(PersonCommand):
    """The guidance on passing on was said, or was not: then ``form`` has ``not_guided_why`` (C19)."""

    meeting_id: UUID
    given: bool
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class NoteTurn(PersonCommand):
    """The switch *Vejledning / Afgørelse*: ``form`` has ``turn``, guiding or deciding (C18)."""

    meeting_id: UUID
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class NoteOralDecision(PersonCommand):
    """An oral decision was made: ``form`` has ``decision_text`` (C17)."""

    meeting_id: UUID
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ExplainRecording(PersonCommand):
    """Why staff started to record in Teams: ``form`` has ``why`` (C4)."""

    incident_id: UUID
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ShowIncident(PersonCommand):
    """Somebody who was told of a recording in Teams wants to see how it stands."""

    incident_id: UUID


@dataclass(frozen=True, kw_only=True)
class ShowRecordingFile(PersonCommand):
    """Whoever decides on the file of a recording wants to say what happened to it."""

    incident_id: UUID


@dataclass(frozen=True, kw_only=True)
class OpenRecordingFile(PersonCommand):
    """Whoever decides on the file of a recording wants to go to it; ``form``: what is typed already."""

    incident_id: UUID
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class DecideFile(PersonCommand):
    """What was done with the file: ``form`` has ``outcome`` and, when it is kept, ``kept_why``."""

    incident_id: UUID
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class AnswerNoteTaker(PersonCommand):
    """The organizer says what it is that seems to take notes: ``form`` may have ``stays_why``."""

    note_taker_id: UUID
    answer: Literal["asked_out", "stays", "no_bot"]
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ShowOwnRecording(RequestCommand):
    """The employee opens the steps of the municipality's own recording (A15)."""


@dataclass(frozen=True, kw_only=True)
class TickOwnRecording(RequestCommand):
    """One of its steps is done."""

    step: Literal["started", "stopped", "deleted"]
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SaveOwnRecording(RequestCommand):
    """``place`` and ``delete_on``; or, with ``not_made``, ``not_made_why``."""

    not_made: bool = False
    form: Mapping[str, str] = field(default_factory=dict)
