"""Tasks: what a named person has promised or has to put right, followed until it is done.

What is offered instead of a recording is a task, not a word of comfort (A3, A4, B5): somebody has it,
is reminded of it, and says when it was done.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import cast
from uuid import UUID, uuid4

from sqlalchemy import func, select

from casework import closed, commands, effects, showing
from casework.meeting import holders
from casework.office import Office
from casework.typed import day_of
from clock import COPENHAGEN
from guidelines.problem import Problem
from guidelines.profile import Profile
from guidelines.request import is_finished
from guidelines.rules import rule
from guidelines.workdays import next_morning
from store import find
from store.database import Unit
from store.personal import Opened
from store.tables import JournalEntry, Meeting, Request, Task
from texts import views
from texts.catalog import text
from texts.letters import contact_lines

NOBODY_TO_ASK = ("no_approver", "no_deputy")
"""Tasks to find somebody who decides: nobody has been asked, or one who is silent and nobody else."""
DATED = ("minutes", "printout")
"""Tasks that end with the day something was sent."""
INTERPRETER = "interpreter"
ARRANGED = ("companion", INTERPRETER, "longer_meeting", "split_meeting")
"""Tasks that prepare a meeting; without the meeting there is nothing to prepare."""
REMINDED = (
    *DATED, *ARRANGED, "answer_failed", "answer_uncertain", "answer_waits", "note_missing",
    "unanswered", "receipt_failed", "ask_legal", "report_misuse",
    "oral_decision",
)  # fmt: skip
ABOUT_ANSWER = ("answer_failed", "answer_uncertain", "answer_waits", "unanswered", "receipt_failed")
"""Tasks that end when the answer is delivered."""
GIVING_ANSWER = ("answer_failed", "answer_uncertain", "answer_waits", "unanswered")
"""Those that nothing else ends while the answer is still owed."""
AT_ONCE = ("read_aloud",)
"""Tasks for this very moment: given again, they come as a card of their own."""
WITH_CONTACT = ("ask_legal", "report_misuse")
SEVERAL = 3
"""So many working-day mornings in a row; after that once a week."""
WEEKLY = timedelta(days=6)


async def finish_task(unit: Unit, request: Request, kind: str, oid: str) -> None:
    """What the task asked for has been done in another way."""
    task = await find.task(unit.session, request.id, kind)
    if task and task.done_at is None:
        await end_task(unit, task, oid)


async def end_task(unit: Unit, task: Task, oid: str, done_on: date | None = None) -> None:
    """The task is done: its card says so, and nobody is reminded any more."""
    task.done_at, task.done_by, task.done_on = unit.now, oid, done_on
    facts = {"kind": task.kind} | ({"done_on": done_on.isoformat()} if done_on else {})
    await unit.session.flush()
    await unit.journal.write(about(task), "task_done", actor=oid, facts=facts)
    await unit.effects.cancel(effects.REMIND_TASK, str(task.id))
    await unit.effects.schedule(effects.TASK_CARD, str(task.id), args={"task_id": str(task.id)})


def about(task: Task) -> UUID:
    """Whose journal tells of the task: the request's, else the meeting's."""
    found = task.request_id or task.meeting_id
    if found is None:
        raise LookupError("task about nothing")
    return found


@rule("C17", surface="card")
async def give_meeting_task(unit: Unit, meeting: Meeting, kind: str, owner: str) -> None:
    """Put something on a person's list that is about a meeting nobody wished to record."""
    query = select(Task).where(
        Task.meeting_id == meeting.id, Task.kind == kind, Task.owner_oid == owner,
        Task.done_at.is_(None),
    )  # fmt: skip
    task = (await unit.session.scalars(query)).first()
    if task is None:
        task = Task(
            id=uuid4(), meeting_id=meeting.id, kind=kind, owner_oid=owner, created_at=unit.now
        )
        unit.session.add(task)
        await unit.session.flush()
        await unit.journal.write(meeting.id, "task_given", actor="system", facts={"kind": kind})
        await remind_later(unit, task, 1, next_morning(unit.now))
    await unit.effects.schedule(effects.TASK_CARD, str(task.id), args={"task_id": str(task.id)})


async def request_of(unit: Unit, task: Task) -> Request | None:
    """The request the task is about; None for one about a meeting alone."""
    return await unit.session.get_one(Request, task.request_id) if task.request_id else None


async def meeting_of(unit: Unit, task: Task) -> Meeting:
    """The meeting the task is about."""
    request = await request_of(unit, task)
    if request is not None:
        return await showing.the_meeting(unit, request)
    return await unit.session.get_one(Meeting, task.meeting_id)


async def nobody_is_sought(unit: Unit, request: Request) -> None:
    """Somebody has decided, or nobody has to any more: no one need be found."""
    waits = Office.proposal_waits(request)
    for kind in (*NOBODY_TO_ASK, "ask_ground", *(() if waits else ("no_confirmer",))):
        await finish_task(unit, request, kind, "system")


