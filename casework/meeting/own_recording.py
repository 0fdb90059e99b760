"""The municipality's own sound recording of a meeting, as steps a person ticks (A15).

What is tracked: why it is needed, that it was started and stopped, where it is kept and when it is
deleted. The file itself never comes here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from uuid import uuid4

from casework import closed, commands, effects, showing
from casework.afterwards import tasks
from casework.office import Office
from casework.typed import day_of
from clock import COPENHAGEN
from guidelines.problem import Problem
from guidelines.profile import Profile
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.personal import Opened
from store.tables import OwnRecording, Request
from texts import views
from texts.limits import too_long

FIELDS = ("necessity", "place", "not_made_why")
REMIND_AT = time(9, 0)  # of the deletion day, in Denmark


async def of_request(unit: Unit, request: Request, *, lock: bool = False) -> OwnRecording | None:
    """The steps of the municipality's own recording, once they have begun."""
    return await find.own_recording(unit.session, request.id, lock=lock)


@rule("A15", surface="card")
def applies(profile: Profile, request: Request) -> bool:
    """Whether the employee records too, or may: only where the guideline says so, and after a yes."""
    return profile.parallel_recording != "none" and request.state == "granted"


def required(profile: Profile) -> bool:
    """Whether the employee is to record too, and not only may (A15)."""
    return profile.parallel_recording == "required"


async def records_too(office: Office, unit: Unit, request: Request) -> bool:
    """Whether the meeting is told that both record: required and not said to be left out, or begun."""
    profile = office.profile_of(request)
    if not applies(profile, request):
        return False
    own = await of_request(unit, request)
    if own is None:
        return required(profile)
    if own.not_made:
        return False
    return required(profile) or await _begun(unit, own)


async def _begun(unit: Unit, own: OwnRecording) -> bool:
    """An optional recording is one when somebody has started it, or written why it is needed."""
    return own.started_at is not None or (await _stored(unit, own)).has("necessity")


async def _stored(unit: Unit, own: OwnRecording) -> Opened:
    return (await unit.personal.opened_where_possible([own.id]))[own.id]


def follow_up(profile: Profile, request: Request, own: OwnRecording | None) -> bool:
    """Whether something is still to be asked after the meeting (A15)."""
    if not applies(profile, request):
        return False
    if own is None:
        return required(profile)
    if own.not_made:
        return False
    begun = own.started_at is not None or required(profile)
    return begun and not (own.started_at and own.stopped_at and own.delete_on)


@rule("A15", surface="card")
async def ask_after(office: Office, unit: Unit, request: Request, owner: str) -> None:
    """After the meeting: what has not been ticked is asked for."""
    own = await of_request(unit, request)
    if follow_up(office.profile_of(request), request, own):
        await tasks.give_task(unit, request, "own_recording", owner)


async def show(office: Office, unit: Unit, command: commands.ShowOwnRecording) -> views.View:
    """The card with the steps."""
    found = await _mine(office, unit, command)
    return await card(office, unit, found) if isinstance(found, Request) else found


async def _mine(
    office: Office, unit: Unit, command: commands.RequestCommand, *, lock: bool = False
) -> Request | views.View:
    request = await find.request(unit.session, command.request_id, lock=lock)
    if request is None or office.profile_of(request).parallel_recording == "none":
        return views.Toast(code="no_longer_possible")
    return request


async def card(
    office: Office,
    unit: Unit,
    request: Request,
    problems: tuple[Problem, ...] = (),
    form: Mapping[str, str] | None = None,
) -> views.OwnRecordingSteps:
    """The steps as they stand, with what was typed."""
    own = await of_request(unit, request)
    meeting = await showing.the_meeting(unit, request)
    profile = office.profile_of(request)
    stored = await _stored(unit, own) if own else Opened()
    wish = await closed.opened(unit, request)
    delete_on = own.delete_on if own and own.delete_on else default_day(profile, unit.now)
    values = {name: stored[name] for name in FIELDS if name in stored}
    values |= {"delete_on": delete_on.isoformat() if delete_on else ""}
    return views.OwnRecordingSteps(
        request_id=request.id,
        version=request.version,
        number=request.number,
        meeting=await showing.meeting_line(unit, meeting),
        citizen_name=closed.said(wish, "citizen_name"),
        required=required(profile),
        documented=profile.own_recording_necessity == "documented",
        started_at=own.started_at if own else None,
        stopped_at=own.stopped_at if own else None,
        not_made=bool(own and own.not_made),
        kept=bool(own and own.delete_on and stored.has("place")),
        delete_on=own.delete_on if own else None,
        deleted_at=own.deleted_at if own else None,
        values={**values, **(form or {})},
        problems=problems,
        closed=tuple(sorted(stored.closed)),
    )


def default_day(profile: Profile, now: datetime) -> date | None:
    """The day of deletion where the municipality has said how long; otherwise it must be typed."""
    days = profile.retention.own_recording
    return (now.astimezone(COPENHAGEN) + timedelta(days=days)).date() if days else None


