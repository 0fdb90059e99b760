"""Records that the answer reached the citizen: how, when and by whom. Only this makes it delivered."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement

from cards.fields import Form, choices_of
from cards.parts import card, heading, letter, line, press, row, say
from texts.views import Handover

_WAYS = ("spoken", "handed_over", "email_confirmed", "letter")


def handover_card(view: Handover) -> dict[str, Any]:
    """The letter to read aloud or hand over, then the four fields."""
    language = view.language
    title = say("handover.title", language, number=view.number)
    form = Form(language, view.values, view.problems)
    body: list[CardElement] = [
        heading(title),
        *form.summary(),
        row(say("common.citizen", language), view.citizen_name, 120),
    ]
    if view.paragraphs:
        body += [line(say("handover.letter", language)), letter(view.paragraphs)]
    body += [
        *form.choice(
            "how", say("handover.how", language), choices_of("handover.way", _WAYS, language)
        ),
        *form.day("date", say("handover.date", language)),
        *form.moment("time", say("handover.time", language)),
        *form.text("who", say("handover.who", language)),
    ]
    data = {"request_id": view.request_id, "version": view.version}
    actions = [
        press(say("handover.save", language), "handover_save", data, primary=True, inputs=True),
        press(say("handover.back", language), "case", data),
    ]
    return card(language, title, body, actions, wide=True)
