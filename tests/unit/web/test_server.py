"""What is no proper HTTP ends, is told nothing, and means nothing (over real sockets)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

import pytest
from aiohttp import web

from web.clients import Clients
from web.limits import AddressLimits
from web.logs import configure
from web.metrics import Metrics
from web.pace import Pace
from web.routes import make_app
from web.server import Runner

CANARY = b"0101701234"


@dataclass
class Served:
    """The application on a port, and what reached its door."""

    port: int
    bodies: list[bytes] = field(default_factory=list)
    held: asyncio.Event = field(default_factory=asyncio.Event)
    inside: asyncio.Event = field(default_factory=asyncio.Event)
    runner: Runner | None = None

    async def exchange(self, raw: bytes) -> bytes:
        """Everything that comes back until the server ends the connection."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(raw)
        async with asyncio.timeout(30):
            answer = await reader.read(-1)
        writer.close()
        return answer


async def serving(**more: Any) -> AsyncIterator[Served]:
    made = Served(0)

    async def messages(request: web.Request) -> web.Response:
        if request.headers.get("X-Hold"):
            made.inside.set()
            await made.held.wait()
        made.bodies.append(await request.read())
        return web.Response()

    limits = more.pop("limits", None)
    runner = Runner(
        make_app(messages, metrics_of=Metrics(), checks={}, limits=limits),
        shutdown_timeout=0.1,
        **more,
    )
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.port, made.runner = runner.addresses[0][1], runner
    yield made
    await runner.cleanup()


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    async for made in serving(silent_seconds=0.3):
        yield made


POST = b"POST /api/messages HTTP/1.1\r\nHost: a\r\n"
SMUGGLED = b"0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: a\r\n\r\n"
ODD = {
    "length and chunks": POST
    + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
    + SMUGGLED,
    "chunks and length": POST
    + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"
    + SMUGGLED,
    "two lengths": POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
    "the same length twice": POST + b"Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
    "lengths in a list": POST + b"Content-Length: 5, 5\r\n\r\nhello",
    "a signed length": POST + b"Content-Length: +5\r\n\r\nhello",
    "a negative length": POST + b"Content-Length: -1\r\n\r\nhello",
    "a length in hex": POST + b"Content-Length: 0x5\r\n\r\nhello",
    "a space before the colon": POST + b"Content-Length : 5\r\n\r\nhello",
    "a folded header": POST + b"X: a\r\n b\r\nContent-Length: 0\r\n\r\n",
    "two codings": POST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    "a coding twice": POST + b"Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
    "an unknown coding": POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "chunks in HTTP/1.0": POST.replace(b"1.1", b"1.0") + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a NUL in the path": b"POST /api/calls/%00 HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
    "a NUL in the query": b"GET /notice?name=%00 HTTP/1.1\r\nHost: a\r\n\r\n",
    "no HTTP version": b"GET /notice\r\n\r\n",
    "bare line feeds": b"POST /api/messages HTTP/1.1\nHost: a\nContent-Length: 0\n\n",
    "a NUL": b"GET /notice HTTP/1.1\r\nHost: a\r\nX: " + CANARY + b"\x00\r\n\r\n",
    "a huge header": b"GET /notice HTTP/1.1\r\nHost: a\r\nX: " + CANARY * 3000 + b"\r\n\r\n",
    "a huge address": b"GET /" + CANARY * 3000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    "many headers": b"GET /notice HTTP/1.1\r\nHost: a\r\n" + b"X: 1\r\n" * 500 + b"\r\n",
    "an unknown expectation": POST + b"Expect: " + CANARY + b"\r\nContent-Length: 0\r\n"
    b"Connection: close\r\n\r\n",
    "an expectation that is no text": POST + b"Expect: 1\x82\xc00-" + CANARY + b"\r\nContent-Length: 0\r\n"
    b"Connection: close\r\n\r\n",
    "no method": CANARY + b" /notice HTTP/1.1\r\nHost: a\r\n\r\n",
    "no address": b"GET " + CANARY + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    "a broken address": b"GET http://[" + CANARY + b"/ HTTP/1.1\r\nHost: a\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00" + CANARY,
}  # fmt: skip


@pytest.mark.parametrize("raw", ODD.values(), ids=ODD)
async def test_odd_http_is_refused_and_told_nothing(served: Served, raw: bytes) -> None:
    log = StringIO()
    configure("DEBUG", log)
    answer = await served.exchange(raw)
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.split(b" ")[1] in (b"400", b"417")
    assert answer.count(b"HTTP/") == 1  # what was smuggled in got no answer of its own
    assert json.loads(body) == {"error": "refused"}
    assert CANARY not in answer + log.getvalue().encode()
    assert b"aiohttp" not in answer
    assert b"Python" not in answer
    assert b"X-Content-Type-Options: nosniff" in answer
    assert served.bodies == []
    assert '"level": "error"' not in log.getvalue()


@pytest.mark.parametrize(
    "chunk", [b"ZZ\r\nabc\r\n", b"-1\r\nabc\r\n", b"3\nabc\n", b"3\r\nabcd\r\n"]
)
async def test_bad_chunks_reach_nobody(served: Served, chunk: bytes) -> None:
    raw = POST + b"Transfer-Encoding: chunked\r\n\r\n" + chunk + b"0\r\n\r\n"
    answer = await served.exchange(raw)
    assert answer.split(b" ")[1][:1] in (b"4", b"")
    assert b" 200 " not in answer
    assert served.bodies == []


