"""Rows around one case, for whoever shows it: what is still to be done, what HR/Jura was asked."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store.tables import Errand, Task


async def tasks_of(session: AsyncSession, request_id: UUID) -> Sequence[Task]:
    """Every task of the case, oldest first."""
    query = select(Task).where(Task.request_id == request_id).order_by(Task.created_at)
    return (await session.scalars(query)).all()


async def legal_questions(session: AsyncSession, request_id: UUID) -> Sequence[Errand]:
    """What HR/Jura was asked about the case, oldest first."""
    query = (
        select(Errand)
        .where(Errand.request_id == request_id, Errand.kind == "legal_question")
        .order_by(Errand.created_at)
    )
    return (await session.scalars(query)).all()
