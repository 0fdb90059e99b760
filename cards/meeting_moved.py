"""To the employee: the meeting was moved or cancelled, and what that means for the wish (T19)."""

from __future__ import annotations

from typing import Any

from cards.parts import card, heading, line, press, row, say
from cards.when import meeting_rows
from texts.views import MeetingMoved


def meeting_moved_card(view: MeetingMoved) -> dict[str, Any]:
    """The new time, or that it is off; the way back to the wish."""
    language = view.language
    way = "cancelled" if view.cancelled else "moved"
    title = say(f"moved.{way}_title", language)
    body = [
        heading(title),
        line(say("moved.cancelled_refused" if view.refused else f"moved.{way}", language)),
        *meeting_rows(view.meeting, language),
        row(say("common.number", language), view.number),
    ]
    back = press(say("moved.open", language), "case", {"request_id": view.request_id})
    return card(language, title, body, [back])
