"""To whoever decides: what happened to the file of a recording in Teams. Nothing is deleted by us."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement, OpenUrlAction

from cards.fields import Form, choices_of
from cards.parts import card, heading, line, press, row, say, state, words_of
from cards.when import meeting_caption
from texts.dates import clock_time, short_moment, time_after
from texts.limits import MAX_LENGTH
from texts.views import RecordingFile

OUTCOMES = ("deleted", "kept", "not_ours", "none")
_KNOWN = ("found", "not_allowed", "not_found", "elsewhere")


def recording_file_card(view: RecordingFile) -> dict[str, Any]:
    """The question with what is known of the file, or the receipt."""
    language = view.language
    title = say("file.title", language)
    body: list[CardElement] = [heading(title), meeting_caption(view.meeting, language)]
    body.append(line(_when(view), spacing="Small"))
    if view.number:
        body.append(row(say("common.meeting_number", language), view.number))
    incident = {"incident_id": view.incident_id}
    course = press(say("file.course", language), "incident", incident)
    if view.outcome:
        body += [*_receipt(view), *_about_link(view)]
        return card(language, title, body, [*_way_there(view), course])
    form = Form(language, view.values, view.problems)
    if view.file in _KNOWN:
        body.append(line(say(f"warning.file_{view.file}", language)))
    body.append(line(say("file.human", language)))
    body += _about_link(view)
    body += form.summary()
    choices = choices_of("file.outcome", OUTCOMES, language)
    body += form.choice("outcome", say("file.outcome", language), choices, style="expanded")
    body += form.text("kept_why", say("file.kept_why", language), optional=True, lines=True)
    save = press(say("file.save", language), "file_decided", incident, primary=True, inputs=True)
    actions: list[Action] = [save, *_way_there(view), course]
    return card(language, title, body, actions)


def _way_there(view: RecordingFile) -> list[Action]:
    """To the file: the link, once it was asked for; what is typed stays meanwhile."""
    if view.url:
        return [OpenUrlAction(title=say("file.go", view.language), url=view.url)]
    if not view.can_open:
        return []
    incident = {"incident_id": view.incident_id}
    asks = not view.outcome  # what is typed goes along and comes back
    return [press(say("file.open", view.language), "file_open", incident, inputs=asks)]


def _about_link(view: RecordingFile) -> list[CardElement]:
    if view.link_until is None:
        return []
    until = say("print.until", view.language, time=clock_time(view.link_until, view.language))
    return [line(f"{say('file.link_text', view.language)} {until}")]


def _when(view: RecordingFile) -> str:
    begun = time_after(view.begun_at, view.meeting.starts_at, view.language)
    if view.ended_at is None:
        return say("file.begun", view.language, begun=begun)
    ended = time_after(view.ended_at, view.begun_at, view.language)
    return say("file.ran", view.language, begun=begun, ended=ended)


def _receipt(view: RecordingFile) -> list[CardElement]:
    language = view.language
    shown: list[CardElement] = [state("done", say(f"warning.outcome_{view.outcome}", language))]
    if view.outcome_at is not None:
        who = view.outcome_by or say("file.somebody", language)
        when = short_moment(view.outcome_at, language)
        shown.append(line(say("file.receipt", language, who=who, time=when), spacing="Small"))
    return [
        *shown,
        *words_of(say("file.kept_why", language), view.kept_why, MAX_LENGTH["kept_why"]),
    ]
