"""What is due for deletion, purpose by purpose, and its deletion: rows, sealed fields and their salts.

A case counts from the last entry of its journal (``QUIET`` ones apart), so that nothing goes while
somebody works on it. Rows that are a case's course stay, as the journal tells them (``store/course.py``);
what goes with them are the sealed fields and the ways Teams was reached. Everything else goes whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Delete, delete, select, text
from sqlalchemy.dialects.postgresql import insert

from clock import COPENHAGEN
from store.database import Unit
from store.legal_holds import people_of, rows_of
from store.tables import (
    Call,
    ContactWishRow,
    Deletion,
    Evidence,
    Incident,
    Informed,
    Meeting,
    NoteTaker,
    Occurrence,
    PersonExport,
    RecordedPerson,
    SaidLine,
    Seat,
    Spoken,
    Telling,
)

Kinds = Counter[str]
Clear = Callable[[Unit, UUID], Awaitable[Kinds]]
BATCH = 100
QUIET = ["personal_deleted", "ground_read", "case_held", "hold_lifted", "access_given"]
"""Entries that are no work on a case: looking at it, keeping it, deleting of it."""
GROUND = ["ground", "ground_text", "own_words", "new_facts"]
WITH_GROUND = [*GROUND, "precedent"]
"""What goes with the ground: also which earlier case is the wish's own, for that one has its code."""

_LAST = """(SELECT max(j.at) FROM journal j
    WHERE j.case_id = {} AND j.kind <> ALL(:quiet) AND j.facts -> 'moved' IS NULL)"""
_SERIES = "coalesce(m.teams_type, '') ILIKE '%recurring%'"
"""Its time is the first one's: what is to come later has none."""
_WISH_OVER = f"""(m.state <> 'coming' OR r.state IN ('withdrawn', 'lapsed', 'unanswered')
    OR CASE WHEN {_SERIES} THEN r.used_at
       ELSE coalesce(m.ends_at, m.starts_at, r.used_at) END < :before)"""
_WISH_CLOSED = f"""(r.state NOT IN
    ('received', 'under_assessment', 'awaiting_information', 'awaiting_leader')
    OR m.state <> 'coming'
    OR (NOT {_SERIES} AND coalesce(m.ends_at, m.starts_at) < :before))"""
_WISH = """
    SELECT r.id FROM requests r JOIN meetings m ON m.id = r.meeting_id
    WHERE {closed} AND coalesce({last}, r.created_at) < :before AND NOT r.id = ANY(:held)
""".format(closed=_WISH_CLOSED, last=_LAST.format("r.id"))  # noqa: S608 - constants alone
_OWN_KEPT = """EXISTS (SELECT FROM own_recordings x WHERE x.request_id = r.id
    AND x.started_at IS NOT NULL AND x.deleted_at IS NULL)"""
"""Where the municipality's own recording lies is known until somebody has said that it is deleted."""
_LOOSE = """
    SELECT p.owner_id FROM personal p WHERE p.case_id = {}
        AND NOT EXISTS (SELECT FROM informed x WHERE x.id = p.owner_id)
        AND NOT EXISTS (SELECT FROM said_lines x WHERE x.id = p.owner_id)
        AND NOT EXISTS (SELECT FROM tellings x WHERE x.id = p.owner_id)
        AND NOT EXISTS (SELECT FROM note_takers x WHERE x.id = p.owner_id)
        AND NOT EXISTS (SELECT FROM recorded_people x WHERE x.id = p.owner_id)
        AND NOT EXISTS (SELECT FROM incidents x WHERE x.id = p.owner_id)
        AND NOT EXISTS (SELECT FROM contact_wishes x WHERE x.id = p.owner_id)
"""
"""Fields of a meeting that no other purpose covers: its title, what was noted in it, and any whose row
is gone."""
_WAYS = ("chat_id", "graph_id", "teams_meeting_id", "service_url", "organizer_mri")
_ERRAND = """
    SELECT e.id FROM errands e WHERE e.closed_at < :before AND NOT e.id = ANY(:held)
        AND EXISTS (SELECT FROM personal p WHERE p.case_id = e.id) AND e.kind {} 'misuse'
"""

