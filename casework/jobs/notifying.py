"""Jobs that tell people one by one: the notification in the meeting, and a card for who came late."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

import structlog
from sqlalchemy import select

from casework import effects, showing
from casework.afterwards import tasks
from casework.asking import companions
from casework.doubled import short
from casework.jobs.announcing import announcement, revocation
from casework.jobs.loading import running_of
from casework.jobs.posting import chat_of_meeting, post_once, settle
from casework.meeting import calls, channels, holders, telling, without_chat
from casework.meeting.holds import keep_words
from casework.office import Bench
from casework.ports import NotReachable, is_final
from casework.versions import profile_here
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.jobs import Again, Claim
from store.tables import Effect, Informed, Meeting, Occurrence
from texts.catalog import text

log = structlog.get_logger()

SOON, WAITS = timedelta(seconds=2), 10  # how often whoever came late waits for the announcement
PLAIN = re.compile(r"[A-Za-z0-9_]{1,64}")
TRIES = 2  # as often it may fail before the employee is asked to read aloud meanwhile


@rule("B20", surface="chat")
async def notify(
    bench: Bench, occurrence: Occurrence, meeting: Meeting, grades: tuple[str, ...] = ("none",)
) -> None:
    """The targeted notification: accepted or not, person by person. Who came late and is not
    reached by it, or reads less there than holds, gets a card in the chat; many who come together get one.
    What Teams accepted is kept before anything else can go wrong, so that nobody is told twice. Where its
    page leaves something out, the card that says it comes first: nobody counts as told without it."""
    async with bench.database.unit() as unit:
        running = await unit.session.get_one(Occurrence, occurrence.id)
        number = running.tellings
        ledger = await find.ledger(unit.session, occurrence.id)
        there = [r for r in ledger if r.channel != telling.GONE]
        rows = [r for r in there if channels.IN_MEETING.reaches(r.kind) and r.grade in grades]
        holds = await telling.now_holding(bench.office, unit, meeting, occurrence)
        alone = grades == ("none",) and await without_chat.told_alone(unit, running)
    if holds.what == "paused":
        return  # whoever comes in a break is told with everybody else when it is over
    told, whole = _Told(occurrence, meeting, number), without_chat.page_says(holds)
    untold = [r for r in rows if r.grade == "none" and r.channel not in telling.AWAY]
    cards = () if whole else await _late_cards(bench, told, holds, untold)
    shown = rows if not alone or whole else []
    results = await _targeted(bench, meeting, shown, recorded=bool(holds), alone=alone)
    if not await _enter_accepted(bench, told, results, asked=len(rows), cards=cards):
        return  # something else has been told meanwhile, and to everybody
    if whole:
        missed = [r for r in untold if r.mri not in accepted(results)]
        await _enter_cards(bench, told, await _late_cards(bench, told, holds, missed))
    async with bench.database.unit() as unit:
        if grades == ("none",):  # latecomers: whom nothing written reached is spoken to
            await calls.want_voice(bench.office, unit, occurrence, meeting, fresh=False)
        await effects.show_ledger(unit, str(occurrence.id))


class _Told(NamedTuple):
    """What people are told of one by one: the ``number``-th telling of this occurrence."""

    occurrence: Occurrence
    meeting: Meeting
    number: int


class _LateCard(NamedTuple):
    """The card for who came late: in these words, for these rows of the ledger, and its activity id."""

    holds: telling.Holds
    missed: Collection[UUID]
    posted: str


async def _enter_accepted(
    bench: Bench,
    told: _Told,
    results: Mapping[str, str | None],
    *,
    asked: int,
    cards: Sequence[_LateCard] = (),
) -> bool:
    """Whom Teams told, and with them who got the ``cards``; False, and nothing is entered, where it is not
    what holds any more."""
    occurrence, meeting, number = told
    async with bench.database.unit() as unit:
        if not await telling.is_last_told(unit, occurrence, number):
            return False
        await _enter_seen(bench, unit, told, cards)
        profile = await profile_here(bench.office, unit, meeting)
        for row in await find.ledger(unit.session, occurrence.id, lock=True):
            # Whether Teams takes a notification for somebody who is not there is not known (teams-platform 10).
            if row.mri in accepted(results) and row.channel != telling.UNSEEN:
                channels.enter(profile, unit, row, channels.IN_MEETING, "202")
        await unit.session.flush()
        await unit.journal.write(
            meeting.id, "told", actor="system",
            facts={"occurrence": str(occurrence.id), "asked": asked,
                   "accepted": len(accepted(results)), "failed": failed(results)},
        )  # fmt: skip
    return True


async def _late_cards(
    bench: Bench, told: _Told, holds: telling.Holds, missed: Sequence[Informed]
) -> tuple[_LateCard, ...]:
    """One card for all of them, posted. Tried again for the same people it is the same card; where somebody has
    come meanwhile, one whose end nobody knows is looked for first, and tells those who were there by then."""
    if not missed:
        return ()
    async with bench.database.unit() as unit:
        recorder = await showing.recorders(unit, list(holds.requests))
        since = (await unit.session.get_one(Occurrence, told.occurrence.id)).announced_at
    view = announcement(bench, recorder, holds, late=True) if holds else revocation(bench, holds)
    left = {row.id: row.created_at for row in missed}
    cards: list[_LateCard] = []
    own = _late(told.occurrence, _who(holds, left))
    for one in await settle(bench, _late(told.occurrence, ""), but=own):
        if since is None or one.sent_at >= since:
            seen = {row for row, came_at in left.items() if came_at <= one.sent_at}
            cards.append(_LateCard(holds, seen, one.activity_id))
            left = {row: came_at for row, came_at in left.items() if row not in seen}
    if left:
        purpose = _late(told.occurrence, _who(holds, left))
        posted = await post_once(bench, purpose, chat_of_meeting(told.meeting), view)
        cards.append(_LateCard(holds, left.keys(), posted))
    return tuple(cards)


def _late(occurrence: Occurrence, who: str) -> str:
    return f"late:{occurrence.id}:{who}"


def _who(holds: telling.Holds, missed: Collection[UUID]) -> str:
    return short([*holds.content, *sorted(str(one) for one in missed)])


async def _enter_cards(bench: Bench, told: _Told, cards: Sequence[_LateCard]) -> None:
    """Who got the cards, unless something else has been told since."""
    if not cards:
        return
    async with bench.database.unit() as unit:
        if await telling.is_last_told(unit, told.occurrence, told.number):
            await _enter_seen(bench, unit, told, cards)


async def _enter_seen(bench: Bench, unit: Unit, told: _Told, cards: Sequence[_LateCard]) -> None:
    profile = await profile_here(bench.office, unit, told.meeting)
    running = await unit.session.get_one(Occurrence, told.occurrence.id)
    rows = await find.ledger(unit.session, told.occurrence.id, lock=True)
    for card in cards:
        await keep_words(bench.office, unit, running, card.holds, "late")
        for row in rows:
            if row.id in card.missed and row.channel not in telling.AWAY:
                channels.enter(profile, unit, row, channels.CHAT, card.posted)


async def _targeted(
    bench: Bench, meeting: Meeting, rows: Sequence[Informed], *, recorded: bool, alone: bool
) -> Mapping[str, str | None]:
    """As ``targeted``. Trouble is no acceptance, and no stop."""
    try:
        return await targeted(bench, meeting, rows, recorded=recorded, alone=alone)
    except Exception as error:
        log.warning("notification_failed", error=type(error).__name__)
        return {}


async def targeted(
    bench: Bench,
    meeting: Meeting,
    rows: Sequence[Informed],
    *,
    recorded: bool,
    alone: bool = False,
) -> Mapping[str, str | None]:
    """Per person None where Teams accepted the notification, otherwise its word for why not. ``alone``: nothing
    about it stands in the chat, so that its page does not lead there."""
    mris = [row.mri for row in rows if row.mri]
    if not mris or not (meeting.service_url and meeting.teams_meeting_id):
        return {}
    return await bench.outside.meetings.notify(
        meeting.service_url,
        meeting.teams_meeting_id,
        mris,
        title=text("notification.title" if recorded else "notification.revoked", "da"),
        page=f"{bench.office.public_url}/notice{'' if recorded else '/revoked'}"
        + ("/alone" if alone else ""),
    )


def accepted(results: Mapping[str, str | None]) -> set[str]:
    """For whom Teams took it."""
    return {mri for mri, failure in results.items() if failure is None}


def failed(results: Mapping[str, str | None]) -> dict[str, int]:
    """How many it did not take, by Teams' own word for why; another than a plain word is not written down."""
    words = (failure for failure in results.values() if failure is not None)
    return dict(Counter(word if PLAIN.fullmatch(word) else "other" for word in words))


