"""The reasons of a refusal: first the ground where there are several, then each part in its own field.

Nothing is filled in or chosen beforehand (C9, C23, C26, C31): what is missing, the server says.
"""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.closed import closed_lines, or_closed
from cards.fields import Form
from cards.ground import ground_rows
from cards.parts import buttons, card, heading, line, panel, press, row, say, words_of
from cards.safe import shortened
from cards.weighing import ask_title, weighing_rows
from cards.when import meeting_rows
from guidelines.decision import FEW_PARTS, longest_reason
from guidelines.rules import rule
from texts.limits import MAX_LENGTH
from texts.views import Refusal

_CITIZEN_BYTES = 450  # shown shortened beside many parts; whole on the card they were read on first


def refusal_card(view: Refusal) -> dict[str, Any]:
    """The citizen's ground above, so that the reasons can meet it; then the choice or the parts."""
    language = view.language
    title = say("refusal.choose_title" if view.choosing else "refusal.title", language)
    form = _form(view)
    body: list[CardElement] = [heading(title), *form.summary()]
    body += words_of(say("refusal.why_not", language), view.why_not, MAX_LENGTH["disagreed_why"])
    body += closed_lines(view.closed, language, deciding=True)
    body.append(panel(_facts(view)))
    body += weighing_rows(view.weighing, language)
    body += _choice(view, form) if view.choosing else _reasons(view, form)
    return card(language, title, body, _actions(view), wide=True)


def _form(view: Refusal) -> Form:
    values = {f"part.{part.id}": part.value for part in view.parts}
    values |= {
        "ground": view.chosen,
        "deviation": view.deviation,
        "devices_place": view.devices_place,
        "partial": "true" if view.partial else "false",
        "devices_out": "true" if view.devices_out else "false",
    }
    return Form(view.language, values, view.problems, relation=view.relation)


def _facts(view: Refusal) -> list[CardElement]:
    language = view.language
    who = "common.employee" if view.relation == "employee" else "common.citizen"
    text, own, new = view.ground_text, view.own_words, view.new_facts
    if len(view.parts) > FEW_PARTS:
        most = MAX_LENGTH["own_words"], _CITIZEN_BYTES
        text, own, new = (shortened(words, *most) for words in (text, own, new))
    name = or_closed("citizen_name", view.citizen_name, view.closed, language)
    return [
        row(say(who, language), name, 120),
        *meeting_rows(view.meeting, language),
        *ground_rows(view.ground, text, own, language, new, view.closed, hidden=view.ground_hidden),
        row(say("common.number", language), view.number),
        *([line(say("refusal.others", language))] if view.others_affairs else []),
    ]


@rule("C9", surface="card")
def _choice(view: Refusal, form: Form) -> list[CardElement]:
    language = view.language
    how = line(say("refusal.choose_how", language))
    label = say("refusal.choose", language)
    return [how, *form.choice("ground", label, view.grounds)]


@rule("C26", surface="card")
def _reasons(view: Refusal, form: Form) -> list[CardElement]:
    language = view.language
    shown: list[CardElement] = []
    label = next((one.label for one in view.grounds if one.id == view.chosen), "")
    if label:
        shown.append(row(say("refusal.chosen", language), label))
    shown.append(line(say("refusal.how", language)))
    most = longest_reason(len(view.parts))
    for number, part in enumerate(view.parts, 1):
        label = say("refusal.part", language, number=str(number), label=part.label)
        shown.append(line(part.help, subtle=True, spacing="Medium"))
        field = f"part.{part.id}"
        shown += form.text(field, label, lines=True, limit=most)
    if view.asks_deviation:
        shown.append(line(say("refusal.deviation_how", language), spacing="Medium"))
        deviation = say("refusal.deviation", language)
        shown += form.text("deviation", deviation, lines=True)
    shown += _instructions(view, form)
    shown.append(line(say("refusal.yours", language), spacing="Large"))
    if view.grounds:
        data = {"request_id": view.request_id, "version": view.version, "from": "parts"}
        data["ground"] = view.chosen
        other = press(say("refusal.other_ground", language), "refuse_open", data, inputs=True)
        shown.append(buttons(other))
    return shown


def _instructions(view: Refusal, form: Form) -> list[CardElement]:
    """The partial solution (C31), and devices out of the room (C24), each only where it is offered."""
    language = view.language
    shown: list[CardElement] = []
    if view.partial is not None:
        label, title = say("refusal.partial", language), say("refusal.partial_tick", language)
        shown += form.tick("partial", label, title)
    if view.devices_out is not None:
        label, title = say("refusal.devices", language), say("refusal.devices_tick", language)
        shown += form.tick("devices_out", label, title)
        shown.append(line(say("refusal.devices_how", language), subtle=True, spacing="Small"))
        place = say("refusal.devices_place", language)
        shown += form.text("devices_place", place, limit=MAX_LENGTH["devices_place"])
    return shown


def _actions(view: Refusal) -> list[Action]:
    language = view.language
    data: dict[str, object] = {"request_id": view.request_id, "version": view.version}
    parts = {**data, "ground": view.chosen, "from": "parts"}
    actions: list[Action] = []
    if view.choosing:
        go_on = say("refusal.go_on", language)
        actions.append(press(go_on, "refuse_ground", data, primary=True, inputs=True))
    else:
        see = say("refusal.preview", language)
        actions.append(press(see, "refuse_preview", parts, primary=True, inputs=True))
    ask = ask_title(view.weighing, language)
    actions.append(press(ask, "legal_open", data if view.choosing else parts, inputs=True))
    if view.back == "case":
        actions.append(press(say("refusal.back_to_case", language), "case", data))
    else:
        back = say("refusal.back", language)
        came = data if view.choosing else parts
        actions.append(press(back, "assessment_reopen", came, inputs=True))
    return actions
