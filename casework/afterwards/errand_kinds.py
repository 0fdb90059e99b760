"""The card of an errand, whatever kind it is."""

from __future__ import annotations

from casework import commands
from casework.afterwards import errands, misuse, printouts
from casework.office import Office
from store.database import Unit
from store.tables import Errand
from texts import views


async def show_errand(office: Office, unit: Unit, command: commands.ShowErrand) -> views.View:
    """The errand as it stands."""
    errand = await errands.find_errand(unit, command.errand_id)
    if errand is None:
        return views.NotYours(who="")
    return await errand_view(office, unit, errand, command.actor.oid or "")


async def errand_view(office: Office, unit: Unit, errand: Errand, reader: str) -> views.View:
    """The errand's card for this reader, whatever kind it is."""
    if errand.kind == "misuse":
        return await misuse.misuse(office, unit, errand)
    if errand.kind == "legal_question":
        return await errands.legal_question(office, unit, errand, reader)
    return await printouts.printout(office, unit, errand, reader)
