"""The life of a call into a meeting: pure, so that every step can be looked at by itself.

joining → (lobby →) established → reconciled → playing → spoken, and then one of the ends. ``muted``
is a stop on the way: what is played then is not heard. Reports come late, twice and out of order, so
a step that does not fit where the call stands changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LIVE: Final = ("joining", "lobby", "established", "reconciled", "playing", "spoken", "muted")
IN_CALL: Final = ("established", "reconciled", "playing", "spoken", "muted")
MAY_SPEAK: Final = ("reconciled", "spoken")
CAN_SPEAK: Final = (*MAY_SPEAK, "playing")
ENDS: Final = (
    "hung_up", "alone", "nobody_came", "denied", "lobby_timeout", "removed", "keepalive_lost",
    "lost", "failed", "no_sound", "given_up",
)  # fmt: skip
QUIET_ENDS: Final = ("hung_up", "alone", "nobody_came")
"""Ends nobody has to do anything about: the meeting is over, or nobody is left in it."""
NOT_AGAIN: Final = ("denied", "lobby_timeout", "removed", "failed", "no_sound", "given_up")
"""Ends after which Lydhør does not knock again in the same meeting: somebody said no, or it would
come to the same. ``given_up``: the last call it makes ended quietly, and somebody is still to hear it."""
NEEDS_A_PERSON: Final = ("lobby", "muted", *(end for end in ENDS if end not in QUIET_ENDS))
"""Where the employee is asked to read aloud."""

STEPS: Final[Mapping[str, Mapping[str, str]]] = {
    "waiting": {"joining": "lobby", "established": "lobby", "reconciled": "lobby"},
    "established": {"joining": "established", "lobby": "established"},
    "reconciled": {"joining": "reconciled", "lobby": "reconciled", "established": "reconciled"},
    "asked": {"reconciled": "playing", "spoken": "playing"},
    "completed": {"playing": "spoken"},
    "not_played": {"playing": "reconciled"},
    "muted": dict.fromkeys(("established", "reconciled", "playing", "spoken"), "muted"),
    "unmuted": {"muted": "reconciled"},
}
"""What happened → from where → to where."""

BY_SUBCODE: Final[Mapping[int, str]] = {
    5002: "alone", 5010: "alone", 5300: "removed", 5000: "removed", 5855: "lobby_timeout",
    5013: "nobody_came", 8537: "keepalive_lost",
}  # fmt: skip
"""Microsoft's reasons for an end (teams-platform 6.5)."""


def step(state: str, what: str) -> str:
    """Where the call stands after ``what``; where it stood when that does not fit there."""
    return STEPS[what].get(state, state)


def end_of(state: str, code: int, subcode: int) -> str:
    """Which end it is that Microsoft reports of a call that stood in ``state``."""
    outside = state in ("joining", "lobby")
    if outside and BY_SUBCODE.get(subcode) == "removed":
        return "denied"
    if subcode in BY_SUBCODE:
        return BY_SUBCODE[subcode]
    if code == 408:
        return "keepalive_lost"
    return "denied" if outside else "lost"
