"""Reading Microsoft's JSON: names in any case, unknown members ignored, times in any dress."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

MOST_MEMBERS = 200
"""Nothing of Microsoft's has as many. Who sends more wants the time it takes to look through them."""
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,64}")


def member(data: Any, *names: str) -> Any:
    """The first member found under one of the names, in any case; None when there is none, or when the
    object has more than ``MOST_MEMBERS``."""
    lowered = _lowered(data)
    for name in names:
        if (value := lowered.get(name.lower())) is not None:
            return value
    return None


def _lowered(data: Any) -> Mapping[str, Any]:
    if not isinstance(data, Mapping) or len(data) > MOST_MEMBERS:
        return {}
    return {str(key).lower(): value for key, value in data.items()}


def text(data: Any, *names: str) -> str:
    """A member as text; ``""`` when it is missing, of another type, or holds a NUL, which nothing of
    Microsoft's does and which no text of the database can hold."""
    value = member(data, *names)
    return value if isinstance(value, str) and "\0" not in value else ""


def text_or_none(data: Any, *names: str) -> str | None:
    """A member as text; None when it is missing, empty or of another type."""
    return text(data, *names) or None


def flag(data: Any, *names: str) -> bool | None:
    """A member as a yes or no; None when it says neither."""
    value = member(data, *names)
    return value if isinstance(value, bool) else None


def rows(data: Any, *names: str) -> list[Mapping[str, Any]]:
    """A member as a list of objects; entries of another type are left out."""
    value = member(data, *names)
    if not isinstance(value, list):
        return []
    return [row for row in value if isinstance(row, Mapping)]


def has(data: Any, name: str) -> bool:
    """Whether the member is there at all, be it null."""
    return name.lower() in _lowered(data)


def moment(value: Any) -> datetime | None:
    """A time in UTC; without an offset it is taken as UTC; None when it is none.

    Also reads ``{"dateTime": …, "timeZone": "UTC"}``. Dates before 2000 are Microsoft's way of
    saying that there is no date.
    """
    if isinstance(value, Mapping):
        zone = text(value, "timeZone").upper()
        return moment(member(value, "dateTime")) if zone in ("", "UTC", "GMT") else None
    if not isinstance(value, str):
        return None
    try:
        read = datetime.fromisoformat(value.strip())
        read = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return read if read.year >= 2000 else None


def error_code(body: Any) -> str:
    """The code of an error answer, ``""`` when it is missing or is no code.

    The Bot Connector tells of a blocked bot sometimes in the code, sometimes only in the message.
    """
    error = member(body, "error")
    if "MessageWritesBlocked" in text(error, "message"):
        return "MessageWritesBlocked"
    code = text(error, "code")
    return code if _CODE.fullmatch(code) else ""
