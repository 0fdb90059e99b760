"""The salts of the journal's commitments, sealed as the values are.

With a salt in the open whoever holds a copy of the database need not open a short value: the commitment
tells which of the few grounds of a guideline it is. The releases before this one wrote them in the open.
"""

from __future__ import annotations

from uuid import UUID

from store.encryption import KeyRing

SALT_BYTES = 32
"""In the open; a sealed salt is longer."""


def sealed(keys: KeyRing, owner: UUID, field: str, salt: bytes) -> bytes:
    """The salt as it is stored; in the open while a replica that cannot open it runs beside this one
    (``KeyRing.alone``)."""
    return keys.seal(owner, _name(field), salt.hex()) if keys.alone else salt


def opened(keys: KeyRing, owner: UUID, field: str, stored: bytes) -> bytes:
    """The salt, whichever release wrote it. Raises SealBroken."""
    if len(stored) == SALT_BYTES:
        return stored
    return bytes.fromhex(keys.open(owner, _name(field), stored))


def _name(field: str) -> str:
    return f"{field}/salt"
