"""Jobs on a request: ask who decides, tell what was decided, send the answer, keep cards true."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import datetime
from uuid import UUID

import structlog

from casework import answers, effects, intake, showing, telling
from casework.commands import Actor
from casework.jobs.posting import chat_with, show
from casework.office import Bench
from casework.ports import NotReachable
from guidelines.request import next_answer, next_state
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Chat, ContactWishRow, Meeting, Request, Task
from texts import views
from texts.announcement import answer_how_to_record, answer_may_i_share
from texts.letters import Letter, letter_html, letter_links

log = structlog.get_logger()


def request_id(claim: Claim) -> UUID:
    """The request a job is about."""
    return UUID(claim.args["request_id"])


async def _load(bench: Bench, found: UUID) -> tuple[Request, Meeting] | None:
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found)
        return (request, await showing.the_meeting(unit, request)) if request else None


async def ask(bench: Bench, claim: Claim) -> str:
    """Ask the one who decides: configured approver, else the Graph manager, else the deputy (B17)."""
    found = await _load(bench, request_id(claim))
    if found is None or found[0].state not in find.OPEN_STATES:
        return "closed"
    request, meeting = found
    async for oid, name in _candidates(bench, request):
        try:
            await chat_with(bench, oid)
        except NotReachable:
            continue
        async with bench.database.unit() as unit:
            await showing.learn_name(unit, oid, name)
        return await _put_question(bench, request.id, oid, meeting)
    return await _nobody_to_ask(bench, request.id)


async def _candidates(bench: Bench, request: Request) -> AsyncIterator[tuple[str, str]]:
    """Who may be asked, with the name if it is known, best first; never the employee whose own
    case it is."""
    own = {request.caseworker_oid, request.registered_by}
    unit = bench.office.department(request.department)
    if unit.approver_oid and unit.approver_oid not in own:
        person = await bench.outside.directory.person(unit.approver_oid)
        if person and person.enabled:
            yield unit.approver_oid, person.name
    manager = await bench.outside.directory.manager_of(
        request.caseworker_oid or request.registered_by
    )
    if manager and manager.enabled and manager.oid not in own:
        yield manager.oid, manager.name
    if unit.deputy_oid and unit.deputy_oid not in own:
        yield unit.deputy_oid, ""


async def _put_question(bench: Bench, found: UUID, oid: str, meeting: Meeting) -> str:
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found, lock=True)
        if request is None or request.state not in find.OPEN_STATES:
            return "closed"
        if request.approver_oid != oid:
            request.approver_oid = oid
            request.state = next_state(showing.state_of(request), "ask_leader")
            await unit.session.flush()
            await unit.journal.write(found, "asked", actor="system", facts={"approver": oid})
            await answers.log_look(unit, request, oid)
            await unit.effects.schedule(
                effects.ESCALATE,
                str(found),
                args={"request_id": str(found)},
                due_at=deputy_due(bench, meeting.starts_at, unit.now),
            )
            await effects.refresh_case(unit, request, "asked_leader")
        view = await showing.assessment(bench.office, unit, request, oid)
    await show(bench, f"decide:{found}:{oid}", await chat_with(bench, oid), view)
    return "asked"


def deputy_due(bench: Bench, starts_at: datetime | None, now: datetime) -> datetime:
    """When the deputy is asked too: after the profile's time, or half-way to the meeting."""
    due = now + bench.office.profile.deputy_after
    if starts_at and starts_at > now:
        due = min(due, now + (starts_at - now) / 2)
    return due


async def _nobody_to_ask(bench: Bench, found: UUID) -> str:
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found, lock=True)
        if request is None:
            return "gone"
        await unit.journal.write(found, "no_approver", actor="system", facts={})
        await answers.give_task(
            unit, request, "no_approver", request.caseworker_oid or request.registered_by
        )
        await effects.refresh_case(unit, request, "no_approver")
    return "nobody_to_ask"


