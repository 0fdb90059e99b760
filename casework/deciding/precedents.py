"""Earlier decisions, kept without persons or free text, and shown to whoever intends a refusal (C10).

Every decision and every notice leaves one row. It has the quarter and nothing finer, and though it
names the unit, for the practice HR/Jura can read, the unit is never shown with a like case (C11).
"""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import select

from casework.office import Office
from guidelines.precedents import EarlierCase, LikeCase, like, quarter_of
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Precedent, Request

MOST = 200
"""So many earlier cases are looked at, the latest first."""


@rule("C10", "C11", surface="card")
async def enter(office: Office, unit: Unit, request: Request) -> None:
    """Write the request's row, or bring it up to date when a notice is refused later.

    The request's state, scope and ground of refusal are those of the decision.
    """
    kept = await unit.session.get(Precedent, request.precedent_id) if request.precedent_id else None
    if kept is not None:
        kept.outcome, kept.refusal_ground = outcome_of(request), request.refusal_ground
        kept.quarter = quarter_of(unit.now)
        await unit.session.flush()
        return
    meeting = await find.meeting(unit.session, request.meeting_id)
    personal = await unit.personal.get(request.id)
    ground = office.profile_of(request).ground(personal.get("ground", ""))
    row = Precedent(
        id=uuid4(),
        quarter=quarter_of(unit.now),
        department=request.department,
        relation=request.relation,
        meeting_kind=meeting.kind if meeting else "virtual",
        employee_type=request.employee_type,
        ground=ground.id if ground else "",  # a code of the profile, never what somebody typed
        refusal_ground=request.refusal_ground,
        outcome=outcome_of(request),
    )
    unit.session.add(row)
    await unit.session.flush()
    request.precedent_id = row.id
    await unit.session.flush()


@rule("C10", surface="card")
async def forget(unit: Unit, request: Request) -> None:
    """A notice that was withdrawn before anybody recorded or decided anything is no earlier case."""
    if request.precedent_id is None or not request.notice:
        return
    if request.decided_at is not None or request.used_at is not None:
        return
    row = await unit.session.get(Precedent, request.precedent_id)
    request.precedent_id = None
    await unit.session.flush()
    if row is not None:
        await unit.session.delete(row)
        await unit.session.flush()


def outcome_of(request: Request) -> str:
    """What came of it: granted, not_granted or own_part (C31)."""
    if request.state == "granted" and request.scope == "own_part":
        return "own_part"
    return request.state


async def like_cases(office: Office, unit: Unit, request: Request) -> tuple[LikeCase, ...]:
    """The earlier cases like this one in the whole municipality, newest first; not its own."""
    ground = (await unit.personal.get(request.id)).get("ground", "")
    query = (
        select(Precedent)
        .where(Precedent.relation == request.relation, Precedent.ground == ground)
        .order_by(Precedent.quarter.desc())
        .limit(MOST)
    )
    rows = (await unit.session.scalars(query)).all()
    cases = [
        EarlierCase(
            row.quarter,
            row.relation,
            row.ground,
            row.outcome,
            row.meeting_kind,
            row.employee_type or "",
        )
        for row in rows
        if row.id != request.precedent_id
    ]
    return like(office.profile_of(request), cases, relation=request.relation, ground=ground)
