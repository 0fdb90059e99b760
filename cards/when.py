"""Meetings and moments as people say them."""

from __future__ import annotations

from dataclasses import replace

from microsoft_teams.cards import CardElement

from cards.parts import line, row, say
from texts.dates import meeting_line
from texts.views import Language, MeetingLine


def meeting_words(meeting: MeetingLine, language: Language) -> str:
    """When the meeting is, without its title; says so when that is not known."""
    return meeting_line(replace(meeting, title="", title_closed=False), language)


def meeting_caption(meeting: MeetingLine, language: Language) -> CardElement:
    """The meeting as one quiet line under a heading."""
    return line(meeting_line(meeting, language), subtle=True, spacing="Small")


def meeting_rows(meeting: MeetingLine, language: Language) -> list[CardElement]:
    """What the meeting is called (if it is called anything) and when it is."""
    shown: list[CardElement] = []
    if meeting.title_closed:
        shown.append(row(say("common.meeting", language), say("common.closed", language)))
    elif meeting.title.strip():
        shown.append(row(say("common.meeting", language), meeting.title, 120))
    shown.append(row(say("common.when", language), meeting_words(meeting, language)))
    return shown
