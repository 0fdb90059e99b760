"""What stands on the pages that can be printed, as data; ``web/`` sets it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from texts.script import Line
from texts.views import Language, MeetingLine


@dataclass(frozen=True, kw_only=True)
class PaperScript:
    """The script on one sheet, with room for names and times. Names nobody, and holds no ground."""

    language: Language
    municipality: str
    kind: str
    recorded: bool
    meeting: MeetingLine
    numbers: tuple[str, ...]
    lines: tuple[Line, ...]
    late: tuple[str, ...] = ()
    pause: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """One piece of evidence: on what grade and channel, and when. ``proof``: what can be looked up, and
    ``known_as`` its id: post, prompt, answer; both empty where a person (``by``) said it."""

    proof: str
    known_as: str
    grade: str
    channel: str
    at: datetime
    telling: int
    by: str = ""


@dataclass(frozen=True)
class PersonLine:
    """Somebody who could hear the meeting. ``state``: informed; missing; unseen (perhaps there, not told);
    maybe (perhaps there when it was read aloud); and of who is not there any more: gone (was told what was
    said last), gone_earlier (of something before that alone), left (of nothing)."""

    name: str
    kind: str
    state: str
    at: datetime | None
    heard: tuple[Heard, ...]


@dataclass(frozen=True)
class Told:
    """Once the meeting was told. ``words`` line by line, as they were."""

    number: int
    what: str
    how: str
    at: datetime
    profile: str
    words: tuple[str, ...]
    words_en: tuple[str, ...] = ()


@dataclass(frozen=True)
class SaidAloud:
    """One sentence that somebody ticked as said."""

    say: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Event:
    """Something that happened around it; ``key`` names the words (``account.event.<key>``). ``kind``: what
    the person it was about was there as."""

    key: str
    at: datetime
    by: str = ""
    kind: str = ""


NOT_REACHED = ("missing", "unseen", "maybe", "left", "gone_earlier")
"""States of people of whom nothing shows that they were told what was said last."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """The account of who was told in one meeting, as somebody reads it who was not there. ``complete``:
    everybody who is known to be there has been told; who has left does not count there."""

    language: Language
    municipality: str
    meeting: MeetingLine
    kind: str
    numbers: tuple[str, ...]
    recorders: tuple[str, ...]
    began_at: datetime
    began_by: str
    ended_at: datetime | None
    complete: bool
    people: Sequence[PersonLine]
    told: Sequence[Told]
    said: Sequence[SaidAloud]
    events: Sequence[Event]
    made_at: datetime
    made_by: str

    @property
    def not_reached(self) -> tuple[PersonLine, ...]:
        """Everybody on the list of whom it cannot be said that they were told what was said last."""
        return tuple(one for one in self.people if one.state in NOT_REACHED)

    @property
    def claim(self) -> str:
        """How much may be claimed, as the words that say it: ``account.<claim>``."""
        if not self.complete:
            return "incomplete"
        return "complete_but" if self.not_reached else "complete"
