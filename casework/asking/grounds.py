"""What comes after the wish: the ground that was missing, and whether video is accepted."""

from __future__ import annotations

from collections.abc import Mapping

from casework import closed, commands, effects, showing
from casework.afterwards import tasks
from casework.asking.intake import ground_choices
from casework.asking.registration import cleaned
from casework.office import Office
from guidelines.problem import Problem
from guidelines.profile import Profile
from guidelines.request import check_ground, next_state
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Request
from texts import views
from texts.limits import too_long

FIELDS = ("ground", "ground_text", "own_words")


async def _the_case(
    unit: Unit, command: commands.RequestCommand, *, lock: bool = False
) -> Request | views.View:
    """The request; whose it is stands in the table of rights."""
    request = await find.request(unit.session, command.request_id, lock=lock)
    return request or views.Toast(code="no_longer_possible")


async def open_ground(office: Office, unit: Unit, command: commands.OpenGround) -> views.View:
    """The form for what the citizen said on the telephone (A13, T13)."""
    found = await _the_case(unit, command)
    if not isinstance(found, Request):
        return found
    if not showing.lacks_ground(office, found, await closed.opened(unit, found)):
        return await showing.case(office, unit, found, command.actor.oid)
    return await _form(office, unit, found, {})


async def _form(
    office: Office,
    unit: Unit,
    request: Request,
    values: Mapping[str, str],
    problems: tuple[Problem, ...] = (),
) -> views.GroundForm:
    """Nothing that is stored is filled in: who may read it looks at the ground, and that is noted."""
    personal = await closed.opened(unit, request)
    return views.GroundForm(
        request_id=request.id,
        version=request.version,
        number=request.number,
        citizen_name=closed.said(personal, "citizen_name"),
        grounds=ground_choices(office.profile_of(request)),
        values=values,
        own_words_kept=personal.has("own_words"),
        problems=problems,
    )


@rule("A13", surface="card", later="page")
async def add_ground(office: Office, unit: Unit, command: commands.AddGround) -> views.View:
    """The missing ground is there, or the citizen keeps it: the wish goes on as any other."""
    found = await _the_case(unit, command, lock=True)
    if not isinstance(found, Request):
        return found
    oid = command.actor.oid or ""
    if not showing.lacks_ground(office, found, await closed.opened(unit, found)):
        return await showing.case(office, unit, found, oid)
    typed = cleaned(command.form)
    problems = _problems(office.profile_of(found), typed)
    if problems:
        return await _form(office, unit, found, typed, problems)
    if found.state == "awaiting_information":
        found.state = next_state("awaiting_information", "assess")
        await unit.session.flush()
    given = {name: typed[name] for name in FIELDS if typed.get(name)}
    await unit.personal.put(found.id, found.id, given)
    await unit.journal.write(found.id, "ground_added", actor=oid, facts={}, personal=given)
    await tasks.finish_task(unit, found, "ask_ground", oid)
    args = {"request_id": str(found.id)}
    again = effects.DECIDER_CARDS if found.approver_oid else effects.ASK
    await unit.effects.schedule(again, str(found.id), args=args)
    await effects.refresh_case(unit, found, "ground_added")
    return await showing.case(office, unit, found, oid, "ground_added")


def _problems(profile: Profile, typed: Mapping[str, str]) -> tuple[Problem, ...]:
    long = too_long(typed, "ground_text", "own_words")
    if not typed.get("ground"):
        return (Problem("ground", "ground_missing"), *long)
    return (*check_ground(profile, typed["ground"], typed.get("ground_text", "")), *long)


async def answer_video(office: Office, unit: Unit, command: commands.AnswerVideo) -> views.View:
    """The employee says whether video may be recorded of her, where the guideline leaves it to her.
    Sound is not touched by the answer."""
    found = await _the_case(unit, command, lock=True)
    if not isinstance(found, Request):
        return found
    oid = command.actor.oid or ""
    asked = (await unit.personal.get(found.id)).get("video") == "asked"
    if asked:
        answer = {"video": "accepted" if command.accepted else "declined"}
        await unit.personal.put(found.id, found.id, answer)
        await unit.journal.write(found.id, "video_answered", actor=oid, facts=answer)
        await effects.tell_running(unit, found.meeting_id)
        await effects.note_changed(unit, found)
        await effects.refresh_case(unit, found)
    return await showing.case(office, unit, found, oid)
