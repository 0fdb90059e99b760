"""The form on which an employee tells that she records a talk with her leader, and her receipt (C1)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.fields import Form, choices_of
from cards.parts import (
    Mark,
    buttons,
    card,
    heading,
    letter,
    line,
    panel,
    press,
    row,
    say,
    state,
    unfold,
)
from cards.registration import YES_NO, elsewhere
from cards.when import meeting_rows
from texts.views import Choice, EmployeeNotice, EmployeeReceipt

_MOST, _WORDS = 15, 900
_MARKS: dict[str, Mark] = {
    "received": "open",
    "granted": "done",
    "not_granted": "no",
    "withdrawn": "closed",
    "lapsed": "closed",
    "unanswered": "look",
}


def employee_notice_card(view: EmployeeNotice) -> dict[str, Any]:
    """Which talk, with whom, and when; a ground only if she likes to give one."""
    language = view.language
    title = say("employee.title", language)
    form = Form(language, view.values, view.problems)
    body: list[CardElement] = [
        heading(title),
        line(say("employee.allowed", language)),
        line(say("employee.who_sees", language), subtle=True, spacing="Small"),
        *form.summary(),
    ]
    if view.not_covered:
        stored = line(say("employee.nothing_stored", language), spacing="Small")
        body.append(panel([line(view.not_covered, limit=_WORDS), stored]))
    body += form.choice("employee_type", say("employee.type", language), view.types)
    body += form.choice("leader", say("employee.leader", language), view.leaders)
    body += _meeting(view, form)
    body += _besides(view, form)
    submit = press(
        say("employee.submit", language), "employee_submit", {}, primary=True, inputs=True
    )
    cancel = press(say("registration.cancel", language), "menu", {})
    return card(language, title, body, [submit, cancel], wide=True)


def _meeting(view: EmployeeNotice, form: Form) -> list[CardElement]:
    listed = [meeting for meeting in view.meetings if meeting.id != "other"][:_MOST]
    listed.append(Choice("other", say("employee.other_meeting", view.language)))
    alone = listed[0].id if len(listed) == 1 else None
    shown = form.choice("meeting", say("employee.meeting", view.language), listed, default=alone)
    return [*shown, *elsewhere(form, form.values.get("meeting") or alone, view.kinds)]


def _besides(view: EmployeeNotice, form: Form) -> list[CardElement]:
    language = view.language
    other = next((ground.label for ground in view.grounds if ground.id == "other"), "…")
    companions = choices_of("companion", YES_NO, language)
    others = choices_of("registration.others", YES_NO, language)
    ground = say("form.optional", language, label=say("employee.ground", language))
    return [
        *form.choice(
            "companion", say("employee.companion", language), companions, default="unknown"
        ),
        *form.choice(
            "others_affairs", say("registration.others", language), others, default="unknown"
        ),
        line(say("employee.no_reason", language), spacing="Large"),
        *form.choice("ground", ground, view.grounds),
        *form.text("ground_text", say("registration.ground_text", language, choice=other)),
    ]


def employee_receipt_card(view: EmployeeReceipt) -> dict[str, Any]:
    """How it stands, the talk, and the letter to her. She may take it back without a reason."""
    language = view.language
    title = say("receipt.title", language, number=view.number)
    words = say(f"receipt.{view.state}", language)
    body: list[CardElement] = [heading(title), state(_MARKS[view.state], words)]
    if view.kind:
        body.append(row(say("receipt.kind", language), view.kind, 120))
    body.append(row(say("receipt.leader", language), _leader(view), 120))
    body += meeting_rows(view.meeting, language)
    if view.paragraphs:
        body.append(letter(view.paragraphs, hidden_as=None if _open(view) else "letter"))
    if view.may_withdraw:
        body.append(_withdrawal(view))
    if view.may_tell_anew:
        body.append(_anew(view))
    return card(language, f"{title}: {words}", body, _actions(view))


def _open(view: EmployeeReceipt) -> bool:
    """Whether the letter is to be read now; otherwise it is behind a button."""
    return view.to_read or view.state == "granted"


def _leader(view: EmployeeReceipt) -> str:
    if view.leader:
        return view.leader
    return say(
        "receipt.leader_unnamed" if view.leader_found else "receipt.leader_sought", view.language
    )


def _actions(view: EmployeeReceipt) -> list[Action]:
    language = view.language
    data = {"request_id": view.request_id, "version": view.version}
    actions: list[Action] = []
    if view.to_read:
        actions.append(press(say("receipt.read", language), "employee_read", data, primary=True))
    if view.paragraphs and not _open(view):
        actions.append(unfold(say("receipt.letter", language), "letter"))
    if view.may_withdraw:
        actions.append(unfold(say("receipt.withdraw", language), "withdrawal"))
    if view.may_tell_anew and not view.problems:
        actions.append(unfold(say("receipt.anew", language), "anew"))
    actions.append(press(say("receipt.refresh", language), "employee_receipt", data))
    return actions


def _anew(view: EmployeeReceipt) -> CardElement:
    """A no stands; who has something new to say gives notice again, with that."""
    language, data = view.language, {"request_id": view.request_id, "version": view.version}
    form = Form(language, view.values, view.problems, relation="employee")
    send = press(say("receipt.anew_send", language), "employee_anew", data, inputs=True)
    field = form.text("new_facts", say("registration.new_facts", language), lines=True)
    how = line(say("receipt.anew_how", language))
    return panel([how, *field, buttons(send)], hidden_as=None if view.problems else "anew")


def _withdrawal(view: EmployeeReceipt) -> CardElement:
    data = {"request_id": view.request_id, "version": view.version}
    sure = press(say("receipt.withdraw_sure", view.language), "employee_withdraw", data)
    question = line(say("receipt.withdraw_text", view.language))
    return panel([question, buttons(sure)], hidden_as="withdrawal")
