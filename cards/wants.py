"""What the citizen would like besides the answer, one tick each (A3, A4, B4, B5)."""

from __future__ import annotations

from typing import Any

from cards.fields import Form
from cards.handover import wanted
from cards.parts import card, heading, line, press, say, say_to
from texts.views import Wants


def wants_card(view: Wants) -> dict[str, Any]:
    """The ticks; nothing is ticked beforehand."""
    language = view.language
    title = say("wants.title", language)
    asked = say_to(view.relation, "handover.wants", language)
    form = Form(language, {}, relation=view.relation)
    body = [heading(title), line(asked), *wanted(view.alternatives, form, language)]
    data = {"request_id": view.request_id, "version": view.version}
    actions = [
        press(say("handover.save", language), "wants_save", data, primary=True, inputs=True),
        press(say("handover.back", language), "case", data),
    ]
    return card(language, title, body, actions)
