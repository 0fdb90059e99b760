"""The verb table: what each button on a card means, and how its command is built.

Everything a card carries comes back from the client and proves nothing (teams-platform 8.2): ids are
only parsed here, and checked against the stored state by the handlers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from bots.incoming import Incoming, pick, pick_text
from casework import commands
from casework.commands import Actor, Command

ID_NAMES = (
    "request_id",
    "meeting_id",
    "occurrence_id",
    "incident_id",
    "task_id",
    "wish_id",
    "errand_id",
    "note_taker_id",
)
OPERATION = "operation"
"""Under this name a button sends which posting it came from (``presenter``)."""
NOT_INPUT = frozenset({*ID_NAMES, OPERATION, "version", "verb", "action", "msteams", "trigger"})
MOST_INPUTS = 80
LONGEST_INPUT = 8000
LARGEST_VERSION = 2**31 - 1
_OPERATION = re.compile(r"[0-9a-f]{16}")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


@dataclass(frozen=True)
class Verb:
    """How one verb becomes a command.

    ``needs``/``may_have``: ids taken from the card's data. ``form``: the command takes the typed
    inputs. ``looks``: changes nothing, so a card may send it by itself when it is shown, and a
    second delivery does no harm.
    """

    command: type[commands.PersonCommand]
    needs: tuple[str, ...] = ()
    may_have: tuple[str, ...] = ()
    form: bool = False
    looks: bool = False
    fixed: Mapping[str, Any] = field(default_factory=dict)


def _request(
    command: type[commands.RequestCommand], *, form: bool = False, looks: bool = False
) -> Verb:
    return Verb(command, ("request_id",), ("version",), form, looks)


def _own(fixed: Mapping[str, Any], command: type[commands.RequestCommand]) -> Verb:
    return Verb(command, ("request_id",), ("version",), form=True, fixed=fixed)


def _note_taker(answer: str) -> Verb:
    return Verb(
        commands.AnswerNoteTaker, needs=("note_taker_id",), form=True, fixed={"answer": answer}
    )


VERBS: Mapping[str, Verb] = {
    "menu": Verb(commands.ShowMenu, looks=True),
    "register_open": Verb(commands.OpenRegistration, may_have=("wish_id",)),
    "register_submit": Verb(commands.RegisterRequest, may_have=("wish_id",), form=True),
    "ground_open": _request(commands.OpenGround, looks=True),
    "ground_add": _request(commands.AddGround, form=True),
    "video_accept": Verb(
        commands.AnswerVideo, ("request_id",), ("version",), fixed={"accepted": True}
    ),
    "video_decline": Verb(
        commands.AnswerVideo, ("request_id",), ("version",), fixed={"accepted": False}
    ),
    "employee_open": Verb(commands.OpenEmployeeNotice),
    "employee_submit": Verb(commands.TellAsEmployee, form=True),
    "employee_receipt": _request(commands.ShowReceipt, looks=True),
    "employee_withdraw": _request(commands.WithdrawOwn),
    "employee_anew": _request(commands.TellAnew, form=True),
    "employee_read": _request(commands.ConfirmRead),
    "queue": Verb(commands.ShowQueue, looks=True),
    "queue_take": Verb(commands.TakeFromQueue, needs=("request_id",)),
    "want_to_record": Verb(commands.ExpressContactWish),
    "wish_open": Verb(commands.OpenRegistration, needs=("wish_id",)),
    "case": _request(commands.ShowCase, looks=True),
    "ground": _request(commands.LookAtGround),
    "grant": _request(commands.Grant, form=True),
    "refuse_open": _request(commands.BeginRefusal, form=True),
    "refuse_ground": _request(commands.ChooseRefusalGround, form=True),
    "refuse_preview": _request(commands.PreviewRefusal, form=True),
    "refuse_confirm": _request(commands.Refuse, form=True),
    "refuse_agree": _request(commands.AgreeRefusal, form=True),
    "refuse_disagree": _request(commands.DisagreeRefusal, form=True),
    "refuse_take_back": _request(commands.TakeBackRefusal),
    "assessment_reopen": _request(commands.ReopenAssessment, form=True),
    "withdraw": _request(commands.WithdrawRequest),
    "handover_open": _request(commands.OpenHandover),
    "handover_save": _request(commands.RecordHandover, form=True),
    "read_aloud": Verb(commands.ConfirmReadAloud, needs=("occurrence_id",), form=True),
    "phone_possible": Verb(
        commands.NotePhonePossible, needs=("meeting_id",), fixed={"possible": True}
    ),
    "phone_impossible": Verb(
        commands.NotePhonePossible, needs=("meeting_id",), fixed={"possible": False}
    ),
    "ledger": Verb(commands.ShowLedger, needs=("occurrence_id",), looks=True),
    "recording_stopped": Verb(commands.ConfirmRecordingStopped, needs=("incident_id",)),
    "recording_why": Verb(commands.ExplainRecording, needs=("incident_id",), form=True),
    "incident": Verb(commands.ShowIncident, needs=("incident_id",), looks=True),
    "recording_file": Verb(commands.ShowRecordingFile, needs=("incident_id",), looks=True),
    "file_open": Verb(commands.OpenRecordingFile, needs=("incident_id",), form=True),
    "file_decided": Verb(commands.DecideFile, needs=("incident_id",), form=True),
    "note_taker_out": _note_taker("asked_out"),
    "note_taker_stays": _note_taker("stays"),
    "note_taker_none": _note_taker("no_bot"),
    "guide": Verb(commands.ShowGuide, may_have=("meeting_id",), looks=True),
    "guide_elsewhere": Verb(commands.BeginElsewhere, form=True),
    "guide_situation": Verb(commands.ShowSituation, needs=("meeting_id",), form=True, looks=True),
    "guide_done": Verb(commands.NoteSituation, needs=("meeting_id",), form=True),
    "guided": Verb(commands.NoteGuidance, needs=("meeting_id",), fixed={"given": True}),
    "not_guided": Verb(
        commands.NoteGuidance, needs=("meeting_id",), form=True, fixed={"given": False}
    ),
    "guide_turn": Verb(commands.NoteTurn, needs=("meeting_id",), form=True),
    "oral_decision": Verb(commands.NoteOralDecision, needs=("meeting_id",), form=True),
    "talk_open": Verb(commands.OpenTalk),
    "talk_begin": Verb(commands.BeginTalk, form=True),
    "script": Verb(commands.ShowScript, needs=("meeting_id",)),
    "script_start": Verb(commands.StartScript, needs=("meeting_id",)),
    "script_said": Verb(commands.TickLine, needs=("meeting_id",), form=True),
    "script_late": Verb(commands.TellListeners, needs=("meeting_id",), form=True),
    "listener_add": Verb(commands.AddListener, needs=("meeting_id",), form=True),
    "listener_drop": Verb(commands.DropListener, needs=("meeting_id",), form=True),
    "break_over": Verb(commands.EndBreak, needs=("meeting_id",)),
    "talk_end": Verb(commands.EndTalk, needs=("meeting_id",)),
    "script_print": Verb(commands.PrintScript, needs=("meeting_id",)),
    "ledger_export": Verb(commands.ExportLedger, needs=("occurrence_id",)),
    "ledger_find": Verb(commands.FindLedger, form=True),
    "own_open": _request(commands.ShowOwnRecording, looks=True),
    "own_started": _own({"step": "started"}, commands.TickOwnRecording),
    "own_stopped": _own({"step": "stopped"}, commands.TickOwnRecording),
    "own_deleted": _own({"step": "deleted"}, commands.TickOwnRecording),
    "own_save": _own({"not_made": False}, commands.SaveOwnRecording),
    "own_not_made": _own({"not_made": True}, commands.SaveOwnRecording),
    "note": _request(commands.ShowNote),
    "wants_open": _request(commands.OpenWants, looks=True),
    "wants_save": _request(commands.SaveWants, form=True),
    "note_guidance": _request(commands.NoteGuidanceAfterwards, form=True),
    "note_not_guided": _request(commands.NoteGuidanceAfterwards, form=True),
    "note_copied": _request(commands.ConfirmNoteCopied, form=True),
    "task_done": Verb(commands.CompleteTask, needs=("task_id",), form=True),
    "task": Verb(commands.ShowTask, needs=("task_id",), looks=True),
    "companion_open": _request(commands.OpenCompanion, looks=True),
    "companion_set": _own({"present": True}, commands.SetCompanion),
    "companion_remove": _own({"present": False}, commands.SetCompanion),
    "printout_open": Verb(commands.OpenPrintout, looks=True),
    "printout_submit": Verb(commands.RegisterPrintout, form=True),
    "errand": Verb(commands.ShowErrand, needs=("errand_id",), looks=True),
    "errand_passed_on": Verb(commands.PassOnErrand, needs=("errand_id",)),
    "errand_take": Verb(commands.TakeErrand, needs=("errand_id",)),
    "errand_close": Verb(commands.CloseErrand, needs=("errand_id",), form=True),
    "legal_open": _request(commands.OpenLegalQuestion, form=True),
    "legal_ask": _request(commands.AskLegal, form=True),
    "legal_answer": Verb(commands.AnswerLegal, needs=("errand_id",), form=True),
    "misuse_open": Verb(commands.OpenMisuse, may_have=("request_id",)),
    "misuse_submit": Verb(commands.ReportMisuse, may_have=("request_id",), form=True),
    "misuse_save": Verb(
        commands.AssessMisuse, needs=("errand_id",), form=True, fixed={"finished": False}
    ),
    "misuse_close": Verb(
        commands.AssessMisuse, needs=("errand_id",), form=True, fixed={"finished": True}
    ),
    "keeping": Verb(commands.ShowKeeping, looks=True),
    "hold_set": Verb(commands.HoldCase, form=True),
    "hold_lift": Verb(commands.LiftHold, form=True),
    "person_export": Verb(commands.ExportPerson, form=True),
    "looks": Verb(commands.ShowLooks, form=True, looks=True),
    "practice": Verb(commands.ShowPractice, looks=True),
}


@dataclass(frozen=True)
class Press:
    """A pressed button: its verb, what the card carried and what was typed."""

    verb: str
    data: Mapping[str, Any]
    automatic: bool = False


def press_of_invoke(value: Any) -> Press | None:
    """``adaptiveCard/action``: ``value.action`` with verb and data; None when there is none."""
    action = pick(value, "action")
    verb, data = pick(action, "verb"), pick(action, "data")
    if not isinstance(verb, str):
        return None
    automatic = pick(value, "trigger") == "automatic"
    return Press(verb, data if isinstance(data, Mapping) else {}, automatic)


def press_of_message(value: Any) -> Press | None:
    """``Action.Submit`` of an old client: a message whose ``value`` carries the verb itself."""
    verb = pick(value, "verb")
    if isinstance(verb, str):
        return Press(verb, value)
    return press_of_invoke(value)


def command_of(incoming: Incoming, actor: Actor, press: Press) -> Command | None:
    """The command the press means; None when the verb is unknown or an id is none."""
    verb = VERBS.get(press.verb)
    if verb is None or (press.automatic and not verb.looks):
        return None
    values: dict[str, Any] = dict(verb.fixed)
    for name in (*verb.needs, *verb.may_have):
        given = press.data.get(name)
        parsed = _version(given) if name == "version" else _uuid(given)
        if parsed is None and (name in verb.needs or given not in (None, "")):
            return None
        values[name] = parsed
    if verb.form:
        values["form"] = form_of(press.data)
    key = None if verb.looks else incoming.key
    given = press.data.get(OPERATION)
    operation = given if isinstance(given, str) and _OPERATION.fullmatch(given) else ""
    return verb.command(
        actor=actor,
        chat_id=incoming.chat_id,
        inbound_key=key,
        operation=operation,
        pressed_on=pick_text(incoming.raw, "replyToId")[:200] if operation else "",
        **values,
    )


def form_of(data: Mapping[str, Any]) -> dict[str, str]:
    """What was typed, as clean text: no control or direction characters, one kind of line break."""
    typed = [(k, v) for k, v in data.items() if k not in NOT_INPUT and len(k) <= 80]
    found: dict[str, str] = {}
    for name, value in typed[:MOST_INPUTS]:
        if isinstance(value, bool):
            found[name] = "true" if value else "false"
        elif isinstance(value, str | int):
            found[name] = clean(str(value))
    return found


def clean(text: str) -> str:
    """Typed text without characters nobody types; cut at a length no field allows."""
    text = text[:LONGEST_INPUT].replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(c for c in text if c == "\n" or not _is_hidden(c)).strip()


def _is_hidden(char: str) -> bool:
    """Control and direction characters; the joiners of emoji and some scripts stay."""
    return unicodedata.category(char) in ("Cc", "Cf") and char not in "\u200c\u200d"


def _uuid(value: Any) -> UUID | None:
    return UUID(value) if isinstance(value, str) and _UUID.fullmatch(value) else None


def _version(value: Any) -> int | None:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,10}", value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 < value <= LARGEST_VERSION else None
