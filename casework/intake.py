"""How a wish comes in: the menu, the registration, the contact wish and the department's queue."""

from __future__ import annotations

import secrets
from datetime import timedelta
from uuid import UUID, uuid4

import structlog
from sqlalchemy import func, select

from casework import commands, effects, meetings, showing, wishes
from casework.office import Office
from casework.registration import OTHER_MEETING, Wish, check, cleaned
from guidelines.problem import Problem
from guidelines.request import is_late
from store import find
from store.database import Unit
from store.tables import ContactWishRow, Meeting, Request
from texts import views
from texts.catalog import text
from texts.dates import meeting_line as meeting_words

log = structlog.get_logger()

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def case_number() -> str:
    """A short number that people can say aloud and nobody can guess the next of."""
    return "L-" + "".join(secrets.choice(ALPHABET) for _ in range(7))


async def show_menu(office: Office, unit: Unit, command: commands.ShowMenu) -> views.View | None:
    """Somebody wrote to the bot, or pressed a way back. In a meeting chat the status card answers."""
    if command.chat_id:
        meeting = await find.meeting_by_chat(unit.session, command.chat_id)
        if meeting is None:
            return None
        if command.inbound_key is None:
            return await showing.meeting_status(unit, meeting)
        # What was written gets no second status card: only the one that stands is kept true.
        standing = await find.card(unit.session, f"status:{meeting.id}")
        await effects.refresh_status(unit, meeting)
        return views.Toast(code="see_status") if standing and standing.activity_id else None
    # A button answers in its own place; what was written is answered with a new message.
    if command.actor.oid and command.inbound_key and command.text:
        args = {"oid": command.actor.oid, "answer": _question(command.text)}
        await unit.effects.schedule(effects.MENU, command.inbound_key, args=args)
    return await welcome(office, unit, command.actor)


def _question(words: str) -> str:
    """Two questions have an answer of their own: how to record (B23) and sharing (B24, B25)."""
    said = words.casefold()
    if "hvordan" in said and "optag" in said:
        return "how_to_record"
    return "may_i_share" if "dele" in said or "give videre" in said else ""


async def welcome(
    office: Office, unit: Unit, actor: commands.Actor, notice: str = ""
) -> views.Welcome:
    """The card that a personal chat begins with."""
    name = actor.name or await showing.name_of(unit, actor.oid)
    return views.Welcome(
        name=name, has_queue=office.departments.unit_of(actor.oid) is not None, notice=notice
    )


async def open_registration(
    office: Office, unit: Unit, command: commands.OpenRegistration
) -> views.View:
    """The empty form, or one with the name of whoever pressed *Jeg vil gerne optage*."""
    meeting = await _meeting_of_command(unit, command)
    if not office.is_employee(command.actor.oid, meeting):
        return views.Toast(code="only_employees")
    values = {"caseworker": "me", "answer_by": "email", "phone_possible": "false"}
    if meeting:
        values["meeting"] = str(meeting.id)
    if command.wish_id and meeting:
        name = (await unit.personal.get(command.wish_id)).get("name", "")
        values["citizen_name"] = name
    return await _form(office, unit, command, meeting, values)


async def _meeting_of_command(
    unit: Unit, command: commands.OpenRegistration | commands.RegisterRequest
) -> Meeting | None:
    if command.wish_id:
        wish = await unit.session.get(ContactWishRow, command.wish_id)
        return await find.meeting(unit.session, wish.meeting_id) if wish else None
    if command.chat_id:
        return await find.meeting_by_chat(unit.session, command.chat_id)
    return None


async def _choices(
    office: Office, unit: Unit, oid: str, extra: Meeting | None
) -> list[views.Choice]:
    own = office.departments.unit_of(oid)
    colleagues = {oid, *(own.members if own else ())}
    found = list(
        await find.coming_meetings(unit.session, sorted(colleagues), unit.now - timedelta(hours=2))
    )
    if extra and extra.id not in {m.id for m in found}:
        found.insert(0, extra)
    found.sort(key=lambda m: (m.organizer_oid != oid, m.starts_at or unit.now))
    lines = [(m, await showing.meeting_line(unit, m)) for m in found]
    choices = [views.Choice(str(m.id), meeting_words(line, "da")) for m, line in lines]
    return [*choices, views.Choice(OTHER_MEETING, text("choice.other_meeting", "da"))]


async def _form(
    office: Office,
    unit: Unit,
    command: commands.OpenRegistration | commands.RegisterRequest,
    meeting: Meeting | None,
    values: dict[str, str],
    problems: tuple[Problem, ...] = (),
) -> views.Registration:
    grounds = [views.Choice(g.id, g.label["da"]) for g in office.profile.grounds]
    return views.Registration(
        meetings=tuple(await _choices(office, unit, command.actor.oid or "", meeting)),
        grounds=tuple(grounds),
        values=values,
        problems=problems,
        wish_id=command.wish_id,
    )


