"""The form on which an employee registers a citizen's wish to record.

In the order of a phone call: which meeting, who, how to answer, why. Filled by keyboard in under a
minute: what is usual is chosen beforehand, what is rare is behind a button.
"""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement

from cards.fields import Form, choices_of
from cards.parts import buttons, card, heading, line, panel, press, say, unfold
from texts.views import Choice, Registration

_MOST = 19
_ELSEWHERE = ("meeting_date", "meeting_time", "meeting_kind")


def registration_card(view: Registration) -> dict[str, Any]:
    """The form, empty or with what was typed and what is wrong with it."""
    language = view.language
    form = Form(language, view.values, view.problems)
    body: list[CardElement] = [
        heading(say("registration.title", language)),
        line(say("registration.only_you", language), subtle=True, spacing="Small"),
        *form.summary(),
    ]
    body += _meeting(view, form)
    body += _person(form)
    body += _reason(view, form)
    body += _practical(form)
    data = {} if view.wish_id is None else {"wish_id": view.wish_id}
    submit = press(
        say("registration.submit", language), "register_submit", data, primary=True, inputs=True
    )
    cancel = press(say("registration.cancel", language), "menu", {})
    return card(language, say("registration.title", language), body, [submit, cancel], wide=True)


def _meeting(view: Registration, form: Form) -> list[CardElement]:
    language = view.language
    listed = [meeting for meeting in view.meetings if meeting.id != "other"][:_MOST]
    listed.append(Choice("other", say("registration.other_meeting", language)))
    alone = listed[0].id if len(listed) <= 2 else None
    shown = form.choice("meeting", say("registration.meeting", language), listed, default=alone)
    kinds = choices_of("registration.kind", ("phone", "in_person", "virtual"), language)
    elsewhere: list[CardElement] = [
        line(say("registration.elsewhere_hint", language)),
        *form.choice("meeting_kind", say("registration.meeting_kind", language), kinds),
        *form.day("meeting_date", say("registration.meeting_date", language)),
        *form.moment("meeting_time", say("registration.meeting_time", language)),
    ]
    chosen = view.values.get("meeting") or alone
    if chosen == "other" or form.has_problem(*_ELSEWHERE):
        return [*shown, panel(elsewhere)]
    button = unfold(say("registration.elsewhere", language), "elsewhere")
    return [*shown, buttons(button), panel(elsewhere, hidden_as="elsewhere")]


def _person(form: Form) -> list[CardElement]:
    language = form.language
    ways = choices_of("answer_by", ("email", "handed_over", "spoken"), language)
    return [
        *form.text("citizen_name", say("registration.citizen_name", language)),
        *form.choice("answer_by", say("registration.answer_by", language), ways, default="email"),
        *form.text("contact", say("registration.contact", language)),
    ]


def _reason(view: Registration, form: Form) -> list[CardElement]:
    language = view.language
    other = next((ground.label for ground in view.grounds if ground.id == "other"), "…")
    companions = choices_of("companion", ("yes", "no", "unknown"), language)
    return [
        line(say("registration.hint", language), spacing="Large"),
        *form.choice("ground", say("registration.ground", language), view.grounds),
        *form.text("ground_text", say("registration.ground_text", language, choice=other)),
        *form.choice(
            "companion", say("registration.companion", language), companions, default="unknown"
        ),
        *form.text("own_words", say("registration.own_words", language), optional=True, lines=True),
    ]


def _practical(form: Form) -> list[CardElement]:
    language = form.language
    who = choices_of("registration.caseworker", ("me", "department"), language)
    return [
        *form.choice("caseworker", say("registration.caseworker", language), who, default="me"),
        *form.tick(
            "phone_possible",
            say("registration.phone", language),
            say("registration.phone_tick", language),
        ),
    ]
