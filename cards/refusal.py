"""The two questions of a refusal, each in its own field (B19)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement

from cards.fields import Form
from cards.ground import ground_rows
from cards.parts import card, heading, line, panel, press, row, say
from cards.when import meeting_rows
from texts.views import Refusal


def refusal_card(view: Refusal) -> dict[str, Any]:
    """The citizen's ground above, so that the answer can meet it; then need and weighing."""
    language = view.language
    title = say("refusal.title", language)
    form = Form(language, {"need": view.need, "weighing": view.weighing}, view.problems)
    facts: list[CardElement] = [
        row(say("common.citizen", language), view.citizen_name, 120),
        *meeting_rows(view.meeting, language),
        *ground_rows(view.ground, view.ground_text, view.own_words, language),
        row(say("common.number", language), view.number),
    ]
    body: list[CardElement] = [
        heading(title),
        *form.summary(),
        panel(facts),
        line(say("refusal.how", language)),
        *form.text("need", say("refusal.need", language), lines=True),
        *form.text("weighing", say("refusal.weighing", language), lines=True),
        line(say("refusal.yours", language), spacing="Large"),
    ]
    data = {"request_id": view.request_id, "version": view.version}
    actions = [
        press(say("refusal.preview", language), "refuse_preview", data, primary=True, inputs=True),
        press(say("refusal.back", language), "assessment_reopen", data, inputs=True),
    ]
    return card(language, title, body, actions, wide=True)
