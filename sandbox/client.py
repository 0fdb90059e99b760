"""A small client of the control API, for ``make demo`` and for tests of the whole stack."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

import aiohttp


class RefusedError(Exception):
    """The sandbox would not do it; the text is Danish."""


class SandboxClient:
    """``async with SandboxClient("http://127.0.0.1:3979") as sandbox: …``."""

    def __init__(self, page_url: str) -> None:
        self.page_url = page_url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> SandboxClient:
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def _call(self, method: str, path: str, **options: Any) -> Any:
        if self._session is None:
            raise RuntimeError("use the client in an async with block")
        async with self._session.request(method, self.page_url + path, **options) as answer:
            body = await answer.json()
            if answer.status >= 400:
                raise RefusedError(body.get("error", str(answer.status)))
            return body

    async def do(self, name: str, /, *, as_: str = "", **params: Any) -> Any:
        """Do something as a person; the result as the control API gives it."""
        body = {**params, "do": name, "as": as_}
        return (await self._call("POST", "/api/do", json=body))["result"]

    async def world(self, as_: str = "") -> dict[str, Any]:
        """The world, or what one person sees of it."""
        found: dict[str, Any] = await self._call("GET", "/api/world", params={"as": as_})
        return found

    async def calls(self) -> dict[str, Any]:
        """Every call of the bot, and how often each route was used."""
        found: dict[str, Any] = await self._call("GET", "/api/calls")
        return found

    async def problems(self) -> list[dict[str, str]]:
        """Breaches of strictness."""
        found: list[dict[str, str]] = (await self._call("GET", "/api/problems"))["problems"]
        return found

    async def find(self, as_: str, *, chat: str = "", **wanted: str) -> dict[str, Any] | None:
        """The newest message (chat, message, card) a person sees that is what is ``wanted``: ``verb``,
        ``text``, ``alert``, ``message``."""
        asked = {"as": as_, "chat": chat, **wanted}
        found: dict[str, Any] | None = await self._call("GET", "/api/find", params=asked)
        return found

    async def set_fault(self, fault: str, **params: Any) -> None:
        """Switch a fault on; ``share`` says how often it strikes where it could."""
        body = {**params, "do": "fault", "name": fault, "as": ""}
        await self._call("POST", "/api/do", json=body)

    async def audit(self) -> dict[str, Any]:
        """What has been counted: meetings and what was told in them, mails, faults, answers nobody heard."""
        found: dict[str, Any] = await self._call("GET", "/api/audit")
        return found

    async def until(
        self,
        wanted: Callable[[dict[str, Any]], Any],
        *,
        as_: str = "",
        seconds: float = 15.0,
    ) -> Any:
        """Wait until ``wanted(world)`` is true and return that; TimeoutError after ``seconds``."""
        end = time.monotonic() + seconds
        while True:
            found = wanted(await self.world(as_))
            if found:
                return found
            if time.monotonic() > end:
                raise TimeoutError("it did not happen in the sandbox")
            await asyncio.sleep(0.1)
