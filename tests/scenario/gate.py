"""A hook in the stand-ins: holds calls of the bot at a chosen point, so that it dies just there."""

from __future__ import annotations

import asyncio
from typing import Any, Literal

import pytest
from aiohttp import web

from sandbox.answers import ApiError
from sandbox.guard import Guard


class Gate:
    """Holds calls whose ``METHOD /route`` contains ``part`` (and whose path contains ``place``).

    ``before``: Microsoft has done nothing, and never will. ``after``: the work is done and the answer
    is held back. Open until ``shut``.
    """

    def __init__(self) -> None:
        self.arrived = asyncio.Event()
        self._opened = asyncio.Event()
        self._rule: tuple[str, str, str] | None = None

    def shut(self, when: Literal["before", "after"], part: str = "", place: str = "") -> None:
        """Hold such calls from now on."""
        self.arrived, self._opened = asyncio.Event(), asyncio.Event()
        self._rule = (when, part, place)

    def open(self) -> None:
        """Let everything through, and let go of what is held."""
        self._rule = None
        self._opened.set()

    async def wait(self) -> None:
        """Until a call is held."""
        async with asyncio.timeout(30):
            await self.arrived.wait()

    def _holds(self, request: web.Request, route: str) -> str:
        when, part, place = self._rule or ("", "", "")
        return when if part in f"{request.method} {route}" and place in request.path else ""

    def put_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Stand in every call's way until the test is over."""
        through = Guard._through

        async def held(guard: Guard, request: web.Request, handler: Any, route: str) -> Any:
            when, opened = self._holds(request, route), self._opened
            if when == "before":
                self.arrived.set()
                await opened.wait()
                raise ApiError(503, "ServiceUnavailable", "It never came through.")
            answer = await through(guard, request, handler, route)
            if when == "after":
                self.arrived.set()
                await opened.wait()
            return answer

        monkeypatch.setattr(Guard, "_through", held)
