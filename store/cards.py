"""The cards that stand in chats."""

from __future__ import annotations

from secrets import token_hex

from sqlalchemy import text

from store.database import Database

CLAIM_NEW = text("""
    INSERT INTO cards (purpose, service_url, conversation_id, claimed_at, uncertain, operation)
    VALUES (:purpose, :service_url, :conversation_id, :now, 1, :operation)
    ON CONFLICT DO NOTHING RETURNING operation
""")
NOTE_POSTED = text("""
    UPDATE cards SET activity_id = :activity, posted_at = :now, uncertain = 0
    WHERE purpose = :purpose
""")


async def claim_new(
    database: Database, purpose: str, service_url: str, conversation_id: str
) -> str:
    """Claim a card that nobody has claimed before, before it is posted: what the message is known by.
    Empty when there is a card with this purpose."""
    values = {
        "purpose": purpose,
        "service_url": service_url,
        "conversation_id": conversation_id,
        "now": database.clock.now(),
        "operation": token_hex(8),
    }
    rows = await database.statement(CLAIM_NEW, values)
    return str(rows[0].operation) if rows else ""


async def note_posted(database: Database, purpose: str, activity_id: str) -> None:
    """The card with this purpose stands in its chat under this id."""
    values = {"purpose": purpose, "activity": activity_id, "now": database.clock.now()}
    await database.statement(NOTE_POSTED, values)
