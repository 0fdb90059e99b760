"""Everything a person or Microsoft does, as data.

A command says what happened and who did it. The door builds it from a verified activity; a handler
carries it out in one database transaction. Identifiers inside a command are never trusted: the
handler loads the stored state and checks the actor against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from casework.afterwards.errand_commands import (
    AnswerLegal,
    AskLegal,
    AssessMisuse,
    CloseErrand,
    CompleteTask,
    ErrandCommand,
    OpenCompanion,
    OpenLegalQuestion,
    OpenMisuse,
    OpenPrintout,
    PassOnErrand,
    RegisterPrintout,
    ReportMisuse,
    SetCompanion,
    ShowErrand,
    ShowPractice,
    ShowTask,
    TakeErrand,
)
from casework.afterwards.want_commands import NoteGuidanceAfterwards, OpenWants, SaveWants
from casework.asking.intake_commands import (
    AddGround,
    AnswerVideo,
    ConfirmRead,
    OpenEmployeeNotice,
    OpenGround,
    ShowReceipt,
    TellAnew,
    TellAsEmployee,
    WithdrawOwn,
)
from casework.command_kinds import Actor, Command, Kind, PersonCommand, RequestCommand
from casework.deciding.refusal_commands import (
    AgreeRefusal,
    ChooseRefusalGround,
    DisagreeRefusal,
    TakeBackRefusal,
)
from casework.keeping.keeping_commands import (
    ExportPerson,
    HoldCase,
    LiftHold,
    ShowKeeping,
    ShowLooks,
)
from casework.meeting.call_commands import CallReported
from casework.meeting.conduct_commands import (
    AnswerNoteTaker,
    BeginElsewhere,
    DecideFile,
    ExplainRecording,
    NoteGuidance,
    NoteOralDecision,
    NoteSituation,
    NoteTurn,
    OpenRecordingFile,
    SaveOwnRecording,
    ShowGuide,
    ShowIncident,
    ShowOwnRecording,
    ShowRecordingFile,
    ShowSituation,
    TickOwnRecording,
)
from casework.meeting.script_commands import (
    AddListener,
    BeginTalk,
    DropListener,
    EndBreak,
    EndTalk,
    ExportLedger,
    FindLedger,
    OpenTalk,
    PrintScript,
    ShowScript,
    StartScript,
    TellListeners,
    TickLine,
)
from casework.meeting.signal_commands import GraphLifecycle, GraphTold, GraphUnreadable

__all__ = [
    "Actor",
    "AddGround",
    "AddListener",
    "AgreeRefusal",
    "AnswerLegal",
    "AnswerNoteTaker",
    "AnswerVideo",
    "AskLegal",
    "AssessMisuse",
    "BeginElsewhere",
    "BeginTalk",
    "CallReported",
    "ChooseRefusalGround",
    "CloseErrand",
    "Command",
    "CompleteTask",
    "ConfirmRead",
    "DecideFile",
    "DisagreeRefusal",
    "DropListener",
    "EndBreak",
    "EndTalk",
    "ErrandCommand",
    "ExplainRecording",
    "ExportLedger",
    "ExportPerson",
    "FindLedger",
    "GraphLifecycle",
    "GraphTold",
    "GraphUnreadable",
    "HoldCase",
    "Kind",
    "LiftHold",
    "NoteGuidance",
    "NoteGuidanceAfterwards",
    "NoteOralDecision",
    "NoteSituation",
    "NoteTurn",
    "OpenCompanion",
    "OpenEmployeeNotice",
    "OpenGround",
    "OpenLegalQuestion",
    "OpenMisuse",
    "OpenPrintout",
    "OpenRecordingFile",
    "OpenTalk",
    "OpenWants",
    "PassOnErrand",
    "PersonCommand",
    "PrintScript",
    "RegisterPrintout",
    "ReportMisuse",
    "RequestCommand",
    "SaveOwnRecording",
    "SaveWants",
    "SetCompanion",
    "ShowErrand",
    "ShowGuide",
    "ShowIncident",
    "ShowKeeping",
    "ShowLooks",
    "ShowOwnRecording",
    "ShowPractice",
    "ShowReceipt",
    "ShowRecordingFile",
    "ShowScript",
    "ShowSituation",
    "ShowTask",
    "StartScript",
    "TakeBackRefusal",
    "TakeErrand",
    "TellAnew",
    "TellAsEmployee",
    "TellListeners",
    "TickLine",
    "TickOwnRecording",
    "WithdrawOwn",
]
"""From the neighbouring files; the commands themselves stand below."""

# --- what Teams tells -------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class BotAddedToMeeting(Command):
    """The app was installed in a meeting chat (perhaps while the meeting is already running)."""

    chat_id: str
    teams_meeting_id: str | None
    service_url: str


@dataclass(frozen=True, kw_only=True)
class BotRemovedFromMeeting(Command):
    """The app was removed from a meeting chat."""

    chat_id: str


@dataclass(frozen=True, kw_only=True)
class BotAddedToPerson(Command):
    """The app was installed for a person: their personal chat with the bot is now known."""

    actor: Actor
    conversation_id: str
    service_url: str


@dataclass(frozen=True, kw_only=True)
class BotRemovedFromPerson(Command):
    """The app was removed from a person's Teams."""

    actor: Actor


