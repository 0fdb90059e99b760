"""The extract of what is stored about somebody, for the DPO: searched for in Teams, behind a link that
soon ends, each opening in the journal.

What was searched for stands sealed in a journal of the extract's own. Nothing of it is in the link, in a
job or in the chat: the page is made when it is opened.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Literal
from uuid import UUID, uuid4

from sqlalchemy import select

from casework import commands, showing
from casework.deciding.answers import log_look
from casework.keeping import persons
from casework.office import Office
from guidelines.problem import Problem
from store.database import Database, Unit
from store.keeping import GROUND
from store.tables import Personal, PersonExport, Request
from texts import views
from texts.limits import too_long
from texts.person_file import PersonFile

SUBJECT, TYPED = "subject", "person"
LASTS = timedelta(minutes=10)
As = Literal["read", "file"]


async def ask(office: Office, unit: Unit, command: commands.ExportPerson) -> views.View:
    """Search, and make the link if anything is stored about such a person."""
    typed, oid = command.form.get(TYPED, "").strip(), command.actor.oid or ""
    if TYPED not in command.form:
        return views.AskPerson()
    problems = too_long(command.form, TYPED)
    if not problems and not persons.Term(typed).enough:
        problems = (Problem(TYPED, "person_too_short"),)
    if problems:
        return views.AskPerson(values=dict(command.form), problems=problems)
    await showing.learn_name(unit, oid, command.actor.name)
    found = await persons.gather(office, unit, typed, oid)
    token = secrets.token_urlsafe(32)
    row = PersonExport(
        id=uuid4(),
        token_hash=_hash(token),
        oid=oid,
        created_at=unit.now,
        expires_at=unit.now + LASTS,
    )
    unit.session.add(row)
    await unit.session.flush()
    words = {SUBJECT: typed}
    await unit.personal.put(row.id, row.id, words)
    facts = {"found": len(found.found)}
    await unit.journal.write(row.id, "access_asked", actor=oid, facts=facts, personal=words)
    if not found.found:
        nothing = (Problem(TYPED, "person_not_found"),)
        return views.AskPerson(values=dict(command.form), problems=nothing)
    return views.PersonReady(
        url=f"{office.public_url}/extract/{token}",
        expires_at=row.expires_at,
        own=sum(one.whole for one in found.found),
        named=sum(not one.whole and not one.acted for one in found.found),
        acted=sum(one.acted for one in found.found),
    )


async def exports_of(unit: Unit, exports: Sequence[UUID], held: Collection[UUID]) -> set[UUID]:
    """Those of the extracts whose subject is named in a case that is held: that it was made belongs to
    the case. Where a field of such a case cannot be opened it may name anybody: then all of them."""
    if not exports or not held:
        return set()
    owners = select(Personal.owner_id).where(Personal.case_id.in_(held)).distinct()
    fields = await unit.personal.opened_where_possible(await unit.session.scalars(owners))
    if any(row.closed for row in fields.values()):
        return set(exports)
    words = [value for row in fields.values() for value in row.values()]
    kept = set()
    for one, stored in (await unit.personal.opened_where_possible(exports)).items():
        subject = persons.Term(stored.get(SUBJECT, ""))
        if subject.enough and any(subject.names(value) for value in words):
            kept.add(one)
    return kept


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def _log_looks(unit: Unit, found: PersonFile, oid: str) -> None:
    for one in found.found:
        if one.kind == Request.__tablename__ and set(GROUND) & set(one.texts):
            await log_look(unit, await unit.session.get_one(Request, UUID(one.id)), oid)


class Extracts:
    """The extract, for the web room: whether a link works, and opening it."""

    def __init__(self, office: Office, database: Database) -> None:
        self._office = office
        self._database = database

    async def works(self, token: str) -> bool:
        """Whether there is still something to open behind the link."""
        async with self._database.unit() as unit:
            return await self._live(unit, token) is not None

    async def open(self, token: str, how: As) -> PersonFile | None:
        """The extract, once: to read or as a file, for a DPO who is still one. It is noted, and so is
        each ground that stands in it, like any other look at a ground."""
        async with self._database.unit() as unit:
            row = await self._live(unit, token)
            if row is None or row.oid not in self._office.departments.dpo:
                return None
            stored = (await unit.personal.opened_where_possible([row.id]))[row.id]
            subject = stored.get(SUBJECT, "")
            if not subject:
                return None
            row.read_at = unit.now if how == "read" else None
            row.fetched_at = unit.now if how == "file" else None
            await unit.session.flush()
            await unit.journal.write(row.id, "access_given", actor=row.oid, facts={"how": how})
            found = await persons.gather(self._office, unit, subject, row.oid)
            await _log_looks(unit, found, row.oid)
            return found

    @staticmethod
    async def _live(unit: Unit, token: str) -> PersonExport | None:
        query = select(PersonExport).where(
            PersonExport.token_hash == _hash(token),
            PersonExport.expires_at > unit.now,
            PersonExport.read_at.is_(None),
            PersonExport.fetched_at.is_(None),
        )
        return (await unit.session.scalars(query.with_for_update())).first()
