"""Variants of the product that are wrong on purpose: the proof that the harness sees a fault.

Only ``tools.chaos.replica`` puts them in, and only when the harness asks for one by name.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from casework import effects, showing
from casework.jobs import JOBS, Job, running
from casework.jobs.posting import Place
from casework.meeting import holds, telling
from casework.office import Bench
from store import find
from store.claims import Claim
from store.effects import Effects
from store.jobs import JobEngine
from store.journal import Journal
from store.tables import Meeting, Request
from texts.views import View

PostOnce = Callable[..., Awaitable[str]]


def skip_announcements() -> None:
    """The announcement's job notes that it was made and makes none."""
    _replace_job(effects.ANNOUNCE, _nothing)


def announce_without_key() -> None:
    """What is posted once is posted under another key each time, so it is posted again."""
    inner: PostOnce = vars(running)["post_once"]

    async def post_once(
        bench: Bench, purpose: str, place: Place, view: View, *, alert: bool = False
    ) -> str:
        await inner(bench, f"{purpose}:again", place, view, alert=alert)
        return await inner(bench, purpose, place, view, alert=alert)

    vars(running)["post_once"] = post_once


def announce_although_noted() -> None:
    """What was posted, heard and noted is posted once more, as the same message."""
    inner: PostOnce = vars(running)["post_once"]

    async def post_once(
        bench: Bench, purpose: str, place: Place, view: View, *, alert: bool = False
    ) -> str:
        card = await inner(bench, purpose, place, view, alert=alert)
        async with bench.database.unit() as unit:
            known = await find.card(unit.session, purpose)
        await bench.outside.messenger.post(
            service_url=place.service_url,
            conversation_id=place.conversation_id,
            view=view,
            alert=alert,
            operation=(known.operation if known else None) or "",
        )
        return card

    vars(running)["post_once"] = post_once


def announce_what_was_refused() -> None:
    """A wish that was refused counts as granted as soon as the meeting runs."""

    def applying(_: Meeting, requests: Sequence[Request], *__: object) -> list[Request]:
        return [request for request in requests if request.state in ("granted", "not_granted")]

    async def requests_of(
        session: AsyncSession, meeting_id: UUID, *states: str
    ) -> Sequence[Request]:
        more = ("not_granted",) if "granted" in states else ()
        return await find.requests_of(session, meeting_id, *states, *more)

    vars(showing)["applying"] = applying
    vars(holds)["find"] = SimpleNamespace(**{**vars(find), "requests_of": requests_of})


def enter_nobody() -> None:
    """Nobody who is in a meeting comes onto its ledger."""

    async def put_on_ledger(*_: Any, **__: Any) -> list[Any]:
        return []

    vars(telling)["put_on_ledger"] = put_on_ledger


def give_up_at_once() -> None:
    """The card of who was told fails, and is not tried again."""
    inner = JobEngine._put_off

    async def fails(_bench: Bench, _claim: Claim) -> str:
        raise RuntimeError

    async def put_off(this: JobEngine, claim: Claim, *more: Any, **named: Any) -> None:
        if claim.kind == effects.LEDGER_CARD:
            await this._give_up(claim)
        else:
            await inner(this, claim, *more, **named)

    JobEngine._put_off = put_off  # type: ignore[method-assign, assignment]
    _replace_job(effects.LEDGER_CARD, fails)


def decide_twice() -> None:
    """Each decision stands in the journal twice."""
    inner: Callable[..., Awaitable[Any]] = Journal.write

    async def write(journal: Journal, case: Any, kind: str, **more: Any) -> Any:
        if kind == "decided":
            await inner(journal, case, kind, **more)
        return await inner(journal, case, kind, **more)

    Journal.write = write  # type: ignore[method-assign, assignment]


def rescue_nobody() -> None:
    """What a dead replica had in hand is never given back."""

    async def rescue(_: JobEngine) -> int:
        return 0

    JobEngine.rescue = rescue  # type: ignore[method-assign, assignment]


def forget_letters() -> None:
    """The letter that answers a wish is never due."""
    inner = Effects.schedule

    async def schedule(this: Effects, kind: str, key: str, **more: Any) -> None:
        if kind != effects.ANSWER:
            await inner(this, kind, key, **more)

    Effects.schedule = schedule  # type: ignore[method-assign, assignment]


def change_behind_the_journal() -> None:
    """A wish is changed past the journal, as somebody at the database would; once, or the second time
    would put it right."""
    inner = JOBS[effects.CASE_CARD]

    async def case_card(bench: Bench, claim: Claim) -> str:
        if claim.generation == claim.claims == 1:
            async with bench.database.unit() as unit:
                query = text("UPDATE requests SET late = NOT late WHERE id::text = :id")
                await unit.session.execute(query, {"id": claim.args["request_id"]})
        return await inner(bench, claim)

    _replace_job(effects.CASE_CARD, case_card)


async def _nothing(_bench: Bench, _claim: Claim) -> str:
    return "announced"


def _replace_job(kind: str, job: Job) -> None:
    JOBS[kind] = job  # type: ignore[index]


VARIANTS: dict[str, Callable[[], None]] = {
    "skip_announcements": skip_announcements,
    "announce_without_key": announce_without_key,
    "announce_although_noted": announce_although_noted,
    "announce_what_was_refused": announce_what_was_refused,
    "enter_nobody": enter_nobody,
    "give_up_at_once": give_up_at_once,
    "decide_twice": decide_twice,
    "rescue_nobody": rescue_nobody,
    "forget_letters": forget_letters,
    "change_behind_the_journal": change_behind_the_journal,
}
