"""An errand that reaches nobody: whoever opened it hears so, and brings it another way (B5, C34).

Nothing ends in silence: the card comes again with every reminder until somebody at the other end can be
written to, or whoever opened it says that it was brought another way.
"""

from __future__ import annotations

from casework import commands
from casework.afterwards import errands, tasks
from casework.office import Office
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Errand
from texts import views

PASSED_ON = "passed_on"


@rule("B5", "C34", surface="card")
async def card(office: Office, unit: Unit, errand: Errand) -> views.ErrandReminder | None:
    """What whoever opened it is told; None when nothing is to be told. Of a question to HR/Jura a task
    tells (C32)."""
    handled = errand.state not in errands.OPEN or PASSED_ON in errand.facts
    if handled or errand.kind == "legal_question":
        return None
    return await _view(office, unit, errand)


async def _view(office: Office, unit: Unit, errand: Errand) -> views.ErrandReminder:
    request = await find.request(unit.session, errand.request_id) if errand.request_id else None
    profile = office.profile_about(request)
    contact = tasks.contacts_of(profile)
    if errand.kind == "printout":
        place = office.department(errand.department)
        contact = tuple(one for one in (place.name, place.phone) if one)
    return views.ErrandReminder(
        errand_id=errand.id,
        number=errand.number,
        kind=errand.kind,
        route=profile.misuse_route,
        unreached=True,
        passed_on=PASSED_ON in errand.facts,
        contact=contact,
    )


@rule("B5", "C34", surface="card")
async def pass_on(office: Office, unit: Unit, command: commands.PassOnErrand) -> views.View:
    """Whoever opened it says that those who are to have it were reached in another way."""
    errand = await errands.find_errand(unit, command.errand_id, lock=True)
    if errand is None:
        return views.Toast(code="no_longer_possible")
    if PASSED_ON not in errand.facts:
        errand.facts = {**errand.facts, PASSED_ON: unit.now.isoformat()}
        await unit.session.flush()
        await unit.journal.write(
            errand.id, "errand_passed_on", actor=errand.created_by, facts={"kind": errand.kind}
        )
    return await _view(office, unit, errand)