@pytest.mark.parametrize("coding", [b"gzip", b"deflate"])
async def test_a_body_that_breaks_after_its_answer_is_no_error_of_ours(
    served: Served, coding: bytes
) -> None:
    log = StringIO()
    configure("DEBUG", log)
    head = b"GET /notice HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Encoding: " + coding
    answer = await served.exchange(head + b"\r\nContent-Length: 10\r\n\r\n" + CANARY)
    assert b" 200 " in answer
    assert '"event": "not_http"' in log.getvalue()
    assert '"level": "error"' not in log.getvalue()


@pytest.mark.parametrize("begun", [b"", b"G", b"GET /notice HTTP/1.1\r\nX: a\r\n", b"\r\n"])
async def test_who_never_finishes_the_headers_is_cut_off(served: Served, begun: bytes) -> None:
    assert await served.exchange(begun) == b""


async def test_one_address_may_not_hold_everything() -> None:
    async for served in serving(limits=AddressLimits(Pace(1e6), at_once=3, in_line=0)):
        hold = POST + b"X-Hold: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        busy = [asyncio.create_task(served.exchange(hold)) for _ in range(3)]
        await served.inside.wait()
        while (answer := await served.exchange(b"GET /notice HTTP/1.0\r\n\r\n")).startswith(
            b"HTTP/1.0 200"
        ):
            pass  # the third may still be on its way in
        assert b" 429 " in answer
        assert b"Retry-After: 1\r\n" in answer
        served.held.set()
        assert all(b" 200 " in one for one in await asyncio.gather(*busy))
        assert b" 200 " in await served.exchange(b"GET /notice HTTP/1.0\r\n\r\n")


async def test_more_than_are_answered_at_once_wait_in_line() -> None:
    """Hundreds of meetings begin on the hour, and Teams tells of each from the same few addresses."""
    async for served in serving(limits=AddressLimits(Pace(1e6), at_once=3, in_line=40)):
        hold = POST + b"X-Hold: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        asked = [asyncio.create_task(served.exchange(hold)) for _ in range(40)]
        await served.inside.wait()
        served.held.set()
        assert [b" 200 " in one for one in await asyncio.gather(*asked)] == [True] * 40
        assert b" 200 " in await served.exchange(b"GET /notice HTTP/1.0\r\n\r\n")


async def test_who_waits_in_line_is_told_to_come_again_when_it_takes_too_long() -> None:
    limits = AddressLimits(Pace(1e6), at_once=1, in_line=5, patience=0.05)
    async for served in serving(limits=limits):
        hold = POST + b"X-Hold: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        first = asyncio.create_task(served.exchange(hold))
        await served.inside.wait()
        waited = [asyncio.create_task(served.exchange(hold)) for _ in range(5)]
        answers = await asyncio.gather(*waited)
        assert all(b" 429 " in one and b"Retry-After: 1\r\n" in one for one in answers)
        served.held.set()
        assert b" 200 " in await first


async def test_one_address_may_not_ask_without_end() -> None:
    now = [1000.0]
    limits = AddressLimits(
        Pace(1, burst=5, seconds=lambda: now[0]), clients=Clients(["127.0.0.1/32"])
    )
    async for served in serving(limits=limits):
        answers = [await ask(served, "8.8.8.8") for _ in range(7)]
        assert [b" 200 " in one for one in answers] == [True] * 5 + [False] * 2
        assert b"HTTP/1.0 429 " in answers[-1]
        assert b"Retry-After: 1\r\n" in answers[-1]
        assert b" 200 " in await ask(served, "9.9.9.9")
        now[0] += 1.0
        assert b" 200 " in await ask(served, "8.8.8.8")


async def ask(served: Served, client: str) -> bytes:
    told = f"GET /readyz HTTP/1.0\r\nX-Forwarded-For: {client}\r\n\r\n"
    return await served.exchange(told.encode())


async def test_one_address_may_not_open_connections_without_end() -> None:
    async for served in serving(most_from_one=4):
        kept = [await asyncio.open_connection("127.0.0.1", served.port) for _ in range(4)]
        for reader, writer in kept:
            writer.write(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
            assert b"200" in await reader.readline()
        assert await asked(served) == b""
        kept[0][1].close()
        while not await asked(served):
            pass  # the server has not noticed yet
        for _, other in kept[1:]:
            other.close()


@dataclass
class FromAfar(asyncio.Transport):
    """A connection from an address that no machine of ours has."""

    address: str
    cut: bool = False

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return (self.address, 50000, 0, 0) if name == "peername" else default

    def abort(self) -> None:
        self.cut = True

    def is_closing(self) -> bool:
        return self.cut

    def close(self) -> None:
        self.cut = True


async def test_a_customers_network_of_addresses_counts_as_one() -> None:
    async for served in serving(most_from_one=2):
        assert served.runner is not None
        server = served.runner.server
        assert server is not None
        here = [FromAfar(f"2001:db8:1:2::{number}") for number in range(3)]
        here.append(FromAfar("2001:db8:1:3::1"))
        handlers = [server() for _ in here]
        for handler, transport in zip(handlers, here, strict=True):
            handler.connection_made(transport)
        assert [one.cut for one in here] == [False, False, True, False]
        for handler in handlers:
            handler.connection_lost(None)
        again = FromAfar("2001:db8:1:2::9")
        handler = server()
        handler.connection_made(again)
        assert not again.cut
        handler.connection_lost(None)


async def asked(served: Served) -> bytes:
    """The answer to one more connection; nothing when it was cut."""
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    writer.write(b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    try:
        return await reader.read(-1)
    except ConnectionError:
        return b""
    finally:
        writer.close()


async def test_a_trusted_proxy_brings_everybody() -> None:
    async for served in serving(most_from_one=1, clients=Clients(["127.0.0.0/8"])):
        kept = [await asyncio.open_connection("127.0.0.1", served.port) for _ in range(3)]
        for reader, writer in kept:
            writer.write(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
            assert b"200" in await reader.readline()
            writer.close()
