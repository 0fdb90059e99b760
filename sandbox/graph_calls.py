"""Graph communications/calls: what a bot without media of its own may do (teams-platform 6)."""

from __future__ import annotations

import uuid
from typing import Any

from aiohttp import web

from sandbox.answers import ApiError, bad_request, json_object, not_found
from sandbox.bot_calls import BotCall, BotCalls
from sandbox.graph import V1, GraphBase
from sandbox.meetings import Meeting
from sandbox.world import World

CALLS = V1 + "/communications/calls"
ONE = CALLS + "/{call}"
RSC, APPLICATION = "Calls.JoinGroupCalls.Chat", "Calls.JoinGroupCall.All"
KEYS = frozenset(
    {"@odata.type", "callbackUri", "requestedModalities", "mediaConfig", "chatInfo"}
    | {"meetingInfo", "tenantId"}
)


class GraphCalls(GraphBase):
    """Create, participants, playPrompt, keepAlive, delete."""

    def __init__(self, world: World, calls: BotCalls) -> None:
        super().__init__(world)
        self.calls = calls

    def routes(self) -> list[web.RouteDef]:
        """The routes under the https address."""
        return [
            web.post(CALLS, self.create),
            web.delete(ONE, self.delete),
            web.get(ONE + "/participants", self.participants),
            web.post(ONE + "/playPrompt", self.play),
            web.post(ONE + "/keepAlive", self.keep_alive),
        ]

    async def create(self, request: web.Request) -> web.Response:
        """Join a meeting's call: 201 while it is still being established."""
        body = await json_object(request)
        meeting = self._meeting(body)
        self._permitted(meeting)
        if unknown := set(body) - KEYS:
            raise _bad(f"Unknown property {sorted(unknown)[0]}.", "unknown_property")
        callback = str(body.get("callbackUri", ""))
        if not callback.startswith("https://"):
            raise _bad("callbackUri must be https.", "callback_not_https")
        if body.get("requestedModalities") != ["audio"]:
            raise _bad("Only audio is expected.", "bad_modalities")
        config = body.get("mediaConfig") or {}
        if config.get("@odata.type") != "#microsoft.graph.serviceHostedMediaConfig":
            raise _bad("mediaConfig is needed.", "bad_media_config")
        for media in config.get("preFetchMedia") or []:
            await self._fetch(media)
        call = BotCall(meeting, callback)
        self.calls.ring(call)
        self.world.changed()
        answer = {
            "@odata.type": "#microsoft.graph.call",
            "id": call.id,
            "state": "establishing",
            "myParticipantId": call.participant_id,
        }
        headers = {"Location": f"/communications/calls/{call.id}"}
        return web.json_response(answer, status=201, headers=headers)

    def _meeting(self, body: dict[str, Any]) -> Meeting:
        if body.get("tenantId") != self.world.tenant_id:
            raise _bad("tenantId is missing or unknown.", "wrong_tenant")
        thread = (body.get("chatInfo") or {}).get("threadId")
        organizer = ((body.get("meetingInfo") or {}).get("organizer") or {}).get("user") or {}
        for meeting in self.world.meetings.values():
            if meeting.chat.id == thread and meeting.state != "cancelled":
                if organizer.get("id") != meeting.organizer.oid or not organizer.get("tenantId"):
                    raise _bad("The organizer is not the meeting's.", "wrong_organizer")
                return meeting
        raise not_found("NotFound", "Meeting not found.")

    def _permitted(self, meeting: Meeting) -> None:
        fault = self.world.faults.take("missing_permission", permission=RSC)
        consented = meeting.chat.installed or APPLICATION in self.world.permissions
        if fault is not None or not consented:
            raise ApiError(403, "7504", "Insufficient permissions to join the meeting.")

    async def _fetch(self, media: Any) -> str:
        found = media if isinstance(media, dict) else {}
        url, resource_id = str(found.get("uri", "")), str(found.get("resourceId", ""))
        try:
            uuid.UUID(resource_id)
        except ValueError as error:
            raise _bad("resourceId must be a GUID.", "bad_resource_id") from error
        await self.calls.fetch(url, resource_id)
        return resource_id

    def _call(self, request: web.Request) -> BotCall:
        wanted = request.match_info["call"].lower()
        call = self.calls.calls.get(wanted)
        if call is None or call.state == "terminated":
            raise not_found("NotFound", "Call not found.")
        return call

    async def participants(self, request: web.Request) -> web.Response:
        """Everybody, also who was there before the bot."""
        self.options(request, [])
        return web.json_response({"value": self.calls.roster(self._call(request))})

    async def play(self, request: web.Request) -> web.Response:
        """Play sounds; 200 is *running*, never *played*."""
        body = await json_object(request)
        call = self._call(request)  # it may have ended while that was read
        prompts = body.get("prompts")
        if not isinstance(prompts, list) or not 0 < len(prompts) <= 20:
            raise _bad("prompts: one to twenty.", "bad_prompts")
        context = str(body.get("clientContext", ""))
        if len(context) > 256 or set(body) - {"clientContext", "prompts"}:
            raise _bad("clientContext is too long, or a property unknown.", "bad_prompts")
        if call.state != "established":
            raise ApiError(409, "8501", "The call is not established.", problem="play_too_early")
        sounds = [await self._fetch((one or {}).get("mediaInfo")) for one in prompts]
        operation = self.calls.play(call, context, sounds)
        answer = {"id": operation, "status": "running", "clientContext": context}
        return web.json_response({"@odata.type": "#microsoft.graph.playPromptOperation", **answer})

    async def keep_alive(self, request: web.Request) -> web.Response:
        """The bot is still there."""
        self._call(request).alive_at = self.world.now()
        return web.Response(status=200)

    async def delete(self, request: web.Request) -> web.Response:
        """Hang up the bot's own leg; reported too."""
        call = self._call(request)
        await self.calls.end(call, 200, 0, report=False)
        return web.Response(status=204)


def _bad(text: str, problem: str) -> ApiError:
    return bad_request("BadRequest", text, problem)
