"""The calm card in the meeting chat: may sound be recorded, and is Teams' recording off.

Everybody in the meeting reads it, the citizen too. It names nobody before the announcement, and
while nobody has asked it says nothing about permission (domain T2: no request, no announcement).
"""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.block import block_lines, block_words, camera_lines, recording_lines, recording_words
from cards.parts import Mark, card, heading, line, press, promised, say, state
from cards.when import meeting_words
from guidelines.rules import rule
from texts.views import MeetingStatus, RecordingState

_MARKS: dict[RecordingState, Mark] = {
    "nobody_asked": "open",
    "undecided": "open",
    "permitted": "open",
    "granted": "done",
    "not_granted": "no",
    "announced": "on",
    "over": "closed",
}


def status_card(view: MeetingStatus) -> dict[str, Any]:
    """The state of sound and of Teams' recording; the way to say that one wants to record."""
    language = view.language
    asked = view.state != "nobody_asked"
    body: list[CardElement] = [
        heading(say("status.title", language)),
        line(meeting_words(view.meeting, language), subtle=True, spacing="Small"),
    ]
    if view.paused:
        body.append(state("look", say("status.paused", language)))
    elif asked:
        body.append(state(_MARKS[view.state], _state_words(view)))
        body.append(line(" ".join(_more(view)), spacing="Small"))
    if view.own_part:
        body.append(line(say("status.own_part", language), spacing="Small"))
    body += _teams(view)
    if view.state != "over":
        body += camera_lines(view.cameras, language)
        body.append(line(say("status.outside", language), spacing="Small", subtle=True))
    actions: list[Action] = []
    if view.state != "over":
        hint = "status.wish_hint_more" if asked else "status.wish_hint"
        body.append(line(say(hint, language), spacing="Medium"))
        data = {"meeting_id": view.meeting_id}
        actions = [
            press(say("status.want", language), "want_to_record", data, primary=not asked),
            press(say("status.register", language), "register_open", data),
        ]
    return card(language, _summary(view), body, actions)


def _teams(view: MeetingStatus) -> list[CardElement]:
    """Teams' own recording: that it runs goes before every switch; of a meeting that is over only that
    its end was not seen."""
    language, read_at = view.language, view.block_read_at
    if view.state == "over":
        if not view.recording_now:
            return []
        words = recording_words(view.recording_now, language)
        more = say(f"recording.{view.recording_now}_more", language)
        return [state("look", words, spacing="Medium"), line(more, spacing="Small")]
    if view.recording_now:
        return recording_lines(view.recording_now, view.block, view.block_reason, read_at, language)
    return block_lines(view.block, view.block_reason, read_at, language)


def _summary(view: MeetingStatus) -> str:
    if view.recording_now:
        return recording_words(view.recording_now, view.language)
    asked = view.state != "nobody_asked"
    return _state_words(view) if asked else block_words(view.block, view.language)


@rule("A3", "A20", "B5", "B29", "C6", surface="chat")
def _more(view: MeetingStatus) -> list[str]:
    """What is to be known besides: pictures, and what this guideline promises where nothing is recorded."""
    language = view.language
    more = [say(f"status.{view.state}_more", language)]
    if view.state in ("permitted", "granted", "announced") and view.pictures:
        more.insert(0, say(f"status.pictures_{view.pictures}", language))
    if view.state == "not_granted":
        more += promised(view.promises, "status", language)
    return more


def _state_words(view: MeetingStatus) -> str:
    if view.state == "announced":
        records = "status.announced_video" if view.pictures == "recorded" else "status.announced"
        if not view.recorder.strip():
            return say(f"{records}_unnamed", view.language)
        return say(records, view.language, name=view.recorder)
    if view.state == "not_granted":
        return say(f"status.not_granted_{view.leave}", view.language)
    return say(f"status.{view.state}", view.language)
