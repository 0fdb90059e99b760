"""What a person is shown, as data.

``casework/`` fills these, ``cards/`` draws them, ``bots/`` delivers them. They hold personal text only
where the person who gets the card may read it; no view for a meeting chat has a field for a ground.
Times are UTC; whoever draws shows them in Europe/Copenhagen. Input ids are named in the docstrings.
"""

from __future__ import annotations

from texts.views.asking import ContactWish, GroundShown, Queue, QueueItem, Registration, Welcome
from texts.views.case import AnswerState, Case, CaseNote, Handover, RequestState, TaskCard
from texts.views.common import Choice, Language, MeetingLine, NotYours, Toast, TryAgain, View
from texts.views.deciding import Assessment, CriterionLine, Decided, LetterPreview, Refusal, Verdict
from texts.views.meeting import (
    Announcement,
    BlockState,
    BotRemoved,
    Ledger,
    LedgerLine,
    MeetingMoved,
    MeetingStatus,
    RecordingState,
    RecordingWarning,
)

__all__ = [
    "Announcement",
    "AnswerState",
    "Assessment",
    "BlockState",
    "BotRemoved",
    "Case",
    "CaseNote",
    "Choice",
    "ContactWish",
    "CriterionLine",
    "Decided",
    "GroundShown",
    "Handover",
    "Language",
    "Ledger",
    "LedgerLine",
    "LetterPreview",
    "MeetingLine",
    "MeetingMoved",
    "MeetingStatus",
    "NotYours",
    "Queue",
    "QueueItem",
    "RecordingState",
    "RecordingWarning",
    "Refusal",
    "Registration",
    "RequestState",
    "TaskCard",
    "Toast",
    "TryAgain",
    "Verdict",
    "View",
    "Welcome",
]
