"""The course of an incident, and who was recorded, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards import CardElement

from cards.parts import line, say
from cards.safe import clean
from texts.dates import exact_moment, time_after
from texts.views import CourseLine, Language, RecordedLine, RecordingWarning

MOST, MOST_LINES, NAME = 20, 30, 60
KINDS = (
    "signal", "warned", "asked_to_stop", "put_back", "still_on", "said_stopped", "end_seen",
    "end_not_seen", "explained", "decides", "file_waits", "file_found", "file_not_allowed",
    "file_not_found", "file_elsewhere", "file_deleted", "file_kept", "file_not_ours", "file_none",
    "not_reached", "file_unasked", "app_removed",
)  # fmt: skip
"""The lines that have words."""
WITH_WHO = ("warned", "not_reached", "asked_to_stop", "said_stopped", "explained", "decides")


def course_lines(course: Sequence[CourseLine], language: Language) -> list[CardElement]:
    """What happened, each with its time; what happened several times says so."""
    known = [one for one in course if one.kind in KINDS]
    return [line(_words(one, language), spacing="Small") for one in known[:MOST_LINES]]


def _words(one: CourseLine, language: Language) -> str:
    who = clean(one.who, NAME) or say("course.somebody", language)
    outcome = one.kind in ("file_deleted", "file_kept", "file_not_ours", "file_none")
    named = outcome or one.kind in WITH_WHO
    words = say(f"course.{one.kind}", language, **({"who": who} if named else {}))
    if one.times > 1 and one.last_at is not None:
        last = time_after(one.last_at, one.at, language)
        words = say("course.again", language, words=words, times=str(one.times), last=last)
    return say("course.line", language, time=exact_moment(one.at, language), words=words)


def recorded_lines(view: RecordingWarning) -> list[CardElement]:
    """Who was recorded as far as can be seen, and what cannot be seen."""
    language = view.language
    shown: list[CardElement] = [line(say("recorded.as_seen", language), spacing="Small")]
    shown += [line(_name(one, language), spacing="Small") for one in view.recorded[:MOST]]
    if len(view.recorded) > MOST:
        more = str(len(view.recorded) - MOST)
        shown.append(line(say("recorded.more", language, count=more), spacing="Small"))
    if not view.recorded:
        shown.append(line(say("recorded.nobody", language), spacing="Small"))
    if view.phone_maybe:
        shown.append(line(say("recorded.phone", language), spacing="Small"))
    return shown


def _name(one: RecordedLine, language: Language) -> str:
    key = "in_call" if one.in_call else "in_chat"
    return say(f"recorded.{key}", language, name=clean(one.name, NAME))
