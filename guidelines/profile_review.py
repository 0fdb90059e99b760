"""What the owner of a profile has to look at: nothing of it stops the profile from being used."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Literal

from guidelines.demands import Missing, missing
from guidelines.profile import Assumption, Guideline, Profile, Retention
from guidelines.rules import rule

SOON = timedelta(days=60)
Dated = Literal["valid_from", "valid_to", "evaluate_on"]


@dataclass(frozen=True)
class Due:
    """A date of the profile that asks for somebody: it lies within ``SOON``, or has passed."""

    parameter: Dated
    day: date
    passed: bool


@dataclass(frozen=True)
class Review:
    """``assumptions``: to confirm (2.3). ``unsaid``: what rules want said and the texts no longer say
    (trap 14). ``due``: dates. ``unfilled``: parameters only the municipality can fill in."""

    assumptions: tuple[Assumption, ...]
    unsaid: tuple[Missing, ...]
    due: tuple[Due, ...]
    unfilled: tuple[str, ...]


@rule("B28", "B29", surface="profile check", later="panel")
def review(profile: Profile, today: date) -> Review:
    """What there is to look at in the profile on that day (Danish date)."""
    return Review(profile.assumptions, missing(profile), _due(profile, today), _unfilled(profile))


def dates_due(guideline: Guideline, today: date) -> tuple[Due, ...]:
    """What the owner of the guideline is told when the product starts and is asked if it is ready: dates
    of the version in force that are near or over (domain 2.5). It stays in force till there is another,
    for a case always has a guideline; its end asks for nobody when the next takes over without a gap."""
    profile = guideline.on(today)
    settled = {"valid_from", "valid_to"} if _is_followed(guideline, profile) else {"valid_from"}
    return tuple(one for one in _due(profile, today) if one.parameter not in settled)


def _is_followed(guideline: Guideline, profile: Profile) -> bool:
    """Whether another version begins no later than the day after this one ends."""
    return profile.valid_to is not None and any(
        profile.valid_from < other.valid_from <= profile.valid_to + timedelta(days=1)
        for other in guideline.versions
    )


def _due(profile: Profile, today: date) -> tuple[Due, ...]:
    found = []
    if profile.valid_from > today:
        found.append(Due("valid_from", profile.valid_from, False))
    ends: tuple[tuple[Dated, date | None], ...] = (
        ("valid_to", profile.valid_to),
        ("evaluate_on", profile.evaluate_on),
    )
    for name, day in ends:
        if day is not None and day <= today + SOON:
            found.append(Due(name, day, day < today))
    return tuple(found)


def _unfilled(profile: Profile) -> tuple[str, ...]:
    """How long things are kept is the data protection officer's to say (3.4); who approved the
    profile, where people can turn, and where its own guide for staff stands (C14), the municipality's."""
    empty = [name for name in ("adopted_by", "approved_by") if not getattr(profile, name)]
    empty += [
        f"retention.{piece.name}"
        for piece in fields(Retention)
        if getattr(profile.retention, piece.name) is None
    ]
    empty += [] if profile.contacts else ["contacts"]
    return (*empty, *([] if profile.internal_guide else ["links.internal_guide"]))
