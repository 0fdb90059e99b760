"""A sandbox, a counting bot behind it that answers what the test wants, and calls as the bot."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from sandbox import Sandbox
from sandbox.entra import CONNECTOR_AUDIENCE, GRAPH_AUDIENCE


@dataclass
class FakeBot:
    """Writes down what Teams sends; ``answer`` makes the invoke response."""

    activities: list[dict[str, Any]] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    answer: Callable[[dict[str, Any]], Any] = lambda _: None
    status: int = 200

    def names(self) -> list[str]:
        return [a.get("name") or a["type"] for a in self.activities]

    def last(self, name: str) -> dict[str, Any]:
        return next(a for a in reversed(self.activities) if name in (a.get("name") or a["type"]))

    async def handle(self, request: web.Request) -> web.Response:
        activity = await request.json()
        self.activities.append(activity)
        self.tokens.append(request.headers["Authorization"].removeprefix("Bearer "))
        return web.json_response(self.answer(activity), status=self.status)


@dataclass
class Caller:
    """Calls the sandbox as the bot would."""

    sandbox: Sandbox
    session: aiohttp.ClientSession
    context: ssl.SSLContext

    async def __call__(
        self, method: str, path: str, body: Any = None, *, token: str | None = None, **more: Any
    ) -> tuple[int, Any]:
        audience = GRAPH_AUDIENCE if path.startswith("/graph") else CONNECTOR_AUDIENCE
        bearer = token if token is not None else self.sandbox.entra.app_token(audience)
        headers = {"Authorization": f"Bearer {bearer}", **more.pop("headers", {})}
        async with self.session.request(
            method,
            self.sandbox.https_url + path,
            json=body,
            headers=headers,
            ssl=self.context,
            **more,
        ) as answer:
            self.headers = answer.headers
            text = await answer.text()
            return answer.status, await answer.json() if text else None


@pytest.fixture
def bot() -> FakeBot:
    return FakeBot()


@pytest.fixture
async def sandbox(bot: FakeBot) -> AsyncIterator[Sandbox]:
    app = web.Application()
    app.router.add_post("/api/messages", bot.handle)
    async with TestServer(app) as server, Sandbox.start() as running:
        running.bot_url = str(server.make_url("/api/messages"))
        yield running


@pytest.fixture
async def call(sandbox: Sandbox) -> AsyncIterator[Caller]:
    context = ssl.create_default_context(cafile=sandbox.env["CA_BUNDLE"])
    async with aiohttp.ClientSession() as session:
        yield Caller(sandbox, session, context)


@pytest.fixture
async def meeting(sandbox: Sandbox) -> Any:
    """A meeting of Mette's with the app in it."""
    made = await sandbox.do("create_meeting", as_="mette", title="Opfølgning", dialIn=True)
    await sandbox.do("install_app", meeting=made["meeting"])
    return sandbox.world.meetings[made["meeting"]]


def card_message(card: dict[str, Any] | None = None) -> dict[str, Any]:
    content = card or {
        "type": "AdaptiveCard",
        "version": "1.5",
        "body": [
            {"type": "TextBlock", "text": "Hej"},
            {"type": "Input.Text", "id": "note", "value": "før"},
        ],
        "actions": [{"type": "Action.Execute", "title": "Ok", "verb": "ok", "data": {"id": "1"}}],
    }
    kind = "application/vnd.microsoft.card.adaptive"
    return {"type": "message", "attachments": [{"contentType": kind, "content": content}]}
