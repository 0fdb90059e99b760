"""The control API and the page, on plain http for this machine only."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from sandbox.commands import Commands
from sandbox.faults import FAULTS
from sandbox.teams import NotAllowedError
from sandbox.world import World

PAGE = Path(__file__).parent / "page"
MODULES = PAGE.parent.parent / "node_modules"
ASSETS = {
    "adaptivecards.min.js": "adaptivecards/dist/adaptivecards.min.js",
    "markdown-it.min.js": "markdown-it/dist/browser/markdown-it.umd.min.js",
    "purify.min.js": "dompurify/dist/purify.min.js",
}
HEARTBEAT = 15.0


class Control:
    """Routes for the page, for ``make demo`` and for whoever wants to play along."""

    def __init__(self, world: World, commands: Commands) -> None:
        self.world = world
        self.commands = commands
        self.closing = asyncio.Event()

    def app(self, more: Sequence[web.RouteDef] = ()) -> web.Application:
        """The aiohttp application; ``more`` are routes beside its own."""
        app = web.Application(middlewares=[_only_from_here])
        app.add_routes(
            [
                web.get("/", self._index),
                web.get("/assets/{name}", self._asset),
                web.get("/api/world", self._world),
                web.get("/api/events", self._events),
                web.post("/api/do", self._do),
                web.get("/api/calls", self._calls),
                web.delete("/api/calls", self._forget_calls),
                web.get("/api/problems", self._problems),
                web.delete("/api/problems", self._forget_problems),
                web.get("/api/deliveries", self._deliveries),
                web.get("/api/faults", self._faults),
                *more,
            ]
        )
        if PAGE.is_dir():
            app.router.add_static("/", PAGE)
        return app

    async def _index(self, _: web.Request) -> web.StreamResponse:
        index = PAGE / "index.html"
        if not index.exists():
            raise web.HTTPNotFound(text="Siden mangler.")
        return web.FileResponse(index, headers={"Cache-Control": "no-cache"})

    async def _asset(self, request: web.Request) -> web.StreamResponse:
        path = ASSETS.get(request.match_info["name"])
        if path is None or not (MODULES / path).exists():
            raise web.HTTPNotFound(text="Ikke hentet; kør make run.")
        return web.FileResponse(MODULES / path)

    def _viewer(self, request: web.Request) -> str | None:
        person = request.query.get("as") or None
        if person is not None and person not in self.world.people:
            raise web.HTTPNotFound(
                text=json.dumps({"error": "Ukendt person."}), content_type="application/json"
            )
        return person

    async def _world(self, request: web.Request) -> web.Response:
        return web.json_response(self.world.view(self._viewer(request)))

    async def _events(self, request: web.Request) -> web.StreamResponse:
        self._viewer(request)
        stream = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await stream.prepare(request)
        watcher = self.world.watch()
        watcher.set()
        try:
            while not self.closing.is_set():
                if await _signalled(watcher):
                    watcher.clear()
                    line = f"event: changed\ndata: {self.world.version}\n\n"
                else:
                    line = ": here\n\n"
                await stream.write(line.encode())
        except ConnectionError:
            pass
        finally:
            self.world.unwatch(watcher)
        return stream

    def close(self) -> None:
        """End the open event streams."""
        self.closing.set()
        self.world.changed()

    async def _do(self, request: web.Request) -> web.Response:
        if request.content_type != "application/json":
            return web.json_response({"error": "Send JSON."}, status=415)
        try:
            body: Any = await request.json()
            name = str(body.pop("do"))
            result = await self.commands.do(name, body)
        except NotAllowedError as error:
            return web.json_response({"error": str(error)}, status=409)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            return web.json_response({"error": f"Ugyldig handling: {error}"}, status=400)
        return web.json_response({"ok": True, "result": result})

    async def _calls(self, _: web.Request) -> web.Response:
        counts = dict(self.world.counts)
        return web.json_response({"calls": list(self.world.calls), "counts": counts})

    async def _forget_calls(self, _: web.Request) -> web.Response:
        self.world.forget_calls()
        return web.json_response({"ok": True})

    async def _problems(self, _: web.Request) -> web.Response:
        return web.json_response({"problems": self.world.problems})

    async def _forget_problems(self, _: web.Request) -> web.Response:
        self.world.problems.clear()
        return web.json_response({"ok": True})

    async def _deliveries(self, _: web.Request) -> web.Response:
        return web.json_response({"deliveries": list(self.world.deliveries)})

    async def _faults(self, _: web.Request) -> web.Response:
        return web.json_response({"faults": FAULTS, "switches": self.world.switches})


async def _signalled(event: asyncio.Event) -> bool:
    try:
        await asyncio.wait_for(event.wait(), HEARTBEAT)
    except TimeoutError:
        return False
    return True


@web.middleware
async def _only_from_here(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Other sites in the same browser get nothing: own host name, own origin."""
    host = request.host.rpartition(":")[0] or request.host
    origin = request.headers.get("Origin")
    if host not in ("127.0.0.1", "localhost") or origin not in (None, f"http://{request.host}"):
        raise web.HTTPForbidden(text="Kun fra denne maskine.")
    return await handler(request)
