"""When somebody counts as told that the meeting is recorded (B20)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from guidelines.profile import Profile
from guidelines.rules import rule

Grade = Literal["none", "posted", "accepted", "prompt_completed", "confirmed"]
GRADES: tuple[Grade, ...] = get_args(Grade)
"""Evidence, weakest first: nothing · posted in the chat · accepted by Teams for this very person ·
the spoken prompt ended while the person was in the call · confirmed by a person."""


def at_least(grade: str, least: str) -> bool:
    """Whether ``grade`` is as strong as ``least``. Raises ``ValueError`` on an unknown grade."""
    return _rank(grade) >= _rank(least)


def better(one: Grade, other: Grade) -> Grade:
    """The stronger of two grades; evidence once held is never lost."""
    return one if at_least(one, other) else other


@rule("B20", surface="card")
def is_informed(profile: Profile, grade: str) -> bool:
    """Whether the grade counts as told under the profile. A post in the chat alone never does."""
    return at_least(grade, "accepted") and at_least(grade, profile.least_evidence)


@rule("B20", surface="card")
def ledger_complete(profile: Profile, rows: Iterable[str], phone_row: str | None) -> bool:
    """Whether everybody has been told.

    ``rows`` are the grades of the people known; with nobody known nothing is proven. ``phone_row``
    is the grade of *possibly somebody by phone*, None when nobody can be: they see no chat, so it takes
    a text that was spoken to its end, or a person who has read it aloud.
    """
    grades = list(rows)
    everybody = bool(grades) and all(is_informed(profile, grade) for grade in grades)
    if phone_row is None:
        return everybody
    # What is written reaches nobody there, whatever Teams accepted.
    heard = at_least(phone_row, "prompt_completed") and is_informed(profile, phone_row)
    return everybody and heard


@rule("B20", surface="card")
def may_be_by_phone(*, dial_in: bool | None, said: bool | None) -> bool:
    """Whether somebody may be listening by phone.

    ``dial_in``: the meeting has a phone number, None when that could not be read. ``said``: what the
    employee says, None when she has not been asked. Her yes adds to what Teams tells; her no cannot
    take it away, for somebody may dial in at any moment.
    """
    return dial_in is not False or bool(said)


def _rank(grade: str) -> int:
    for rank, known in enumerate(GRADES):
        if known == grade:
            return rank
    raise ValueError(f"unknown grade of evidence: {grade!r}")
