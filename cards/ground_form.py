"""The ground that was missing: what the citizen said on the telephone. Nobody has to say more (A13)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement

from cards.fields import Form
from cards.parts import card, heading, line, press, row, say
from texts.views import GroundForm


def ground_form_card(view: GroundForm) -> dict[str, Any]:
    """The way to ask, then the same fields as when a wish is registered."""
    language = view.language
    title = say("ground_form.title", language, number=view.number)
    form = Form(language, view.values, view.problems)
    other = next((ground.label for ground in view.grounds if ground.id == "other"), "…")
    body: list[CardElement] = [
        heading(title),
        *form.summary(),
        row(say("common.citizen", language), view.citizen_name, 120),
        line(say("ground_form.ask", language)),
        line(say("registration.hint", language), spacing="Small"),
        *form.choice("ground", say("registration.ground", language), view.grounds),
        *form.text("ground_text", say("registration.ground_text", language, choice=other)),
        *form.text("own_words", say("registration.own_words", language), optional=True, lines=True),
    ]
    if view.own_words_kept:
        body.append(line(say("ground_form.kept", language), spacing="Small"))
    data = {"request_id": view.request_id, "version": view.version}
    actions = [
        press(say("ground_form.save", language), "ground_add", data, primary=True, inputs=True),
        press(say("ground_form.back", language), "case", data),
    ]
    return card(language, title, body, actions, wide=True)
