"""What is shown of a meeting: its status, what it is told, who has been told, what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from guidelines.problem import Problem
from texts.views.common import MeetingLine, View

BlockState = Literal["held", "unverifiable", "out_of_reach", "checking"]
RecordingState = Literal[
    "nobody_asked", "undecided", "permitted", "granted", "not_granted", "announced", "over",
]  # fmt: skip
RecordingNow = Literal["", "runs", "maybe", "unseen", "maybe_unseen", "said"]
"""Teams' own recording: it runs; it may; its end, or whether it was, was not seen and the call is over;
the organiser says that it does not run any more. Empty: none is known of, or its end was seen."""


@dataclass(frozen=True, kw_only=True)
class MeetingStatus(View):
    """The calm status card in the meeting chat. Names nobody before the announcement.

    ``block_reason`` (code, may be empty): one of ``cards.block.REASONS``. ``cameras``: the attendees',
    off and unverifiable only where the profile switches them off, else untouched.
    Button *Jeg vil gerne optage* (verb ``want_to_record``) unless ``state`` is ``over``; employees
    reach registration by ``register_open``.
    """

    meeting_id: UUID
    meeting: MeetingLine
    block: BlockState
    block_reason: str
    block_read_at: datetime | None
    state: RecordingState
    recorder: str = ""
    own_part: bool = False  # only what is about who records may be recorded (C31)
    pictures: Literal["", "sound_only", "recorded", "allowed", "ask"] = "sound_only"
    leave: Literal["notice", "agreement", "permission"] = "agreement"
    promises: tuple[str, ...] = ()  # kinds of tasks the guideline promises always (A3, B5)
    cameras: str = "untouched"
    paused: bool = False  # a break: nobody records for as long as it lasts (C12)
    recording_now: RecordingNow = ""


@dataclass(frozen=True, kw_only=True)
class Announcement(View):
    """Told to the meeting in Danish and English: who records (never why), sound only."""

    recorder: str
    paragraphs_da: tuple[str, ...]
    paragraphs_en: tuple[str, ...]
    late_joiner: str = ""
    revoked: Literal["", "notice", "agreement", "permission"] = ""
    """What no longer holds; empty while it does. Names nobody."""
    paused: bool = False  # a break: nobody records for as long as it lasts; names nobody
    video: bool = False  # pictures are taken too


@dataclass(frozen=True)
class LedgerLine:
    """One person in the informed ledger. ``grade``: none, posted, accepted, prompt_completed,
    confirmed. ``channel``: chat, in_meeting, spoken, read_aloud, unseen (perhaps there). ``kind``: member, guest, foreign,
    anonymous; phone (possibly somebody); caller, device, unknown (in the call); or who was entered by a
    person: recorder, companion, interpreter, representative, other. ``by``: who read it aloud."""

    name: str
    kind: str
    informed: bool
    grade: str
    channel: str
    at: datetime | None
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class Ledger(View):
    """The employee's personal card while a recorded meeting runs: who has been told, what to read
    aloud. Verbs ``read_aloud`` (``occurrence_id``), ``phone_possible`` / ``phone_impossible``
    (``meeting_id``), ``ledger`` (show again), ``script`` (line by line), ``listener_add`` (inputs
    ``listener_name``, ``listener_kind``), ``ledger_export``; in a break ``break_over``."""

    occurrence_id: UUID
    meeting_id: UUID
    meeting: MeetingLine
    lines: tuple[LedgerLine, ...]
    complete: bool
    phone_possible: bool
    script: tuple[str, ...]
    voice: str = ""  # where Lydhør's own call into the meeting stands (call_states.py); "" for none
    phone_said: bool = False  # only the employee's word makes it possible, so she can take it back
    paused_at: datetime | None = None
    stop_unsaid: bool = False  # in a break that Lydhør could not say aloud
    maybe_twice: bool = (
        False  # Teams did not answer, so what the meeting was told may stand there twice
    )
    given_up: bool = False  # nor whether it stands there at all, and it is not posted again
    blind: bool = False  # the app is out of the meeting: nobody sees who comes now
    round: str = ""  # which text stands on the card, and when the last of those on it came: a press
    seen: datetime | None = None  # confirms that text, for them
    changed: bool = False  # pressed with another text than holds now: it is to be read anew
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PutBack(View):
    """To the organiser: ``what`` was switched on in the meeting options and is off again, read back.
    ``times`` so far, of either; ``asked``: organiser and leader have been asked about it."""

    meeting: MeetingLine
    times: int
    at: datetime
    asked: bool
    what: Literal["recording", "transcription", "both"] = "recording"


@dataclass(frozen=True, kw_only=True)
class MeetingMoved(View):
    """To the employee: the meeting moved or was cancelled; what happens to the request (T19)."""

    request_id: UUID
    number: str
    meeting: MeetingLine
    cancelled: bool
    refused: bool = False  # a refusal stands, whatever becomes of its meeting


@dataclass(frozen=True, kw_only=True)
class BotRemoved(View):
    """To the employee: the app was removed from a meeting, and nobody sees there whether Teams records.
    With a granted recording: read ``script`` aloud. Verb ``script``: line by line, with who heard it."""

    meeting_id: UUID
    meeting: MeetingLine
    script: tuple[str, ...]
    running: bool = False  # the meeting runs: those who come now are not told
