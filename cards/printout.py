"""A printout of notes or minutes: the form, and what somebody in the unit has to do (B5)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.fields import Form
from cards.parts import card, heading, line, press, row, say, state, words_of
from cards.registration import department_choice
from texts.dates import long_date, short_moment
from texts.limits import MAX_LENGTH
from texts.views import Printout, PrintoutForm


def printout_form_card(view: PrintoutForm) -> dict[str, Any]:
    """Who wants it and how to reach them; which meeting may be left open."""
    language = view.language
    title = say("printout.title", language)
    form = Form(language, view.values, view.problems)
    body: list[CardElement] = [
        heading(title),
        *form.summary(),
        line(say("printout.intro", language)),
        *form.text("citizen_name", say("printout.name", language)),
        *form.text("contact", say("printout.contact", language)),
        *form.day("about_day", say("printout.day", language)),
        *form.text("about", say("printout.about", language), optional=True, lines=True),
        *department_choice(form, view.units),
    ]
    save = say("printout.save", language)
    actions = [
        press(save, "printout_submit", {}, primary=True, inputs=True),
        press(say("printout.cancel", language), "menu", {}),
    ]
    return card(language, title, body, actions)


def printout_card(view: Printout) -> dict[str, Any]:
    """What is wanted, who has it, and the day it was sent."""
    language = view.language
    title = say("printout.wanted", language, number=view.number)
    form = Form(language, view.values, view.problems)
    body: list[CardElement] = [heading(title), *form.summary(), _state(view)]
    body += [
        row(say("common.citizen", language), view.citizen_name, 120),
        row(say("printout.reach", language), view.contact),
        row(say("queue.received", language), short_moment(view.received_at, language)),
    ]
    if view.about_day is not None:
        body.append(row(say("printout.of_day", language), long_date(view.about_day, language)))
    body += words_of(say("printout.of", language), view.about, MAX_LENGTH["about"])
    actions: list[Action] = []
    data = {"errand_id": view.errand_id}
    if not view.taken:
        actions.append(press(say("printout.take", language), "errand_take", data, primary=True))
    elif view.mine and view.done_on is None:
        body += form.day("done_on", say("task.done_on", language))
        sent = say("printout.sent", language)
        actions.append(press(sent, "errand_close", data, primary=True, inputs=True))
    actions.append(press(say("queue.back", language), "menu", {}))
    return card(language, title, body, actions)


def _state(view: Printout) -> CardElement:
    language = view.language
    if view.done_on is not None:
        when = long_date(view.done_on, language)
        return state("done", say("printout.is_sent", language, when=when))
    if not view.taken:
        return state("open", say("printout.waits", language))
    if view.mine:
        return state("open", say("printout.is_mine", language))
    if view.taken_by.strip():
        return state("open", say("printout.is_theirs", language, name=view.taken_by))
    return state("open", say("printout.is_taken", language))
