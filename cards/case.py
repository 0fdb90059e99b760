"""The employee's card for one wish: where it stands and what is hers to do now. No ground on it."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.block import block_lines
from cards.parts import Mark, buttons, card, heading, line, panel, press, row, say, state, unfold
from cards.when import meeting_rows
from texts.catalog import text
from texts.dates import short_moment
from texts.views import AnswerState, Case, RequestState

STATE_MARKS: dict[RequestState, Mark] = {
    "received": "open",
    "under_assessment": "open",
    "awaiting_information": "look",
    "awaiting_leader": "open",
    "granted": "done",
    "not_granted": "no",
    "withdrawn": "closed",
    "lapsed": "closed",
}
_ANSWER_MARKS: dict[AnswerState, Mark] = {
    "none": "open",
    "ready": "open",
    "sent": "open",
    "delivered": "done",
    "failed": "look",
}
_OPEN = ("received", "under_assessment", "awaiting_information", "awaiting_leader", "granted")
_DECIDED = ("granted", "not_granted")
_SAID_ANYWAY = ("asked_leader", "in_queue", "answer_sent", "answer_failed", "delivered")
"""Notices that the state, the person asked or the line about the answer says as well."""


def case_card(view: Case) -> dict[str, Any]:
    """The state first, then the answer to the citizen, then the facts."""
    language = view.language
    words = say(f"state.{view.state}", language)
    body: list[CardElement] = [heading(say("case.title", language, number=view.number))]
    if view.notice and view.notice not in _SAID_ANYWAY:
        body.append(panel([line(text(f"notice.{view.notice}", language))]))
    body.append(state(STATE_MARKS[view.state], words))
    body += _course(view)
    body.append(row(say("common.citizen", language), view.citizen_name, 120))
    body += meeting_rows(view.meeting, language)
    if view.late:
        body.append(line(say("common.late", language), spacing="Small"))
    if view.block is not None and view.state in _OPEN and not view.note_ready:
        body += block_lines(view.block, view.block_reason, None, language)
    if _may_withdraw(view):
        body.append(_withdrawal(view))
    return card(language, f"{view.number}: {words}", body, _actions(view))


def _course(view: Case) -> list[CardElement]:
    language = view.language
    shown: list[CardElement] = []
    if view.in_queue:
        shown.append(line(say("case.in_queue", language), spacing="Small"))
    if view.waiting_for and view.state not in _DECIDED:
        waiting = say("case.waiting_for", language, name=view.waiting_for)
        shown.append(line(waiting, spacing="Small"))
    if view.decided_by and view.decided_at is not None:
        when = short_moment(view.decided_at, language)
        decided = say("case.decided", language, name=view.decided_by, when=when)
        shown.append(line(decided, spacing="Small"))
    if _has_answer(view):
        key = f"answer.{view.answer}"
        if view.answer == "ready" and view.answer_by == "email":
            key = "answer.ready_email"
        shown.append(state(_ANSWER_MARKS[view.answer], say(key, language)))
    return shown


def _has_answer(view: Case) -> bool:
    """Whether there is an answer to speak of; after a withdrawal only one that is on its way."""
    if view.state in _DECIDED:
        return view.answer != "none"
    return view.state in ("withdrawn", "lapsed") and view.answer in ("sent", "delivered")


def _actions(view: Case) -> list[Action]:
    language = view.language
    data = {"request_id": view.request_id, "version": view.version}
    actions: list[Action] = []
    if view.in_queue:
        actions.append(press(say("queue.take", language), "queue_take", data, primary=True))
    if view.answer in ("ready", "sent", "failed") and view.state in _DECIDED:
        actions.append(press(say("case.handover", language), "handover_open", data, primary=True))
    if view.note_ready:
        actions.append(press(say("case.note", language), "note", data, primary=not actions))
    if view.may_see_ground:
        actions.append(press(say("case.ground", language), "ground", data))
    if _may_withdraw(view):
        actions.append(unfold(say("case.withdraw", language), "withdrawal"))
    return actions


def _may_withdraw(view: Case) -> bool:
    return view.state in _OPEN and not view.note_ready


def _withdrawal(view: Case) -> CardElement:
    data = {"request_id": view.request_id, "version": view.version}
    sure = press(say("case.withdraw_sure", view.language), "withdraw", data)
    question = line(say("case.withdraw_text", view.language))
    return panel([question, buttons(sure)], hidden_as="withdrawal")
