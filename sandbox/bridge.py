"""For Microsoft's Agents Playground: its unsigned activities are signed, its connector proxied.

The Playground posts to our door here; the bot's own door stays shut to whatever is not signed.
"""

from __future__ import annotations

from typing import Any

import aiohttp
from aiohttp import web

from sandbox import cast
from sandbox.delivery import Door
from sandbox.entra import Entra
from sandbox.world import World

CONNECTOR = "/connector/playground"


class Bridge:
    """One Playground in front of the bot."""

    def __init__(self, world: World, entra: Entra, door: Door) -> None:
        self.world = world
        self.entra = entra
        self.door = door
        self.playground_url = ""
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Give the connections back."""
        if self._session is not None:
            await self._session.close()

    def routes(self) -> list[web.RouteDef]:
        """The bot's way back, under the https address (needs the bot's token)."""
        return [web.route("*", CONNECTOR + "/{tail:.+}", self._forward)]

    def app(self) -> web.Application:
        """The door for the Playground, on loopback http."""
        app = web.Application()
        app.add_routes([web.post("/api/messages", self._sign)])
        return app

    async def _sign(self, request: web.Request) -> web.Response:
        """Sign the activity, name our serviceUrl in it, and hand the bot's answer back."""
        activity: dict[str, Any] = await request.json()
        self.playground_url = str(activity.get("serviceUrl", "")).rstrip("/")
        tenant = {"id": self.world.tenant_id}
        activity["serviceUrl"] = f"{self.world.https_url}{CONNECTOR}/"
        activity["channelData"] = {**(activity.get("channelData") or {}), "tenant": tenant}
        activity["recipient"] = {**(activity.get("recipient") or {}), "id": cast.BOT_MRI}
        conversation = activity.get("conversation") or {}
        activity["conversation"] = {**conversation, "tenantId": self.world.tenant_id}
        reply = await self.door.send(activity)
        if reply.body is None:
            return web.Response(status=reply.status or 502)
        return web.json_response(reply.body, status=reply.status)

    async def _forward(self, request: web.Request) -> web.Response:
        if not self.playground_url:
            raise web.HTTPNotFound(text="No Playground has spoken yet.")
        if self._session is None:
            self._session = aiohttp.ClientSession()
        url = f"{self.playground_url}/{request.match_info['tail']}"
        body = await request.read()
        headers = {"Content-Type": "application/json"}
        async with self._session.request(
            request.method, url, params=request.query, data=body or None, headers=headers
        ) as answer:
            kind = answer.content_type
            return web.Response(status=answer.status, body=await answer.read(), content_type=kind)
