"""The Bot Connector: messages, chats, rosters, meetings (teams-platform 2, 3, 12). Raw JSON out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from microsoft365.addresses import address
from microsoft365.authorized import AuthorizedClient
from microsoft365.errors import Ambiguous, Denied, Unavailable
from microsoft365.http import Answer
from microsoft365.payload import rows, text
from microsoft365.service_urls import ServiceUrls

ACTIVITIES: Final = "/v3/conversations/{conversation}/activities"
ACTIVITY: Final = "/v3/conversations/{conversation}/activities/{activity}"
CONVERSATIONS: Final = "/v3/conversations"
MEMBERS: Final = "/v3/conversations/{conversation}/pagedmembers"
MEETING: Final = "/v1/meetings/{meeting}"
PARTICIPANT: Final = "/v1/meetings/{meeting}/participants/{person}"
NOTIFICATION: Final = "/v1/meetings/{meeting}/notification"

PAGE_SIZE: Final = 500
MOST_PAGES: Final = 40
TENANT_BUDGET: Final = "tenant"


def conversation_budget(conversation_id: str) -> tuple[str, ...]:
    """The budget keys of a call that writes into one conversation: its seconds, its hour, and ours."""
    return (f"conversation:{conversation_id}", f"hour:{conversation_id}", TENANT_BUDGET)


def roster_budget(conversation_id: str) -> tuple[str, ...]:
    """The budget keys of a call that reads one conversation's roster."""
    return (f"roster:{conversation_id}", f"roster_hour:{conversation_id}", TENANT_BUDGET)


class Connector:
    """Calls to the Bot Connector. Every method raises Denied for a serviceUrl that is not named."""

    def __init__(
        self,
        client: AuthorizedClient,
        service_urls: ServiceUrls,
        *,
        app_id: str,
        tenant_id: str,
    ) -> None:
        self._client = client
        self._service_urls = service_urls
        self._app_id = app_id
        self._tenant_id = tenant_id

    async def send(
        self, service_url: str, conversation_id: str, activity: Mapping[str, Any]
    ) -> str:
        """Post a message; returns its id. Ambiguous when the answer was lost."""
        ids = {"conversation": conversation_id}
        answer = await self._write("POST", service_url, ACTIVITIES, ids, activity)
        return _id_of(answer, "POST", ACTIVITIES)

    async def reply(
        self,
        service_url: str,
        conversation_id: str,
        reply_to: str,
        activity: Mapping[str, Any],
    ) -> str:
        """Post a message as an answer to another; returns its id."""
        ids = {"conversation": conversation_id, "activity": reply_to}
        answer = await self._write("POST", service_url, ACTIVITY, ids, activity)
        return _id_of(answer, "POST", ACTIVITY)

    async def update(
        self,
        service_url: str,
        conversation_id: str,
        activity_id: str,
        activity: Mapping[str, Any],
    ) -> None:
        """Replace a message. Missing when it no longer exists."""
        ids = {"conversation": conversation_id, "activity": activity_id}
        await self._write("PUT", service_url, ACTIVITY, ids, {**activity, "id": activity_id})

    async def delete(self, service_url: str, conversation_id: str, activity_id: str) -> None:
        """Remove a message. Missing when it no longer exists."""
        ids = {"conversation": conversation_id, "activity": activity_id}
        await self._write("DELETE", service_url, ACTIVITY, ids, None)

    async def create_personal_chat(self, service_url: str, mri: str) -> str:
        """Open the 1:1 chat with a person (``29:…``); returns the conversation's id."""
        body = {
            "bot": {"id": f"28:{self._app_id}"},
            "members": [{"id": mri}],
            "tenantId": self._tenant_id,
            "isGroup": False,
            "channelData": {"tenant": {"id": self._tenant_id}},
        }
        answer = await self._call(
            "POST", service_url, CONVERSATIONS, {}, json=body, budget=conversation_budget(mri)
        )
        return _id_of(answer, "POST", CONVERSATIONS)

    async def meeting(self, service_url: str, meeting_id: str) -> Any:
        """The meeting's details, organizer and conversation. Missing when it has expired."""
        answer = await self._call("GET", service_url, MEETING, {"meeting": meeting_id})
        return answer.json

    async def participant(self, service_url: str, meeting_id: str, oid: str) -> Any:
        """One person's role and whether they are in the call. Missing when unknown."""
        ids = {"meeting": meeting_id, "person": oid}
        query = {"tenantId": self._tenant_id}
        answer = await self._call("GET", service_url, PARTICIPANT, ids, query=query)
        return answer.json

    async def members(self, service_url: str, conversation_id: str) -> list[Mapping[str, Any]]:
        """Everybody on the roster. Unavailable rather than a roster that is cut short."""
        ids = {"conversation": conversation_id}
        found: list[Mapping[str, Any]] = []
        query = {"pageSize": str(PAGE_SIZE)}
        for _ in range(MOST_PAGES):
            answer = await self._call(
                "GET", service_url, MEMBERS, ids, query=query, budget=roster_budget(conversation_id)
            )
            found += rows(answer.json, "members")
            token = text(answer.json, "continuationToken")
            if not token:
                return found
            query = {"pageSize": str(PAGE_SIZE), "continuationToken": token}
        raise Unavailable("GET", MEMBERS)

    async def notify_batch(
        self, service_url: str, meeting_id: str, body: Mapping[str, Any]
    ) -> Answer:
        """One targeted notification; the answer is 202, or 207 with who did not get it."""
        return await self._call(
            "POST", service_url, NOTIFICATION, {"meeting": meeting_id}, json=body
        )

    async def _write(
        self,
        method: str,
        service_url: str,
        route: str,
        ids: Mapping[str, str],
        activity: Mapping[str, Any] | None,
    ) -> Answer:
        budget = conversation_budget(ids["conversation"])
        return await self._call(method, service_url, route, ids, json=activity, budget=budget)

    async def _call(
        self,
        method: str,
        service_url: str,
        route: str,
        ids: Mapping[str, str],
        *,
        query: Mapping[str, str] | None = None,
        json: Any = None,
        budget: Sequence[str] = (TENANT_BUDGET,),
        accept: Collection[int] = (),
    ) -> Answer:
        base = self._service_urls.clean(service_url)
        if base is None:
            raise Denied(method, route, 0, "service_url_not_allowed")
        url = address(base, route, ids, query)
        return await self._client.call(
            method, url, route=route, json=json, budget=budget, accept=accept
        )


def _id_of(answer: Answer, method: str, route: str) -> str:
    """The id in the answer; without one the work may be done, but nobody can find it again."""
    found = text(answer.json, "id")
    if not found:
        raise Ambiguous(method, route, answer.status)
    return found
