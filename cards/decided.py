"""The decider's card after the decision, whoever made it."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement

from cards.case import STATE_MARKS
from cards.parts import card, heading, line, say, state
from cards.when import meeting_rows
from texts.dates import short_moment
from texts.views import Decided


def decided_card(view: Decided) -> dict[str, Any]:
    """The outcome, by whom and when; there is nothing left to press."""
    language = view.language
    words = say(f"state.{view.state}", language)
    body: list[CardElement] = [
        heading(say("case.title", language, number=view.number)),
        state(STATE_MARKS[view.state], words),
    ]
    when = "" if view.decided_at is None else short_moment(view.decided_at, language)
    if view.by_you and when:
        body.append(line(say("decided.by_you", language, when=when), spacing="Small"))
    elif view.decided_by and when:
        by = say("case.decided", language, name=view.decided_by, when=when)
        body.append(line(by, spacing="Small"))
    body += meeting_rows(view.meeting, language)
    if view.state in ("granted", "not_granted"):
        body.append(line(say(f"decided.{view.state}", language)))
    return card(language, f"{view.number}: {words}", body)
