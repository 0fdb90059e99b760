"""A sealed field that cannot be opened is a matter of its own case: others are decided as before."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from casework.asking import standing
from casework.asking.standing import Place
from casework.deciding import drafts, reasons
from store.database import Database
from tests.system import rights_world as world


@pytest.mark.parametrize("profile", ["nyborg", "frederiksberg", "albertslund"])
async def test_an_earlier_case_that_cannot_be_read_stops_no_later_one(
    database: Database, profile: str
) -> None:
    office = world.office(profile)
    async with database.unit() as unit:
        about = await world.meeting(unit)
        earlier = await world.wish(
            unit, about, office, state="not_granted", decided_by="boss", decided_at=unit.now
        )
        await unit.session.execute(
            text(
                "UPDATE personal SET sealed = substring(sealed FROM 1 FOR 30) WHERE owner_id = :id"
            ),
            {"id": earlier.id},
        )
        later = await world.wish(unit, about, office, state="under_assessment", approver_oid="boss")
        draft = drafts.draft_of(later, "boss", await unit.personal.get(later.id))
        assert await reasons.faults(office, unit, later, draft)  # it says what is missing
        await reasons.assessment_faults(office, unit, later, draft)  # reads what was written before
        place = Place(about.id, about.starts_at, "a", "per")
        found = await standing.refusal(unit, office.profile, place, "Ole Madsen")
        assert (found is not None) is (profile == "albertslund")  # by its place, not by its name
