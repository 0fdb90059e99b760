"""What all views share, and the short answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Language = Literal["da", "en"]
Route = Literal["hr_legal", "legal"]
"""Whom a guideline names for questions and misuse (C32, C34): HR and the lawyers, or the lawyers alone."""


@dataclass(frozen=True)
class Choice:
    """One choice in a list: the value sent back and the words shown."""

    id: str
    label: str


@dataclass(frozen=True)
class MeetingLine:
    """A meeting as people recognise it. ``title`` may be empty; ``ends_at`` may be unknown."""

    title: str
    starts_at: datetime | None
    ends_at: datetime | None = None
    title_closed: bool = False  # there is one, and it cannot be opened
    series: bool = False  # one of several days, of which nobody tells the next


@dataclass(frozen=True, kw_only=True)
class View:
    """Common to all views."""

    language: Language = "da"


@dataclass(frozen=True, kw_only=True)
class Toast(View):
    """A short answer to a press. ``code`` names the sentence (``toast.<code>``)."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class NotYours(View):
    """A friendly "this lies with somebody else". Shown in place of the card to that person only."""

    who: str


@dataclass(frozen=True, kw_only=True)
class Superseded(View):
    """Stands in place of a card that came twice: the other one counts."""


@dataclass(frozen=True, kw_only=True)
class TryAgain(View):
    """Nothing was stored (database away). Stands where the pressed card stood and carries the press:
    ``verb`` and ``data`` as sent."""

    verb: str = ""
    data: Mapping[str, str | int] = field(default_factory=dict)