async def step(office: Office, unit: Unit, command: commands.TickOwnRecording) -> views.View:
    """One tick: started, stopped or deleted. What was typed on the card is kept with it."""
    found = await _mine(office, unit, command, lock=True)
    if not isinstance(found, Request):
        return found
    own = await _own(unit, found, command.actor.oid or "")
    form = typed(command.form)
    problems = await _stops(office, unit, found, own, command.step, form)
    if problems:
        return await card(office, unit, found, problems, command.form)
    await _keep(unit, found, own, form)
    if _tick(own, command.step, unit.now):
        await unit.session.flush()
        await _written(unit, found, f"own_recording_{command.step}", command, form)
    await _settle(office, unit, found, own)
    return await card(office, unit, found)


def typed(form: Mapping[str, str]) -> dict[str, str]:
    """The words of the form that are stored."""
    return {name: form[name].strip() for name in FIELDS if form.get(name, "").strip()}


async def _stops(
    office: Office,
    unit: Unit,
    request: Request,
    own: OwnRecording,
    tick: str,
    form: Mapping[str, str],
) -> tuple[Problem, ...]:
    """Too long a text, or a start before it is written why the recording is needed."""
    if long := too_long(form, *form):
        return long
    asked = office.profile_of(request).own_recording_necessity == "documented"
    known = form.get("necessity") or (await _stored(unit, own)).has("necessity")
    if tick == "started" and asked and not known:
        return (Problem("necessity", "necessity_missing"),)
    return ()


def _tick(own: OwnRecording, tick: str, now: datetime) -> bool:
    if tick == "started" and own.started_at is None:
        own.started_at, own.not_made = now, False
        return True
    if tick == "stopped" and own.started_at and own.stopped_at is None:
        own.stopped_at = now
        return True
    if tick == "deleted" and own.started_at and own.deleted_at is None:
        own.deleted_at = now
        return True
    return False


async def save(office: Office, unit: Unit, command: commands.SaveOwnRecording) -> views.View:
    """Where it is kept and when it is deleted; or that none was made, and why."""
    found = await _mine(office, unit, command, lock=True)
    if not isinstance(found, Request):
        return found
    own = await _own(unit, found, command.actor.oid or "")
    form = typed(command.form)
    problems = await _stops(office, unit, found, own, "save", form)
    day = None
    if not problems and not command.not_made:
        day, problems = check_kept(command.form, unit.now)
    if not problems and command.not_made and not form.get("not_made_why"):
        problems = (Problem("not_made_why", "not_made_why_missing"),)
    if problems:
        return await card(office, unit, found, problems, command.form)
    await _keep(unit, found, own, form)
    own.not_made, own.delete_on = command.not_made, None if command.not_made else day
    if command.not_made:
        own.started_at = own.stopped_at = None
    await unit.session.flush()
    kind = "own_recording_not_made" if command.not_made else "own_recording_kept"
    await _written(unit, found, kind, command, form, day)
    await _settle(office, unit, found, own)
    return await card(office, unit, found)


def check_kept(form: Mapping[str, str], now: datetime) -> tuple[date | None, tuple[Problem, ...]]:
    """The day of deletion, or what is wrong with what was typed."""
    problems: list[Problem] = []
    if not form.get("place", "").strip():
        problems.append(Problem("place", "place_missing"))
    day = day_of(form.get("delete_on", ""))
    if day is None:
        code = "date_bad" if form.get("delete_on") else "delete_on_missing"
        problems.append(Problem("delete_on", code))
    if day and day < now.astimezone(COPENHAGEN).date():
        problems.append(Problem("delete_on", "delete_on_past"))
    return day, tuple(problems)


async def _own(unit: Unit, request: Request, oid: str) -> OwnRecording:
    own = await of_request(unit, request, lock=True)
    if own is None:
        own = OwnRecording(id=uuid4(), request_id=request.id, owner_oid=oid, created_at=unit.now)
        unit.session.add(own)
        await unit.session.flush()
    return own


async def _keep(unit: Unit, request: Request, own: OwnRecording, form: Mapping[str, str]) -> None:
    await unit.personal.put(own.id, request.id, form)


async def _written(
    unit: Unit,
    request: Request,
    kind: str,
    command: commands.RequestCommand,
    form: Mapping[str, str],
    day: date | None = None,
) -> None:
    own = await of_request(unit, request)
    await unit.journal.write(
        request.id,
        kind,
        actor=command.actor.oid or "",
        facts={"delete_on": day} if day else {},
        personal=form,
        owner_id=own.id if own else None,
    )


async def _settle(office: Office, unit: Unit, request: Request, own: OwnRecording) -> None:
    """What follows: the reminder on the day, the question answered, the meeting told that both record."""
    args = {"request_id": str(request.id)}
    if own.delete_on and own.deleted_at is None:
        due = datetime.combine(own.delete_on, REMIND_AT, COPENHAGEN)
        await unit.effects.schedule(effects.OWN_DELETE, str(request.id), args=args, due_at=due)
    else:
        await unit.effects.cancel(effects.OWN_DELETE, str(request.id))
    oid = own.owner_oid
    if not follow_up(office.profile_of(request), request, own):
        await tasks.finish_task(unit, request, "own_recording", oid)
    if own.deleted_at or own.not_made:
        await tasks.finish_task(unit, request, "own_recording_delete", oid)
    await effects.own_recording(unit, request)
    await effects.note_changed(unit, request)
    await effects.tell_running(unit, request.meeting_id)
