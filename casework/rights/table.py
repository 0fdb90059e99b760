"""The table: who may do what with which thing, and at which stage. The only place where that stands.

A press that has no row here cannot be carried out. Who somebody is to a thing is found out in
``people.py``; ``gate.py`` asks this table before any handler runs. Whether what was typed is good is no
matter of rights and stays with the handler. ``docs/who-may-what.md`` is made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from casework import commands as c
from casework.rights.roles import WISH, Role, Stage

Thing = Literal["nothing", "wish", "meeting", "incident", "errand", "task", "note_taker"]
Otherwise = Literal[
    "only_employees", "not_told", "not_covered", "not_your_queue", "hidden", "only_accounts", "whose_case",
    "who_decides", "who_confirms", "who_proposed", "not_hers", "taken", "organizer", "file_decider",
    "errand_owner", "errand_taken", "task_owner", "asked",
]  # fmt: skip
"""What is answered to whoever has no such role: ``answers.py``."""


ALWAYS: tuple[Stage, ...] = ()


@dataclass(frozen=True)
class Row:
    """One line. ``when``: the stages it may be done at; none named: at any. ``locks``: the thing is locked
    from the check on, so that of two who press at once the second is judged by what the first has done."""

    thing: Thing
    who: tuple[Role, ...]
    when: tuple[Stage, ...]
    otherwise: Otherwise
    locks: bool = False


def _free(*who: Role, otherwise: Otherwise = "only_employees") -> Row:
    return Row("nothing", who, ALWAYS, otherwise)


def _wish(
    *who: Role,
    when: tuple[Stage, ...] = ALWAYS,
    otherwise: Otherwise = "whose_case",
    locks: bool = False,
) -> Row:
    return Row("wish", who, when, otherwise, locks)


def _meeting(
    *who: Role,
    when: tuple[Stage, ...] = ALWAYS,
    otherwise: Otherwise = "only_employees",
    locks: bool = True,
) -> Row:
    return Row("meeting", who, when, otherwise, locks)


R, S = Role, Stage
UNDECIDED = (S.OPEN, S.OPEN_PROPOSED)
LIVE = (*UNDECIDED, S.TOLD, S.TOLD_PROPOSED, S.GRANTED, S.HELD)
ANSWERED = tuple(stage for stage in WISH if stage not in UNDECIDED)
REFUSABLE = (S.OPEN, S.TOLD)
PROPOSED = (S.OPEN_PROPOSED, S.TOLD_PROPOSED)

REFUSING = _wish(R.REFUSER, when=REFUSABLE, otherwise="who_decides", locks=True)
CONFIRMING = _wish(R.CONFIRMER, when=PROPOSED, otherwise="who_confirms", locks=True)
CASE = _wish(R.HANDLER)
OWN_RECORDING = _wish(R.HANDLER, locks=True)
AT_ANY_TIME = _meeting(R.HOLDER)
WHILE_IT_RUNS = _meeting(R.HOLDER, when=(S.RUNNING,))

TABLE: Mapping[type[c.PersonCommand], Row] = {
    # --- without any thing -----------------------------------------------------------------------
    c.ShowMenu: _free(R.ANYBODY),
    c.OpenRegistration: _free(R.REGISTRAR, otherwise="not_told"),
    c.RegisterRequest: _free(R.REGISTRAR, otherwise="not_told"),
    c.OpenTalk: _free(R.EMPLOYEE),
    c.BeginTalk: _free(R.EMPLOYEE),
    c.BeginElsewhere: _free(R.EMPLOYEE),
    c.OpenPrintout: _free(R.EMPLOYEE),
    c.RegisterPrintout: _free(R.EMPLOYEE),
    c.OpenMisuse: _free(R.EMPLOYEE),
    c.ReportMisuse: _free(R.EMPLOYEE),
    c.OpenEmployeeNotice: _free(R.COVERED, otherwise="not_covered"),
    c.TellAsEmployee: _free(R.COVERED, otherwise="not_covered"),
    c.ShowQueue: _free(R.IN_A_UNIT, otherwise="not_your_queue"),
    c.ShowPractice: _free(R.HR_LEGAL_COUNTS, otherwise="hidden"),
    c.FindLedger: _free(R.LEADER, R.DPO, otherwise="only_accounts"),
    c.ShowKeeping: _free(R.KEEPER, otherwise="hidden"),
    c.HoldCase: _free(R.KEEPER, otherwise="hidden"),
    c.LiftHold: _free(R.KEEPER, otherwise="hidden"),
    c.ShowLooks: _free(R.DPO, otherwise="hidden"),
    c.ExportPerson: _free(R.DPO, otherwise="hidden"),
    # --- a wish ----------------------------------------------------------------------------------
    c.ShowCase: _wish(R.HANDLER, R.DECIDER, R.CONFIRMER),
    c.LookAtGround: _wish(R.GROUND_READER, otherwise="hidden"),
    c.TakeFromQueue: _wish(R.OF_ITS_UNIT, otherwise="taken", locks=True),
    c.OpenGround: _wish(R.HANDLER, when=UNDECIDED),
    c.AddGround: _wish(R.HANDLER, when=UNDECIDED, locks=True),
    c.AnswerVideo: _wish(R.CASEWORKER, when=LIVE, locks=True),
    c.OpenCompanion: CASE,
    c.SetCompanion: CASE,
    c.Grant: _wish(R.DECIDER, when=UNDECIDED, otherwise="who_decides", locks=True),
    c.BeginRefusal: REFUSING,
    c.ChooseRefusalGround: REFUSING,
    c.PreviewRefusal: REFUSING,
    c.Refuse: REFUSING,
    c.ReopenAssessment: REFUSING,
    c.AgreeRefusal: CONFIRMING,
    c.DisagreeRefusal: CONFIRMING,
    c.TakeBackRefusal: _wish(R.PROPOSER, when=PROPOSED, otherwise="who_proposed", locks=True),
    c.OpenLegalQuestion: _wish(R.ASKS_LAW, otherwise="hidden"),
    c.AskLegal: _wish(R.ASKS_LAW, otherwise="hidden"),
    c.WithdrawRequest: _wish(R.HANDLER, when=LIVE, locks=True),
    c.OpenHandover: _wish(R.HANDLER, when=ANSWERED),
    c.RecordHandover: _wish(R.HANDLER, when=ANSWERED, locks=True),
    c.ShowNote: _wish(R.HANDLER, R.DECIDER),
    c.ConfirmNoteCopied: _wish(R.HANDLER, R.DECIDER, locks=True),
    c.NoteGuidanceAfterwards: _wish(R.HANDLER, locks=True),
    c.OpenWants: CASE,
    c.SaveWants: _wish(R.HANDLER, locks=True),
    c.ShowOwnRecording: CASE,
    c.TickOwnRecording: OWN_RECORDING,
    c.SaveOwnRecording: OWN_RECORDING,
    c.ShowReceipt: _wish(R.REQUESTER, otherwise="not_hers"),
    c.WithdrawOwn: _wish(R.REQUESTER, when=LIVE, otherwise="not_hers", locks=True),
    c.TellAnew: _wish(R.REQUESTER, when=(S.REFUSED,), otherwise="not_hers", locks=True),
    c.ConfirmRead: _wish(R.REQUESTER, when=ANSWERED, otherwise="not_hers", locks=True),
    # --- a meeting -------------------------------------------------------------------------------
    c.ExpressContactWish: _meeting(R.ANYBODY, when=(S.COMING, S.RUNNING)),
    c.ShowGuide: _meeting(R.HOLDER, locks=False),
    c.ShowSituation: AT_ANY_TIME,
    c.NoteSituation: AT_ANY_TIME,
    c.NoteGuidance: AT_ANY_TIME,
    c.NoteTurn: AT_ANY_TIME,
    c.NoteOralDecision: AT_ANY_TIME,
    c.NotePhonePossible: AT_ANY_TIME,
    c.ShowScript: AT_ANY_TIME,
    c.PrintScript: AT_ANY_TIME,
    c.StartScript: _meeting(R.HOLDER, when=(S.COMING, S.RUNNING, S.OVER)),
    c.TickLine: WHILE_IT_RUNS,
    c.TellListeners: WHILE_IT_RUNS,
    c.AddListener: WHILE_IT_RUNS,
    c.DropListener: WHILE_IT_RUNS,
    c.EndBreak: WHILE_IT_RUNS,
    c.EndTalk: WHILE_IT_RUNS,
    c.ShowLedger: _meeting(R.HOLDER, locks=False),
    c.ConfirmReadAloud: _meeting(R.HOLDER, locks=False),
    c.ExportLedger: _meeting(R.ACCOUNT_READER, otherwise="only_accounts", locks=False),
    # --- a recording in Teams --------------------------------------------------------------------
    c.ShowIncident: Row("incident", (R.TOLD,), ALWAYS, "organizer"),
    c.ConfirmRecordingStopped: Row(
        "incident", (R.ORGANIZER,), (S.RECORDS, S.RECORDS_SETTLED), "organizer", locks=True
    ),
    c.ExplainRecording: Row(
        "incident", (R.ORGANIZER, R.INITIATOR), ALWAYS, "organizer", locks=True
    ),
    c.ShowRecordingFile: Row("incident", (R.FILE_DECIDER,), ALWAYS, "file_decider"),
    c.OpenRecordingFile: Row("incident", (R.FILE_DECIDER,), ALWAYS, "file_decider"),
    c.DecideFile: Row(
        "incident", (R.FILE_DECIDER,), (S.RECORDS, S.ENDED), "file_decider", locks=True
    ),
    c.AnswerNoteTaker: Row("note_taker", (R.ASKED,), (S.WAITS,), "asked", locks=True),
    # --- errands and tasks -----------------------------------------------------------------------
    c.ShowErrand: Row("errand", (R.ERRAND_READER,), ALWAYS, "hidden"),
    c.TakeErrand: Row(
        "errand",
        (R.ERRAND_TAKER,),
        (S.PRINTOUT_WAITS, S.PRINTOUT_TAKEN),
        "errand_taken",
        locks=True,
    ),
    c.CloseErrand: Row("errand", (R.OWNER,), (S.PRINTOUT_TAKEN,), "errand_owner", locks=True),
    c.PassOnErrand: Row("errand", (R.OPENED,), ALWAYS, "hidden", locks=True),
    c.AnswerLegal: Row("errand", (R.HR_LEGAL,), (S.QUESTION_WAITS,), "hidden", locks=True),
    c.AssessMisuse: Row("errand", (R.HR_LEGAL,), (S.MISUSE_ASSESSED,), "hidden", locks=True),
    c.ShowTask: Row("task", (R.OWNER,), ALWAYS, "task_owner"),
    c.CompleteTask: Row("task", (R.OWNER,), (S.WAITS,), "task_owner", locks=True),
}