async def give_task(
    unit: Unit, request: Request, kind: str, owner: str, *, again: bool = False
) -> None:
    """Put something on a person's list, once per request and kind; ``again`` also when it was
    ticked off before."""
    task = await find.task(unit.session, request.id, kind)
    given = task is None or (again and task.done_at is not None)
    if task is None:
        task = Task(
            id=uuid4(),
            request_id=request.id,
            kind=kind,
            owner_oid=owner,
            created_at=unit.now,
        )
        unit.session.add(task)
    elif given:
        task.owner_oid, task.done_at, task.done_by, task.done_on = owner, None, None, None
    if given:
        await unit.session.flush()
        await unit.journal.write(request.id, "task_given", actor="system", facts={"kind": kind})
        await _plan_reminder(unit, request, task)
    await unit.effects.schedule(effects.TASK_CARD, str(task.id), args={"task_id": str(task.id)})


async def giving_of(unit: Unit, task: Task) -> int:
    """How many times the task was given, where each time has to be noticed at once; of any other kind 1,
    for its card says what it has come to."""
    if task.kind not in AT_ONCE:
        return 1
    query = select(func.count()).where(
        JournalEntry.case_id == about(task),
        JournalEntry.kind == "task_given",
        JournalEntry.facts.contains({"kind": task.kind}),
    )
    return await unit.session.scalar(query) or 1


@rule("A3", "A4", "B4", "B5", surface="card")
async def give_promised(office: Office, unit: Unit, request: Request) -> None:
    """What is promised to everybody who asked, whatever the answer was (A3, B5)."""
    owner = holders.responsible(office, request)
    for kind in office.profile_of(request).promised_tasks:
        await give_task(unit, request, kind, owner)


@rule("A3", "B5", surface="card")
def wanted(profile: Profile) -> dict[str, tuple[str, str]]:
    """What may be wished for besides the answer: the task and its words, by the name of the tick. What the
    municipality offers instead, and an interpreter, whom everybody may need."""
    offered = {one.id: (one.task, one.label["da"]) for one in profile.alternatives if one.task}
    if INTERPRETER in {task for task, _ in offered.values()}:
        return offered
    return {**offered, INTERPRETER: (INTERPRETER, text("choice.interpreter", "da"))}


async def give_wanted(
    office: Office, unit: Unit, request: Request, form: Mapping[str, str]
) -> None:
    """What the citizen chose when the answer was given (``want.<alternative>``)."""
    owner = holders.responsible(office, request)
    for name, (task, _) in wanted(office.profile_of(request)).items():
        if form.get(f"want.{name}") == "true":
            await give_task(unit, request, task, owner)


async def _plan_reminder(unit: Unit, request: Request, task: Task) -> None:
    if task.kind not in REMINDED:
        return
    meeting = await showing.the_meeting(unit, request)
    since = unit.now
    if task.kind in DATED and meeting.starts_at:  # nothing can be sent before there was a meeting
        since = max(since, meeting.ends_at or meeting.starts_at)
    await remind_later(unit, task, 1, next_morning(since))


async def remind_later(unit: Unit, task: Task, number: int, due_at: datetime) -> None:
    """The task's next reminder, its ``number`` counted from 1."""
    args = {"task_id": str(task.id), "number": number}
    await unit.effects.schedule(effects.REMIND_TASK, str(task.id), args=args, due_at=due_at)


def after_reminder(number: int, now: datetime) -> datetime:
    """When the reminder after this one comes: the next working mornings first, then weekly."""
    return next_morning(now if number < SEVERAL else now + WEEKLY)


@rule("A3", surface="card")
async def complete_task(office: Office, unit: Unit, command: commands.CompleteTask) -> views.View:
    """The owner of a task says it is done; where something was to be sent, on which day."""
    task = await unit.session.get(Task, command.task_id, with_for_update=True)
    if task is None:
        return views.Toast(code="no_longer_possible")
    request = await request_of(unit, task)
    if leads_to(office, task, request):  # a word of done does not make it so
        return await task_card(office, unit, task)
    done_on: date | None = None
    problems: tuple[Problem, ...] = ()
    if task.kind in DATED and request is not None:
        earliest = await _earliest(unit, request)
        done_on, problems = check_day(command.form, earliest, unit.now)
    if problems:
        return await task_card(office, unit, task, command.form, problems)
    await end_task(unit, task, task.owner_oid, done_on)
    if request is not None:
        await _after_task(office, unit, request, task)
    return await task_card(office, unit, task)


