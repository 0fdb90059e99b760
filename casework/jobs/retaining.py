"""The job that deletes what no purpose covers any more, once a day, with a receipt.

How long each purpose lasts is the municipality's (profile: ``retention``); a purpose without a number is
left alone. Each batch is one transaction with its receipt: a job that is killed has deleted what its
receipts say, and goes on where it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

import structlog

from casework import effects
from casework.keeping.exports import exports_of
from casework.office import Bench, Office
from store import keeping
from store.jobs import Claim
from store.legal_holds import held_ids, keep_still

DAILY = timedelta(days=1)
MOST = 200
"""So many batches in one run; what is left is for the next."""
log = structlog.get_logger()


def periods(office: Office) -> Mapping[str, int | None]:
    """How many days each purpose lasts under the version in force now; None: not said."""
    profile = office.profile
    return {
        "ground": profile.retention.ground,
        "request": profile.retention.request,
        "ledger": profile.retention.ledger,
        "contact_wish": profile.retention.contact_wish,
        "incident": profile.retention.incident,
        "errand": profile.retention.errand,
        "misuse": profile.retention.misuse,
        "meeting": profile.retention.meeting,
        "people": profile.retention.people,
        "access": profile.retention.access,
    }


async def retain(bench: Bench, claim: Claim) -> str:
    """Delete what is over its time, purpose by purpose. One that fails keeps no other from it; the job is
    tried again for its sake."""
    deleted: Counter[str] = Counter()
    trouble: Exception | None = None
    for purpose, days in periods(bench.office).items():
        if days is None:
            continue
        try:
            deleted[purpose] = await _purpose(bench, purpose, days)
        except Exception as error:
            log.error("not_deleted", purpose=purpose, error=type(error).__name__)
            trouble = trouble or error
    if trouble is not None:
        raise trouble
    async with bench.database.unit() as unit:
        await unit.effects.schedule(effects.RETAIN, claim.key, due_at=unit.now + DAILY)
    log.info("retained", cases=deleted.total())
    return "deleted" if deleted.total() else "nothing_due"


async def _purpose(bench: Bench, purpose: str, days: int) -> int:
    total = 0
    for _ in range(MOST):
        done, last = await _batch(bench, purpose, days)
        total += done
        if last:
            break
    return total


async def _batch(bench: Bench, purpose: str, days: int) -> tuple[int, bool]:
    """One transaction: how many cases, and whether nothing is left. The day's receipt says so too."""
    async with bench.database.unit() as unit:
        before = unit.now - timedelta(days=days)
        await keep_still(unit)
        held = await held_ids(unit)
        if purpose == "people":
            listed = bench.office.departments.everybody()
            kinds = await keeping.clear_people(unit, before, listed, held)
            cases, last = kinds.total(), True
        elif purpose == "access":
            kept = await exports_of(unit, await keeping.old_exports(unit, before), held)
            kinds = await keeping.clear_access(unit, before, held, kept)
            cases, last = kinds.total(), True
        else:
            found = await keeping.due(unit, purpose, before, held)
            kinds = Counter()
            for one in found:
                kinds += await keeping.CLEAR[purpose](unit, one)
            cases, last = len(found), len(found) < keeping.BATCH
        await keeping.receipt(unit, purpose, days, cases, kinds)
    return cases, last
