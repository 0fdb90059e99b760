"""Graph subscriptions: ask Graph to tell of a meeting, keep it telling, and let go (teams-platform 5)."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote

from microsoft365.encryption_certificates import KeyPair, new_key_pair
from microsoft365.errors import Missing
from microsoft365.graph import Graph, access_policy_missing
from microsoft365.http import Answer
from microsoft365.payload import member, moment, rows, text

COLLECTION: Final = "/subscriptions"
ONE: Final = "/subscriptions/{subscription}"
REAUTHORIZE: Final = "/subscriptions/{subscription}/reauthorize"
NOTIFICATIONS: Final = "/api/graph/notifications"
LIFECYCLE: Final = "/api/graph/lifecycle"
PREFER: Final = {"Prefer": "include-unknown-enum-members"}
BETA: Final = frozenset({"call_events"})
REFUSALS: Final = frozenset({400, 401, 403, 404, 409})
_FULL: Final = re.compile(r"maximum|limit|quota|exceed|too many", re.IGNORECASE)
_THERE: Final = re.compile(r"already (?:exists|has)|duplicate", re.IGNORECASE)
_UNREACHED: Final = re.compile(r"validation|notification ?url|endpoint", re.IGNORECASE)


@dataclass(frozen=True)
class Subscribed:
    """How Graph answered. ``outcome``: active, or why not: permission_missing,
    access_policy_missing, quota, exists, not_validated, meeting_unknown, refused, gone."""

    outcome: str
    graph_id: str = ""
    expires_at: datetime | None = None


@dataclass(frozen=True)
class Listed:
    """One subscription of ours at Graph."""

    graph_id: str
    kind: str
    resource: str


class Subscriptions:
    """Fills ``casework.ports.Subscriptions``. ``callback_url`` is where Graph reaches us."""

    def __init__(self, graph: Graph, beta: Graph, callback_url: str) -> None:
        self._v1, self._beta = graph, beta
        self._callback = callback_url.rstrip("/")

    async def create(
        self,
        kind: str,
        target: str,
        *,
        until: datetime,
        client_state: str,
        certificate_id: str = "",
        certificate: str = "",
    ) -> Subscribed:
        """Ask Graph to tell of ``target`` until then (UTC): a chat id, a Graph meeting id, or a join
        link. With a certificate the data itself comes along, encrypted for it.

        Raises Ambiguous when the answer was lost: there may be one now whose id nobody knows.
        """
        wanted: dict[str, Any] = {
            "changeType": "updated" if kind == "call_events" else "created",
            "notificationUrl": self._callback + NOTIFICATIONS,
            "lifecycleNotificationUrl": self._callback + LIFECYCLE,
            "resource": resource_of(kind, target),
            "expirationDateTime": _stamp(until),
            "clientState": client_state,
        }
        if certificate:
            wanted |= {"includeResourceData": True, "encryptionCertificate": certificate}
            wanted["encryptionCertificateId"] = certificate_id
        answer = await self._graph(kind).call(
            "POST", COLLECTION, json=wanted, headers=PREFER, accept=REFUSALS
        )
        return _judged(answer)

    async def renew(self, kind: str, graph_id: str, until: datetime) -> Subscribed:
        """Keep it telling until then; ``gone`` when Graph does not know it any more."""
        wanted = {"expirationDateTime": _stamp(until)}
        return await self._on_one("PATCH", ONE, kind, graph_id, wanted)

    async def reauthorize(self, kind: str, graph_id: str) -> Subscribed:
        """What ``reauthorizationRequired`` asks for: say again that we may."""
        return await self._on_one("POST", REAUTHORIZE, kind, graph_id, None)

    async def remove(self, kind: str, graph_id: str) -> None:
        """Have Graph stop telling. One that is gone already is as good."""
        try:
            await self._graph(kind).call("DELETE", ONE, {"subscription": graph_id})
        except Missing:
            return

    async def mine(self) -> Sequence[Listed]:
        """Everything Graph tells this deployment, whichever version it was asked in."""
        found: dict[str, Listed] = {}
        for graph in (self._v1, self._beta):
            async for page in graph.pages(COLLECTION, {}, query={}):
                for row in rows(page, "value"):
                    url = text(row, "notificationUrl").lower()
                    if url != (self._callback + NOTIFICATIONS).lower():
                        continue
                    resource = text(row, "resource")
                    found[text(row, "id")] = Listed(text(row, "id"), _kind(resource), resource)
        return list(found.values())

    async def clear(self, kind: str, target: str) -> int:
        """Remove whatever Graph tells us of this target, known or not; how many there were."""
        resource = _plain(resource_of(kind, target))
        there = [one for one in await self.mine() if _plain(one.resource) == resource]
        for one in there:
            await self.remove(kind, one.graph_id)
        return len(there)

    async def new_key_pair(self, now: datetime) -> KeyPair:
        """A key pair for encrypted notifications; made in a thread."""
        return await asyncio.to_thread(new_key_pair, now)

    def _graph(self, kind: str) -> Graph:
        return self._beta if kind in BETA else self._v1

    async def _on_one(
        self, method: str, route: str, kind: str, graph_id: str, wanted: Any
    ) -> Subscribed:
        answer = await self._graph(kind).call(
            method, route, {"subscription": graph_id}, json=wanted, accept=REFUSALS
        )
        if answer.status == 404:
            return Subscribed("gone")
        return _judged(answer, graph_id)


def resource_of(kind: str, target: str) -> str:
    """What is subscribed to. A join link is encoded once more than it is (5.1)."""
    if kind == "chat":
        return f"/chats/{target}/messages"
    if kind == "recordings":
        return f"communications/onlineMeetings/{target}/recordings"
    link = quote(target, safe="")
    return f"/communications/onlineMeetings(joinWebUrl='{link}')/meetingCallEvents"


def _kind(resource: str) -> str:
    plain = _plain(resource)
    if plain.endswith("meetingcallevents"):
        return "call_events"
    return "recordings" if plain.endswith("/recordings") else "chat"


def _plain(resource: str) -> str:
    return resource.lower().strip("/")


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _judged(answer: Answer, graph_id: str = "") -> Subscribed:
    """What an answer says; of an error only its kind is kept."""
    if 200 <= answer.status < 300:
        expires = moment(member(answer.json, "expirationDateTime"))
        return Subscribed("active", text(answer.json, "id") or graph_id, expires)
    if access_policy_missing(answer):
        return Subscribed("access_policy_missing")
    said = text(member(answer.json, "error"), "message")
    if answer.status == 409 or _THERE.search(said):
        return Subscribed("exists")
    if answer.status == 404:
        return Subscribed("meeting_unknown")
    if answer.status == 400:
        return Subscribed("not_validated" if _UNREACHED.search(said) else "refused")
    return Subscribed("quota" if _FULL.search(said) else "permission_missing")
