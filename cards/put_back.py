"""To the organiser: recording was switched on in the meeting options, and is off again."""

from __future__ import annotations

from typing import Any

from cards.parts import card, heading, line, say, state
from cards.when import meeting_rows
from texts.dates import short_moment
from texts.views import PutBack


def put_back_card(view: PutBack) -> dict[str, Any]:
    """What happened, how often, and that nothing has to be done; who did it is not said."""
    language = view.language
    time = short_moment(view.at, language)
    title = say("put_back.title", language)
    happened = say("put_back.once", language, time=time)
    if view.times > 1:
        happened = say("put_back.times", language, time=time, times=str(view.times))
    body = [
        heading(title),
        state("done", happened),
        line(say("put_back.asked" if view.asked else "put_back.why", language), spacing="Small"),
        *meeting_rows(view.meeting, language),
    ]
    return card(language, title, body, [])
