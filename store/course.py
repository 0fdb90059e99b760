"""The course of a case in its journal: every change of a row's course, written by the unit itself.

What people and jobs do is told by entries of their own. Beside them each unit that changes a row of a
case writes one entry ``course`` with the new values, in the same transaction, so that the case can be
rebuilt from the journal alone and compared with what is stored (``tools/verify.py``). Personal text is
no part of it: it never stands in these rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import event, inspect
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from store.base import Base
from store.journal import Journal
from store.tables import Errand, Incident, Meeting, Occurrence, Request, Task

KIND = "course"
NOTICES = "course"
PLUMBING = frozenset(
    {
        "chat_id",
        "graph_id",
        "inbound_key",
        "block_asked_at",
        "block_read_at",
        "held_at",
        "organizer_mri",
        "precedent_id",
        "service_url",
        "teams_meeting_id",
        "version",
        "watched_until",
    }
)
"""Columns that say how Teams is reached or what was read when, not how a case went; and the link to the
earlier cases, which is to be forgotten."""

CASE_OF: Mapping[type[Base], Callable[[Any], UUID | None]] = {
    Meeting: lambda row: row.id,
    Request: lambda row: row.id,
    Errand: lambda row: row.id,
    Occurrence: lambda row: row.meeting_id,
    Incident: lambda row: row.meeting_id,
    Task: lambda row: row.request_id or row.meeting_id,
}
"""The tables whose rows are course, and the case each row belongs to."""


@cache
def tracked_columns(table: type[Base]) -> tuple[str, ...]:
    """The columns of a table that are part of a case's course."""
    return tuple(column.key for column in inspect(table).column_attrs if column.key not in PLUMBING)


class Course:
    """Notices what one unit changes, and writes it at the unit's end."""

    def __init__(self, session: AsyncSession, journal: Journal) -> None:
        self._session = session
        self._journal = journal
        self._changed: dict[UUID, dict[tuple[str, str], dict[str, Any]]] = {}
        session.sync_session.info[NOTICES] = self

    async def write(self) -> None:
        """One entry for each case that was changed; whoever acted in the case last is its actor."""
        await self._session.flush()
        for case_id in sorted(self._changed):
            rows = [
                {"table": table, "id": row_id, "set": values}
                for (table, row_id), values in sorted(self._changed[case_id].items())
            ]
            actor = self._journal.actors.get(case_id, "system")
            await self._journal.write(case_id, KIND, actor=actor, facts={"rows": rows})
        self._changed.clear()

    def notice(self, session: Session) -> None:
        """Note what was just written of a case."""
        for row in [*session.new, *session.dirty]:
            case_of = CASE_OF.get(type(row))
            case_id = case_of(row) if case_of else None
            if case_id is not None and (values := _changes(row, new=row in session.new)):
                key = (row.__tablename__, str(row.id))
                self._changed.setdefault(case_id, {}).setdefault(key, {}).update(values)

    def forget(self) -> None:
        """Nothing of what was written holds."""
        self._changed.clear()


class SessionWithCourse(Session):
    """A session whose writing is noticed. The listeners are the class's: hung onto each session they would
    cost more than many a statement."""


@event.listens_for(SessionWithCourse, "after_flush")
def _after_flush(session: Session, _context: object) -> None:
    if (course := session.info.get(NOTICES)) is not None:
        course.notice(session)


@event.listens_for(SessionWithCourse, "after_soft_rollback")
def _after_rollback(session: Session, _previous: object) -> None:
    if (course := session.info.get(NOTICES)) is not None:
        course.forget()


def _changes(row: Base, *, new: bool) -> dict[str, Any]:
    state = inspect(row)
    return {
        name: getattr(row, name)
        for name in tracked_columns(type(row))
        if new or state.attrs[name].history.has_changes()
    }
