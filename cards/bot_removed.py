"""To the employee: the app is gone from a meeting. What holds is read aloud, and video is not blocked by us."""

from __future__ import annotations

from typing import Any

from cards.parts import card, heading, letter, line, press, say
from cards.when import meeting_rows
from texts.views import BotRemoved


def bot_removed_card(view: BotRemoved) -> dict[str, Any]:
    """What no longer happens by itself, and the words to say."""
    language = view.language
    title = say("removed.title", language)
    told = ("text_running" if view.running else "text") if view.script else "nothing_held"
    body = [
        heading(title),
        line(say(f"removed.{told}", language)),
        *meeting_rows(view.meeting, language),
        line(say("removed.unblocked", language)),
    ]
    if not view.script:
        return card(language, title, body)
    body += [line(say("removed.read", language), bold=True), letter(view.script, size="Large")]
    data = {"meeting_id": view.meeting_id}
    lead = press(say("ledger.line_by_line", language), "script", data, primary=True)
    return card(language, title, body, [lead])
