"""To the organiser: what was switched on in the meeting options is off again."""

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
    alone = "_transcription" if view.what == "transcription" else ""
    title = say(f"put_back.title{alone}", language)
    which = "" if view.what == "recording" else f"_{view.what}"
    happened = say(f"put_back.once{which}", language, time=time)
    if view.times > 1:
        happened = say("put_back.times", language, time=time, times=str(view.times))
    body = [
        heading(title),
        state("done", happened),
        line(say("put_back.asked" if view.asked else "put_back.why", language), spacing="Small"),
        *meeting_rows(view.meeting, language),
    ]
    return card(language, title, body, [])
