"""How a wish comes in: the menu, the registration and the contact wish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import structlog
from sqlalchemy import func, select

from casework import closed, commands, effects, showing
from casework.asking import entering, standing, wishes
from casework.asking.questions import question_of
from casework.asking.registration import (
    OTHER_MEETING,
    Wish,
    check,
    cleaned,
    mentions_video,
)
from casework.deciding import practice
from casework.keeping import holds
from casework.meeting import papers
from casework.office import Office
from guidelines.problem import Problem
from guidelines.profile import Profile
from guidelines.request import EMPLOYEE, MUNICIPALITY
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import ContactWishRow, Meeting, Request
from texts import views
from texts.announcement import answer_may_i_record, answer_video
from texts.catalog import text
from texts.dates import meeting_line as meeting_words

log = structlog.get_logger()


async def show_menu(office: Office, unit: Unit, command: commands.ShowMenu) -> views.View | None:
    """Somebody wrote to the bot, or pressed a way back. In a meeting chat the status card answers."""
    if command.chat_id:
        meeting = await find.meeting_by_chat(unit.session, command.chat_id)
        if meeting is None:
            return None
        if command.inbound_key is None:
            return await showing.meeting_status(office, unit, meeting)
        if mentions_video(command.text):
            return views.Toast(code="said", values={"text": answer_video(office.profile)})
        # What was written gets no second status card: only the one that stands is kept true.
        standing = await find.card(unit.session, f"status:{meeting.id}")
        await effects.refresh_status(unit, meeting)
        return views.Toast(code="see_status") if standing and standing.activity_id else None
    # A button answers in its own place; what was written is answered with a new message.
    if command.actor.oid and command.inbound_key and command.text:
        args = {"oid": command.actor.oid, "answer": question_of(command.text)}
        await unit.effects.schedule(effects.MENU, command.inbound_key, args=args)
    return await welcome(office, unit, command.actor)


async def welcome(
    office: Office, unit: Unit, actor: commands.Actor, notice: str = "", said: str = ""
) -> views.Welcome:
    """The card that a personal chat begins with."""
    return views.Welcome(
        name=actor.name or await showing.name_of(unit, actor.oid),
        has_queue=office.departments.unit_of(actor.oid) is not None,
        route=office.profile.misuse_route,
        notice=notice,
        said=said,
        tell_only=office.profile.is_notice,
        employees=covers_employees(office, actor.oid),
        practice=practice.may_read(office, actor.oid),
        accounts=papers.may_look(office, actor.oid),
        keeping=holds.may_keep(office, actor.oid),
        frame=answer_may_i_record(office.profile),
        promises=office.profile.promised_tasks,
    )


@rule("A1", "C1", surface="card")
def covers_employees(office: Office, oid: str | None) -> bool:
    """Whether this person may tell of a recording of her own talk with her leader."""
    return EMPLOYEE in office.profile.requester_roles and office.departments.is_employee(oid)


async def open_registration(
    office: Office, unit: Unit, command: commands.OpenRegistration
) -> views.View:
    """The empty form, or one with the name of whoever pressed *Jeg vil gerne optage*."""
    meeting = await meeting_of_command(unit, command)
    whose = _whose(office, command.actor.oid)
    values = {"caseworker": whose, "answer_by": "email", "phone_possible": "false"}
    values["department"] = own_unit(office, command.actor.oid)
    if meeting:
        values["meeting"] = str(meeting.id)
    if command.wish_id and meeting:
        told = await unit.personal.opened_where_possible([command.wish_id])
        name = told[command.wish_id].get("name", "")  # typed anew where it does not open
        values["citizen_name"] = name
    return await _form(office, unit, command, meeting, values)


def own_unit(office: Office, oid: str | None) -> str:
    """The person's own unit, to choose beforehand; of who is listed in none nothing is guessed (B17)."""
    own = office.departments.unit_of(oid)
    return own.id if own else ""


