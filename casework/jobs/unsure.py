"""Postings nobody knows the end of: looked for in the chat, taken over, or sent again and counted.

Missing is worse than double: what is not seen in time, or may not be looked for, is sent once more. It
is written down that it may have come twice. Sent twice in vain, it is not sent a third time.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import structlog
from sqlalchemy.dialects.postgresql import insert

from casework.office import Bench
from casework.ports import NotReachable, is_outside
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.jobs import Again, Claim
from store.tables import Card, Occurrence, UnsurePost
from texts import views

log = structlog.get_logger()

LOOK_FOR = timedelta(seconds=10)
"""So long a message may take from Teams to Graph; then it counts as not posted."""
UNANSWERED_FOR = timedelta(seconds=20)
"""So long Graph may leave the look without an answer; then nobody can say, and it is sent again."""
LOOK_EVERY = timedelta(seconds=2)
LEEWAY = timedelta(minutes=1)  # Teams' clock and ours
ENTRIES = {"found": "post_found", "again": "post_again", "given_up": "post_given_up"}


@rule("B20", surface="chat")
async def taken_over(bench: Bench, card: Card) -> str | None:
    """The id of the message an earlier try left in the chat, entered as posted; None when it is to be
    sent again. Raises Again while it may yet come into view."""
    if card.uncertain == 0 or card.operation is None or card.claimed_at is None:
        return None
    wait = LOOK_FOR
    try:
        found = await _seen(bench, card)
    except Exception as error:
        if not is_outside(error):
            raise
        log.warning("post_look_no_answer", error=type(error).__name__)
        found, wait = "", UNANSWERED_FOR
    if found is None:
        return None
    if not found:
        if bench.clock.now() < card.claimed_at + wait:
            raise Again(LOOK_EVERY, "looks_for_what_was_posted")
        return None
    async with bench.database.unit() as unit:
        known = await find.card(unit.session, card.purpose)
        if known is None or known.operation != card.operation:
            return None
        known.activity_id, known.posted_at, known.uncertain = found, unit.now, 0
        await note(unit, known, "found")
    return found


async def may_look(bench: Bench, card: Card) -> bool:
    """Whether it can be seen in the chat what was posted there; a look without an answer says no less."""
    try:
        return await _seen(bench, card) is not None
    except Exception as error:
        if not is_outside(error):
            raise
        return True


async def _seen(bench: Bench, card: Card) -> str | None:
    """As ``Messenger.find``, of what this card's last try posted; None for one without a try."""
    if card.operation is None or card.claimed_at is None:
        return None
    since = card.claimed_at - LEEWAY
    return await bench.outside.messenger.find(card.conversation_id, card.operation, since)


async def note(unit: Unit, card: Card, outcome: str) -> None:
    """Write down what became of a posting nobody knew the end of: a row to count, and an entry in the
    journal of what it is about."""
    kind, about = about_of(card.purpose)
    log.warning("posting_uncertain", kind=kind, outcome=outcome)
    values = {
        "operation": card.operation,
        "purpose": card.purpose,
        "kind": kind,
        "about": about,
        "conversation_id": card.conversation_id,
        "outcome": outcome,
        "at": unit.now,
    }
    row = insert(UnsurePost).values(**values)
    changed = {"outcome": outcome, "at": unit.now}
    await unit.session.execute(
        row.on_conflict_do_update(index_elements=["operation"], set_=changed)
    )
    case = await _case_of(unit, about) if about else None
    if case is not None:
        await unit.journal.write(case, ENTRIES[outcome], actor="system", facts={"what": kind})


def about_of(purpose: str) -> tuple[str, UUID | None]:
    """What kind of card it is, and what it is about, as far as its purpose says."""
    kind, _, rest = purpose.partition(":")
    try:
        return kind[:40], UUID(rest.partition(":")[0])
    except ValueError:
        return kind[:40], None


async def _case_of(unit: Unit, about: UUID) -> UUID | None:
    """Whose journal tells of it: the request's, the meeting's, or that of the occurrence's meeting."""
    if await find.request(unit.session, about) or await find.meeting(unit.session, about):
        return about
    occurrence = await unit.session.get(Occurrence, about)
    return occurrence.meeting_id if occurrence else None


async def supersede(bench: Bench, claim: Claim) -> str:
    """A card that came twice: the one nobody knew the id of says that the other one counts."""
    async with bench.database.unit() as unit:
        row = await unit.session.get(UnsurePost, UUID(claim.args["post_id"]))
        card = await find.card(unit.session, row.purpose) if row else None
    if row is None or card is None or card.activity_id in (None, claim.args["card"]):
        return "counts_itself"
    try:
        stood = await bench.outside.messenger.update(
            service_url=card.service_url,
            conversation_id=row.conversation_id,
            activity_id=claim.args["card"],
            view=views.Superseded(),
        )
    except NotReachable:
        return "not_reachable"
    return "superseded" if stood else "gone"
