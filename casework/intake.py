"""How a wish comes in: the menu, the registration, the contact wish and the department's queue."""

from __future__ import annotations

import secrets
from datetime import timedelta
from uuid import UUID, uuid4

import structlog
from sqlalchemy import func, select

from casework import commands, effects, meetings, showing
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

WISHES_PER_HOUR = 20
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def case_number() -> str:
    """A short number that people can say aloud and nobody can guess the next of."""
    return "L-" + "".join(secrets.choice(ALPHABET) for _ in range(7))


async def show_menu(office: Office, unit: Unit, command: commands.ShowMenu) -> views.View | None:
    """Somebody wrote to the bot. In a meeting chat the status card is the answer."""
    if command.chat_id:
        meeting = await find.meeting_by_chat(unit.session, command.chat_id)
        return await showing.meeting_status(unit, meeting) if meeting else None
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
    unit_of = office.departments.department_of(actor.oid) if actor.oid else None
    waiting = await find.queue_of(unit.session, unit_of.id) if unit_of else ()
    return views.Welcome(name=actor.name, has_queue=bool(waiting), notice=notice)


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
    colleagues = {oid, *office.department_of(oid).members}
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
    known = {choice.id for choice in await _choices(office, unit, oid, meeting)}
    wish, problems = check(command.form, office.profile, known - {OTHER_MEETING})
    if wish is None:
        return await _form(office, unit, command, meeting, cleaned(command.form), problems)
    if await _pressed_twice(unit, wish, oid):
        return await after_registration(office, unit, command)
    about = await _meeting_for(unit, wish, oid, office)
    if about.state == "cancelled":
        cancelled = (Problem("meeting", "meeting_cancelled"),)
        return await _form(office, unit, command, meeting, cleaned(command.form), cancelled)
    await showing.learn_name(unit, oid, command.actor.name)
    request = await _store(office, unit, command, wish, about, oid)
    return await after_registration(office, unit, command, late=request.late)


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


async def _pressed_twice(unit: Unit, wish: Wish, oid: str) -> bool:
    """Whether the same person registered the same wish a moment ago: an impatient second press.

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
            return True
    return False


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
    if command.wish_id:
        await _close_wish(unit, command.wish_id, request.id)
    await unit.effects.schedule(effects.ASK, str(request.id), args={"request_id": str(request.id)})
    await effects.refresh_case(unit, request)
    if meeting.chat_id:
        await meetings.plan(unit, meeting)
    return request


async def _close_wish(unit: Unit, wish_id: UUID, request_id: UUID) -> None:
    wish = await unit.session.get(ContactWishRow, wish_id)
    if wish:
        wish.request_id = request_id
        await unit.effects.schedule(effects.WISH_CARD, str(wish_id), args={"wish_id": str(wish_id)})


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
    person = unit.person_key(f"{meeting.id}:{command.actor.oid or command.actor.mri}")
    if await _has_wished(unit, meeting.id, person):
        return views.Toast(code="wish_already")
    hour = await find.wishes_since(unit.session, meeting.id, unit.now - timedelta(hours=1))
    if hour >= WISHES_PER_HOUR:
        return views.Toast(code="wish_too_many")
    wish = ContactWishRow(
        id=uuid4(),
        meeting_id=meeting.id,
        person_key=person,
        anonymous=command.actor.oid is None,
        created_at=unit.now,
    )
    unit.session.add(wish)
    await unit.personal.put(wish.id, meeting.id, {"name": command.actor.name[:200] or "?"})
    await unit.journal.write(
        meeting.id, "contact_wish", actor="participant", facts={"anonymous": wish.anonymous}
    )
    await unit.effects.schedule(effects.WISH_CARD, str(wish.id), args={"wish_id": str(wish.id)})
    return views.Toast(code="wish_received")


async def _has_wished(unit: Unit, meeting_id: UUID, person: str) -> bool:
    query = select(ContactWishRow.id).where(
        ContactWishRow.meeting_id == meeting_id, ContactWishRow.person_key == person
    )
    return (await unit.session.scalar(query)) is not None


async def show_queue(office: Office, unit: Unit, command: commands.ShowQueue) -> views.View:
    """The queue of the presser's own department, and of no other (B17)."""
    own = office.departments.department_of(command.actor.oid) if command.actor.oid else None
    if own is None:
        return views.Toast(code="only_employees")
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
    """A member of the department takes a wish; from then on it is theirs alone."""
    request = await find.request(unit.session, command.request_id, lock=True)
    oid = command.actor.oid
    if request is None or oid is None or not office.in_unit(oid, request.department):
        return views.Toast(code="only_employees")
    if request.caseworker_oid == oid:
        return await showing.case(office, unit, request, oid)
    if request.caseworker_oid is not None:
        return views.Toast(code="taken_already")
    request.caseworker_oid = oid
    await unit.session.flush()
    await unit.journal.write(request.id, "taken_from_queue", actor=oid, facts={})
    await effects.refresh_case(unit, request)
    return await showing.case(office, unit, request, oid)
