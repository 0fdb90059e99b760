"""How far a thing has come, as the table counts it."""

from __future__ import annotations

from typing import Any

from casework import showing
from casework.afterwards import errands
from casework.office import Office
from casework.rights.roles import Stage
from store import find
from store.database import Unit
from store.tables import Errand, Incident, Meeting, NoteTaker, Request, Task

PRINTOUT = {"waiting": Stage.PRINTOUT_WAITS, "taken": Stage.PRINTOUT_TAKEN}
MEETINGS = {"coming": Stage.COMING, "cancelled": Stage.CANCELLED}
ENDS = {
    "withdrawn": Stage.WITHDRAWN,
    "lapsed": Stage.LAPSED,
    "unanswered": Stage.UNANSWERED,
}


async def stage_of(unit: Unit, thing: Any) -> Stage:
    """The stage of whatever it is."""
    if isinstance(thing, Request):
        return wish(thing, await showing.the_meeting(unit, thing))
    if isinstance(thing, Meeting):
        running = await find.running_occurrence(unit.session, thing.id)
        return Stage.RUNNING if running else MEETINGS.get(thing.state, Stage.OVER)
    if isinstance(thing, Incident):
        return incident(thing)
    if isinstance(thing, Errand):
        return errand(thing)
    if isinstance(thing, Task):
        return Stage.WAITS if thing.done_at is None else Stage.DONE
    if isinstance(thing, NoteTaker):
        return Stage.WAITS if thing.answer is None else Stage.DONE
    raise TypeError(f"no stage for a {type(thing).__name__}")


def wish(request: Request, meeting: Meeting) -> Stage:
    """Of a wish, by its own state and whether its meeting is still to come."""
    coming = meeting.state == "coming"
    proposed = coming and Office.proposal_waits(request)
    if request.state in find.OPEN_STATES and not coming:  # not entered yet: nothing is decided now
        return Stage.LAPSED if meeting.state == "cancelled" else Stage.UNANSWERED
    if request.state in find.OPEN_STATES:
        return Stage.OPEN_PROPOSED if proposed else Stage.OPEN
    if request.state == "not_granted":
        return Stage.REFUSED if coming else Stage.REFUSED_OVER
    if request.state != "granted":
        return ENDS[request.state]
    if not coming:
        return Stage.HELD
    if not Office.may_be_refused(request):
        return Stage.GRANTED
    return Stage.TOLD_PROPOSED if proposed else Stage.TOLD


def incident(row: Incident) -> Stage:
    """Of a recording in Teams: whether its end was seen, and whether its file is settled."""
    if row.ended_at is None:
        return Stage.RECORDS if row.file_outcome is None else Stage.RECORDS_SETTLED
    return Stage.ENDED if row.file_outcome is None else Stage.SETTLED


def errand(row: Errand) -> Stage:
    """Of an errand, by its kind and state."""
    if row.kind == "printout":
        return PRINTOUT.get(row.state, Stage.PRINTOUT_DONE)
    if row.kind == "misuse":
        return Stage.MISUSE_ASSESSED if row.state in errands.OPEN else Stage.MISUSE_CLOSED
    return Stage.QUESTION_WAITS if row.state in errands.OPEN else Stage.QUESTION_DONE
