"""A talk outside Teams that begins now: by phone, in person, at home. Registered in two presses.

The citizen has rung, or sits there, and says that they record. So the form asks for the kind, the name and,
where the guideline wants it, the ground; the time is now. What is missing or wrong is answered with the
whole form, with everything typed kept.
"""

from __future__ import annotations

from sqlalchemy import select

from casework import commands
from casework.asking import intake
from casework.asking.registration import OTHER_MEETING, cleaned
from casework.meeting import script_view
from casework.office import Office
from clock import COPENHAGEN
from guidelines.problem import Problem
from guidelines.request import check_ground
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Request
from texts import views


async def open_talk(office: Office, unit: Unit, command: commands.OpenTalk) -> views.View:
    """The shortest form there is."""
    return _form(office, {})


def _form(office: Office, values: dict[str, str], problems: tuple[Problem, ...] = ()) -> views.Talk:
    profile = office.profile
    kinds = tuple(kind for kind in profile.meeting_kinds if kind != "virtual")
    asked = profile.ground_required != "no"
    return views.Talk(
        kinds=kinds,
        grounds=intake.ground_choices(profile) if asked else (),
        tell_only=profile.is_notice,
        values=values,
        problems=problems,
    )


@rule("A8", "B1", surface="card")
async def begin_talk(office: Office, unit: Unit, command: commands.BeginTalk) -> views.View:
    """Register the wish as any other, on a meeting that is now; then the script is shown."""
    typed = cleaned(command.form)
    problems = _missing(office, typed)
    if problems:
        return _form(office, typed, problems)
    now = unit.now.astimezone(COPENHAGEN)
    # The answer is given in the talk itself, so no address is asked for.
    given = {"answer_by": "handed_over", "caseworker": "me", "meeting_kind": "phone"}
    place = {
        "meeting": OTHER_MEETING,
        "meeting_date": f"{now:%Y-%m-%d}",
        "meeting_time": f"{now:%H:%M}",
    }
    register = commands.RegisterRequest(
        actor=command.actor,
        chat_id=None,
        inbound_key=command.inbound_key,
        form=given | typed | place,
    )
    stored = await _stored(unit, command)
    if stored is None:
        shown = await intake.register(office, unit, register)
        stored = await _stored(unit, command) or await _latest(unit, command)
        if isinstance(shown, views.Registration) or stored is None:
            return shown
    meeting = await find.meeting(unit.session, stored.meeting_id, lock=True)
    if meeting is None:
        return views.Toast(code="meeting_unknown")
    return await script_view.script_view(office, unit, meeting, command.actor.oid)


def _missing(office: Office, typed: dict[str, str]) -> tuple[Problem, ...]:
    """What the short form itself asks for and has not got."""
    name = () if typed.get("citizen_name") else (Problem("citizen_name", "name_missing"),)
    grounds = check_ground(office.profile, typed.get("ground", ""), typed.get("ground_text", ""))
    return (*name, *(one for one in grounds if one.field == "ground"))


async def _stored(unit: Unit, command: commands.BeginTalk) -> Request | None:
    """The wish this very press registered, if it was delivered before."""
    if command.inbound_key is None:
        return None
    query = select(Request).where(Request.inbound_key == command.inbound_key)
    return (await unit.session.scalars(query)).first()


async def _latest(unit: Unit, command: commands.BeginTalk) -> Request | None:
    """The same wish, registered by an earlier press."""
    query = select(Request).where(Request.registered_by == command.actor.oid)
    return (await unit.session.scalars(query.order_by(Request.created_at.desc()).limit(1))).first()
