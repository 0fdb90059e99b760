"""The roles and stages that the table speaks of. A role is what a person is to one thing, never a rank."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What somebody is to what they press on. How it is found out: ``casework/rights/people.py``."""

    ANYBODY = "anybody in Teams, guests too"
    EMPLOYEE = "on the departments list"
    REGISTRAR = "an employee, or who called the meeting it is about; from a contact wish: of these who was told of it"
    COVERED = "an employee, where the guideline covers her own talks"
    IN_A_UNIT = "works, leads or stands in in a unit"
    LEADER = "leads a unit or stands in for its leader"
    DPO = "the data protection officer"
    KEEPER = "the DPO or HR/Jura; never of a case of their own"
    HR_LEGAL_COUNTS = "HR/Jura, where the guideline counts decisions"
    # to a wish
    HANDLER = "whose case it is, who typed it in, and while nobody has it the unit's members"
    CASEWORKER = "whose case it is"
    OF_ITS_UNIT = "works or decides in the wish's unit, while nobody or she herself has it"
    DECIDER = "is asked to decide it, or the active deputy; never in a case of one's own"
    REFUSER = "decides it; of a notice, whose talk it is"
    PROPOSER = "proposed not to allow it, and may still"
    CONFIRMER = "is asked to confirm a refusal, or the active deputy; with no side in it, nor who called an employee's talk"
    ASKS_LAW = "handles, decides or confirms it"
    GROUND_READER = "the profile names as a reader of grounds: employee, decider, deputy"
    REQUESTER = "the employee who wishes to record"
    # to a meeting
    HOLDER = "holds it for the municipality, and does not record it"
    ACCOUNT_READER = "holds it, leads a wish in it, or is the DPO; does not record it"
    ORGANIZER = "called it"
    # to an incident, an errand, a task
    INITIATOR = "started the recording in Teams"
    TOLD = "was told of it, called the meeting, or decides on the file"
    FILE_DECIDER = "decides what happens to the file"
    ERRAND_READER = (
        "gets it: the unit or its owner, HR/Jura (never about a case of their own), whoever asked"
    )
    OPENED = "opened it"
    ERRAND_TAKER = (
        "works or decides in its unit, or typed it in, while nobody or she herself has it"
    )
    HR_LEGAL = (
        "HR/Jura, of a question or a report; never of a printout, nor of what they asked or reported"
        " themselves or have a side in"
    )
    OWNER = "has it on her list"
    ASKED = "was asked, or holds the meeting"


class Stage(StrEnum):
    """How far a thing has come, as far as anybody's right depends on it."""

    # a wish
    OPEN = "waits for a decision"
    OPEN_PROPOSED = "waits for a decision, a refusal waits for its second person"
    TOLD = "holds by being told"
    TOLD_PROPOSED = "holds by being told, a refusal waits for its second person"
    GRANTED = "granted"
    REFUSED = "not granted, the meeting is still to come"
    HELD = "held, was allowed"
    REFUSED_OVER = "not granted, the meeting is over"
    UNANSWERED = "held before it was decided"
    WITHDRAWN = "withdrawn"
    LAPSED = "its meeting is cancelled"
    # a meeting
    COMING = "to come"
    RUNNING = "runs"
    OVER = "over"
    CANCELLED = "cancelled"
    # an incident
    RECORDS = "records"
    RECORDS_SETTLED = "records, its file is settled"
    ENDED = "ended"
    SETTLED = "ended, its file is settled"
    # an errand
    PRINTOUT_WAITS = "a printout nobody has taken"
    PRINTOUT_TAKEN = "a printout somebody has"
    PRINTOUT_DONE = "a printout that was sent"
    QUESTION_WAITS = "a question to HR/Jura"
    QUESTION_DONE = "a question that was answered"
    MISUSE_ASSESSED = "a report of misuse that is assessed"
    MISUSE_CLOSED = "a report of misuse that is closed"
    # a task, a question about a note-taker
    WAITS = "waits"
    DONE = "done"


WISH = (
    Stage.OPEN, Stage.OPEN_PROPOSED, Stage.TOLD, Stage.TOLD_PROPOSED, Stage.GRANTED, Stage.REFUSED,
    Stage.HELD, Stage.REFUSED_OVER, Stage.UNANSWERED, Stage.WITHDRAWN, Stage.LAPSED,
)  # fmt: skip
MEETING = (Stage.COMING, Stage.RUNNING, Stage.OVER, Stage.CANCELLED)
INCIDENT = (Stage.RECORDS, Stage.RECORDS_SETTLED, Stage.ENDED, Stage.SETTLED)
ERRAND = (
    Stage.PRINTOUT_WAITS, Stage.PRINTOUT_TAKEN, Stage.PRINTOUT_DONE, Stage.QUESTION_WAITS,
    Stage.QUESTION_DONE, Stage.MISUSE_ASSESSED, Stage.MISUSE_CLOSED,
)  # fmt: skip
WAITING = (Stage.WAITS, Stage.DONE)
