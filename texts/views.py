"""What a person is shown, as data.

``casework/`` fills these, ``cards/`` draws them, ``bots/`` delivers them. They hold personal text only
where the person who gets the card may read it; no view for a meeting chat has a field for a ground.
Times are UTC; whoever draws shows them in Europe/Copenhagen. Input ids are named in the docstrings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from guidelines.problem import Problem

Language = Literal["da", "en"]


@dataclass(frozen=True)
class Choice:
    """One choice in a list: the value sent back and the words shown."""

    id: str
    label: str


@dataclass(frozen=True)
class MeetingLine:
    """A meeting as people recognise it. ``title`` may be empty; ``ends_at`` may be unknown."""

    title: str
    starts_at: datetime | None
    ends_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class View:
    """Common to all views."""

    language: Language = "da"


@dataclass(frozen=True, kw_only=True)
class Welcome(View):
    """Personal chat: what the bot is for. Buttons: register, queue (if any), help."""

    name: str
    has_queue: bool
    notice: str = ""  # code of one sentence on top (``notice.<code>``), e.g. registered


@dataclass(frozen=True, kw_only=True)
class Toast(View):
    """A short answer to a press. ``code`` names the sentence (``toast.<code>``)."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


BlockState = Literal["held", "unverifiable", "out_of_reach", "checking"]
RecordingState = Literal["nobody_asked", "undecided", "granted", "not_granted", "announced", "over"]


@dataclass(frozen=True, kw_only=True)
class MeetingStatus(View):
    """The calm status card in the meeting chat. Names nobody before the announcement.

    ``block_reason`` (code, may be empty): foreign_organizer, access_policy_missing,
    permission_missing, meeting_unknown, instant_meeting, no_answer, switched_on_again.
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


@dataclass(frozen=True, kw_only=True)
class Registration(View):
    """The registration form. Input ids: ``meeting`` (one of ``meetings``; ``other`` = not in Teams:
    then ``meeting_date``, ``meeting_time`` and ``meeting_kind`` phone/in_person/virtual), ``citizen_name``,
    ``answer_by`` (email/handed_over/spoken), ``contact`` (mail address or phone number), ``ground``,
    ``ground_text`` (asked for when ground is ``other``), ``companion``, ``own_words``, ``caseworker``
    (``me``/``department``), ``phone_possible`` (``true``/``false``). Verb ``register_submit``."""

    meetings: tuple[Choice, ...]
    grounds: tuple[Choice, ...]
    values: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    wish_id: UUID | None = None


RequestState = Literal[
    "received", "under_assessment", "awaiting_information", "awaiting_leader",
    "granted", "not_granted", "withdrawn", "lapsed",
]  # fmt: skip
AnswerState = Literal["none", "ready", "sent", "delivered", "failed"]


@dataclass(frozen=True, kw_only=True)
class Case(View):
    """The employee's card for one request. No ground on it; ``may_see_ground`` offers the button.

    Buttons by state: ``ground`` (see the ground, logged), ``handover_open`` (record delivery),
    ``withdraw``, ``queue_take`` when ``in_queue``, ``note`` (case note) after the meeting.
    ``waiting_for`` is the name of the person asked. ``block``/``block_reason`` as in MeetingStatus.
    """

    request_id: UUID
    version: int
    number: str
    meeting: MeetingLine
    citizen_name: str
    state: RequestState
    late: bool
    in_queue: bool
    waiting_for: str
    answer: AnswerState
    answer_by: str
    may_see_ground: bool
    decided_by: str = ""
    decided_at: datetime | None = None
    block: BlockState | None = None
    block_reason: str = ""
    notice: str = ""  # code of one sentence on top (``notice.<code>``), e.g. sent, moved
    note_ready: bool = False  # the meeting is over: the case note can be read


@dataclass(frozen=True, kw_only=True)
class QueueItem:
    """One wish without a caseworker."""

    request_id: UUID
    number: str
    meeting: MeetingLine
    citizen_name: str
    received_at: datetime
    late: bool


@dataclass(frozen=True, kw_only=True)
class Queue(View):
    """The department's queue (B17). Verb ``queue_take`` with ``request_id``. ``taken``: it stands
    where a wish stood that a colleague has taken."""

    department: str
    items: tuple[QueueItem, ...]
    taken: bool = False


@dataclass(frozen=True, kw_only=True)
class ContactWish(View):
    """Personal card to the organiser: somebody in the meeting wants to record. ``wish_open`` opens
    the registration with the name filled in. Proves nobody's identity, and says so."""

    wish_id: UUID
    meeting: MeetingLine
    name: str
    anonymous: bool
    handled: bool = False


@dataclass(frozen=True, kw_only=True)
class GroundShown(View):
    """What lies behind the wish; shown only to who may read it, every look logged."""

    request_id: UUID
    number: str
    ground: str
    ground_text: str
    own_words: str
    companion: str
    readers: tuple[tuple[str, datetime], ...] = ()


Verdict = Literal["", "for", "against", "neutral"]


@dataclass(frozen=True)
class CriterionLine:
    """One criterion of the assessment. Inputs ``verdict.<id>`` and ``note.<id>``."""

    id: str
    label: str
    help: str
    verdict: Verdict
    note: str


@dataclass(frozen=True, kw_only=True)
class Assessment(View):
    """The decider's card. Verbs ``grant`` and ``refuse_open``; carries ``request_id``, ``version``.

    ``asked_as``: approver or deputy. ``presumption``: profile text above the criteria, may be empty.
    """

    request_id: UUID
    version: int
    number: str
    asked_as: Literal["approver", "deputy"]
    meeting: MeetingLine
    late: bool
    citizen_name: str
    registered_by: str
    ground: str
    ground_text: str
    own_words: str
    companion: str
    criteria: tuple[CriterionLine, ...]
    problems: tuple[Problem, ...] = ()
    notice: str = ""
    presumption: str = ""


