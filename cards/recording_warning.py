"""To organiser and leader: Teams' own recording was started (domain T10)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.parts import Mark, card, heading, line, press, say, state
from cards.when import meeting_caption
from texts.dates import clock_time
from texts.views import RecordingWarning


def recording_warning_card(view: RecordingWarning) -> dict[str, Any]:
    """Whether it still runs, what to do, and whether the switch is off again."""
    language = view.language
    words = say("warning.running", language)
    mark: Mark = "on"
    if not view.running:
        mark, words = "done", _ended_words(view)
    noticed = say("warning.noticed", language, time=clock_time(view.noticed_at, language))
    body: list[CardElement] = [
        heading(say("warning.title" if view.running else "warning.title_over", language)),
        meeting_caption(view.meeting, language),
        state(mark, words),
        line(noticed, spacing="Small"),
    ]
    if view.running:
        steps = ("stop", "tell") if view.may_confirm else ("ask",)
        body += [line(say(f"warning.{step}", language)) for step in steps]
    over = "_over" if view.switch == "off_again" and not view.running else ""
    body.append(line(say(f"warning.switch_{view.switch}{over}", language)))
    body.append(line(say("warning.file" if view.may_confirm else "warning.file_leader", language)))
    actions: list[Action] = []
    if view.running and view.may_confirm:
        data = {"incident_id": view.incident_id}
        title = say("warning.stopped", language)
        actions.append(press(title, "recording_stopped", data, primary=True))
    return card(language, words, body, actions)


def _ended_words(view: RecordingWarning) -> str:
    if view.ended_at is None:
        return say("warning.ended", view.language)
    time = clock_time(view.ended_at, view.language)
    return say("warning.ended_at", view.language, time=time)
