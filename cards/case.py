"""The employee's card for one wish: where it stands and what is hers to do now. No ground on it."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.block import block_lines, camera_lines, recording_lines
from cards.case_parts import (
    companion_rows,
    legal_lines,
    more,
    open_tasks,
    proposal,
    spoken,
    video_rows,
)
from cards.closed import closed_lines, or_closed
from cards.parts import (
    Mark,
    buttons,
    card,
    heading,
    lawyers,
    line,
    panel,
    press,
    row,
    say,
    state,
    unfold,
    words_of,
)
from cards.when import meeting_rows
from guidelines.request import owes_reasons
from texts.catalog import text_to
from texts.dates import short_moment
from texts.limits import MAX_LENGTH
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
    "unanswered": "look",
}
_ANSWER_MARKS: dict[AnswerState, Mark] = {
    "none": "open",
    "ready": "open",
    "sent": "open",
    "delivered": "done",
    "failed": "look",
}
MOST = 5
"""Buttons that every client shows below a card."""
_OPEN = ("received", "under_assessment", "awaiting_information", "awaiting_leader", "granted")
_ANSWERED = ("granted", "not_granted", "unanswered")
_SAID_ANYWAY = (
    *("asked_leader", "in_queue", "answer_sent", "answer_failed", "delivered"),
    "confirm_deputy_asked",
)
"""Notices that the state, the person asked or the line about the answer says as well."""


def case_card(view: Case) -> dict[str, Any]:
    """The state first, then the answer, then the facts; what is needed seldom is folded away."""
    language = view.language
    words = state_words(view)
    title = "case.title_told" if view.told_only else "case.title"
    body: list[CardElement] = [heading(say(title, language, number=view.number))]
    if view.notice and view.notice not in _SAID_ANYWAY:
        office = lawyers(view.route, language)
        said = text_to(view.relation, f"notice.{view.notice}", language, office=office)
        body.append(panel([line(said)]))
    body.append(state(STATE_MARKS[view.state], words))
    body += closed_lines(view.closed, language)
    body += _course(view)
    if view.say_received:
        body.append(line(say("case.say_received", language), spacing="Small"))
    who = "common.employee" if view.relation == "employee" else "common.citizen"
    name = or_closed("citizen_name", view.citizen_name, view.closed, language)
    body.append(row(say(who, language), name, 120))
    body += meeting_rows(view.meeting, language)
    body += companion_rows(view)
    body += video_rows(view)
    if view.others_affairs and view.state in _OPEN and not view.note_ready:
        body.append(line(say("case.others_affairs", language), spacing="Small"))
    if view.late:
        body.append(
            line(
                say("common.late_told" if view.told_only else "common.late", language),
                spacing="Small",
            )
        )
    body += _teams(view)
    body += [*open_tasks(view), *legal_lines(view), *spoken(view)]
    if _may_withdraw(view):
        body.append(_withdrawal(view))
    actions, left = _actions(view)
    body.append(more(view, left))
    return card(language, f"{view.number}: {words}", body, actions)


def _teams(view: Case) -> list[CardElement]:
    """Teams' own recording, while the meeting is to come or runs; that it records, whatever was decided."""
    language = view.language
    if view.block is None or view.note_ready:
        return []
    if view.recording_now:
        return recording_lines(view.recording_now, view.block, view.block_reason, None, language)
    if view.state not in _OPEN:
        return []
    shown = block_lines(view.block, view.block_reason, None, language)
    return shown + camera_lines(view.cameras, language)


def state_words(view: Case) -> str:
    """The state in words; of a notice that it is allowed, of a partial yes for which part (C6, C31)."""
    key = view.state
    if view.state == "granted" and view.own_part:
        return say("state.own_part", view.language)
    if view.state == "granted" and view.told_only:
        return say("state.told", view.language)
    return say(f"state.{key}", view.language)