@dataclass(frozen=True, kw_only=True)
class Refusal(View):
    """The two questions of a refusal. Inputs ``need`` and ``weighing``; verbs ``refuse_preview``,
    ``assessment_reopen``. ``ground``/``own_words`` stand above, so that the answer can meet them."""

    request_id: UUID
    version: int
    number: str
    meeting: MeetingLine
    citizen_name: str
    ground: str
    ground_text: str
    own_words: str
    need: str
    weighing: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LetterPreview(View):
    """The letter before it is sent. Verbs ``refuse_confirm`` (carries need and weighing) and
    ``refuse_open`` (back to the two fields)."""

    request_id: UUID
    version: int
    number: str
    subject: str
    paragraphs: tuple[str, ...]
    need: str
    weighing: str
    answer_by: str


@dataclass(frozen=True, kw_only=True)
class Decided(View):
    """The decider's card after the decision (by whomever)."""

    request_id: UUID
    number: str
    meeting: MeetingLine
    state: RequestState
    decided_by: str
    decided_at: datetime | None
    by_you: bool


@dataclass(frozen=True, kw_only=True)
class NotYours(View):
    """A friendly "this lies with somebody else". Shown in place of the card to that person only."""

    who: str


@dataclass(frozen=True, kw_only=True)
class Handover(View):
    """Records that the answer reached the citizen. Inputs ``how`` (spoken/handed_over/email_confirmed/
    letter), ``date`` (ISO), ``time`` (HH:MM), ``who`` (who gave it). Verb ``handover_save``.
    ``paragraphs`` is the letter to read aloud or hand over."""

    request_id: UUID
    version: int
    number: str
    citizen_name: str
    paragraphs: tuple[str, ...]
    values: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Announcement(View):
    """Told to the meeting in Danish and English: who records (never why), sound only."""

    recorder: str
    paragraphs_da: tuple[str, ...]
    paragraphs_en: tuple[str, ...]
    late_joiner: str = ""
    revoked: bool = False  # the agreement no longer holds; names nobody


@dataclass(frozen=True)
class LedgerLine:
    """One person in the informed ledger. ``grade``: none, posted, accepted, prompt_completed,
    confirmed. ``channel``: chat, in_meeting, spoken, read_aloud. ``kind``: member, guest, anonymous, phone."""

    name: str
    kind: str
    informed: bool
    grade: str
    channel: str
    at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Ledger(View):
    """The employee's personal card while a recorded meeting runs: who has been told, what to read
    aloud. Verbs ``read_aloud`` (``occurrence_id``), ``phone_possible`` / ``phone_impossible``
    (``meeting_id``), ``ledger`` (show again)."""

    occurrence_id: UUID
    meeting_id: UUID
    meeting: MeetingLine
    lines: tuple[LedgerLine, ...]
    complete: bool
    phone_possible: bool
    script: tuple[str, ...]
    phone_said: bool = False  # only the employee's word makes it possible, so she can take it back


@dataclass(frozen=True, kw_only=True)
class RecordingWarning(View):
    """To organiser and leader: Teams recording was started (T10). ``running`` until its end is
    seen. ``switch``: ``off_again`` (read back), ``still_on`` or ``unverifiable``.
    Verb ``recording_stopped`` (``incident_id``) for the organiser only (``may_confirm``).
    ``noticed_by`` switch: recording stood open and the chat cannot be read, so it is not known
    whether anybody records. ``ended_by`` person: the organiser says so, nobody has seen it.
    ``watched`` False: the end was not seen, and is not looked for any more. ``organizer_told``
    False: this warning has not reached the organiser."""

    incident_id: UUID
    meeting: MeetingLine
    noticed_at: datetime
    running: bool
    ended_at: datetime | None
    switch: Literal["off_again", "still_on", "unverifiable"]
    may_confirm: bool
    noticed_by: Literal["chat_message", "switch"] = "chat_message"
    ended_by: Literal["", "chat_message", "person"] = ""
    watched: bool = True
    organizer_told: bool = True


@dataclass(frozen=True, kw_only=True)
class CaseNote(View):
    """The note for the case, ready to copy. Verb ``note_copied`` (``request_id``)."""

    request_id: UUID
    number: str
    text: str
    copied: bool


@dataclass(frozen=True, kw_only=True)
class TaskCard(View):
    """Something a person must do. ``kind`` as in ``cards/task.py``: printout, answer_failed …
    Verb ``task_done`` (``task_id``)."""

    task_id: UUID
    kind: str
    number: str
    meeting: MeetingLine
    citizen_name: str
    done: bool


@dataclass(frozen=True, kw_only=True)
class MeetingMoved(View):
    """To the employee: the meeting moved or was cancelled; what happens to the request (T19)."""

    request_id: UUID
    number: str
    meeting: MeetingLine
    cancelled: bool


@dataclass(frozen=True, kw_only=True)
class BotRemoved(View):
    """To the employee: the app was removed from a meeting with a granted recording; read aloud."""

    meeting: MeetingLine
    script: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TryAgain(View):
    """Nothing was stored (database away). Stands where the pressed card stood and carries the press:
    ``verb`` and ``data`` as sent."""

    verb: str = ""
    data: Mapping[str, str | int] = field(default_factory=dict)
