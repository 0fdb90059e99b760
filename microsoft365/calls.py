"""Calls into meetings over Graph, with media that Microsoft hosts (teams-platform 6). Fills
``casework.call_ports.Calls``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from microsoft365.errors import Denied, Missing
from microsoft365.graph import Graph
from microsoft365.participants import Participant, participant_of
from microsoft365.payload import rows, text, text_or_none

CALLS: Final = "/communications/calls"
ONE: Final = CALLS + "/{call}"
TYPE: Final = "@odata.type"
GRAPH: Final = "#microsoft.graph."


@dataclass(frozen=True)
class Joined:
    """What came of asking to join. ``refused``: Graph's code, ``""`` when the call was created."""

    call_id: str
    participant_id: str | None
    refused: str = ""


class Calls:
    """Calls of one tenant. Only sound, and only to speak: nothing is ever recorded."""

    def __init__(self, graph: Graph, tenant_id: str, app_id: str) -> None:
        self._graph = graph
        self._tenant_id = tenant_id
        self._app_id = app_id.lower()

    async def join(
        self,
        *,
        chat_id: str,
        organizer_oid: str,
        callback: str,
        sounds: Sequence[tuple[str, str]],
    ) -> Joined:
        """Ask to join the meeting's call. ``sounds`` (address, resource id) are fetched beforehand.

        Raises Ambiguous when nobody knows whether the call was created, Unavailable when it was not.
        """
        body = {
            TYPE: GRAPH + "call",
            "callbackUri": callback,
            "requestedModalities": ["audio"],
            "mediaConfig": {
                TYPE: GRAPH + "serviceHostedMediaConfig",
                "preFetchMedia": [_media(*sound) for sound in sounds],
            },
            "chatInfo": {TYPE: GRAPH + "chatInfo", "threadId": chat_id, "messageId": "0"},
            "meetingInfo": {
                TYPE: GRAPH + "organizerMeetingInfo",
                "organizer": self._organizer(organizer_oid),
                "allowConversationWithoutHost": True,
            },
            "tenantId": self._tenant_id,
        }
        try:
            answer = await self._graph.call("POST", CALLS, json=body)
        except Denied as error:
            return Joined("", None, error.code or str(error.status))
        except Missing:
            return Joined("", None, "404")
        call_id = text(answer.json, "id")
        if not call_id:
            return Joined("", None, "no_call_id")
        return Joined(call_id, text_or_none(answer.json, "myParticipantId"))

    async def participants(self, call_id: str) -> Sequence[Participant] | None:
        """Everybody in the call or its lobby, our own seat among them; None when it is over."""
        found: list[Participant] = []
        try:
            async for page in self._graph.pages(ONE + "/participants", {"call": call_id}, query={}):
                read = (participant_of(row) for row in rows(page, "value"))
                found += [one for one in read if one is not None]
        except Missing:
            return None
        return found

    def is_me(self, participant: Participant, my_id: str | None) -> bool:
        """Whether this seat is our own: by the id the call was created with, or by our app's id."""
        if my_id and participant.id.lower() == my_id.lower():
            return True
        return participant.kind == "application" and participant.person_id.lower() == self._app_id

    async def play(
        self, call_id: str, *, context: str, sounds: Sequence[tuple[str, str]]
    ) -> str | None:
        """Play the sounds one after the other; the operation's id, None when the call is over.

        Accepted is not played: only the operation's end is evidence (6.5). Raises Denied.
        """
        prompts = [{TYPE: GRAPH + "mediaPrompt", "mediaInfo": _media(*sound)} for sound in sounds]
        body = {"clientContext": context, "prompts": prompts}
        try:
            answer = await self._graph.call(
                "POST", ONE + "/playPrompt", {"call": call_id}, json=body
            )
        except Missing:
            return None
        return text(answer.json, "id")

    async def keep_alive(self, call_id: str) -> bool:
        """Tell Graph that we are still there; False when the call is over."""
        try:
            await self._graph.call("POST", ONE + "/keepAlive", {"call": call_id})
        except Missing:
            return False
        return True

    async def hang_up(self, call_id: str) -> None:
        """Leave the call: our own leg only. Over already is fine."""
        try:
            await self._graph.call("DELETE", ONE, {"call": call_id})
        except Missing:
            return

    def _organizer(self, oid: str) -> Mapping[str, Any]:
        user = {TYPE: GRAPH + "identity", "id": oid, "tenantId": self._tenant_id}
        return {TYPE: GRAPH + "identitySet", "user": user}


def _media(address: str, resource_id: str) -> Mapping[str, str]:
    return {TYPE: GRAPH + "mediaInfo", "uri": address, "resourceId": resource_id}
