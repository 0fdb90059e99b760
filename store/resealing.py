"""What an older key has sealed is sealed anew with the newest, so that the older one can be taken away;
and so is what an earlier release sealed without padding. What an earlier release wrote in the open, a
commitment's salt as well, is sealed too, as far as the journal lets it be moved.

The value and its salt stay what they are, so every commitment of the journal holds as before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

import structlog
from sqlalchemy import TextClause, select, text, update

from store import salts
from store.course import KIND
from store.database import Database, Unit
from store.encryption import KeyRing, SealBroken
from store.tables import Personal, Request

BATCH = 500
MOST = 40
"""So many batches in one round; what is left is for the next."""
START = UUID(int=0), ""
log = structlog.get_logger()

_BY = f"""
    (substring(sealed FROM 1 FOR :length) = :head OR octet_length(salt) > {salts.SALT_BYTES}
        AND substring(salt FROM 1 FOR :length) = :head)
"""
_OPEN = f"octet_length(salt) = {salts.SALT_BYTES}"
_WHICH = """
    SELECT owner_id, field, sealed, salt FROM personal
    WHERE {which} AND (owner_id, field) > (:owner, :name)
    ORDER BY owner_id, field LIMIT :most FOR UPDATE
"""
OLD, OPEN = text(_WHICH.format(which=_BY)), text(_WHICH.format(which=_OPEN))
ANEW = text(
    "UPDATE personal SET sealed = :sealed, salt = :salt WHERE owner_id = :owner AND field = :name"
)
LEFT = text(f"SELECT count(*) FROM personal WHERE {_BY}")  # noqa: S608 - constants alone


class Resealed(NamedTuple):
    """How many fields were sealed anew, and how many an older key is still needed for."""

    fields: int
    left: int


async def reseal(database: Database) -> Resealed:
    """Seal anew what older keys of the ring have sealed, what has a length of its own, and what has its salt
    in the open."""
    fields = left = 0
    for head in (*database.keys.older, *database.keys.unpadded):
        fields += await _all(database, OLD, {"head": head, "length": len(head)})
    if database.keys.alone:
        fields += await _all(database, OPEN, {})
    for head in database.keys.older:
        async with database.unit() as unit:
            given = {"head": head, "length": len(head)}
            left += int(await unit.session.scalar(LEFT, given) or 0)
    if database.keys.older or fields:
        log.info("sealed_anew", fields=fields, left=left)
    return Resealed(fields, left)


async def _all(database: Database, which: TextClause, bound: Mapping[str, object]) -> int:
    done, last = 0, START
    for _ in range(MOST):
        given = {**bound, "owner": last[0], "name": last[1], "most": BATCH}
        async with database.unit() as unit:
            rows = (await unit.session.execute(which, given)).all()
            anew = [one for row in rows if (one := _anew(database.keys, row)) is not None]
            if anew:
                await unit.session.execute(ANEW, anew)
        done += len(anew)
        if len(rows) < BATCH:
            break
        last = rows[-1].owner_id, rows[-1].field
    return done


def _anew(keys: KeyRing, row: Any) -> dict[str, object] | None:
    """The field under the newest key; None when it does not open, which whoever reads it is told."""
    try:
        value = keys.open(row.owner_id, row.field, row.sealed)
        salt = salts.opened(keys, row.owner_id, row.field, row.salt)
    except SealBroken:
        return None
    return {
        "owner": row.owner_id,
        "name": row.field,
        "sealed": keys.seal(row.owner_id, row.field, value),
        "salt": salts.sealed(keys, row.owner_id, row.field, salt),
    }


async def seal_talks(database: Database) -> int:
    """Seal what kind of talk an employee's wish is about where an earlier release wrote it in the row; how
    many rows were emptied.

    The journal tells that the row says so no longer, or the row would be found as a forgery. It says it in
    an entry that is no work on the case: nothing is kept longer by it. What stands in the entries of that
    release stays. While such a release runs beside this one, which reads the row alone, nothing is moved.
    """
    moved = 0
    for _ in range(MOST if database.keys.alone else 0):
        async with database.unit() as unit:
            query = select(Request.id, Request.employee_type)
            query = query.where(Request.employee_type.is_not(None)).limit(BATCH)
            rows = (await unit.session.execute(query.with_for_update(skip_locked=True))).all()
            for request_id, talk in rows:
                await _seal_talk(unit, request_id, talk or "")
        moved += len(rows)
        if len(rows) < BATCH:
            break
    return moved


async def _seal_talk(unit: Unit, request_id: UUID, talk: str) -> None:
    name = Request.employee_type.key
    stored = select(Personal.field).where(Personal.owner_id == request_id)
    fields = set(await unit.session.scalars(stored))
    if fields and name not in fields:  # of a wish that was deleted nothing comes back
        await unit.personal.put(request_id, request_id, {name: talk})
    emptied = update(Request).where(Request.id == request_id).values(employee_type=None)
    await unit.session.execute(emptied.execution_options(synchronize_session=False))
    row = {"table": Request.__tablename__, "id": str(request_id), "set": {name: None}}
    facts = {"rows": [row], "moved": name}
    await unit.journal.write(request_id, KIND, actor="system", facts=facts)