DUE: Mapping[str, str] = {
    "ground": f"""{_WISH} AND (NOT r.notice OR {_WISH_OVER}) AND EXISTS
        (SELECT FROM personal p WHERE p.owner_id = r.id AND p.field = ANY(:ground))""",
    "request": f"""{_WISH} AND {_WISH_OVER} AND NOT {_OWN_KEPT} AND EXISTS
        (SELECT FROM personal p WHERE p.case_id = r.id)""",
    "ledger": """
        SELECT o.id FROM occurrences o
        WHERE coalesce(o.ended_at, o.started_at + interval '30 hours') < :before
            AND NOT o.meeting_id = ANY(:held) AND (
            EXISTS (SELECT FROM informed x WHERE x.occurrence_id = o.id)
            OR EXISTS (SELECT FROM evidence x WHERE x.occurrence_id = o.id)
            OR EXISTS (SELECT FROM said_lines x WHERE x.occurrence_id = o.id)
            OR EXISTS (SELECT FROM note_takers x WHERE x.occurrence_id = o.id)
            OR EXISTS (SELECT FROM calls x WHERE x.occurrence_id = o.id)
            OR EXISTS (SELECT FROM tellings x JOIN personal p ON p.owner_id = x.id
                       WHERE x.occurrence_id = o.id))""",
    "incident": """
        SELECT i.id FROM incidents i
        WHERE coalesce(i.ended_at, i.watch_ended_at, i.noticed_at + interval '30 hours') < :before
            AND NOT i.meeting_id = ANY(:held) AND (
            EXISTS (SELECT FROM recorded_people x WHERE x.incident_id = i.id)
            OR EXISTS (SELECT FROM personal p WHERE p.owner_id = i.id))""",
    "contact_wish": """
        SELECT w.id FROM contact_wishes w
        WHERE w.created_at < :before AND NOT w.meeting_id = ANY(:held)""",
    "errand": _ERRAND.format("<>"),
    "misuse": _ERRAND.format("="),
    "meeting": """
        SELECT m.id FROM meetings m
        WHERE coalesce({last}, m.created_at) < :before
            AND coalesce(m.ends_at, m.starts_at, m.created_at) < :before
            AND (m.state <> 'coming' OR (m.starts_at IS NOT NULL AND NOT {series}))
            AND NOT m.id = ANY(:held)
            AND NOT EXISTS (SELECT FROM occurrences o
                            WHERE o.meeting_id = m.id AND o.ended_at IS NULL)
            AND (EXISTS ({loose}) OR num_nonnulls({ways}) > 0)""".format(  # noqa: S608 - constants alone
        last=_LAST.format("m.id"),
        series=_SERIES,
        loose=_LOOSE.format("m.id"),
        ways=", ".join(_WAYS),
    ),
}
"""The cases, occurrences, incidents or wishes of which something is to be deleted; at most ``BATCH``."""


async def due(unit: Unit, purpose: str, before: datetime, held: Iterable[UUID]) -> list[UUID]:
    """What the purpose no longer covers: nothing has happened since ``before``, and nothing is held."""
    given: dict[str, Any] = {"before": before, "held": list(held), "quiet": QUIET}
    given["ground"] = WITH_GROUND
    query = text(f"{DUE[purpose]} LIMIT {BATCH}")
    wanted = {name: value for name, value in given.items() if f":{name}" in query.text}
    return list((await unit.session.execute(query, wanted)).scalars())


async def _ground(unit: Unit, case_id: UUID) -> Kinds:
    gone = await unit.personal.delete(case_id, WITH_GROUND, case_id=case_id)
    return Counter(fields=len(gone))


async def _whole_case(unit: Unit, case_id: UUID) -> Kinds:
    """Everything sealed that belongs to a wish or an errand."""
    owners = await _ids(unit, "SELECT DISTINCT owner_id FROM personal WHERE case_id = :id", case_id)
    return Counter(fields=len(await unit.personal.delete_many(owners, case_id=case_id)))


async def _ledger(unit: Unit, occurrence_id: UUID) -> Kinds:
    meeting_id = (await unit.session.get_one(Occurrence, occurrence_id)).meeting_id
    kinds: Kinds = Counter()
    owners: list[UUID] = []
    for table in (Informed, SaidLine, NoteTaker, Telling):
        query = select(table.id).where(table.occurrence_id == occurrence_id)
        owners += await unit.session.scalars(query)
    kinds["fields"] = len(await unit.personal.delete_many(owners, case_id=meeting_id))
    calls = select(Call.id).where(Call.occurrence_id == occurrence_id)
    for inside in (Seat, Spoken):
        kinds[inside.__tablename__] = await _remove(
            unit, delete(inside).where(inside.call_id.in_(calls))
        )
    for row in (Call, Evidence, Informed, SaidLine, NoteTaker):
        kinds[row.__tablename__] = await _remove(
            unit, delete(row).where(row.occurrence_id == occurrence_id)
        )
    return kinds


async def _incident(unit: Unit, incident_id: UUID) -> Kinds:
    meeting_id = (await unit.session.get_one(Incident, incident_id)).meeting_id
    there = RecordedPerson.incident_id == incident_id
    owners = [incident_id, *await unit.session.scalars(select(RecordedPerson.id).where(there))]
    gone = await unit.personal.delete_many(owners, case_id=meeting_id)
    people = await _remove(unit, delete(RecordedPerson).where(there))
    return Counter(fields=len(gone), recorded_people=people)


async def _contact_wish(unit: Unit, wish_id: UUID) -> Kinds:
    meeting_id = (await unit.session.get_one(ContactWishRow, wish_id)).meeting_id
    gone = await unit.personal.delete(wish_id, case_id=meeting_id)
    wishes = await _remove(unit, delete(ContactWishRow).where(ContactWishRow.id == wish_id))
    return Counter(fields=len(gone), contact_wishes=wishes)


