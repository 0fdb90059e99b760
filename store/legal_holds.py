"""Which cases are held, and everything that hangs on them."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select, text

from store.database import Unit
from store.tables import LegalHold

HELD = text("""
    WITH named AS (
        SELECT case_id FROM legal_holds WHERE lifted_at IS NULL
        UNION SELECT id FROM errands WHERE kind = 'misuse' AND closed_at IS NULL
        UNION SELECT request_id FROM errands
            WHERE kind = 'misuse' AND closed_at IS NULL AND request_id IS NOT NULL
    ), held AS (
        SELECT case_id FROM named
        UNION SELECT r.id FROM requests r JOIN named ON named.case_id = r.meeting_id
    )
    SELECT case_id FROM held
    UNION SELECT r.meeting_id FROM requests r JOIN held ON held.case_id = r.id
    UNION SELECT e.id FROM errands e JOIN held ON held.case_id = e.request_id
    UNION SELECT e.request_id FROM errands e JOIN held ON held.case_id = e.id
        WHERE e.request_id IS NOT NULL
    UNION SELECT r.meeting_id FROM errands e JOIN held ON held.case_id = e.id
        JOIN requests r ON r.id = e.request_id
""")


async def keep_still(unit: Unit) -> None:
    """Until the unit ends nobody sets a hold or lifts one: who sets it then is told so only once the
    deletion is done, and one that was set before is seen."""
    await unit.session.execute(text("LOCK TABLE legal_holds IN SHARE MODE"))


async def held_ids(unit: Unit) -> frozenset[UUID]:
    """Every wish, meeting and errand that may not be deleted: what is held, a report of misuse that is
    open and the wish it is about, the meeting of such a wish, and what was asked or reported about it.
    A meeting that is held itself is held with every wish in it."""
    return frozenset((await unit.session.execute(HELD)).scalars())


PEOPLE = text("""
    SELECT x.oid FROM requests r, LATERAL (VALUES
        (r.registered_by), (r.caseworker_oid), (r.requester_oid), (r.approver_oid), (r.deputy_oid),
        (r.decided_by), (r.proposed_by), (r.confirmer_oid), (r.confirmed_by)) AS x(oid)
    WHERE r.id = ANY(:held) AND x.oid IS NOT NULL
    UNION SELECT x.oid FROM errands e, LATERAL (VALUES
        (e.created_by), (e.owner_oid), (e.closed_by)) AS x(oid)
    WHERE e.id = ANY(:held) AND x.oid IS NOT NULL
    UNION SELECT m.organizer_oid FROM meetings m
    WHERE m.id = ANY(:held) AND m.organizer_oid IS NOT NULL
    UNION SELECT i.oid FROM informed i JOIN occurrences o ON o.id = i.occurrence_id
    WHERE o.meeting_id = ANY(:held) AND i.oid IS NOT NULL
    UNION SELECT x.oid FROM incidents i, LATERAL (VALUES
        (i.initiator_oid), (i.decider_oid), (i.file_outcome_by)) AS x(oid)
    WHERE i.meeting_id = ANY(:held) AND x.oid IS NOT NULL
    UNION SELECT s.who FROM incident_steps s JOIN incidents i ON i.id = s.incident_id
    WHERE i.meeting_id = ANY(:held)
    UNION SELECT t.owner_oid FROM tasks t
    WHERE t.request_id = ANY(:held) OR t.meeting_id = ANY(:held)
    UNION SELECT j.actor FROM journal j WHERE j.case_id = ANY(:held)
""")

ROWS = text("""
    SELECT id FROM occurrences WHERE meeting_id = ANY(:held)
    UNION SELECT id FROM incidents WHERE meeting_id = ANY(:held)
    UNION SELECT id FROM contact_wishes WHERE meeting_id = ANY(:held)
    UNION SELECT id FROM tasks WHERE request_id = ANY(:held) OR meeting_id = ANY(:held)
""")


async def people_of(unit: Unit, held: frozenset[UUID]) -> frozenset[str]:
    """Everybody who stands in what is held: their names are kept with it."""
    return frozenset((await unit.session.execute(PEOPLE, {"held": list(held)})).scalars())


async def rows_of(unit: Unit, held: frozenset[UUID]) -> frozenset[UUID]:
    """What is held, with everything in it that a card may be about."""
    inside = (await unit.session.execute(ROWS, {"held": list(held)})).scalars()
    return held | frozenset(inside)


async def standing(unit: Unit, case_id: UUID, *, lock: bool = False) -> LegalHold | None:
    """The hold that stands for this case."""
    query = select(LegalHold).where(LegalHold.case_id == case_id, LegalHold.lifted_at.is_(None))
    return (await unit.session.scalars(query.with_for_update() if lock else query)).first()
