"""What Graph reports of a call, read tolerantly: any casing, either form, any order (6.3).

Only what is acted on is kept: ids, states and codes. A roster report is a reason to look, and no
more: the roster itself is asked for, since it may leave out who was there before us (6.4).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from microsoft365.payload import has, member, rows, text

What = Literal["call", "roster", "operation"]
MOST_EVENTS: Final = 100
LONGEST_ID: Final = 200
"""As many characters of an id as are kept; Microsoft's have about a hundred."""
_PATH: Final = re.compile(
    r"(?:^|/)(?:communications|app)/calls/([^/?]+)(?:/(participants|operations)(?:/([^/?]+))?)?",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[A-Za-z0-9_.-]{1,60}")


@dataclass(frozen=True)
class CallEvent:
    """One thing that was reported. ``state`` is the call's or the operation's, in lower case.

    ``context`` is what we called the operation; ``code`` and ``subcode`` tell why something ended.
    """

    what: What
    call_id: str
    state: str = ""
    operation_id: str = ""
    context: str = ""
    code: int = 0
    subcode: int = 0


def is_legacy(body: Mapping[str, Any]) -> bool:
    """Whether the body is in the form from before Graph; Microsoft sends it again in Graph's."""
    return not has(body, "value")


def call_events(body: Mapping[str, Any]) -> tuple[CallEvent, ...]:
    """The events in the order they stand; what is of no use to us is left out."""
    found: list[CallEvent] = []
    for row in rows(body, "value")[:MOST_EVENTS]:
        event = _event(row)
        if event is not None and event not in found:
            found.append(event)
    return tuple(found)


def _event(row: Mapping[str, Any]) -> CallEvent | None:
    path = text(row, "resourceUrl", "resource")
    match = _PATH.search(path)
    if match is None or len(match[1]) > LONGEST_ID:
        return None
    call_id, part, of_it = match[1], (match[2] or "").lower(), match[3] or ""
    data = _first(member(row, "resourceData"))
    if part == "participants":
        return CallEvent("roster", call_id)
    code, subcode = _why(data)
    state = _word(text(data, "status" if part else "state")).lower()
    if part == "operations":
        operation = text(data, "id") or of_it
        if len(operation) > LONGEST_ID:
            return None
        return CallEvent(
            "operation", call_id, state, operation, text(data, "clientContext")[:256], code, subcode
        )
    if text(row, "changeType").lower() == "deleted":
        state = "terminated"
    return CallEvent("call", call_id, state, code=code, subcode=subcode)


def _first(data: Any) -> Any:
    """``resourceData`` is an object or a list."""
    if isinstance(data, Sequence) and not isinstance(data, str):
        return data[0] if data else {}
    return data


def _why(data: Any) -> tuple[int, int]:
    result = member(data, "resultInfo")
    code, subcode = member(result, "code"), member(result, "subcode")
    return _number(code), _number(subcode)


def _number(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _word(value: str) -> str:
    return value if _WORD.fullmatch(value) else ""
