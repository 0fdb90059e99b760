"""The letter of a refusal before it is sent: the last look (WCAG 3.3.4)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement

from cards.parts import card, heading, letter, line, press, row, say
from texts.views import LetterPreview


def letter_preview_card(view: LetterPreview) -> dict[str, Any]:
    """The letter as the citizen will read it, how it gets there, and the two ways on."""
    language = view.language
    title = say("preview.title", language)
    way = view.answer_by if view.answer_by in ("email", "handed_over", "spoken") else "email"
    body: list[CardElement] = [
        heading(title),
        line(say(f"preview.way_{way}", language)),
        row(say("preview.subject", language), view.subject),
        letter(view.paragraphs),
        line(say("preview.final", language)),
    ]
    data = {"request_id": view.request_id, "version": view.version}
    reasons = {"need": view.need, "weighing": view.weighing}
    sending = say("preview.send" if way == "email" else "preview.finish", language)
    actions = [
        press(sending, "refuse_confirm", {**data, **reasons}, primary=True),
        press(say("preview.back", language), "refuse_open", {**data, "from": "preview"}),
    ]
    return card(language, title, body, actions, wide=True)
