"""Reminders: something is still to be done. No name, so that they can be read over a shoulder."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement

from cards.parts import card, heading, lawyers, line, panel, press, row, say, state
from cards.task import title_of
from cards.when import meeting_rows
from guidelines.rules import rule
from texts.views import ErrandReminder, Reminder

_ERRANDS = ("printout", "legal_question", "misuse")


def reminder_card(view: Reminder) -> dict[str, Any]:
    """What is missing, of which wish, and the way to it. What has been done since is seen there."""
    language = view.language
    is_task = view.what == "task" and view.task_id is not None
    title = (
        title_of(view.kind, language, view.route, view.relation)
        if is_task
        else say("reminder.note_title", language)
    )
    key = "task" if is_task else "note_changed" if view.changed else "note"
    body: list[CardElement] = [
        heading(title),
        line(say(f"reminder.{key}", language)),
        *meeting_rows(view.meeting, language),
    ]
    if view.number:
        body.append(row(say("common.number", language), view.number))
    open_task = press(
        say("reminder.open_task", language), "task", {"task_id": view.task_id}, primary=True
    )
    open_note = press(
        say("case.note", language), "note", {"request_id": view.request_id}, primary=True
    )
    return card(language, title, body, [open_task if is_task else open_note])


def errand_reminder_card(view: ErrandReminder) -> dict[str, Any]:
    """An errand that nobody has brought to its end."""
    language = view.language
    kind = view.kind if view.kind in _ERRANDS else "printout"
    title = say(f"reminder.errand_{kind}", language, office=lawyers(view.route, language))
    body: list[CardElement] = [
        heading(title),
        line(say("reminder.errand", language)),
        row(say("common.number", language), view.number),
    ]
    data = {"errand_id": view.errand_id}
    if view.unreached:
        return _unreached(view, title)
    return card(
        language, title, body, [press(say("reminder.open", language), "errand", data, primary=True)]
    )


@rule("B5", "C34", surface="card")
def _unreached(view: ErrandReminder, title: str) -> dict[str, Any]:
    """Nobody at the other end has it: whom to reach instead, and that it was done."""
    language = view.language
    body: list[CardElement] = [
        heading(title),
        row(say("common.number", language), view.number),
    ]
    if view.passed_on:
        return card(
            language, title, [*body, state("done", say("reminder.passed_on_done", language))]
        )
    body.append(state("look", say("reminder.unreached", language)))
    if view.contact:
        body.append(panel([line(one, spacing="Small") for one in view.contact]))
    done = press(
        say("reminder.passed_on", language),
        "errand_passed_on",
        {"errand_id": view.errand_id},
        primary=True,
    )
    return card(language, title, body, [done])