def unit_choices(office: Office) -> tuple[views.Choice, ...]:
    """The units to choose among; none where there is but one."""
    return tuple(views.Choice(unit.id, unit.name) for unit in office.units_to_choose())


@rule("A12", "B17", "C6", surface="card")
def _whose(office: Office, oid: str | None) -> str:
    """Whose the case is to be, until another is chosen: where wishes go to the employee, whoever
    registers it; where they go to the department, its queue, unless a member registers it."""
    to_employee = office.profile.request_addressee == "employee"
    member = office.departments.unit_of(oid) is not None
    return "me" if to_employee or member else "department"


async def meeting_of_command(
    unit: Unit, command: commands.OpenRegistration | commands.RegisterRequest
) -> Meeting | None:
    """The meeting of the contact wish it began with, or of the chat it is pressed in."""
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
    return await meeting_choices(unit, {oid, *(own.members if own else ())}, oid, extra)


async def meeting_choices(
    unit: Unit, organizers: set[str], first: str, extra: Meeting | None
) -> list[views.Choice]:
    """The coming Teams meetings of these organizers, those of ``first`` first, and one outside Teams."""
    since = unit.now - timedelta(hours=2)
    found = list(await find.coming_meetings(unit.session, sorted(organizers), since))
    if extra and extra.id not in {m.id for m in found}:
        found.insert(0, extra)
    found.sort(key=lambda m: (m.organizer_oid != first, m.starts_at or unit.now))
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
    refused: Mapping[str, str] | None = None,
) -> views.Registration:
    profile = office.profile
    return views.Registration(
        meetings=tuple(await _choices(office, unit, command.actor.oid or "", meeting)),
        kinds=profile.meeting_kinds,
        grounds=ground_choices(profile),
        values=values,
        problems=problems,
        wish_id=command.wish_id,
        tell_only=profile.is_notice,
        roles=role_choices(profile),
        ground=profile.ground_required,
        intro=above_the_form(profile),
        video=profile.video != "prohibited",
        explained=_explained(profile, problems),
        employees=covers_employees(office, command.actor.oid),
        refused=dict(refused or {}),
        units=unit_choices(office),
    )


def ground_choices(profile: Profile) -> tuple[views.Choice, ...]:
    """The grounds a citizen may give, in words (A11, B9, C5)."""
    return tuple(views.Choice(g.id, g.label["da"]) for g in profile.grounds)


@rule("A1", "C3", surface="card", later="page")
def role_choices(profile: Profile) -> tuple[views.Choice, ...]:
    """Who may be said to wish to record: citizens and who acts for them. Where the municipality now and
    then records on its own, that may be chosen too, to be told that it is not covered (C3)."""
    roles = [role for role in profile.requester_roles if role != EMPLOYEE]
    if profile.own_initiative_recording == "exception":
        roles.append(MUNICIPALITY)
    return tuple(views.Choice(role, text(f"choice.role.{role}", "da")) for role in roles)


@rule("A2", "B2", "B3", surface="card", later="page")
def above_the_form(profile: Profile) -> str:
    """What the municipality would rather see, and the other ways: one calm line, never a step."""
    other_ways = [alternative.label["da"] for alternative in profile.alternatives]
    ways = text("form.other_ways", "da", ways=", ".join(other_ways)) if other_ways else ""
    return f"{profile.texts['encouragement']['da']} {ways}".strip()


def _explained(profile: Profile, problems: Sequence[Problem]) -> str:
    """Why the municipality's own recording is not registered here, in the municipality's words."""
    if any(problem.code == "municipality_not_covered" for problem in problems):
        return profile.texts["municipality_records"]["da"]
    return ""


