"""What each decider has ticked and written so far: a draft of their own, until it is decided.

Nobody signs what somebody else considered (B8, B11–B16). A draft is sealed like any personal text
and never journalled; with the decision the decider's own becomes the case's, and the others go.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from guidelines.decision import OTHERS, VERDICTS
from guidelines.profile import Profile, RefusalGround
from guidelines.refusal import RefusalDraft
from store.database import Unit
from store.tables import Request

NOTE_LIMIT = 2000
PREFIX = "draft."
GROUND = "refusal_ground"
TICKS = ("partial", "devices_out")
WORDS = ("deviation", "devices_place")


@dataclass(frozen=True)
class Draft:
    """One person's draft: verdict and note by criterion, and the refusal as far as it has come.

    ``ground`` is the profile's ground of refusal, ``parts`` what was written by the part's id.
    """

    verdicts: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    ground: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    deviation: str = ""
    partial: bool = False
    devices_out: bool = False
    devices_place: str = ""

    def form(self) -> dict[str, str]:
        """The assessment, as the inputs of its card name it."""
        verdicts = {f"verdict.{key}": value for key, value in self.verdicts.items()}
        return {**verdicts, **{f"note.{key}": value for key, value in self.notes.items()}}

    def refusal(self) -> RefusalDraft:
        """The draft as the guideline checks it."""
        return RefusalDraft(
            ground=self.ground, parts=self.parts, verdicts=self.verdicts, notes=self.notes,
            deviation=self.deviation, partial=self.partial,
            devices_out=self.devices_out, devices_place=self.devices_place,
        )  # fmt: skip

    def seal(self) -> str:
        """A mark that changes with any word of the draft: what was seen is what is sent."""
        words = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()[:24]

    def for_ground(self, ground: RefusalGround) -> Draft:
        """The draft under this ground: only its parts count."""
        parts = {part.id: self.parts.get(part.id, "") for part in ground.parts}
        return replace(self, ground=ground.id, parts=parts)


def draft_of(request: Request, oid: str, personal: Mapping[str, str]) -> Draft:
    """The person's own draft, out of the request's sealed fields; empty when there is none."""
    own = f"{PREFIX}{oid}."
    written = {k.removeprefix(own): v for k, v in personal.items() if k.startswith(own)}
    ticked = request.verdicts.get(oid)
    return Draft(
        verdicts=dict(ticked) if isinstance(ticked, Mapping) else {},
        notes=_named(written, "note."),
        ground=written.get(GROUND, ""),
        parts=_named(written, "part."),
        deviation=written.get("deviation", ""),
        partial=written.get("partial") == "true",
        devices_out=written.get("devices_out") == "true",
        devices_place=written.get("devices_place", ""),
    )


def _named(written: Mapping[str, str], start: str) -> dict[str, str]:
    return {k.removeprefix(start): v for k, v in written.items() if k.startswith(start)}


async def keep_assessment(
    profile: Profile, unit: Unit, request: Request, oid: str, form: Mapping[str, str]
) -> None:
    """Store what this person ticked and wrote. Clients leave empty inputs out: what is not in the
    form was not considered."""
    ids = [criterion.id for criterion in profile.criteria]
    own = {i: _verdict(form.get(f"verdict.{i}")) for i in ids}
    request.verdicts = {**request.verdicts, oid: own}
    await unit.session.flush()
    noted = [*ids, OTHERS] if request.others_affairs else ids
    await _keep(unit, request, oid, {f"note.{i}": _clean(form.get(f"note.{i}")) for i in noted})


async def keep_ground(unit: Unit, request: Request, oid: str, ground: str) -> None:
    """Store which ground of refusal this person has chosen; what was written stays."""
    await _keep(unit, request, oid, {GROUND: ground})


async def keep_refusal(
    unit: Unit, request: Request, oid: str, ground: RefusalGround, form: Mapping[str, str]
) -> None:
    """Store the refusal as written under this ground; what is not in the form was left empty."""
    parts = {f"part.{part.id}": _clean(form.get(f"part.{part.id}")) for part in ground.parts}
    ticks = {name: "true" if form.get(name) == "true" else "" for name in TICKS}
    words = {name: _clean(form.get(name)) for name in WORDS}
    await _keep(unit, request, oid, {GROUND: ground.id, **parts, **ticks, **words})


async def make_final(unit: Unit, request: Request, draft: Draft, *, refused: bool) -> None:
    """The decider's draft becomes the case's own; everybody's drafts go."""
    request.verdicts = dict(draft.verdicts)
    final = {f"note.{key}": value for key, value in draft.notes.items()}
    if refused:
        request.refusal_ground = draft.ground
        request.devices_out = draft.devices_out
        final |= reasons_of(draft)
    await unit.personal.put(request.id, request.id, final)
    await _discard(unit, request)


def reasons_of(draft: Draft) -> dict[str, str]:
    """What a refusal rests on, as the case keeps it; empty fields are left out."""
    words = {name: getattr(draft, name) for name in WORDS}
    parts = {f"part.{key}": value for key, value in draft.parts.items()}
    return {name: value for name, value in {**parts, **words}.items() if value}


async def drop(unit: Unit, request: Request) -> None:
    """Nobody will decide any more: every draft and every proposal goes. What was decided stays."""
    forget_proposal(request)
    if request.decided_at is None:
        request.verdicts = {}
    await unit.session.flush()
    await _discard(unit, request)


def forget_proposal(request: Request) -> None:
    """No refusal is proposed any more (C27); who was asked to confirm it no longer is."""
    if request.proposed_by is not None:
        request.proposed_by, request.proposed_at = None, None
        request.confirmer_oid, request.deputy_oid = None, None


async def _discard(unit: Unit, request: Request) -> None:
    stored = (await unit.personal.opened_where_possible([request.id]))[request.id]
    drafted = [k for k in (*stored, *stored.closed) if k.startswith(PREFIX)]
    await unit.personal.discard(request.id, drafted)


async def _keep(unit: Unit, request: Request, oid: str, fields: Mapping[str, str]) -> None:
    named = {f"{PREFIX}{oid}.{name}": value for name, value in fields.items()}
    await unit.personal.put(request.id, request.id, named)


def _verdict(value: object) -> str:
    """One of the verdicts, or none: they stand in clear, so no other word may get among them."""
    return value if isinstance(value, str) and value in VERDICTS else ""


def _clean(value: object) -> str:
    return value.strip()[:NOTE_LIMIT] if isinstance(value, str) else ""
