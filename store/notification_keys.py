"""The keys of encrypted notifications: the private halves are sealed, old ones open what is underway."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy import delete, select

from store.database import Unit
from store.encryption import SealBroken
from store.tables import NotificationKey

FIELD = "private_key"


async def newest(unit: Unit) -> NotificationKey | None:
    """The key that new subscriptions are made with."""
    query = select(NotificationKey).order_by(NotificationKey.created_at.desc()).limit(1)
    return (await unit.session.scalars(query)).first()


async def add(unit: Unit, certificate: str, private: str) -> NotificationKey:
    """Keep a new key pair; its private half (PEM) is sealed."""
    key_id = uuid4()
    key = NotificationKey(
        id=key_id,
        certificate=certificate,
        sealed=unit.seal(key_id, FIELD, private),
        created_at=unit.now,
    )
    unit.session.add(key)
    await unit.session.flush()
    return key


async def private(unit: Unit, key_id: UUID) -> str | None:
    """The private half (PEM), or None when the key is not ours or gone. Raises SealBroken."""
    key = await unit.session.get(NotificationKey, key_id)
    return unit.unseal(key_id, FIELD, key.sealed) if key else None


async def opens(unit: Unit, key_id: UUID) -> bool:
    """Whether what is encrypted for this key can be read here: it is there, and can be unsealed."""
    try:
        return await private(unit, key_id) is not None
    except SealBroken:
        return False


async def drop_all_but(unit: Unit, kept: Sequence[UUID]) -> None:
    """Forget the keys that nothing is encrypted for any more."""
    await unit.session.execute(delete(NotificationKey).where(NotificationKey.id.not_in(kept)))
