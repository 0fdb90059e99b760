"""Something a person has to do: a printout promised, an answer that did not get through."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.parts import card, heading, line, press, row, say, state
from cards.when import meeting_rows
from texts.views import TaskCard

_KINDS = (
    "printout",
    "answer_failed",
    "answer_waits",
    "read_aloud",
    "no_approver",
    "no_deputy",
    "answer_uncertain",
)


def task_card(view: TaskCard) -> dict[str, Any]:
    """What is to be done and for whom; afterwards that it is done."""
    language = view.language
    kind = view.kind if view.kind in _KINDS else "other"
    title = say(f"task.{kind}_title", language)
    body: list[CardElement] = [heading(title)]
    if view.done:
        body.append(state("done", say("task.is_done", language)))
    else:
        body.append(line(say(f"task.{kind}", language)))
    if view.citizen_name:
        body.append(row(say("common.citizen", language), view.citizen_name, 120))
    body += meeting_rows(view.meeting, language)
    body.append(row(say("common.number", language), view.number))
    actions: list[Action] = []
    if not view.done:
        data = {"task_id": view.task_id}
        actions.append(press(say("task.finish", language), "task_done", data, primary=True))
    return card(language, title, body, actions)
