"""The job that prepares whoever holds a talk that may be recorded: in time, once, and only while it holds.

One effect per meeting. It reads the truth, shows what is due, takes back what no longer holds, and
comes again when the next card is due. So a move, a withdrawal and a late yes need no case of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from casework import effects, showing
from casework.jobs.meeting import meeting_id
from casework.jobs.posting import show_if_reachable
from casework.meeting import preparing
from casework.office import Bench
from guidelines.preparation import Occasion, next_look, occasion_due
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.jobs import Claim
from store.tables import Card, Meeting
from texts import views


@dataclass(frozen=True)
class Shown:
    """A card that stands: for which time of the meeting, on which occasion, with whom, and of what."""

    card: Card
    at: str
    occasion: str
    oid: str
    about: str = ""

    def tells(self, about: str | None) -> bool:
        """Whether it still says what is to hold; one of an earlier version does not say of what it is."""
        return about is not None and self.about in ("", about)


def purpose(meeting: Meeting, occasion: str, oid: str, about: str) -> str:
    """One card for each time of the meeting, occasion and person, and for what is to hold in it."""
    return f"prepare:{meeting.id}:{_stamp(meeting.starts_at)}:{occasion}:{oid}:{about}"


def _stamp(at: datetime | None) -> str:
    return f"{at:%Y%m%dT%H%M}" if at else "-"


@rule("C13", surface="card")
async def prepare(bench: Bench, claim: Claim) -> str:
    """Show the card that is due to each who holds the talk, and take back those that no longer hold."""
    async with bench.database.unit() as unit:
        meeting = await find.meeting(unit.session, meeting_id(claim))
        if meeting is None:
            return "gone"
        if await _is_begun(unit, meeting):
            return "begun"
        holds = await preparing.holds_ahead(bench.office, unit, meeting)
        owners = await preparing.owners(unit, meeting, holds)
        about = {oid: preparing.about(holds, oid) for oid in owners}
        standing = await shown_of(unit, meeting)
        due = {
            oid: occasion
            for oid in owners
            if (occasion := _due(meeting, standing, oid, about[oid], unit.now)) is not None
        }
        shown = {
            oid: await preparing.preparation(bench.office, unit, meeting, holds, oid, occasion)
            for oid, occasion in due.items()
        }
        over = {
            one.card.purpose: (one.oid, await _over(unit, meeting, one, about, holds=bool(holds)))
            for one in standing
            if not (holds and one.tells(about.get(one.oid)) and one.at == _stamp(meeting.starts_at))
        }
    for oid, view in shown.items():
        await show_if_reachable(bench, purpose(meeting, due[oid], oid, about[oid]), oid, view)
    for name, (oid, gone) in over.items():
        await show_if_reachable(bench, name, oid, gone)
    return await _afterwards(bench, meeting, list(over), again=bool(owners), shown=bool(shown))


async def _is_begun(unit: Unit, meeting: Meeting) -> bool:
    """Whether there is nothing to prepare any more: it runs, its time has come, or it is over."""
    if await find.running_occurrence(unit.session, meeting.id):
        return True
    ahead = meeting.starts_at is not None and meeting.starts_at > unit.now
    return meeting.state == "past" or (meeting.state == "coming" and not ahead)


def _due(
    meeting: Meeting, standing: list[Shown], oid: str, about: str, now: datetime
) -> Occasion | None:
    """What is due and does not stand yet with this person."""
    now_planned = _stamp(meeting.starts_at)
    mine = {s.occasion for s in standing if (s.oid, s.at) == (oid, now_planned) and s.tells(about)}
    if meeting.starts_at is None:
        return None
    occasion = occasion_due(meeting.starts_at, now, told="evening" in mine)
    return None if occasion in mine else occasion


async def shown_of(unit: Unit, meeting: Meeting) -> list[Shown]:
    """The cards that stand for this meeting, whatever time it was planned for."""
    cards = await find.cards_like(unit.session, f"prepare:{meeting.id}:")
    return [Shown(card, *card.purpose.split(":")[2:6]) for card in cards if card.activity_id]


async def shown_before(unit: Unit, meeting: Meeting) -> dict[str, str]:
    """The card that stands with each right before the meeting, by the person (its purpose)."""
    return {
        one.oid: one.card.purpose
        for one in await shown_of(unit, meeting)
        if (one.at, one.occasion) == (_stamp(meeting.starts_at), "soon")
    }


async def _over(
    unit: Unit, meeting: Meeting, one: Shown, about: Mapping[str, str], *, holds: bool
) -> views.Preparation:
    """The card once it no longer holds, and why."""
    why: views.PreparationOver = "taken"
    if meeting.state == "cancelled":
        why = "cancelled"
    elif not holds:
        why = "off"
    elif one.at != _stamp(meeting.starts_at):
        why = "moved"
    elif one.oid in about:
        why = "changed"
    line = await showing.meeting_line(unit, meeting)
    occasion: Occasion = "soon" if one.occasion == "soon" else "evening"
    return views.Preparation(
        meeting_id=meeting.id,
        meeting=line,
        request_id=None,
        occasion=occasion,
        kind=meeting.kind,
        over=why,
    )


async def _afterwards(
    bench: Bench, meeting: Meeting, over: list[str], *, again: bool, shown: bool
) -> str:
    """What was taken back is forgotten, so that a new yes is told anew; the next card is waited for."""
    async with bench.database.unit() as unit:
        for name in over:
            card = await find.card(unit.session, name)
            if card is not None:
                await unit.session.delete(card)
        soonest = next_look(meeting.starts_at, unit.now) if meeting.starts_at and again else None
        if soonest:
            args = {"meeting_id": str(meeting.id)}
            # A moment later than due, so that a clock that lags a little is not asked twice.
            at = soonest + timedelta(seconds=1)
            await unit.effects.schedule(effects.PREPARE, str(meeting.id), args=args, due_at=at)
    if shown:
        return "shown"
    return "taken_back" if over else "nothing_due"
