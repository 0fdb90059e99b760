"""The companion: whether the citizen brings somebody, and who, if they wish to say (A4, B4)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.closed import closed_lines
from cards.fields import Form
from cards.parts import card, heading, line, press, say, say_to, state
from texts.views import CompanionForm


def companion_card(view: CompanionForm) -> dict[str, Any]:
    """One field that may stay empty; the wish stands as it stands, whatever is pressed."""
    language = view.language
    title = say("companion.title", language)
    form = Form(language, {"companion_name": view.name}, view.problems)
    body: list[CardElement] = [
        heading(title),
        *form.summary(),
        *closed_lines(view.closed, language),
    ]
    if view.present:
        body.append(state("done", say("companion.noted", language)))
    body += [
        line(say_to(view.relation, "companion.always", language)),
        *form.text("companion_name", say("companion.name", language), optional=True),
    ]
    data = {"request_id": view.request_id, "version": view.version}
    save = say("companion.save", language)
    actions: list[Action] = [press(save, "companion_set", data, primary=True, inputs=True)]
    if view.present:
        actions.append(press(say("companion.remove", language), "companion_remove", data))
    actions.append(press(say("companion.back", language), "case", data))
    return card(language, title, body, actions)
