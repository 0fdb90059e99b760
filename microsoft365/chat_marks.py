"""What Teams itself tells in a chat: of recording, and of calls that begin and end (teams-platform 5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from microsoft365.errors import Denied, Missing, Unavailable
from microsoft365.graph import Graph
from microsoft365.payload import member, moment, rows, text, text_or_none

MESSAGES: Final = "/chats/{chat}/messages"
RECORDING: Final = "callrecordingeventmessagedetail"
CALLS: Final[Mapping[str, Literal["started", "ended"]]] = {
    "callstartedeventmessagedetail": "started",
    "callendedeventmessagedetail": "ended",
}
STATUSES: Final = {
    name.lower(): name for name in ("initial", "success", "failure", "chunkFinished")
}
SCREEN_SHARE: Final = "screenshare"
"""Somebody's screen is a call of its own to Graph; that it is shared no more ends nothing."""
PAGE_SIZE: Final = "50"
MOST_PAGES: Final = 100
LONGEST_URL: Final = 2000
HEADERS: Final = {"Prefer": "include-unknown-enum-members"}


@dataclass(frozen=True)
class RecordingMark:
    """One signal. ``status`` is one of ``STATUSES``' values, or ``unknown``. ``file_url``: where the
    file was stored, once it was; empty otherwise, and when it is no https address."""

    message_id: str
    status: str
    at: datetime
    initiator_oid: str | None
    file_url: str = ""


@dataclass(frozen=True)
class CallMark:
    """A call in this chat began, or ended, at that time. ``call_id`` is empty where nobody says which."""

    what: Literal["started", "ended"]
    at: datetime
    call_id: str = ""


@dataclass(frozen=True)
class ChatMarks:
    """What was told, each kind oldest first."""

    recordings: tuple[RecordingMark, ...]
    calls: tuple[CallMark, ...]


async def chat_marks(graph: Graph, chat_id: str, since: datetime) -> ChatMarks | None:
    """The signals since ``since``, oldest first; None when the chat may not be read.

    Graph lists the newest first, by last change; a message created since then has not been
    changed earlier, so the search ends at the first page whose last message is older.
    """
    found: list[RecordingMark | CallMark] = []
    read = 0
    try:
        async for page in graph.pages(
            MESSAGES, {"chat": chat_id}, query={"$top": PAGE_SIZE}, headers=HEADERS
        ):
            messages = rows(page, "value")
            found += [mark for row in messages if (mark := _mark(row)) and mark.at >= since]
            read += 1
            if messages and _is_older(messages[-1], since):
                break
            if read >= MOST_PAGES:
                raise Unavailable("GET", MESSAGES)
    except (Denied, Missing):
        return None
    found.sort(key=lambda mark: mark.at)
    return ChatMarks(
        tuple(mark for mark in found if isinstance(mark, RecordingMark)),
        tuple(mark for mark in found if isinstance(mark, CallMark)),
    )


def _is_older(message: Mapping[str, Any], since: datetime) -> bool:
    times = [moment(member(message, name)) for name in ("createdDateTime", "lastModifiedDateTime")]
    known = [time for time in times if time is not None]
    return bool(known) and max(known) < since


def _mark(message: Mapping[str, Any]) -> RecordingMark | CallMark | None:
    detail = member(message, "eventDetail")
    at = moment(member(message, "createdDateTime"))
    kind = text(detail, "@odata.type").lower().rpartition(".")[2]
    if at is not None and (what := CALLS.get(kind)):
        shared = text(detail, "callEventType").lower() == SCREEN_SHARE
        return None if shared else CallMark(what, at, text(detail, "callId"))
    if at is None or kind != RECORDING:
        return None
    initiator = member(member(detail, "initiator"), "user")
    return RecordingMark(
        message_id=text(message, "id"),
        status=STATUSES.get(text(detail, "callRecordingStatus").lower(), "unknown"),
        at=at,
        initiator_oid=text_or_none(initiator, "id"),
        file_url=_address(text(detail, "callRecordingUrl")),
    )


def _address(url: str) -> str:
    return url if url.startswith("https://") and len(url) <= LONGEST_URL else ""
