"""Graph ``$batch``: up to twenty calls in one, each with an answer of its own."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from sandbox.answers import bad_request, json_object
from sandbox.graph import V1
from sandbox.world import World

MOST = 20
METHODS = ("GET", "POST", "PATCH", "PUT", "DELETE")
KNOWN = frozenset({"id", "method", "url", "headers", "body"})


class GraphBatch:
    """Sends each part through the sandbox's own door, so that it meets every rule and fault there."""

    def __init__(self, world: World, ca: Path) -> None:
        self.world = world
        self._ca = ca
        self._session: aiohttp.ClientSession | None = None

    def routes(self) -> list[web.RouteDef]:
        """The route under the https address."""
        return [web.post(V1 + "/$batch", self.batch)]

    async def close(self) -> None:
        """Close the connections of the parts."""
        if self._session is not None:
            await self._session.close()

    async def batch(self, request: web.Request) -> web.Response:
        """200 with an answer for each part, in no promised order."""
        body = await json_object(request)
        parts = body.get("requests")
        if set(body) != {"requests"} or not isinstance(parts, list) or not parts:
            raise bad_request("BadRequest", "requests is needed, and nothing else.", "bad_batch")
        if len(parts) > MOST:
            text = f"Number of batch request steps exceeds {MOST}."
            raise bad_request("BadRequest", text, "batch_too_large")
        self._check(parts)
        bearer = request.headers["Authorization"]
        answers = await asyncio.gather(*(self._part(part, bearer) for part in parts))
        return web.json_response({"responses": list(reversed(answers))})

    def _check(self, parts: list[Any]) -> None:
        ids = set()
        for part in parts:
            if not isinstance(part, dict) or set(part) - KNOWN:
                raise bad_request("BadRequest", "A part has unknown properties.", "bad_batch")
            name, url = part.get("id"), part.get("url")
            if not isinstance(name, str) or not name or name.lower() in ids:
                raise bad_request("BadRequest", "Every part needs an id of its own.", "bad_batch")
            ids.add(name.lower())
            if part.get("method") not in METHODS:
                raise bad_request("BadRequest", "A part's method is not known.", "bad_batch")
            if not isinstance(url, str) or not url.startswith("/") or "$batch" in url:
                raise bad_request("BadRequest", "A part's url is relative.", "bad_batch")
            headers = {str(key).lower() for key in part.get("headers") or {}}
            if "body" in part and "content-type" not in headers:
                raise bad_request("BadRequest", "A body needs a Content-Type.", "bad_batch")

    async def _part(self, part: dict[str, Any], bearer: str) -> dict[str, Any]:
        headers = {**(part.get("headers") or {}), "Authorization": bearer}
        async with self._open().request(
            part["method"],
            f"{self.world.https_url}{V1}{part['url']}",
            json=part.get("body"),
            headers=headers,
        ) as answer:
            kept = {k: v for k, v in answer.headers.items() if k in ("Retry-After", "Content-Type")}
            found: dict[str, Any] = {"id": part["id"], "status": answer.status, "headers": kept}
            if answer.content_type == "application/json":
                found["body"] = await answer.json()
            return found

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            context = ssl.create_default_context(cafile=str(self._ca))
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(ssl=context),
                timeout=aiohttp.ClientTimeout(total=15),
            )
        return self._session
