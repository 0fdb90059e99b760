"""Equal treatment: what was decided before in like cases, and what of it may be shown (C10, C11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from guidelines.decision import OTHERS, spoken_against
from guidelines.profile import Profile
from guidelines.rules import rule
from guidelines.workdays import COPENHAGEN

LEAST = 5
"""The fewest cases a number may stand for (domain 7, trap 16)."""
ALLOWED = frozenset({"granted", "own_part"})
Key = TypeVar("Key")


@dataclass(frozen=True)
class EarlierCase:
    """One earlier decision as kept: no person, no unit and no free text. ``ground`` is the
    citizen's; ``outcome`` is granted, not_granted or own_part; ``employee_type`` the kind of talk an
    employee had with a leader, else empty; ``against``: codes of what spoke against, whatever came of
    it (``considerations``)."""

    quarter: str
    relation: str
    ground: str
    outcome: str
    meeting_kind: str
    employee_type: str = ""
    against: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class LikeCase:
    """What is shown of an earlier decision: nothing finer than the quarter, and no unit."""

    quarter: str
    outcome: str
    meeting_kind: str
    employee_type: str = ""

    @property
    def allowed(self) -> bool:
        """Whether recording was allowed, all of it or a part."""
        return self.outcome in ALLOWED


def quarter_of(moment: datetime) -> str:
    """The quarter of the moment in Denmark, such as ``2026-4``."""
    day = moment.astimezone(COPENHAGEN)
    return f"{day.year}-{(day.month + 2) // 3}"


@rule("C10", "C11", surface="card")
def like(
    profile: Profile,
    cases: Iterable[EarlierCase],
    *,
    relation: str,
    ground: str,
    against: frozenset[str] = frozenset(),
    employee_type: str = "",
) -> tuple[LikeCase, ...]:
    """The earlier cases where the same considerations applied, newest first; even a single one.

    The relation and the kind of talk must be the same. Then a case is like when the same ground was
    stated, or when something of what speaks ``against`` now did so then, also where recording was
    allowed all the same. Whether it was by phone or in person is shown, and is for a person to judge:
    it is no consideration by itself.
    """
    stated = has_considerations(profile, ground)
    shown = (
        LikeCase(case.quarter, case.outcome, case.meeting_kind, case.employee_type)
        for case in cases
        if (case.relation, case.employee_type) == (relation, employee_type)
        and ((stated and case.ground == ground) or case.against & against)
    )
    return tuple(sorted(shown, key=lambda case: case.quarter, reverse=True))


@rule("C10", "C11", surface="card")
def considerations(
    profile: Profile, *, refusal_ground: str, verdicts: Mapping[str, str], others_affairs: bool
) -> frozenset[str]:
    """Codes for what speaks against a recording; never who, and never what somebody wrote.

    Where a refusal may rest on one of several grounds, it is that ground. Otherwise, and where nothing
    is refused, it is what the case holds: the criteria that speak against, and other people's affairs.
    """
    if refusal_ground and len(profile.refusal_grounds) > 1:
        return frozenset({refusal_ground})
    codes = spoken_against(profile, verdicts)
    if others_affairs:
        partial = (ground.id for ground in profile.refusal_grounds if ground.partial)
        codes |= {next(partial, OTHERS)}
    return codes


def has_considerations(profile: Profile, ground: str) -> bool:
    """Whether the citizen has stated something that can be compared with other cases."""
    stated = profile.ground(ground)
    return stated is not None and not stated.undisclosed


def allowed_before(cases: Iterable[LikeCase]) -> int:
    """How many of the cases were allowed: with one or more, a refusal must say what differs."""
    return sum(case.allowed for case in cases)


@rule("C11", surface="card")
def suppress_small(counts: Mapping[Key, int], least: int = LEAST) -> dict[Key, int | None]:
    """The counts, None where fewer than ``least`` cases might point to a person.

    Never show a total beside them: a number left out could be worked out from it.
    """
    return {key: count if count >= least else None for key, count in counts.items()}