async def _meeting(unit: Unit, meeting_id: UUID) -> Kinds:
    """Title, notes and the ways Teams was reached: it is over for good, and no longer found by its chat."""
    owners = await _ids(unit, _LOOSE.format(":id"), meeting_id)
    gone = await unit.personal.delete_many(set(owners), case_id=meeting_id)
    row = await unit.session.get_one(Meeting, meeting_id, with_for_update=True)
    kinds: Kinds = Counter(fields=len(gone))
    for way in _WAYS:
        if getattr(row, way) is not None:
            setattr(row, way, None)
            kinds["addresses"] += 1
    row.state = "past" if row.state == "coming" else row.state
    await unit.session.flush()
    return kinds


CLEAR: Mapping[str, Clear] = {
    "ground": _ground,
    "request": _whole_case,
    "ledger": _ledger,
    "incident": _incident,
    "contact_wish": _contact_wish,
    "errand": _whole_case,
    "misuse": _whole_case,
    "meeting": _meeting,
}


async def old_exports(unit: Unit, before: datetime) -> list[UUID]:
    """The extracts that were made before."""
    old = select(PersonExport.id).where(PersonExport.created_at < before)
    return list(await unit.session.scalars(old))


async def clear_access(
    unit: Unit, before: datetime, held: Iterable[UUID], kept: Iterable[UUID] = ()
) -> Kinds:
    """Who looked at a ground, and whom an extract was made of, but for extracts that are ``kept``; the
    journals still say that it was."""
    query = text("DELETE FROM ground_looks WHERE at < :before AND NOT request_id = ANY(:held)")
    done = await unit.session.execute(query, {"before": before, "held": list(held)})
    exports = [one for one in await old_exports(unit, before) if one not in set(kept)]
    for one in exports:
        await unit.personal.delete(one, case_id=one)
    await _remove(unit, delete(PersonExport).where(PersonExport.id.in_(exports)))
    return Counter(ground_looks=_count(done), person_exports=len(exports))


_NOT_HELD = (
    "AND NOT EXISTS (SELECT FROM unnest(CAST(:held AS text[])) h WHERE strpos(purpose, h) > 0)"
)
"""What a card is for names its case, or a row of it."""


async def clear_people(
    unit: Unit, before: datetime, listed: Iterable[str], held: frozenset[UUID] = frozenset()
) -> Kinds:
    """Chats and names of people who are not listed as employed and have not been seen since; and cards
    that were posted before. Whoever comes again is learnt anew. Nothing of who stands in a case that is
    held, and none of its cards."""
    kept = await people_of(unit, held)
    named = [str(one) for one in await rows_of(unit, held)]
    given = {"before": before, "listed": list({*listed, *kept})}
    chats = await unit.session.execute(
        text("DELETE FROM chats WHERE seen_at < :before AND NOT oid = ANY(:listed)"), given
    )
    names = await unit.session.execute(
        text("""
            DELETE FROM colleagues c WHERE NOT c.oid = ANY(:listed)
                AND NOT EXISTS (SELECT FROM chats x WHERE x.oid = c.oid)
                AND NOT EXISTS (SELECT FROM requests r WHERE r.created_at >= :before AND c.oid IN
                    (r.registered_by, r.caseworker_oid, r.requester_oid, r.approver_oid,
                     r.deputy_oid, r.decided_by, r.confirmer_oid))
                AND NOT EXISTS (SELECT FROM meetings m
                                WHERE m.created_at >= :before AND m.organizer_oid = c.oid)
        """),
        given,
    )
    cards = await unit.session.execute(
        text(f"DELETE FROM cards WHERE coalesce(posted_at, claimed_at) < :before {_NOT_HELD}"),  # noqa: S608 - constants alone
        {"before": before, "held": named},
    )
    unsure = await unit.session.execute(
        text(f"DELETE FROM unsure_posts WHERE at < :before {_NOT_HELD}"),  # noqa: S608 - constants alone
        {"before": before, "held": named},
    )
    return Counter(
        chats=_count(chats),
        colleagues=_count(names),
        cards=_count(cards),
        unsure_posts=_count(unsure),
    )


async def receipt(unit: Unit, purpose: str, days: int, cases: int, kinds: Kinds) -> None:
    """Add to the day's receipt, in the transaction of the deletion itself. No person stands in it."""
    day = unit.now.astimezone(COPENHAGEN).date()
    fresh = insert(Deletion).values(
        purpose=purpose, day=day, days=days, cases=0, kinds={}, at=unit.now
    )
    await unit.session.execute(fresh.on_conflict_do_nothing())
    row = await unit.session.get_one(
        Deletion, (purpose, day), with_for_update=True, populate_existing=True
    )
    row.days, row.at, row.cases = days, unit.now, row.cases + cases
    row.kinds = dict(sorted((Counter(row.kinds) + kinds).items()))
    await unit.session.flush()


async def _ids(unit: Unit, query: str, of: UUID) -> list[UUID]:
    return list((await unit.session.execute(text(query), {"id": of})).scalars())


async def _remove(unit: Unit, statement: Delete) -> int:
    return _count(
        await unit.session.execute(statement.execution_options(synchronize_session=False))
    )


def _count(done: Any) -> int:
    return max(int(done.rowcount), 0)