async def register(office: Office, unit: Unit, command: commands.RegisterRequest) -> views.View:
    """Register a citizen's wish (A12, B17). A late wish is taken and marked, never refused (B18)."""
    meeting = await _meeting_of_command(unit, command)
    oid = command.actor.oid
    if oid is None or not office.is_employee(oid, meeting):
        return views.Toast(code="only_employees")
    wish, problems = await _checked(office, unit, command, meeting, oid)
    if wish is None:
        return await _form(office, unit, command, meeting, cleaned(command.form), problems)
    twin = await _pressed_twice(unit, wish, oid)
    if twin is not None:
        await wishes.close(unit, command.wish_id, twin)
        return await after_registration(office, unit, command)
    about = await _meeting_for(unit, wish, oid, office)
    if about.state == "cancelled":
        cancelled = (Problem("meeting", "meeting_cancelled"),)
        return await _form(office, unit, command, meeting, cleaned(command.form), cancelled)
    await showing.learn_name(unit, oid, command.actor.name)
    request = await _store(office, unit, command, wish, about, oid)
    return await after_registration(office, unit, command, late=request.late)


async def _checked(
    office: Office,
    unit: Unit,
    command: commands.RegisterRequest,
    meeting: Meeting | None,
    oid: str,
) -> tuple[Wish | None, tuple[Problem, ...]]:
    known = {choice.id for choice in await _choices(office, unit, oid, meeting)}
    return check(command.form, office.profile, known - {OTHER_MEETING}, unit.now)


async def register_again(
    office: Office, unit: Unit, command: commands.RegisterRequest
) -> views.View:
    """A registration that was delivered before: stores nothing, and says how the first one ended."""
    meeting = await _meeting_of_command(unit, command)
    oid = command.actor.oid
    if oid is None or not office.is_employee(oid, meeting):
        return views.Toast(code="only_employees")
    query = select(Request).where(Request.inbound_key == command.inbound_key)
    stored = (await unit.session.scalars(query)).first()
    if stored:
        return await after_registration(office, unit, command, late=stored.late)
    wish, problems = await _checked(office, unit, command, meeting, oid)
    about = await find.meeting(unit.session, wish.meeting) if wish and wish.meeting else None
    if about and about.state == "cancelled":
        problems = (Problem("meeting", "meeting_cancelled"),)
    if problems:
        return await _form(office, unit, command, meeting, cleaned(command.form), problems)
    return await after_registration(office, unit, command)  # the same wish, pressed twice


async def after_registration(
    office: Office, unit: Unit, command: commands.RegisterRequest, *, late: bool = False
) -> views.View:
    """What whoever registered sees next; the wish itself comes as a card of its own."""
    if command.chat_id:
        place = await find.meeting_by_chat(unit.session, command.chat_id)
        if place:
            return await showing.meeting_status(unit, place)
    notice = "registered_late" if late else "registered"
    return await welcome(office, unit, command.actor, notice)


async def _pressed_twice(unit: Unit, wish: Wish, oid: str) -> UUID | None:
    """The same wish, registered by the same person a moment ago: an impatient second press.

    The lock makes the second press wait until the first is stored.
    """
    await unit.session.execute(select(func.pg_advisory_xact_lock(func.hashtext(oid))))
    query = select(Request, Meeting).join(Meeting, Request.meeting_id == Meeting.id)
    recent = query.where(
        Request.registered_by == oid, Request.created_at >= unit.now - timedelta(minutes=2)
    )
    for request, meeting in (await unit.session.execute(recent)).all():
        same = meeting.id == wish.meeting or (
            not wish.meeting and meeting.starts_at == wish.meeting_at
        )
        stored = await unit.personal.get(request.id)
        if same and {k: stored.get(k) for k in wish.personal()} == wish.personal():
            found: UUID = request.id
            return found
    return None


async def _meeting_for(unit: Unit, wish: Wish, oid: str, office: Office) -> Meeting:
    if wish.meeting:
        found = await find.meeting(unit.session, wish.meeting, lock=True)
        if found is not None:
            found.phone_possible = wish.phone_possible or found.phone_possible
            return found
    meeting = Meeting(
        id=uuid4(),
        kind=wish.meeting_kind,
        organizer_oid=oid,
        organizer_tenant=office.tenant_id,
        starts_at=wish.meeting_at,
        block_state="out_of_reach",
        block_reason="not_in_teams",
        created_at=unit.now,
    )
    unit.session.add(meeting)
    await unit.session.flush()
    return meeting


