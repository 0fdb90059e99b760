"""The pieces a profile is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Words = Mapping[str, str]
"""The same words in Danish (``da``) and English (``en``)."""

INTERNAL_GUIDE = "internal_guide"
"""The link to the municipality's own guide for its staff (C14)."""


@dataclass(frozen=True)
class Ground:
    """A ground a citizen may give. ``text`` asks for own words, ``undisclosed`` gives none."""

    id: str
    rule: str
    label: Words
    asks_for_text: bool = False
    undisclosed: bool = False


@dataclass(frozen=True)
class Criterion:
    """One thing to weigh. ``never_alone``: cannot carry a refusal without more (B15). ``note``: when
    the decider must write what was considered (A14: always). ``decider_only``: what was written is read
    by whoever assesses and decides alone (B16)."""

    id: str
    rule: str
    label: Words
    help: Words
    never_alone: bool = False
    decider_only: bool = False
    note: Literal["when_against", "always"] = "when_against"


@dataclass(frozen=True)
class Alternative:
    """Another way to remember the meeting, offered with a refusal (A3, A4, B3–B5). ``task``: the kind
    of task that follows when it is promised or chosen; empty where nobody has to do anything."""

    id: str
    rule: str
    label: Words
    task: str = ""


@dataclass(frozen=True)
class RefusalPart:
    """One thing a refusal must say (C23, C26, C31). ``label`` and ``help`` stand on the card,
    ``heading`` above the text in the letter. ``answers_need``: this part answers the need the citizen
    stated (A10). Parts not ``in_letter`` stand in the case note only."""

    id: str
    rule: str
    label: Words
    help: Words
    heading: Words
    answers_need: bool = False
    in_letter: bool = True


@dataclass(frozen=True)
class RefusalGround:
    """A ground a refusal may rest on (C9), with what it must say.

    ``from_criteria``: at least one criterion must speak against (B11). ``partial``: the citizen may be
    allowed to record a part (C31). ``devices_out``: devices may be kept out of the room, in person
    only (C24). ``legal_advice``: whether HR/Jura may or should be asked first (C9, C32).
    ``intro``: the text of the profile that begins the reasons in the letter.
    """

    id: str
    rule: str
    label: Words
    parts: tuple[RefusalPart, ...]
    intro: str
    from_criteria: bool = False
    partial: bool = False
    devices_out: bool = False
    legal_advice: Literal["offered", "expected"] = "offered"


@dataclass(frozen=True)
class EmployeeMeeting:
    """A kind of talk between an employee and a leader, and whether the guideline covers it (C7)."""

    id: str
    rule: str
    label: Words
    covered: bool


@dataclass(frozen=True)
class Demand:
    """What a rule wants said: the words must stand in one of the texts of the outlet (trap 14).

    ``outlet`` names a list of texts in the profile, one text, or one of the others that
    ``guidelines/demands.py`` knows. A bar in ``says`` stands between words of which one is enough.
    ``never``: the words must not stand there.
    """

    rule: str
    outlet: str
    says: Words
    never: bool = False


@dataclass(frozen=True)
class Retention:
    """How long things are kept, in days, for each purpose; None until the data protection officer has
    said: then nothing of it is deleted by itself. ``docs/retention.md`` says what each covers, and from
    which day it counts."""

    own_recording: int | None = None
    request: int | None = None
    ground: int | None = None
    ledger: int | None = None
    contact_wish: int | None = None
    incident: int | None = None
    errand: int | None = None
    misuse: int | None = None
    meeting: int | None = None
    people: int | None = None
    access: int | None = None


@dataclass(frozen=True)
class Hours:
    """Phone hours. Days are 1 (Monday) to 7, times are ``HH:MM`` in Denmark."""

    first_day: int
    last_day: int
    opens: str
    closes: str


@dataclass(frozen=True)
class Contact:
    """Whom to write to or call (B27). Empty parts are not shown."""

    id: str
    name: Words
    address: tuple[str, ...]
    phone: str
    hours: tuple[Hours, ...]
    secure_post_citizens: str
    secure_post_businesses: str


@dataclass(frozen=True)
class Assumption:
    """A value the guideline does not state, and what the product does until it is confirmed."""

    parameter: str
    rule: str
    text: Words
