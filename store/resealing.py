"""What an older key has sealed is sealed anew with the newest, so that the older one can be taken away;
and so is what an earlier release sealed without padding.

The value and its salt stay as they are, so every commitment of the journal holds as before.
"""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

import structlog
from sqlalchemy import text

from store.database import Database
from store.encryption import KeyRing, SealBroken

BATCH = 500
MOST = 40
"""So many batches in one round; what is left is for the next."""
START = UUID(int=0), ""
log = structlog.get_logger()

_BY = "substring(sealed FROM 1 FOR :length) = :head"
OLD = text(f"""
    SELECT owner_id, field, sealed FROM personal
    WHERE {_BY} AND (owner_id, field) > (:owner, :name)
    ORDER BY owner_id, field LIMIT :most FOR UPDATE
""")  # noqa: S608 - constants alone
ANEW = text("UPDATE personal SET sealed = :sealed WHERE owner_id = :owner AND field = :name")
LEFT = text(f"SELECT count(*) FROM personal WHERE {_BY}")  # noqa: S608 - constants alone


class Resealed(NamedTuple):
    """How many fields were sealed anew, and how many an older key is still needed for."""

    fields: int
    left: int


async def reseal(database: Database) -> Resealed:
    """Seal anew what older keys of the ring have sealed, and what has a length of its own."""
    fields = left = 0
    for head in (*database.keys.older, *database.keys.unpadded):
        fields += await _of_key(database, head)
    for head in database.keys.older:
        async with database.unit() as unit:
            given = {"head": head, "length": len(head)}
            left += int(await unit.session.scalar(LEFT, given) or 0)
    if database.keys.older or fields:
        log.info("sealed_anew", fields=fields, left=left)
    return Resealed(fields, left)


async def _of_key(database: Database, head: bytes) -> int:
    done, last = 0, START
    for _ in range(MOST):
        given = {
            "head": head,
            "length": len(head),
            "owner": last[0],
            "name": last[1],
            "most": BATCH,
        }
        async with database.unit() as unit:
            rows = (await unit.session.execute(OLD, given)).all()
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
    except SealBroken:
        return None
    sealed = keys.seal(row.owner_id, row.field, value)
    return {"owner": row.owner_id, "name": row.field, "sealed": sealed}