async def _is_announcing(bench: Bench, occurrence: Occurrence) -> bool:
    """Whether the whole meeting is being told at this moment, perhaps by another replica: those who came
    meanwhile are told by that, and not by both."""
    async with bench.database.unit() as unit:
        query = select(Effect.id).where(
            Effect.kind.in_((effects.ANNOUNCE, effects.ROLL_CALL, effects.OTHER_WAYS)),
            Effect.key == str(occurrence.id),
            Effect.done_at.is_(None),
            Effect.due_at <= unit.now,
            Effect.claims <= 1,
        )
        return await unit.session.scalar(query) is not None


@rule("B20", surface="card")
async def tell_late(bench: Bench, claim: Claim) -> str:
    """Whoever came after the announcement is told; many at once get one card together. Where the chat
    is closed, or stays silent, the employee is asked to read aloud."""
    found = await running_of(bench, claim)
    if found is None:
        return "over"
    occurrence, meeting = found
    if claim.claims <= WAITS and await _is_announcing(bench, occurrence):
        raise Again(SOON, "announcing")
    async with bench.database.unit() as unit:
        holds = await telling.now_holding(bench.office, unit, meeting, occurrence)
        running = await unit.session.get_one(
            Occurrence, occurrence.id, with_for_update=True, populate_existing=True
        )  # it may have been told since
        if await without_chat.waits(unit, running, holds):
            await without_chat.leave(bench.office, unit, meeting, running)
            return "told_with_the_others"
    try:
        await notify(bench, occurrence, meeting)
    except Again:  # it may have been posted: that is seen within seconds
        raise
    except Exception as error:
        closed = is_final(error) or isinstance(error, NotReachable)
        if closed or claim.claims >= TRIES:
            await tell_by_voice(bench, occurrence, again=True)
        if not closed:
            raise
        async with bench.database.unit() as unit:
            await calls.want_voice(bench.office, unit, occurrence, meeting, fresh=False)
        return "told_by_voice"
    return "told"


