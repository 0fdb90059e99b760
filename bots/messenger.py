"""Cards in chats: fills ``casework.ports.Messenger`` with the Bot Connector and the app's installs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Protocol

from bots import presenter
from casework.ports import NotReachable
from microsoft365.errors import Denied, MicrosoftError, Missing
from texts.views import Announcement, View

MEETING_CHAT: Final = "19:"
CLOSED: Final = (403, 404)
"""Blocked, removed, or never installed (teams-platform 12)."""

KnownServiceUrl = Callable[[], Awaitable[str | None]]
"""The service URL of the tenant as incoming activities last told it, or None before the first."""


class Connector(Protocol):
    """What is used of ``microsoft365.connector.Connector``."""

    async def send(
        self, service_url: str, conversation_id: str, activity: Mapping[str, Any]
    ) -> str:
        """Post a message; returns its id."""
        ...

    async def update(
        self,
        service_url: str,
        conversation_id: str,
        activity_id: str,
        activity: Mapping[str, Any],
    ) -> None:
        """Replace a message."""
        ...


class Installs(Protocol):
    """What is used of ``microsoft365.installs.Installs``."""

    async def open_chat(self, oid: str) -> str | None:
        """The person's chat with the bot; the app is installed if need be."""
        ...


class Posts(Protocol):
    """What is used of ``microsoft365.own_posts.OwnPosts``."""

    async def find(self, chat_id: str, operation: str, since: datetime) -> str | None:
        """The id of the message with this operation, ``""`` or None."""
        ...


@dataclass(frozen=True)
class Posted:
    """Where a card was posted."""

    conversation_id: str
    activity_id: str


class ChatMessenger:
    """Posts and replaces cards. Passing trouble is raised as it comes, so that the job runs again."""

    def __init__(
        self,
        connector: Connector,
        installs: Installs,
        service_url: KnownServiceUrl,
        *,
        public_url: str,
        app_id: str,
        teams_app_id: str,
        posts: Posts | None = None,
    ) -> None:
        self._connector = connector
        self._installs = installs
        self._service_url = service_url
        self._notice = f"{public_url}/notice"
        self._app_id = app_id
        self._teams_app_id = teams_app_id
        self._posts = posts

    async def post(
        self,
        *,
        service_url: str,
        conversation_id: str,
        view: View,
        alert: bool = False,
        operation: str = "",
    ) -> Posted:
        """Post a new card. Raises NotReachable when the chat refuses for good."""
        alert_url = self._alert(view) if alert else None
        activity = presenter.message(view, alert_url=alert_url, operation=operation)
        try:
            activity_id = await self._connector.send(service_url, conversation_id, activity)
        except (Denied, Missing) as error:
            raise self._judged(error) from None
        return Posted(conversation_id, activity_id)

    async def update(
        self, *, service_url: str, conversation_id: str, activity_id: str, view: View
    ) -> bool:
        """Replace a card for everybody; False when it no longer exists."""
        activity = presenter.message(view)
        try:
            await self._connector.update(service_url, conversation_id, activity_id, activity)
        except Missing:
            return False
        except Denied as error:
            raise self._judged(error) from None
        return True

    async def find(self, conversation_id: str, operation: str, since: datetime) -> str | None:
        """The message with this operation, ``""`` when it is not seen, None when nobody may look:
        it is not switched on, or a chat with one person, which no consent of a meeting opens."""
        if self._posts is None or not conversation_id.startswith(MEETING_CHAT):
            return None
        return await self._posts.find(conversation_id, operation, since)

    async def open_chat(self, oid: str) -> tuple[str, str] | None:
        """The person's chat with the bot, the app installed if need be; None when that fails."""
        service_url = await self._service_url()
        if service_url is None:
            return None
        try:
            conversation_id = await self._installs.open_chat(oid)
        except Denied:
            return None
        return (service_url, conversation_id) if conversation_id else None

    def _alert(self, view: View) -> str:
        title = presenter.alert_title(view.language)
        page = f"{self._notice}{_page_of(view)}"
        return presenter.alert_page(self._teams_app_id, self._app_id, page, title)

    @staticmethod
    def _judged(error: MicrosoftError) -> Exception:
        """A closed chat is a fact about the person; any other refusal is a fault of ours."""
        return NotReachable(str(error.status)) if error.status in CLOSED else error


def _page_of(view: View) -> str:
    """The notice that says what the card says (``web/notice.py``), as the end of its path."""
    if not isinstance(view, Announcement):
        return ""
    if view.paused:
        return "/paused"
    return "/revoked" if view.revoked else ""
