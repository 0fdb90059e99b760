"""One municipality's guideline as data: ``guidelines/<id>.yaml``, read and checked.

The parameters are those of the guideline itself (domain 2.3). What the source does not state stands
under ``assumptions`` too, for the municipality to confirm. Who decides in which department is not
here: that is deployment data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

from guidelines.profile_check import ProfileError, check
from guidelines.profile_file import read

__all__ = [
    "Alternative",
    "Assumption",
    "Contact",
    "Criterion",
    "Ground",
    "Hours",
    "Profile",
    "ProfileError",
    "Words",
    "load_profile",
    "read_profile",
]

Words = Mapping[str, str]
"""The same words in Danish (``da``) and English (``en``)."""

Stance = Literal["deny_unless_need", "individual_assessment", "allow_unless_ground"]
Evidence = Literal["accepted", "prompt_completed", "confirmed"]
HERE = Path(__file__).parent


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
    """One thing to weigh. ``never_alone``: cannot carry a refusal without more (B15)."""

    id: str
    rule: str
    label: Words
    help: Words
    never_alone: bool = False


@dataclass(frozen=True)
class Alternative:
    """Another way to remember the meeting, offered with a refusal (B3–B5)."""

    id: str
    rule: str
    label: Words


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


@dataclass(frozen=True)
class Profile:
    """A municipality's guideline. Every request keeps the ``id`` and ``version`` it began under."""

    id: str
    municipality: str
    version: int
    valid_from: date
    source_url: str
    default_stance: Stance
    presumption: Words | None
    prior_request: Literal["required", "encouraged"]
    guide_days: int | None
    undecided_at_start: Literal["permitted", "not_permitted"]
    requester_roles: tuple[str, ...]
    meeting_kinds: tuple[str, ...]
    request_channels: tuple[str, ...]
    request_addressee: Literal["department", "employee"]
    grant_decider: str
    refusal_decider: str
    reasons_to_person: str
    ground_required: Literal["expected", "optional", "no"]
    grounds: tuple[Ground, ...]
    ground_readers: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    refusal_grounds: Literal["from_criteria", "open"]
    stock_phrases: tuple[str, ...]
    similar_refusal_percent: int
    refusal_least_words: int
    deputy_after_minutes: int
    parallel_recording: Literal["required", "none"]
    technical_assistance: Literal["none", "neutral"]
    inform_participants: Literal["required", "on"]
    least_evidence: Evidence
    video: str
    keep_transcription: bool
    approval_scope: Literal["one_meeting"]
    legal_label: Literal["aftale", "beslutning", "procesbeslutning"]
    alternatives: tuple[Alternative, ...]
    promised_tasks: tuple[str, ...]
    contacts: tuple[Contact, ...]
    links: Mapping[str, str]
    granted_terms: tuple[str, ...]
    announcement: tuple[str, ...]
    phone_lines: tuple[str, ...]
    ask_phone: bool
    texts: Mapping[str, Words]
    assumptions: tuple[Assumption, ...]

    @property
    def deputy_after(self) -> timedelta:
        """How long the approver has before the deputy is asked too."""
        return timedelta(minutes=self.deputy_after_minutes)

    def ground(self, ground_id: str) -> Ground | None:
        """The ground with that id, or None."""
        return next((ground for ground in self.grounds if ground.id == ground_id), None)


@cache
def load_profile(profile_id: str) -> Profile:
    """The profile ``guidelines/<profile_id>.yaml``.

    Raises ``ProfileError`` with one line per fault: the file, the parameter, what is allowed.
    """
    known = sorted(path.stem for path in HERE.glob("*.yaml"))
    if profile_id not in known:
        raise ProfileError(
            (f"there is no profile {profile_id!r} in guidelines/; allowed: {', '.join(known)}",)
        )
    return read_profile(HERE / f"{profile_id}.yaml")


def read_profile(path: Path) -> Profile:
    """The profile in the file ``path``. Raises ``ProfileError`` as ``load_profile`` does."""
    raw = read(path)
    check(path.name, raw, expected_id=path.stem)
    return _built(raw)


def _built(raw: dict[str, Any]) -> Profile:
    plain = dict(raw)
    plain["valid_from"] = date.fromisoformat(raw["valid_from"])
    plain["grounds"] = tuple(Ground(**item) for item in raw["grounds"])
    plain["criteria"] = tuple(Criterion(**item) for item in raw["criteria"])
    plain["alternatives"] = tuple(Alternative(**item) for item in raw["alternatives"])
    plain["assumptions"] = tuple(Assumption(**item) for item in raw["assumptions"])
    plain["contacts"] = tuple(_contact(item) for item in raw["contacts"])
    for name, value in plain.items():
        if isinstance(value, list):
            plain[name] = tuple(value)
    return Profile(**plain)


def _contact(item: dict[str, Any]) -> Contact:
    hours = tuple(Hours(**line) for line in item["hours"])
    return Contact(**{**item, "address": tuple(item["address"]), "hours": hours})
