"""Personal fields: sealed one by one, so that each can be deleted without touching the course."""

from __future__ import annotations

import contextlib
import hmac
import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from store import salts
from store.encryption import KeyRing, SealBroken
from store.journal import Journal
from store.tables import Personal


class Opened(dict[str, str]):
    """The fields of one row that opened; ``closed`` names those that are there and do not open."""

    def __init__(self) -> None:
        super().__init__()
        self.closed: set[str] = set()

    def has(self, field: str) -> bool:
        """Whether something is stored there, readable or not."""
        return field in self or field in self.closed


class Fields:
    """The sealed rows of one unit, and the salts that its journal entries commit under."""

    def __init__(self, session: AsyncSession, keys: KeyRing) -> None:
        self._session = session
        self._keys = keys
        self._salts: dict[tuple[UUID, str], tuple[str, bytes]] = {}
        self._empty: set[tuple[UUID, str]] = set()  # looked for: nothing usable is stored there

    async def salt(self, owner_id: UUID, field: str, value: str) -> bytes:
        """The salt for this value: the stored one when the value is stored, otherwise a new one.

        An unchanged value keeps its salt, so that earlier commitments to it can still be shown.
        """
        await self.learn(owner_id, [field])
        known = self._salts.get((owner_id, field))
        if known is None or not hmac.compare_digest(known[0].encode(), value.encode()):
            known = self._salts[owner_id, field] = (value, os.urandom(salts.SALT_BYTES))
        return known[1]

    async def learn(self, owner_id: UUID, fields: Iterable[str]) -> None:
        """Read the salts of all these fields at once."""
        asked = [(owner_id, field) for field in fields]
        unknown = [one for one in asked if one not in self._salts and one not in self._empty]
        if not unknown:
            return
        query = select(Personal.field, Personal.sealed, Personal.salt).where(
            Personal.owner_id == owner_id, Personal.field.in_([field for _, field in unknown])
        )
        self._empty.update(unknown)
        for row in await self._session.execute(query):
            # A broken value may be replaced, and then under a salt of its own.
            with contextlib.suppress(SealBroken):
                value = self._keys.open(owner_id, row.field, row.sealed)
                salt = salts.opened(self._keys, owner_id, row.field, row.salt)
                self._salts[owner_id, row.field] = (value, salt)

    def forget(self, owner_id: UUID, field: str) -> None:
        """Drop the salt of a deleted field."""
        self._salts.pop((owner_id, field), None)


class PersonalFields:
    """Reads, writes and deletes personal text in one unit's transaction."""

    def __init__(
        self,
        session: AsyncSession,
        now: datetime,
        keys: KeyRing,
        fields: Fields,
        journal: Journal,
    ) -> None:
        self._session = session
        self._now = now
        self._keys = keys
        self._fields = fields
        self._journal = journal

    async def put(self, owner_id: UUID, case_id: UUID, values: Mapping[str, str]) -> None:
        """Seal and store each value, in place of what stood there. Other fields stay."""
        await self._fields.learn(owner_id, values)
        rows = [
            {
                "owner_id": owner_id,
                "field": field,
                "case_id": case_id,
                "sealed": self._keys.seal(owner_id, field, value),
                "salt": salts.sealed(
                    self._keys, owner_id, field, await self._fields.salt(owner_id, field, value)
                ),
                "at": self._now,
            }
            for field, value in sorted(values.items())
        ]
        if not rows:
            return
        statement = upsert(Personal).values(rows)
        new = statement.excluded
        await self._session.execute(
            statement.on_conflict_do_update(
                index_elements=["owner_id", "field"],
                set_={
                    "case_id": new.case_id,
                    "sealed": new.sealed,
                    "salt": new.salt,
                    "at": new.at,
                },
            ).execution_options(synchronize_session=False)
        )

    async def get(self, owner_id: UUID) -> Opened:
        """Every stored field of one row, opened; empty when there is none (or it was deleted).

        Raises SealBroken when one cannot be opened.
        """
        return (await self.get_many([owner_id]))[owner_id]

    async def get_many(self, owner_ids: Iterable[UUID]) -> dict[UUID, Opened]:
        """As ``get``, for several rows: each is there, if only empty."""
        opened = await self.opened_where_possible(owner_ids)
        if any(row.closed for row in opened.values()):
            raise SealBroken(
                "a value was changed, belongs elsewhere, or its key is not in the ring"
            )
        return opened

    async def opened_where_possible(self, owner_ids: Iterable[UUID]) -> dict[UUID, Opened]:
        """As ``get_many``, for whoever can do without a field and says so: what cannot be opened is left
        out and named in ``closed``."""
        opened = {owner: Opened() for owner in owner_ids}
        if not opened:
            return opened
        query = select(Personal.owner_id, Personal.field, Personal.sealed).where(
            Personal.owner_id.in_(list(opened))
        )
        for row in await self._session.execute(query):
            try:
                value = self._keys.open(row.owner_id, row.field, row.sealed)
            except SealBroken:
                opened[row.owner_id].closed.add(row.field)
            else:
                opened[row.owner_id][row.field] = value
        return opened

    async def discard(self, owner_id: UUID, fields: Iterable[str]) -> None:
        """Take fields away that never entered the journal, such as drafts: no tombstone."""
        gone = list(fields)
        statement = delete(Personal).where(Personal.owner_id == owner_id, Personal.field.in_(gone))
        await self._session.execute(statement.execution_options(synchronize_session=False))
        for field in gone:
            self._fields.forget(owner_id, field)

    async def delete(
        self,
        owner_id: UUID,
        fields: Iterable[str] | None = None,
        *,
        case_id: UUID,
        actor: str = "system",
    ) -> tuple[str, ...]:
        """Delete fields (all when not named) with their salts; a tombstone enters the journal.

        Returns the names of what was there. Nothing there: no entry.
        """
        return await self.delete_many([owner_id], fields, case_id=case_id, actor=actor)

    async def delete_many(
        self,
        owner_ids: Iterable[UUID],
        fields: Iterable[str] | None = None,
        *,
        case_id: UUID,
        actor: str = "system",
    ) -> tuple[str, ...]:
        """As ``delete``, for several rows of one case: one tombstone for each row, none is told of twice.

        Returns the name of every field that was there, once for each row.
        """
        statement = delete(Personal).where(Personal.owner_id.in_(list(owner_ids)))
        if fields is not None:
            statement = statement.where(Personal.field.in_(list(fields)))
        rows = await self._session.execute(
            statement.returning(Personal.owner_id, Personal.field).execution_options(
                synchronize_session=False
            )
        )
        gone: dict[UUID, list[str]] = {}
        for owner, field in rows:
            gone.setdefault(owner, []).append(field)
            self._fields.forget(owner, field)
        for owner in sorted(gone):
            facts = {"owner": owner, "fields": sorted(gone[owner])}
            await self._journal.write(case_id, "personal_deleted", actor=actor, facts=facts)
        return tuple(sorted(field for fields in gone.values() for field in fields))
