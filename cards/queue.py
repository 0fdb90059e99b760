"""The department's queue: wishes that nobody has taken yet (B17)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement, Container

from cards.closed import closed_lines, or_closed
from cards.parts import buttons, card, heading, line, panel, press, row, say, state
from cards.when import meeting_rows
from texts.dates import short_moment
from texts.views import Language, PrintoutItem, Queue, QueueItem

_MOST, _MOST_PRINTOUTS = 12, 12


def queue_card(view: Queue) -> dict[str, Any]:
    """The wishes as casework ordered them, each with its own button."""
    language = view.language
    title = say("queue.title", language)
    body: list[CardElement] = [heading(title)]
    if view.department:
        body.append(line(view.department, spacing="Small", limit=120))
    if view.taken:
        body.append(state("done", say("queue.taken", language)))
    elif not (view.items or view.printouts):
        body.append(state("done", say("queue.empty", language)))
    body += [_item(item, language) for item in view.items[:_MOST]]
    rest = len(view.items) - _MOST
    if rest > 0:
        body.append(line(say("queue.more", language, count=str(rest))))
    body += [_printout(item, language) for item in view.printouts[:_MOST_PRINTOUTS]]
    if len(view.printouts) > _MOST_PRINTOUTS:
        left = str(len(view.printouts) - _MOST_PRINTOUTS)
        body.append(line(say("queue.more_printouts", language, count=left)))
    return card(language, title, body, [press(say("queue.back", language), "menu", {})])


def _item(item: QueueItem, language: Language) -> Container:
    taking = say("queue.take_number", language, number=item.number)
    name = or_closed("citizen_name", item.citizen_name, item.closed, language)
    shown: list[CardElement] = [
        row(say("common.citizen", language), name, 80),
        *meeting_rows(item.meeting, language),
        row(say("queue.received", language), short_moment(item.received_at, language)),
    ]
    shown += closed_lines(item.closed, language)
    if item.late:
        late = "common.late_told" if item.told_only else "common.late"
        shown.append(line(say(late, language), spacing="Small"))
    shown.append(buttons(press(taking, "queue_take", {"request_id": item.request_id})))
    return panel(shown)


def _printout(item: PrintoutItem, language: Language) -> Container:
    """A printout that somebody has asked for, with or without a recording (B5)."""
    taking = say("printout.take_number", language, number=item.number)
    received = short_moment(item.received_at, language)
    name = or_closed("citizen_name", item.citizen_name, item.closed, language)
    shown: list[CardElement] = [
        line(say("printout.in_queue", language), bold=True),
        row(say("common.citizen", language), name, 80),
        row(say("queue.received", language), received),
        buttons(press(taking, "errand_take", {"errand_id": item.errand_id})),
    ]
    return panel(shown)
