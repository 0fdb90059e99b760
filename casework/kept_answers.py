"""What was answered to a press, kept for its second delivery: the same answer, and nothing is done again.

Sealed, bound to the delivery and to whoever pressed, and gone soon (``casework/jobs/upkeep.py``): Teams
delivers again within minutes or not at all.
"""

from __future__ import annotations

import json
from functools import cache
from uuid import NAMESPACE_OID, UUID, uuid5

import structlog
from pydantic import TypeAdapter
from sqlalchemy import update

from casework.command_kinds import PersonCommand
from store.database import Unit
from store.encryption import SealBroken
from store.tables import Inbound
from texts import views
from texts.views import View

log = structlog.get_logger()


async def keep(unit: Unit, command: PersonCommand, view: View) -> None:
    """Keep the answer beside the delivery it was given to, in the transaction of the press itself."""
    key = command.inbound_key or ""
    sealed = unit.seal(_owner(key), _field(command), packed(view))
    await unit.session.execute(update(Inbound).where(Inbound.key == key).values(answer=sealed))


async def again(unit: Unit, command: PersonCommand) -> View | None:
    """What this delivery was answered before; None when that is forgotten, or was another's."""
    key = command.inbound_key or ""
    row = await unit.session.get(Inbound, key)
    if row is None or row.answer is None:
        return None
    try:
        return unpacked(unit.unseal(_owner(key), _field(command), row.answer))
    except (SealBroken, LookupError, ValueError) as error:
        log.warning("kept_answer_unreadable", error=type(error).__name__)  # of an older release
        return None


def _owner(key: str) -> UUID:
    return uuid5(NAMESPACE_OID, key)


def _field(command: PersonCommand) -> str:
    return f"answer {type(command).__name__} {command.actor.oid or command.actor.mri}"


def packed(view: View) -> str:
    """The view as JSON."""
    name = type(view).__name__
    return json.dumps([name, _adapter(name).dump_python(view, mode="json")], ensure_ascii=False)


def unpacked(text: str) -> View:
    """The view again. Raises LookupError or ValueError when no view of today fits."""
    name, values = json.loads(text)
    return _adapter(name).validate_python(values)


@cache
def _adapter(name: str) -> TypeAdapter[View]:
    kind = getattr(views, name) if name in views.__all__ else None
    if not (isinstance(kind, type) and issubclass(kind, View)):
        raise LookupError(name)
    return TypeAdapter(kind)
