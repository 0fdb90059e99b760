"""What Graph tells of the calls Lydhør makes into meetings."""

from __future__ import annotations

from dataclasses import dataclass

from casework.call_ports import CallEvent
from casework.command_kinds import Command


@dataclass(frozen=True, kw_only=True)
class CallReported(Command):
    """Graph reported of a call, at the address whose end is ``callback_key``."""

    callback_key: str
    events: tuple[CallEvent, ...]
