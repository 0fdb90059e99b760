"""A recording that is misused: the report, and what HR/Jura notes of it (C34)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.fields import Form, choices_of
from cards.parts import card, heading, lawyers, line, press, row, say, state, words_of
from cards.when import meeting_rows
from texts.dates import long_date, short_moment
from texts.limits import MAX_LENGTH
from texts.views import Misuse, MisuseForm

_QUESTIONS = ("happened", "where_when", "shared", "others", "evidence")


def misuse_form_card(view: MisuseForm) -> dict[str, Any]:
    """The questions of the report; only the first has to be answered."""
    language = view.language
    title = say("misuse.title", language)
    office = lawyers(view.route, language)
    form = Form(language, view.values, view.problems)
    body: list[CardElement] = [
        heading(title),
        *form.summary(),
        line(say("misuse.intro", language, office=office)),
    ]
    if view.number:
        body.append(row(say("misuse.about", language), view.number))
    for place, name in enumerate(_QUESTIONS):
        label = say(f"misuse.{name}", language)
        body += form.text(name, label, optional=place > 0, lines=True)
    data = {"request_id": view.request_id} if view.request_id is not None else {}
    back, label = ("case", "legal.back") if view.request_id is not None else ("menu", "queue.back")
    actions = [
        press(
            say("misuse.send", language, office=office),
            "misuse_submit",
            data,
            primary=True,
            inputs=True,
        ),
        press(say(label, language), back, data),
    ]
    return card(language, title, body, actions, wide=True)


def misuse_card(view: Misuse) -> dict[str, Any]:
    """The report to HR/Jura, then what they decide. The step to the police is a person's own."""
    language = view.language
    title = say("misuse.report", language, number=view.number)
    form = Form(language, view.values, view.problems)
    mark = say(f"misuse.state_{view.state}", language)
    closed = view.state == "closed"
    body: list[CardElement] = [
        heading(title),
        *form.summary(),
        state("done" if closed else "open", mark),
        row(say("misuse.reported_by", language), view.reported_by, 120),
        row(say("queue.received", language), short_moment(view.received_at, language)),
    ]
    if view.about:
        body.append(row(say("misuse.about", language), view.about))
    if view.meeting is not None:
        body += meeting_rows(view.meeting, language)
    for name in _QUESTIONS:
        written = view.answers.get(name, "")
        body += words_of(say(f"misuse.{name}", language), written, MAX_LENGTH[name])
    body += _decided(view) if closed else _to_decide(view, form)
    data = {"errand_id": view.errand_id}
    actions: list[Action] = []
    if not closed:
        actions = [
            press(say("misuse.save", language), "misuse_save", data, inputs=True),
            press(say("misuse.close", language), "misuse_close", data, inputs=True),
        ]
    return card(language, title, body, actions, wide=True)


def _to_decide(view: Misuse, form: Form) -> list[CardElement]:
    language = view.language
    only = say("misuse.only_you", language, office=lawyers(view.route, language))
    shown: list[CardElement] = [line(only, spacing="Large")]
    shown += [
        *form.choice(
            "police_report",
            say("misuse.police", language),
            choices_of("misuse.police", ("yes", "no"), language),
            style="expanded",
        ),
        *form.text("reasons", say("misuse.reasons", language), lines=True),
        line(say("misuse.by_hand", language)),
        *form.day("reported_on", say("misuse.reported_on", language)),
    ]
    if view.saved_by.strip():
        saved = say("misuse.saved_by", language, name=view.saved_by)
        shown.append(line(saved, spacing="Small", subtle=True))
    return shown


def _decided(view: Misuse) -> list[CardElement]:
    language = view.language
    told = view.values.get("police_report", "")
    shown: list[CardElement] = []
    if told in ("yes", "no"):
        police = say(f"misuse.police.{told}", language)
        shown.append(row(say("misuse.police", language), police))
    shown += words_of(
        say("misuse.reasons", language), view.values.get("reasons", ""), MAX_LENGTH["reasons"]
    )
    if view.reported_on is not None:
        when = long_date(view.reported_on, language)
        shown.append(row(say("misuse.reported_on", language), when))
    if view.saved_by.strip():
        saved = say("misuse.saved_by", language, name=view.saved_by)
        shown.append(line(saved, spacing="Small", subtle=True))
    return shown