async def tell_by_voice(bench: Bench, occurrence: Occurrence, *, again: bool = False) -> None:
    """The chat is closed to us: the employee gets the text to read aloud, and a task that says so.
    ``again``: also when it was read before, for somebody has come who has not heard it."""
    async with bench.database.unit() as unit:
        meeting = await unit.session.get_one(Meeting, occurrence.meeting_id)
        await ask_to_read_aloud(bench, unit, occurrence, meeting, again=again)


async def ask_to_read_aloud(
    bench: Bench, unit: Unit, occurrence: Occurrence, meeting: Meeting, *, again: bool = False
) -> None:
    """As ``tell_by_voice``, in a unit that goes on."""
    await telling.put_phone_on_ledger(unit, occurrence, meeting)
    await companions.put_companions_on_ledger(unit, occurrence, meeting)
    holds = await telling.now_holding(bench.office, unit, meeting, occurrence)
    fresh = not await telling.is_told(unit, occurrence, holds)
    if holds.what == "paused":  # the employee herself said so a moment ago
        await calls.say_stop(bench.office, unit, occurrence, meeting)
        await effects.show_ledger(unit, str(occurrence.id))
        return
    before = occurrence.announced_for or []
    for request in await find.requests_of(unit.session, meeting.id):
        if request in holds.requests or (not holds and str(request.id) in before):
            owner = holders.responsible(bench.office, request)
            await tasks.give_task(unit, request, "read_aloud", owner, again=fresh or again)
    await effects.show_ledger(unit, str(occurrence.id))
