"""Records that the answer reached the citizen: how, when and by whom. Only this makes it delivered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from microsoft_teams.cards import CardElement

from cards.fields import Form, choices_of
from cards.parts import card, heading, letter, line, press, row, say, say_to
from cards.safe import clean
from texts.views import Choice, Handover, Language

_WAYS = ("spoken", "handed_over", "email_confirmed", "letter")


def handover_card(view: Handover) -> dict[str, Any]:
    """The letter to read aloud or hand over, then the four fields."""
    language = view.language
    title = say_to(view.relation, "handover.title", language, number=view.number)
    form = Form(language, view.values, view.problems, relation=view.relation)
    who = "common.employee" if view.relation == "employee" else "common.citizen"
    body: list[CardElement] = [
        heading(title),
        *form.summary(),
        row(say(who, language), view.citizen_name, 120),
    ]
    if view.paragraphs:
        body += [line(say("handover.letter", language)), letter(view.paragraphs)]
    body += [
        *form.choice(
            "how",
            say_to(view.relation, "handover.how", language),
            choices_of("handover.way", _WAYS, language, view.relation),
        ),
        *form.day("date", say("handover.date", language)),
        *form.moment("time", say("handover.time", language)),
        *form.text("who", say("handover.who", language)),
        *_terms(view, form),
        *_wanted(view, form),
    ]
    data = {"request_id": view.request_id, "version": view.version}
    actions = [
        press(say("handover.save", language), "handover_save", data, primary=True, inputs=True),
        press(say("handover.back", language), "case", data),
    ]
    return card(language, title, body, actions, wide=True)


def _terms(view: Handover, form: Form) -> list[CardElement]:
    """That what to know when recording was gone through together, with a yes (A19)."""
    if not view.asks_terms:
        return []
    label, title = say("handover.terms", view.language), say("handover.terms_yes", view.language)
    return form.tick("told_terms", label, title)


def _wanted(view: Handover, form: Form) -> list[CardElement]:
    """What the citizen would like besides; each becomes a task for somebody (A3, B5)."""
    if not view.alternatives:
        return []
    asked = line(say_to(view.relation, "handover.wants", view.language), spacing="Large", bold=True)
    return [asked, *wanted(view.alternatives, form, view.language)]


def wanted(alternatives: Sequence[Choice], form: Form, language: Language) -> list[CardElement]:
    """One tick for each."""
    yes = say("handover.want_yes", language)
    return [
        tick
        for number, one in enumerate(alternatives, 1)
        for tick in form.tick(f"want.{one.id}", f"{number}. {_begun(clean(one.label, 120))}", yes)
    ]


def _begun(words: str) -> str:
    """A label that stands alone begins with a capital letter."""
    return words[:1].upper() + words[1:]
