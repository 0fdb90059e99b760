"""What was answered to a press, kept for its second delivery: the same answer, and nothing is done again.

Sealed, bound to the delivery and to whoever pressed, and gone soon (``casework/jobs/upkeep.py``): Teams
delivers again within minutes or not at all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints
from uuid import NAMESPACE_OID, UUID, uuid5

import structlog
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
    except (SealBroken, LookupError, TypeError, ValueError) as error:
        log.warning("kept_answer_unreadable", error=type(error).__name__)  # of an older release
        return None


def _owner(key: str) -> UUID:
    return uuid5(NAMESPACE_OID, key)


def _field(command: PersonCommand) -> str:
    return f"answer {type(command).__name__} {command.actor.oid or command.actor.mri}"


def packed(view: View) -> str:
    """The view as JSON."""
    return json.dumps([type(view).__name__, _plain(view)], ensure_ascii=False)


def unpacked(text: str) -> View:
    """The view again. Raises LookupError, TypeError or ValueError when no view of today fits."""
    name, values = json.loads(text)
    if name not in views.__all__:
        raise LookupError(name)
    view = _read(getattr(views, name), values)
    if not isinstance(view, View):
        raise TypeError(name)
    return view


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, date):  # a datetime too
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


_FROM_TEXT: Mapping[Any, Callable[[str], Any]] = {
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    UUID: UUID,
}
_hints = cache(get_type_hints)


def _read(hint: Any, value: Any) -> Any:
    """The value a view's field of this type had."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is None:
        if isinstance(hint, type) and is_dataclass(hint):
            wanted = _hints(hint)
            return hint(**{name: _read(wanted[name], one) for name, one in value.items()})
        return _FROM_TEXT[hint](value) if hint in _FROM_TEXT else value
    if origin is Literal:
        return value
    if origin is tuple:
        kinds = [inner[0]] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_read(kind, one) for kind, one in zip(kinds, value, strict=True))
    if origin is Mapping:
        return {key: _read(inner[1], one) for key, one in value.items()}
    return value if value is None else _of_union(inner, value)


def _of_union(kinds: tuple[Any, ...], value: Any) -> Any:
    """Either nothing or one kind; or plain kinds, which JSON tells apart by itself."""
    rest = [kind for kind in kinds if kind is not NoneType]
    return _read(rest[0], value) if len(rest) == 1 else value
