"""Commands of data protection: what is held, who has looked, and what is stored about somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from casework.command_kinds import PersonCommand


@dataclass(frozen=True, kw_only=True)
class ShowKeeping(PersonCommand):
    """The DPO or HR/Jura wants to see what is held, and what was deleted."""


@dataclass(frozen=True, kw_only=True)
class HoldCase(PersonCommand):
    """A case may not be deleted: ``form`` has ``case_number`` and ``held_why``."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class LiftHold(PersonCommand):
    """It may be again: ``form`` has ``case_number`` and ``held_why``, why it is held no longer."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ExportPerson(PersonCommand):
    """The DPO wants everything that is stored about somebody: ``form`` has ``person``; empty at first."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ShowLooks(PersonCommand):
    """The DPO wants to see who has looked at grounds: ``form`` may have ``case_number``."""

    form: Mapping[str, str] = field(default_factory=dict)
