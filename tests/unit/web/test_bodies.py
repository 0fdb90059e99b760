"""What is read of a body before anybody knows whose it is, or who only pretends to send one."""

from __future__ import annotations

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bots import body as messages
from tests.unit.web.test_calls_endpoint import KEY, Desk
from web import body, calls
from web.calls import CallsEndpoint
from web.graph_callbacks import PATHS, GraphCallbacks
from web.metrics import Metrics
from web.routes import make_app

Client = TestClient[web.Request, web.Application]
CALLS = ("/api/calls", f"/api/calls/{KEY}")
MEGABYTES_4 = 4 * 1024 * 1024
HEADERS = {"Content-Type": "application/json", "Authorization": "Bearer good"}


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
async def client(desk: Desk) -> AsyncIterator[Client]:
    async def closed(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=401)

    nobody: Any = None  # nothing gets so far as to need them
    graph = GraphCallbacks(nobody, nobody, nobody, tenant_id="t", observe=lambda _kind, _why: None)
    app = make_app(
        closed, metrics_of=Metrics(), checks={}, calls=CallsEndpoint(desk, desk.report),
        callbacks=dict.fromkeys(PATHS, graph.handle),
    )  # fmt: skip
    async with TestClient(TestServer(app)) as found:
        yield found


def test_a_body_has_ten_seconds() -> None:
    assert [one.READ_SECONDS for one in (messages, body, calls)] == [10, 10, 10]


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("path", [*PATHS, *CALLS])
async def test_a_body_that_never_ends_is_given_up(
    client: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch, path: str, chunked: bool
) -> None:
    """Also one of which a byte keeps coming: the whole body has its time, not each part."""
    for module in ("web.body", "web.calls"):
        monkeypatch.setattr(f"{module}.READ_SECONDS", 0.2)
    reader, writer = await asyncio.open_connection("127.0.0.1", client.port)
    lines = [f"POST {path} HTTP/1.1", "Host: a", *(f"{k}: {v}" for k, v in HEADERS.items())]
    lines.append("Transfer-Encoding: chunked" if chunked else "Content-Length: 99999")
    writer.write("\r\n".join([*lines, "", ""]).encode())

    async def drip() -> None:
        while True:
            writer.write(b"1\r\n \r\n" if chunked else b" ")
            await asyncio.sleep(0.02)

    dripping = asyncio.create_task(drip())
    async with asyncio.timeout(5):
        assert (await reader.readline()).startswith(b"HTTP/1.1 408")
    dripping.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await dripping
    writer.close()
    assert desk.taken == []


async def in_chunks(size: int) -> AsyncIterator[bytes]:
    """A list that says nothing, of so many bytes, whose length nobody is told."""
    yield b"["
    for start in range(1, size - 1, 65536):
        yield b" " * min(65536, size - 1 - start)
    yield b"]"


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("path", PATHS)
async def test_four_megabytes_of_a_notification_are_read_and_not_a_byte_more(
    client: Client, path: str, chunked: bool
) -> None:
    for size, status in ((MEGABYTES_4, 400), (MEGABYTES_4 + 1, 413)):
        whole = io.BytesIO(b"[" + b" " * (size - 2) + b"]")
        data = in_chunks(size) if chunked else whole
        async with client.post(path, data=data, headers=HEADERS) as answer:
            assert answer.status == status, size


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("path", CALLS)
async def test_of_a_report_of_a_call_a_quarter_of_a_megabyte(
    client: Client, desk: Desk, path: str, chunked: bool
) -> None:
    for size, status in ((256 * 1024, 400), (256 * 1024 + 1, 413), (MEGABYTES_4 + 1, 413)):
        whole = io.BytesIO(b"[" + b" " * (size - 2) + b"]")
        data = in_chunks(size) if chunked else whole
        async with client.post(path, data=data, headers=HEADERS) as answer:
            assert answer.status == status, size
    assert desk.taken == []
