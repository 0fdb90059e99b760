"""Earlier decisions, kept without persons or free text, and shown to whoever intends a refusal (C10).

Every decision and every notice leaves one row. It has the quarter and nothing finer, and though it
names the unit, for the practice HR/Jura can read, the unit is never shown with a like case (C11).

The row has the code of the ground in clear, for it is counted. So which row is a wish's own stands sealed
with the wish, and goes with its ground: neither the tables nor the journal lead from one to the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import func, or_, select, update
from sqlalchemy.dialects.postgresql import array

from casework import closed
from casework.deciding.drafts import Draft
from casework.office import Office
from casework.showing import talk_of
from guidelines.precedents import (
    EarlierCase,
    LikeCase,
    considerations,
    has_considerations,
    like,
    quarter_of,
)
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Precedent, Request

OWN: Final = "precedent"
"""The sealed field of a wish that names its row."""
SEALED_AT_ONCE = 1000
MOST = 200
"""So many earlier cases are looked at: those that ended otherwise than in a no before any other, the latest first."""


@rule("C10", "C11", surface="card")
async def enter(office: Office, unit: Unit, request: Request) -> None:
    """Write the request's row, or bring it up to date when a notice is refused later.

    The request's state, scope and ground of refusal are those of the decision.
    """
    kept = await own_row(unit, request)
    against = sorted(_against(office, request, request.refusal_ground, request.verdicts))
    if kept is not None:
        kept.outcome, kept.refusal_ground = outcome_of(request), request.refusal_ground
        kept.quarter, kept.against = quarter_of(unit.now), against
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
        employee_type=talk_of(request, personal) or None,
        ground=ground.id if ground else "",  # a code of the profile, never what somebody typed
        refusal_ground=request.refusal_ground,
        outcome=outcome_of(request),
        against=against,
    )
    unit.session.add(row)
    await unit.session.flush()
    await unit.personal.put(request.id, request.id, {OWN: str(row.id)})
    if not unit.alone:  # whoever knows the open link alone would count the wish a second time
        request.precedent_id = row.id


async def own_row(unit: Unit, request: Request) -> Precedent | None:
    """The row this wish has left; None when it has left none, or when that is forgotten."""
    stored = await unit.personal.opened_where_possible([request.id])  # another field may be broken
    sealed = stored[request.id].get(OWN)
    row_id = UUID(sealed) if sealed else request.precedent_id  # an older release beside this one
    return await unit.session.get(Precedent, row_id) if row_id else None


async def seal_links(unit: Unit) -> int:
    """Seal what an earlier release wrote in the open, at most ``SEALED_AT_ONCE``; how many. The row gets
    another id: the one it had stands in the journal of its wish. While such a release runs beside this one,
    which knows no other link, nothing is moved."""
    if not unit.alone:
        return 0
    open_ones = select(Request.id, Request.precedent_id).where(Request.precedent_id.is_not(None))
    query = open_ones.limit(SEALED_AT_ONCE).with_for_update(skip_locked=True)
    found = (await unit.session.execute(query)).all()
    for request_id, row_id in found:
        fresh = uuid4()
        wish = update(Request).where(Request.id == request_id).values(precedent_id=None)
        row = update(Precedent).where(Precedent.id == row_id).values(id=fresh)
        for statement in (wish, row):
            await unit.session.execute(statement.execution_options(synchronize_session=False))
        await unit.personal.put(request_id, request_id, {OWN: str(fresh)})
    return len(found)


@rule("C10", surface="card")
async def allowed_although(
    office: Office, unit: Unit, request: Request, refusal_ground: str
) -> None:
    """The second person did not refuse on this ground: for others it counts as allowed although (C27)."""
    row = await own_row(unit, request)
    if row is not None:
        also = _against(office, request, refusal_ground, {})
        row.against = sorted({*row.against, *also})
        await unit.session.flush()


def _against(
    office: Office, request: Request, refusal_ground: str | None, verdicts: Mapping[str, object]
) -> frozenset[str]:
    return considerations(
        office.profile_of(request),
        refusal_ground=refusal_ground or "",
        verdicts={key: value for key, value in verdicts.items() if isinstance(value, str)},
        others_affairs=request.others_affairs is True,
    )


@rule("C10", surface="card")
async def forget(unit: Unit, request: Request) -> None:
    """A notice that was withdrawn before anybody recorded or decided anything is no earlier case."""
    if not request.notice:
        return
    if request.decided_at is not None or request.used_at is not None:
        return
    row = await own_row(unit, request)
    if row is None:
        return
    request.precedent_id = None
    await unit.session.flush()
    await unit.personal.discard(request.id, [OWN])
    await unit.session.delete(row)
    await unit.session.flush()


def outcome_of(request: Request) -> str:
    """What came of it: granted, not_granted or own_part (C31)."""
    if request.state == "granted" and request.scope == "own_part":
        return "own_part"
    return request.state


async def like_cases(
    office: Office, unit: Unit, request: Request, draft: Draft
) -> tuple[LikeCase, ...]:
    """The earlier cases like this one in the whole municipality, newest first; not its own.

    ``draft``: the refusal as far as it has come, for what it rests on is what is compared.
    """
    profile = office.profile_of(request)
    personal = await closed.opened(unit, request)
    ground, talk = personal.get("ground", ""), talk_of(request, personal)
    against = _against(office, request, draft.ground, draft.verdicts)
    alike = [Precedent.against.has_any(array(sorted(against)))] if against else []
    alike += [Precedent.ground == ground] if has_considerations(profile, ground) else []
    if not alike:
        return ()
    mine = await own_row(unit, request)
    query = (
        select(Precedent)
        .where(
            Precedent.relation == request.relation,
            func.coalesce(Precedent.employee_type, "") == talk,
            Precedent.id.is_distinct_from(mine.id if mine else None),
            or_(*alike),
        )
        .order_by(Precedent.outcome == "not_granted", Precedent.quarter.desc())
        .limit(MOST)
    )
    cases = [
        EarlierCase(
            row.quarter,
            row.relation,
            row.ground,
            row.outcome,
            row.meeting_kind,
            row.employee_type or "",
            frozenset(row.against),
        )
        for row in (await unit.session.scalars(query)).all()
    ]
    return like(
        profile,
        cases,
        relation=request.relation,
        ground=ground,
        against=against,
        employee_type=talk,
    )