@dataclass(frozen=True, kw_only=True)
class MeetingStarted(Command):
    """``meetingStart``: the call in the meeting began (teams-platform 1.1). ``told``: Teams said when; else
    ``at`` is when it sent the event, which may be late."""

    chat_id: str
    teams_meeting_id: str | None
    service_url: str
    at: datetime
    told: bool = True


@dataclass(frozen=True, kw_only=True)
class MeetingEnded(Command):
    """``meetingEnd``: the call in the meeting ended."""

    chat_id: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class PeopleJoined(Command):
    """People entered the call (participant event), or the chat roster (``in_call=False``)."""

    chat_id: str
    people: tuple[Actor, ...]
    in_call: bool
    at: datetime


@dataclass(frozen=True, kw_only=True)
class PeopleLeft(Command):
    """People left the call."""

    chat_id: str
    people: tuple[Actor, ...]
    at: datetime


# --- what people do ---------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class ShowMenu(PersonCommand):
    """A person wrote to the bot, or asked for help."""

    text: str = ""


@dataclass(frozen=True, kw_only=True)
class OpenRegistration(PersonCommand):
    """An employee wants to register a citizen's wish; from a contact wish if one is named."""

    wish_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class RegisterRequest(PersonCommand):
    """The registration form as typed (field ids: texts/views RegistrationView)."""

    form: Mapping[str, str]
    wish_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ExpressContactWish(PersonCommand):
    """Somebody in the meeting chat pressed *Jeg vil gerne optage*. No request, no ground."""


@dataclass(frozen=True, kw_only=True)
class ShowQueue(PersonCommand):
    """An employee opens the department's queue (B17)."""


@dataclass(frozen=True, kw_only=True)
class TakeFromQueue(PersonCommand):
    """An employee takes a wish out of the department's queue."""

    request_id: UUID


@dataclass(frozen=True, kw_only=True)
class ShowCase(RequestCommand):
    """The employee or decider wants the current card."""


@dataclass(frozen=True, kw_only=True)
class LookAtGround(RequestCommand):
    """An entitled person looks at the ground; the look is logged."""


@dataclass(frozen=True, kw_only=True)
class Grant(RequestCommand):
    """*Giv lov*. ``form`` holds ``verdict.<criterion>`` and ``note.<criterion>``."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class BeginRefusal(RequestCommand):
    """*Giv ikke lov*, from the assessment or the case card: the reasons are asked for next. ``form``
    may say where it comes ``from``: preview or parts."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class PreviewRefusal(RequestCommand):
    """The reasons are written (``ground``, ``part.<id>`` …); the letter is to be shown."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Refuse(RequestCommand):
    """The letter was seen and is to be sent. ``form`` holds ``seen``, the mark of what was read."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ReopenAssessment(RequestCommand):
    """Back from the refusal to the assessment card; what was written is kept."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class WithdrawRequest(RequestCommand):
    """The citizen no longer wishes to record; the employee notes it."""


@dataclass(frozen=True, kw_only=True)
class OpenHandover(RequestCommand):
    """The employee wants to record that the answer reached the citizen."""


@dataclass(frozen=True, kw_only=True)
class RecordHandover(RequestCommand):
    """The answer reached the citizen: ``form`` has ``how``, ``date``, ``time``, ``who``."""

    form: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class NotePhonePossible(PersonCommand):
    """The organiser says whether somebody may be listening by phone."""

    meeting_id: UUID
    possible: bool


@dataclass(frozen=True, kw_only=True)
class ConfirmReadAloud(PersonCommand):
    """The employee has read the text aloud to everybody in the meeting, phone included. ``form``: what
    the card showed, ``round`` (which text) and ``seen`` (who came last)."""

    occurrence_id: UUID
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ShowLedger(PersonCommand):
    """The employee wants to see who has been told."""

    occurrence_id: UUID


@dataclass(frozen=True, kw_only=True)
class ConfirmRecordingStopped(PersonCommand):
    """The organiser says that the Teams recording has been stopped."""

    incident_id: UUID


@dataclass(frozen=True, kw_only=True)
class ShowNote(RequestCommand):
    """The employee wants the case note."""


@dataclass(frozen=True, kw_only=True)
class ConfirmNoteCopied(RequestCommand):
    """The case note has been copied into the record system; ``form`` has ``shown``, what it was."""

    form: Mapping[str, str] = field(default_factory=dict)
