"""The letter of a refusal before it is sent: the last look (WCAG 3.3.4)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement

from cards.parts import card, heading, letter, line, press, row, say
from texts.views import LetterPreview


def letter_preview_card(view: LetterPreview) -> dict[str, Any]:
    """The letter as the citizen will read it, how it gets there, and the two ways on.

    Where a second person confirms, the next press sends nothing but the question to that person.
    """
    language = view.language
    title = say("preview.title", language)
    ways = ("email", "handed_over", "spoken", "teams")
    way = view.answer_by if view.answer_by in ways else "email"
    body: list[CardElement] = [heading(title), line(say(f"preview.way_{way}", language))]
    if view.heavy:
        body.append(line(say("preview.split", language, parts=", ".join(view.heavy)), limit=600))
    if view.partial:
        body.append(line(say("preview.partial", language)))
    body += [row(say("preview.subject", language), view.subject), letter(view.paragraphs)]
    body.append(line(say("preview.to_leader" if view.to_leader else "preview.final", language)))
    data = {"request_id": view.request_id, "version": view.version}
    sending = say(_sending(view, way), language)
    actions = [
        press(sending, "refuse_confirm", {**data, "seen": view.seen}, primary=True),
        press(say("preview.back", language), "refuse_open", {**data, "from": "preview"}),
    ]
    return card(language, title, body, actions, wide=True)


def _sending(view: LetterPreview, way: str) -> str:
    if view.to_leader:
        return "preview.propose"
    if view.partial:
        return "preview.send_partial"
    return "preview.send" if way in ("email", "teams") else "preview.finish"
