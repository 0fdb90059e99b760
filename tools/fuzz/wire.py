"""Two ways to bring a case to the product: into its server's protocol, or over a socket."""

from __future__ import annotations

import asyncio
import contextlib
import re
from typing import Any, Final

from aiohttp import web

LONGEST_SECONDS: Final = 20.0
"""Longer than the product takes for anything; what owes an answer then is a fault."""
BRIEFLY_SECONDS: Final = 0.02
TURNS: Final = 12
"""Of the event loop: enough for any answer that waits for nobody."""
LENGTH: Final = re.compile(rb"\r\nContent-Length: (\d+)\r\n", re.IGNORECASE)


class NoAnswerError(Exception):
    """A whole request that got no answer in time."""


class _Pipe(asyncio.Transport):
    """A connection without a socket: keeps what is written, and notices the end."""

    def __init__(self) -> None:
        super().__init__({"peername": ("127.0.0.1", 1)})
        self.written = bytearray()
        self.ended = asyncio.Event()
        self.protocol: asyncio.BaseProtocol | None = None

    def write(self, data: Any) -> None:
        self.written += data

    def writelines(self, list_of_data: Any) -> None:
        for part in list_of_data:
            self.written += part

    def is_closing(self) -> bool:
        return self.ended.is_set()

    def close(self) -> None:
        if not self.ended.is_set():
            self.ended.set()
            if self.protocol is not None:
                asyncio.get_running_loop().call_soon(self.protocol.connection_lost, None)

    def abort(self) -> None:
        self.close()

    def get_write_buffer_size(self) -> int:
        return 0

    def pause_reading(self) -> None:
        return None

    def resume_reading(self) -> None:
        return None


class InProcess:
    """Straight into the protocol, parser and all; about as fast as the product can be."""

    def __init__(self, server: web.Server) -> None:
        self._server = server

    async def exchange(self, raw: bytes, *, whole: bool) -> bytes:
        """What comes back. Raises NoAnswerError."""
        protocol, pipe = self._server(), _Pipe()
        pipe.protocol = protocol
        protocol.connection_made(pipe)
        protocol.data_received(raw)
        for _ in range(TURNS):
            if pipe.ended.is_set():
                break
            await asyncio.sleep(0)
        try:
            if whole:
                async with asyncio.timeout(LONGEST_SECONDS):
                    await pipe.ended.wait()
        except TimeoutError:
            if not complete(pipe.written):
                raise NoAnswerError from None
        finally:
            pipe.close()
        await asyncio.sleep(0)
        return bytes(pipe.written)


class OverHttp:
    """A connection of its own for every case."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def exchange(self, raw: bytes, *, whole: bool) -> bytes:
        """What comes back. Raises NoAnswerError."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        got = bytearray()
        try:
            async with asyncio.timeout(LONGEST_SECONDS if whole else BRIEFLY_SECONDS):
                writer.write(raw)
                while part := await reader.read(65536):
                    got += part
        except TimeoutError:
            if whole and not complete(got):
                raise NoAnswerError from None
        except ConnectionError:
            pass  # refused early while much was still on its way
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()
        return bytes(got)


def complete(answer: bytes | bytearray) -> bool:
    """Whether one whole answer is there."""
    head, separator, rest = bytes(answer).partition(b"\r\n\r\n")
    told = LENGTH.search(head + b"\r\n")
    return bool(separator) and len(rest) >= int(told[1] if told else 0)


def statuses(answer: bytes) -> list[int]:
    """The status of every answer in it."""
    return [int(found) for found in re.findall(rb"(?:^|\n)HTTP/\d\.\d (\d{3}) ", answer)]
