"""The cards that stand in chats."""

from __future__ import annotations

from sqlalchemy import text

from store.database import Database

NOTE_POSTED = text("""
    UPDATE cards SET activity_id = :activity, posted_at = :now, uncertain = 0
    WHERE purpose = :purpose
""")


async def note_posted(database: Database, purpose: str, activity_id: str) -> None:
    """The card with this purpose stands in its chat under this id."""
    values = {"purpose": purpose, "activity": activity_id, "now": database.clock.now()}
    await database.statement(NOTE_POSTED, values)
