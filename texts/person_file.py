"""What is stored about one person, as data: the page and the file that the DPO gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Found:
    """One thing in which the person stands. ``kind``: the table. ``whole``: it is theirs, so all of it
    is here; otherwise they are named in it, and only what names them is. ``facts``: columns as they are
    stored; ``texts``: sealed fields, opened; ``course``: when, what, by whom. ``acted``: they have done
    something there, were asked or told, as an employee. ``left_out``: fields that are there and not
    told, each with the reason (``extract.why.<reason>``)."""

    kind: str
    id: str
    number: str
    whole: bool
    facts: Mapping[str, object] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    course: Sequence[tuple[datetime, str, str]] = ()
    looks: Sequence[tuple[datetime, str]] = ()
    acted: bool = False
    left_out: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, kw_only=True)
class PersonFile:
    """Everything that was found. ``searched``: what the DPO searched for. ``unreadable``: how many sealed
    fields, of whomever, could not be opened and so not be looked through."""

    municipality: str
    searched: str
    made_by: str
    made_at: datetime
    unreadable: int = 0
    found: Sequence[Found]
