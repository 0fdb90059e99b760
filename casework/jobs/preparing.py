"""The job that prepares whoever holds a talk that may be recorded: in time, once, and only while it holds.

One effect per meeting. It reads the truth, shows what is due, takes back what no longer holds, and
comes again when the next card is due. So a move, a withdrawal and a late yes need no case of their own.
Of a series, whose next time nobody tells, one card says so, and one comes before the time it usually has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from casework import effects, showing
from casework.jobs.meeting import meeting_id
from casework.jobs.posting import show_if_reachable
from casework.meeting import meetings, preparing
from casework.meeting.next_time import NextTime, last_call, next_time
from casework.office import Bench
from guidelines.preparation import UNTIMED, Occasion, occasion_due, untimed_due
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

    @property
    def posted_at(self) -> datetime:
        """When it was posted."""
        return self.card.posted_at or datetime.min.replace(tzinfo=UTC)

    def is_for(self, ahead: NextTime) -> bool:
        """Whether it is for the time to come: of that time, or of whichever comes next."""
        return not ahead.told or self.occasion in UNTIMED or self.at == _stamp(ahead.at)

    def tells(self, about: str | None) -> bool:
        """Whether it still says what is to hold; one of an earlier version does not say of what it is."""
        return about is not None and self.about in ("", about)


def purpose(meeting: Meeting, occasion: str, oid: str, about: str, at: datetime | None) -> str:
    """One card for each time of the meeting, occasion and person, and for what is to hold in it."""
    return f"prepare:{meeting.id}:{_stamp(at)}:{occasion}:{oid}:{about}"


def _stamp(at: datetime | None) -> str:
    return f"{at:%Y%m%dT%H%M}" if at else "-"


@rule("C13", surface="card")
async def prepare(bench: Bench, claim: Claim) -> str:
    """Show the card that is due to each who holds the talk, and take back those that no longer hold."""
    async with bench.database.unit() as unit:
        meeting = await find.meeting(unit.session, meeting_id(claim))
        if meeting is None:
            return "gone"
        ahead = await next_time(unit, meeting)
        if ahead is None:
            return "begun"
        holds = await preparing.holds_ahead(bench.office, unit, meeting, ahead)
        owners = await preparing.owners(unit, meeting, holds)
        about = {oid: preparing.about(holds, oid) for oid in owners}
        standing = await _standing(unit, meeting, ahead)
        due = {
            oid: occasion
            for oid in owners
            if (occasion := _due(ahead, standing, oid, about[oid], unit.now)) is not None
        }
        shown = {
            oid: await preparing.preparation(
                bench.office, unit, meeting, holds, oid, occasion, ahead
            )
            for oid, occasion in due.items()
        }
        over = {
            one.card.purpose: (
                one.oid,
                await _over(unit, meeting, one, about, ahead, holds=bool(holds)),
            )
            for one in standing
            if not (holds and one.tells(about.get(one.oid)) and one.is_for(ahead))
        }
    for oid, view in shown.items():
        named = purpose(meeting, due[oid], oid, about[oid], _day(ahead, due[oid]))
        await show_if_reachable(bench, named, oid, view)
    for name, (oid, gone) in over.items():
        await show_if_reachable(bench, name, oid, gone)
    return await _afterwards(
        bench, meeting, ahead, list(over), again=bool(owners), shown=bool(shown)
    )


def _day(ahead: NextTime, occasion: Occasion) -> datetime | None:
    """What a card is named by: its time, or the call it came after where no time is known."""
    return ahead.after if occasion == "next" else ahead.at


def _due(
    ahead: NextTime, standing: list[Shown], oid: str, about: str, now: datetime
) -> Occasion | None:
    """What is due and does not stand yet with this person."""
    if ahead.waits is not None:
        return None
    mine = {s.occasion for s in standing if s.oid == oid and s.tells(about) and s.is_for(ahead)}
    if not ahead.told:
        return untimed_due(ahead.at, now, mine)
    if ahead.at is None:
        return None
    occasion = occasion_due(ahead.at, now, told="evening" in mine)
    return None if occasion in mine else occasion


async def _standing(unit: Unit, meeting: Meeting, ahead: NextTime) -> list[Shown]:
    """The cards that prepare for what is ahead: of a series those since its last call."""
    since = ahead.after
    return [one for one in await shown_of(unit, meeting) if since is None or one.posted_at > since]


async def shown_of(unit: Unit, meeting: Meeting) -> list[Shown]:
    """The cards that stand for this meeting, whatever time it was planned for."""
    cards = await find.cards_like(unit.session, f"prepare:{meeting.id}:")
    return [Shown(card, *card.purpose.split(":")[2:6]) for card in cards if card.activity_id]


async def shown_before(unit: Unit, meeting: Meeting) -> dict[str, str]:
    """The card that stands with each right before the meeting, by the person (its purpose)."""
    planned, since = _stamp(meeting.starts_at), await last_call(unit, meeting)
    found = [
        one
        for one in await shown_of(unit, meeting)
        if (one.at, one.occasion) == (planned, "soon")
        or (one.occasion in UNTIMED and (since is None or one.posted_at > since))
    ]
    return {one.oid: one.card.purpose for one in sorted(found, key=lambda one: one.posted_at)}


async def _over(
    unit: Unit,
    meeting: Meeting,
    one: Shown,
    about: Mapping[str, str],
    ahead: NextTime,
    *,
    holds: bool,
) -> views.Preparation:
    """The card once it no longer holds, and why."""
    why: views.PreparationOver = "taken"
    if meeting.state == "cancelled":
        why = "cancelled"
    elif not holds:
        why = "off"
    elif not one.is_for(ahead):
        why = "moved"
    elif one.oid in about:
        why = "changed"
    line = await preparing.line_ahead(unit, meeting, told=ahead.told)
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
    bench: Bench, meeting: Meeting, ahead: NextTime, over: list[str], *, again: bool, shown: bool
) -> str:
    """What was taken back is forgotten, so that a new yes is told anew; the next card is waited for."""
    async with bench.database.unit() as unit:
        for name in over:
            card = await find.card(unit.session, name)
            if card is not None:
                await unit.session.delete(card)
        soonest = await _look_again(unit, meeting, ahead) if again else None
        if soonest:
            args = {"meeting_id": str(meeting.id)}
            # A moment later than due, so that a clock that lags a little is not asked twice.
            at = soonest + timedelta(seconds=1)
            await unit.effects.schedule(effects.PREPARE, str(meeting.id), args=args, due_at=at)
    if shown:
        return "shown"
    return "taken_back" if over else "nothing_due"


async def _look_again(unit: Unit, meeting: Meeting, ahead: NextTime) -> datetime | None:
    """When the next card is due; of a series also once the time that Teams told is over."""
    soonest = ahead.look_again(unit.now)
    if soonest is None and ahead.told and showing.repeats(meeting):
        over = meetings.over_from(meeting)
        return over if over is not None and over > unit.now else None
    return soonest
