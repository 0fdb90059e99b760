"""A question to HR/Jura: asked with only what they need, answered where it is read (C32)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.fields import Form
from cards.parts import card, heading, lawyers, line, panel, press, row, say, state, words_of
from texts.dates import short_moment
from texts.limits import MAX_LENGTH
from texts.views import Choice, Language, LegalContact, LegalForm, LegalQuestion

_KINDS = ("virtual", "phone", "in_person", "home_visit")


def legal_form_card(view: LegalForm) -> dict[str, Any]:
    """The kind of meeting is filled in; no name, and nothing of the citizen's own words."""
    language = view.language
    office = lawyers(view.route, language)
    title = say("legal.title", language, office=office)
    form = Form(language, view.values, view.problems)
    body: list[CardElement] = [
        heading(title),
        *form.summary(),
        line(say("legal.intro", language, office=office)),
        row(say("legal.meeting_kind", language), kind_words(view.meeting_kind, language)),
    ]
    if view.grounds:
        listed = (*view.grounds, Choice("unsure", say("legal.unsure", language)))
        body += form.choice("considered", say("legal.considered", language), listed)
    body += [
        *form.text("question", say("legal.question", language), lines=True),
        line(say("legal.no_names", language), bold=True),
    ]
    data = {"request_id": view.request_id, "version": view.version}
    actions = [
        press(say("legal.ask", language), "legal_ask", data, primary=True, inputs=True),
        press(say("legal.back", language), "case", data),
    ]
    return card(language, title, body, actions)


def legal_question_card(view: LegalQuestion) -> dict[str, Any]:
    """The question; for HR/Jura the field to answer in, for whoever asked the answer."""
    language = view.language
    office = lawyers(view.route, language)
    title = say("legal.asked", language, number=view.number)
    form = Form(language, view.values, view.problems)
    body: list[CardElement] = [heading(title), *form.summary()]
    if view.answer:
        body.append(state("done", say("legal.answered", language, office=office)))
    elif not view.may_answer:
        body.append(state("open", say("legal.waits", language, office=office)))
    body.append(row(say("legal.meeting_kind", language), kind_words(view.meeting_kind, language)))
    if view.considered:
        body.append(row(say("legal.considered", language), view.considered))
    body.append(row(say("legal.sent", language), short_moment(view.asked_at, language)))
    body += words_of(say("legal.question", language), view.question, MAX_LENGTH["question"])
    actions: list[Action] = []
    if view.answer:
        body.append(panel(_answer(view)))
    elif view.may_answer:
        body += form.text("legal_answer", say("legal.answer", language), lines=True)
        body.append(line(say("legal.advice", language), spacing="Small"))
        data = {"errand_id": view.errand_id}
        send = say("legal.send", language)
        actions.append(press(send, "legal_answer", data, primary=True, inputs=True))
    if view.request_id is not None:
        actions.append(press(say("legal.back", language), "case", {"request_id": view.request_id}))
    return card(language, title, body, actions)


def _answer(view: LegalQuestion) -> list[CardElement]:
    language = view.language
    shown = words_of(say("legal.answer", language), view.answer, MAX_LENGTH["legal_answer"])
    if view.answered_by.strip() and view.answered_at is not None:
        when = short_moment(view.answered_at, language)
        signed = say("legal.signed", language, name=view.answered_by, when=when)
        shown.append(line(signed, spacing="Small", subtle=True))
    return shown


def kind_words(kind: str, language: Language) -> str:
    """The kind of meeting in words; nothing when it is not known."""
    return say(f"legal.kind.{kind}", language) if kind in _KINDS else ""


def legal_contact_card(view: LegalContact) -> dict[str, Any]:
    """Nobody from HR/Jura has a chat with us: how to reach them."""
    language = view.language
    title = say("legal.contact_title", language, office=lawyers(view.route, language))
    body: list[CardElement] = [heading(title), line(say("legal.contact", language))]
    body += [line(words, spacing="Small") for words in view.lines[:20]]
    if not view.lines:
        body.append(line(say("legal.contact_unknown", language)))
    back = press(say("queue.back", language), "menu", {})
    if view.request_id is not None:
        back = press(say("legal.back", language), "case", {"request_id": view.request_id})
    return card(language, title, body, [back])
