"""The department's queue: wishes that nobody has taken yet (B17)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement, Container

from cards.parts import buttons, card, heading, line, panel, press, row, say, state
from cards.when import meeting_rows
from texts.dates import short_moment
from texts.views import Language, Queue, QueueItem

_MOST = 12


def queue_card(view: Queue) -> dict[str, Any]:
    """The wishes as casework ordered them, each with its own button."""
    language = view.language
    title = say("queue.title", language)
    body: list[CardElement] = [heading(title)]
    if view.department:
        body.append(line(view.department, spacing="Small", limit=120))
    if view.taken:
        body.append(state("done", say("queue.taken", language)))
    elif not view.items:
        body.append(state("done", say("queue.empty", language)))
    body += [_item(item, language) for item in view.items[:_MOST]]
    rest = len(view.items) - _MOST
    if rest > 0:
        body.append(line(say("queue.more", language, count=str(rest))))
    return card(language, title, body, [press(say("queue.back", language), "menu", {})])


def _item(item: QueueItem, language: Language) -> Container:
    taking = say("queue.take_number", language, number=item.number)
    shown: list[CardElement] = [
        row(say("common.citizen", language), item.citizen_name, 80),
        *meeting_rows(item.meeting, language),
        row(say("queue.received", language), short_moment(item.received_at, language)),
    ]
    if item.late:
        shown.append(line(say("common.late", language), spacing="Small"))
    shown.append(buttons(press(taking, "queue_take", {"request_id": item.request_id})))
    return panel(shown)
