"""Cards out into chats: posted once, updated after, and found again after a crash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex

import structlog

from casework.jobs import unsure
from casework.office import Bench
from casework.ports import NotReachable, Uncertain, maybe_done
from store import cards, find
from store.jobs import Again
from store.tables import Card, Chat, Meeting
from texts.views import View

log = structlog.get_logger()

ON_ITS_WAY = timedelta(seconds=1)


@dataclass(frozen=True)
class Place:
    """A chat that can be written to."""

    service_url: str
    conversation_id: str


def chat_of_meeting(meeting: Meeting) -> Place:
    """The meeting's chat. Raises NotReachable while the app is not in it."""
    if not (meeting.app_installed and meeting.chat_id and meeting.service_url):
        raise NotReachable("the app is not in the meeting")
    return Place(meeting.service_url, meeting.chat_id)


async def chat_with(bench: Bench, oid: str) -> Place:
    """A person's chat. The app is installed for who has never had it, and never again for who took
    it off or shut us out. Raises NotReachable."""
    async with bench.database.unit() as unit:
        chat = await unit.session.get(Chat, oid)
    if chat and not chat.installed:
        raise NotReachable("the person took the app off")
    if chat:
        return Place(chat.service_url, chat.conversation_id)
    opened = await bench.outside.messenger.open_chat(oid)
    if opened is None:
        raise NotReachable("the person has no chat with the bot")
    return Place(*opened)


async def show_person(bench: Bench, purpose: str, oid: str, view: View) -> str:
    """As ``show``, in a person's own chat. Who cannot be written to is remembered as such until
    the app is there again; then NotReachable is raised."""
    place = await chat_with(bench, oid)
    try:
        return await show(bench, purpose, place, view)
    except Uncertain:
        raise
    except NotReachable:
        async with bench.database.unit() as unit:
            chat = await unit.session.get(Chat, oid, with_for_update=True)
            if chat and chat.conversation_id == place.conversation_id:
                chat.installed = False
        raise


async def show_if_reachable(bench: Bench, purpose: str, oid: str, view: View) -> bool:
    """As ``show_person``; whether the person can be written to. One who cannot stops nobody else."""
    try:
        await show_person(bench, purpose, oid, view)
    except NotReachable:
        log.warning("card_not_delivered", purpose=purpose.split(":")[0], oid=oid)
        return False
    return True


async def show(bench: Bench, purpose: str, place: Place, view: View, *, alert: bool = False) -> str:
    """Post the card with this purpose, or update the one that stands there; its activity id."""
    standing = await _standing(bench, purpose)
    activity = await _posted(bench, standing)
    if standing and activity:
        kept = await bench.outside.messenger.update(
            service_url=standing.service_url,
            conversation_id=standing.conversation_id,
            activity_id=activity,
            view=view,
        )
        if kept:
            return activity
    return await _post(bench, purpose, place, view, alert=alert)


async def post_once(
    bench: Bench, purpose: str, place: Place, view: View, *, alert: bool = False
) -> str:
    """Post the card with this purpose unless it has been posted; its activity id.

    When an earlier try was cut off between sending and noting, nobody knows whether Teams posted
    it: it is looked for, and posted again unless it is seen (``unsure``).
    """
    operation = await cards.claim_new(
        bench.database, purpose, place.service_url, place.conversation_id
    )
    activity = None if operation else await _posted(bench, await _claimed_before(bench, purpose))
    return activity or await _post(bench, purpose, place, view, alert=alert, operation=operation)


@dataclass(frozen=True)
class Found:
    """A card that an earlier try left in the chat without noting it: its id, and when it was sent."""

    activity_id: str
    sent_at: datetime


async def settle(bench: Bench, prefix: str, *, but: str) -> list[Found]:
    """Before another card is posted of those whose purpose begins so: what earlier tries left there, entered
    as posted. What is not seen is written down, for the other is posted in its place and it may have come
    too. That with the purpose ``but`` is left to ``post_once``. Raises Again while one may yet come into view.
    """
    async with bench.database.unit() as unit:
        cards_there = await find.cards_like(unit.session, prefix)
    found = []
    for card in cards_there:
        if card.purpose == but or card.activity_id or not card.uncertain or not card.claimed_at:
            continue
        if bench.clock.now() - card.claimed_at < ON_ITS_WAY:
            raise Again(ON_ITS_WAY, "another_posts_it")
        if activity := await unsure.taken_over(bench, card):
            found.append(Found(activity, card.claimed_at))
        else:
            await _leave_open(bench, card)
    return found


