"""A talk outside Teams that begins now: the shortest form there is, one name and one press."""

from __future__ import annotations

from typing import Any

from cards.fields import Form, choices_of
from cards.parts import card, heading, line, press, say
from cards.registration import YES_NO
from guidelines.rules import rule
from texts.views import Talk


@rule("C15", surface="card")
def talk_card(view: Talk) -> dict[str, Any]:
    """The kind is chosen beforehand (by phone is the usual one), the time is now."""
    language = view.language
    form = Form(language, view.values, view.problems)
    title = say("talk.title", language)
    kinds = choices_of("registration.kind", view.kinds, language)
    others = choices_of("registration.others", YES_NO, language)
    usual = "phone" if "phone" in view.kinds else None
    ground = (
        form.choice("ground", say("registration.ground", language), view.grounds)
        if view.grounds
        else []
    )
    body = [
        heading(title),
        line(say("talk.text", language), subtle=True, spacing="Small"),
        *form.summary(),
        *form.choice(
            "meeting_kind", say("registration.meeting_kind", language), kinds, default=usual
        ),
        *form.text("citizen_name", say("registration.citizen_name", language)),
        *ground,
        *form.choice(
            "others_affairs", say("registration.others", language), others, default="unknown"
        ),
    ]
    begin = say("talk.begin_tell" if view.tell_only else "talk.begin", language)
    actions = [
        press(begin, "talk_begin", {}, primary=True, inputs=True),
        press(say("registration.cancel", language), "menu", {}),
    ]
    return card(language, title, body, actions)
