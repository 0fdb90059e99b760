"""Commands about what surrounds a wish: tasks, companions, printouts, HR/Jura, misuse, practice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from casework.command_kinds import PersonCommand, RequestCommand


@dataclass(frozen=True, kw_only=True)
class CompleteTask(PersonCommand):
    """A task (printout, minutes, a failed answer) has been done; ``form`` has ``done_on`` where
    the day counts (A3)."""

    task_id: UUID
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ShowTask(PersonCommand):
    """The owner wants to see a task as it stands."""

    task_id: UUID


@dataclass(frozen=True, kw_only=True)
class OpenCompanion(RequestCommand):
    """The employee wants to note whether the citizen brings a companion (A4, B4)."""


@dataclass(frozen=True, kw_only=True)
class SetCompanion(RequestCommand):
    """There is a companion, or none any more; ``form`` may have ``companion_name``."""

    present: bool
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class OpenPrintout(PersonCommand):
    """An employee wants to note that a citizen asks for a printout (B5)."""


@dataclass(frozen=True, kw_only=True)
class RegisterPrintout(PersonCommand):
    """The form as typed: ``citizen_name``, ``contact``, ``about_day``, ``about``."""

    form: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class ErrandCommand(PersonCommand):
    """A command about one errand."""

    errand_id: UUID


@dataclass(frozen=True, kw_only=True)
class ShowErrand(ErrandCommand):
    """Somebody who may see an errand wants its current card."""


@dataclass(frozen=True, kw_only=True)
class TakeErrand(ErrandCommand):
    """Somebody of the unit takes a printout on."""


@dataclass(frozen=True, kw_only=True)
class PassOnErrand(ErrandCommand):
    """Whoever opened it brought it to those who cannot be reached here, in another way."""


@dataclass(frozen=True, kw_only=True)
class CloseErrand(ErrandCommand):
    """The printout has been sent; ``form`` has ``done_on``."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class OpenLegalQuestion(RequestCommand):
    """Whoever considers a refusal wants to ask HR/Jura (C32). ``form``: the reasons as far as they have
    come (``from`` parts), which are kept."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class AskLegal(RequestCommand):
    """The question as typed: ``considered`` (a ground of refusal) and ``question``."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class AnswerLegal(ErrandCommand):
    """HR/Jura answers; ``form`` has ``legal_answer``."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class OpenMisuse(PersonCommand):
    """An employee wants to report that a recording is misused (C34), about a case or none."""

    request_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ReportMisuse(PersonCommand):
    """The report as typed (field ids: ``casework.afterwards.misuse.QUESTIONS``)."""

    form: Mapping[str, str] = field(default_factory=dict)
    request_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class AssessMisuse(ErrandCommand):
    """HR/Jura notes what was decided: ``police_report``, ``reasons``, ``reported_on``. ``finished``:
    the matter is closed."""

    finished: bool
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ShowPractice(PersonCommand):
    """HR/Jura wants to see how units decide (C10, C11)."""