async def escalate(bench: Bench, claim: Claim) -> str:
    """None has answered in time: the deputy is asked too, and either may decide."""
    found = await _load(bench, request_id(claim))
    if found is None or found[0].state not in find.OPEN_STATES:
        return "closed"
    request, _ = found
    deputy = bench.office.department(request.department).deputy_oid
    own = {request.caseworker_oid, request.registered_by, request.approver_oid}
    if deputy is None or deputy in own:
        return "no_deputy"
    async with bench.database.unit() as unit:
        locked = await find.request(unit.session, request.id, lock=True)
        if locked is None or locked.state not in find.OPEN_STATES:
            return "closed"
        if locked.deputy_oid is None:
            locked.deputy_oid = deputy
            await unit.session.flush()
            await unit.journal.write(
                request.id, "deputy_asked", actor="system", facts={"deputy": deputy}
            )
            await answers.log_look(unit, locked, deputy)
            await effects.refresh_case(unit, locked, "asked_deputy")
        view = await showing.assessment(bench.office, unit, locked, deputy)
    await show(bench, f"decide:{request.id}:{deputy}", await chat_with(bench, deputy), view)
    return "asked"


async def decider_cards(bench: Bench, claim: Claim) -> str:
    """Everybody who was asked sees what became of it."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None:
            return "gone"
        purposes = [c.purpose for c in await find.cards_like(unit.session, f"decide:{request.id}:")]
        shown: dict[str, views.View] = {}
        for purpose in purposes:
            oid = purpose.rsplit(":", 1)[-1]
            shown[oid] = (
                await showing.assessment(bench.office, unit, request, oid)
                if request.state in find.OPEN_STATES
                else await showing.decided(unit, request, oid)
            )
    for oid, view in shown.items():
        await show(bench, f"decide:{request.id}:{oid}", await chat_with(bench, oid), view)
    return "shown"


async def case_card(bench: Bench, claim: Claim) -> str:
    """The caseworker's card; while nobody has taken the wish, every member's of the unit (B17)."""
    notice = str(claim.args.get("notice", ""))
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None:
            return "gone"
        members = bench.office.department(request.department).members
        queue = members or (request.registered_by,)
        readers = (request.caseworker_oid,) if request.caseworker_oid else queue
        shown = {o: await showing.case(bench.office, unit, request, o, notice) for o in readers}
        others = [
            c.purpose.rsplit(":", 1)[-1]
            for c in await find.cards_like(unit.session, f"case:{request.id}:")
        ]
        department = bench.office.department(request.department).name
    for oid, view in shown.items():
        await _show_if_reachable(bench, f"case:{request.id}:{oid}", oid, view)
    taken = views.Queue(department=department, items=())
    for oid in others:
        if oid not in shown:
            await _show_if_reachable(bench, f"case:{request.id}:{oid}", oid, taken)
    return "shown"


async def _show_if_reachable(bench: Bench, purpose: str, oid: str, view: views.View) -> None:
    try:
        await show(bench, purpose, await chat_with(bench, oid), view)
    except NotReachable:
        log.warning("card_not_delivered", purpose=purpose.split(":")[0], oid=oid)


async def answer(bench: Bench, claim: Claim) -> str:
    """Send the letter by mail. *Sendt* is not *overbragt*, and a failure lands on a person's list."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None or request.answer_state not in ("ready", "failed"):
            return "closed"
        personal = await unit.personal.get(request.id)
        if claim.again_after_crash:
            await unit.journal.write(request.id, "answer_sent_again", actor="system", facts={})
    stored = json.loads(personal["letter"])
    letter = Letter(
        stored["subject"], tuple(stored["paragraphs"]), letter_links(bench.office.profile)
    )
    sender = bench.office.department(request.department).mail_sender_oid
    outcome = await bench.outside.mail.send(
        sender_oid=sender or request.caseworker_oid or request.registered_by,
        to=personal.get("contact", ""),
        subject=letter.subject,
        html=letter_html(letter, "da"),
        key=str(request.id),
    )
    return await note_answer(bench, request.id, sent=outcome == "accepted")


