"""To organiser and leader: Teams' own recording was started (domain T10)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.fields import Form
from cards.parts import Mark, buttons, card, heading, line, press, say, state
from cards.when import meeting_caption
from texts.dates import clock_time
from texts.views import RecordingWarning


def recording_warning_card(view: RecordingWarning) -> dict[str, Any]:
    """Whether it still runs, or may, what to do, and whether the switch is off again."""
    language = view.language
    mark, words = _state(view)
    time = clock_time(view.noticed_at, language)
    body: list[CardElement] = [
        heading(_title(view)),
        meeting_caption(view.meeting, language),
        state(mark, words),
        line(say(f"warning.{_maybe(view)}noticed", language, time=time), spacing="Small"),
    ]
    body += [line(words) for words in _steps(view)]
    body += [line(say(f"step.{code}", language)) for code in view.steps]
    body.append(line(_switch(view)))
    reader = "file" if view.may_confirm else "file_leader"
    body.append(line(say(f"warning.{_maybe(view)}{reader}", language)))
    actions: list[Action] = []
    if view.running and view.may_confirm:
        data = {"incident_id": view.incident_id}
        title = say(f"warning.{_maybe(view)}stopped", language)
        actions.append(press(title, "recording_stopped", data, primary=True))
    body += _why(view)
    return card(language, words, body, actions)


def _why(view: RecordingWarning) -> list[CardElement]:
    """Why it was started, where the guideline thinks of an exception (C4)."""
    language = view.language
    if view.why_noted:
        return [state("done", say("warning.why_noted", language))]
    if not view.asks_why:
        return []
    form = Form(language, view.values, view.problems)
    save = press(
        say("warning.why_save", language),
        "recording_why",
        {"incident_id": view.incident_id},
        inputs=True,
    )
    return [*form.text("why", say("warning.why", language), lines=True), buttons(save)]


def _maybe(view: RecordingWarning) -> str:
    """What stands before the sentences on a recording that nobody could see."""
    return "maybe_" if view.noticed_by == "switch" else ""


def _title(view: RecordingWarning) -> str:
    if view.noticed_by == "switch":
        return say("warning.maybe_title", view.language)
    over = not (view.running and view.watched)
    return say("warning.title_over" if over else "warning.title", view.language)


def _state(view: RecordingWarning) -> tuple[Mark, str]:
    maybe, language = _maybe(view), view.language
    if view.running and not view.watched:
        return "look", say(f"warning.{maybe}unseen", language)
    if view.running:
        return "look" if maybe else "on", say(f"warning.{maybe}running", language)
    said = "_said" if view.ended_by == "person" else ""
    if view.ended_at is None:
        return "done", say(f"warning.{maybe}ended{said}", language)
    time = clock_time(view.ended_at, language)
    key = "ended_said_at" if said else "ended_at"
    return "done", say(f"warning.{maybe}{key}", language, time=time)


def _steps(view: RecordingWarning) -> list[str]:
    if not view.running:
        return []
    if not view.watched:
        return [say("warning.unseen_more", view.language)]
    steps = ["stop", "tell"]
    if not view.may_confirm:
        steps = ["ask" if view.organizer_told else "ask_self"]
    return [say(f"warning.{_maybe(view)}{step}", view.language) for step in steps]


def _switch(view: RecordingWarning) -> str:
    if view.switch != "off_again":
        return say(f"warning.switch_{view.switch}", view.language)
    if not (view.running and view.watched):
        return say("warning.switch_off_again_over", view.language)
    return say(f"warning.{_maybe(view)}switch_off_again", view.language)
