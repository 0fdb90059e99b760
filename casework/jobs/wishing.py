"""The job that tells an employee that somebody in a meeting would like to record."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import structlog

from casework import closed, effects, showing
from casework.asking import wishes
from casework.jobs.posting import show_if_reachable
from casework.meeting import meetings
from casework.office import Bench
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import ContactWishRow, Meeting
from texts import views

NEXT_TRY = timedelta(minutes=10)
UNKNOWN_END = timedelta(hours=8)
"""How long a wish is tried on in a meeting whose end nobody knows."""
log = structlog.get_logger()


async def wish_card(bench: Bench, claim: Claim) -> str:
    """Tell the organizer, else the caseworkers of wishes in the meeting, else the default unit.

    Whoever has been told sees too that somebody has followed it up. A wish that reaches nobody is
    tried on until the meeting is over.
    """
    found = await _load(bench, UUID(claim.args["wish_id"]))
    if found is None:
        return "gone"
    wish, meeting = found
    await _learn_name(bench, wish, meeting)
    async with bench.database.unit() as unit:
        view = views.ContactWish(
            wish_id=wish.id,
            meeting=await showing.meeting_line(unit, meeting),
            name=closed.name_of((await unit.personal.opened_where_possible([wish.id]))[wish.id]),
            anonymous=wish.anonymous,
            handled=wish.request_id is not None,
            tell_only=bench.office.profile.is_notice,
        )
        groups = await wishes.who_may_help(bench.office, unit, meeting)
        standing = await find.cards_like(unit.session, f"wish:{wish.id}:")
        told = [c.purpose.rsplit(":", 1)[-1] for c in standing if c.activity_id]
    for readers in (told,) if told else groups:
        shown = [
            await show_if_reachable(bench, f"wish:{wish.id}:{oid}", oid, view) for oid in readers
        ]
        if any(shown):
            return "shown"
    if view.handled:
        return "handled"
    async with bench.database.unit() as unit:
        if not await _is_over(unit, wish, meeting):
            # Due anew rather than tried again: a meeting may be further away than the tries last.
            args = {"wish_id": str(wish.id)}
            due_at = unit.now + NEXT_TRY
            await unit.effects.schedule(effects.WISH_CARD, str(wish.id), args=args, due_at=due_at)
            return "nobody_reachable"
        log.error("wish_reaches_nobody", wish=str(wish.id))
        facts = {"wish": str(wish.id)}
        await unit.journal.write(meeting.id, "contact_wish_unheard", actor="system", facts=facts)
    return "nobody_to_tell"


async def _is_over(unit: Unit, wish: ContactWishRow, meeting: Meeting) -> bool:
    """Whether nobody can be waited for any more; of a series only its first time is known."""
    if await find.running_occurrence(unit.session, meeting.id):
        return False
    if meeting.state != "coming":
        return True
    end: datetime | None = None if showing.repeats(meeting) else meetings.over_from(meeting)
    return unit.now >= (end or wish.created_at + UNKNOWN_END)


async def _load(bench: Bench, found: UUID) -> tuple[ContactWishRow, Meeting] | None:
    async with bench.database.unit() as unit:
        wish = await unit.session.get(ContactWishRow, found)
        meeting = await find.meeting(unit.session, wish.meeting_id) if wish else None
    return (wish, meeting) if wish and meeting else None


async def _learn_name(bench: Bench, wish: ContactWishRow, meeting: Meeting) -> None:
    """A press need not carry a name; the chat's roster does. Trouble leaves the wish unnamed."""
    async with bench.database.unit() as unit:
        stored = (await unit.personal.opened_where_possible([wish.id]))[wish.id]
        if stored.get("name") or "name" in stored.closed:
            return
    if not (meeting.service_url and meeting.chat_id):
        return
    try:
        roster = await bench.outside.meetings.roster(meeting.service_url, meeting.chat_id)
    except Exception as error:
        log.warning("wish_without_a_name", wish=str(wish.id), error=type(error).__name__)
        return
    async with bench.database.unit() as unit:
        for member in roster:
            key = wishes.person_key(unit, meeting, member.oid, member.mri, wish.created_at)
            if key == wish.person_key and member.name:
                await unit.personal.put(wish.id, meeting.id, {"name": member.name[:200]})
