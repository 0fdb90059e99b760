"""Variants of the product that are wrong on purpose: the proof that the harness sees a fault.

Only ``tools.chaos.replica`` puts them in, and only when the harness asks for one by name.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import text

from casework import effects
from casework.jobs import JOBS, Job, posting, running
from casework.jobs.posting import Place
from casework.office import Bench
from store.claims import Claim
from store.effects import Effects
from store.journal import Journal
from texts.views import View


def skip_announcements() -> None:
    """The announcement's job notes that it was made and makes none."""
    _replace_job(effects.ANNOUNCE, _nothing)


def announce_without_key() -> None:
    """What is posted once is posted under another key each time, so it is posted again."""
    inner = posting.post_once

    async def post_once(
        bench: Bench, purpose: str, place: Place, view: View, *, alert: bool = False
    ) -> str:
        await inner(bench, f"{purpose}:again", place, view, alert=alert)
        return await inner(bench, purpose, place, view, alert=alert)

    vars(running)["post_once"] = post_once


def decide_twice() -> None:
    """Each decision stands in the journal twice."""
    inner: Callable[..., Awaitable[Any]] = Journal.write

    async def write(journal: Journal, case: Any, kind: str, **more: Any) -> Any:
        if kind == "decided":
            await inner(journal, case, kind, **more)
        return await inner(journal, case, kind, **more)

    Journal.write = write  # type: ignore[method-assign, assignment]


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
    "decide_twice": decide_twice,
    "forget_letters": forget_letters,
    "change_behind_the_journal": change_behind_the_journal,
}
