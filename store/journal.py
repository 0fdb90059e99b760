"""The journal: one hash chain per case, written in the transaction of the change it tells of.

An entry tells the course, never the personal text: personal values enter as commitments under a
random salt that is kept beside the sealed field and deleted with it. Cases never wait for each other.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from store.tables import JournalHead

if TYPE_CHECKING:
    from store.personal import Fields

ORIGIN = b"lydhoer journal 1"
ADD = text("""
    WITH told AS (
        INSERT INTO journal (case_id, seq, at, kind, actor, facts, commitments, previous, hash)
        VALUES (:case_id, :seq, :at, :kind, :actor, :facts, :commitments, :previous, :hash)
    )
    UPDATE journal_heads SET seq = :seq, hash = :hash WHERE case_id = :case_id
""").bindparams(bindparam("facts", type_=JSONB), bindparam("commitments", type_=JSONB))


@dataclass(frozen=True)
class Entry:
    """What one entry says; its hash covers all of this and the hash before it."""

    case_id: UUID
    seq: int
    at: datetime
    kind: str
    actor: str
    facts: Mapping[str, Any]
    commitments: Mapping[str, Any]


def first_link(case_id: UUID) -> bytes:
    """What the first entry of a case builds on."""
    return hashlib.sha256(ORIGIN + case_id.bytes).digest()


def link(previous: bytes, entry: Entry) -> bytes:
    """The hash of ``entry`` when it follows ``previous``."""
    told = {
        "case": str(entry.case_id),
        "seq": entry.seq,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "kind": entry.kind,
        "actor": entry.actor,
        "facts": entry.facts,
        "commitments": entry.commitments,
    }
    body = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(previous + body.encode()).digest()


def commitment(salt: bytes, owner_id: UUID, field: str, value: str) -> str:
    """Stands for a personal value in the journal; without ``salt`` it says nothing."""
    told = owner_id.bytes + field.encode() + b"\0" + value.encode()
    return hmac.new(salt, told, hashlib.sha256).hexdigest()


def plain(value: Any) -> Any:
    """``value`` in the shape that a journal entry keeps exactly. Raises TypeError on others.

    Fractions are refused: the database would hand them back written differently.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    raise TypeError(f"the journal cannot keep a {type(value).__name__}")


class Journal:
    """Writes entries in one unit's transaction."""

    def __init__(self, session: AsyncSession, now: datetime, fields: Fields) -> None:
        self._session = session
        self._now = now
        self._fields = fields
        self.actors: dict[UUID, str] = {}
        """Who acted in each case last, in this unit."""
        self._heads: dict[UUID, tuple[int, bytes]] = {}
        # Of the cases written to in this unit, which holds their locks: nobody else adds to them.

    async def write(
        self,
        case_id: UUID,
        kind: str,
        *,
        actor: str,
        facts: Mapping[str, Any] | None = None,
        personal: Mapping[str, str] | None = None,
        owner_id: UUID | None = None,
    ) -> int:
        """Add the next entry to the case's chain and return its number (1 is the first).

        ``actor`` is a directory id or "system". ``personal`` values belong to the row ``owner_id``
        (the case itself when not given) and enter as commitments only; storing them is
        ``personal.put``, before or after, in the same unit.
        """
        await self._session.flush()
        self.actors[case_id] = actor
        owner = owner_id or case_id
        committed = {
            f"{owner}/{field}": commitment(
                await self._fields.salt(owner, field, value), owner, field, value
            )
            for field, value in (personal or {}).items()
        }
        seq, previous = self._heads.get(case_id) or await self._lock_head(case_id)
        entry = Entry(case_id, seq + 1, self._now, kind, actor, plain(facts or {}), committed)
        digest = link(previous, entry)
        await self._session.execute(ADD, {**vars(entry), "previous": previous, "hash": digest})
        self._heads[case_id] = (entry.seq, digest)
        return entry.seq

    async def _lock_head(self, case_id: UUID) -> tuple[int, bytes]:
        """The case's head, locked until the unit ends; made when it is missing."""
        start = upsert(JournalHead).values(case_id=case_id, seq=0, hash=first_link(case_id))
        locked = start.on_conflict_do_update(
            index_elements=["case_id"], set_={"seq": JournalHead.seq}
        ).returning(JournalHead.seq, JournalHead.hash)
        row = (await self._session.execute(locked)).one()
        return row.seq, row.hash
