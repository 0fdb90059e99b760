"""How aiohttp's server is run here: its own time limits, and answers of ours when it is the one to refuse.

What aiohttp gives and is relied on (tests/scenario/test_door_http.py): a strict parser that refuses
ambiguous lengths, at most 8190 bytes a header line and 128 lines, and an end to connections that say
nothing. What it does not give: it quotes the refused line in its answer, names its version, and waits
an hour for headers.
"""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from typing import Any, Final

import structlog
from aiohttp import web
from aiohttp.http import HttpProcessingError
from aiohttp.web_protocol import RequestHandler

from web.clients import Clients
from web.headers import ALWAYS

SILENT_SECONDS: Final = 75.0
"""A connection without a whole request ends after this; longer than the idle time of usual proxies."""
LINGER_SECONDS: Final = 3.0
"""How long an unread body is still taken after its answer, so that the answer arrives."""
MOST_FROM_ONE: Final = 400
"""Connections one address may hold open."""
log = structlog.get_logger()


class Protocol(RequestHandler):
    """One connection. Its refusals say nothing of what came in, nor of what runs here."""

    __slots__ = ()

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002 it quotes what came in
    ) -> web.StreamResponse:
        """The answer to what is no HTTP, or to a fault outside every handler."""
        if isinstance(exc, UnicodeError) and "Expect" in request.headers:
            status = 417  # aiohttp quotes an expectation that it does not know, and cannot when it is no text
        write = log.error if status >= 500 else log.info
        write("not_http", status=status, error=type(exc).__name__)
        if request.writer.output_size > 0:
            raise ConnectionError("the answer has begun")
        return _plain(status)

    def log_exception(self, *args: Any, **kw: Any) -> None:
        """A body that turns out broken after its answer is the sender's fault, and no error of ours."""
        error = kw.get("exc_info")
        if isinstance(error, web.RequestPayloadError | HttpProcessingError):
            log.info("not_http", status=0, error=type(error).__name__)
        else:
            super().log_exception(*args, **kw)

    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start_time: float | None
    ) -> tuple[web.StreamResponse, bool]:
        """A refusal that no middleware saw (``Expect``) quotes the header: it is replaced."""
        if isinstance(resp, web.HTTPException) and resp.status >= 400:
            resp = _plain(resp.status)
        return await super().finish_response(request, resp, start_time)


def _plain(status: int) -> web.Response:
    code = "failed" if status >= 500 else "refused"
    response = web.json_response({"error": code}, status=status)
    response.headers.update({**ALWAYS, "Server": "Lydhoer"})
    response.force_close()
    return response


class _Server(web.Server):
    """Makes a ``Protocol`` for every connection, and takes only so many from one address."""

    clients = Clients()
    most_from_one = MOST_FROM_ONE

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self._of: dict[RequestHandler, str] = {}
        self._open: Counter[str] = Counter()

    def __call__(self) -> RequestHandler:
        return Protocol(self, loop=self._loop, **self._kwargs)

    def connection_made(self, handler: RequestHandler, transport: asyncio.Transport) -> None:
        """Count it; one too many is cut at once. A trusted proxy brings everybody's."""
        super().connection_made(handler, transport)
        address = _address(transport)
        if self.clients.is_trusted(address):
            return
        key = self._of[handler] = self.clients.key_of(address)
        self._open[key] += 1
        if self._open[key] > self.most_from_one:
            log.info("too_many_connections")
            transport.abort()

    def connection_lost(self, handler: RequestHandler, exc: BaseException | None = None) -> None:
        """One fewer; an address without any is forgotten."""
        super().connection_lost(handler, exc)
        if (key := self._of.pop(handler, None)) is None:
            return
        self._open[key] -= 1
        if not self._open[key]:
            del self._open[key]


def _address(transport: asyncio.Transport) -> str:
    peer = transport.get_extra_info("peername")
    return str(peer[0]) if isinstance(peer, tuple) else ""


class Runner(web.AppRunner):
    """An application ready to be served, here or by gunicorn's aiohttp worker."""

    def __init__(
        self,
        app: web.Application,
        *,
        clients: Clients | None = None,
        most_from_one: int = MOST_FROM_ONE,
        silent_seconds: float = SILENT_SECONDS,
        **more: Any,
    ) -> None:
        super().__init__(
            app,
            access_log=None,
            keepalive_timeout=silent_seconds,
            lingering_time=LINGER_SECONDS,
            **more,
        )
        self._clients = clients or Clients()
        self._most_from_one = most_from_one

    async def _make_server(self) -> web.Server:
        made = await super()._make_server()
        ours = _Server(
            made.request_handler,
            request_factory=made.request_factory,
            handler_cancellation=made.handler_cancellation,
            **made._kwargs,
        )
        ours.clients, ours.most_from_one = self._clients, self._most_from_one
        return ours


async def serve(runner: Runner, host: str, port: int) -> None:
    """Serve until SIGTERM or Ctrl-C, then let what is running finish."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, told.set)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        await told.wait()
    finally:
        await runner.cleanup()