def _course(view: Case) -> list[CardElement]:
    language = view.language
    shown: list[CardElement] = []
    if view.in_queue and view.relation == "citizen":
        shown.append(line(say("case.in_queue", language), spacing="Small"))
    if view.waiting_for and view.state not in _ANSWERED:
        waiting = say("case.waiting_for", language, name=view.waiting_for)
        shown.append(line(waiting, spacing="Small"))
    shown += proposal(view)
    shown += words_of(say("refusal.why_not", language), view.why_not, MAX_LENGTH["disagreed_why"])
    if view.decided_by and view.decided_at is not None:
        when = short_moment(view.decided_at, language)
        decided = say("case.decided", language, name=view.decided_by, when=when)
        shown.append(line(decided, spacing="Small"))
    if _has_answer(view):
        shown.append(state(_ANSWER_MARKS[view.answer], _answer_words(view)))
    return shown


def _answer_words(view: Case) -> str:
    key = f"answer.{view.answer}"
    if view.answer == "ready" and view.answer_by == "email":
        key = "answer.ready_email"
    if view.relation == "employee" and key != "answer.ready_email":
        return say(f"employee_answer.{view.answer}", view.language)
    return say(key, view.language)


def _has_answer(view: Case) -> bool:
    """Whether there is an answer to speak of; after a withdrawal only one that is on its way."""
    if _is_answered(view):
        return view.answer != "none"
    return view.state in ("withdrawn", "lapsed") and view.answer in ("sent", "delivered")


def _is_answered(view: Case) -> bool:
    """Whether the answer is still to be followed to the citizen; a refused part outlives the rest."""
    owed = owes_reasons(view.state, "own_part" if view.own_part else "whole")
    return owed or view.state in _ANSWERED


def _actions(view: Case) -> tuple[list[Action], list[Action]]:
    """At most five buttons; what there is no room for comes with what is folded away."""
    language = view.language
    employee = view.relation == "employee"
    data = {"request_id": view.request_id, "version": view.version}
    actions: list[Action] = []
    if view.in_queue and not employee:
        actions.append(press(say("queue.take", language), "queue_take", data, primary=True))
    if view.may_decide:
        decide = say("case.decide", language)
        actions.append(press(decide, "assessment_reopen", data, primary=not actions))
    waits = view.answer in ("ready", "sent", "failed") and _is_answered(view)
    if waits and view.may_hand_over:
        handover = say("case.handover_employee" if employee else "case.handover", language)
        actions.append(press(handover, "handover_open", data, primary=not actions))
    if view.may_note:
        actions.append(press(say("case.note", language), "note", data, primary=not actions))
    if view.may_see_ground:
        actions.append(press(say("case.ground", language), "ground", data))
    if view.may_add_ground:
        actions.append(press(say("case.add_ground", language), "ground_open", data))
    if view.guide_of is not None:
        guide = {"meeting_id": view.guide_of}
        actions.append(press(say("case.guide", language), "guide", guide))
    if view.may_take_back:
        actions.append(press(say("case.take_back", language), "refuse_take_back", data))
    if view.may_refuse:
        actions.append(press(say("case.refuse", language), "refuse_open", data))
    if _may_withdraw(view):
        withdraw = say("case.withdraw_employee" if employee else "case.withdraw", language)
        actions.append(unfold(withdraw, "withdrawal"))
    folded = unfold(say("case.more", language), "more")
    return [*actions[: MOST - 1], folded], actions[MOST - 1 :]


def _may_withdraw(view: Case) -> bool:
    return view.state in _OPEN and not view.note_ready


def _withdrawal(view: Case) -> CardElement:
    data = {"request_id": view.request_id, "version": view.version}
    key = "case.withdraw_text_told" if view.told_only else "case.withdraw_text"
    sure = press(say("case.withdraw_sure", view.language), "withdraw", data)
    return panel([line(say(key, view.language)), buttons(sure)], hidden_as="withdrawal")
