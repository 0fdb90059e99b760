"""A talk outside Teams that nobody told of beforehand: in a room, on the phone. It gets the same card (A8, C21)."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select

from casework import commands, showing
from casework.asking import entering
from casework.meeting import guiding, holders, meetings
from casework.office import Office
from guidelines.profile import Profile
from guidelines.rules import rule
from store.database import Unit
from store.tables import Meeting, Request
from texts import views

TWICE = timedelta(minutes=2)
"""So soon a second press is taken for the same talk."""
BEFORE, AFTER = timedelta(hours=1), meetings.ELSEWHERE
MOST = 3


def kinds(profile: Profile) -> tuple[str, ...]:
    """The kinds of talk the guideline covers that have no Teams behind them."""
    return tuple(kind for kind in profile.meeting_kinds if kind != "virtual")


@rule("A8", "B1", "C21", surface="card")
async def where(office: Office, unit: Unit, oid: str) -> views.GuideWhere:
    """Which talk it is: one known for about now, or one that has just begun."""
    handled = select(Request.meeting_id).where(Request.caseworker_oid == oid)
    query = (
        select(Meeting)
        .where(
            Meeting.chat_id.is_(None),
            Meeting.state == "coming",
            Meeting.starts_at.between(unit.now - AFTER, unit.now + BEFORE),
            (Meeting.organizer_oid == oid) | Meeting.id.in_(handled),
        )
        .order_by(Meeting.starts_at)
    )
    found = (await unit.session.scalars(query)).all()
    hers = [one for one in found if not await holders.records_in(unit, oid, one)]
    talks = [(one.id, await showing.meeting_line(unit, one)) for one in hers[:MOST]]
    return views.GuideWhere(talks=tuple(talks), kinds=kinds(office.profile))


@rule("A8", "B1", "C21", surface="card")
async def begin(office: Office, unit: Unit, command: commands.BeginElsewhere) -> views.View:
    """A talk outside Teams begins now: it is known from here on, so that what happens can be noted."""
    oid, kind = command.actor.oid or "", command.form.get("kind", "")
    if kind not in kinds(office.profile):
        return await where(office, unit, oid)
    await unit.session.execute(select(func.pg_advisory_xact_lock(func.hashtext(oid))))
    meeting = await _just_begun(unit, oid, kind)
    if meeting is None:
        meeting = await entering.meeting_for(office, unit, None, unit.now, kind, oid)
        await meetings.plan_end_elsewhere(unit, meeting)
        await unit.journal.write(meeting.id, "talk_begun", actor=oid, facts={"kind": kind})
    await showing.learn_name(unit, oid, command.actor.name)
    return await guiding.guide(office, unit, meeting, oid)


async def _just_begun(unit: Unit, oid: str, kind: str) -> Meeting | None:
    query = select(Meeting).where(
        Meeting.organizer_oid == oid,
        Meeting.kind == kind,
        Meeting.chat_id.is_(None),
        Meeting.created_at >= unit.now - TWICE,
        Meeting.id.not_in(select(Request.meeting_id)),
    )
    return (await unit.session.scalars(query)).first()
