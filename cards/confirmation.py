"""A refusal somebody proposes, for the second person (C27): the facts, both sides, the letter.

The two answers have the same weight, and saying no takes a line of why.
"""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement

from cards.closed import closed_lines, or_closed
from cards.fields import Form
from cards.ground import ground_rows
from cards.parts import (
    card,
    heading,
    lawyers,
    letter,
    line,
    panel,
    press,
    row,
    say,
    unfold,
    words_of,
)
from cards.safe import shortened, weight
from cards.weighing import ask_title, weighing_rows
from cards.when import meeting_rows
from guidelines.decision import LONGEST_REASON, longest_reason
from guidelines.rules import rule
from texts.limits import MAX_LENGTH
from texts.views import Confirmation

SAID_WHY = (
    "next_party", "next_registered", "next_unreached", "hr_party", "hr_registered", "hr_unreached", "deputy", "hr_second",
)  # fmt: skip
_CITIZEN_BYTES = 450
_CARD_BYTES, _LINE_BYTES, _LEAST = 24_000, 90, 400


def confirmation_card(view: Confirmation) -> dict[str, Any]:
    """What is proposed and by whom, what the proposer wrote, and the letter as it would be sent."""
    language = view.language
    title = say("confirm.title", language)
    form = Form(language, {"why": view.why}, view.problems)
    body: list[CardElement] = [heading(title), *form.summary()]
    who = "confirm.deputy" if view.asked_as == "deputy" else "confirm.asked"
    body.append(line(say(who, language, name=view.proposed_by)))
    body += _together(view)
    body.append(line(say("confirm.meanwhile", language), spacing="Small"))
    body.append(panel(_facts(view)))
    body.append(row(say("refusal.chosen", language), view.refusal_ground))
    most = longest_reason(len(view.parts))
    for part in view.parts:
        body += words_of(part.label, part.value, most, spacing="Default")
    body += words_of(
        say("refusal.deviation", language),
        view.deviation,
        MAX_LENGTH["deviation"],
        spacing="Default",
    )
    if view.partial:
        body.append(line(say("confirm.partial", language), bold=True))
    if view.devices_place:
        body.append(row(say("confirm.devices", language), view.devices_place))
    body += weighing_rows(view.weighing, language)
    body.append(letter(_short(view.paragraphs, body), hidden_as="letter"))
    body.append(line(say("confirm.yours", language), spacing="Large"))
    body.append(line(say("confirm.else", language), spacing="Small"))
    body += form.text(
        "why", say("confirm.why", language), lines=True, limit=MAX_LENGTH["disagreed_why"]
    )
    return card(language, title, body, _actions(view), wide=True)


@rule("C27", surface="card")
def _together(view: Confirmation) -> list[CardElement]:
    """Whom a no has to be decided with, and why it is this person when it is not that one (C27)."""
    told = [say("confirm.together", view.language)]
    if view.why_asked in SAID_WHY:
        office = lawyers(view.weighing.route, view.language)
        told.append(say(f"confirm.why_{view.why_asked}", view.language, office=office))
    return [line(" ".join(told), spacing="Small")]


def _facts(view: Confirmation) -> list[CardElement]:
    language = view.language
    who = "common.employee" if view.relation == "employee" else "common.citizen"
    text, own, new = (
        shortened(words, MAX_LENGTH["own_words"], _CITIZEN_BYTES)
        for words in (view.ground_text, view.own_words, view.new_facts)
    )
    name = or_closed("citizen_name", view.citizen_name, view.closed, language)
    return [
        *closed_lines(view.closed, language, deciding=True),
        row(say(who, language), name, 120),
        *meeting_rows(view.meeting, language),
        *ground_rows(view.ground, text, own, language, new, view.closed, hidden=view.ground_hidden),
        row(say("common.number", language), view.number),
    ]


def _short(paragraphs: tuple[str, ...], body: list[CardElement]) -> list[str]:
    """The letter as far as the card has room for it; every reason in it stands above too."""
    left = _CARD_BYTES - sum(
        weight(part.model_dump_json(by_alias=True, exclude_none=True)) for part in body
    )
    shown: list[str] = []
    for paragraph in paragraphs:
        if left < _LEAST:
            break
        words = shortened(paragraph, 2 * LONGEST_REASON, left)
        shown.append(words)
        left -= weight(words) + _LINE_BYTES * (1 + words.count("\n"))
    return shown


@rule("C27", surface="card")
def _actions(view: Confirmation) -> list[Any]:
    language = view.language
    data = {"request_id": view.request_id, "version": view.version}
    marked = {**data, "proposal": view.proposal}
    return [
        press(say("confirm.agree", language), "refuse_agree", marked),
        press(say("confirm.disagree", language), "refuse_disagree", marked, inputs=True),
        unfold(say("confirm.letter", language), "letter"),
        press(ask_title(view.weighing, language), "legal_open", data, inputs=True),
    ]
