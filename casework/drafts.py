"""What each decider has ticked and written so far: a draft of their own, until one of them decides.

Nobody signs what somebody else considered (B8, B11–B16). A draft is sealed like any personal text
and never journalled; with the decision the decider's own becomes the case's, and the others go.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidelines.decision import VERDICTS
from guidelines.profile import Profile
from store.database import Unit
from store.tables import Request

NOTE_LIMIT = 2000
PREFIX = "draft."
REASONS = ("need", "weighing")


@dataclass(frozen=True)
class Draft:
    """One person's draft: verdict and note by criterion, and the two reasons of a refusal."""

    verdicts: Mapping[str, str]
    notes: Mapping[str, str]
    need: str
    weighing: str

    def form(self) -> dict[str, str]:
        """As the inputs of the cards name it."""
        verdicts = {f"verdict.{key}": value for key, value in self.verdicts.items()}
        notes = {f"note.{key}": value for key, value in self.notes.items()}
        return {**verdicts, **notes, "need": self.need, "weighing": self.weighing}


def draft_of(request: Request, oid: str, personal: Mapping[str, str]) -> Draft:
    """The person's own draft, out of the request's sealed fields; empty when there is none."""
    own = f"{PREFIX}{oid}."
    written = {k.removeprefix(own): v for k, v in personal.items() if k.startswith(own)}
    ticked = request.verdicts.get(oid)
    return Draft(
        verdicts=dict(ticked) if isinstance(ticked, Mapping) else {},
        notes={k.removeprefix("note."): v for k, v in written.items() if k.startswith("note.")},
        need=written.get("need", ""),
        weighing=written.get("weighing", ""),
    )


async def keep_assessment(
    profile: Profile, unit: Unit, request: Request, oid: str, form: Mapping[str, str]
) -> None:
    """Store what this person ticked and wrote. Clients leave empty inputs out: what is not in the
    form was not considered."""
    ids = [criterion.id for criterion in profile.criteria]
    own = {i: _verdict(form.get(f"verdict.{i}")) for i in ids}
    request.verdicts = {**request.verdicts, oid: own}
    await unit.session.flush()
    await _keep(unit, request, oid, {f"note.{i}": _clean(form.get(f"note.{i}")) for i in ids})


async def keep_reasons(
    unit: Unit, request: Request, oid: str, form: Mapping[str, str]
) -> tuple[str, str]:
    """Store the two reasons as written; one that is not in the form was left empty."""
    typed = {name: _clean(form.get(name)) for name in REASONS}
    await _keep(unit, request, oid, typed)
    return typed["need"], typed["weighing"]


async def make_final(unit: Unit, request: Request, draft: Draft, *, refused: bool) -> None:
    """The decider's draft becomes the case's own; everybody's drafts go."""
    request.verdicts = dict(draft.verdicts)
    final = {f"note.{key}": value for key, value in draft.notes.items()}
    if refused:
        final |= {"need": draft.need, "weighing": draft.weighing}
    await unit.personal.put(request.id, request.id, final)
    await _discard(unit, request)


async def drop(unit: Unit, request: Request) -> None:
    """Nobody will decide any more: every draft goes. What was decided stays."""
    if request.decided_at is None:
        request.verdicts = {}
        await unit.session.flush()
        await _discard(unit, request)


async def _discard(unit: Unit, request: Request) -> None:
    personal = await unit.personal.get(request.id)
    await unit.personal.discard(request.id, [k for k in personal if k.startswith(PREFIX)])


async def _keep(unit: Unit, request: Request, oid: str, fields: Mapping[str, str]) -> None:
    named = {f"{PREFIX}{oid}.{name}": value for name, value in fields.items()}
    await unit.personal.put(request.id, request.id, named)


def _verdict(value: object) -> str:
    """One of the verdicts, or none: they stand in clear, so no other word may get among them."""
    return value if isinstance(value, str) and value in VERDICTS else ""


def _clean(value: object) -> str:
    return value.strip()[:NOTE_LIMIT] if isinstance(value, str) else ""
