"""Commands of the ways in: the ground that is added later, video, and an employee's own notice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casework.command_kinds import PersonCommand, RequestCommand


@dataclass(frozen=True, kw_only=True)
class OpenGround(RequestCommand):
    """The citizen was rung: the employee wants to note the ground (A13)."""


@dataclass(frozen=True, kw_only=True)
class AddGround(RequestCommand):
    """The ground as typed: ``ground``, ``ground_text``, ``own_words``."""

    form: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class AnswerVideo(RequestCommand):
    """The employee accepts that video is recorded too, or does not (where the guideline asks her)."""

    accepted: bool


@dataclass(frozen=True, kw_only=True)
class OpenEmployeeNotice(PersonCommand):
    """An employee wants to record a talk with her own leader (C1)."""


@dataclass(frozen=True, kw_only=True)
class TellAsEmployee(PersonCommand):
    """The employee's form as typed (field ids: texts/views EmployeeNotice)."""

    form: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class ShowReceipt(RequestCommand):
    """The employee wants to see her own receipt as it stands."""


@dataclass(frozen=True, kw_only=True)
class WithdrawOwn(RequestCommand):
    """The employee no longer wishes to record the talk with her leader."""


@dataclass(frozen=True, kw_only=True)
class TellAnew(RequestCommand):
    """The employee was refused and has something new to say: ``new_facts``."""

    form: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class ConfirmRead(RequestCommand):
    """The employee has read the answer on her receipt."""
