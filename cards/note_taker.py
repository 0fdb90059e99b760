"""To the organizer: is this a program that takes notes? A question, and nothing more."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.fields import Form
from cards.parts import buttons, card, heading, line, panel, press, row, say, state, unfold
from cards.when import meeting_caption
from texts.dates import clock_time
from texts.views import NoteTakerQuestion


def note_taker_card(view: NoteTakerQuestion) -> dict[str, Any]:
    """Who it is about, why it is asked, what the guideline says, and three answers."""
    language = view.language
    title = say("note_taker.title", language)
    body: list[CardElement] = [
        heading(title),
        meeting_caption(view.meeting, language),
        row(say("note_taker.name", language), view.name, 120),
        line(
            say(f"note_taker.seen_{view.sign}", language, time=clock_time(view.seen_at, language))
        ),
    ]
    if view.answer:
        body += _answered(view)
        return card(language, title, body)
    form = Form(language, view.values, view.problems)
    body.append(line(say("note_taker.counts", language)))
    body.append(line(say(f"note_taker.rule_{view.rule}", language)))
    body += form.summary()
    data = {"note_taker_id": view.note_taker_id}
    actions: list[Action] = [
        press(say("note_taker.out", language), "note_taker_out", data),
        press(say("note_taker.none", language), "note_taker_none", data),
    ]
    stays = press(say("note_taker.stays", language), "note_taker_stays", data, inputs=True)
    why = form.text("stays_why", say("note_taker.stays_why", language), lines=True)
    asked = form.has_problem("stays_why")
    if not asked:
        body.append(buttons(unfold(say("note_taker.may_stay", language), "staying")))
    body.append(panel([*why, buttons(stays)], hidden_as=None if asked else "staying"))
    return card(language, title, body, actions)


def _answered(view: NoteTakerQuestion) -> list[CardElement]:
    language = view.language
    shown: list[CardElement] = [state("done", say(f"note_taker.said_{view.answer}", language))]
    if view.answered_at is not None:
        who = view.answered_by or say("file.somebody", language)
        time = clock_time(view.answered_at, language)
        shown.append(line(say("file.receipt", language, who=who, time=time), spacing="Small"))
    return shown
