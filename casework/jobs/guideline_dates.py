"""The job that tells whoever owns the guideline of its dates: once before each, and once after (domain 2.5).

The guideline stays in force till there is another; nothing but a person sees that it should have been
looked at. HR/Jura are told, and the DPO; where nobody of them can be written to, it is tried every day.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Literal, cast

from casework import effects
from casework.jobs.posting import show_if_reachable
from casework.office import Bench, Office
from clock import COPENHAGEN
from guidelines.profile_review import Due, dates_due
from store import find
from store.jobs import Claim
from texts import views

DAILY = timedelta(days=1)


def owners(office: Office) -> tuple[str, ...]:
    """Who answers for the guideline."""
    listed = office.departments
    return tuple(dict.fromkeys((*listed.hr_legal, *listed.dpo)))


async def tell(bench: Bench, claim: Claim) -> str:
    """A card for each date that is due, to each owner who has not had it."""
    async with bench.database.unit() as unit:
        today = unit.now.astimezone(COPENHAGEN).date()
        await unit.effects.schedule(effects.GUIDELINE, claim.key, due_at=unit.now + DAILY)
    told = 0
    for due in dates_due(bench.office.guideline, today):
        for oid in owners(bench.office):
            told += await _tell(bench, due, oid)
    return "told" if told else "nothing_new"


async def _tell(bench: Bench, due: Due, oid: str) -> bool:
    profile = bench.office.profile
    when = "passed" if due.passed else "soon"
    purpose = f"guideline:{profile.version}:{due.parameter}:{due.day}:{when}:{oid}"
    async with bench.database.unit() as unit:
        card = await find.card(unit.session, purpose)
    if card and card.activity_id:
        return False
    view = views.GuidelineDate(
        parameter=cast(Literal["valid_to", "evaluate_on"], due.parameter),
        day=due.day,
        passed=due.passed,
        municipality=profile.municipality,
        version=profile.version,
    )
    return await show_if_reachable(bench, purpose, oid, view)
