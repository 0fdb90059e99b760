"""Starts and ends the sandbox: https for the bot, http for the page, both on loopback only."""

from __future__ import annotations

import asyncio
import contextlib
import os
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import yaml
from aiohttp import web

from sandbox import cast
from sandbox.audit import Audit
from sandbox.bot_calls import BotCalls
from sandbox.bridge import Bridge
from sandbox.certificates import make_certificates
from sandbox.commands import Commands
from sandbox.connector import Connector
from sandbox.connector_meetings import ConnectorMeetings
from sandbox.control import Control
from sandbox.delivery import Door
from sandbox.entra import Entra
from sandbox.graph import Graph
from sandbox.graph_batch import GraphBatch
from sandbox.graph_calls import GraphCalls
from sandbox.graph_chats import GraphChats
from sandbox.graph_meetings import GraphMeetings
from sandbox.graph_subscriptions import GraphSubscriptions
from sandbox.guard import Guard
from sandbox.notifying import Notifier
from sandbox.presses import Presses
from sandbox.teams import Teams
from sandbox.tunnel import Tunnel
from sandbox.world import World

HOST = "127.0.0.1"
BIGGEST_BODY = 4 * 1024 * 1024


class Sandbox:
    """A running sandbox. ``do`` is the control API as a call; ``world`` is all there is."""

    def __init__(self, data: Path, bot_url: str, crowd: int = 0) -> None:
        self.data = data
        self.world = World(crowd)
        self.entra = Entra(self.world)
        self.door = Door(self.world, self.entra, bot_url)
        self.teams = Teams(self.world, self.door)
        self.presses = Presses(self.world, self.door)
        self.bot_calls = BotCalls(self.world, self.entra, data / "ca.pem")
        self.commands = Commands(self.world, self.entra, self.teams, self.presses, self.bot_calls)
        self.notifier = Notifier(self.world, self.entra, lambda: str(data / "ca.pem"))
        self.world.listeners.append(self.notifier.hear)
        self.world.afterwards.append(self.notifier.flush)
        self.control = Control(self.world, self.commands)
        self.audit = Audit(self.world, self.notifier.book)
        self.batch = GraphBatch(self.world, data / "ca.pem")
        self.bridge = Bridge(self.world, self.entra, self.door)
        self.tunnel = Tunnel(self.door)
        self.https_url = self.page_url = self.tunnel_url = ""

    @classmethod
    @contextlib.asynccontextmanager
    async def start(
        cls,
        *,
        bot_url: str = "",
        https_port: int = 0,
        page_port: int = 0,
        data: Path | None = None,
        crowd: int = 0,
    ) -> AsyncIterator[Sandbox]:
        """Run for the length of the block; port 0 takes a free one, ``bot_url`` may come later."""
        with contextlib.ExitStack() as files:
            folder = data or Path(files.enter_context(tempfile.TemporaryDirectory()))
            sandbox = cls(folder, bot_url, crowd)
            async with contextlib.AsyncExitStack() as running:
                running.push_async_callback(sandbox.door.close)
                running.push_async_callback(sandbox.bridge.close)
                running.push_async_callback(sandbox.bot_calls.close)
                running.push_async_callback(sandbox.batch.close)
                await sandbox._open(running, https_port, page_port)
                running.callback(sandbox.control.close)
                yield sandbox

    async def _open(
        self, running: contextlib.AsyncExitStack, https_port: int, page_port: int
    ) -> None:
        context = make_certificates(self.data / "ca.pem")
        port = await serve(running, self._microsoft(), https_port, ssl_context=context)
        self.https_url = self.world.https_url = f"https://localhost:{port}"
        tunnel = await serve(running, self.tunnel.app(), 0, ssl_context=context)
        self.tunnel_url = f"https://localhost:{tunnel}"
        self._write_settings()  # before the page answers: who waits for it reads them then
        control = self.control.app(self.audit.routes())
        page = await serve(running, control, page_port)
        self.page_url = f"http://{HOST}:{page}"

    def _microsoft(self) -> web.Application:
        guard: Any = Guard(self.world, self.entra).middleware()
        app = web.Application(middlewares=[guard], client_max_size=BIGGEST_BODY)
        meetings = GraphMeetings(self.world, self.teams.stop_record)
        for part in (
            Connector(self.world),
            ConnectorMeetings(self.world),
            Graph(self.world),
            meetings,
            self.batch,
            GraphChats(self.world, self.teams.install),
            GraphCalls(self.world, self.bot_calls),
            GraphSubscriptions(self.world, self.notifier),
            self.bridge,
            self.entra,
        ):
            app.add_routes(part.routes())
        return app

    @property
    def bot_url(self) -> str:
        """Where activities go."""
        return self.door.bot_url

    @bot_url.setter
    def bot_url(self, url: str) -> None:
        self.door.bot_url = url

    @property
    def env(self) -> dict[str, str]:
        """The settings that point the bot at this sandbox."""
        base = self.https_url
        return {
            "MicrosoftAppId": self.world.app_id,
            "MicrosoftAppPassword": self.world.app_secret,
            "MicrosoftAppType": "SingleTenant",
            "MicrosoftAppTenantId": self.world.tenant_id,
            "TEAMS_APP_ID": cast.MANIFEST_ID,
            "BOT_OPENID_METADATA": f"{base}/botframework/v1/.well-known/openidconfiguration",
            "CALLS_OPENID_METADATA": f"{base}/calls/v1/.well-known/OpenIdConfiguration",
            "ENTRA_AUTHORITY": base,
            "GRAPH_URL": f"{base}/graph",
            "CALLBACK_URL": self.tunnel_url,
            "SERVICE_URL_HOSTS": base.removeprefix("https://"),
            "CA_BUNDLE": str((self.data / "ca.pem").resolve()),
            "DEPARTMENTS": str((self.data / "departments.yaml").resolve()),
        }

    def _write_settings(self) -> None:
        text = yaml.safe_dump(
            cast.departments(self.world.crowd), allow_unicode=True, sort_keys=False
        )
        (self.data / "departments.yaml").write_text(text, encoding="utf-8")
        lines = "".join(f"{name}={value}\n" for name, value in self.env.items())
        target = self.data / "env"
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(lines)

    async def do(self, name: str, /, *, as_: str = "", **params: Any) -> Any:
        """Do what the control API does; ``as_`` is its ``as``. Raises NotAllowedError when refused."""
        return await self.commands.do(name, {**params, "as": as_})

    async def greet(self) -> bool:
        """Tell the bot of the personal installs it has not heard of yet."""
        return await self.teams.greet()


async def serve(
    running: contextlib.AsyncExitStack, app: web.Application, port: int, **options: Any
) -> int:
    """Serve an application on loopback; returns the port."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    running.push_async_callback(runner.cleanup)
    site = web.TCPSite(runner, HOST, port, **options)
    await site.start()
    return int(runner.addresses[0][1])


async def tick(sandbox: Sandbox, seconds: float = 0.5) -> None:
    """Life outside tests: late events come, and the bot hears of installs once it is there."""
    while True:
        await asyncio.sleep(seconds)
        await sandbox.teams.release_due()
        await sandbox.world.let_follow()
        await sandbox.greet()