async def _store(
    office: Office,
    unit: Unit,
    command: commands.RegisterRequest,
    wish: Wish,
    meeting: Meeting,
    oid: str,
) -> Request:
    request = Request(
        id=uuid4(),
        number=case_number(),
        meeting_id=meeting.id,
        department=office.department_of(oid).id,
        registered_by=oid,
        caseworker_oid=None if wish.to_department else oid,
        state="received",
        late=is_late(office.profile, unit.now, meeting.starts_at),
        answer_by=wish.answer_by,
        profile_id=office.profile.id,
        profile_version=office.profile.version,
        verdicts={},
        answer_state="none",
        created_at=unit.now,
        inbound_key=command.inbound_key,
    )
    unit.session.add(request)
    await unit.session.flush()
    await unit.personal.put(request.id, request.id, wish.personal())
    facts = {"number": request.number, "meeting": str(meeting.id), "late": request.late,
             "department": request.department, "queue": wish.to_department,
             "profile": f"{request.profile_id}/{request.profile_version}"}  # fmt: skip
    await unit.journal.write(
        request.id, "request_registered", actor=oid, facts=facts, personal=wish.personal()
    )
    await wishes.close(unit, command.wish_id, request.id)
    await unit.effects.schedule(effects.ASK, str(request.id), args={"request_id": str(request.id)})
    await effects.refresh_case(unit, request)
    if meeting.chat_id:
        await meetings.plan(unit, meeting)
    else:
        await meetings.plan_end_elsewhere(unit, meeting)
    return request


async def express_contact_wish(
    office: Office, unit: Unit, command: commands.ExpressContactWish
) -> views.View:
    """*Jeg vil gerne optage*: no request, no ground, no identity proven, one per person and meeting."""
    meeting = await find.meeting_by_chat(unit.session, command.chat_id or "", lock=True)
    if meeting is None:
        return views.Toast(code="meeting_unknown")
    if office.is_employee(command.actor.oid, meeting):
        return await open_registration(
            office, unit, commands.OpenRegistration(actor=command.actor, chat_id=command.chat_id)
        )
    if meeting.state != "coming":
        return views.Toast(code="no_longer_possible")
    return await wishes.express(office, unit, meeting, command.actor)


async def show_queue(office: Office, unit: Unit, command: commands.ShowQueue) -> views.View:
    """The queue of the unit the presser works or decides in, and of no other (B17)."""
    own = office.departments.unit_of(command.actor.oid)
    if own is None:
        employee = office.departments.is_employee(command.actor.oid)
        return views.Toast(code="not_your_queue" if employee else "only_employees")
    items = []
    for request in await find.queue_of(unit.session, own.id):
        personal = await unit.personal.get(request.id)
        meeting = await showing.the_meeting(unit, request)
        items.append(
            views.QueueItem(
                request_id=request.id,
                number=request.number,
                meeting=await showing.meeting_line(unit, meeting),
                citizen_name=personal.get("citizen_name", ""),
                received_at=request.created_at,
                late=request.late,
            )
        )
    return views.Queue(department=own.name, items=tuple(items))


async def take_from_queue(
    office: Office, unit: Unit, command: commands.TakeFromQueue
) -> views.View:
    """Somebody of the department takes a wish; from then on it is theirs alone. Whoever was asked
    to decide it no longer is, for nobody decides a case of their own (B11)."""
    request = await find.request(unit.session, command.request_id, lock=True)
    oid = command.actor.oid
    if request is None or oid is None or not _works_there(office, oid, request):
        return views.Toast(code="only_employees")
    if request.caseworker_oid == oid:
        return await showing.case(office, unit, request, oid)
    if request.caseworker_oid is not None:
        return views.Toast(code="taken_already")
    request.caseworker_oid = oid
    await showing.learn_name(unit, oid, command.actor.name)
    await _step_back(unit, request, oid)
    await unit.session.flush()
    await unit.journal.write(request.id, "taken_from_queue", actor=oid, facts={})
    await effects.refresh_case(unit, request)
    return await showing.case(office, unit, request, oid)


def _works_there(office: Office, oid: str, request: Request) -> bool:
    unit = office.departments.by_id(request.department)
    return unit is not None and unit.knows(oid)


async def _step_back(unit: Unit, request: Request, oid: str) -> None:
    """Who was asked and now handles the case is no decider of it; somebody else is asked."""
    if oid not in (request.approver_oid, request.deputy_oid):
        return
    if request.deputy_oid == oid:
        request.deputy_oid = None
    if request.approver_oid == oid:
        request.approver_oid = None
    if request.state in find.OPEN_STATES:
        args = {"request_id": str(request.id)}
        await unit.effects.schedule(effects.ASK, str(request.id), args=args)
        await unit.effects.schedule(effects.DECIDER_CARDS, str(request.id), args=args)