async def _leave_open(bench: Bench, card: Card) -> None:
    """Nobody looks for it any more."""
    async with bench.database.unit() as unit:
        known = await find.card(unit.session, card.purpose)
        if known is None or known.activity_id or known.operation != card.operation:
            return
        await unsure.note(unit, known, "again")
        known.uncertain = 0


async def standing_since(bench: Bench, purpose: str) -> datetime | None:
    """When the card with this purpose was sent, if it stands there; it is not posted. Raises Again while it
    may yet come into view."""
    card = await _standing(bench, purpose)
    if card is None or card.claimed_at is None or not await _posted(bench, card):
        return None
    return card.claimed_at


async def _claimed_before(bench: Bench, purpose: str) -> Card | None:
    """The card that somebody else claimed. Raises Again where that was just now: it is on its way."""
    card = await _standing(bench, purpose)
    claimed_at = card.claimed_at if card and card.uncertain and not card.activity_id else None
    if claimed_at and bench.clock.now() - claimed_at < ON_ITS_WAY:
        raise Again(ON_ITS_WAY, "another_posts_it")
    return card


async def stands_for(bench: Bench, purpose: str, other: str) -> None:
    """The card that stands for one purpose stands for the other too; it is not posted again."""
    async with bench.database.unit() as unit:
        card = await find.card(unit.session, purpose)
        if card is None or await find.card(unit.session, other) is not None:
            return
        same = Card(
            purpose=other,
            service_url=card.service_url,
            conversation_id=card.conversation_id,
            activity_id=card.activity_id,
            posted_at=card.posted_at,
            claimed_at=card.claimed_at,
            uncertain=0,
        )
        unit.session.add(same)


async def _standing(bench: Bench, purpose: str) -> Card | None:
    async with bench.database.unit() as unit:
        return await find.card(unit.session, purpose)


async def _posted(bench: Bench, standing: Card | None) -> str | None:
    """The id of the card that stands there, or that an earlier try left there without noting it."""
    if standing is None or standing.activity_id:
        return standing.activity_id if standing else None
    return await unsure.taken_over(bench, standing)


MOST_UNCERTAIN = 2


async def _post(
    bench: Bench, purpose: str, place: Place, view: View, *, alert: bool, operation: str = ""
) -> str:
    """Post the card; it is claimed first, unless an ``operation`` tells that it is. A try whose end
    nobody knows is repeated once; then Uncertain is raised."""
    operation = operation or await _claim(bench, purpose, place)
    try:
        posted = await bench.outside.messenger.post(
            service_url=place.service_url,
            conversation_id=place.conversation_id,
            view=view,
            alert=alert,
            operation=operation,
        )
    except Exception as error:
        await _note_failed(bench, purpose, maybe_done=maybe_done(error))
        raise
    await cards.note_posted(bench.database, purpose, posted.activity_id)
    return posted.activity_id


async def _claim(bench: Bench, purpose: str, place: Place) -> str:
    """Written before the post, so that a try that is cut off counts too; what it is known by."""
    async with bench.database.unit() as unit:
        card = await find.card(unit.session, purpose)
        if card is None:
            card = Card(purpose=purpose, uncertain=0)
            unit.session.add(card)
        card.service_url, card.conversation_id = place.service_url, place.conversation_id
        card.activity_id, card.posted_at, card.claimed_at = None, None, unit.now
        if card.uncertain == 0 or card.operation is None:
            card.operation = token_hex(8)
        given_up = card.uncertain >= MOST_UNCERTAIN
        if card.uncertain:
            await unsure.note(unit, card, "given_up" if given_up else "again")
        # What comes to be shown later is another matter, and may be posted again.
        card.uncertain = 0 if given_up else card.uncertain + 1
        operation = card.operation
    if given_up:
        raise Uncertain("cut off twice")
    return operation


async def _note_failed(bench: Bench, purpose: str, *, maybe_done: bool) -> None:
    """Nothing was posted, or nobody knows; after the second such try Uncertain is raised, unless it can
    be looked whether it came after all."""
    standing = await _standing(bench, purpose)
    if standing is None:
        return
    twice = maybe_done and standing.uncertain >= MOST_UNCERTAIN
    given_up = twice and not await unsure.may_look(bench, standing)
    async with bench.database.unit() as unit:
        card = await find.card(unit.session, purpose)
        if card is None:
            return
        if given_up:
            await unsure.note(unit, card, "given_up")
            card.uncertain = 0
        elif not maybe_done:
            card.uncertain = max(0, card.uncertain - 1)
    if given_up:
        raise Uncertain("the answer was lost twice") from None
