"""Cards out into chats: posted once, updated after, and found again after a crash."""

from __future__ import annotations

from dataclasses import dataclass

import structlog

from casework.office import Bench
from casework.ports import NotReachable
from store import find
from store.tables import Card, Meeting
from texts.views import View

log = structlog.get_logger()


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
    """A person's chat; the app is installed for them if need be. Raises NotReachable."""
    async with bench.database.unit() as unit:
        chat = await find.chat_of(unit.session, oid)
    if chat:
        return Place(chat.service_url, chat.conversation_id)
    opened = await bench.outside.messenger.open_chat(oid)
    if opened is None:
        raise NotReachable("the person has no chat with the bot")
    return Place(*opened)


async def show(bench: Bench, purpose: str, place: Place, view: View, *, alert: bool = False) -> str:
    """Post the card with this purpose, or update the one that stands there; its activity id."""
    standing = await _standing(bench, purpose)
    if standing and standing.activity_id:
        kept = await bench.outside.messenger.update(
            service_url=standing.service_url,
            conversation_id=standing.conversation_id,
            activity_id=standing.activity_id,
            view=view,
        )
        if kept:
            return standing.activity_id
    return await _post(bench, purpose, place, view, alert=alert)


async def post_once(
    bench: Bench, purpose: str, place: Place, view: View, *, alert: bool = False
) -> str:
    """Post the card with this purpose unless it has been posted; its activity id.

    When an earlier try was cut off between sending and noting, nobody knows whether Teams posted
    it. Then it is posted again: missing is worse than double.
    """
    standing = await _standing(bench, purpose)
    if standing and standing.activity_id:
        return standing.activity_id
    if standing:
        log.warning("posting_again_after_uncertainty", purpose=purpose.split(":")[0])
    return await _post(bench, purpose, place, view, alert=alert)


async def _standing(bench: Bench, purpose: str) -> Card | None:
    async with bench.database.unit() as unit:
        return await find.card(unit.session, purpose)


async def _post(bench: Bench, purpose: str, place: Place, view: View, *, alert: bool) -> str:
    async with bench.database.unit() as unit:
        card = await find.card(unit.session, purpose)
        if card is None:
            card = Card(purpose=purpose)
            unit.session.add(card)
        card.service_url, card.conversation_id = place.service_url, place.conversation_id
        card.activity_id, card.posted_at, card.claimed_at = None, None, unit.now
    posted = await bench.outside.messenger.post(
        service_url=place.service_url,
        conversation_id=place.conversation_id,
        view=view,
        alert=alert,
    )
    async with bench.database.unit() as unit:
        card = await find.card(unit.session, purpose)
        if card:
            card.activity_id, card.posted_at = posted.activity_id, unit.now
    return posted.activity_id
