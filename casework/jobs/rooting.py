"""The job that draws the journal's root once an hour, and hands it out."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import structlog

from casework import effects
from casework.office import Bench
from guidelines.rules import rule
from store import roots
from store.jobs import Claim

HOURLY = timedelta(hours=1)
SOON = timedelta(minutes=5)
log = structlog.get_logger()


@rule("C14", surface="none")
async def draw_root(bench: Bench, claim: Claim) -> str:
    """Draw a root over all chains, and write every root that no file has been made of yet.

    A folder that cannot be written to is tried again soon; the roots wait meanwhile, and none is
    skipped. Without a folder they stay in the database alone (docs/journal.md).
    """
    async with bench.database.unit() as unit:
        drawn = await roots.draw(unit)
        again = unit.now + HOURLY
        await unit.effects.schedule(effects.ROOT, claim.key, due_at=again)
    folder = bench.office.journal_export
    if folder is None:
        return "drawn" if drawn else "nothing_new"
    async with bench.database.unit() as unit:
        waiting = await roots.not_exported(unit)
    for root in waiting:
        try:
            await asyncio.to_thread(roots.hand_out, root, folder)
        except OSError as error:
            # Another file under the number: of before a backup was laid in, or somebody else's.
            other = isinstance(error, FileExistsError)
            what = "journal_root_is_another" if other else "journal_root_not_exported"
            log.error(what, number=root.number, error=type(error).__name__)
            async with bench.database.unit() as unit:
                await unit.effects.schedule(effects.ROOT, claim.key, due_at=unit.now + SOON)
            return "is_another" if other else "not_exported"
        async with bench.database.unit() as unit:
            await roots.mark_exported(unit, root.number)
    return "exported" if waiting else "nothing_new"
