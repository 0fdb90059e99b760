"""The way from Microsoft's cloud to the bot's http door: https under the sandbox's own CA, as a tunnel gives."""

from __future__ import annotations

import aiohttp
from aiohttp import web

from sandbox.delivery import Door

CARRIED = ("Content-Type", "Authorization")
GIVEN_BACK = ("Content-Type", "X-Content-Type-Options", "Retry-After", "Location")
PATIENCE = aiohttp.ClientTimeout(total=30)


class Tunnel:
    """Carries https calls on to the bot; a bot that is away is a 502."""

    def __init__(self, door: Door) -> None:
        self.door = door

    def app(self) -> web.Application:
        """The aiohttp application; every path is the bot's own."""
        app = web.Application(client_max_size=8 * 1024 * 1024)
        app.router.add_route("*", "/{tail:.*}", self._carry)
        return app

    async def _carry(self, request: web.Request) -> web.Response:
        headers = {name: request.headers[name] for name in CARRIED if name in request.headers}
        body = await request.read()
        for address in self.door.addresses():
            target = address.removesuffix("/api/messages") + request.path_qs
            try:
                return await self._carried(request.method, target, body, headers)
            except aiohttp.ClientConnectorError:
                continue
            except (aiohttp.ClientError, OSError, TimeoutError, ValueError):
                break
        return web.Response(status=502)

    async def _carried(
        self, method: str, target: str, body: bytes, headers: dict[str, str]
    ) -> web.Response:
        async with (
            aiohttp.ClientSession() as session,
            session.request(method, target, data=body, headers=headers, timeout=PATIENCE) as answer,
        ):
            kept = {n: answer.headers[n] for n in GIVEN_BACK if n in answer.headers}
            return web.Response(status=answer.status, body=await answer.read(), headers=kept)
