"""Who somebody is to a thing: one question per role, answered by what is stored and by the departments file.

Nothing that a card carries is believed; a command's ids only say which row to look at.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from casework import commands
from casework.afterwards import errands, own_matter
from casework.asking import intake, wishes
from casework.deciding import practice
from casework.keeping import holds
from casework.meeting import incidents, papers, telling
from casework.office import Office
from casework.rights.roles import Role
from store import find
from store.database import Unit
from store.tables import ContactWishRow, Errand, Incident, Meeting, NoteTaker, Request, Task

Is = Callable[[Office, Unit, str, Any], Awaitable[bool]]
"""Whether the person with this id is that to the thing; for REGISTRAR the thing is the contact wish, the meeting
or None, for KEEPER the case or None."""


async def holds_any(
    office: Office, unit: Unit, who: tuple[Role, ...], oid: str | None, thing: object
) -> bool:
    """Whether the person has one of these roles; without an id only what anybody has."""
    if Role.ANYBODY in who:
        return True
    if not oid:
        return False
    for role in who:
        if await IS[role](office, unit, oid, thing):
            return True
    return False


def _free(of: Callable[[Office, str], bool]) -> Is:
    async def ask(office: Office, unit: Unit, oid: str, thing: None) -> bool:
        return of(office, oid)

    return ask


def _wish(of: Callable[[Office, str, Request], bool]) -> Is:
    async def ask(office: Office, unit: Unit, oid: str, thing: Request) -> bool:
        return of(office, oid, thing)

    return ask


async def _registrar(
    office: Office, unit: Unit, oid: str, thing: Meeting | ContactWishRow | None
) -> bool:
    if not isinstance(thing, ContactWishRow):
        return office.is_employee(oid, thing)
    meeting = await find.meeting(unit.session, thing.meeting_id)
    return office.is_employee(oid, meeting) and await wishes.is_told(unit, thing, oid)


async def _keeper(
    office: Office, unit: Unit, oid: str, thing: Request | Errand | Meeting | None
) -> bool:
    if not holds.may_keep(office, oid):
        return False
    return thing is None or oid not in await own_matter.sides_of(unit, thing)


async def _confirmer(office: Office, unit: Unit, oid: str, thing: Request) -> bool:
    if not office.may_confirm(oid, thing):
        return False
    return oid not in await own_matter.never_second(office, unit, thing)


async def _requester(office: Office, unit: Unit, oid: str, thing: Request) -> bool:
    return oid == thing.requester_oid


async def _holder(office: Office, unit: Unit, oid: str, thing: Meeting) -> bool:
    return await telling.tells_in(office, unit, oid, thing)


async def _account(office: Office, unit: Unit, oid: str, thing: Meeting) -> bool:
    return await papers.may_export(office, unit, oid, thing)


async def _asked(office: Office, unit: Unit, oid: str, thing: NoteTaker) -> bool:
    meeting = await find.meeting(unit.session, thing.meeting_id)
    return oid == thing.asked_oid or (
        meeting is not None and await telling.tells_in(office, unit, oid, meeting)
    )


async def _organizer(office: Office, unit: Unit, oid: str, thing: Incident) -> bool:
    return oid == (await unit.session.get_one(Meeting, thing.meeting_id)).organizer_oid


async def _told(office: Office, unit: Unit, oid: str, thing: Incident) -> bool:
    meeting = await unit.session.get_one(Meeting, thing.meeting_id)
    return await incidents.may_read(unit, thing, meeting, oid)


async def _initiator(office: Office, unit: Unit, oid: str, thing: Incident) -> bool:
    return oid == thing.initiator_oid


async def _file_decider(office: Office, unit: Unit, oid: str, thing: Incident) -> bool:
    return oid == thing.decider_oid


async def _reads_errand(office: Office, unit: Unit, oid: str, thing: Errand) -> bool:
    return await own_matter.may_see(office, unit, oid, thing)


async def _takes_errand(office: Office, unit: Unit, oid: str, thing: Errand) -> bool:
    home = office.departments.by_id(thing.department)
    there = home is not None and (home.knows(oid) or oid == thing.created_by)
    return thing.kind == "printout" and there and thing.owner_oid in (None, oid)


async def _opened(office: Office, unit: Unit, oid: str, thing: Errand) -> bool:
    return oid == thing.created_by


async def _hr_legal(office: Office, unit: Unit, oid: str, thing: Errand) -> bool:
    return await own_matter.may_answer(office, unit, oid, thing)


async def _owner(office: Office, unit: Unit, oid: str, thing: Errand | Task) -> bool:
    return oid == thing.owner_oid


def works_there(office: Office, oid: str, request: Request) -> bool:
    """Whether the person works or decides in the unit of a citizen's wish (B17); an employee's own
    lies in nobody's queue (C1)."""
    unit = office.departments.by_id(request.department)
    return unit is not None and unit.knows(oid) and request.relation == "citizen"


