"""Jobs that keep people's cards on a request true."""

from __future__ import annotations

from uuid import UUID

from casework import showing
from casework.afterwards import tasks
from casework.asking import intake
from casework.commands import Actor
from casework.jobs import notifying
from casework.jobs.loading import learn_names, request_id
from casework.jobs.posting import chat_with, show_if_reachable, show_person
from casework.meeting import holders, telling
from casework.office import Bench
from casework.ports import NotReachable
from guidelines.request import owes_reasons
from guidelines.rules import rule
from store import find
from store.jobs import Claim
from store.tables import Chat, Request, Task
from texts import views
from texts.announcement import (
    answer_how_to_record,
    answer_may_i_record,
    answer_may_i_share,
    answer_video,
)


async def case_card(bench: Bench, claim: Claim) -> str:
    """The caseworker's card; while nobody has taken the wish, every member's of the unit (B17)."""
    notice = str(claim.args.get("notice", ""))
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None:
            return "gone"
        members = bench.office.department(request.department).members
        queue = members or (request.registered_by,)
        if (
            request.relation == "employee"
        ):  # in nobody's queue, not even while a leader is sought (C1)
            queue = ()
        readers = (request.caseworker_oid,) if request.caseworker_oid else queue
        shown = {o: await showing.case(bench.office, unit, request, o, notice) for o in readers}
        others = [
            c.purpose.rsplit(":", 1)[-1]
            for c in await find.cards_like(unit.session, f"case:{request.id}:")
            if c.activity_id
        ]
        somebody_took_it = request.caseworker_oid is not None
        department = bench.office.department(request.department).name
    for oid, view in shown.items():
        await show_if_reachable(bench, f"case:{request.id}:{oid}", oid, view)
    taken = views.Queue(department=department, items=(), taken=somebody_took_it)
    for oid in others:
        if oid not in shown:
            await show_if_reachable(bench, f"case:{request.id}:{oid}", oid, taken)
    return "shown"


async def task_card(bench: Bench, claim: Claim) -> str:
    """The task on its owner's list."""
    async with bench.database.unit() as unit:
        task = await unit.session.get(Task, UUID(claim.args["task_id"]))
        if task is None:
            return "gone"
        view = await tasks.task_card(bench.office, unit, task)
        giving = await tasks.giving_of(unit, task)
    again = f":{giving}" if giving > 1 else ""  # a card that is only changed calls nobody to read
    await show_person(bench, f"task:{task.id}{again}", task.owner_oid, view)
    return "shown"


@rule("B23", "B24", "B25", surface="chat")
async def menu(bench: Bench, claim: Claim) -> str:
    """Greet, or answer one of the three questions that have an answer of their own (B23–B25)."""
    oid = str(claim.args["oid"])
    if bench.office.departments.is_employee(oid):
        await learn_names(bench, oid)
    async with bench.database.unit() as unit:
        chat = await unit.session.get(Chat, oid)
        name = await showing.name_of(unit, oid)
        actor = Actor(mri=chat.mri if chat else "", oid=oid, name=name)
        view: views.View = await intake.welcome(bench.office, unit, actor)
    wanted = claim.args.get("answer", "")
    if wanted:
        view = views.Toast(code="said", values={"text": _said(bench, str(wanted))})
    place = await chat_with(bench, oid)
    await bench.outside.messenger.post(
        service_url=place.service_url, conversation_id=place.conversation_id, view=view
    )
    return "shown"


def _said(bench: Bench, wanted: str) -> str:
    profile = bench.office.profile
    if wanted == "video":
        return answer_video(profile)
    if wanted == "may_i_record":
        return " ".join(answer_may_i_record(profile))
    return (answer_how_to_record if wanted == "how_to_record" else answer_may_i_share)(profile)


async def moved_card(bench: Bench, claim: Claim) -> str:
    """Tell the employee that the meeting moved or was cancelled, and what it means (T19)."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None:
            return "gone"
        meeting = await showing.the_meeting(unit, request)
        view = views.MeetingMoved(
            request_id=request.id,
            number=request.number,
            meeting=await showing.meeting_line(unit, meeting),
            cancelled=meeting.state == "cancelled",
            refused=owes_reasons(showing.state_of(request), request.scope),
        )
    await _tell_owner(bench, request, f"moved:{request.id}", view)
    return "shown"


async def bot_removed(bench: Bench, claim: Claim) -> str:
    """The chat is closed to us: the employee reads the announcement aloud instead, and hears that
    nobody holds the block."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None:
            return "gone"
        meeting = await showing.the_meeting(unit, request)
        if meeting.app_installed:
            return "back_again"
        running = await find.running_occurrence(unit.session, meeting.id)
        script = await telling.script(bench.office, unit, meeting)
        if running is None and meeting.state != "coming":
            return "nothing_to_tell"
        view = views.BotRemoved(
            meeting_id=meeting.id,
            meeting=await showing.meeting_line(unit, meeting),
            script=script,
            running=running is not None,
        )
    owner = holders.responsible(bench.office, request)
    # Words to read aloud are a new card. Without them one is enough, however many wishes there are.
    each = f"removed:{request.id}:{claim.generation}"  # taken out again, it is said again
    purpose = each if script else f"unheld:{meeting.id}:{owner}"
    try:
        await show_person(bench, purpose, owner, view)
    except NotReachable:
        if running is None or not script:
            raise
        # The task stands in the unit's queue.
        await notifying.tell_by_voice(bench, running, again=True)
        return "task"
    return "shown"


async def _tell_owner(bench: Bench, request: Request, purpose: str, view: views.View) -> None:
    owner = holders.responsible(bench.office, request)
    await show_person(bench, purpose, owner, view)
