"""Which talk the employee is in, when Teams does not tell: one that is known, or one that has just begun."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.parts import buttons, card, heading, line, press, say
from texts.dates import clock_time
from texts.views import GuideWhere


def guide_where_card(view: GuideWhere) -> dict[str, Any]:
    """The known talks first; then one press for a talk nobody told of."""
    language = view.language
    title = say("where.title", language)
    body: list[CardElement] = [heading(title), line(say("where.none", language))]
    known: list[Action] = [
        press(
            say("where.talk", language, time=clock_time(meeting.starts_at, language)),
            "guide",
            {"meeting_id": meeting_id},
        )
        for meeting_id, meeting in view.talks
        if meeting.starts_at is not None
    ]
    if known:
        body += [line(say("where.known", language), bold=True), buttons(*known)]
    begins: list[Action] = [
        press(say(f"where.begin_{kind}", language), "guide_elsewhere", {"kind": kind})
        for kind in view.kinds
    ]
    if begins:
        body += [line(say("where.begins", language), bold=True), buttons(*begins)]
    return card(language, title, body, [press(say("where.menu", language), "menu", {})])
