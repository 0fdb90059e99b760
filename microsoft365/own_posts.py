"""Whether a message of Lydhør's own stands in a chat, when the answer to posting it was lost.

Graph gives a card back as the attachment's content, in which the operation's id stands; a message's
``summary`` and ``channelData`` do not come back from a chat. Other messages are looked through for
that id alone: nothing of them is kept or logged.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from microsoft365.chat_marks import MESSAGES, PAGE_SIZE
from microsoft365.errors import Denied, Missing
from microsoft365.graph import Graph
from microsoft365.payload import member, moment, rows, text

MOST_PAGES: Final = 4
"""Two hundred messages of the last minute are more than any meeting writes."""


class OwnPosts:
    """One app's messages. ``find`` answers None where the chat may not be read."""

    def __init__(self, graph: Graph, app_id: str) -> None:
        self._graph = graph
        self._app_id = app_id.lower()

    async def find(self, chat_id: str, operation: str, since: datetime) -> str | None:
        """The id of the message that carries ``operation``, ``""`` when it is not seen (yet).

        Raises Unavailable where Graph does not answer: that is no look at which it was not there.
        """
        read = 0
        try:
            async for page in self._graph.pages(
                MESSAGES, {"chat": chat_id}, query={"$top": PAGE_SIZE}
            ):
                messages = rows(page, "value")
                for message in messages:
                    if self._is_it(message, operation):
                        return text(message, "id")
                read += 1
                if read >= MOST_PAGES or not messages or _older(messages[-1], since):
                    return ""
        except (Denied, Missing):
            return None
        return ""

    def _is_it(self, message: Mapping[str, Any], operation: str) -> bool:
        sender = text(member(member(message, "from"), "application"), "id").lower()
        if sender != self._app_id or member(message, "deletedDateTime") is not None:
            return False
        return any(operation in text(part, "content") for part in rows(message, "attachments"))


def _older(message: Mapping[str, Any], since: datetime) -> bool:
    """Newest first by last change: what was created since then has not been changed before it."""
    changed = moment(member(message, "lastModifiedDateTime"))
    return changed is not None and changed < since
