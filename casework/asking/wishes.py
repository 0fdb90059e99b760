"""The contact wish: somebody in a meeting would like to record. No request, no ground, no proof."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select

from casework import commands, effects, showing
from casework.office import Office
from clock import COPENHAGEN
from store import find
from store.database import Unit
from store.tables import ContactWishRow, Meeting
from texts import views

WISHES_PER_HOUR = 20


def person_key(unit: Unit, meeting: Meeting, oid: str | None, mri: str, at: datetime) -> str:
    """One wish per person and meeting; in a series, whose chat stays the same, one per day."""
    day = f"{at.astimezone(COPENHAGEN):%Y-%m-%d}:" if showing.repeats(meeting) else ""
    return unit.person_key(f"{meeting.id}:{day}{oid or mri}")


async def express(
    office: Office, unit: Unit, meeting: Meeting, actor: commands.Actor
) -> views.Toast:
    """Enter the wish, unless it stands already; an employee is told by a job."""
    person = person_key(unit, meeting, actor.oid, actor.mri, unit.now)
    if await _has_wished(unit, meeting.id, person):
        return views.Toast(code="wish_already")
    hour = await find.wishes_since(unit.session, meeting.id, unit.now - timedelta(hours=1))
    if hour >= WISHES_PER_HOUR:
        return views.Toast(code="wish_too_many")
    wish = ContactWishRow(
        id=uuid4(),
        meeting_id=meeting.id,
        person_key=person,
        anonymous=actor.oid is None,
        created_at=unit.now,
    )
    unit.session.add(wish)
    await unit.session.flush()
    await unit.personal.put(wish.id, meeting.id, {"name": actor.name[:200]})
    await unit.journal.write(
        meeting.id, "contact_wish", actor="participant", facts={"anonymous": wish.anonymous}
    )
    await _refresh(unit, wish.id)
    return views.Toast(code="wish_received_tell" if office.profile.is_notice else "wish_received")


async def _has_wished(unit: Unit, meeting_id: UUID, person: str) -> bool:
    query = select(ContactWishRow.id).where(
        ContactWishRow.meeting_id == meeting_id, ContactWishRow.person_key == person
    )
    return (await unit.session.scalar(query)) is not None


async def close(unit: Unit, wish_id: UUID | None, request_id: UUID) -> None:
    """The wish has become a request; everybody who was told sees that."""
    wish = await unit.session.get(ContactWishRow, wish_id) if wish_id else None
    if wish and wish.request_id is None:
        wish.request_id = request_id
        await unit.session.flush()
        await _refresh(unit, wish.id)


async def _refresh(unit: Unit, wish_id: UUID) -> None:
    await unit.effects.schedule(effects.WISH_CARD, str(wish_id), args={"wish_id": str(wish_id)})


async def is_told(unit: Unit, wish: ContactWishRow, oid: str) -> bool:
    """Whether the person has had the card that tells of this wish, or is just getting it."""
    return await find.card(unit.session, f"wish:{wish.id}:{oid}") is not None


async def who_may_help(office: Office, unit: Unit, meeting: Meeting) -> list[list[str]]:
    """Who can be told, best first: our organizer, who handles a wish in the meeting, the default
    unit. A meeting that another organisation called has only the last two."""
    ours = meeting.organizer_oid and meeting.organizer_tenant == office.tenant_id
    requests = await find.requests_of(unit.session, meeting.id)
    handling = [r.caseworker_oid or r.registered_by for r in requests]
    default = office.departments.default
    decide = [oid for oid in (default.approver_oid, default.deputy_oid) if oid]
    return [
        [meeting.organizer_oid] if ours and meeting.organizer_oid else [],
        list(dict.fromkeys(handling)),
        list(default.members),
        decide,
    ]
