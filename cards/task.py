"""Something a person has to do: minutes promised, an answer that did not get through."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.fields import Form
from cards.parts import card, heading, lawyers, line, press, row, say, say_to, state
from cards.when import meeting_rows
from texts.dates import long_date
from texts.views import Language, Route, TaskCard

_KINDS = frozenset(
    {
        "ask_ground",
        "minutes",
        "printout",
        "companion",
        "interpreter",
        "longer_meeting",
        "split_meeting",
        "answer_failed",
        "answer_uncertain",
        "answer_waits",
        "unanswered",
        "receipt_failed",
        "read_aloud",
        "no_approver",
        "no_deputy",
        "no_confirmer",
        "note_missing",
        "oral_decision",
        "own_recording",
        "own_recording_delete",
        "ask_legal",
        "report_misuse",
        "keep_switched_off",
        "switch_reopened",
    }
)
"""The kinds that have words of their own; any other is something that is to be done."""
_MOST_LINES = 20


def title_of(kind: str, language: Language, route: Route, relation: str = "citizen") -> str:
    """What is to be done, in a few words."""
    known = kind if kind in _KINDS else "other"
    office = lawyers(route, language)
    return say_to(relation, f"task.{known}_title", language, office=office)


def task_card(view: TaskCard) -> dict[str, Any]:
    """What is to be done and for whom; afterwards that it is done, and when."""
    language = view.language
    kind = view.kind if view.kind in _KINDS else "other"
    title = title_of(view.kind, language, view.route, view.relation)
    office = lawyers(view.route, language)
    form = Form(language, view.values, view.problems)
    body: list[CardElement] = [heading(title), *form.summary()]
    if view.done:
        body.append(state("done", _done(view)))
    else:
        body.append(line(say_to(view.relation, f"task.{kind}", language, office=office)))
        body += [line(words, spacing="Small") for words in view.contact[:_MOST_LINES]]
    if view.citizen_name:
        who = "common.employee" if view.relation == "employee" else "common.citizen"
        body.append(row(say(who, language), view.citizen_name, 120))
    body += meeting_rows(view.meeting, language)
    if view.number:
        body.append(row(say("common.number", language), view.number))
    actions: list[Action] = []
    if not view.done and view.leads_to:
        actions.append(_way(view))
    elif not view.done:
        if view.asks_day:
            body += form.day("done_on", say("task.done_on", language))
        data = {"task_id": view.task_id}
        finish = say("task.finish_sent" if view.asks_day else "task.finish", language)
        actions.append(press(finish, "task_done", data, primary=True, inputs=view.asks_day))
    return card(language, title, body, actions)


def _way(view: TaskCard) -> Action:
    """The button to where the task is done: what is noted there ends it, no word of done."""
    verb, said = (
        ("handover_open", "case.handover") if view.leads_to == "answer" else ("note", "case.note")
    )
    words = say_to(view.relation, said, view.language)
    return press(words, verb, {"request_id": view.request_id}, primary=True)


def _done(view: TaskCard) -> str:
    if view.done_on is None:
        return say("task.is_done", view.language)
    return say("task.is_done_on", view.language, when=long_date(view.done_on, view.language))
