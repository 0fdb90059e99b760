"""What is wished for besides the answer, and what was said after the meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from casework.command_kinds import RequestCommand


@dataclass(frozen=True, kw_only=True)
class OpenWants(RequestCommand):
    """The citizen would like something besides the answer."""


@dataclass(frozen=True, kw_only=True)
class SaveWants(RequestCommand):
    """``form`` has ``want.<alternative>`` for each thing wished for."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class NoteGuidanceAfterwards(RequestCommand):
    """On the note: ``form`` has ``guidance``, guided, not_guided (then ``not_guided_why``) or not_recorded."""

    form: Mapping[str, str] = field(default_factory=dict)
