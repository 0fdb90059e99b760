"""Jobs that remind: of a task, of a case note that is not in the case yet, of an open errand."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from casework import effects, showing
from casework.afterwards import errand_kinds, errands, notes, own_matter, tasks, unreached
from casework.jobs.loading import request_id
from casework.jobs.posting import show_if_reachable
from casework.meeting import holders
from casework.office import Bench, Office
from guidelines.profile import Profile
from guidelines.rules import rule
from guidelines.workdays import next_morning
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Errand, Meeting, Request, Task
from texts import views

MOST_FOR_NOTE = 5
"""So many working-day mornings where the guideline wants the note; then it becomes a task."""


@rule("A3", "B5", surface="card")
async def remind_task(bench: Bench, claim: Claim) -> str:
    """A task that is not done comes up again: some working mornings, then once a week."""
    number = int(claim.args.get("number", 1))
    async with bench.database.unit() as unit:
        task = await unit.session.get(Task, UUID(claim.args["task_id"]), with_for_update=True)
        if task is None or task.done_at is not None:
            return "done"
        request, meeting = await tasks.request_of(unit, task), await tasks.meeting_of(unit, task)
        if task.kind in tasks.ARRANGED and meeting.state == "cancelled":
            await tasks.end_task(unit, task, "system")
            return "not_needed"
        view = await _reminder(bench.office, unit, request, meeting, "task", task)
        due_at = tasks.after_reminder(number, unit.now)
        await tasks.remind_later(unit, task, number + 1, due_at)
    await show_if_reachable(bench, f"remind:{task.id}:{number}", task.owner_oid, view)
    return "reminded"


@rule("C20", "C29", surface="card")
async def remind_note(bench: Bench, claim: Claim) -> str:
    """The case note does not stand in the case yet, or stands there as it no longer is."""
    number = int(claim.args.get("number", 1))
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None:
            return "gone"
        note = await notes.write_note(bench.office, unit, request)
        if note.copied and not note.changed:
            return "copied"
        meeting = await showing.the_meeting(unit, request)
        view = await _reminder(bench.office, unit, request, meeting, "note", changed=note.changed)
        owner = holders.responsible(bench.office, request)
        facts = {"number": number}
        await unit.journal.write(request.id, "note_reminded", actor="system", facts=facts)
        due_at = next_note_reminder(bench.office.profile_of(request), number, unit.now)
        if due_at is not None:
            args = {"request_id": str(request.id), "number": number + 1}
            key = str(request.id)
            await unit.effects.schedule(effects.REMIND_NOTE, key, args=args, due_at=due_at)
        elif number >= MOST_FOR_NOTE:
            await tasks.give_task(unit, request, "note_missing", owner, again=True)
    await show_if_reachable(bench, f"remind:{request.id}:{number}", owner, view)
    return "reminded"


@rule("C20", "C29", surface="card")
def next_note_reminder(profile: Profile, number: int, now: datetime) -> datetime | None:
    """When the reminder after this one comes; None when it was the last (C20: required means more)."""
    again = profile.journal == "required" and number < MOST_FOR_NOTE
    return next_morning(now) if again else None


async def _reminder(
    office: Office,
    unit: Unit,
    request: Request | None,
    meeting: Meeting,
    what: str,
    task: Task | None = None,
    *,
    changed: bool = False,
) -> views.Reminder:
    return views.Reminder(
        what="task" if what == "task" else "note",
        number=request.number if request else "",
        meeting=await showing.meeting_line(unit, meeting),
        request_id=request.id if request else None,
        route=office.profile_about(request).misuse_route,
        task_id=task.id if task else None,
        kind=task.kind if task else "",
        changed=changed,
        relation=showing.relation_of(request) if request else "citizen",
    )


@rule("B5", "C32", "C34", surface="card")
async def errand_cards(bench: Bench, claim: Claim) -> str:
    """Everybody who may see the errand sees how it stands; nobody else gets a card of it."""
    found = UUID(claim.args["errand_id"])
    async with bench.database.unit() as unit:
        errand = await errands.find_errand(unit, found)
        if errand is None:
            return "gone"
        readers = await own_matter.readers_of(bench.office, unit, errand)
        for card in await find.cards_like(unit.session, f"errand:{found}:"):
            reader = card.purpose.rsplit(":", 1)[-1]
            if card.activity_id and await own_matter.may_see(bench.office, unit, reader, errand):
                readers.append(reader)
        shown = {
            oid: await errand_kinds.errand_view(bench.office, unit, errand, oid)
            for oid in dict.fromkeys(readers)
        }
        may_answer = {
            oid for oid in shown if await own_matter.may_answer(bench.office, unit, oid, errand)
        }
    reached = [
        oid
        for oid, view in shown.items()
        if await show_if_reachable(bench, f"errand:{found}:{oid}", oid, view)
    ]
    if errand.kind == "legal_question" and not may_answer & set(reached):
        await _nobody_at_hr(bench, errand)
    if not reached:
        await _nobody_there(bench, errand.id, 0)
    return "shown" if reached else "nobody_reachable"


@rule("B5", "C34", surface="card")
async def _nobody_there(bench: Bench, errand_id: UUID, number: int) -> None:
    """Nobody who is to have it has a chat with us: whoever opened it has to bring it another way."""
    async with bench.database.unit() as unit:
        errand = await errands.find_errand(unit, errand_id)
        view = await unreached.card(bench.office, unit, errand) if errand else None
    if errand and view:
        await show_if_reachable(bench, f"unreached:{errand.id}:{number}", errand.created_by, view)


async def _nobody_at_hr(bench: Bench, errand: Errand) -> None:
    """Nobody at HR/Jura has a chat with us: whoever asked has to reach them in another way."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, errand.request_id) if errand.request_id else None
        if request and errand.state == "waiting":
            await tasks.give_task(unit, request, "ask_legal", errand.created_by)


async def remind_errand(bench: Bench, claim: Claim) -> str:
    """An errand that nobody has closed comes up again with whoever has to see to it."""
    number = int(claim.args.get("number", 1))
    async with bench.database.unit() as unit:
        errand = await errands.find_errand(unit, UUID(claim.args["errand_id"]), lock=True)
        if errand is None or errand.state not in errands.OPEN:
            return "done"
        readers = [
            oid
            for oid in await own_matter.readers_of(bench.office, unit, errand)
            if errand.kind != "legal_question"
            or await own_matter.may_answer(bench.office, unit, oid, errand)
        ]
        about = await find.request(unit.session, errand.request_id) if errand.request_id else None
        view = views.ErrandReminder(
            errand_id=errand.id,
            number=errand.number,
            kind=errand.kind,
            route=bench.office.profile_about(about).misuse_route,
        )
        due_at = tasks.after_reminder(number, unit.now)
        await errands.remind_later(unit, errand, number + 1, due_at)
    reached = [
        await show_if_reachable(bench, f"remind:{errand.id}:{number}:{oid}", oid, view)
        for oid in readers
    ]
    if not any(reached):
        await _nobody_there(bench, errand.id, number)
    return "reminded"
