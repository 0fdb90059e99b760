"""The decider's card after the decision, whoever made it."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement

from cards.case import STATE_MARKS
from cards.parts import card, heading, line, panel, press, say, state, words_of
from cards.when import meeting_rows
from texts.catalog import text
from texts.dates import short_moment
from texts.views import Decided

_SPOKEN = 900


def decided_card(view: Decided) -> dict[str, Any]:
    """The outcome, by whom and when, and how a no can be said aloud (A18)."""
    language = view.language
    words = say(_state(view), language)
    body: list[CardElement] = [heading(say("case.title", language, number=view.number))]
    if view.notice:
        body.append(panel([line(text(f"notice.{view.notice}", language))]))
    body.append(state(STATE_MARKS[view.state], words))
    when = "" if view.decided_at is None else short_moment(view.decided_at, language)
    if view.confirmed_by and when:
        names = {"name": view.decided_by, "other": view.confirmed_by, "when": when}
        body.append(line(say("decided.by_two", language, **names), spacing="Small"))
    elif view.by_you and when:
        body.append(line(say("decided.by_you", language, when=when), spacing="Small"))
    elif view.decided_by and when:
        by = say("case.decided", language, name=view.decided_by, when=when)
        body.append(line(by, spacing="Small"))
    body += meeting_rows(view.meeting, language)
    body += words_of(say("decided.spoken", language), view.spoken, _SPOKEN)
    if view.state in ("granted", "not_granted") and view.decided_at is not None:
        outcome = "own_part" if view.partial else view.state
        body.append(line(say(f"decided.{outcome}", language)))
    data = {"request_id": view.request_id}
    actions = [press(say("case.note", language), "note", data)] if view.may_note else []
    return card(language, f"{view.number}: {words}", body, actions)


def _state(view: Decided) -> str:
    if view.state == "granted" and view.partial:
        return "decided.state_own_part"
    if view.state == "granted" and view.is_notice:
        return "decided.state_permitted"
    return f"state.{view.state}"