@rule("A16", "B19", "C28", "C29", surface="card")
def leads_to(office: Office, task: Task, request: Request | None) -> views.LeadsTo:
    """Where the task is done: reasons that are owed end with a delivery that is noted, a missing note with
    its copy. Empty where its owner's word is enough, or the case is no longer theirs."""
    if request is None or task.done_at or not office.may_handle(task.owner_oid, request):
        return ""
    if task.kind == "note_missing" and request.note_copied_at is None:
        return "note"
    state, answer = showing.state_of(request), showing.answer_of(request)
    owed = not is_finished(state, answer, request.scope)
    return "answer" if owed and task.kind in GIVING_ANSWER else ""


async def _after_task(office: Office, unit: Unit, request: Request, task: Task) -> None:
    if task.kind in NOBODY_TO_ASK and request.state in find.OPEN_STATES:
        args = {"request_id": str(request.id)}  # somebody has been found: ask once more
        again = effects.ESCALATE if request.approver_oid else effects.ASK
        await unit.effects.schedule(again, str(request.id), args=args)
    if task.kind == "no_confirmer" and Office.proposal_waits(request):
        args = {"request_id": str(request.id)}  # a leader has been found: ask once more (C27)
        again = effects.CONFIRM_LATE if request.confirmer_oid else effects.CONFIRM
        await unit.effects.schedule(again, str(request.id), args=args)
    if task.kind == "own_recording_delete":
        await _own_deleted(unit, request, task)
    await effects.refresh_case(unit, request)
    await effects.note_changed(unit, request)


async def _own_deleted(unit: Unit, request: Request, task: Task) -> None:
    """The municipality's own recording has been deleted, says who had to do it (A15)."""
    own = await find.own_recording(unit.session, request.id, lock=True)
    if own is None or own.deleted_at is not None:
        return
    own.deleted_at = unit.now
    await unit.session.flush()
    await unit.journal.write(
        request.id, "own_recording_deleted", actor=task.done_by or task.owner_oid, facts={}
    )
    await effects.own_recording(unit, request)


@rule("A3", "B5", surface="card")
def check_day(
    form: Mapping[str, str], earliest: tuple[date, str], now: datetime
) -> tuple[date | None, tuple[Problem, ...]]:
    """The day something was sent, or what is wrong with it. ``earliest``: the first possible day, and
    the code of what is said of an earlier one."""
    typed = form.get("done_on", "").strip()
    if not typed:
        return None, (Problem("done_on", "date_missing"),)
    day = day_of(typed)
    if day is None:
        return None, (Problem("done_on", "date_bad"),)
    if day > now.astimezone(COPENHAGEN).date():
        return None, (Problem("done_on", "date_in_future"),)
    if day < earliest[0]:
        return None, (Problem("done_on", earliest[1]),)
    return day, ()


async def _earliest(unit: Unit, request: Request) -> tuple[date, str]:
    """What is written of a meeting is not sent before it; without a meeting, not before the wish."""
    asked = request.created_at.astimezone(COPENHAGEN).date()
    meeting = await showing.the_meeting(unit, request)
    began = [one.started_at for one in await find.occurrences_of(unit.session, meeting.id)]
    if request.used_at:
        began = [request.used_at]
    elif meeting.starts_at and meeting.state != "cancelled":
        began.append(meeting.starts_at)
    if not began:
        return asked, "date_before_request"
    return min(began).astimezone(COPENHAGEN).date(), "date_before_meeting"


async def show_task(office: Office, unit: Unit, command: commands.ShowTask) -> views.View:
    """The task as it stands now, to its owner."""
    task = await unit.session.get(Task, command.task_id)
    if task is None:
        return views.Toast(code="no_longer_possible")
    return await task_card(office, unit, task)


async def task_card(
    office: Office,
    unit: Unit,
    task: Task,
    form: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
) -> views.TaskCard:
    """The task as its owner sees it."""
    request = await request_of(unit, task)
    personal = await closed.opened(unit, request) if request else Opened()
    profile = office.profile_about(request)
    return views.TaskCard(
        task_id=task.id,
        kind=task.kind,
        number=request.number if request else "",
        meeting=await showing.meeting_line(unit, await meeting_of(unit, task)),
        citizen_name=closed.said(personal, "citizen_name"),
        done=task.done_at is not None,
        route=profile.misuse_route,
        relation=cast(views.Relation, request.relation if request else "citizen"),
        asks_day=task.kind in DATED,
        done_on=task.done_on,
        contact=contacts_of(profile) if task.kind in WITH_CONTACT else (),
        values=dict(form or {}),
        problems=problems,
        request_id=request.id if request else None,
        leads_to=leads_to(office, task, request),
    )


def contacts_of(profile: Profile) -> tuple[str, ...]:
    """How to reach the municipality's contacts, line by line (B27)."""
    blocks = [contact_lines(contact, "da") for contact in profile.contacts]
    return tuple(line for block in blocks for line in block)


async def drop_arranged(unit: Unit, meeting: Meeting) -> None:
    """The meeting is cancelled: nothing has to be arranged for it any more."""
    for request in await find.requests_of(unit.session, meeting.id):
        for kind in ARRANGED:
            await finish_task(unit, request, kind, "system")