async def register(office: Office, unit: Unit, command: commands.RegisterRequest) -> views.View:
    """Register a citizen's wish (A12, B17). A late wish is taken and marked, never refused (B18)."""
    meeting = await meeting_of_command(unit, command)
    oid = command.actor.oid or ""
    wish, problems = await _checked(office, unit, command, meeting, oid)
    if wish is None:
        return await _form(office, unit, command, meeting, cleaned(command.form), problems)
    wish, stands, problems = await _after_refusal(office, unit, wish, cleaned(command.form), oid)
    if problems:
        told = await standing.shown(unit, stands)
        return await _form(office, unit, command, meeting, cleaned(command.form), problems, told)
    twin = await _pressed_twice(unit, wish, oid)
    if twin is not None:
        await wishes.close(unit, command.wish_id, twin)
        return await after_registration(office, unit, command)
    about = await entering.meeting_for(
        office, unit, wish.meeting, wish.meeting_at, wish.meeting_kind, oid
    )
    if wish.meeting:
        about.phone_possible = wish.phone_possible or about.phone_possible
    if about.state == "cancelled":
        cancelled = (Problem("meeting", "meeting_cancelled"),)
        return await _form(office, unit, command, meeting, cleaned(command.form), cancelled)
    await showing.learn_name(unit, oid, command.actor.name)
    request = await entering.enter(office, unit, command, wish, about, oid)
    if stands is not None:
        why = command.form.get("after_refusal", "")
        await standing.note_taken(unit, request, stands, why, oid)
    said = _said_of_video(office.profile, wish)
    return await after_registration(office, unit, command, _notice(request), said)


async def _checked(
    office: Office,
    unit: Unit,
    command: commands.RegisterRequest,
    meeting: Meeting | None,
    oid: str,
) -> tuple[Wish | None, tuple[Problem, ...]]:
    known = {choice.id for choice in await _choices(office, unit, oid, meeting)}
    units = {one.id for one in office.units_to_choose()}
    form = dict(command.form)
    form.setdefault("department", own_unit(office, oid))
    return check(form, office.profile, known - {OTHER_MEETING}, unit.now, units)


@rule("C26", "C27", surface="card", later="page")
async def _after_refusal(
    office: Office, unit: Unit, wish: Wish, typed: Mapping[str, str], oid: str
) -> tuple[Wish, standing.Standing | None, tuple[Problem, ...]]:
    """Whether a refusal stands for the same meeting, and if so whether it was said why there is a new
    notice all the same; nobody undoes with one press what two persons refused."""
    place = await standing.place_of(office, unit, wish, oid)
    stands = await standing.refusal(unit, office.profile, place, wish.citizen_name)
    problems = standing.check(stands, typed)
    if stands is not None and typed.get("after_refusal") == standing.NEW_FACTS:
        wish = replace(wish, new_facts=typed.get("new_facts", ""))
    return wish, stands, problems


@rule("A20", "B29", "C6", surface="card", later="page")
def _said_of_video(profile: Profile, wish: Wish) -> str:
    """What is answered who asked for video where there is only sound; the wish for sound stands."""
    return answer_video(profile) if wish.video == "prohibited" else ""


def _notice(request: Request) -> str:
    """What whoever registered is told: what is missing first, then that it came late."""
    if request.notice:
        return "told_late" if request.late else "told"
    if request.state == "awaiting_information":
        return "registered_no_ground"
    return "registered_late" if request.late else "registered"


async def after_registration(
    office: Office, unit: Unit, command: commands.RegisterRequest, notice: str = "", said: str = ""
) -> views.View:
    """What whoever registered sees next; the wish itself comes as a card of its own."""
    if command.chat_id:
        place = await find.meeting_by_chat(unit.session, command.chat_id)
        if place:
            return await showing.meeting_status(office, unit, place)
    usual = "told" if office.profile.is_notice else "registered"
    return await welcome(office, unit, command.actor, notice or usual, said)


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
        stored = await closed.opened(unit, request)
        if same and {k: stored.get(k) for k in wish.personal()} == wish.personal():
            found: UUID = request.id
            return found
    return None


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
    return await wishes.express(office, unit, meeting, command.actor)
