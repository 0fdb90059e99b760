"""The decider's card: the facts, the criteria of the profile, and the two buttons of equal weight.

Nothing is chosen beforehand and no button stands out: the card must not lean to either side (B8, B11;
a person decides). What is missing, the server says.
"""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement

from cards.closed import closed_lines, or_closed
from cards.fields import Form, choices_of
from cards.ground import companion_row, ground_rows
from cards.parts import card, heading, heading_of, line, panel, press, row, say
from cards.when import meeting_rows
from texts.catalog import text
from texts.limits import MAX_LENGTH
from texts.views import Assessment, CriterionLine


def assessment_card(view: Assessment) -> dict[str, Any]:
    """The assessment as far as it has come, with what is missing."""
    language = view.language
    title = say("assessment.title", language)
    values: dict[str, str] = {}
    for criterion in view.criteria:
        values[f"verdict.{criterion.id}"] = criterion.verdict
        values[f"note.{criterion.id}"] = criterion.note
    values["note.others"] = view.others_note
    form = Form(language, values, view.problems, _points(view))
    body: list[CardElement] = [heading(title), *form.summary()]
    if view.notice:
        body.append(panel([line(text(f"notice.{view.notice}", language))]))
    if view.asked_as == "deputy":
        body.append(line(say("assessment.deputy", language)))
    if view.ask_ground:
        body.append(panel([line(say("assessment.ask_ground", language))]))
    body += closed_lines(view.closed, language, deciding=True)
    body += _facts(view)
    if view.presumption:
        body.append(line(view.presumption, limit=300))
    written = any(criterion.always for criterion in view.criteria)
    how = "assessment.how_written" if written else "assessment.how"
    body.append(line(say(how, language), spacing="Large"))
    for number, criterion in enumerate(view.criteria, 1):
        body += _criterion(number, criterion, form)
    if view.others_affairs:
        body += _others(form)
    body.append(line(say("assessment.yours", language), spacing="Large"))
    data = {"request_id": view.request_id, "version": view.version}
    actions = [
        press(say("assessment.grant", language), "grant", data, inputs=True),
        press(say("assessment.refuse", language), "refuse_open", data, inputs=True),
    ]
    return card(language, title, body, actions, wide=True)


def _facts(view: Assessment) -> list[CardElement]:
    language = view.language
    name = or_closed("citizen_name", view.citizen_name, view.closed, language)
    shown: list[CardElement] = [
        row(say("common.citizen", language), name, 120),
        *meeting_rows(view.meeting, language),
        *ground_rows(
            view.ground,
            view.ground_text,
            view.own_words,
            language,
            closed=view.closed,
            hidden=view.ground_hidden,
        ),
        companion_row(view.companion, view.closed, language),
        row(say("assessment.registered_by", language), view.registered_by, 120),
        row(say("common.number", language), view.number),
    ]
    if view.late:
        shown.append(line(say("common.late", language), spacing="Small"))
    return [panel(shown)]


def _criterion(number: int, criterion: CriterionLine, form: Form) -> list[CardElement]:
    language = form.language
    verdicts = choices_of("verdict", ("for", "against", "neutral"), language)
    return [
        heading_of(f"{number}. {criterion.label}", 160),
        line(criterion.help, spacing="Small", subtle=True),
        *form.choice(
            f"verdict.{criterion.id}",
            say("assessment.verdict", language, number=str(number)),
            verdicts,
            style="expanded",
        ),
        *form.text(
            f"note.{criterion.id}",
            say(
                "assessment.written" if criterion.always else "assessment.note",
                language,
                number=str(number),
            ),
            lines=True,
            limit=MAX_LENGTH["note"],
        ),
    ]


def _others(form: Form) -> list[CardElement]:
    """Other people's interests, weighed in words where their private affairs come up (C15)."""
    language = form.language
    label, most = say("assessment.others_note", language), MAX_LENGTH["note"]
    return [
        heading_of(say("assessment.others", language), 160),
        line(say("assessment.others_help", language), spacing="Small", subtle=True),
        *form.text("note.others", label, lines=True, limit=most),
    ]


def _points(view: Assessment) -> dict[str, str]:
    return {
        f"{field}.{criterion.id}": str(number)
        for number, criterion in enumerate(view.criteria, 1)
        for field in ("verdict", "note")
    }