def _of_its_unit(office: Office, oid: str, request: Request) -> bool:
    return works_there(office, oid, request) and request.caseworker_oid in (None, oid)


IS: Mapping[Role, Is] = {
    Role.EMPLOYEE: _free(lambda office, oid: office.is_employee(oid)),
    Role.REGISTRAR: _registrar,
    Role.COVERED: _free(intake.covers_employees),
    Role.IN_A_UNIT: _free(lambda office, oid: office.departments.unit_of(oid) is not None),
    Role.LEADER: _free(papers.leads),
    Role.DPO: _free(lambda office, oid: oid in office.departments.dpo),
    Role.KEEPER: _keeper,
    Role.HR_LEGAL_COUNTS: _free(practice.may_read),
    Role.HANDLER: _wish(lambda office, oid, wish: office.may_handle(oid, wish)),
    Role.CASEWORKER: _wish(
        lambda office, oid, wish: office.may_handle(oid, wish) and oid == wish.caseworker_oid
    ),
    Role.OF_ITS_UNIT: _wish(_of_its_unit),
    Role.DECIDER: _wish(lambda office, oid, wish: office.may_decide(oid, wish)),
    Role.REFUSER: _wish(lambda office, oid, wish: office.may_refuse(oid, wish)),
    Role.PROPOSER: _wish(
        lambda office, oid, wish: office.may_refuse(oid, wish) and oid == wish.proposed_by
    ),
    Role.CONFIRMER: _confirmer,
    Role.ASKS_LAW: _wish(errands.may_ask_legal),
    Role.GROUND_READER: _wish(lambda office, oid, wish: office.may_see_ground(oid, wish)),
    Role.REQUESTER: _requester,
    Role.HOLDER: _holder,
    Role.ACCOUNT_READER: _account,
    Role.ORGANIZER: _organizer,
    Role.INITIATOR: _initiator,
    Role.TOLD: _told,
    Role.FILE_DECIDER: _file_decider,
    Role.ERRAND_READER: _reads_errand,
    Role.ERRAND_TAKER: _takes_errand,
    Role.OPENED: _opened,
    Role.HR_LEGAL: _hr_legal,
    Role.OWNER: _owner,
    Role.ASKED: _asked,
}


async def place_of(
    unit: Unit, command: commands.PersonCommand
) -> ContactWishRow | Meeting | Request | Errand | None:
    """What a press without a thing of its own is about: the contact wish that a registration begins with,
    or else the meeting of the chat; and the case that is to be held or let go."""
    if isinstance(command, commands.HoldCase | commands.LiftHold):
        case_id = await holds.case_of(unit, command.form.get(holds.NUMBER, ""))
        return await holds.thing_of(unit, case_id) if case_id else None
    if not isinstance(command, commands.OpenRegistration | commands.RegisterRequest):
        return None
    if command.wish_id:
        return await unit.session.get(ContactWishRow, command.wish_id)
    return await intake.meeting_of_command(unit, command)