async def note_answer(bench: Bench, found: UUID, *, sent: bool) -> str:
    """Enter what became of the mail; a failure becomes a task for the caseworker."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, found, lock=True)
        if request is None or request.answer_state == "delivered":
            return "closed"
        request.answer_state = next_answer(showing.answer_of(request), "send" if sent else "fail")
        request.answer_at = unit.now
        await unit.session.flush()
        kind = "answer_sent" if sent else "answer_failed"
        await unit.journal.write(found, kind, actor="system", facts={"by": request.answer_by})
        if not sent:
            owner = request.caseworker_oid or request.registered_by
            await answers.give_task(unit, request, "answer_failed", owner)
        await effects.refresh_case(unit, request, kind)
    return kind


async def task_card(bench: Bench, claim: Claim) -> str:
    """The task on its owner's list."""
    async with bench.database.unit() as unit:
        task = await unit.session.get(Task, UUID(claim.args["task_id"]))
        if task is None:
            return "gone"
        view = await answers.task_card(unit, task)
    await show(bench, f"task:{task.id}", await chat_with(bench, task.owner_oid), view)
    return "shown"


async def wish_card(bench: Bench, claim: Claim) -> str:
    """Tell the organizer that somebody in the meeting would like to record."""
    async with bench.database.unit() as unit:
        wish = await unit.session.get(ContactWishRow, UUID(claim.args["wish_id"]))
        meeting = await find.meeting(unit.session, wish.meeting_id) if wish else None
        if wish is None or meeting is None or meeting.organizer_oid is None:
            return "nobody_to_tell"
        view = views.ContactWish(
            wish_id=wish.id,
            meeting=await showing.meeting_line(unit, meeting),
            name=(await unit.personal.get(wish.id)).get("name", ""),
            anonymous=wish.anonymous,
            handled=wish.request_id is not None,
        )
    await show(bench, f"wish:{wish.id}", await chat_with(bench, meeting.organizer_oid), view)
    return "shown"


async def menu(bench: Bench, claim: Claim) -> str:
    """Greet, or answer one of the two questions that have an answer of their own (B23–B25)."""
    oid = str(claim.args["oid"])
    async with bench.database.unit() as unit:
        chat = await unit.session.get(Chat, oid)
        actor = Actor(mri=chat.mri if chat else "", oid=oid, name=chat.name if chat else "")
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
        )
    await _tell_owner(bench, request, f"moved:{request.id}", view)
    return "shown"


async def bot_removed(bench: Bench, claim: Claim) -> str:
    """The chat is closed to us: the employee reads the announcement aloud instead."""
    async with bench.database.unit() as unit:
        request = await find.request(unit.session, request_id(claim))
        if request is None:
            return "gone"
        meeting = await showing.the_meeting(unit, request)
        if meeting.app_installed:
            return "back_again"
        view = views.BotRemoved(
            meeting=await showing.meeting_line(unit, meeting),
            script=await telling.script(bench.office, unit, meeting),
        )
    await _tell_owner(bench, request, f"removed:{request.id}", view)
    return "shown"


async def _tell_owner(bench: Bench, request: Request, purpose: str, view: views.View) -> None:
    owner = request.caseworker_oid or request.registered_by
    await show(bench, purpose, await chat_with(bench, owner), view)


async def gave_up(bench: Bench, claim: Claim) -> None:
    """The last try failed: it is written down, and an unsent answer lands on a person's list."""
    if claim.kind == effects.ANSWER:
        await note_answer(bench, request_id(claim), sent=False)
        return
    case = claim.args.get("request_id") or claim.args.get("meeting_id")
    if case:
        async with bench.database.unit() as unit:
            await _write_down(unit, UUID(case), claim.kind)


async def _write_down(unit: Unit, case: UUID, kind: str) -> None:
    await unit.journal.write(case, "gave_up", actor="system", facts={"kind": kind})
