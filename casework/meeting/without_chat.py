"""A telling that its chat did not take: it is left to the other ways, in the meeting and aloud (B20).

What is left stands in the effect that carries it out, so it is gone when another telling took its place.
A prompt may be played before the meeting counts as told: it counts when somebody has heard it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from sqlalchemy import select

from casework import effects
from casework.doubled import short
from casework.meeting.holds import Holds, enter_telling, is_told, now_holding, tells_what_holds
from casework.office import Office
from guidelines.rules import rule
from store.database import Unit
from store.tables import Effect, Meeting, Occurrence, Request, Spoken, Telling
from texts.announcement import Told
from texts.catalog import text
from texts.voice import outcome_of, spoken


@dataclass(frozen=True)
class Left:
    """What the chat did not take: the ``telling`` it is to be, in the words' ``content`` as its card is
    named by, ``since`` when (UTC)."""

    telling: int
    content: str
    since: datetime

    def is_of(self, holds: Holds) -> bool:
        """Whether it is what holds."""
        return self.content == short(holds.content)

    def waits_in(self, occurrence: Occurrence) -> bool:
        """Whether the meeting has been told nothing since."""
        return self.telling == occurrence.tellings + 1


@rule("B20", surface="chat")
async def leave(office: Office, unit: Unit, meeting: Meeting, occurrence: Occurrence) -> None:
    """The chat did not take what holds now: it is told otherwise; again where somebody has come. A break
    the employee has just told of herself."""
    holds = await now_holding(office, unit, meeting, occurrence)
    if holds.what == "paused" or await is_told(unit, occurrence, holds):
        return
    before = await left(unit, occurrence)
    same = before is not None and before.waits_in(occurrence) and before.is_of(holds)
    since = before.since if before and same else unit.now
    await effects.tell_otherwise(
        unit, occurrence.id,
        telling=occurrence.tellings + 1, content=short(holds.content), since=since,
    )  # fmt: skip


async def left(unit: Unit, occurrence: Occurrence) -> Left | None:
    """What was left to the other ways last in this occurrence, whether or not it was told since."""
    query = select(Effect.args).where(
        Effect.kind == effects.OTHER_WAYS, Effect.key == str(occurrence.id)
    )
    args = await unit.session.scalar(query)
    if args is None:
        return None
    return Left(args["telling"], args["content"], datetime.fromisoformat(args["since"]))


async def waits(unit: Unit, occurrence: Occurrence, holds: Holds) -> bool:
    """Whether what holds now was left to the other ways, and nobody is known to have been told."""
    found = await left(unit, occurrence)
    return found is not None and found.waits_in(occurrence) and found.is_of(holds)


async def nobody_told_yet(
    office: Office, unit: Unit, meeting: Meeting, occurrence: Occurrence
) -> bool:
    """As ``waits``, of what holds now: the ledger tells of an earlier telling only. False where what was
    left was taken back before anybody heard of it, and what the meeting was told last holds again."""
    found = await left(unit, occurrence)
    if found is None or not found.waits_in(occurrence):
        return False
    return found.is_of(await now_holding(office, unit, meeting, occurrence))


async def told_alone(unit: Unit, occurrence: Occurrence) -> bool:
    """Whether what the meeting was told last stands nowhere in its chat."""
    query = select(Telling.how).where(
        Telling.occurrence_id == occurrence.id, Telling.number == occurrence.tellings
    )
    how = (await unit.session.scalars(query.order_by(Telling.at).limit(1))).first()
    return how in ("in_meeting", "spoken")


@rule("B20", surface="chat")
async def enter(
    office: Office,
    unit: Unit,
    meeting: Meeting,
    occurrence: Occurrence,
    how: Literal["in_meeting", "spoken"],
) -> None:
    """Somebody was told in this way: the meeting counts as told, in the words of it. ``occurrence`` is
    locked; the evidence is for the caller to enter."""
    holds = await now_holding(office, unit, meeting, occurrence)
    locked = [
        await unit.session.get_one(Request, request.id, with_for_update=True)
        for request in holds.requests
    ]
    told = replace(holds, requests=tuple(locked))
    words = shown_in_meeting(told) if how == "in_meeting" else said_aloud(office, told)
    await enter_telling(office, unit, occurrence, told, how, words)


async def telling_to_speak(
    office: Office, unit: Unit, meeting: Meeting, occurrence: Occurrence
) -> int | None:
    """The telling a prompt is of now; None where there is nothing to say yet, for the chat comes first."""
    holds = await now_holding(office, unit, meeting, occurrence)
    if await waits(unit, occurrence, holds):
        return occurrence.tellings + 1
    told = occurrence.announced_for is not None and tells_what_holds(occurrence, holds)
    return occurrence.tellings if told else None


async def tells_now(unit: Unit, occurrence: Occurrence, holds: Holds, prompt: Spoken) -> bool:
    """Whether who heard the prompt heard what holds. One that was asked for before the meeting counted as
    told says what was left then, and that may be something else than what was told in the end."""
    found = await left(unit, occurrence)
    ahead = prompt.telling == occurrence.tellings + 1
    current = prompt.telling == occurrence.tellings and tells_what_holds(occurrence, holds)
    if found is None or found.telling != prompt.telling:
        return current
    at = occurrence.announced_at
    if current and at is not None and prompt.asked_at >= at:
        return True
    return (ahead or current) and found.is_of(holds) and found.since <= prompt.asked_at


def page_says(holds: Holds) -> bool:
    """Whether the page that the notification opens says all of what holds. It says that participants record
    the sound; whoever read it was not told of pictures, nor that the municipality records too, nor that a
    part of the meeting is left out."""
    return not (holds.video or holds.both or holds.own_part)


def shown_in_meeting(holds: Holds) -> Told:
    """The words of the page that the notification opens (``web/notice.py``)."""
    key = f"notice_page.{'words' if holds else 'revoked'}_alone"
    return Told(da=(text(key, "da"),), en=(text(key, "en"),))


def said_aloud(office: Office, holds: Holds) -> Told:
    """The words of the prompt: they name nobody."""
    profile = office.profile_for(holds.requests)
    outcome = outcome_of(holds=bool(holds), own_part=holds.own_part, both=holds.both)
    return Told(
        da=(spoken(profile, outcome, holds.relation, "da"),),
        en=(spoken(profile, outcome, holds.relation, "en"),),
    )
