"""What goes first when there is more to send than Teams takes: announcements before all.

Whatever a job sends has the urgency of its kind; a part of a job may say that it is less urgent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import IntEnum
from types import MappingProxyType


class Urgency(IntEnum):
    """Most urgent first. A less urgent call waits while a more urgent one is waiting."""

    ANNOUNCE = 0
    WARN = 1
    LATECOMER = 2
    STATUS = 3
    PRESENCE = 4


OF_KIND: Mapping[str, Urgency] = MappingProxyType(
    {
        "announce": Urgency.ANNOUNCE,
        "other_ways": Urgency.ANNOUNCE,
        "script_card": Urgency.ANNOUNCE,
        "bot_removed": Urgency.ANNOUNCE,
        "call_join": Urgency.ANNOUNCE,
        "call_speak": Urgency.ANNOUNCE,
        "warn": Urgency.WARN,
        "recorded": Urgency.WARN,
        "file_card": Urgency.WARN,
        "put_back_card": Urgency.WARN,
        "ask_put_back": Urgency.WARN,
        "note_taker_card": Urgency.WARN,
        "task_card": Urgency.WARN,
        "roll_call": Urgency.LATECOMER,
        "tell_late": Urgency.LATECOMER,
        "away_card": Urgency.LATECOMER,
        "call_count": Urgency.LATECOMER,
        "call_look": Urgency.LATECOMER,
        "ledger_card": Urgency.LATECOMER,
        "look_around": Urgency.PRESENCE,
        "start_check": Urgency.PRESENCE,
        "watch": Urgency.PRESENCE,
        "sweep": Urgency.PRESENCE,
    }
)
"""Kinds of effects (``casework/effects.py``); what is not named is as urgent as a status card."""

_CURRENT: ContextVar[Urgency] = ContextVar("urgency", default=Urgency.STATUS)


def of_kind(kind: str) -> Urgency:
    """How urgent an effect of this kind is."""
    return OF_KIND.get(kind, Urgency.STATUS)


def current() -> Urgency:
    """How urgent what is being done now is."""
    return _CURRENT.get()


@contextmanager
def urgency(level: Urgency) -> Iterator[None]:
    """Whatever is sent inside the block is this urgent."""
    token = _CURRENT.set(level)
    try:
        yield
    finally:
        _CURRENT.reset(token)
