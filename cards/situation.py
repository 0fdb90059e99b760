"""Something happens in the meeting: the calm steps, and a way to write it down (C21, C22, T9)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.fields import Form, choices_of
from cards.parts import card, heading, line, press, say, say_to
from cards.when import meeting_caption
from texts.views import Situation

_MOST, _TEXT = 12, 400


def situation_card(view: Situation) -> dict[str, Any]:
    """The steps in their order; the municipality's own sentences come first where it has them."""
    language = view.language
    title = say(f"situation.{view.situation}", language)
    form = Form(language, view.values, view.problems)
    body: list[CardElement] = [
        heading(title),
        meeting_caption(view.meeting, language),
        *form.summary(),
    ]
    if view.prompt:
        body.append(line(say("situation.seen", language), spacing="Small"))
    steps = [
        *view.sentences,
        *(say_to(view.relation, f"step.{code}", language) for code in _steps(view)),
    ]
    if view.say_first:
        body += [line(say("situation.say", language), bold=True)]
        body += [line(words, size="Large", limit=_TEXT) for words in view.sentences]
        steps = steps[len(view.sentences) :]
    body += [line(f"– {words}", spacing="Small", limit=_TEXT) for words in steps[:_MOST]]
    if view.asks_who:
        body += form.text("who", say("situation.who", language))
    body += _recorder(view, form)
    body += form.text("what", say("situation.what", language), optional=True, lines=True)
    data = {"meeting_id": view.meeting_id}
    done = {**data, "situation": view.situation}
    actions: list[Action] = [
        press(
            say("situation.break_begins" if view.say_first else "situation.done", language),
            "guide_done",
            done,
            primary=True,
            inputs=True,
        )
    ]
    if view.may_register:
        actions.append(press(say("situation.register", language), "register_open", {}))
    actions.append(press(say("situation.back", language), "guide", data))
    return card(language, title, body, actions)


def _recorder(view: Situation, form: Form) -> list[CardElement]:
    """Whether a citizen or an employee records (C1), and whether it is somebody who was refused (C27)."""
    language, shown = view.language, list[CardElement]()
    if view.types:
        who = choices_of("situation.recorder", ("citizen", "employee"), language)
        label = say("situation.recorder", language)
        shown += form.choice("recorder", label, who, default="citizen")
        shown += form.choice("employee_type", say("situation.employee_type", language), view.types)
    if view.asks_again:
        same = choices_of("situation.after", ("same_person", "other_person"), language)
        shown += form.choice("after_refusal", say("situation.after_refusal", language), same)
    return shown


def _steps(view: Situation) -> tuple[str, ...]:
    """The steps not said by the municipality's own sentences already."""
    said = {"remind_of_rule", "encourage_openness", "announce", "guide", "note", "decide_now"}
    return tuple(step for step in view.steps if not (view.sentences and step in said))
