"""To those who are told: Teams' own recording was started (domain T10). One card, kept up to date."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.fields import Form
from cards.incident_parts import course_lines, recorded_lines
from cards.parts import Mark, buttons, card, heading, line, panel, press, row, say, state, unfold
from cards.recording_file import OUTCOMES
from cards.when import meeting_caption
from texts.dates import time_after
from texts.views import RecordingWarning


def recording_warning_card(view: RecordingWarning) -> dict[str, Any]:
    """Whether it still runs, or may, what to do and say, who decides, and what has happened."""
    language = view.language
    mark, words = _state(view)
    body: list[CardElement] = [
        heading(_title(view)),
        meeting_caption(view.meeting, language),
        state(mark, words),
        line(_noticed(view), spacing="Small"),
    ]
    body += [line(words) for words in _steps(view)]
    if view.may_confirm and view.noticed_by != "file":
        body.append(panel(_to_say(view)))
    body += [line(say(f"step.{code}", language)) for code in view.steps]
    if view.noticed_by != "file":
        body.append(line(_switch(view)))
    body += _file(view)
    actions: list[Action] = []
    if view.running and view.may_confirm:
        data = {"incident_id": view.incident_id}
        title = say(f"warning.{_maybe(view)}stopped", language)
        actions.append(press(title, "recording_stopped", data, primary=True))
    body += _why(view)
    body += _folded(view)
    return card(language, words, body, actions)


def _folded(view: RecordingWarning) -> list[CardElement]:
    """The course, and who was recorded: there for whoever wants to read it."""
    language, shown, ways = view.language, list[CardElement](), list[Action]()
    if view.course:
        ways.append(unfold(say("warning.course", language), "course"))
        course = course_lines(view.course, language)
        if view.number:
            course.append(row(say("common.meeting_number", language), view.number))
        shown.append(panel(course, hidden_as="course"))
    if view.shows_recorded:
        ways.append(unfold(say("warning.recorded", language), "recorded"))
        shown.append(panel(recorded_lines(view), hidden_as="recorded"))
    return [buttons(*ways), *shown] if ways else []


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


def _to_say(view: RecordingWarning) -> list[CardElement]:
    """A sentence the organizer can read aloud."""
    key = "over" if not view.running else "running"
    return [
        line(say("warning.say", view.language), bold=True, spacing="Small"),
        line(say(f"warning.{_maybe(view)}say_{key}", view.language), spacing="Small"),
    ]


def _file(view: RecordingWarning) -> list[CardElement]:
    """Who decides on the file, and what is known of it."""
    language = view.language
    if view.file_outcome in OUTCOMES:
        who = view.decider or say("course.somebody", language)
        words = say(f"course.file_{view.file_outcome}", language, who=who)
        return [state("done", words, spacing="Small")]
    shown: list[CardElement] = []
    if view.file in ("found", "not_allowed", "not_found", "elsewhere"):
        shown.append(line(say(f"warning.file_{view.file}", language)))
    shown.append(line(_decides(view)))
    return shown


def _decides(view: RecordingWarning) -> str:
    language = view.language
    if view.decides:
        return say("warning.you_decide", language)
    if view.decider:
        return say(f"warning.{_maybe(view)}decides", language, who=view.decider)
    reader = "file" if view.may_confirm else "file_leader"
    return say(f"warning.{_maybe(view)}{reader}", language)


def _maybe(view: RecordingWarning) -> str:
    """What stands before the sentences on a recording that nobody could see."""
    return "maybe_" if view.noticed_by == "switch" else ""


def _title(view: RecordingWarning) -> str:
    if view.noticed_by == "switch":
        return say("warning.maybe_title", view.language)
    over = not (view.running and view.watched)
    return say("warning.title_over" if over else "warning.title", view.language)


def _noticed(view: RecordingWarning) -> str:
    time = time_after(view.noticed_at, view.meeting.starts_at, view.language)
    if view.noticed_by == "file":
        return say("warning.file_noticed", view.language, time=time)
    return say(f"warning.{_maybe(view)}noticed", view.language, time=time)


def _state(view: RecordingWarning) -> tuple[Mark, str]:
    maybe, language = _maybe(view), view.language
    if view.running and not view.watched:
        return "look", say(f"warning.{maybe}unseen", language)
    if view.running:
        return "look" if maybe else "on", say(f"warning.{maybe}running", language)
    said = "_said" if view.ended_by == "person" else ""
    if view.ended_at is None:
        return "done", say(f"warning.{maybe}ended{said}", language)
    time = time_after(view.ended_at, view.noticed_at, language)
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
