"""Commands of a talk that is led by the script: its lines, who listens, its breaks, and what is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from casework.command_kinds import PersonCommand


@dataclass(frozen=True, kw_only=True)
class OpenTalk(PersonCommand):
    """An employee is in a talk outside Teams, or about to be: the shortest form there is."""


@dataclass(frozen=True, kw_only=True)
class BeginTalk(PersonCommand):
    """That form as typed: ``meeting_kind``, ``citizen_name`` and, where it is asked for, ``ground``."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ShowScript(PersonCommand):
    """The script of a meeting as it stands."""

    meeting_id: UUID


@dataclass(frozen=True, kw_only=True)
class StartScript(PersonCommand):
    """The talk begins now; outside Teams only a person can say so."""

    meeting_id: UUID


@dataclass(frozen=True, kw_only=True)
class TickLine(PersonCommand):
    """A sentence was said: ``form`` has its ``line`` and the ``round`` it was shown in."""

    meeting_id: UUID
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class AddListener(PersonCommand):
    """Somebody else listens: ``form`` has ``listener_name`` and ``listener_kind``."""

    meeting_id: UUID
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class DropListener(PersonCommand):
    """Somebody on the list is not there (any more): ``form`` has ``listener``, the row's id."""

    meeting_id: UUID
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class TellListeners(PersonCommand):
    """Those who came later have heard it too: ``form`` has the ``round`` it was shown in, and when the
    last of those came who were ``seen`` on the card."""

    meeting_id: UUID
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class EndBreak(PersonCommand):
    """Everybody is there again: it is told anew, and then it may be recorded again (C12)."""

    meeting_id: UUID


@dataclass(frozen=True, kw_only=True)
class EndTalk(PersonCommand):
    """The talk outside Teams is over."""

    meeting_id: UUID


@dataclass(frozen=True, kw_only=True)
class PrintScript(PersonCommand):
    """The same steps on paper: a link to a page that names nobody."""

    meeting_id: UUID


@dataclass(frozen=True, kw_only=True)
class ExportLedger(PersonCommand):
    """Who was told, how and when, to read and print: a link that opens once."""

    occurrence_id: UUID


@dataclass(frozen=True, kw_only=True)
class FindLedger(PersonCommand):
    """A leader or the DPO asks for it by the case's number: ``form`` has ``number``; empty at first."""

    form: Mapping[str, str] = field(default_factory=dict)
