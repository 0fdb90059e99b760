"""What is answered to whoever may not: whose it is, or how it stands now. Nothing is changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from casework import commands, showing
from casework.afterwards import errand_kinds, tasks
from casework.asking import employees
from casework.deciding import decisions, proposals
from casework.deciding.just_asked import wait_for_the_note
from casework.meeting import guiding, holders, incidents, note_takers, script_view
from casework.office import Office
from casework.rights import people
from casework.rights.roles import Role, Stage
from casework.rights.table import TABLE, Otherwise
from store import find
from store.database import Unit
from store.tables import Errand, Incident, Meeting, NoteTaker, Request, Task
from texts import views

Answer = Callable[[Office, Unit, Any, commands.PersonCommand], Awaitable[views.View]]


def _no_employee(office: Office, command: commands.PersonCommand) -> views.View:
    """Who may be employed and stands on no list reads what to do about it.

    A press says nothing of the tenant it comes from: a guest may read it too, so it speaks to both.
    """
    actor = command.actor
    known = actor.oid is not None and actor.kind == "member"
    unlisted = known and not office.departments.is_employee(actor.oid)
    return views.Toast(code="not_on_the_list" if unlisted else "only_employees")


async def _only_employees(
    office: Office, unit: Unit, thing: object, command: commands.PersonCommand
) -> views.View:
    return _no_employee(office, command)


async def _only_accounts(office: Office, unit: Unit, thing: object, command: object) -> views.View:
    return views.Toast(code="only_those_who_may_export")


async def _not_hers(office: Office, unit: Unit, thing: object, command: object) -> views.View:
    return views.Toast(code="no_longer_possible")


def _whose(of: Callable[[Any], str | None]) -> Answer:
    async def say(office: Office, unit: Unit, thing: Any, command: object) -> views.View:
        return views.NotYours(who=await showing.name_of(unit, of(thing)))

    return say


async def _not_told(
    office: Office, unit: Unit, thing: Any, command: commands.PersonCommand
) -> views.View:
    if office.is_employee(command.actor.oid):  # somebody else's contact wish
        return views.NotYours(who="")
    return _no_employee(office, command)


async def _not_covered(
    office: Office, unit: Unit, thing: None, command: commands.PersonCommand
) -> views.View:
    if office.is_employee(command.actor.oid):
        return views.Toast(code="employees_not_covered")
    return _no_employee(office, command)


async def _not_your_queue(
    office: Office, unit: Unit, thing: None, command: commands.PersonCommand
) -> views.View:
    if office.is_employee(command.actor.oid):
        return views.Toast(code="not_your_queue")
    return _no_employee(office, command)


async def _hidden(office: Office, unit: Unit, thing: object, command: object) -> views.View:
    return views.NotYours(who="")


async def _whose_case(
    office: Office, unit: Unit, wish: Request, command: commands.PersonCommand
) -> views.View:
    return views.NotYours(who=await holders.handler_name(unit, wish))


async def _who_decides(
    office: Office, unit: Unit, wish: Request, command: commands.PersonCommand
) -> views.View:
    """Who is asked; a notice in the queue has first to be taken by whoever wants to refuse it."""
    oid = command.actor.oid
    if wish.approver_oid is None and wish.state in find.OPEN_STATES:
        await wait_for_the_note(unit, wish, oid, "decide")
    refusing = Role.REFUSER in TABLE[type(command)].who
    in_queue = wish.notice and wish.caseworker_oid is None
    if refusing and in_queue and office.may_handle(oid, wish):
        return await showing.case(office, unit, wish, oid, "take_first")
    asked = wish.deputy_oid or wish.approver_oid or wish.caseworker_oid
    whose = wish.caseworker_oid if wish.notice else asked
    return views.NotYours(who=await showing.name_of(unit, whose))


async def _who_confirms(
    office: Office, unit: Unit, wish: Request, command: commands.PersonCommand
) -> views.View:
    if wish.confirmer_oid is None and await proposals.stands(unit, wish):
        await wait_for_the_note(unit, wish, command.actor.oid, "confirm")
    return await proposals.not_asked(unit, wish, command.actor.oid)


async def _who_proposed(
    office: Office, unit: Unit, wish: Request, command: commands.PersonCommand
) -> views.View:
    oid = command.actor.oid
    if office.may_refuse(oid, wish):  # an older card: nothing is proposed by her any more
        return await showing.case(office, unit, wish, oid)
    return views.NotYours(who=await showing.name_of(unit, wish.caseworker_oid))


async def _taken(
    office: Office, unit: Unit, wish: Request, command: commands.PersonCommand
) -> views.View:
    there = people.works_there(office, command.actor.oid or "", wish)
    return views.Toast(code="taken_already") if there else _no_employee(office, command)


async def _organizer(
    office: Office, unit: Unit, incident: Incident, command: commands.PersonCommand
) -> views.View:
    meeting = await unit.session.get_one(Meeting, incident.meeting_id)
    return views.NotYours(who=await showing.name_of(unit, meeting.organizer_oid))


async def _errand_owner(
    office: Office, unit: Unit, errand: Errand, command: commands.PersonCommand
) -> views.View:
    if errand.kind != "printout":
        return views.Toast(code="no_longer_possible")
    return views.NotYours(who=await showing.name_of(unit, errand.owner_oid))


async def _errand_taken(
    office: Office, unit: Unit, errand: Errand, command: commands.PersonCommand
) -> views.View:
    if errand.kind != "printout":
        return views.Toast(code="no_longer_possible")
    home = office.departments.by_id(errand.department)
    oid = command.actor.oid or ""
    there = home is not None and (home.knows(oid) or oid == errand.created_by)
    return views.Toast(code="taken_already" if there else "not_your_queue")


NOT_YOU: Mapping[Otherwise, Answer] = {
    "only_employees": _only_employees,
    "not_told": _not_told,
    "not_covered": _not_covered,
    "not_your_queue": _not_your_queue,
    "hidden": _hidden,
    "only_accounts": _only_accounts,
    "whose_case": _whose_case,
    "who_decides": _who_decides,
    "who_confirms": _who_confirms,
    "who_proposed": _who_proposed,
    "not_hers": _not_hers,
    "taken": _taken,
    "organizer": _organizer,
    "file_decider": _whose(lambda incident: incident.decider_oid),
    "errand_owner": _errand_owner,
    "errand_taken": _errand_taken,
    "task_owner": _whose(lambda task: task.owner_oid),
    "asked": _whose(lambda note_taker: note_taker.asked_oid),
}


async def not_now(
    office: Office, unit: Unit, thing: Any, command: commands.PersonCommand, stage: Stage
) -> views.View:
    """The right person at another stage: she sees how it stands."""
    oid = command.actor.oid or ""
    if isinstance(thing, Request):
        return await _wish_now(office, unit, thing, command, stage)
    if isinstance(thing, Errand):
        return await errand_kinds.errand_view(office, unit, thing, oid)
    if isinstance(thing, Task):
        return await tasks.task_card(office, unit, thing)
    if isinstance(thing, Incident | NoteTaker):
        meeting = await unit.session.get_one(Meeting, thing.meeting_id)
        if isinstance(thing, NoteTaker):
            return await note_takers.question(office, unit, meeting, thing)
        if isinstance(command, commands.DecideFile):
            return await incidents.file_view(unit, meeting, thing)
        return await incidents.warning(office, unit, meeting, thing, oid)
    if isinstance(command, commands.ExpressContactWish):
        return views.Toast(code="no_longer_possible")
    if isinstance(command, commands.ShowGuide | commands.ShowSituation):
        return await guiding.guide(office, unit, thing, oid)
    return await script_view.script_view(office, unit, thing, oid)


async def _wish_now(
    office: Office, unit: Unit, wish: Request, command: commands.PersonCommand, stage: Stage
) -> views.View:
    who, oid = TABLE[type(command)].who, command.actor.oid or ""
    if Role.REQUESTER in who:
        return await employees.receipt(office, unit, wish)
    if Role.CONFIRMER in who:
        return await showing.decided(unit, wish, oid)
    waits = stage in (Stage.OPEN_PROPOSED, Stage.TOLD_PROPOSED)
    if Role.REFUSER in who and waits:  # what is being confirmed stays as it is
        return await decisions.after(office, unit, wish, oid, "refusal_waits")
    if Role.DECIDER in who or Role.REFUSER in who:
        return await decisions.after(office, unit, wish, oid)
    return await showing.case(office, unit, wish, oid)
